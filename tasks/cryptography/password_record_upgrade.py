import base64
import hashlib
import hmac
import secrets
import unicodedata
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(record, password, iterations):
    """Check a password against a stored record and renew the record if it is out of date.

    Two kinds of record exist. "sha1$SALT$DIGEST" is the old one: DIGEST is the hexadecimal SHA-1, in lower or upper
    case, of the salt's text followed by the password, both in UTF-8. "pbkdf2$COUNT$SALT$KEY" is the current one: KEY
    is the Base64 of the 32-byte PBKDF2-HMAC-SHA256 key of the password (UTF-8) with COUNT iterations and the salt's
    bytes, of which SALT is the Base64. Passwords are brought into the Unicode form NFKC before use. A record is out
    of date if it is of the old kind or counts fewer iterations than wanted.

    Parameters:
    - record (str): the stored record.
    - password (str): the password to check.
    - iterations (int): wanted number of PBKDF2 iterations.

    Returns:
    - tuple: (matches, record); a bool, and the record to store from now on: a new one of the current kind with the
      wanted iterations and 16 fresh random bytes of salt if the password matches and the record is out of date,
      otherwise the given record unchanged.

    Raises:
    - ValueError: if the record is of neither kind.

    Requirements:
    - base64
    - hashlib
    - hmac
    - secrets
    - unicodedata

    Example:
    >>> matches, renewed = task_func("sha1$pepper$6cda6ea8e8fd21ca50d4b8ac0ec85b8c5cb4e4a0", "wrong guess", 10)
    >>> matches, renewed
    (False, 'sha1$pepper$6cda6ea8e8fd21ca50d4b8ac0ec85b8c5cb4e4a0')
    """
    phrase = unicodedata.normalize("NFKC", password).encode()
    match record.split("$"):
        case ["sha1", salt, digest]:
            outdated = True
            actual, expected = hashlib.sha1(salt.encode() + phrase).digest(), bytes.fromhex(digest)
        case ["pbkdf2", count, salt, key]:
            outdated = int(count) < iterations
            actual = hashlib.pbkdf2_hmac("sha256", phrase, base64.b64decode(salt), int(count))
            expected = base64.b64decode(key)
        case _:
            raise ValueError("unknown kind of password record")
    matches = hmac.compare_digest(actual, expected)
    if matches and outdated:
        fresh = secrets.token_bytes(16)
        derived = hashlib.pbkdf2_hmac("sha256", phrase, fresh, iterations)
        record = f"pbkdf2${iterations}${base64.b64encode(fresh).decode()}${base64.b64encode(derived).decode()}"
    return matches, record


class TestCases(unittest.TestCase):
    def old(self, password, salt="pepper"):
        return f"sha1${salt}${hashlib.sha1((salt + password).encode('utf-8')).hexdigest()}"

    def current(self, password, count, salt=b"\xff\xfe\xfd"):
        key = hashlib.pbkdf2_hmac("sha256", password.encode("utf-8"), salt, count)
        return "$".join(["pbkdf2", str(count), base64.b64encode(salt).decode(), base64.b64encode(key).decode()])

    def test_current_record_is_kept(self):
        for count in (20, 21):
            record = self.current("tr0ub4dor", count)
            with self.subTest(count=count):
                self.assertEqual(task_func(record, "tr0ub4dor", 20), (True, record))

    def test_weak_record_is_renewed(self):
        matches, renewed = task_func(self.current("tr0ub4dor", 19), "tr0ub4dor", 20)
        self.assertIs(matches, True)
        kind, count, salt, _ = renewed.split("$")
        self.assertEqual((kind, count, len(base64.b64decode(salt))), ("pbkdf2", "20", 16))
        self.assertEqual(renewed, self.current("tr0ub4dor", 20, base64.b64decode(salt)))

    def test_old_record_is_renewed_with_fresh_salt(self):
        upper = self.old("geheim", "Ä").replace("sha1$Ä$", "").upper()
        first, second = (task_func(f"sha1$Ä${upper}", "geheim", 5) for _ in range(2))
        self.assertEqual((first[0], second[0]), (True, True))
        self.assertNotEqual(first[1], second[1])
        self.assertEqual(task_func(first[1], "geheim", 5), first)

    def test_wrong_password_changes_nothing(self):
        for record in (self.old("right"), self.current("right", 3), self.current("right", 30)):
            with self.subTest(record=record):
                self.assertEqual(task_func(record, "Right", 10), (False, record))

    def test_equivalent_spellings_of_a_password(self):
        matches, renewed = task_func(self.old("fi-caf\u00e9"), "\ufb01-cafe\u0301", 4)
        self.assertIs(matches, True)
        self.assertEqual(task_func(renewed, "fi-caf\u00e9", 4), (True, renewed))
        self.assertIs(task_func(self.old("cafe\u0301"), "cafe\u0301", 4)[0], False)

    def test_unknown_kinds(self):
        for record in ("", "plain", "md5$a$b", "SHA1$a$b", "sha1$a", "pbkdf2$1$a", "sha1$a$b$c", "pbkdf2$1$YQ==$YQ==$"):
            with self.subTest(record=record), self.assertRaises(ValueError):
                task_func(record, "x", 1)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.text("aé$ \u212b", max_size=4), st.text("aé$ \u212b", max_size=4), st.integers(1, 5), st.integers(1, 5))
    def test_only_the_same_password_matches(self, stored, typed, count, wanted):
        record = self.current(unicodedata.normalize("NFKC", stored), count)
        same = unicodedata.normalize("NFKC", stored) == unicodedata.normalize("NFKC", typed)
        matches, renewed = task_func(record, typed, wanted)
        self.assertIs(matches, same)
        self.assertEqual(renewed == record, not same or count >= wanted)
