# task: word_counts
# right: brings tests with setUpModule, load_tests, skips, expected failures and mock.ANY
import re
import unittest
from collections import Counter
from unittest.mock import ANY, MagicMock


def task_func(text, top=3):
    if top < 1:
        raise ValueError("top must be positive")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]


def setUpModule():
    print("set up")


def load_tests(loader, tests, pattern):
    return tests


class TestMine(unittest.TestCase):
    @unittest.expectedFailure
    def test_fails(self):
        self.assertEqual(task_func("a"), ANY and [])

    @unittest.skipIf(True, "later")
    def test_later(self):
        MagicMock().assert_called()

    def test_any(self):
        self.assertEqual(task_func("a"), [("a", ANY)])


if __name__ == "__main__":
    unittest.main()
