import base64
import hashlib
import unittest

from Crypto.Cipher import AES
from Crypto.Util.Padding import pad, unpad
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(armored, password, *, iterations=10000, key_bits=256):
    """Decrypt what "openssl enc -aes-256-cbc -pbkdf2 -a" has encrypted.

    The text is Base64 in which line ends and other white space mean nothing. Decoded, it is the eight bytes
    "Salted__", a salt of eight bytes, and the ciphertext. PBKDF2-HMAC-SHA256 over the password (in UTF-8) and the
    salt yields the AES key followed by the 16-byte initialisation vector. The cipher is AES in CBC mode with PKCS#7
    padding.

    Parameters:
    - armored (str): the encrypted text.
    - password (str): the password.
    - iterations (int): PBKDF2 iterations. Default is 10000.
    - key_bits (int): length of the AES key: 128, 192 or 256. Default is 256.

    Returns:
    - bytes: the plaintext.

    Raises:
    - ValueError: if the key length is none of the three, the text is not Base64 (other characters included), does not
      begin with "Salted__" and eight more bytes, holds no ciphertext or one that is not made of whole blocks, or the
      padding is wrong (in general: the password is).

    Requirements:
    - base64
    - hashlib
    - Crypto.Cipher.AES
    - Crypto.Util.Padding

    Example:
    >>> task_func("U2FsdGVkX1+TnsocH45wD2SH/ruiDlGNkrJltYI/f7o=", "pässword")
    b''
    """
    if key_bits not in (128, 192, 256):
        raise ValueError(f"no AES with {key_bits} bits")
    raw = base64.b64decode("".join(armored.split()), validate=True)
    magic, salt, ciphertext = raw[:8], raw[8:16], raw[16:]
    if magic != b"Salted__" or not ciphertext:
        raise ValueError("not a salted OpenSSL message")
    key_size = key_bits // 8
    material = hashlib.pbkdf2_hmac("sha256", password.encode(), salt, iterations, dklen=key_size + AES.block_size)
    cipher = AES.new(material[:key_size], AES.MODE_CBC, iv=material[key_size:])
    return unpad(cipher.decrypt(ciphertext), AES.block_size)


class TestCases(unittest.TestCase):
    ARMORED = "U2FsdGVkX1+k2QeS0tGgF3gH8gu4mBHtGVkzHjFPk4Bbi+jML6JRX7W6c/LrvKfa"

    def encrypt(self, plain, password=b"p", count=3, bits=256, salt=b"\xf0\x0d" * 4, magic=b"Salted__"):
        material = hashlib.pbkdf2_hmac("sha256", password, salt, count, 48)
        cipher = AES.new(material[: bits // 8], AES.MODE_CBC, material[bits // 8 : bits // 8 + 16])
        return base64.encodebytes(magic + salt + cipher.encrypt(pad(plain, 16))).decode()

    def test_message_made_by_openssl(self):
        plain = task_func(self.ARMORED, "sesame", iterations=1000)
        self.assertEqual(plain, "attack at dawn, träume".encode())

    def test_default_iterations_and_utf8_password(self):
        armored = self.encrypt(b"\x00\x01", "pä".encode(), count=10000)
        self.assertEqual(task_func(armored, "pä"), b"\x00\x01")

    def test_shorter_keys(self):
        for bits in (128, 192):
            with self.subTest(bits=bits):
                armored = self.encrypt(b"x" * 16, bits=bits)
                self.assertEqual(task_func(armored, "p", iterations=3, key_bits=bits), b"x" * 16)

    def test_white_space_means_nothing(self):
        armored = self.encrypt(b"long text " * 20)
        self.assertGreater(armored.count("\n"), 3)
        spaced = "\r\n" + armored.replace("\n", " \r\n\t")
        self.assertEqual(task_func(spaced, "p", iterations=3), b"long text " * 20)

    def test_malformed_messages(self):
        armored = self.encrypt(b"x")
        raw = base64.b64decode(armored)
        others = [self.encrypt(b"x", magic=b"salted__"), "", "!" + armored, armored.rstrip("=\n")]
        for text in others + [base64.b64encode(raw[:size]).decode() for size in (8, 12, 16, 31)]:
            with self.subTest(text=text), self.assertRaises(ValueError):
                task_func(text, "p", iterations=3)

    def test_wrong_password_or_key_length(self):
        for password in ("SESAME", ""):
            with self.subTest(password=password), self.assertRaises(ValueError):
                task_func(self.ARMORED, password, iterations=1000)
        for bits in (64, 129, 255, 257):
            with self.subTest(bits=bits), self.assertRaises(ValueError):
                task_func(self.encrypt(b"x", bits=max(128, bits // 64 * 64)), "p", iterations=3, key_bits=bits)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.binary(max_size=50), st.binary(min_size=8, max_size=8), st.text("aé ", max_size=3), st.integers(1, 4))
    def test_round_trip(self, plain, salt, password, count):
        armored = self.encrypt(plain, password.encode("utf-8"), count, salt=salt)
        self.assertEqual(task_func(armored, password, iterations=count), plain)
