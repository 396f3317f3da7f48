import base64
import email
import hashlib
import re
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(message):
    """Check the body hashes of a mail message's DKIM signatures (RFC 6376) without checking the signatures themselves.

    Each "DKIM-Signature" header is a list of tags "name=value" separated by semicolons; white space in values means
    nothing, as does white space around names. "a" ends in "-sha256" or "-sha1", which names the hash. "c" holds the
    canonicalisations of header and body as "header/body"; without a slash, or without the tag, the body's is
    "simple". "l", if present, is the number of bytes of the canonical body that are hashed. "bh" is the Base64 of the
    hash.

    The body is what follows the first empty line, with CRLF line ends. "simple" removes all empty lines at the end of
    the body and makes sure that it ends in one CRLF (an empty body becomes one CRLF). "relaxed" first replaces every
    run of blanks and tabs by one blank and removes blanks at line ends, then does the same, except that an empty body
    stays empty.

    Parameters:
    - message (bytes): the message with CRLF line ends.

    Returns:
    - list of tuple: (domain, verdict) for each signature in order: domain is the tag "d" (None without it), verdict
      is "pass" if the hash agrees, "fail" if it does not or "l" exceeds the canonical body's length, "invalid" if "a"
      or "bh" is missing, the hash or the body's canonicalisation is unknown, or "l" is not a decimal number.

    Requirements:
    - base64
    - email
    - hashlib
    - re

    Example:
    >>> task_func(b"DKIM-Signature: d=a.test; a=rsa-sha1; bh=uoq1oCgLlTqpdDX/iUbLy7J1Wic=\\r\\n\\r\\n\\r\\n")
    [('a.test', 'pass')]
    """
    _, _, raw = message.partition(b"\r\n\r\n")
    relaxed = re.sub(rb" ?(\r\n|\Z)", rb"\1", re.sub(rb"[ \t]+", b" ", raw))
    bodies = {}
    for kind, body in (("simple", raw), ("relaxed", relaxed)):
        trimmed = re.sub(rb"(\r\n)+\Z", b"", body)
        bodies[kind] = trimmed + b"\r\n" if trimmed or kind == "simple" else b""
    verdicts = []
    for header in email.message_from_bytes(message).get_all("DKIM-Signature", []):
        pairs = [tag.partition("=")[::2] for tag in header.split(";")]
        tags = {name.strip(): "".join(value.split()) for name, value in pairs}
        hashing = re.search(r"-(sha256|sha1)\Z", tags.get("a", ""))
        body = bodies.get(tags.get("c", "").partition("/")[2] or "simple")
        if not hashing or "bh" not in tags or body is None or not re.fullmatch("[0-9]+", tags.get("l", "0")):
            verdict = "invalid"
        else:
            length = int(tags.get("l", len(body)))
            digest = hashlib.new(hashing[1], body[:length]).digest()
            matches = base64.b64encode(digest).decode() == tags["bh"] and length <= len(body)
            verdict = "pass" if matches else "fail"
        verdicts.append((tags.get("d"), verdict))
    return verdicts


class TestCases(unittest.TestCase):
    def message(self, body, *signatures):
        lines = [b"From: a@a.test", *(b"DKIM-Signature: " + text.encode() for text in signatures), b"Subject: x"]
        return b"\r\n".join(lines) + b"\r\n\r\n" + body

    def bh(self, data, name="sha256"):
        return "bh=" + base64.b64encode(hashlib.new(name, data).digest()).decode()

    def verdicts(self, body, *signatures):
        return [verdict for _, verdict in task_func(self.message(body, *signatures))]

    def test_simple_body(self):
        cases = {b"": b"\r\n", b"\r\n\r\n": b"\r\n", b" a\t b  \r\n\r\n\r\n": b" a\t b  \r\n"}
        cases[b"a\r\n\r\nb"] = b"a\r\n\r\nb\r\n"
        for body, canonical in cases.items():
            for tag in ("", "c=simple/simple;", "c=relaxed;", "c=relaxed/;"):
                with self.subTest(body=body, tag=tag):
                    self.assertEqual(self.verdicts(body, f"a=rsa-sha256;{tag}{self.bh(canonical)}"), ["pass"])

    def test_relaxed_body(self):
        cases = {b"": b"", b"\r\n \t\r\n": b"", b" a\t b  \r\n\t\r\n": b" a b\r\n", b"a \t": b"a\r\n"}
        cases[b"\r\n \r\nb"] = b"\r\n\r\nb\r\n"
        for body, canonical in cases.items():
            with self.subTest(body=body):
                self.assertEqual(self.verdicts(body, f"a=rsa-sha256; c=simple/relaxed; {self.bh(canonical)}"), ["pass"])

    def test_other_hashes(self):
        body = b"x\r\n"
        signatures = [f"a=rsa-sha1; {self.bh(body, 'sha1')}", f"a=ed25519-sha256; {self.bh(body)}"]
        signatures += [f"a=rsa-sha1; {self.bh(body)}", f"a=rsa-sha512; {self.bh(body, 'sha512')}"]
        signatures.append(f"a=sha1x; {self.bh(body)}")
        self.assertEqual(self.verdicts(body, *signatures), ["pass", "pass", "fail", "invalid", "invalid"])

    def test_length_limits_the_body(self):
        body = b"signed\r\nadded by the list\r\n"
        expected = {"6": "fail", "8": "pass", "08": "pass", "27": "fail", "x": "invalid", "": "invalid"}
        for length, verdict in expected.items():
            with self.subTest(length=length):
                self.assertEqual(self.verdicts(body, f"a=rsa-sha256; l={length}; {self.bh(body[:8])}"), [verdict])
        signatures = [f"a=rsa-sha256; l={length}; {self.bh(body)}" for length in (27, 28)]
        self.assertEqual(self.verdicts(body, *signatures), ["pass", "fail"])
        self.assertEqual(self.verdicts(body, f"a=rsa-sha256; l=0; {self.bh(b'')}"), ["pass"])

    def test_folded_headers_and_domains(self):
        digest = self.bh(b"x\r\n")
        signature = f"v=1; a = rsa-sha256;\r\n d = mail.\r\n\ta.test ; {digest[:20]}\r\n  {digest[20:]};"
        message = self.message(b"x", signature, f"a=rsa-sha256; {digest}")
        self.assertEqual(task_func(message), [("mail.a.test", "pass"), (None, "pass")])

    def test_incomplete_signatures(self):
        good = self.bh(b"x\r\n")
        signatures = [good, "a=rsa-sha256", f"a=rsa-sha256; c=simple/strict; {good}", "", f"a=rsa-sha256; {good}"]
        self.assertEqual(self.verdicts(b"x", *signatures), ["invalid", "invalid", "invalid", "invalid", "pass"])
        self.assertEqual(task_func(self.message(b"x")), [])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.text("a \t", max_size=4), max_size=5))
    def test_relaxed_form_by_lines(self, lines):
        clean = [re.sub("[ \t]+", " ", line).rstrip(" ") for line in lines]
        while clean and not clean[-1]:
            clean.pop()
        canonical = "".join(line + "\r\n" for line in clean).encode()
        body = "\r\n".join(lines).encode()
        signature = f"a=rsa-sha256; c=relaxed/relaxed; l={len(canonical)}; {self.bh(canonical)}"
        self.assertEqual(self.verdicts(body, signature), ["pass"])
