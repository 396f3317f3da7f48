import unittest
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from http.cookies import SimpleCookie
from urllib.parse import urlsplit


def task_func(responses, url, now):
    """Work out the Cookie header that a browser would send to a URL after it has seen some responses.

    Each Set-Cookie line holds one cookie. A later cookie with the same name, domain and path replaces an earlier one
    but keeps its place in the order of creation; one that has expired at now is not sent, nor is what it replaced.

    A cookie without Domain belongs to the host that set it and goes back to exactly this host. One with Domain (a dot
    in front has no meaning, nor has letter case) goes to that domain and its subdomains; it is ignored altogether if
    the host that sets it is neither. A cookie goes to the paths that equal its path or lie below it ('/shop' covers
    '/shop/cart', but not '/shops'). If Path is missing or does not begin with a slash, it is the folder of the URL
    that set it: what precedes the last slash of its path, or '/' if this is empty. A Secure cookie goes only to https.
    Max-Age counts in seconds from the response and takes precedence over Expires; a cookie with neither does not
    expire. The moment of expiry itself counts as expired.

    Parameters:
    - responses (list of tuple): (URL, aware datetime of the response, Set-Cookie line as str), oldest first.
    - url (str): the http or https address that is requested; an empty path in it means '/'.
    - now (datetime.datetime): the time zone aware moment of the request.

    Returns:
    - str: the header's value as 'name=value' pairs joined by '; ', longer cookie paths first, equally long ones in the
      order of creation; values are as they were set, with any quotes; '' if no cookie fits.

    Requirements:
    - datetime
    - email.utils
    - http.cookies
    - urllib.parse

    Example:
    >>> noon = datetime(2030, 1, 1, 12, tzinfo=timezone.utc)
    >>> task_func([("http://a.test/x/y", noon, "id=7; Max-Age=60")], "http://a.test/x/z", noon)
    'id=7'
    """
    jar = {}
    for source, moment, line in responses:
        origin = urlsplit(source)
        for name, cookie in SimpleCookie(line).items():
            domain = cookie["domain"].lstrip(".").lower()
            if domain and not f".{origin.hostname}".endswith(f".{domain}"):
                continue
            path = cookie["path"] if cookie["path"].startswith("/") else origin.path.rpartition("/")[0] or "/"
            expiry = None
            if cookie["max-age"]:
                expiry = moment + timedelta(seconds=int(cookie["max-age"]))
            elif cookie["expires"]:
                expiry = parsedate_to_datetime(cookie["expires"])
            jar[name, domain or origin.hostname, path] = cookie, bool(domain), expiry
    target = urlsplit(url)
    chosen = []
    for (name, domain, path), (cookie, shared, expiry) in jar.items():
        at_home = target.hostname == domain or shared and target.hostname.endswith(f".{domain}")
        below = (target.path or "/") == path or target.path.startswith(path.rstrip("/") + "/")
        secret = cookie["secure"] and target.scheme != "https"
        if at_home and below and not secret and (expiry is None or expiry > now):
            chosen.append((path, f"{name}={cookie.coded_value}"))
    return "; ".join(pair for _, pair in sorted(chosen, key=lambda item: -len(item[0])))


class TestCases(unittest.TestCase):
    NOW = datetime(2030, 5, 1, 12, 0, 0, tzinfo=timezone.utc)

    def header(self, *lines, to="http://www.shop.test/a/b", source="http://www.shop.test/a/page", age=100):
        moment = self.NOW - timedelta(seconds=age)
        return task_func([(source, moment, line) for line in lines], to, self.NOW)

    def test_plain_values(self):
        self.assertEqual(self.header("id=7", 'q="a b"; HttpOnly', "e="), 'id=7; q="a b"; e=')
        self.assertEqual(self.header(), "")

    def test_host_and_domain(self):
        lines = ["own=1", "all=2; Domain=.Shop.Test", "www=3; Domain=www.shop.test"]
        lines += ["no=4; Domain=hop.test", "x=5; Domain=a.www.shop.test"]
        self.assertEqual(self.header(*lines), "own=1; all=2; www=3")
        self.assertEqual(self.header(*lines, to="http://img.www.shop.test/a/"), "all=2; www=3")
        self.assertEqual(self.header(*lines, to="http://shop.test/a/"), "all=2")
        for host in ("workshop.test", "hop.test", "a.www.shop.testing", "test"):
            self.assertEqual(self.header(*lines, to=f"http://{host}/a/"), "")

    def test_paths(self):
        lines = ["r=1; Path=/", "s=2; Path=/shop", "t=3; Path=/shop/", "u=4; Path=shop", "v=5; Path=/shop/cart"]
        expected = {
            "http://h.test": "r=1",
            "http://h.test/shop": "s=2; r=1",
            "http://h.test/shop/": "t=3; s=2; r=1",
            "http://h.test/shops": "r=1",
            "http://h.test/shop/cart?x=/": "v=5; t=3; s=2; r=1",
            "http://h.test/d/": "u=4; r=1",
        }
        found = {url: self.header(*lines, to=url, source="http://h.test/d/e") for url in expected}
        self.assertEqual(found, expected)

    def test_names_of_many_letters(self):
        lines, source = ["d=1; Domain=Xray.test; Path=/", "p=2; Path=/MAX"], "http://www.xray.test/a"
        self.assertEqual(self.header(*lines, source=source, to="http://www.xray.test/MAX/b"), "p=2; d=1")
        self.assertEqual(self.header(*lines, source=source, to="http://www.xray.test/MA/b"), "d=1")

    def test_default_path(self):
        for source, to, expected in (
            ("http://h.test/x/y/z", "http://h.test/x/y", "k=1"),
            ("http://h.test/x/y/z", "http://h.test/x/", ""),
            ("http://h.test/x", "http://h.test/", "k=1"),
            ("http://h.test", "http://h.test/any", "k=1"),
        ):
            self.assertEqual(self.header("k=1", source=source, to=to), expected)

    def test_secure(self):
        self.assertEqual(self.header("k=1; Secure", "l=2"), "l=2")
        self.assertEqual(self.header("k=1; Secure", "l=2", to="https://www.shop.test/a/"), "k=1; l=2")

    def test_expiry(self):
        lines = [
            "a=1; Max-Age=100",
            "b=2; Max-Age=101",
            "c=3; Expires=Wed, 01 May 2030 12:00:00 GMT",
            "d=4; Expires=Wed, 01 May 2030 12:00:01 GMT",
            "e=5; Max-Age=3600; Expires=Wed, 01 May 2019 12:00:00 GMT",
            "f=6; Max-Age=0; Expires=Wed, 01 May 2039 12:00:00 GMT",
        ]
        self.assertEqual(self.header(*lines), "b=2; d=4; e=5")

    def test_replacement(self):
        lines = ["a=1", "b=2", "a=3", "b=4; Path=/", "c=5", "c=6; Max-Age=-1", "b=7; Domain=www.shop.test"]
        self.assertEqual(self.header(*lines), "a=3; b=7; b=4")
        self.assertEqual(self.header("k=1; Max-Age=5", "k=2; Max-Age=500"), "k=2")

    def test_longer_paths_first(self):
        lines = ["a=1; Path=/a", "b=2; Path=/a/b", "c=3; Path=/", "d=4; Path=/a/b", "e=5; Path=/a"]
        self.assertEqual(self.header(*lines, to="http://www.shop.test/a/b/c"), "b=2; d=4; a=1; e=5; c=3")
