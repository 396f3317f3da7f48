import io
import json
import re
import unittest
import zipfile
from unittest import mock

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.figure import Figure
from PIL import Image


def task_func(table, group, x, y, dpi=50):
    """Draw one line chart per group and pack the charts as PNG files into a ZIP archive with a manifest.

    For each group, in sorted order of the names, draw the points (x, y) sorted by x as one line with the markers 'o'
    in a figure of 4 by 3 inches, title the axes with the name and label them with the names of the columns. All
    charts have the same y limits, from the least to the greatest y of the whole table, widened at both ends by 5 % of
    that range, or by 1 if the range is 0. Save each figure with the given dpi and close it.

    The file name of a chart is the name of the group in lower case with each run of characters other than a-z and
    0-9 replaced by one '-', with '-' stripped from both ends ('chart' if nothing is left) and '.png' appended; if an
    earlier chart has that name already, append '-2', or '-3' and so on, before the suffix. The archive is
    compressed by deflate and holds the charts in their order, then 'manifest.json': a UTF-8 JSON object, indented by
    2 spaces and without ASCII escapes, with the keys 'columns' ([x, y]), 'ylim' (list of two floats) and 'charts', a
    list of objects with 'group', 'file', 'points' (their number) and 'x' ([least, greatest]).

    Parameters:
    - table (pandas.DataFrame): The data, without gaps.
    - group, x, y (str): Names of the columns with groups (text), x and y (numbers).
    - dpi (int): Resolution of the charts. Default 50.

    Returns:
    - bytes: The archive.

    Raises:
    - ValueError: If the table is empty.

    Requirements:
    - io
    - json
    - re
    - zipfile
    - matplotlib.pyplot

    Example:
    >>> table = pd.DataFrame({'room': ['Attic', 'Cellar #1'], 'day': [1, 1], 'temp': [24.5, 11.0]})
    >>> zipfile.ZipFile(io.BytesIO(task_func(table, 'room', 'day', 'temp'))).namelist()
    ['attic.png', 'cellar-1.png', 'manifest.json']
    """
    if table.empty:
        raise ValueError(f"no rows with {x} and {y}")
    least, greatest = table[y].min(), table[y].max()
    margin = (greatest - least) * 0.05 or 1
    limits = [float(least - margin), float(greatest + margin)]

    charts = []
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in table.groupby(group):
            stem = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "chart"
            file, number = f"{stem}.png", 1
            while file in archive.namelist():
                number += 1
                file = f"{stem}-{number}.png"
            part = part.sort_values(x)
            figure, ax = plt.subplots(figsize=(4, 3))
            ax.plot(part[x], part[y], marker="o")
            ax.set(title=name, xlabel=x, ylabel=y, ylim=limits)
            with archive.open(file, "w") as target:
                figure.savefig(target, dpi=dpi)
            plt.close(figure)
            span = [float(part[x].min()), float(part[x].max())]
            charts.append({"group": name, "file": file, "points": len(part), "x": span})
        manifest = {"columns": [x, y], "ylim": limits, "charts": charts}
        archive.writestr("manifest.json", json.dumps(manifest, indent=2, ensure_ascii=False))
    return buffer.getvalue()


class TestCases(unittest.TestCase):
    def setUp(self):
        self.addCleanup(plt.close, "all")

    def table(self, *rows):
        return pd.DataFrame(rows, columns=["room", "day", "temp"])

    def bundle(self, *rows, **kwargs):
        archive = zipfile.ZipFile(io.BytesIO(task_func(self.table(*rows), "room", "day", "temp", **kwargs)))
        self.addCleanup(archive.close)
        self.assertIsNone(archive.testzip())
        return archive

    def manifest(self, *rows):
        return json.loads(self.bundle(*rows, dpi=5).read("manifest.json"))

    def test_manifest(self):
        rows = [("Loft", 3, 20.0), ("Attic", 2, 10.0), ("Loft", 1, 30.0), ("Loft", 2, 25.0), ("Attic", 9, 12.5)]
        manifest = self.manifest(*rows)
        self.assertEqual(list(manifest), ["columns", "ylim", "charts"])
        self.assertEqual((manifest["columns"], manifest["ylim"]), (["day", "temp"], [9.0, 31.0]))
        self.assertEqual(
            manifest["charts"],
            [
                {"group": "Attic", "file": "attic.png", "points": 2, "x": [2.0, 9.0]},
                {"group": "Loft", "file": "loft.png", "points": 3, "x": [1.0, 3.0]},
            ],
        )

    def test_manifest_text(self):
        text = self.bundle(("Küche", 1, 5), dpi=5).read("manifest.json").decode("utf-8")
        self.assertTrue(text.startswith('{\n  "columns": [\n    "day",'))
        self.assertIn('"group": "Küche"', text)
        self.assertEqual(json.loads(text)["ylim"], [4.0, 6.0])

    def test_archive(self):
        archive = self.bundle(("b", 1, 1), ("a", 1, 2), dpi=5)
        self.assertEqual(archive.namelist(), ["a.png", "b.png", "manifest.json"])
        self.assertEqual({info.compress_type for info in archive.infolist()}, {zipfile.ZIP_DEFLATED})

    def files(self, *names):
        charts = self.manifest(*((name, 1, 1) for name in names))["charts"]
        return [(chart["group"], chart["file"]) for chart in charts]

    def test_file_names(self):
        expected = [("!?", "chart.png"), ("-Été 9-", "t-9.png"), ("€", "chart-2.png")]
        self.assertEqual(self.files("€", "-Été 9-", "!?"), expected)

    def test_equal_file_names_are_numbered(self):
        expected = [("A&B", "a-b.png"), ("a  b", "a-b-2.png"), ("a b!", "a-b-3.png"), ("a-b-2", "a-b-2-2.png")]
        self.assertEqual(self.files("a b!", "A&B", "a  b", "a-b-2"), expected)

    def test_pictures(self):
        for options, size in (({}, (200, 150)), ({"dpi": 20}, (80, 60))):
            archive = self.bundle(("a", 1, 2), ("a", 2, 3), **options)
            with Image.open(io.BytesIO(archive.read("a.png"))) as image:
                self.assertEqual((image.format, image.size), ("PNG", size))
        self.assertEqual(plt.get_fignums(), [])

    def drawn(self, *rows):
        axes, save = [], Figure.savefig

        def record(figure, *args, **kwargs):
            axes.extend(figure.axes)
            return save(figure, *args, **kwargs)

        with mock.patch.object(Figure, "savefig", record):
            self.bundle(*rows, dpi=5)
        return axes

    def test_charts(self):
        second, first = self.drawn(("b", 4, 1.0), ("b", 2, 3.0), ("b", 3, 2.5), ("a", 1, 41.0))[::-1]
        self.assertEqual((first.get_title(), second.get_title()), ("a", "b"))
        self.assertEqual((second.get_xlabel(), second.get_ylabel()), ("day", "temp"))
        (line,) = second.get_lines()
        self.assertEqual(line.get_xydata().tolist(), [[2, 3], [3, 2.5], [4, 1]])
        self.assertEqual(line.get_marker(), "o")
        self.assertEqual((first.get_ylim(), second.get_ylim()), ((-1, 43), (-1, 43)))
        self.assertEqual(first.figure.get_size_inches().tolist(), [4, 3])

    def test_empty_table(self):
        with self.assertRaises(ValueError):
            task_func(self.table(), "room", "day", "temp")
