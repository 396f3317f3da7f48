import re
import unittest

import matplotlib.pyplot as plt
import numpy as np
from bs4 import BeautifulSoup


def task_func(html, caption):
    """Plot the columns of an HTML table as lines, each with its linear trend.

    Use the first table of the page whose caption, with white space collapsed and stripped, equals the given caption
    without regard to case. Its first row names the columns; each further row begins with the x value, a number such
    as a year, all of them different, and goes on with the values of the other columns. Cells are th or td elements,
    all closed; their text is stripped, with footnote marks (sup elements) removed. A number is a minus sign (ASCII
    or U+2212) or nothing, digits with or without commas between groups of three, a decimal part or nothing, and a
    percent sign or nothing, which does not count. Any other text, such as '' or 'n/a', is a gap.

    Sort the rows by x. Each column with at least two numbers gets a line of its points, gaps left out (label: its
    name, marker 'o'), and right after it a dashed line in the same colour with the label '_trend' from the first to
    the last of these x on the least squares line of these points. Other columns are left out. The title is the
    caption as given, the x label the name of the first column, and there is a legend.

    Parameters:
    - html (str): The page.
    - caption (str): The caption of the table.

    Returns:
    - tuple: (matplotlib Axes, dict from the name of each column drawn, in the order of the table, to the slope of
      its trend per unit of x, a float rounded to four decimals).

    Raises:
    - ValueError: If there is no such table or it has no column to draw.

    Requirements:
    - re
    - bs4
    - matplotlib.pyplot
    - numpy

    Example:
    >>> rows = [('Year', 'mm'), ('2021', '1,050'), ('2020', '990')]
    >>> body = ''.join(f'<tr><td>{year}</td><td>{rain}</td></tr>' for year, rain in rows)
    >>> task_func(f'<table><caption>Rain</caption>{body}</table>', 'rain')[1]
    {'mm': 60.0}
    """
    soup = BeautifulSoup(html, "html.parser")
    for mark in soup.find_all("sup"):
        mark.decompose()
    captions = {}
    for heading in soup.find_all("caption"):
        captions.setdefault(" ".join(heading.get_text().split()).lower(), heading)
    if caption.lower() not in captions:
        raise ValueError(f"no table with the caption {caption!r}")

    def number(cell):
        text = cell.get_text().strip().replace("\u2212", "-")
        match = re.fullmatch(r"(-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?)%?", text)
        return float(match[1].replace(",", "")) if match else np.nan

    header, *rows = (row.find_all(["th", "td"]) for row in captions[caption.lower()].parent.find_all("tr"))
    data = np.array(sorted([number(cell) for cell in row] for row in rows))
    x_name, *names = (cell.get_text().strip() for cell in header)
    slopes = {}
    figure, ax = plt.subplots()
    for column, name in enumerate(names, start=1):
        points = data[~np.isnan(data[:, column])]
        if len(points) >= 2:
            x, y = points[:, 0], points[:, column]
            slope, level = np.polyfit(x, y, 1)
            (line,) = ax.plot(x, y, marker="o", label=name)
            ends = x[[0, -1]]
            ax.plot(ends, slope * ends + level, linestyle="--", color=line.get_color(), label="_trend")
            slopes[name] = round(float(slope), 4)
    if not slopes:
        plt.close(figure)
        raise ValueError(f"nothing to draw in the table {caption!r}")
    ax.set(title=caption, xlabel=x_name)
    ax.legend()
    return ax, slopes


