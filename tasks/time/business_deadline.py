import unittest
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import holidays
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(received, days, country, zone_name, subdivision=None, cutoff=time(17, 0)):
    """Work out until when an order must be answered.

    Business days are Mondays to Fridays that are not public holidays of the country (or of its subdivision, where one
    is given) according to the holidays package. The order counts as received on the local day on which it came in; if
    that is no business day, or if it came in after the cutoff on the local clock, it counts as received on the next
    business day. The answer is due the given number of business days after that day, at the cutoff on the local
    clock.

    Parameters:
    - received (datetime): when the order came in, aware.
    - days (int): number of business days, at least 0.
    - country (str): ISO code of the country, for example "DE".
    - zone_name (str): IANA name of the local time zone.
    - subdivision (str or None): code of the subdivision, for example "BY". Default is None.
    - cutoff (time): end of the business day. Default is 17:00.

    Returns:
    - tuple: (deadline, skipped): the deadline as an aware datetime in the local time zone, and the list of the public
      holidays (name, date), by date, that fall on Mondays to Fridays from the local day of receipt to the deadline's
      day, both included.

    Raises:
    - ValueError: if `received` is naive or `days` is negative.
    - NotImplementedError: if the holidays package does not know the country or subdivision.

    Requirements:
    - datetime
    - zoneinfo
    - holidays
    - numpy

    Example:
    >>> due, skipped = task_func(datetime(2024, 12, 24, 12, tzinfo=ZoneInfo("UTC")), 1, "DE", "Europe/Berlin")
    >>> due.isoformat(), len(skipped)
    ('2024-12-27T17:00:00+01:00', 2)
    """
    if received.utcoffset() is None or days < 0:
        raise ValueError("an aware time and a number of days from 0 are needed")
    zone = ZoneInfo(zone_name)
    local = received.astimezone(zone)
    years = range(local.year, local.year + days // 200 + 2)
    public = holidays.country_holidays(country, subdiv=subdivision, years=years)
    first = local.date() + timedelta(days=local.time() > cutoff)
    due = np.busday_offset(first, days, roll="forward", holidays=list(public)).item()
    skipped = [(name, day) for day, name in sorted(public.items()) if local.date() <= day <= due and day.weekday() < 5]
    return datetime.combine(due, cutoff, zone), skipped


class TestCases(unittest.TestCase):
    def berlin(self, *moment):
        return datetime(*moment, tzinfo=ZoneInfo("Europe/Berlin"))

    def due(self, received, days=1, country="DE", zone="Europe/Berlin", **options):
        return task_func(received, days, country, zone, **options)[0].isoformat()

    def test_plain_days_and_weekends(self):
        wednesday = self.berlin(2024, 2, 7, 9)
        expected = {0: "07T", 1: "08T", 2: "09T", 3: "12T", 8: "19T"}
        for days, day in expected.items():
            with self.subTest(days=days):
                self.assertEqual(self.due(wednesday, days), f"2024-02-{day}17:00:00+01:00")

    def test_cutoff_is_still_in_time(self):
        friday = self.berlin(2024, 2, 9, 17)
        self.assertEqual(self.due(friday), "2024-02-12T17:00:00+01:00")
        self.assertEqual(self.due(friday + timedelta(microseconds=1)), "2024-02-13T17:00:00+01:00")
        self.assertEqual(self.due(friday, cutoff=time(16, 30)), "2024-02-13T16:30:00+01:00")
        self.assertEqual(self.due(self.berlin(2024, 2, 10, 23), 0), "2024-02-12T17:00:00+01:00")

    def test_holidays_by_subdivision(self):
        received = self.berlin(2024, 10, 30, 12)
        self.assertEqual(self.due(received, 2), "2024-11-01T17:00:00+01:00")
        due, skipped = task_func(received, 2, "DE", "Europe/Berlin", subdivision="BY")
        self.assertEqual(due.date(), date(2024, 11, 4))
        self.assertEqual([day for _, day in skipped], [date(2024, 11, 1)])
        self.assertEqual(due.tzinfo, ZoneInfo("Europe/Berlin"))

    def test_skipped_holidays_over_new_year(self):
        due, skipped = task_func(self.berlin(2024, 12, 25, 8), 5, "US", "Europe/Berlin")
        self.assertEqual(due.date(), date(2025, 1, 3))
        self.assertEqual(skipped, [("Christmas Day", date(2024, 12, 25)), ("New Year's Day", date(2025, 1, 1))])
        _, skipped = task_func(self.berlin(2026, 7, 3, 8), 0, "US", "Europe/Berlin")
        self.assertEqual([day for _, day in skipped], [date(2026, 7, 3)])
        _, skipped = task_func(self.berlin(2022, 12, 23, 8), 1, "DE", "Europe/Berlin")
        self.assertEqual([day for _, day in skipped], [date(2022, 12, 26)])

    def test_local_day_and_local_offset(self):
        late = datetime(2024, 3, 28, 23, 30, tzinfo=ZoneInfo("America/New_York"))
        self.assertEqual(self.due(late, 0), "2024-04-02T17:00:00+02:00")
        self.assertEqual(self.due(late, 1, "US", "America/New_York"), "2024-04-01T17:00:00-04:00")

    def test_long_periods_reach_the_later_years(self):
        due, skipped = task_func(self.berlin(2023, 12, 29, 9), 254, "DE", "Europe/Berlin")
        self.assertEqual(due.date(), date(2025, 1, 2))
        self.assertEqual(skipped[-1][1], date(2025, 1, 1))

    def test_senseless_arguments(self):
        for received, days in ((datetime(2024, 2, 7, 9), 1), (self.berlin(2024, 2, 7, 9), -1)):
            with self.subTest(days=days), self.assertRaises(ValueError):
                task_func(received, days, "DE", "Europe/Berlin")
        with self.assertRaises(NotImplementedError):
            task_func(self.berlin(2024, 2, 7, 9), 1, "XX", "Europe/Berlin")

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.dates(date(2023, 1, 1), date(2024, 12, 31)), st.integers(0, 30))
    def test_business_days_are_counted_one_by_one(self, day, days):
        public = holidays.country_holidays("FR", years=(2023, 2024, 2025))
        current, left = day, days
        while left or current.weekday() > 4 or current in public:
            if current.weekday() < 5 and current not in public:
                left -= 1
            current += timedelta(days=1)
        due, _ = task_func(datetime.combine(day, time(12), ZoneInfo("Europe/Paris")), days, "FR", "Europe/Paris")
        self.assertEqual(due.date(), current)
