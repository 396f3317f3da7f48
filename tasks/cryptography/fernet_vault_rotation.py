import json
import tempfile
import unittest
from datetime import datetime, timedelta, timezone
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


def task_func(path, keys, now, max_age):
    """Move a file of Fernet tokens to the newest key and forget the tokens that are too old.

    The file is a JSON object (UTF-8) that maps names to Fernet tokens. A token that opens under the newest key stays
    as it is, one that opens under another of the keys is encrypted anew under the newest key without losing the time
    at which it was made. Of these tokens, those made more than `max_age` before `now` are removed. A token that opens
    under no key stays as it is, whatever its age. The file is then rewritten with the names in sorted order, indented
    by two spaces, non-ASCII characters unescaped, and a newline at its end.

    Parameters:
    - path (str or Path): the file.
    - keys (list of str): Fernet keys, newest first.
    - now (datetime): the present, aware.
    - max_age (timedelta): greatest permitted age; a token of exactly this age stays.

    Returns:
    - dict: maps each of "kept", "rotated", "expired" and "unreadable" (in this order) to the sorted list of names
      that met with this fate; an expired token is only "expired", whichever key opened it.

    Raises:
    - ValueError: if there are no keys or one of them is not a Fernet key; the file is then not touched.

    Requirements:
    - json
    - datetime
    - pathlib
    - cryptography.fernet

    Example:
    >>> key = Fernet.generate_key().decode()
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     vault = Path(folder, "vault.json")
    ...     _ = vault.write_text('{"db": "damaged"}')
    ...     task_func(vault, [key], datetime(2024, 1, 1, tzinfo=timezone.utc), timedelta(days=90))
    {'kept': [], 'rotated': [], 'expired': [], 'unreadable': ['db']}
    """
    newest, *_ = boxes = [Fernet(key) for key in keys]
    ring = MultiFernet(boxes)
    path = Path(path)
    fates = {"kept": [], "rotated": [], "expired": [], "unreadable": []}
    vault = {}
    for name, token in sorted(json.loads(path.read_bytes()).items()):
        try:
            rotated = ring.rotate(token).decode()
        except InvalidToken:
            fates["unreadable"].append(name)
            vault[name] = token
            continue
        made = datetime.fromtimestamp(newest.extract_timestamp(rotated), timezone.utc)
        if now - made > max_age:
            fates["expired"].append(name)
            continue
        try:
            newest.decrypt(token)
            fates["kept"].append(name)
            vault[name] = token
        except InvalidToken:
            fates["rotated"].append(name)
            vault[name] = rotated
    path.write_bytes((json.dumps(vault, indent=2, ensure_ascii=False) + "\n").encode())
    return fates


class TestCases(unittest.TestCase):
    NOW = datetime(2024, 6, 1, tzinfo=timezone.utc)
    KEYS = [letter * 43 + "=" for letter in "AEI"]

    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.path = Path(scratch.name, "vault.json")

    def token(self, key, text, days, seconds=0):
        made = self.NOW - timedelta(days=days, seconds=seconds)
        return Fernet(key).encrypt_at_time(text.encode(), int(made.timestamp())).decode()

    def save(self, vault):
        self.path.write_text(json.dumps(vault), encoding="utf-8")
        return self.path

    def load(self):
        return json.loads(self.path.read_text(encoding="utf-8"))

    def test_old_keys_are_rotated_with_their_time(self):
        vault = {"z": self.token(self.KEYS[2], "three", 5), "a": self.token(self.KEYS[1], "two", 6)}
        fates = task_func(self.save(vault), self.KEYS, self.NOW, timedelta(days=10))
        self.assertEqual(fates, {"kept": [], "rotated": ["a", "z"], "expired": [], "unreadable": []})
        newest, saved = Fernet(self.KEYS[0]), self.load()
        self.assertEqual([newest.decrypt(saved[name]) for name in ("a", "z")], [b"two", b"three"])
        ages = [self.NOW.timestamp() - newest.extract_timestamp(saved[name]) for name in ("a", "z")]
        self.assertEqual(ages, [6 * 86400, 5 * 86400])

    def test_newest_key_keeps_its_tokens(self):
        vault = {"b": self.token(self.KEYS[0], "x", 1), "a": self.token(self.KEYS[0], "", 2)}
        fates = task_func(str(self.save(vault)), self.KEYS, self.NOW, timedelta(days=10))
        self.assertEqual(fates, {"kept": ["a", "b"], "rotated": [], "expired": [], "unreadable": []})
        self.assertEqual(list(fates), ["kept", "rotated", "expired", "unreadable"])
        self.assertEqual(self.load(), vault)

    def test_age_limit_for_all_readable_tokens(self):
        vault = {
            f"{label}{number}": self.token(key, "x", 10, extra)
            for label, extra in (("at", 0), ("over", 1))
            for number, key in enumerate(self.KEYS)
        }
        elsewhere = self.NOW.astimezone(timezone(timedelta(hours=7)))
        fates = task_func(self.save(vault), self.KEYS, elsewhere, timedelta(days=10))
        self.assertEqual((fates["kept"], fates["rotated"]), (["at0"], ["at1", "at2"]))
        self.assertEqual(fates["expired"], ["over0", "over1", "over2"])
        self.assertEqual(list(self.load()), ["at0", "at1", "at2"])

    def test_unreadable_tokens_stay(self):
        foreign = self.token("M" * 43 + "=", "x", 900)
        vault = {"short": "AAAA", "foreign": foreign, "cut": self.token(self.KEYS[0], "x", 1)[:-4]}
        fates = task_func(self.save(vault), self.KEYS, self.NOW, timedelta(days=10))
        self.assertEqual(fates, {"kept": [], "rotated": [], "expired": [], "unreadable": ["cut", "foreign", "short"]})
        self.assertEqual(self.load(), vault)

    def test_layout_of_the_file(self):
        task_func(self.save({"ü": "AAAA", "db": "BBBB"}), self.KEYS[:1], self.NOW, timedelta(days=1))
        expected = '{\n  "db": "BBBB",\n  "ü": "AAAA"\n}\n'
        self.assertEqual(self.path.read_bytes(), expected.encode("utf-8"))

    def test_bad_keys_leave_the_file_alone(self):
        content = self.save({"b": self.token(self.KEYS[0], "x", 99), "a": "AAAA"}).read_bytes()
        for keys in ([], ["tooshort"], [self.KEYS[0], "x" * 43]):
            with self.subTest(keys=keys), self.assertRaises(ValueError):
                task_func(self.path, keys, self.NOW, timedelta(days=1))
        self.assertEqual(self.path.read_bytes(), content)

    def test_empty_vault(self):
        fates = task_func(self.save({}), self.KEYS, self.NOW, timedelta(0))
        self.assertEqual(fates, {"kept": [], "rotated": [], "expired": [], "unreadable": []})
        self.assertEqual(self.path.read_text(), "{}\n")
