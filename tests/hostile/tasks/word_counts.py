import re
import unittest
from collections import Counter


def task_func(text, top=3):
    """Find the commonest words of a text.

    A word is a run of ASCII letters; upper and lower case are the same word. Words of equal count are put in
    alphabetical order.

    Parameters:
    - text (str): the text.
    - top (int): how many words to give at most, default 3.

    Returns:
    - list of tuple: one (word in lower case, count) per word, the commonest first.

    Raises:
    - ValueError: if top is less than 1.

    Requirements:
    - re
    - collections

    Example:
    >>> task_func("To be or not to be", 2)
    [('be', 2), ('to', 2)]
    """
    if top < 1:
        raise ValueError("top must be 1 or more")
    counts = Counter(re.findall(r"[a-z]+", text.lower()))
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]


class TestCases(unittest.TestCase):
    def test_counts_and_order(self):
        expected = [("cat", 3), ("ant", 2), ("bee", 2)]
        self.assertEqual(task_func("cat bee ant cat, ant. CAT; Bee dog"), expected)

    def test_all_words_of_a_short_text(self):
        result = task_func("one two", 10)
        self.assertIsInstance(result, list)
        self.assertListEqual(result, [("one", 1), ("two", 1)])

    def test_text_of_several_lines(self):
        text = """a rose is
        a rose is
        a rose"""
        self.assertEqual(task_func(text), [("a", 3), ("rose", 3), ("is", 2)])

    def test_no_words(self):
        self.assertEqual(task_func("12 34, 56!"), [])

    def test_top_must_be_positive(self):
        with self.assertRaises(ValueError):
            task_func("one", 0)
