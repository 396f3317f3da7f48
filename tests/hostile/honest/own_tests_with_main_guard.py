# task: word_counts
# right: brings its own, different TestCases and a main guard, as model output often does
import re
import unittest
from collections import Counter


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]


class TestCases(unittest.TestCase):
    def test_counts_and_order(self):
        self.assertEqual(task_func("b a"), [("a", 1), ("b", 1)])

    def test_of_my_own(self):
        self.assertTrue(task_func("x"))

    @unittest.skip("not needed")
    def test_skipped(self):
        self.fail()


if __name__ == "__main__":
    unittest.main()
