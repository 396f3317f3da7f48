import base64
import hashlib
import math
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import mod_inverse


def task_func(shares, threshold, prime=2**521 - 1):
    """Recover a secret from Shamir shares and refuse shares that do not belong together.

    A share is a text "X:Y": X is a decimal number of at least 1, Y the Base64 of a number's big-endian bytes (leading
    zero bytes are allowed). The shares are points of a polynomial of degree threshold - 1 over the integers modulo
    the prime, whose value at 0, as the shortest big-endian bytes, is a byte 0x01, the secret, and the first four
    bytes of the secret's SHA-256. A repetition of the same point counts as one share. More shares than the threshold
    may be given: all of them must lie on the one polynomial.

    Parameters:
    - shares (list of str): the shares in any order.
    - threshold (int): number of shares that determine the polynomial, at least 1.
    - prime (int): the modulus. Default is 2**521 - 1.

    Returns:
    - bytes: the secret.

    Raises:
    - ValueError: if there are fewer different points than the threshold, if two values are given for the same X, if a
      point lies off the polynomial, or if the value at 0 has not the form described.

    Requirements:
    - base64
    - hashlib
    - math
    - sympy

    Example:
    >>> task_func(["1:AU9LVlM5vA==", "2:AU9LVlM5vA=="], 2)
    b'OK'
    """
    points = {}
    for share in shares:
        left, right = share.split(":")
        x, y = int(left), int.from_bytes(base64.b64decode(right), "big")
        if points.setdefault(x, y) != y:
            raise ValueError(f"two values for share {x}")
    if len(points) < threshold:
        raise ValueError(f"{len(points)} of {threshold} shares")
    base = list(points)[:threshold]

    def value_at(position):
        total = 0
        for x in base:
            others = [other for other in base if other != x]
            numerator = math.prod(position - other for other in others)
            denominator = math.prod(x - other for other in others)
            total += points[x] * numerator * int(mod_inverse(denominator, prime))
        return total % prime

    if any(value_at(x) != y for x, y in points.items()):
        raise ValueError("the shares do not belong together")
    number = value_at(0)
    payload = number.to_bytes(math.ceil(number.bit_length() / 8), "big")
    secret, checksum = payload[1:-4], payload[-4:]
    if payload[:1] != b"\x01" or checksum != hashlib.sha256(secret).digest()[:4]:
        raise ValueError("the recovered value is damaged")
    return secret


class TestCases(unittest.TestCase):
    PRIME = 2**521 - 1

    def number(self, secret):
        return int.from_bytes(b"\x01" + secret + hashlib.sha256(secret).digest()[:4], "big")

    def deal(self, number, coefficients, positions, prime=PRIME, width=66):
        shares = []
        for x in positions:
            y = (number + sum(c * x**power for power, c in enumerate(coefficients, 1))) % prime
            shares.append(f"{x}:{base64.b64encode(y.to_bytes(width, 'big')).decode()}")
        return shares

    def test_any_shares_in_any_order(self):
        shares = self.deal(self.number(b"\x00launch code\x00"), [2**500 + 17, 3**300], [1, 2, 5, 9])
        for chosen in (shares[:3], shares[1:], shares[::-1], [shares[3], shares[0], shares[2], shares[0]]):
            with self.subTest(chosen=chosen):
                self.assertEqual(task_func(chosen, 3), b"\x00launch code\x00")

    def test_threshold_of_one_and_empty_secret(self):
        self.assertEqual(task_func(self.deal(self.number(b""), [], [4, 7], width=5), 1), b"")

    def test_other_prime(self):
        shares = self.deal(self.number(b"abc"), [2**88 + 5, 2**87 - 3], [3, 1, 2], prime=2**89 - 1, width=12)
        self.assertEqual(task_func(shares, 3, prime=2**89 - 1), b"abc")
        with self.assertRaises(ValueError):
            task_func(shares, 3)

    def test_too_few_different_points(self):
        shares = self.deal(self.number(b"x"), [99], [1, 2])
        self.assertEqual(task_func(shares, 2), b"x")
        constant = self.deal(self.number(b"x"), [], [1])
        for chosen in ([], shares[:1], [shares[1]] * 3, constant):
            with self.subTest(chosen=chosen), self.assertRaises(ValueError):
                task_func(chosen, 2)

    def test_contradictory_or_foreign_points(self):
        good = self.deal(self.number(b"x"), [99], [1, 2, 3])
        foreign = self.deal(self.number(b"x"), [98], [3, 4])
        for chosen in (good + foreign[:1], good + foreign[1:], foreign[1:] + good):
            with self.subTest(chosen=chosen), self.assertRaises(ValueError):
                task_func(chosen, 2)

    def test_damaged_value(self):
        number = self.number(b"x")
        for wrong in (number + 1, number + 2**40, number - 2**40, number + 2**48, number ^ 2**31, 0, 1):
            with self.subTest(wrong=wrong), self.assertRaises(ValueError):
                task_func(self.deal(wrong, [7], [1, 2]), 2)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(
        st.binary(max_size=40),
        st.lists(st.integers(0, 2**520), max_size=3),
        st.sets(st.integers(1, 255), min_size=4, max_size=6),
    )
    def test_round_trip(self, secret, coefficients, positions):
        shares = self.deal(self.number(secret), coefficients, positions)
        self.assertEqual(task_func(shares, len(coefficients) + 1), secret)
