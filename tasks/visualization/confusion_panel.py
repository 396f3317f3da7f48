import unittest

import matplotlib.pyplot as plt
import numpy as np
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support


def task_func(actual, predicted, order=None):
    """Draw a confusion matrix with the counts, the shares of each row and the scores of each class.

    Rows are the actual classes, columns the predicted ones. The classes are those of order, or else all that occur,
    sorted. The image shows the counts divided by the sum of their row (0 for a row without samples) in the colour map
    'Blues' with limits 0 and 1. Every cell has a centred text with the count and, on a second line, the share as a
    percentage without decimals, like '7' and '88%'; texts of cells with a share above 0.5 are white, the others
    black. Cells of count 0 have no text.

    The x tick labels are the classes followed by their precision on a second line, the y tick labels the classes
    followed by their recall, like 'cat' and 'P 0.75' or 'R 1.00'; a score without any sample to divide by is 0. The
    axes are labelled 'predicted' and 'actual', and the title is 'macro F1 = ' and the mean of the F1 scores of all
    classes with three decimals.

    Parameters:
    - actual (list[str]): The true class of each sample.
    - predicted (list[str]): The predicted class of each sample.
    - order (list[str], optional): The classes in the order to show.

    Returns:
    - tuple: (matplotlib Axes, list of (actual, predicted, count): the confusions (cells off the diagonal with a
      count above 0), most frequent first, then in row-major order).

    Raises:
    - ValueError: If there are no samples, the lists differ in length or order lacks a class that occurs.

    Requirements:
    - matplotlib.pyplot
    - numpy
    - sklearn.metrics

    Example:
    >>> ax, confusions = task_func(['a', 'a', 'b', 'b'], ['a', 'b', 'b', 'b'])
    >>> confusions, ax.get_title()
    ([('a', 'b', 1)], 'macro F1 = 0.733')
    """
    seen = {*actual, *predicted}
    classes = sorted(seen) if order is None else list(order)
    if not seen or not seen <= set(classes):
        raise ValueError(f"no samples, or classes other than {classes}")
    counts = confusion_matrix(actual, predicted, labels=classes)
    precision, recall, f1, _ = precision_recall_fscore_support(actual, predicted, labels=classes, zero_division=0)
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)

    _, ax = plt.subplots()
    ax.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for row, column in np.argwhere(counts):
        share = shares[row, column]
        text = f"{counts[row, column]}\n{share:.0%}"
        ax.text(column, row, text, ha="center", va="center", color="white" if share > 0.5 else "black")
    places = range(len(classes))
    ax.set_xticks(places, [f"{name}\nP {precision[place]:.2f}" for place, name in enumerate(classes)])
    ax.set_yticks(places, [f"{name}\nR {recall[place]:.2f}" for place, name in enumerate(classes)])
    ax.set(xlabel="predicted", ylabel="actual", title=f"macro F1 = {f1.mean():.3f}")
    confusions = [
        (classes[row], classes[column], int(counts[row, column]))
        for row, column in np.argwhere(counts)
        if row != column
    ]
    return ax, sorted(confusions, key=lambda confusion: -confusion[2])


class TestCases(unittest.TestCase):
    actual = ["cat"] * 8 + ["dog"] * 4 + ["emu"] * 4
    predicted = ["cat"] * 6 + ["dog"] + ["emu"] + ["dog"] * 2 + ["cat"] * 2 + ["emu"] * 3 + ["dog"]

    def setUp(self):
        self.addCleanup(plt.close, "all")

    def labels(self, axis):
        return [label.get_text() for label in axis.get_ticklabels()]

    def test_shares(self):
        ax, _ = task_func(self.actual, self.predicted)
        (image,) = ax.images
        np.testing.assert_allclose(image.get_array(), [[0.75, 0.125, 0.125], [0.5, 0.5, 0], [0, 0.25, 0.75]])
        self.assertEqual((image.get_cmap().name, image.get_clim()), ("Blues", (0, 1)))
        self.assertEqual(task_func(list("aabb"), list("abab"))[0].images[0].get_clim(), (0, 1))

    def test_texts(self):
        ax, _ = task_func(self.actual, self.predicted)
        texts = {text.get_position(): (text.get_text(), text.get_color()) for text in ax.texts}
        expected = {
            (0, 0): ("6\n75%", "white"),
            (1, 0): ("1\n12%", "black"),
            (2, 0): ("1\n12%", "black"),
            (0, 1): ("2\n50%", "black"),
            (1, 1): ("2\n50%", "black"),
            (1, 2): ("1\n25%", "black"),
            (2, 2): ("3\n75%", "white"),
        }
        self.assertEqual(texts, expected)
        self.assertEqual({(text.get_ha(), text.get_va()) for text in ax.texts}, {("center", "center")})

    def test_scores_and_labels(self):
        ax, _ = task_func(self.actual, self.predicted)
        self.assertEqual(self.labels(ax.xaxis), ["cat\nP 0.75", "dog\nP 0.50", "emu\nP 0.75"])
        self.assertEqual(self.labels(ax.yaxis), ["cat\nR 0.75", "dog\nR 0.50", "emu\nR 0.75"])
        self.assertEqual((list(ax.get_xticks()), list(ax.get_yticks())), ([0, 1, 2], [0, 1, 2]))
        self.assertEqual((ax.get_xlabel(), ax.get_ylabel()), ("predicted", "actual"))
        self.assertEqual(ax.get_title(), "macro F1 = 0.667")

    def test_confusions_most_frequent_first(self):
        _, confusions = task_func(self.actual, self.predicted)
        expected = [("dog", "cat", 2), ("cat", "dog", 1), ("cat", "emu", 1), ("emu", "dog", 1)]
        self.assertEqual(confusions, expected)
        self.assertIs(type(confusions[0][2]), int)

    def test_given_order_with_an_absent_class(self):
        ax, confusions = task_func(["b", "a", "b"], ["a", "a", "b"], order=["z", "b", "a"])
        shares = np.ma.filled(ax.images[0].get_array(), 9)
        np.testing.assert_allclose(shares, [[0, 0, 0], [0, 0.5, 0.5], [0, 0, 1]])
        self.assertEqual(self.labels(ax.xaxis), ["z\nP 0.00", "b\nP 1.00", "a\nP 0.50"])
        self.assertEqual(self.labels(ax.yaxis), ["z\nR 0.00", "b\nR 0.50", "a\nR 1.00"])
        self.assertEqual((confusions, ax.get_title()), ([("b", "a", 1)], "macro F1 = 0.444"))

    def test_perfect_prediction(self):
        ax, confusions = task_func(["x", "y"], ["x", "y"])
        self.assertEqual((confusions, ax.get_title(), len(ax.texts)), ([], "macro F1 = 1.000", 2))

    def test_rejects_bad_samples(self):
        for actual, predicted, order in (
            ([], [], None),
            ([], [], ["a"]),
            (["a"], ["a", "b"], None),
            (["a"], ["b"], ["a"]),
            (["b"], ["a"], ["a"]),
        ):
            with self.subTest(actual=actual, order=order), self.assertRaises(ValueError):
                task_func(actual, predicted, order)
        self.assertEqual(plt.get_fignums(), [])
