import re
import unittest
from collections import Counter
from itertools import combinations

import numpy as np
from matplotlib import colors
from matplotlib import pyplot as plt


def task_func(documents, size=5):
    """Draw a heatmap that shows how often the commonest words of some documents meet.

    A word is a run of the letters a to z after the document has been put into lower case. The commonest words are those
    that occur in most documents; of words in equally many documents the alphabetically earlier one is preferred. The
    table has a row and a column for each of them, commonest first: a cell holds the number of documents that contain
    both words, and on the diagonal the number of documents that contain the word.
    The heatmap is an image (imshow) of this table on a new figure with the colour map "Blues", whose lowest colour
    stands for 0 and whose highest for the largest count. Both axes have a tick with the word for each row and column,
    those of the x axis turned by 45 degrees. Every cell has its count as centred text, white if the count is more than
    half of the largest one, otherwise black. The title is "Words that meet in N documents", N being the number of
    documents.

    Parameters:
    - documents (list of str): the texts.
    - size (int): how many words to show at most, 5 by default.

    Returns:
    - tuple: the words (list of str), the table (numpy.ndarray of integers) and the matplotlib Axes.

    Raises:
    - ValueError: if size is less than 1 or no document contains a word.

    Requirements:
    - collections
    - itertools
    - matplotlib
    - numpy
    - re

    Example:
    >>> words, table, axes = task_func(["red fox", "Red hen, red fox", "hen"], size=2)
    >>> words, table.tolist()
    (['fox', 'hen'], [[2, 1], [1, 2]])
    """
    contents = [set(re.findall("[a-z]+", document.lower())) for document in documents]
    frequency = Counter(word for words in contents for word in words)
    if size < 1 or not frequency:
        raise ValueError("there is no word to show")
    words = sorted(frequency, key=lambda word: (-frequency[word], word))[:size]
    table = np.diag([frequency[word] for word in words])
    for (row, first), (column, second) in combinations(enumerate(words), 2):
        table[row, column] = table[column, row] = sum({first, second} <= content for content in contents)

    _, axes = plt.subplots()
    axes.imshow(table, cmap="Blues", vmin=0)
    axes.set_xticks(range(len(words)), words, rotation=45)
    axes.set_yticks(range(len(words)), words)
    for (row, column), count in np.ndenumerate(table):
        color = "white" if count > table.max() / 2 else "black"
        axes.text(column, row, str(count), ha="center", va="center", color=color)
    axes.set_title(f"Words that meet in {len(documents)} documents")
    return words, table, axes


class TestCases(unittest.TestCase):
    documents = ["Sun and wind.", "wind, rain; SUN!", "rain... wind (wind)", "snow-rain", "sun3wind", ""]

    def tearDown(self):
        plt.close("all")

    def test_words_and_table(self):
        words, table, _ = task_func(self.documents, 4)
        self.assertEqual(words, ["wind", "rain", "sun", "and"])
        self.assertEqual(table.tolist(), [[4, 2, 3, 1], [2, 3, 1, 0], [3, 1, 3, 1], [1, 0, 1, 1]])
        self.assertIsInstance(table, np.ndarray)
        self.assertTrue(np.issubdtype(table.dtype, np.integer))

    def test_number_of_words(self):
        self.assertEqual(task_func(["f e d c b a"])[0], ["a", "b", "c", "d", "e"])
        self.assertEqual(task_func(["b a b"], 7)[0], ["a", "b"])
        words, table, _ = task_func(["b a", "b"], 1)
        self.assertEqual((words, table.tolist()), (["b"], [[2]]))

    def test_image(self):
        _, table, axes = task_func(self.documents, 3)
        (image,) = axes.images
        self.assertEqual(image.get_array().tolist(), table.tolist())
        self.assertEqual(image.get_cmap().name, "Blues")
        self.assertEqual(image.get_clim(), (0, 4))

    def test_ticks_and_title(self):
        _, _, axes = task_func(self.documents, 3)
        for axis in (axes.xaxis, axes.yaxis):
            self.assertEqual(list(axis.get_ticklocs()), [0, 1, 2])
            self.assertEqual([label.get_text() for label in axis.get_ticklabels()], ["wind", "rain", "sun"])
        self.assertEqual({label.get_rotation() for label in axes.get_xticklabels()}, {45.0})
        self.assertEqual({label.get_rotation() for label in axes.get_yticklabels()}, {0.0})
        self.assertEqual(axes.get_title(), "Words that meet in 6 documents")

    def test_texts_of_the_cells(self):
        _, table, axes = task_func(self.documents, 3)
        found = {}
        for text in axes.texts:
            self.assertEqual((text.get_ha(), text.get_va()), ("center", "center"))
            found[text.get_position()] = (text.get_text(), colors.to_rgb(text.get_color()))
        shades = {count: colors.to_rgb("white" if count in (3, 4) else "black") for count in range(5)}
        expected = {(column, row): (str(count), shades[count]) for (row, column), count in np.ndenumerate(table)}
        self.assertEqual(found, expected)
        self.assertEqual(len(axes.texts), 9)

    def test_each_call_draws_on_its_own_figure(self):
        first, second = task_func(["a"])[2], task_func(["b"])[2]
        self.assertIsNot(first.figure, second.figure)
        self.assertEqual(len(first.images) + len(second.images), 2)

    def test_nothing_to_show(self):
        for arguments in (([],), (["", "12 ß"],), (["word"], 0), (["two words"], -1)):
            with self.subTest(arguments=arguments), self.assertRaises(ValueError):
                task_func(*arguments)
