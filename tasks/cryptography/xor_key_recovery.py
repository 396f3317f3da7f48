import binascii
import string
import unittest

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(ciphertext, max_length=16):
    """Break a repeating-key XOR cipher whose plaintext is mostly lower-case English.

    The length of the key is estimated first: for each length from 1 to the smaller of `max_length` and half the
    number of bytes (rounded down), take the share of equal bytes among all pairs of bytes at that distance. The
    length with the greatest share is the key's length, of equal shares the smallest. Then each byte of the key is
    found by itself: the byte under which most of the ciphertext bytes that it covers decrypt to one of the 27
    characters a to z and blank, of equally good bytes the smallest.

    Parameters:
    - ciphertext (str): the ciphertext in hexadecimal, at least two bytes.
    - max_length (int): greatest key length to try, at least 1. Default is 16.

    Returns:
    - tuple: (key, plaintext, score): two bytes objects, and as a float, rounded to four decimal places, the share of
      the plaintext's bytes that are among the 27 characters.

    Raises:
    - ValueError: if the text is not hexadecimal or holds fewer than two bytes.

    Requirements:
    - binascii
    - string
    - numpy

    Example:
    >>> task_func("0f1c0f1c0f1c0f1c0f1c0f1c0f1c", 4)
    (b'/<', b'              ', 1.0)
    """
    data = np.frombuffer(binascii.unhexlify(ciphertext), dtype=np.uint8)
    if data.size < 2:
        raise ValueError("too little ciphertext")
    lengths = range(1, min(max_length, data.size // 2) + 1)
    shares = [np.mean(data[length:] == data[:-length]) for length in lengths]
    key_length = lengths[int(np.argmax(shares))]
    alphabet = np.frombuffer((string.ascii_lowercase + " ").encode(), dtype=np.uint8)
    candidates = np.arange(256, dtype=np.uint8)
    key = bytearray()
    for start in range(key_length):
        column = data[start::key_length]
        hits = np.isin(column[np.newaxis, :] ^ candidates[:, np.newaxis], alphabet).sum(axis=1)
        key.append(int(np.argmax(hits)))
    plain = data ^ np.resize(np.frombuffer(bytes(key), dtype=np.uint8), data.size)
    score = round(float(np.isin(plain, alphabet).mean()), 4)
    return bytes(key), plain.tobytes(), score


class TestCases(unittest.TestCase):
    TEXT = (
        b"it was late in the evening when the old ferry left the harbour, and the few people on board had already "
        b"found a place out of the wind. nobody spoke. the engine hummed, the lamps of the town grew small, and after "
        b"a while the only light that was left came from the window of the wheelhouse, where the captain was reading "
        b"a letter that he had read many times before."
    )

    def encrypt(self, text, key):
        return bytes(byte ^ key[index % len(key)] for index, byte in enumerate(text)).hex()

    def test_text_with_short_and_longer_keys(self):
        for key in (b"LIME", b"\x00\xff\x80\x01\x7f", b"blueberries"):
            with self.subTest(key=key):
                found, plain, score = task_func(self.encrypt(self.TEXT, key))
                self.assertEqual((found, plain), (key, self.TEXT))
                self.assertEqual(score, 0.9807)

    def test_greatest_length_is_tried_and_no_greater(self):
        pattern = self.encrypt(b" " * 40, b"\x11\x22\x33\x44")
        self.assertEqual(len(task_func(pattern, 4)[0]), 4)
        self.assertEqual(len(task_func(pattern, 3)[0]), 1)
        self.assertEqual(len(task_func("0102030401020304")[0]), 4)
        self.assertEqual(len(task_func("01020304050102030405"[:18])[0]), 1)

    def test_sixteen_is_the_default_limit(self):
        for size, expected in ((16, 16), (17, 1)):
            pattern = bytes(range(size)) * 4
            with self.subTest(size=size):
                self.assertEqual(len(task_func(pattern.hex())[0]), expected)

    def test_ties_between_key_bytes(self):
        self.assertEqual(task_func("8080"), (b"\xa0", b"  ", 1.0))
        self.assertEqual(task_func("6162"), (b"\x00", b"ab", 1.0))
        self.assertEqual(task_func("415A"), (b"\x20", b"az", 1.0))

    def test_score_is_rounded(self):
        text = b"aaaaaaaaaaaaaaaaaaaaaa" + b"A"
        self.assertEqual(task_func(text.hex(), 1), (b"\x00", text, 0.9565))
        text = b"bc" * 8 + b"\x9a"
        self.assertEqual(task_func(text.hex(), 1)[2], 0.9412)

    def test_unusable_input(self):
        for text in ("", "ab", "abc", "zz00", "01 02"):
            with self.subTest(text=text), self.assertRaises(ValueError):
                task_func(text)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.binary(min_size=2, max_size=60), st.integers(1, 8))
    def test_key_and_plaintext_give_the_ciphertext(self, data, limit):
        key, plain, score = task_func(data.hex(), limit)
        self.assertTrue(1 <= len(key) <= min(limit, len(data) // 2))
        self.assertEqual(self.encrypt(plain, key), data.hex())
        self.assertEqual(score, round(sum(c == 32 or 97 <= c <= 122 for c in plain) / len(plain), 4))
