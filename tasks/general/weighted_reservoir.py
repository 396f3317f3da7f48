import csv
import heapq
import io
import math
import random
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(csv_text, size, seed):
    """Draw a reproducible weighted sample without replacement from the rows of a CSV text.

    The text has a header with at least the columns item and weight. Rows are read once, in order. A row whose weight is
    0 can not be drawn and uses up no random number. Every other row gets the key u ** (1 / weight), where u is the next
    value of random() of a random.Random generator seeded with seed. The rows with the largest keys form the sample;
    of equal keys the earlier row counts as larger.

    Parameters:
    - csv_text (str): the rows, as the csv module's default dialect reads them.
    - size (int): how many rows to draw; fewer are drawn if fewer have a positive weight.
    - seed (int): the seed of the generator.

    Returns:
    - dict: "sample": the drawn items (list of str) from the largest key to the smallest; "threshold": the smallest key
      in the sample rounded to 6 decimals, None for an empty sample; "share": the sum of the drawn weights
      divided by the sum of all weights, rounded to 4 decimals, 0.0 if there is nothing to draw.

    Raises:
    - ValueError: if size is negative, or a weight is not a number, is negative, infinite or NaN.

    Requirements:
    - csv
    - heapq
    - io
    - math
    - random

    Example:
    >>> task_func("item,weight\\noak,5\\nelm,0\\nash,1\\n", 1, seed=3)
    {'sample': ['oak'], 'threshold': 0.750417, 'share': 0.8333}
    """
    if size < 0:
        raise ValueError("size must not be negative")
    generator = random.Random(seed)
    keyed = []
    for row in csv.DictReader(io.StringIO(csv_text)):
        weight = float(row["weight"])
        if weight < 0 or not math.isfinite(weight):
            raise ValueError(f"unusable weight {weight}")
        if weight:
            keyed.append((generator.random() ** (1 / weight), weight, row["item"]))
    drawn = heapq.nlargest(size, keyed, key=lambda entry: entry[0])
    everything = sum(weight for _, weight, _ in keyed)
    chosen = sum(weight for _, weight, _ in drawn)
    return {
        "sample": [item for _, _, item in drawn],
        "threshold": round(drawn[-1][0], 6) if drawn else None,
        "share": round(chosen / everything, 4) if keyed else 0.0,
    }


class TestCases(unittest.TestCase):
    def test_keys_follow_the_generator(self):
        text = "item,weight\na,1\nb,2.5\nc,0.5\nd,4\n"
        generator = random.Random(11)
        keys = {name: generator.random() ** (1 / weight) for name, weight in zip("abcd", (1, 2.5, 0.5, 4), strict=True)}
        expected = sorted(keys, key=keys.get, reverse=True)
        result = task_func(text, 3, 11)
        self.assertEqual(result["sample"], expected[:3])
        self.assertEqual(result["threshold"], round(keys[expected[2]], 6))

    def test_rows_of_weight_zero_are_passed_over(self):
        with_zero = task_func("item,weight\nx,0\na,1\ny,0.0\nb,2\n", 5, 4)
        without = task_func("item,weight\na,1\nb,2\n", 5, 4)
        self.assertEqual(with_zero, without)
        self.assertEqual(with_zero["share"], 1.0)

    def test_equal_keys_keep_the_order_of_the_rows(self):
        text = "item,weight\nm,1e300\na,3e300\nz,2e300\n"
        self.assertEqual(task_func(text, 2, 0), {"sample": ["m", "a"], "threshold": 1.0, "share": 0.6667})

    def test_columns_and_quoting(self):
        text = 'weight,note,item\n3,"two\nlines","Smith, J."\n'
        self.assertEqual(task_func(text, 1, 1)["sample"], ["Smith, J."])

    def test_share_of_the_weights(self):
        self.assertEqual(task_func("item,weight\na,1\nb,3\nc,3\n", 1, 8)["share"], 0.4286)

    def test_nothing_to_draw(self):
        nothing = {"sample": [], "threshold": None, "share": 0.0}
        self.assertEqual(task_func("item,weight\n", 2, 1), nothing)
        self.assertEqual(task_func("item,weight\na,0\n", 2, 1), nothing)
        self.assertEqual(task_func("item,weight\na,1\n", 0, 1), nothing)

    def test_bad_values(self):
        with self.assertRaises(ValueError):
            task_func("item,weight\na,1\n", -1, 1)
        for weight in ("-1", "-0.001", "inf", "nan", "many", ""):
            with self.subTest(weight=weight), self.assertRaises(ValueError):
                task_func(f"item,weight\nb,1\na,{weight}\n", 1, 1)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.floats(0.01, 100), max_size=6), st.integers(0, 6), st.integers(0, 1000))
    def test_a_larger_sample_extends_a_smaller_one(self, weights, size, seed):
        text = "item,weight\n" + "".join(f"i{number},{weight}\n" for number, weight in enumerate(weights))
        smaller = task_func(text, size, seed)["sample"]
        larger = task_func(text, size + 1, seed)["sample"]
        self.assertEqual(len(smaller), min(size, len(weights)))
        self.assertEqual(len(set(larger)), len(larger))
        self.assertEqual(larger[: len(smaller)], smaller)
