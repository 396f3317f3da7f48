import base64
import configparser
import unittest
from datetime import date, timedelta

import rsa


def task_func(text, public_key, product, today):
    """Judge a licence file that its vendor signed with RSA.

    The file is in INI format without interpolation and has two sections. [license] holds at least "product" and
    "seats" and perhaps "expires" (an ISO date, the last day of validity; a licence without it never expires).
    [signature] holds "value", a Base64 text that may be broken over several indented lines. The signature is a PKCS#1
    v1.5 signature with SHA-256 or a stronger SHA-2 hash (SHA-384, SHA-512) over the lines "key=value", each ended by
    a newline, for all options of [license], sorted by key, in UTF-8; keys count in lower case, values as configparser
    reads them.

    Parameters:
    - text (str): content of the licence file.
    - public_key (rsa.PublicKey): the vendor's key.
    - product (str): the product that asks; compared without regard to case.
    - today (date): the present day.

    Returns:
    - tuple: (state, seats, days). The state is the first that applies: "malformed" (not readable as INI, or a section
      or one of the options "product", "seats", "value" is missing), "forged" (the signature is not Base64, not valid
      or made with a weaker hash), "other product", "expired", "valid". For "expired" and "valid" seats is an int and
      days the number of days from today to the last day of validity, both included (0 or less once it is over), or
      None without an expiry date; for the other states both are None.

    Requirements:
    - base64
    - configparser
    - datetime
    - rsa

    Example:
    >>> task_func("[license]\\nproduct = Editor\\n", rsa.PublicKey(3233, 17), "editor", date(2024, 5, 1))
    ('malformed', None, None)
    """
    parser = configparser.ConfigParser(interpolation=None)
    try:
        parser.read_string(text)
        terms, signature = parser["license"], parser["signature"]["value"]
        licensed, seats = terms["product"], terms["seats"]
    except (configparser.Error, KeyError):
        return "malformed", None, None
    message = "".join(f"{key}={terms[key]}\n" for key in sorted(terms))
    try:
        signature = base64.b64decode("".join(signature.split()), validate=True)
        method = rsa.verify(message.encode(), signature, public_key)
    except (ValueError, rsa.VerificationError):
        return "forged", None, None
    if method not in {"SHA-256", "SHA-384", "SHA-512"}:
        return "forged", None, None
    if licensed.casefold() != product.casefold():
        return "other product", None, None
    days = None
    if "expires" in terms:
        days = (date.fromisoformat(terms["expires"]) - today + timedelta(days=1)).days
    state = "expired" if days is not None and days <= 0 else "valid"
    return state, int(seats), days


class TestCases(unittest.TestCase):
    N = int(
        "7797440293565619432305354608852624420898023606014374621417011793795240653879977682066772981412367974"
        "4990147847709256071937324440106970420520755650501768756940102380565682344522364778534899499272643401"
        "0364427999684654587184072991233"
    )
    D = int(
        "1012619044792056197084866153103509261123687060908926902404446150678109971545424570121767930250097865"
        "8004045774563271356125253331603234322141755446449872978087146312681957930031747028734106493985326334"
        "2079811903166151815108146888893"
    )
    P = int(
        "4750327382938273336571650210406067085806631402171418023350780676827825137564961407484467109748626015"
        "18829906100154503518871"
    )
    TODAY = date(2024, 2, 28)

    def setUp(self):
        self.public = rsa.PublicKey(self.N, 65537)
        self.private = rsa.PrivateKey(self.N, 65537, self.D, self.P, self.N // self.P)

    def write(self, terms, signed=None, method="SHA-256", wrap=40):
        message = "".join(f"{key}={value}\n" for key, value in sorted((signed or terms).items()))
        value = base64.b64encode(rsa.sign(message.encode("utf-8"), self.private, method)).decode()
        folded = "\n    ".join(value[start : start + wrap] for start in range(0, len(value), wrap))
        lines = [f"{key} = {value}" for key, value in terms.items()]
        return "\n".join(["[license]", *lines, "", "[signature]", f"value = {folded}", ""])

    def judge(self, text, product="Editor"):
        return task_func(text, self.public, product, self.TODAY)

    def test_valid_until_the_last_day(self):
        for expires, expected in (("2024-03-01", 3), ("2024-02-28", 1), ("2024-02-27", 0), ("2023-02-28", -364)):
            text = self.write({"seats": "25", "product": "Editor", "expires": expires})
            with self.subTest(expires=expires):
                self.assertEqual(self.judge(text), ("valid" if expected > 0 else "expired", 25, expected))

    def test_licence_without_end(self):
        text = self.write({"product": "Größe 100 %", "seats": "1", "owner": "Zoë = co", "area": "%(x)s"}, wrap=999)
        self.assertEqual(self.judge(text, "GRÖSSE 100 %"), ("valid", 1, None))
        self.assertEqual(self.judge(text.replace("seats", "SEATS"), "größe 100 %"), ("valid", 1, None))

    def test_altered_terms_are_forged(self):
        signed = {"product": "Editor", "seats": "5"}
        for terms in ({"product": "Editor", "seats": "6"}, {**signed, "expires": "2030-01-01"}):
            with self.subTest(terms=terms):
                self.assertEqual(self.judge(self.write(terms, signed)), ("forged", None, None))

    def test_broken_signatures_are_forged(self):
        text = self.write({"product": "Editor", "seats": "5"})
        head, _, value = text.partition("value = ")
        for wrong in ("", "*" + value, value[:8], value.replace(value[0], "A" if value[0] != "A" else "B")):
            with self.subTest(wrong=wrong):
                self.assertEqual(self.judge(f"{head}value = {wrong}"), ("forged", None, None))

    def test_weak_hashes_are_forged(self):
        for method in ("SHA-256", "SHA-384", "SHA-512", "SHA-1", "MD5", "SHA-224"):
            text = self.write({"product": "Editor", "seats": "5"}, method=method)
            expected = ("forged", None, None) if method in ("SHA-1", "MD5", "SHA-224") else ("valid", 5, None)
            with self.subTest(method=method):
                self.assertEqual(self.judge(text), expected)

    def test_other_product_comes_before_expired(self):
        text = self.write({"product": "Viewer", "seats": "5", "expires": "2000-01-01"})
        self.assertEqual(self.judge(text), ("other product", None, None))
        self.assertEqual(self.judge(text, "viewer")[0], "expired")

    def test_malformed_files(self):
        text = self.write({"product": "Editor", "seats": "5"})
        for old, new in (("[license]", "[licence]"), ("[signature]", ""), ("seats", "seat"), ("product", "name")):
            with self.subTest(old=old):
                self.assertEqual(self.judge(text.replace(old, new)), ("malformed", None, None))
        for other in ("", "product = Editor", text + "[license]\n", text.replace("value", "text")):
            with self.subTest(other=other):
                self.assertEqual(self.judge(other), ("malformed", None, None))
