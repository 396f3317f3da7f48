import heapq
import os
import time
import unittest
from datetime import datetime, timedelta, timezone
from unittest import mock
from zoneinfo import ZoneInfo

from dateutil.parser import isoparse
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(calendars, start, end, minutes):
    """Find the times at which nobody of a group is busy.

    All times are ISO 8601 texts in whole minutes. Those of a calendar may lack a UTC offset and then are wall clock
    times of the person's zone (the first occurrence where clocks are put back); start and end always have an offset.
    Busy times may be in any order, overlap, touch, or lie outside the period from start to end. A slot begins at start
    or where a busy time ends, and lasts until the next busy time begins or the period ends. Lengths are those of
    elapsed time, also on days on which clocks are changed.

    Parameters:
    - calendars (dict): from person to {"zone": name of an IANA time zone, "busy": list of (begin, end) texts}.
    - start (str): begin of the period.
    - end (str): end of the period.
    - minutes (int): the length from which on a slot is of use.

    Returns:
    - list of tuples: (begin, end) of all slots within the period that last at least so many minutes, in order of time,
      as texts in UTC like "2024-05-01T07:30Z".

    Raises:
    - ValueError: if minutes is less than 1, start or end has no offset, the period ends before it starts, or a busy
      time does not end after its begin.

    Requirements:
    - datetime
    - dateutil.parser
    - heapq
    - zoneinfo

    Example:
    >>> ann = {"zone": "Europe/Berlin", "busy": [("2024-05-01T09:00", "2024-05-01T10:00")]}
    >>> bob = {"zone": "UTC", "busy": [("2024-05-01T08:15", "2024-05-01T09:00")]}
    >>> task_func({"ann": ann, "bob": bob}, "2024-05-01T06:00Z", "2024-05-01T10:00Z", 30)
    [('2024-05-01T06:00Z', '2024-05-01T07:00Z'), ('2024-05-01T09:00Z', '2024-05-01T10:00Z')]
    """

    def in_utc(text, zone=None):
        moment = isoparse(text)
        if moment.tzinfo is None:
            if zone is None:
                raise ValueError(f"{text} has no offset")
            moment = moment.replace(tzinfo=zone)
        return moment.astimezone(timezone.utc)

    opening, closing = in_utc(start), in_utc(end)
    if minutes < 1 or closing < opening:
        raise ValueError("minutes must be positive and the period end after its start")
    streams = [[(closing, closing)]]
    for calendar in calendars.values():
        zone = ZoneInfo(calendar["zone"])
        busy = sorted((in_utc(begin, zone), in_utc(finish, zone)) for begin, finish in calendar["busy"])
        if any(finish <= begin for begin, finish in busy):
            raise ValueError("a busy time does not end after its begin")
        streams.append(busy)

    slots = []
    free_from = opening
    for begin, finish in heapq.merge(*streams):
        free_until = min(begin, closing)
        if free_until - free_from >= timedelta(minutes=minutes):
            slots.append((free_from, free_until))
        free_from = max(free_from, finish)
    return [tuple(f"{moment:%Y-%m-%dT%H:%MZ}" for moment in slot) for slot in slots]


