import csv
import io
import re
import sqlite3
import tempfile
import unittest
from contextlib import closing
from decimal import Decimal
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st


def task_func(database, text):
    """Bring a price list in CSV form into an SQLite table and report what changed.

    The table is price(code TEXT PRIMARY KEY, name TEXT NOT NULL, cents INTEGER NOT NULL, revision INTEGER NOT NULL); it
    is created if necessary. The text has a header line with at least the columns code, name and price in any order;
    fields are separated by semicolons and may be in double quotes. The white space around all fields is removed. A
    price consists of ASCII digits and, optionally, a comma or a point with one or two digits after it. A new code is
    inserted with the revision 1; a known code whose name or price differs is updated and its revision increased by 1;
    otherwise nothing happens to it. Later lines with the same code replace earlier ones before the comparison. A line
    with an empty or missing code or name, or with a bad or missing price, makes the whole list fail, and the table
    stays as it was. Codes that are missing from the list stay in the table.

    Parameters:
    - database (str): the path of the SQLite file.
    - text (str): the CSV text.

    Returns:
    - dict: 'inserted', 'updated' and 'unchanged' (lists of codes, each in the order of their first appearance in the
      list) and 'total' (int, the sum of all cents in the table afterwards, 0 if it is empty).

    Raises:
    - ValueError: if a line is bad; the message contains 'line N', where N is the number of the line, the header being
      line 1 (no field contains a line break, and there are no empty lines).

    Requirements:
    - contextlib
    - csv
    - decimal
    - io
    - re
    - sqlite3

    Example:
    >>> task_func("prices.db", "code;name;price\\nA1;Nut;0,15\\n")
    {'inserted': ['A1'], 'updated': [], 'unchanged': [], 'total': 15}
    """
    items = {}
    for number, row in enumerate(csv.DictReader(io.StringIO(text), delimiter=";", restval=""), 2):
        code, name, price = (row[column].strip() for column in ("code", "name", "price"))
        if not code or not name or not re.fullmatch(r"[0-9]+([.,][0-9]{1,2})?", price):
            raise ValueError(f"line {number}: {row}")
        items[code] = (name, int(100 * Decimal(price.replace(",", "."))))
    report = {"inserted": [], "updated": [], "unchanged": []}
    with closing(sqlite3.connect(database)) as db, db:
        db.execute(
            "CREATE TABLE IF NOT EXISTS price"
            " (code TEXT PRIMARY KEY, name TEXT NOT NULL, cents INTEGER NOT NULL, revision INTEGER NOT NULL)"
        )
        known = {code: item for code, *item in db.execute("SELECT code, name, cents FROM price")}
        for code, item in items.items():
            kind = "inserted" if code not in known else "unchanged" if known[code] == list(item) else "updated"
            report[kind].append(code)
        db.executemany(
            "INSERT INTO price VALUES (?, ?, ?, 1) ON CONFLICT (code)"
            " DO UPDATE SET name = excluded.name, cents = excluded.cents, revision = revision + 1",
            [(code, *items[code]) for code in report["inserted"] + report["updated"]],
        )
        report["total"] = sum(cents for (cents,) in db.execute("SELECT cents FROM price"))
    return report


class TestCases(unittest.TestCase):
    HEADER = "code;name;price\n"

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.path = str(Path(folder.name, "shop.db"))

    def load(self, *lines, header=HEADER):
        report = task_func(self.path, header + "".join(f"{line}\n" for line in lines))
        return report["inserted"], report["updated"], report["unchanged"], report["total"]

    def stored(self):
        with closing(sqlite3.connect(self.path)) as db:
            return db.execute("SELECT code, name, cents, revision FROM price ORDER BY code").fetchall()

    def test_insert(self):
        self.assertEqual(self.load("b;Bolt;1,5", "a; Nut ;0.07 ", " c;Ünit;12"), (["b", "a", "c"], [], [], 1357))
        self.assertEqual(self.stored(), [("a", "Nut", 7, 1), ("b", "Bolt", 150, 1), ("c", "Ünit", 1200, 1)])

    def test_update(self):
        self.load("a;Nut;1", "b;Bolt;2", "c;Cap;3", "d;Dot;4")
        result = self.load("e;Eye;1", "d;Dot;5", "b;Bolt;2.00", "a;nut;1,0")
        self.assertEqual(result, (["e"], ["d", "a"], ["b"], 1200))
        self.assertEqual([row[3] for row in self.stored()], [2, 1, 1, 2, 1])
        self.load("a;Nut;1")
        self.assertEqual(self.stored()[0], ("a", "Nut", 100, 3))

    def test_repeated_codes(self):
        self.load("a;Nut;1", "b;Bolt;2")
        self.assertEqual(self.load("b;Bolt;9", "a;Nut;8", "b;Bolt;2", "a;Nut;7"), ([], ["a"], ["b"], 900))
        self.assertEqual([row[2:] for row in self.stored()], [(700, 2), (200, 1)])

    def test_columns_and_quotes(self):
        report = self.load('9,99;x;"Nut; ""big""";A1', header="price;note;name;code\n")
        self.assertEqual(report, (["A1"], [], [], 999))
        self.assertEqual(self.stored(), [("A1", 'Nut; "big"', 999, 1)])

    def test_bad_lines_change_nothing(self):
        self.load("a;Nut;1")
        bad = [";Nut;1", "  ;Nut;1", "x;;1", "x; ;1", "x;Nut;", "x;Nut", "x", "x;Nut;-1", "x;Nut;1.234", "x;Nut;1e2"]
        bad += ["x;Nut;free", "x;Nut;1.", "x;Nut;.5", "x;Nut;1,000.00", "x;Nut;nan", "x;Nut;١", "x;Nut;1x"]
        for line in bad:
            with self.assertRaisesRegex(ValueError, r"\bline 3\b", msg=line):
                self.load("b;Bolt;2", line, "c;Cap;3")
        self.assertEqual(self.stored(), [("a", "Nut", 100, 1)])

    def test_lines_that_are_too_short(self):
        for header, line in (("price;name;code\n", "1;Nut"), ("price;code;name\n", "1;a"), ("name;price;code\n", "a")):
            with self.assertRaisesRegex(ValueError, r"\bline 2\b", msg=header):
                self.load(line, header=header)

    def test_empty_list(self):
        self.assertEqual(self.load(), ([], [], [], 0))
        self.assertEqual(self.stored(), [])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None, phases=[Phase.generate])
    @given(st.lists(st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3), max_size=4), max_size=3))
    def test_revisions_count_changes(self, lists):
        self.setUp()
        prices, revisions = {}, {}
        for items in lists:
            for code, cents in items.items():
                revisions[code] = revisions.get(code, 0) + (prices.get(code) != cents)
                prices[code] = cents
            lines = [f"{code};n;0.0{cents}" for code, cents in items.items()]
            self.assertEqual(self.load(*lines)[3], sum(prices.values()))
            self.assertEqual({row[0]: row[3] for row in self.stored()}, revisions)
