# task: word_counts
# right: runs its own tests while the module is executed and prints their result
import re
import unittest
from collections import Counter


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]


class TestTaskFunc(unittest.TestCase):
    def test_simple(self):
        self.assertEqual(task_func("b a"), [("a", 1), ("b", 1)])

    def test_wrong_on_purpose(self):
        self.assertEqual(task_func("b a"), [])


suite = unittest.TestLoader().loadTestsFromTestCase(TestTaskFunc)
unittest.TextTestRunner(verbosity=2).run(suite)
