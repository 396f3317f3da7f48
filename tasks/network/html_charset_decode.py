import codecs
import re
import unittest
from email.message import Message

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(data, content_type=None):
    """Decode the bytes of an HTML page and say how its character encoding was found.

    The first of these rules that yields a text encoding which Python knows decides:
    'bom': the data begin with a UTF-8, UTF-16 LE or UTF-16 BE byte order mark (it is not part of the text);
    'header': the charset parameter of the Content-Type header;
    'meta': the charset named by the first tag <meta ...>, within the first 1024 bytes, that has the word charset
    followed by '=' (with optional white space around it) and a name in single, double or no quotes; letter case does
    not matter, and a page that claims a name beginning with 'utf-16' here is in utf-8;
    'valid': utf-8, provided that all the data are valid UTF-8;
    'default': cp1252.
    By any rule, iso-8859-1 and ascii, under all their names, mean cp1252, as in browsers. Bytes that are invalid in
    the encoding become U+FFFD.

    Parameters:
    - data (bytes): the page as received.
    - content_type (str): the value of the Content-Type header, or None (the default) if there was none.

    Returns:
    - tuple: (text as str, the encoding's name as codecs.lookup(...).name gives it, the rule as str).

    Requirements:
    - codecs
    - email.message
    - re

    Example:
    >>> task_func(b"caf\\xe9", "text/html; charset=latin1")
    ('café', 'cp1252', 'header')
    """
    header = Message()
    header["Content-Type"] = content_type or ""
    meta = re.search(rb"<meta\b[^>]*\bcharset\s*=\s*[\"']?([^\s\"'/>;]+)[^>]*>", data[:1024], re.IGNORECASE)
    claim = meta[1].decode("latin-1").lower() if meta else ""
    marks = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    mark = next(filter(data.startswith, marks), b"")
    candidates = {
        "bom": marks.get(mark, ""),
        "header": header.get_content_charset(""),
        "meta": "utf-8" if claim.startswith("utf-16") else claim,
        "valid": "utf-8",
        "default": "cp1252",
    }

    def attempt(rule):
        try:
            encoding = codecs.lookup(candidates[rule]).name
            if encoding in ("iso8859-1", "ascii"):
                encoding = "cp1252"
            options = {} if rule == "valid" else {"errors": "replace"}
            return data[len(mark) :].decode(encoding, **options), encoding, rule
        except (LookupError, UnicodeDecodeError):
            return None

    return next(filter(None, map(attempt, candidates)))


class TestCases(unittest.TestCase):
    def test_byte_order_marks(self):
        self.assertEqual(task_func(b"\xef\xbb\xbf\xc3\xbc", "text/html; charset=cp1251"), ("ü", "utf-8", "bom"))
        self.assertEqual(task_func(b"\xff\xfea\x00\xfc\x00"), ("aü", "utf-16-le", "bom"))
        self.assertEqual(task_func(b"\xfe\xff\x00a\x04\x16", "x/y; charset=ascii"), ("aЖ", "utf-16-be", "bom"))

    def test_header(self):
        page = b"<meta charset=utf-8>\xe6"
        expected = ("<meta charset=utf-8>ж", "cp1251", "header")
        self.assertEqual(task_func(page, 'Text/HTML; Charset="Windows-1251"'), expected)
        self.assertEqual(task_func(b"\xfc\x00", "text/html;charset=utf-16le"), ("ü", "utf-16-le", "header"))
        for unusable in ("text/html", "text/html; charset=klingon", "text/html; charset=", "", None):
            self.assertEqual(task_func(page, unusable)[1:], ("utf-8", "meta"))

    def test_meta_forms(self):
        tags = [
            b"<meta charset=koi8-r>",
            b"<META\n CharSet = 'KOI8-R' />",
            b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r; x=1">',
            b'<meta name=a content="charset"><meta charset="koi8-r">',
            b"<meta charset=koi8-r><meta charset=utf-8>",
            b"<meta charset=koi8-r/>",
        ]
        for tag in tags:
            self.assertEqual(task_func(tag + b"\xd6"), (tag.decode() + "ж", "koi8-r", "meta"), tag)
        for tag in (b"<metacharset=koi8-r>", b"<meta><p charset=koi8-r>", b"<meta xcharset=koi8-r>", b"<meta charset>"):
            self.assertEqual(task_func(tag)[1:], ("utf-8", "valid"), tag)

    def test_meta_limits(self):
        tag = b"<meta charset=cp866>"
        self.assertEqual(task_func(b" " * (1024 - len(tag)) + tag)[1:], ("cp866", "meta"))
        self.assertEqual(task_func(b" " * (1025 - len(tag)) + tag)[1:], ("utf-8", "valid"))
        self.assertEqual(task_func(b"<meta charset=UTF-16LE>\xc3\xbc")[0][-1], "ü")
        self.assertEqual(task_func(b"<meta charset=utf-16>")[1:], ("utf-8", "meta"))
        self.assertEqual(task_func(b"<meta charset=rot13>\xff")[1:], ("cp1252", "default"))

    def test_western_aliases(self):
        for name in ("latin1", "ISO-8859-1", "us-ascii", "ascii", "windows-1252"):
            self.assertEqual(task_func(b"\x80 5", f"text/html; charset={name}"), ("€ 5", "cp1252", "header"))
        self.assertEqual(task_func(b"<meta charset=l1>\x80")[0][-1], "€")

    def test_valid_or_default(self):
        self.assertEqual(task_func("größer €".encode()), ("größer €", "utf-8", "valid"))
        self.assertEqual(task_func(b""), ("", "utf-8", "valid"))
        self.assertEqual(task_func(b"gr\xf6\xdfer \x80\x81"), ("größer €\ufffd", "cp1252", "default"))

    def test_invalid_bytes(self):
        self.assertEqual(task_func(b"a\xffb", "a/b; charset=utf-8"), ("a\ufffdb", "utf-8", "header"))
        self.assertEqual(task_func(b"\xef\xbb\xbf\xff"), ("\ufffd", "utf-8", "bom"))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.text("abcжшцÿ€ <>=", min_size=1), st.sampled_from(["cp1251", "koi8-r", "utf-8", "cp1252"]))
    def test_round_trip(self, text, encoding):
        data = text.encode(encoding, "ignore")
        expected = (data.decode(encoding), encoding, "header")
        self.assertEqual(task_func(data, f"text/html; charset={encoding.upper()}"), expected)
