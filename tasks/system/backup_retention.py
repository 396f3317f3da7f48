import re
import shutil
import tempfile
import unittest
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(folder, daily, weekly, monthly, dry_run=False):
    """Thin out dated backups in a folder so that recent ones are dense and older ones sparse.

    A backup is a file or a directory whose name is a word, a hyphen, a date as YYYYMMDD and, optionally, an extension
    that begins with a dot: 'db-20300131.tar.gz' or 'home-20300131'. The word consists of ASCII letters and digits.
    Entries with other names, or with impossible dates, are left alone. The backups of each word are judged by
    themselves (if several of them have the same date, they are kept or deleted together). Kept are the newest dates,
    as many as daily says; further the newest date of each of the newest ISO weeks, as many as weekly says; and the
    newest date of each of the newest months, as many as monthly says. Only weeks and months that have a backup count.
    All others are deleted, directories with all that is in them.

    Parameters:
    - folder (str or Path): the directory with the backups.
    - daily (int): how many dates to keep.
    - weekly (int): how many weeks to keep a backup of.
    - monthly (int): how many months to keep a backup of.
    - dry_run (bool): if True, nothing is deleted; default False.

    Returns:
    - list of str: the names of the entries that are (or, in a dry run, would be) deleted, sorted.

    Raises:
    - ValueError: if daily, weekly and monthly are all zero or one of them is negative.

    Requirements:
    - datetime
    - pathlib
    - re
    - shutil

    Example:
    >>> for day in ("20300130", "20300131"):
    ...     Path(f"home-{day}").mkdir()
    >>> task_func(".", 1, 0, 0)
    ['home-20300130']
    """
    limits = (daily, weekly, monthly)
    if min(limits) < 0 or max(limits) == 0:
        raise ValueError(f"cannot keep {limits}")
    backups = {}
    for path in Path(folder).iterdir():
        match = re.fullmatch(r"([A-Za-z0-9]+)-(\d{4})(\d\d)(\d\d)(\..+)?", path.name, re.ASCII)
        try:
            day = date(*map(int, match.group(2, 3, 4)))
        except (AttributeError, ValueError):
            continue
        backups.setdefault(match[1], {}).setdefault(day, []).append(path)
    doomed = []
    for by_day in backups.values():
        keep = set()
        periods = [lambda day: day, lambda day: day.isocalendar()[:2], lambda day: (day.year, day.month)]
        for limit, period in zip(limits, periods, strict=True):
            newest = {period(day): day for day in sorted(by_day)}
            keep.update(sorted(newest.values(), reverse=True)[:limit])
        doomed += [path for day in by_day.keys() - keep for path in by_day[day]]
    for path in [] if dry_run else doomed:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    return sorted(path.name for path in doomed)


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def make(self, *days, form="db-{}.sql", first=date(2030, 1, 1)):
        for day in days:
            (self.folder / form.format((first + timedelta(days=day)).strftime("%Y%m%d"))).touch()

    def left(self):
        return sorted(path.name for path in self.folder.iterdir())

    def test_daily_only(self):
        self.make(0, 3, 4, 9)
        self.assertEqual(task_func(self.folder, 2, 0, 0), ["db-20300101.sql", "db-20300104.sql"])
        self.assertEqual(self.left(), ["db-20300105.sql", "db-20300110.sql"])

    def test_weeks_across_new_year(self):
        # 2029-12-31 is a Monday: it belongs to the first ISO week of 2030
        self.make(-2, -1, 0, 5, 6, 20)
        deleted = task_func(str(self.folder), 0, 4, 0)
        self.assertEqual(deleted, ["db-20291231.sql", "db-20300101.sql"])
        self.assertEqual(self.left(), [f"db-{day}.sql" for day in ("20291230", "20300106", "20300107", "20300121")])

    def test_months_without_backups_do_not_count(self):
        self.make(0, 30, 31, 120, 364, 365)
        deleted = task_func(self.folder, 0, 0, 4)
        self.assertEqual(deleted, ["db-20300101.sql", "db-20300131.sql"])
        self.assertEqual(self.left(), [f"db-{day}.sql" for day in ("20300201", "20300501", "20301231", "20310101")])

    def test_rules_together(self):
        self.make(*range(60))
        task_func(self.folder, 2, 3, 3)
        kept = ["20300131", "20300217", "20300224", "20300228", "20300301"]
        self.assertEqual(self.left(), [f"db-{day}.sql" for day in kept])

    def test_words_and_equal_dates(self):
        self.make(0, 1, form="db-{}.sql")
        self.make(1, form="db-{}.log.gz")
        self.make(0, form="www2-{}")
        self.make(0, 1, form="DB-{}.x")
        self.assertEqual(task_func(self.folder, 1, 1, 1), ["DB-20300101.x", "db-20300101.sql"])
        self.assertEqual(self.left(), ["DB-20300102.x", "db-20300102.log.gz", "db-20300102.sql", "www2-20300101"])

    def test_other_names_stay(self):
        names = ["db-20300230.sql", "db-2030011.sql", "db-203001111", "my-db-20300101", "-20300101", "db-20300101x"]
        names += ["db_20300101.sql", "db-20300101.", "db-20300101.sql~", "db-२०३००१०१", "ü-20300101"]
        for name in [*names, "db-20300101.a", "db-20300102.b", "db-20300103"]:
            (self.folder / name).touch()
        expected = ["db-20300101.a", "db-20300101.sql~", "db-20300102.b"]
        self.assertEqual(task_func(self.folder, 1, 0, 0), expected)
        self.assertEqual(self.left(), sorted({*names, "db-20300103"} - {"db-20300101.sql~"}))

    def test_directories_links_and_dry_run(self):
        for name in ("home-20300101/sub", "home-20300103"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "home-20300101" / "sub" / "file").touch()
        (self.folder / "home-20300102").symlink_to("home-20300103", target_is_directory=True)
        names = self.left()
        self.assertEqual(task_func(self.folder, 1, 0, 0, dry_run=True), names[:2])
        self.assertEqual(self.left(), names)
        self.assertEqual(task_func(self.folder, 1, 0, 0), names[:2])
        self.assertEqual(self.left(), ["home-20300103"])

    def test_bad_numbers(self):
        self.make(0, 1)
        for limits in ((0, 0, 0), (1, -1, 0), (-1, 1, 1), (5, 5, -2)):
            with self.assertRaises(ValueError):
                task_func(self.folder, *limits)
        self.assertEqual(len(self.left()), 2)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.sets(st.integers(0, 400), max_size=25), *[st.integers(0, 4)] * 3)
    def test_numbers_kept(self, days, daily, weekly, monthly):
        with tempfile.TemporaryDirectory() as folder:
            self.folder = Path(folder)
            self.make(*days)
            deleted = task_func(folder, daily + 1, weekly, monthly, True)
            dates = sorted((date(2030, 1, 1) + timedelta(days=day) for day in days), reverse=True)
            kept = set(dates[: daily + 1])
            for limit, key in ((weekly, lambda day: day.isocalendar()[:2]), (monthly, lambda day: str(day)[:7])):
                firsts = [day for n, day in enumerate(dates) if key(day) not in map(key, dates[:n])]
                kept.update(firsts[:limit])
            self.assertEqual(deleted, sorted(f"db-{day:%Y%m%d}.sql" for day in set(dates) - kept))
