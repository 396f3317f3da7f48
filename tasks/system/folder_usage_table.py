import os
import tempfile
import unittest
from pathlib import Path

from natsort import natsort_keygen
from prettytable import PrettyTable


def task_func(folder, top=10):
    """Show as a text table how the space in a folder is distributed over its subfolders.

    Each direct subfolder has a row with the number and the total size of all regular files at any depth below it; the
    files directly in the folder make up the row '.'. Symbolic links are neither counted nor followed. Rows without
    files are left out. The rows are sorted by size, largest first, and those of equal size in natural order of their
    names ('v2' before 'v10'). If there are more than top rows, the remaining ones are combined into one row named
    '(N others)'. The last row, set off by a line, is named 'Total'.

    The columns are Folder (aligned to the left), Files, Size and Share (aligned to the right). Sizes are written as
    '512 B' below 1024 bytes and otherwise with one decimal in the largest of the units KiB, MiB and GiB in which the
    number is at least 1. The share is the percentage of the total size with one decimal and a percent sign, '-' if the
    total size is 0.

    Parameters:
    - folder (str or Path): the folder to examine.
    - top (int): the greatest number of rows for subfolders and '.', default 10.

    Returns:
    - str: the table in PrettyTable's default style.

    Raises:
    - NotADirectoryError: if the folder is not a directory.

    Requirements:
    - natsort
    - os
    - prettytable

    Example:
    >>> _ = Path("a.txt").write_text("hello")
    >>> print(task_func("."))
    +--------+-------+------+--------+
    | Folder | Files | Size |  Share |
    +--------+-------+------+--------+
    | .      |     1 |  5 B | 100.0% |
    +--------+-------+------+--------+
    | Total  |     1 |  5 B | 100.0% |
    +--------+-------+------+--------+
    """
    if not os.path.isdir(folder):
        raise NotADirectoryError(folder)

    def scan(path, deep):
        files = size = 0
        for entry in os.scandir(path):
            if entry.is_file(follow_symlinks=False):
                files, size = files + 1, size + entry.stat().st_size
            elif deep and entry.is_dir(follow_symlinks=False):
                below = scan(entry.path, deep)
                files, size = files + below[0], size + below[1]
        return files, size

    def human(size):
        for factor, unit in ((2**30, "GiB"), (2**20, "MiB"), (2**10, "KiB")):
            if size >= factor:
                return f"{size / factor:.1f} {unit}"
        return f"{size} B"

    subfolders = [entry for entry in os.scandir(folder) if entry.is_dir(follow_symlinks=False)]
    rows = [(".", *scan(folder, False)), *((entry.name, *scan(entry.path, True)) for entry in subfolders)]
    natural = natsort_keygen()
    rows = sorted((row for row in rows if row[1]), key=lambda row: (-row[2], natural(row[0])))
    total = ("Total", sum(row[1] for row in rows), sum(row[2] for row in rows))
    if len(rows) > top:
        rest = rows[top:]
        rows[top:] = [(f"({len(rest)} others)", sum(row[1] for row in rest), sum(row[2] for row in rest))]
    table = PrettyTable(["Folder", "Files", "Size", "Share"])
    table.align = "r"
    table.align["Folder"] = "l"
    for name, files, size in [*rows, total]:
        share = f"{100 * size / total[2]:.1f}%" if total[2] else "-"
        table.add_row([name, files, human(size), share], divider=len(table.rows) == len(rows) - 1)
    return table.get_string()


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def fill(self, **sizes):
        for name, size in sizes.items():
            path = self.root / name.replace("__", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                file.truncate(size)

    def rows(self, *options):
        lines = task_func(str(self.root), *options).split("\n")
        return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines[3:] if line[0] == "|"]

    def test_whole_table(self):
        self.fill(a=100, docs__x=1000, docs__deep__er__y=536, pics__z=1024)
        expected = """\
+--------+-------+---------+--------+
| Folder | Files |    Size |  Share |
+--------+-------+---------+--------+
| docs   |     2 | 1.5 KiB |  57.7% |
| pics   |     1 | 1.0 KiB |  38.5% |
| .      |     1 |   100 B |   3.8% |
+--------+-------+---------+--------+
| Total  |     4 | 2.6 KiB | 100.0% |
+--------+-------+---------+--------+"""
        self.assertEqual(task_func(self.root), expected)

    def test_units(self):
        self.fill(a__x=1023, b__x=1024, c__x=2**20 - 1, d__x=2**20, e__x=2**28 - 1, f__x=2**28)
        for name, links in (("e", 3), ("f", 3), ("g", 40)):
            (self.root / name).mkdir(exist_ok=True)
            for number in range(links):
                os.link(self.root / "f" / "x", self.root / name / str(number))
        found = {name: size for name, _, size, _ in self.rows()}
        expected = {"a": "1023 B", "b": "1.0 KiB", "c": "1024.0 KiB", "d": "1.0 MiB", "e": "1024.0 MiB", "f": "1.0 GiB"}
        self.assertEqual(found, {"g": "10.0 GiB", **expected, "Total": "12.0 GiB"})

    def test_natural_order_of_equal_sizes(self):
        self.fill(big__x=6, small__x=1, **{f"v{7 * n % 23}__x": 5 for n in range(23)})
        expected = ["big", *[f"v{n}" for n in range(23)], "small", "Total"]
        self.assertEqual([row[0] for row in self.rows(30)], expected)

    def test_others(self):
        self.fill(**{f"d{n:02}__x": 100 - n for n in range(11)})
        self.assertEqual([row[0] for row in self.rows()][9:], ["d09", "(1 others)", "Total"])
        self.fill(d01__y=100)
        expected = [("d01", "2", "199 B", "17.4%"), ("d00", "1", "100 B", "8.7%")]
        expected += [("(9 others)", "9", "846 B", "73.9%")]
        self.assertEqual(self.rows(2), [*expected, ("Total", "12", "1.1 KiB", "100.0%")])
        self.assertEqual([row[0] for row in self.rows(11)][10:], ["d10", "Total"])

    def test_links_and_empty_folders(self):
        self.fill(real__x=10, real__sub__y=5)
        (self.root / "link").symlink_to("real", target_is_directory=True)
        (self.root / "real" / "loop").symlink_to(self.root, target_is_directory=True)
        (self.root / "file").symlink_to("real/x")
        (self.root / "empty" / "sub").mkdir(parents=True)
        self.assertEqual(self.rows(), [("real", "2", "15 B", "100.0%"), ("Total", "2", "15 B", "100.0%")])

    def test_nothing_to_share(self):
        self.assertEqual(self.rows(), [("Total", "0", "0 B", "-")])
        self.fill(a=0, b__c=0)
        self.assertEqual(self.rows(), [(".", "1", "0 B", "-"), ("b", "1", "0 B", "-"), ("Total", "2", "0 B", "-")])

    def test_not_a_directory(self):
        self.fill(a=1)
        for name in ("a", "missing"):
            with self.assertRaises(NotADirectoryError):
                task_func(self.root / name)
