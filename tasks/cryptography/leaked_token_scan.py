import base64
import binascii
import hashlib
import math
import re
import unittest
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(text, threshold=4.0):
    """Search a text for character runs that look like leaked access tokens.

    A candidate is a longest possible run of at least 20 ASCII letters, digits and the characters "+", "/", "-" and
    "_" within a line. Candidates count if their Shannon entropy, in bits per character, reaches the threshold. Every
    finding is classified by decoding the run as Base64, with "-" and "_" taken for "+" and "/" and the padding
    supplied: it is "text" if the result is made of printable ASCII characters only (space included), otherwise
    "binary", also if decoding is impossible.

    Parameters:
    - text (str): the text; lines are those of str.splitlines.
    - threshold (float): least entropy in bits per character. Default is 4.0.

    Returns:
    - list of dict: the findings in order of appearance, each with "line" and "column" (both counted from 1), "kind",
      "entropy" (rounded to two decimal places) and "fingerprint" (the first 12 hexadecimal digits of the run's
      SHA-256).

    Requirements:
    - base64
    - binascii
    - hashlib
    - math
    - re
    - collections

    Example:
    >>> task_func("key: c2VjcmV0IHBhc3N3b3JkIDEyMzQ")[0]["kind"]
    'text'
    """
    findings = []
    for number, line in enumerate(text.splitlines(), start=1):
        for match in re.finditer(r"[A-Za-z0-9+/_-]{20,}", line):
            token = match[0]
            shares = [count / len(token) for count in Counter(token).values()]
            entropy = -sum(share * math.log2(share) for share in shares)
            if entropy < threshold:
                continue
            try:
                standard = token.replace("-", "+").replace("_", "/")
                decoded = base64.b64decode(standard + "=" * (-len(standard) % 4))
                kind = "text" if decoded.isascii() and decoded.decode().isprintable() else "binary"
            except binascii.Error:
                kind = "binary"
            findings.append(
                {
                    "line": number,
                    "column": match.start() + 1,
                    "kind": kind,
                    "entropy": round(entropy, 2),
                    "fingerprint": hashlib.sha256(token.encode()).hexdigest()[:12],
                }
            )
    return findings


class TestCases(unittest.TestCase):
    RANDOM = "qZ8vK2-xW5_nR7tB3mL9+/"

    def encode(self, data):
        return base64.b64encode(data).decode().rstrip("=")

    def test_positions_and_fingerprints(self):
        text = f"first\n  {self.RANDOM};{self.RANDOM[::-1]}\r\n{self.RANDOM}"
        findings = task_func(text)
        self.assertEqual([(item["line"], item["column"]) for item in findings], [(2, 3), (2, 26), (3, 1)])
        tokens = (self.RANDOM, self.RANDOM[::-1], self.RANDOM)
        digests = [hashlib.sha256(token.encode()).hexdigest() for token in tokens]
        self.assertEqual([item["fingerprint"] for item in findings], [digest[:12] for digest in digests])
        self.assertEqual(list(findings[0]), ["line", "column", "kind", "entropy", "fingerprint"])

    def test_runs_of_nineteen_characters_are_too_short(self):
        letters = "abcdefghijklmnopqrst"
        self.assertEqual(len(task_func(letters)), 1)
        self.assertEqual(task_func(letters[:19]), [])
        self.assertEqual(task_func(letters[:10] + "." + letters[10:] + "\n" + letters[:12]), [])
        self.assertEqual(len(task_func(letters + "ß" + letters.upper())), 2)

    def test_threshold_is_inclusive(self):
        sixteen = "0123456789abcdef" * 2
        self.assertEqual([item["entropy"] for item in task_func(sixteen)], [4.0])
        self.assertEqual(task_func("0123456789abcde" * 2), [])
        self.assertEqual([item["column"] for item in task_func("0123456789abcde" * 2 + " " + sixteen)], [32])
        self.assertEqual([item["entropy"] for item in task_func("0123456789abcde" * 2, threshold=3.9)], [3.91])
        self.assertEqual(task_func(sixteen, threshold=4.01), [])
        self.assertEqual([item["entropy"] for item in task_func("a" * 30, threshold=0)], [0.0])

    def test_kinds(self):
        cases = {
            self.encode(b"user: admin, role=root~"): "text",
            self.encode(b"user: admin, role=root"): "text",
            self.encode(b"user: admin,\nrole=root"): "binary",
            self.encode(b"user: admin, role=r\xf6\xf6t"): "binary",
            self.encode(b"user: admin, role=root") + "abc": "binary",
            self.encode(b"???>>> ~~~ oo?>>"): "text",
            self.encode(b"???>>> ~~~ oo?>>").replace("/", "_").replace("+", "-"): "text",
        }
        for token, kind in cases.items():
            with self.subTest(token=token):
                self.assertEqual([item["kind"] for item in task_func(token, threshold=3)], [kind])

    def test_undecodable_length_is_binary(self):
        token = "ABCDEFGHIJKLMNOPQRSTU"
        self.assertEqual(len(token) % 4, 1)
        self.assertEqual([item["kind"] for item in task_func(token)], ["binary"])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.sampled_from(["role=admin, uid=0", "~ " * 9, "señor" * 4, "café" + "a" * 30]), max_size=4))
    def test_text_is_recognised_exactly(self, words):
        tokens = [self.encode(word.encode("utf-8")) for word in words]
        findings = task_func(",".join(tokens), threshold=0)
        self.assertEqual([item["kind"] for item in findings], ["text" if w.isascii() else "binary" for w in words])
