import csv
import os
import tempfile
import unittest


def task_func(sales, path):
    """Write a report of sales as a CSV file.

    The file has the header "item,total", a line for each item in alphabetical order with the sum of its amounts, and a
    last line "ALL" with the sum of everything; lines end in a bare newline.

    Parameters:
    - sales (list of tuple): (item, amount) as str and int.
    - path (str): the file to write, in UTF-8.

    Returns:
    - int: the number of items.

    Requirements:
    - csv

    Example:
    >>> import os
    >>> task_func([("tea", 2), ("tea", 3)], os.devnull)
    1
    """
    totals = {}
    for item, amount in sales:
        totals[item] = totals.get(item, 0) + amount
    with open(path, "w", encoding="utf-8", newline="") as report:
        writer = csv.writer(report, lineterminator="\n")
        writer.writerow(["item", "total"])
        writer.writerows(sorted(totals.items()))
        writer.writerow(["ALL", sum(totals.values())])
    return len(totals)


class TestCases(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = os.path.join(self.folder.name, "report.csv")

    def tearDown(self):
        self.folder.cleanup()

    def test_text(self):
        self.assertEqual(task_func([("tea", 2), ("milk", 1), ("tea", 5)], self.path), 2)
        with open(self.path, encoding="utf-8") as report:
            self.assertEqual(report.read(), "item,total\nmilk,1\ntea,7\nALL,8\n")

    def test_rows(self):
        task_func([("b, c", 1), ("a", -1)], self.path)
        with open(self.path, encoding="utf-8", newline="") as report:
            rows = list(csv.reader(report))
        self.assertEqual(rows, [["item", "total"], ["a", "-1"], ["b, c", "1"], ["ALL", "0"]])

    def test_nothing_sold(self):
        self.assertEqual(task_func([], self.path), 0)
        self.assertTrue(os.path.exists(self.path))
        self.assertEqual(os.path.getsize(self.path), len("item,total\nALL,0\n"))