class TestCases(unittest.TestCase):
    def slots(self, *busy, zone="UTC", minutes=60, period=("2024-05-01T08:00Z", "2024-05-01T18:00Z")):
        calendar = {"zone": zone, "busy": [(f"2024-05-01T{begin}", f"2024-05-01T{end}") for begin, end in busy]}
        return [(begin[11:16], end[11:16]) for begin, end in task_func({"x": calendar}, *period, minutes)]

    def test_overlapping_and_touching_times(self):
        busy = [("12:00", "13:00"), ("09:00", "11:00"), ("09:30", "10:00"), ("13:00", "14:30"), ("15:29", "17:00")]
        self.assertEqual(self.slots(*busy), [("08:00", "09:00"), ("11:00", "12:00"), ("17:00", "18:00")])
        self.assertEqual(self.slots(*busy, minutes=59)[2], ("14:30", "15:29"))

    def test_times_outside_the_period(self):
        self.assertEqual(self.slots(("06:00", "07:00"), ("19:00", "20:00")), [("08:00", "18:00")])
        self.assertEqual(self.slots(("07:00", "09:00"), ("17:30", "20:00")), [("09:00", "17:30")])
        self.assertEqual(self.slots(("07:00", "18:00")), [])

    def test_zones_and_offsets(self):
        calendars = {
            "tokyo": {"zone": "Asia/Tokyo", "busy": [("2024-01-10T17:00", "2024-01-10T18:00")]},
            "lima": {"zone": "America/Lima", "busy": [("2024-01-10T05:30", "2024-01-10T06:00-05:00")]},
            "rome": {"zone": "Europe/Rome", "busy": [("2024-01-10T09:00Z", "2024-01-10T11:15+01:00")]},
        }
        expected = [("2024-01-10T07:00Z", "2024-01-10T08:00Z"), ("2024-01-10T11:00Z", "2024-01-10T12:00Z")]
        self.assertEqual(task_func(calendars, "2024-01-10T08:00+01:00", "2024-01-10T12:00Z", 45), expected)

    def test_zone_of_this_machine_does_not_matter(self):
        zone = mock.patch.dict(os.environ, TZ="JST-9")
        zone.start()
        self.addCleanup(time.tzset)
        self.addCleanup(zone.stop)
        time.tzset()
        self.assertEqual(self.slots(("10:00", "17:30")), [("08:00", "10:00")])

    def test_clock_changes(self):
        spring = {"a": {"zone": "Europe/Berlin", "busy": [("2024-03-31T00:00", "2024-03-31T01:30")]}}
        spring["b"] = {"zone": "Europe/Berlin", "busy": [("2024-03-31T03:30", "2024-03-31T05:00")]}
        period = ("2024-03-31T00:00Z", "2024-03-31T03:00Z")
        self.assertEqual(task_func(spring, *period, 60), [("2024-03-31T00:30Z", "2024-03-31T01:30Z")])
        self.assertEqual(task_func(spring, *period, 61), [])
        autumn = {"a": {"zone": "Europe/Berlin", "busy": [("2024-10-27T02:30", "2024-10-27T03:00")]}}
        self.assertEqual(
            task_func(autumn, "2024-10-27T00:00Z", "2024-10-27T02:30Z", 30),
            [("2024-10-27T00:00Z", "2024-10-27T00:30Z"), ("2024-10-27T02:00Z", "2024-10-27T02:30Z")],
        )

    def test_nobody_busy_and_empty_period(self):
        period = ("2024-12-31T23:00-01:00", "2025-01-01T00:01Z")
        self.assertEqual(task_func({}, *period, 1), [("2025-01-01T00:00Z", "2025-01-01T00:01Z")])
        self.assertEqual(task_func({}, period[0], period[0], 1), [])

    def test_wrong_periods(self):
        late, early = "2024-05-02T00:00Z", "2024-05-01T23:59Z"
        for arguments in ((late, early, 5), (early, late, 0), (early[:-1], late, 5), (early, late[:-1], 5)):
            with self.subTest(arguments=arguments), self.assertRaises(ValueError):
                task_func({}, *arguments)

    def test_wrong_busy_times(self):
        for busy in (("10:00", "09:00"), ("10:00", "10:00"), ("10:00Z", "10:30+01:00")):
            with self.subTest(busy=busy), self.assertRaises(ValueError):
                self.slots(("08:00", "09:00"), busy)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(
        st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20), st.sampled_from("abc")), max_size=6),
        st.integers(1, 9),
    )
    def test_same_as_looking_at_every_minute(self, drawn, minutes):
        first = datetime(2024, 6, 1, tzinfo=timezone.utc)
        calendars = {person: {"zone": "Asia/Kolkata", "busy": []} for person in "abc"}
        free = [True] * 60
        for begin, length, person in drawn:
            moments = (first + timedelta(minutes=minute) for minute in (begin, begin + length))
            calendars[person]["busy"].append(tuple(moment.isoformat() for moment in moments))
            free[begin : begin + length] = [False] * len(free[begin : begin + length])
        runs = "".join("f" if minute else " " for minute in free).split(" ")
        lengths = [len(run) for run in runs if len(run) >= minutes]

        slots = task_func(calendars, "2024-06-01T00:00Z", "2024-06-01T01:00Z", minutes)
        ends = [(isoparse(begin), isoparse(end)) for begin, end in slots]
        self.assertEqual([(end - begin) / timedelta(minutes=1) for begin, end in ends], lengths)
        self.assertTrue(all(free[begin.minute] for begin, _ in ends))
