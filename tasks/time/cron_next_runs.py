import itertools
import re
import unittest
from datetime import datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(expression, after, count):
    """List the next times at which a crontab line fires.

    The line has five fields separated by white space: minute (0-59), hour (0-23), day of the month (1-31), month
    (1-12) and weekday (0-7, where both 0 and 7 are Sunday). A field is a list of parts separated by commas; a part is
    "*", a number or a range "A-B" with A <= B, and "*" and ranges may be followed by "/STEP" with a step of at least
    1, which counts from the lowest value of the range. A day fires if its month is listed and its day of the month
    and its weekday are; but if neither of these two fields begins with "*", it is enough that one of the two is.

    Parameters:
    - expression (str): the crontab line.
    - after (datetime): naive; only times later than this are wanted.
    - count (int): number of times wanted.

    Returns:
    - list of datetime: the times in order, naive, on whole minutes. Days later than 3000 days after the day of
      `after` are not searched, so the list may be shorter or empty.

    Raises:
    - ValueError: if there are not five fields, a part has another form or a number lies outside its field's values.

    Requirements:
    - itertools
    - re
    - datetime

    Example:
    >>> [str(run) for run in task_func("*/30 9 * * 1-5", datetime(2024, 3, 1, 9, 0), 2)]
    ['2024-03-01 09:30:00', '2024-03-04 09:00:00']
    """
    limits = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)]
    fields = expression.split()

    def parse(field, low, high):
        values = set()
        for part in field.split(","):
            match = re.fullmatch(r"(?:(\*)|([0-9]+)-([0-9]+))(?:/([0-9]+))?|([0-9]+)", part)
            if match is None:
                raise ValueError(f"unreadable part {part!r}")
            star, first, last, step, single = match.groups()
            begin, end = (low, high) if star else (int(first or single), int(last or single))
            if not low <= begin <= end <= high or step and int(step) == 0:
                raise ValueError(f"{part!r} is out of range")
            values.update(range(begin, end + 1, int(step or 1)))
        return values

    minutes, hours, days, months, weekdays = (parse(field, *limit) for field, limit in zip(fields, limits, strict=True))
    weekdays = {weekday % 7 for weekday in weekdays}
    either = not fields[2].startswith("*") and not fields[4].startswith("*")

    def fires(day):
        hits = (day.day in days, day.isoweekday() % 7 in weekdays)
        return day.month in months and (any(hits) if either else all(hits))

    candidates = (after.date() + timedelta(days=number) for number in range(3001))
    runs = (
        datetime.combine(day, time(hour, minute))
        for day in candidates
        if fires(day)
        for hour in sorted(hours)
        for minute in sorted(minutes)
    )
    return list(itertools.islice((run for run in runs if run > after), count))


class TestCases(unittest.TestCase):
    START = datetime(2024, 2, 27, 22, 40)

    def runs(self, expression, count, start=START):
        return [f"{run:%m-%d %H:%M}" for run in task_func(expression, start, count)]

    def test_times_of_the_day(self):
        self.assertEqual(self.runs("40,50 22,5 * * *", 4), ["02-27 22:50", "02-28 05:40", "02-28 05:50", "02-28 22:40"])
        self.assertEqual(self.runs("0 0 * * *", 3), ["02-28 00:00", "02-29 00:00", "03-01 00:00"])
        self.assertEqual(self.runs("40 22 * * *", 1, datetime(2024, 2, 27, 22, 39, 59, 999999)), ["02-27 22:40"])
        self.assertEqual(self.runs("* * * * *", 2, datetime(2024, 2, 27, 23, 58, 1)), ["02-27 23:59", "02-28 00:00"])
        self.assertEqual(self.runs("* * * * *", 0), [])

    def test_ranges_and_steps(self):
        expected = ["02-28 05:03", "02-28 05:10", "02-28 05:17", "02-28 05:59"]
        self.assertEqual(self.runs("3-20/7,59-59/5 5 * * *", 4), expected)
        self.assertEqual(self.runs("0 */9 * * *", 4), ["02-28 00:00", "02-28 09:00", "02-28 18:00", "02-29 00:00"])
        self.assertEqual(self.runs("*/1 5-5/1 * * *", 2), ["02-28 05:00", "02-28 05:01"])
        self.assertEqual(self.runs("0 0 */15 * *", 3), ["03-01 00:00", "03-16 00:00", "03-31 00:00"])
        self.assertEqual(self.runs("0 0 1 */5 *", 4), ["06-01 00:00", "11-01 00:00", "01-01 00:00", "06-01 00:00"])

    def test_weekdays(self):
        sundays = ["03-03 12:00", "03-10 12:00"]
        self.assertEqual([self.runs(f"0 12 * * {day}", 2) for day in ("0", "7", "0,7")], [sundays] * 3)
        self.assertEqual(self.runs("0 12 * * 5-7", 3), ["03-01 12:00", "03-02 12:00", "03-03 12:00"])
        self.assertEqual(self.runs("0 12 * * 1", 1), ["03-04 12:00"])

    def test_day_and_weekday_together(self):
        self.assertEqual(self.runs("0 0 13 * 5", 4), ["03-01 00:00", "03-08 00:00", "03-13 00:00", "03-15 00:00"])
        self.assertEqual(self.runs("0 0 */12 * 5", 2), ["03-01 00:00", "09-13 00:00"])
        self.assertEqual(self.runs("0 0 13 * */5", 2), ["09-13 00:00", "10-13 00:00"])
        self.assertEqual(self.runs("0 0 13 9 5", 2), ["09-06 00:00", "09-13 00:00"])

    def test_search_ends_after_3000_days(self):
        leap = task_func("0 0 29 2 *", self.START, 9)
        self.assertEqual([run.year for run in leap], [2024, 2028, 2032])
        self.assertEqual(task_func("0 0 31 2 *", self.START, 1), [])
        last = self.START.date() + timedelta(days=3000)
        line = f"0 0 {last.day} {last.month} *"
        self.assertEqual(task_func(line, self.START, 20)[-1].date(), last)
        later = last + timedelta(days=1)
        self.assertLess(task_func(f"0 0 {later.day} {later.month} *", self.START, 20)[-1].date(), last)

    def test_unreadable_lines(self):
        lines = ["* * * *", "* * * * * *", "", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * 32 * *", "* * * 0 *"]
        lines += ["* * * 13 *", "* * * * 8", "5-3 * * * *", "*/0 * * * *", "1-5/0 * * * *", "a * * * *", "-1 * * * *"]
        lines += ["1, * * * *", "5/2 * * * *", "** * * * *", "1-2-3 * * * *", "* * * JAN *", "*/ * * * *"]
        lines.append("50-60 * * * *")
        for line in lines:
            with self.subTest(line=line), self.assertRaises(ValueError):
                task_func(line, self.START, 1)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.datetimes(datetime(2024, 1, 1), datetime(2024, 12, 1)), st.integers(0, 59), st.integers(0, 23))
    def test_daily_run_is_the_next_one(self, after, minute, hour):
        (run,) = task_func(f" {minute}\t{hour} * * * ", after, 1)
        self.assertEqual((run.hour, run.minute, run.second, run.microsecond), (hour, minute, 0, 0))
        self.assertTrue(timedelta(0) < run - after <= timedelta(days=1))
