import bisect
import unittest
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(zone_name, begin, end):
    """Find the moments at which a time zone changes its UTC offset.

    Only changes of the offset count, not changes of the abbreviation alone. Two changes are never less than a day
    apart.

    Parameters:
    - zone_name (str): IANA name of the zone.
    - begin (datetime): begin of the period, aware; a change exactly then is not reported.
    - end (datetime): end of the period, aware; a change exactly then is reported.

    Returns:
    - list of tuple: the changes in order as (moment, wall, seconds): the moment in UTC as an aware datetime, exact to
      the second; the clock times before and after it as a str "HH:MM -> HH:MM" in the zone's own time, where the
      first is the clock time that would have been reached without the change; and the change of the offset in seconds
      (int, positive if the clock is set forward). The list is empty if the end is not after the begin.

    Raises:
    - ValueError: if begin or end is naive.

    Requirements:
    - bisect
    - datetime
    - zoneinfo

    Example:
    >>> year = [datetime(year, 1, 1, tzinfo=timezone.utc) for year in (2024, 2025)]
    >>> [wall for _, wall, _ in task_func("Europe/Berlin", *year)]
    ['02:00 -> 03:00', '03:00 -> 02:00']
    """
    if begin.utcoffset() is None or end.utcoffset() is None:
        raise ValueError("begin and end need a time zone")
    zone, epoch = ZoneInfo(zone_name), datetime(1970, 1, 1, tzinfo=timezone.utc)
    first, last = ((moment - epoch) // timedelta(seconds=1) for moment in (begin, end))

    def offset(second):
        return (epoch + timedelta(seconds=second)).astimezone(zone).utcoffset()

    changes = []
    for low in range(first, last, 86400):
        high = min(low + 86400, last)
        before, after = offset(low), offset(high)
        if before == after:
            continue
        seconds = range(low, high + 1)
        index = bisect.bisect_left(seconds, True, key=lambda second, before=before: offset(second) != before)
        moment = epoch + timedelta(seconds=seconds[index])
        wall = f"{moment + before:%H:%M} -> {moment + after:%H:%M}"
        changes.append((moment, wall, int((after - before).total_seconds())))
    return changes


class TestCases(unittest.TestCase):
    def utc(self, *moment):
        return datetime(*moment, tzinfo=timezone.utc)

    def test_european_year(self):
        spring = (self.utc(2024, 3, 31, 1), "02:00 -> 03:00", 3600)
        autumn = (self.utc(2024, 10, 27, 1), "03:00 -> 02:00", -3600)
        self.assertEqual(task_func("Europe/Berlin", self.utc(2024, 1, 1), self.utc(2025, 1, 1)), [spring, autumn])
        self.assertEqual(task_func("Europe/Berlin", self.utc(2024, 3, 31, 0, 59, 59), self.utc(2024, 4, 2)), [spring])

    def test_unusual_changes(self):
        half = task_func("Australia/Lord_Howe", self.utc(2024, 4, 1), self.utc(2024, 5, 1))
        self.assertEqual(half, [(self.utc(2024, 4, 6, 15), "02:00 -> 01:30", -1800)])
        skipped = task_func("Pacific/Apia", self.utc(2011, 12, 20), self.utc(2012, 1, 5))
        self.assertEqual(skipped, [(self.utc(2011, 12, 30, 10), "00:00 -> 00:00", 86400)])
        odd = task_func("Asia/Kathmandu", self.utc(1985, 1, 1), self.utc(1987, 1, 1))
        self.assertEqual(odd, [(self.utc(1985, 12, 31, 18, 30), "00:00 -> 00:15", 900)])

    def test_limits_of_the_period(self):
        change = self.utc(2024, 11, 3, 6)
        for begin, end, count in ((-1, 0, 1), (0, 1, 0), (-2, -1, 0), (-86400, 0, 1), (0, 86400, 0), (-86401, 9, 1)):
            period = [change + timedelta(seconds=seconds) for seconds in (begin, end)]
            with self.subTest(begin=begin, end=end):
                self.assertEqual([item[0] for item in task_func("America/New_York", *period)], [change] * count)

    def test_period_in_another_zone(self):
        zone = timezone(timedelta(hours=9))
        period = [datetime(2024, 3, 31, 10, 0, 0, tzinfo=zone), datetime(2024, 4, 1, tzinfo=zone)]
        self.assertEqual(task_func("Europe/Paris", *period), [])
        period[0] -= timedelta(seconds=1)
        self.assertEqual(task_func("Europe/Paris", *period)[0][1], "02:00 -> 03:00")

    def test_nothing_to_report(self):
        self.assertEqual(task_func("Asia/Tokyo", self.utc(2000, 1, 1), self.utc(2001, 1, 1)), [])
        self.assertEqual(task_func("Europe/Berlin", self.utc(2025, 1, 1), self.utc(2024, 1, 1)), [])

    def test_naive_limits(self):
        for begin, end in ((datetime(2024, 1, 1), self.utc(2024, 2, 1)), (self.utc(2024, 1, 1), datetime(2024, 2, 1))):
            with self.subTest(begin=begin), self.assertRaises(ValueError):
                task_func("UTC", begin, end)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.datetimes(datetime(2019, 1, 1), datetime(2023, 12, 1)), st.integers(1, 300), st.integers(0, 86399))
    def test_changes_add_up(self, begin, days, seconds):
        period = [begin.replace(microsecond=0, tzinfo=timezone.utc)]
        period.append(period[0] + timedelta(days=days, seconds=seconds))
        changes = task_func("America/Santiago", *period)
        first, last = (moment.astimezone(ZoneInfo("America/Santiago")).utcoffset() for moment in period)
        self.assertEqual(sum(change for _, _, change in changes), (last - first).total_seconds())
        self.assertEqual([moment for moment, _, _ in changes], sorted(moment for moment, _, _ in changes))
