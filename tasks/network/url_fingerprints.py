import posixpath
import re
import unittest
from collections import defaultdict
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(urls, ignore=("utm_*", "fbclid")):
    """Group web addresses that point to the same page although they are written differently.

    The canonical form of an address is made so: scheme and host in lower case; user names, passwords and the fragment
    dropped; the port dropped if it is 80 for http or 443 for https; the path percent-decoded and encoded again
    (letters, digits and '/-._~' stay as they are, upper-case hexadecimal), with '.', '..' and repeated slashes
    resolved; an empty path becomes '/', and a slash at the end of any other path goes; query parameters, those with an
    empty value too, sorted by name and then by value and encoded as forms are. Parameters whose name is in ignore are
    dropped; a name there that ends in '*' stands for all names which begin with what is before it.

    Parameters:
    - urls (iterable of str): absolute http or https addresses.
    - ignore (iterable of str): names of parameters without meaning for the page, default 'utm_*' and 'fbclid'.

    Returns:
    - dict: each canonical form with the list of addresses that have it, as they were given, duplicates included. Forms
      and addresses are in the order of their first appearance.

    Raises:
    - ValueError: if an address is not http or https or has no host; it names the address.

    Requirements:
    - collections
    - posixpath
    - re
    - urllib.parse

    Example:
    >>> task_func(["HTTP://Shop.test:80/a/../b/?y=2&x=1&utm_id=3#top"])
    {'http://shop.test/b?x=1&y=2': ['HTTP://Shop.test:80/a/../b/?y=2&x=1&utm_id=3#top']}
    """
    patterns = [re.escape(name[:-1]) + ".*" if name.endswith("*") else re.escape(name) for name in ignore]
    ignored = re.compile("|".join(patterns) or "(?!)", re.DOTALL)
    groups = defaultdict(list)
    for url in urls:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"not a web address: {url}")
        host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
        if parts.port not in (None, {"http": 80, "https": 443}[parts.scheme]):
            host += f":{parts.port}"
        path = quote(posixpath.normpath("/" + unquote(parts.path).lstrip("/")))
        pairs = parse_qsl(parts.query, keep_blank_values=True)
        query = urlencode(sorted(pair for pair in pairs if not ignored.fullmatch(pair[0])))
        groups[urlunsplit((parts.scheme, host, path, query, ""))].append(url)
    return dict(groups)


class TestCases(unittest.TestCase):
    def form(self, url, *ignore):
        result = task_func([url], *ignore)
        self.assertEqual(list(result.values()), [[url]])
        return next(iter(result))

    def test_scheme_host_and_port(self):
        forms = {
            "HTTPS://User:Secret@WWW.Shop.test:443/": "https://www.shop.test/",
            "http://shop.test:443": "http://shop.test:443/",
            "https://shop.test:80/x": "https://shop.test:80/x",
            "http://shop.test:080/x": "http://shop.test/x",
            "http://[2001:DB8::1]:8080/x": "http://[2001:db8::1]:8080/x",
        }
        self.assertEqual({url: self.form(url) for url in forms}, forms)

    def test_path(self):
        forms = {
            "http://h.test//a///b/./c/../d//": "http://h.test/a/b/d",
            "http://h.test/%7Euser/%c3%bc/a%20b": "http://h.test/~user/%C3%BC/a%20b",
            "http://h.test/x/ü;v=1/..": "http://h.test/x",
            "http://h.test/a+b;c": "http://h.test/a%2Bb%3Bc",
            "http://h.test/../..": "http://h.test/",
            "http://h.test?": "http://h.test/",
            "http://h.test/A/b#C": "http://h.test/A/b",
            "http://h.test/XL/X": "http://h.test/XL/X",
        }
        self.assertEqual({url: self.form(url) for url in forms}, forms)

    def test_query(self):
        forms = {
            "http://h.test/?b=2&a=2&a=1&A=9": "http://h.test/?A=9&a=1&a=2&b=2",
            "http://h.test/?q=a+b&r=%c3%9f&e=&f": "http://h.test/?e=&f=&q=a+b&r=%C3%9F",
            "http://h.test/?utm_s=x&utm_=y&utm=z": "http://h.test/?utm=z",
            "http://h.test/?fbclid=1&xfbclid=2&fbclid2=3": "http://h.test/?fbclid2=3&xfbclid=2",
        }
        self.assertEqual({url: self.form(url) for url in forms}, forms)

    def test_own_ignore_list(self):
        self.assertEqual(self.form("http://h.test/?utm_id=1&a.b=2&axb=3", ["a.b"]), "http://h.test/?axb=3&utm_id=1")
        self.assertEqual(self.form("http://h.test/?s%0Aid=1&t=2", iter(["s*"])), "http://h.test/?t=2")
        self.assertEqual(self.form("http://h.test/?s=1&t=2", ["*"]), "http://h.test/")
        self.assertEqual(self.form("http://h.test/?fbclid=1&=2", []), "http://h.test/?=2&fbclid=1")

    def test_grouping_keeps_order_and_duplicates(self):
        urls = ["http://b.test/x/", "http://a.test", "http://b.test/y/../x", "http://a.test/#1", "http://b.test/x/"]
        groups = task_func(iter(urls))
        self.assertEqual(list(groups), ["http://b.test/x", "http://a.test/"])
        self.assertEqual(list(groups.values()), [[urls[0], urls[2], urls[0]], [urls[1], urls[3]]])
        self.assertIs(type(groups), dict)

    def test_not_web_addresses(self):
        for url in ("ftp://h.test/", "//h.test/x", "/x", "http:///x", "mailto:a@h.test"):
            with self.assertRaisesRegex(ValueError, url):
                task_func(["http://h.test/", url])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.text("ab./%2é", max_size=8), st.dictionaries(st.text("ab&=", min_size=1), st.text("c+ é"), max_size=3))
    def test_canonical_forms_are_stable(self, path, query):
        form = self.form("http://h.test/" + quote(path) + "?" + urlencode(query))
        self.assertEqual(self.form(form), form)
