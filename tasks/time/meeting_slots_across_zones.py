import itertools
import unittest
from datetime import date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(people, day, minutes, grid=30):
    """Find the times at which a meeting suits everybody, wherever they work.

    Candidates start every `grid` minutes from 00:00 UTC on the given day until the day is over in UTC; a meeting may
    end on the next day. It suits a person if all of it lies within one working day of theirs: Monday to Friday by
    their own calendar, from the opening to the closing hour on their own clock, and if it overlaps none of their
    appointments. A meeting may start exactly when something else ends and the other way round.

    Parameters:
    - people (list of dict): each with "zone" (IANA name), "open" and "close" (whole hours, 0 <= open < close <= 23)
      and "busy" (list of tuples of two aware datetimes, begin and end).
    - day (date): the day in UTC.
    - minutes (int): length of the meeting.
    - grid (int): distance of the candidates in minutes. Default is 30.

    Returns:
    - list of tuple: the suitable stretches in order; candidates that follow each other on the grid make one stretch,
      given by the first and the last possible start as str "HH:MM" in UTC.

    Raises:
    - ValueError: if nobody is invited.

    Requirements:
    - itertools
    - datetime
    - zoneinfo

    Example:
    >>> team = [{"zone": "Europe/Paris", "open": 9, "close": 17, "busy": []}]
    >>> task_func(team, date(2024, 1, 15), 60)
    [('08:00', '15:00')]
    """
    if not people:
        raise ValueError("nobody is invited")

    def suits(person, begin, end):
        zone = ZoneInfo(person["zone"])
        local = begin.astimezone(zone)
        hours = (datetime.combine(local, time(person[key]), zone) for key in ("open", "close"))
        opens, closes = (hour.astimezone(timezone.utc) for hour in hours)
        at_work = local.weekday() < 5 and opens <= begin and end <= closes
        return at_work and all(end <= busy_from or busy_to <= begin for busy_from, busy_to in person["busy"])

    midnight = datetime.combine(day, time(), timezone.utc)
    starts = [midnight + timedelta(minutes=offset) for offset in range(0, 24 * 60, grid)]
    fits = [all(suits(person, start, start + timedelta(minutes=minutes)) for person in people) for start in starts]
    stretches = []
    for fit, group in itertools.groupby(zip(starts, fits, strict=True), key=lambda pair: pair[1]):
        if fit:
            clocks = [f"{start:%H:%M}" for start, _ in group]
            stretches.append((clocks[0], clocks[-1]))
    return stretches


class TestCases(unittest.TestCase):
    def person(self, zone, opens=9, closes=17, *busy):
        return {"zone": zone, "open": opens, "close": closes, "busy": list(busy)}

    def utc(self, hour, minute=0, day=15):
        return datetime(2024, 1, day, hour, minute, tzinfo=timezone.utc)

    def test_common_hours_of_two_continents(self):
        people = [self.person("Europe/Berlin"), self.person("America/New_York", 8, 16)]
        self.assertEqual(task_func(people, date(2024, 1, 15), 60), [("13:00", "15:00")])
        self.assertEqual(task_func(people, date(2024, 3, 18), 60), [("12:00", "15:00")])
        self.assertEqual(task_func([*people, self.person("Asia/Tokyo")], date(2024, 1, 15), 60), [])

    def test_appointments_split_the_day(self):
        tokyo_noon = datetime(2024, 1, 15, 22, 15, tzinfo=ZoneInfo("Asia/Tokyo"))
        busy = [(self.utc(10), self.utc(11)), (tokyo_noon, self.utc(13, 45))]
        people = [self.person("UTC", 9, 15, *busy)]
        expected = [("09:00", "09:30"), ("11:00", "12:30"), ("14:00", "14:30")]
        self.assertEqual(task_func(people, date(2024, 1, 15), 30), expected)

    def test_weekend_by_the_local_calendar(self):
        sydney = [self.person("Australia/Sydney")]
        self.assertEqual(task_func(sydney, date(2024, 1, 14), 60), [("22:00", "23:30")])
        self.assertEqual(task_func(sydney, date(2024, 1, 19), 60), [("00:00", "05:00")])
        self.assertEqual(task_func(sydney, date(2024, 1, 20), 60), [])
        self.assertEqual(task_func([self.person("UTC")], date(2024, 1, 20), 60), [])

    def test_meeting_may_end_on_the_next_utc_day(self):
        people = [self.person("Pacific/Honolulu", 13, 17)]
        self.assertEqual(task_func(people, date(2024, 1, 15), 120), [("23:00", "23:30")])
        self.assertEqual(task_func(people, date(2024, 1, 15), 120, grid=15), [("23:00", "23:45")])
        self.assertEqual(task_func(people, date(2024, 1, 16), 120), [("00:00", "01:00"), ("23:00", "23:30")])

    def test_grid_and_length(self):
        people = [self.person("Asia/Kathmandu", 9, 10)]
        self.assertEqual(task_func(people, date(2024, 1, 15), 30, grid=15), [("03:15", "03:45")])
        self.assertEqual(task_func(people, date(2024, 1, 15), 60, grid=15), [("03:15", "03:15")])
        self.assertEqual(task_func(people, date(2024, 1, 15), 61, grid=15), [])
        self.assertEqual(task_func(people, date(2024, 1, 15), 60), [])

    def test_clock_change_during_work(self):
        nurse = [self.person("Africa/Cairo", 0, 3)]
        self.assertEqual(task_func(nurse, date(2024, 4, 25), 60), [("00:00", "00:00"), ("22:00", "23:00")])

    def test_nobody(self):
        with self.assertRaises(ValueError):
            task_func([], date(2024, 1, 15), 60)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.integers(0, 22), st.integers(1, 23), st.integers(1, 300))
    def test_single_person_in_utc(self, opens, length, minutes):
        closes = min(opens + length, 23)
        result = task_func([self.person("UTC", opens, closes)], date(2024, 1, 15), minutes)
        last = (closes * 60 - minutes) // 30 * 30
        expected = [(f"{opens:02d}:00", f"{last // 60:02d}:{last % 60:02d}")] if last >= opens * 60 else []
        self.assertEqual(result, expected)
