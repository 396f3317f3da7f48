import hashlib
import unittest
from bisect import bisect_right
from collections import Counter
from fnmatch import fnmatchcase
from itertools import accumulate

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(user_ids, weights, salt, pinned=None):
    """Assign users to the variants of an experiment so that every run decides alike.

    A user's slot is the number formed by the first 8 bytes (big-endian) of the SHA-256 digest of "<salt>:<user id>" in
    UTF-8, modulo the sum of all weights. The slots from 0 on belong to the variants in the order of weights, each
    variant having as many slots in a row as its weight says. Pinned users do not take part in this: pinned maps
    shell-style patterns to variants, and the first pattern, in the order of the dict, that fits a whole user id
    (upper and lower case being different) decides about that user.

    Parameters:
    - user_ids (iterable of str): the users, repetitions allowed.
    - weights (dict): from variant name (str) to its weight (int, 0 or more).
    - salt (str): names the experiment.
    - pinned (dict or None): from pattern (str) to variant name, no patterns by default.

    Returns:
    - tuple: a dict from user id to variant, in the order of the users, and a dict from variant to the number of
      different users assigned to it, with all variants in the order of weights.

    Raises:
    - ValueError: if a weight is negative, the sum of the weights is 0, or a pinned variant is not in weights.

    Requirements:
    - bisect
    - collections
    - fnmatch
    - hashlib
    - itertools

    Example:
    >>> task_func(["ann", "bob", "qa-7"], {"old": 1, "new": 3}, "checkout", {"qa-*": "old"})
    ({'ann': 'old', 'bob': 'new', 'qa-7': 'old'}, {'old': 2, 'new': 1})
    """
    pinned = pinned or {}
    if any(weight < 0 for weight in weights.values()) or not any(weights.values()):
        raise ValueError("weights must be 0 or more, and not all 0")
    if not set(pinned.values()) <= set(weights):
        raise ValueError("a pinned variant has no weight")
    variants = list(weights)
    ends = list(accumulate(weights.values()))

    def choose(user):
        for pattern, variant in pinned.items():
            if fnmatchcase(user, pattern):
                return variant
        digest = hashlib.sha256(f"{salt}:{user}".encode()).digest()
        slot = int.from_bytes(digest[:8], "big") % ends[-1]
        return variants[bisect_right(ends, slot)]

    assignment = {user: choose(user) for user in user_ids}
    counts = Counter(assignment.values())
    return assignment, {variant: counts[variant] for variant in variants}


class TestCases(unittest.TestCase):
    def test_single_slots_follow_the_digest(self):
        users = ["u1", "u2", "ü3", "u4", "u5", "u6"]
        variants = ["a", "b", "c", "d", "e"]
        assignment, counts = task_func(users, dict.fromkeys(variants, 1), "exp")
        for user in users:
            number = int(hashlib.sha256(f"exp:{user}".encode()).hexdigest()[:16], 16)
            self.assertEqual(assignment[user], variants[number % 5])
        self.assertEqual(list(assignment), users)
        self.assertEqual(list(counts), variants)

    def test_fixed_values(self):
        users = [f"user{number}" for number in range(8)]
        assignment, counts = task_func(users, {"x": 2, "y": 1, "z": 1}, "color")
        self.assertEqual(" ".join(assignment.values()), "z y z x y z z y")
        self.assertEqual(counts, {"x": 1, "y": 3, "z": 4})

    def test_variants_without_weight_get_nobody(self):
        users = [str(number) for number in range(60)]
        _, counts = task_func(users, {"p": 0, "q": 1, "r": 0, "s": 1, "t": 0}, "")
        self.assertEqual((counts["p"], counts["r"], counts["t"]), (0, 0, 0))
        self.assertEqual(counts["q"] + counts["s"], 60)
        self.assertGreater(min(counts["q"], counts["s"]), 15)

    def test_pinned_users(self):
        pinned = {"vip-*": "gold", "vip-1": "base", "Team?": "base", "*[0-4]x": "gold"}
        users = ["vip-1", "Team7", "a3x", "vip-", "my-vip-2", "team7", "a9x"]
        assignment, counts = task_func(users, {"rest": 1, "gold": 0, "base": 0}, "s", pinned)
        expected = ["gold", "base", "gold", "gold", "rest", "rest", "rest"]
        self.assertEqual(list(assignment.items()), list(zip(users, expected, strict=True)))
        self.assertEqual(counts, {"rest": 3, "gold": 3, "base": 1})

    def test_repeated_users_count_once(self):
        self.assertEqual(task_func(iter(["k", "l", "k"]), {"only": 7}, "s"), ({"k": "only", "l": "only"}, {"only": 2}))

    def test_everybody_pinned(self):
        self.assertEqual(task_func(["u"], {"a": 0, "b": 4}, "s", {"u": "a", "*": "b"}), ({"u": "a"}, {"a": 1, "b": 0}))

    def test_no_users(self):
        self.assertEqual(task_func([], {"b": 1, "a": 0}, "s", {}), ({}, {"b": 0, "a": 0}))

    def test_bad_arguments(self):
        for weights in ({}, {"a": 0, "b": 0}, {"a": 3, "b": -1}):
            with self.subTest(weights=weights), self.assertRaises(ValueError):
                task_func(["u"], weights, "s")
        with self.assertRaises(ValueError):
            task_func(["u"], {"a": 1}, "s", {"*": "a", "z": "b"})

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.integers(0, 5), min_size=1, max_size=6).filter(any), st.sampled_from(["", "a:", "é"]))
    def test_same_as_laying_out_all_slots(self, numbers, salt):
        weights = {f"v{index}": number for index, number in enumerate(numbers)}
        slots = [variant for variant, number in weights.items() for _ in range(number)]
        users = ["ann", "bob", "eve"]
        expected = {}
        for user in users:
            start = hashlib.sha256(f"{salt}:{user}".encode()).digest()[:8]
            expected[user] = slots[int(start.hex(), 16) % len(slots)]

        self.assertEqual(task_func(users, weights, salt)[0], expected)
