import base64
import hashlib
import hmac
import unittest
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(url, key, key_id, expires):
    """Sign a download link so that a file server can check it without a database.

    The query becomes canonical: its parameters, blank values included, are sorted by name and then by value (repeated
    names are kept), parameters named "expires", "kid" or "sig" are dropped, and the new "expires" (decimal) and "kid"
    are sorted in among the others. Names and values are percent-encoded as UTF-8 with only letters, digits and "_.-~"
    left bare (a blank becomes %20). The signature is the HMAC-SHA256 of three lines joined by newlines, in UTF-8: the
    host in lower case without port, the path as it stands in the link ("/" if it is empty), and the canonical query.
    It is appended as the last parameter "sig" in URL-safe Base64 without padding.

    Parameters:
    - url (str): an https link; scheme, port and fragment are kept in the result as they are.
    - key (bytes): the secret key.
    - key_id (str): name of the key.
    - expires (int): end of validity as a Unix time.

    Returns:
    - str: the signed link. User names and passwords in the link and an empty path ("/" instead) are not kept, the
      host is in lower case.

    Raises:
    - ValueError: if the scheme is not https or the host is missing.

    Requirements:
    - base64
    - hashlib
    - hmac
    - urllib.parse

    Example:
    >>> task_func("https://Files.Example/a b?x=2&x=1", b"k", "main", 99).rpartition("&sig=")[0]
    'https://files.example/a b?expires=99&kid=main&x=1&x=2'
    """
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError(f"not an https link: {url!r}")
    pairs = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name not in {"expires", "kid", "sig"}
    ]
    pairs += [("expires", str(expires)), ("kid", key_id)]
    query = urlencode(sorted(pairs), quote_via=quote, safe="")
    path = parts.path or "/"
    message = "\n".join([parts.hostname, path, query])
    digest = hmac.new(key, message.encode(), hashlib.sha256).digest()
    signature = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    netloc = parts.hostname if parts.port is None else f"{parts.hostname}:{parts.port}"
    return urlunsplit((parts.scheme, netloc, path, f"{query}&sig={signature}", parts.fragment))


class TestCases(unittest.TestCase):
    KEY = b"\x01\x02\x03"

    def sign(self, *lines):
        digest = hmac.new(self.KEY, "\n".join(lines).encode("utf-8"), "sha256").digest()
        return base64.b64encode(digest, b"-_").decode().replace("=", "")

    def test_link_without_query(self):
        query = "expires=1700000000&kid=k1"
        expected = f"https://cdn.test/file.zip?{query}&sig=" + self.sign("cdn.test", "/file.zip", query)
        self.assertEqual(task_func("https://cdn.test/file.zip", self.KEY, "k1", 1700000000), expected)

    def test_parameters_are_sorted_and_encoded_alike(self):
        query = "Z=&a=%2F%26&a=1&a=10&expires=5&kid=k%2F1&n%C3%A4me=b%20c~&z=9"
        link = "https://h.test/p?z=9&a=10&a=1&n%c3%a4me=b+c%7E&a=%2f%26&Z="
        expected = f"https://h.test/p?{query}&sig=" + self.sign("h.test", "/p", query)
        self.assertEqual(task_func(link, self.KEY, "k/1", 5), expected)

    def test_old_signature_is_replaced(self):
        once = task_func("https://h.test/p?b=1&kid=old&a=2", self.KEY, "k1", 10)
        self.assertIn("?a=2&b=1&expires=10&kid=k1&sig=", once)
        self.assertEqual(task_func(once, self.KEY, "k2", 20), task_func("https://h.test/p?a=2&b=1", self.KEY, "k2", 20))

    def test_port_fragment_and_user_information(self):
        query = "expires=7&kid=k"
        signature = self.sign("h.test", "/", query)
        link = task_func("https://me:pw@H.Test:8443#part", self.KEY, "k", 7)
        self.assertEqual(link, f"https://h.test:8443/?{query}&sig={signature}#part")

    def test_path_is_signed_as_it_stands(self):
        signature = self.sign("h.test", "/a%20b/C", "expires=7&kid=k")
        self.assertTrue(task_func("https://h.test/a%20b/C", self.KEY, "k", 7).endswith(f"&sig={signature}"))

    def test_other_schemes_and_missing_hosts(self):
        for link in ("http://h.test/p", "ftp://h.test/p", "/p?x=1", "https:///p", ""):
            with self.subTest(link=link), self.assertRaises(ValueError):
                task_func(link, self.KEY, "k", 7)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.tuples(st.text("abs =&é", min_size=1, max_size=3), st.text("1+ /é~", max_size=3)), max_size=5))
    def test_order_of_parameters_does_not_matter(self, pairs):
        links = [task_func("https://h.test/?" + urlencode(order), b"k", "k", 1) for order in (pairs, pairs[::-1])]
        self.assertEqual(links[0], links[1])
        query = links[0].partition("?")[2].rpartition("&sig=")[0]
        decoded = [tuple(unquote(part) for part in pair.split("=")) for pair in query.split("&")]
        self.assertEqual(decoded, sorted([*pairs, ("expires", "1"), ("kid", "k")]))