class TestCases(unittest.TestCase):
    def setUp(self):
        self.addCleanup(plt.close, "all")

    def table(self, caption, *rows):
        body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
        return f"<table><caption>{caption}</caption><tbody>{body}</tbody></table>"

    def test_lines_sorted_by_x(self):
        html = self.table("Sales", ("Year", "North", "South"), (2022, 9, 1), (2020, 3, 5), (2021, 9, 3))
        ax, slopes = task_func(html, "Sales")
        self.assertEqual(list(slopes.items()), [("North", 3.0), ("South", -2.0)])
        north, _, south, _ = ax.get_lines()
        self.assertEqual(north.get_xydata().tolist(), [[2020, 3], [2021, 9], [2022, 9]])
        self.assertEqual(south.get_xydata().tolist(), [[2020, 5], [2021, 3], [2022, 1]])
        self.assertEqual([line.get_label() for line in ax.get_lines()], ["North", "_trend", "South", "_trend"])
        self.assertEqual((north.get_marker(), north.get_linestyle()), ("o", "-"))
        self.assertIs(type(slopes["North"]), float)

    def test_trend_lines(self):
        html = self.table("t", ("x", "y", "z"), (1, 1, 0), (2, "-", 0.33333), (3, 4, 1), (4, 4, ""))
        ax, slopes = task_func(html, "t")
        line, trend, *_ = ax.get_lines()
        self.assertEqual(trend.get_linestyle(), "--")
        self.assertEqual((trend.get_color(), trend.get_marker()), (line.get_color(), "None"))
        np.testing.assert_allclose(trend.get_xdata(), [1, 4])
        np.testing.assert_allclose(trend.get_ydata(), np.polyval(np.polyfit([1, 3, 4], [1, 4, 4], 1), [1, 4]))
        np.testing.assert_allclose(ax.get_lines()[3].get_xdata(), [1, 3])
        self.assertEqual(slopes, {"y": 1.0714, "z": 0.5})

    def test_numbers_and_gaps(self):
        cells = ["1,234,567.5", "\u22125", "12%", " -0.5% ", "12345", "7<sup>[a]</sup>", "<b>8</b>"]
        gaps = ["", "n/a", "1,23", "1234,567", "5 kg", "--5", "1.", ".5", "%", "1,,000", "+4", "3e2"]
        html = self.table("n", ("x", "y"), *enumerate(cells + gaps))
        ax, _ = task_func(html, "n")
        self.assertEqual(list(ax.get_lines()[0].get_ydata()), [1234567.5, -5, 12, -0.5, 12345, 7, 8])
        self.assertEqual(list(ax.get_lines()[0].get_xdata()), [0, 1, 2, 3, 4, 5, 6])

    def test_sparse_columns_are_left_out(self):
        html = self.table("s", ("x", "one", "two", "none"), (1, 5, 5, "?"), (2, "", 6, ""), (3, "", "", ""))
        ax, slopes = task_func(html, "s")
        self.assertEqual((slopes, len(ax.get_lines())), ({"two": 1.0}, 2))
        for html in (self.table("s", ("x", "y"), (1, 5), (2, "")), self.table("s", ("x",), (1,), (2,))):
            with self.assertRaises(ValueError):
                task_func(html, "s")

    def test_table_is_found_by_its_caption(self):
        good = self.table(" Net\n  <i>output</i> <sup>1</sup>", ("x", "good"), (1, 1), (2, 2))
        later = self.table("net output", ("x", "later"), (1, 1), (2, 2))
        other = self.table("Net output 2", ("x", "other"), (1, 1), (2, 2))
        plain = "<table><tr><td>net output</td></tr></table>"
        ax, slopes = task_func(plain + other + good + later, "NET Output")
        self.assertEqual(list(slopes), ["good"])
        self.assertEqual(ax.get_title(), "NET Output")
        with self.assertRaises(ValueError):
            task_func(plain + other, "net output")

    def test_header_cells_and_labels(self):
        html = (
            "<table><caption>c</caption><thead><tr><th> Year </th><th>\nTotal<sup>b</sup> </th></tr></thead>"
            "<tr><th>2,001</th><td>4</td></tr><tr><th>1999</th><td>5</td></tr></table>"
        )
        ax, slopes = task_func(html, "c")
        self.assertEqual((slopes, ax.get_xlabel()), ({"Total": -0.5}, "Year"))
        self.assertEqual([text.get_text() for text in ax.get_legend().get_texts()], ["Total"])
