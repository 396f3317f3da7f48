import os
import re
import shutil
import tempfile
import unittest


def task_func(path):
    """Count the levels in a log file.

    A line has the form "LEVEL: message" with the level in upper case ASCII letters at its very beginning; other lines
    are not counted.

    Parameters:
    - path (str): the file, in UTF-8.

    Returns:
    - dict: level (str) -> number of lines (int), in the order in which the levels first occur.

    Raises:
    - FileNotFoundError: if there is no such file.

    Requirements:
    - re

    Example:
    >>> task_func("/nowhere/at/all.log")
    Traceback (most recent call last):
        ...
    FileNotFoundError: [Errno 2] No such file or directory: '/nowhere/at/all.log'
    """
    counts = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            found = re.match(r"([A-Z]+): ", line)
            if found:
                counts[found[1]] = counts.get(found[1], 0) + 1
    return counts


class TestCases(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.path = os.path.join(cls.folder, "app.log")
        with open(cls.path, "w", encoding="utf-8") as log:
            log.write("INFO: start\nWARN: low disk\n  at x\nINFO: end\nERROR: full\n")
        cls.expected = {"INFO": 2, "WARN": 1, "ERROR": 1}

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.folder)

    def write(self, text):
        path = os.path.join(self.folder, self.id() + ".log")
        with open(path, "w", encoding="utf-8") as log:
            log.write(text)
        return path

    def test_levels(self):
        self.assertDictEqual(task_func(self.path), self.expected)

    def test_order(self):
        self.assertEqual(list(task_func(self.path)), ["INFO", "WARN", "ERROR"])

    def test_other_lines(self):
        path = self.write("info: x\n INFO: y\nINFO:z\nDEBUG: \n")
        self.assertEqual(task_func(path), {"DEBUG": 1})

    def test_empty_file(self):
        self.assertEqual(task_func(self.write("")), {})

    def test_no_file(self):
        with self.assertRaises(FileNotFoundError):
            task_func(os.path.join(self.folder, "none.log"))
