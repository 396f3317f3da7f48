import unittest
from collections import Counter

import regex
from prettytable import PrettyTable


def task_func(text, keyword, window=3):
    """List the occurrences of a word together with the words around them.

    A word is a run of letters and combining marks of any script (Unicode categories L and M), which may go on after a
    single apostrophe (' or ’) between two such runs. Words are equal if their case-folded forms are.

    Parameters:
    - text (str): the text to search.
    - keyword (str): the word to look for.
    - window (int): how many words to show on either side, 3 by default; fewer where the text begins or ends.

    Returns:
    - tuple: the concordance (str) and the neighbours (list of tuples). The concordance is the plain text of a
      PrettyTable with its default style and the columns No., Left, Keyword and Right: the number of the word in the
      text, counting from 1; the words before it, joined by blanks and aligned to the right; the word as written; and
      the words after it, aligned to the left. Rows are sorted by the case-folded right context, then by number. A
      neighbour is the case-folded form of a word other than the keyword, with the number of times that it stands in a
      window, counted once for each window; the most frequent come first, equally frequent ones in alphabetical order.

    Raises:
    - ValueError: if keyword is not one whole word or window is less than 1.

    Requirements:
    - collections
    - prettytable
    - regex

    Example:
    >>> concordance, neighbours = task_func("Tea or coffee? Green tea, please!", "tea", 2)
    >>> print(concordance)
    +-----+--------------+---------+-----------+
    | No. |         Left | Keyword | Right     |
    +-----+--------------+---------+-----------+
    |  1  |              |   Tea   | or coffee |
    |  5  | coffee Green |   tea   | please    |
    +-----+--------------+---------+-----------+
    >>> neighbours
    [('coffee', 2), ('green', 1), ('or', 1), ('please', 1)]
    """
    word_pattern = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*")
    if not word_pattern.fullmatch(keyword) or window < 1:
        raise ValueError("one word and a window of at least 1 are needed")
    words = word_pattern.findall(text)
    folded = [word.casefold() for word in words]
    rows, neighbours = [], Counter()
    for place, word in enumerate(folded):
        if word == keyword.casefold():
            start, stop = max(place - window, 0), place + 1 + window
            rows.append([place + 1, " ".join(words[start:place]), words[place], " ".join(words[place + 1 : stop])])
            neighbours.update(near for near in folded[start:stop] if near != word)
    table = PrettyTable(["No.", "Left", "Keyword", "Right"])
    table.align["Left"], table.align["Right"] = "r", "l"
    table.add_rows(sorted(rows, key=lambda row: row[3].casefold()))
    return table.get_string(), sorted(neighbours.items(), key=lambda pair: (-pair[1], pair[0]))


class TestCases(unittest.TestCase):
    def cells(self, *arguments):
        lines = task_func(*arguments)[0].splitlines()
        return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[3:-1]]

    def test_rows_are_sorted_by_right_context(self):
        text = "the cat sat; The bat ran. the Ant hid the bat ran - the"
        rows = [
            ["13", "ran", "the", ""],
            ["7", "ran", "the", "Ant"],
            ["4", "sat", "The", "bat"],
            ["10", "hid", "the", "bat"],
            ["1", "", "the", "cat"],
        ]
        self.assertEqual(self.cells(text, "THE", 1), rows)

    def test_whole_layout(self):
        concordance, _ = task_func("we see it, they see", "see", 5)
        expected = [
            "+-----+----------------+---------+-------------+",
            "| No. |           Left | Keyword | Right       |",
            "+-----+----------------+---------+-------------+",
            "|  5  | we see it they |   see   |             |",
            "|  2  |             we |   see   | it they see |",
            "+-----+----------------+---------+-------------+",
        ]
        self.assertEqual(concordance.splitlines(), expected)

    def test_default_window(self):
        self.assertEqual(self.cells("a b c d key e f g h", "key"), [["5", "b c d", "key", "e f g"]])

    def test_words_of_other_scripts_and_apostrophes(self):
        text = "l’été 3000x 'don't' STRASSE_don't हिन्दी Don't''e"
        hindi = "हिन्दी"
        rows = [["7", hindi, "Don't", "e"], ["3", "x", "don't", "STRASSE"], ["5", "STRASSE", "don't", hindi]]
        self.assertEqual(self.cells(text, "DON'T", 1), rows)
        self.assertEqual(self.cells(text, "straße", 2), [["4", "x don't", "STRASSE", "don't हिन्दी"]])
        self.assertEqual(self.cells(text, "été"), [])

    def test_neighbours(self):
        text = "hot tea, cold Tea. Hot tea? Milk tea tea"
        self.assertEqual(task_func(text, "TEA", 1)[1], [("hot", 3), ("cold", 2), ("milk", 2)])
        self.assertEqual(task_func("b x a x b c", "x", 2)[1], [("a", 2), ("b", 2), ("c", 1)])
        self.assertEqual(task_func("x x x", "x", 2)[1], [])

    def test_no_occurrence(self):
        for text in ("", "nothing here", "teapot"):
            with self.subTest(text=text):
                concordance, neighbours = task_func(text, "tea")
                self.assertEqual((len(concordance.splitlines()), neighbours), (4, []))

    def test_bad_arguments(self):
        for keyword in ("", "two words", "x1", "tea ", "'tea", "a''b"):
            with self.subTest(keyword=keyword), self.assertRaises(ValueError):
                task_func("some text", keyword)
        with self.assertRaises(ValueError):
            task_func("some text", "text", 0)
