import os
import re
import time
import unittest
from datetime import datetime, timedelta, timezone
from unittest import mock

import pytz
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(lines, zone_name):
    """Convert a chronological log with local wall-clock times to UTC, also where the clock was set back.

    A line that begins with "YYYY-MM-DD HH:MM:SS " (one blank after the seconds) starts an entry, the rest of the line
    is its message (possibly empty). A line of any other form continues the entry before it: it is joined to the
    message with a newline. Entries were written in order, so a wall-clock time that occurs twice (the clock was set
    back) stands for the earlier of its two instants, unless that instant lies before the instant of the preceding
    entry.

    Parameters:
    - lines (list of str): the log lines, without line ends.
    - zone_name (str): IANA name of the time zone in which the log was written, for example "Europe/Berlin".

    Returns:
    - list of tuple: one (instant, message) per entry, in order; instant is a str "YYYY-MM-DDTHH:MM:SSZ" in UTC.

    Raises:
    - ValueError: if the first line does not start an entry, if a wall-clock time was skipped when the clock was set
      forward, or if an entry cannot be placed at or after the preceding one.
    - KeyError: if the zone name is unknown.

    Requirements:
    - re
    - datetime
    - pytz

    Example:
    >>> task_func(["2023-10-29 02:50:00 a", "2023-10-29 02:10:00 b"], "Europe/Berlin")
    [('2023-10-29T00:50:00Z', 'a'), ('2023-10-29T01:10:00Z', 'b')]
    """
    zone = pytz.timezone(zone_name)
    entries = []
    for line in lines:
        match = re.match(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) (.*)", line)
        if match is None:
            if not entries:
                raise ValueError(f"continuation before any entry: {line!r}")
            entries[-1][1] += "\n" + line
            continue
        wall = datetime.strptime(match[1], "%Y-%m-%d %H:%M:%S")
        try:
            candidates = [zone.localize(wall, is_dst=None)]
        except pytz.AmbiguousTimeError:
            candidates = [zone.localize(wall, is_dst=True), zone.localize(wall, is_dst=False)]
        except pytz.NonExistentTimeError as error:
            raise ValueError(f"{wall} does not exist in {zone_name}") from error
        instant = next((moment for moment in candidates if not entries or moment >= entries[-1][0]), None)
        if instant is None:
            raise ValueError(f"{wall} lies before the preceding entry")
        entries.append([instant, match[2]])
    return [(instant.astimezone(pytz.utc).strftime("%Y-%m-%dT%H:%M:%SZ"), message) for instant, message in entries]


class TestCases(unittest.TestCase):
    def test_summer_and_winter_offsets(self):
        lines = ["2024-01-15 12:00:00 winter", "2024-07-15 12:00:00 summer"]
        expected = [("2024-01-15T17:00:00Z", "winter"), ("2024-07-15T16:00:00Z", "summer")]
        self.assertEqual(task_func(lines, "America/New_York"), expected)

    def test_zone_of_this_machine_does_not_matter(self):
        zone = mock.patch.dict(os.environ, TZ="JST-9")
        zone.start()
        self.addCleanup(time.tzset)
        self.addCleanup(zone.stop)
        time.tzset()
        self.assertEqual(task_func(["2024-01-15 12:00:00 x"], "America/New_York"), [("2024-01-15T17:00:00Z", "x")])

    def test_backward_step_selects_the_second_pass(self):
        lines = [f"2023-11-05 {clock} m" for clock in ("00:59:59", "01:30:00", "01:30:00", "01:29:59", "01:40:00")]
        instants = [instant for instant, _ in task_func(lines, "America/New_York")]
        clocks = ["04:59:59", "05:30:00", "05:30:00", "06:29:59", "06:40:00"]
        self.assertEqual(instants, [f"2023-11-05T{clock}Z" for clock in clocks])

    def test_continuation_lines_are_joined(self):
        lines = ["2024-03-01 08:00:00 Traceback", "  File x", "", "2024-03-01 8:00:01 odd", "2024-03-01 08:00:02 "]
        expected = [("2024-03-01T08:00:00Z", "Traceback\n  File x\n\n2024-03-01 8:00:01 odd")]
        self.assertEqual(task_func(lines, "UTC"), expected + [("2024-03-01T08:00:02Z", "")])

    def test_empty_log(self):
        self.assertEqual(task_func([], "Asia/Tokyo"), [])

    def test_skipped_wall_clock_time(self):
        with self.assertRaises(ValueError):
            task_func(["2024-03-31 02:30:00 gone"], "Europe/Paris")

    def test_entries_out_of_order(self):
        for clock in ("00:59:59", "02:59:59"):
            lines = ["2023-10-29 03:00:00 after the change", f"2023-10-29 {clock} earlier"]
            with self.subTest(clock=clock), self.assertRaises(ValueError):
                task_func(lines, "Europe/Berlin")

    def test_continuation_without_entry_and_unknown_zone(self):
        with self.assertRaises(ValueError):
            task_func(["no time here"], "UTC")
        with self.assertRaises(KeyError):
            task_func([], "Mars/Olympus")

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.integers(min_value=0, max_value=3599), max_size=12))
    def test_dense_log_is_recovered_exactly(self, steps):
        moment = datetime(2022, 10, 29, 23, 30, tzinfo=timezone.utc)
        lines, expected = [], []
        for step in [0, *steps]:
            moment += timedelta(seconds=step)
            wall = moment.astimezone(pytz.timezone("Europe/Vienna"))
            lines.append(f"{wall:%Y-%m-%d %H:%M:%S} x")
            expected.append((f"{moment:%Y-%m-%dT%H:%M:%S}Z", "x"))
        self.assertEqual(task_func(lines, "Europe/Vienna"), expected)
