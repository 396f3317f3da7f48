import bisect
import collections
import hashlib
import hmac
import itertools
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats


def task_func(users, secret, weights, alpha=0.01):
    """Assign users to the arms of an experiment by a keyed hash and audit the split.

    For each user take the HMAC-SHA256 of the UTF-8 user id under the secret and read the first eight bytes of the
    digest as a big-endian integer h. The user's slot is h * total // 2**64, where total is the sum of the weights.
    Slots are dealt out to the arms in the order of the mapping: with weights {'a': 2, 'b': 1} slots 0 and 1 belong
    to 'a' and slot 2 to 'b'. Users that occur several times count once. Compare the number of users per arm with
    the numbers expected from the weights by Pearson's chi-square test.

    Parameters:
    - users (list[str]): User ids.
    - secret (bytes): Key of the hash.
    - weights (dict[str, int]): Relative size of each arm.
    - alpha (float): Level of the test. Default 0.01.

    Returns:
    - dict: 'assignment' (dict user -> arm in order of first occurrence), 'counts' (dict arm -> number of users, for
      every arm, in the order of weights), 'p_value' (float rounded to six decimals) and 'mismatch' (bool, whether the
      unrounded p-value is less than alpha).

    Raises:
    - ValueError: If there are no users, fewer than two arms, or a weight below 1.

    Requirements:
    - bisect
    - collections
    - hashlib
    - hmac
    - itertools
    - scipy.stats

    Example:
    >>> task_func(['u1', 'u2', 'u3', 'u1'], b'key', {'old': 1, 'new': 1})['counts']
    {'old': 2, 'new': 1}
    """
    if not users or len(weights) < 2 or min(weights.values()) < 1:
        raise ValueError(f"cannot split {len(users)} users over {weights}")
    bounds = list(itertools.accumulate(weights.values()))
    arms = list(weights)

    def assign(user):
        digest = hmac.new(secret, user.encode(), hashlib.sha256).digest()
        slot = int.from_bytes(digest[:8], "big") * bounds[-1] >> 64
        return arms[bisect.bisect_right(bounds, slot)]

    assignment = {user: assign(user) for user in users}
    tally = collections.Counter(assignment.values())
    counts = {arm: tally[arm] for arm in arms}
    expected = [len(assignment) * weight / bounds[-1] for weight in weights.values()]
    p_value = float(stats.chisquare(list(counts.values()), expected).pvalue)
    return {"assignment": assignment, "counts": counts, "p_value": round(p_value, 6), "mismatch": p_value < alpha}


class TestCases(unittest.TestCase):
    def slot(self, user, secret, total):
        digest = hmac.digest(secret, user.encode("utf-8"), "sha256")
        return int(digest.hex()[:16], 16) * total // 2**64

    def test_slots_follow_the_order_of_the_mapping(self):
        weights = {"control": 3, "blue": 1, "green": 2}
        layout = ["control"] * 3 + ["blue"] + ["green"] * 2
        users = [f"user-{number}" for number in range(300)] + ["zoë", "李"]
        result = task_func(users, b"k1", weights)
        self.assertEqual(list(result), ["assignment", "counts", "p_value", "mismatch"])
        self.assertEqual(result["assignment"], {user: layout[self.slot(user, b"k1", 6)] for user in users})
        self.assertEqual(list(result["assignment"]), users)
        self.assertEqual(list(result["counts"]), ["control", "blue", "green"])
        self.assertEqual(sum(result["counts"].values()), 302)
        self.assertEqual(len(set(result["assignment"].values())), 3)

    def test_p_value(self):
        users = [str(number) for number in range(60)]
        result = task_func(users, b"salt", {"a": 2, "b": 1})
        a, b = result["counts"].values()
        statistic = (a - 40) ** 2 / 40 + (b - 20) ** 2 / 20
        self.assertAlmostEqual(result["p_value"], stats.chi2.sf(statistic, 1), places=5)
        self.assertEqual(result["p_value"], round(result["p_value"], 6))
        self.assertNotEqual(result["p_value"], round(result["p_value"], 5))
        self.assertIs(result["mismatch"], False)

    def test_mismatch_is_reported(self):
        users = [user for user in map(str, range(200)) if self.slot(user, b"s", 2) == 0][:40]
        users += [user for user in map(str, range(200)) if self.slot(user, b"s", 2) == 1][:14]
        result = task_func(users, b"s", {"a": 1, "b": 1})
        self.assertEqual(result["counts"], {"a": 40, "b": 14})
        self.assertEqual(result["p_value"], 0.000403)
        self.assertIs(result["mismatch"], True)
        self.assertIs(task_func(users, b"s", {"a": 1, "b": 1}, alpha=0.0004)["mismatch"], False)

    def test_default_level_is_one_percent(self):
        pool = [[user for user in map(str, range(200)) if self.slot(user, b"s", 2) == side] for side in (0, 1)]
        inside = task_func(pool[0][:33] + pool[1][:16], b"s", {"a": 1, "b": 1})
        self.assertEqual(inside["p_value"], 0.015158)
        self.assertIs(inside["mismatch"], False)
        outside = task_func(pool[0][:34] + pool[1][:15], b"s", {"a": 1, "b": 1})
        self.assertEqual(outside["p_value"], 0.006642)
        self.assertIs(outside["mismatch"], True)
        even = task_func(pool[0][:9] + pool[1][:9], b"s", {"a": 1, "b": 1}, alpha=1.0)
        self.assertEqual((even["p_value"], even["mismatch"]), (1.0, False))

    def test_repeated_users_and_empty_arms(self):
        result = task_func(["x", "y", "x", "x"], b"", {"a": 1, "b": 10**6, "c": 1})
        self.assertEqual(result["assignment"], {"x": "b", "y": "b"})
        self.assertEqual(result["counts"], {"a": 0, "b": 2, "c": 0})
        self.assertEqual(result["p_value"], 0.999998)

    def test_rejects_impossible_experiments(self):
        for users, weights in (
            ([], {"a": 1, "b": 1}),
            (["u"], {"a": 1}),
            (["u"], {}),
            (["u"], {"a": 1, "b": 0}),
            (["u"], {"a": -1, "b": 3}),
        ):
            with self.subTest(users=users, weights=weights), self.assertRaises(ValueError):
                task_func(users, b"k", weights)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.text("aZ0 é€😀", max_size=6), min_size=2, max_size=4), st.binary(max_size=8), st.integers(1, 9))
    def test_a_user_keeps_the_arm_whoever_else_takes_part(self, users, secret, weight):
        weights = {"a": weight, "b": 4}
        together = task_func(users, secret, weights)["assignment"]
        self.assertEqual(task_func(users[-1:], secret, weights)["assignment"], {users[-1]: together[users[-1]]})
        self.assertEqual(together, task_func(users[::-1], secret, weights)["assignment"])
