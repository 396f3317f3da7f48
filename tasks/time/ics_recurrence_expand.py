import os
import re
import time
import unittest
from datetime import datetime, timezone
from unittest import mock

from dateutil import tz
from dateutil.rrule import rruleset, rrulestr


def task_func(event, begin, end):
    """Expand a recurring iCalendar event into its occurrences within a period.

    The event is the text of a VEVENT. Its lines end in LF or CRLF; a line that begins with a blank or a tab continues
    the line before it (the line end and that one character are removed). Of its lines "NAME;PARAMETER=VALUE:VALUE"
    only these matter, names in any case: DTSTART (required), RRULE, RDATE and EXDATE. RDATE adds and EXDATE removes
    single occurrences; both may hold several times, separated by commas, and all but DTSTART may stand several times.
    The start itself is always an occurrence unless EXDATE removes it. Times have the form YYYYMMDDTHHMMSS; with a "Z"
    after it they are in UTC, otherwise in the zone of the parameter TZID of their line, or in UTC without it.

    The event recurs at the same time on the wall clock of DTSTART's zone. An occurrence whose wall-clock time is
    skipped by a clock change moves forward by the length of the change.

    Parameters:
    - event (str): the text of the event.
    - begin (datetime): begin of the period, aware; an occurrence exactly then is included.
    - end (datetime): end of the period, aware; an occurrence exactly then is not included.

    Returns:
    - list of str: the occurrences in order, each once, as ISO 8601 texts with the UTC offset of their zone.

    Raises:
    - ValueError: if DTSTART is missing or a TZID is unknown.

    Requirements:
    - re
    - datetime
    - dateutil.tz
    - dateutil.rrule

    Example:
    >>> event = "DTSTART;TZID=Europe/Berlin:20240330T090000\\nRRULE:FREQ=DAILY;COUNT=2"
    >>> task_func(event, datetime(2024, 1, 1, tzinfo=timezone.utc), datetime(2025, 1, 1, tzinfo=timezone.utc))
    ['2024-03-30T09:00:00+01:00', '2024-03-31T09:00:00+02:00']
    """
    fields = {"DTSTART": [], "RRULE": [], "RDATE": [], "EXDATE": []}
    for line in re.sub(r"\r?\n[ \t]", "", event).splitlines():
        head, _, value = line.partition(":")
        name, *parameters = head.split(";")
        if name.upper() == "RRULE":
            fields["RRULE"].append(value)
        elif name.upper() in fields:
            zone_name = next((item[5:] for item in parameters if item.upper().startswith("TZID=")), "UTC")
            for text in value.split(","):
                zone = tz.UTC if text.endswith("Z") else tz.gettz(zone_name)
                if zone is None:
                    raise ValueError(f"unknown time zone {zone_name!r}")
                moment = datetime.strptime(text.rstrip("Z"), "%Y%m%dT%H%M%S")
                fields[name.upper()].append(moment.replace(tzinfo=zone))
    if not fields["DTSTART"]:
        raise ValueError("the event has no DTSTART")
    start = fields["DTSTART"][0]
    occurrences = rruleset()
    for moment in [start, *fields["RDATE"]]:
        occurrences.rdate(moment)
    for rule in fields["RRULE"]:
        occurrences.rrule(rrulestr(rule, dtstart=start))
    for moment in fields["EXDATE"]:
        occurrences.exdate(moment)
    found = []
    for occurrence in occurrences:
        moment = tz.resolve_imaginary(occurrence)
        if moment.astimezone(timezone.utc) >= end:
            break
        if moment.astimezone(timezone.utc) >= begin:
            found.append(moment.isoformat())
    return found


class TestCases(unittest.TestCase):
    def expand(self, *lines, begin=(2024, 1, 1), end=(2025, 1, 1), joint="\r\n"):
        period = [datetime(*moment, tzinfo=timezone.utc) for moment in (begin, end)]
        return task_func(joint.join(["BEGIN:VEVENT", "SUMMARY:DTSTART", *lines, "END:VEVENT"]), *period)

    def test_wall_clock_time_is_kept(self):
        lines = ["DTSTART;TZID=America/New_York:20241027T180000", "RRULE:FREQ=WEEKLY;COUNT=3"]
        expected = ["2024-10-27T18:00:00-04:00", "2024-11-03T18:00:00-05:00", "2024-11-10T18:00:00-05:00"]
        self.assertEqual(self.expand(*lines), expected)
        self.assertEqual(self.expand(*lines, joint="\n"), expected)

    def test_period_is_half_open(self):
        lines = ["DTSTART:20240101T000000Z", "RRULE:FREQ=DAILY"]
        found = self.expand(*lines, begin=(2024, 2, 28), end=(2024, 3, 2))
        self.assertEqual(found, [f"2024-{day}T00:00:00+00:00" for day in ("02-28", "02-29", "03-01")])

    def test_additions_and_exceptions(self):
        lines = ["dtstart;VALUE=DATE-TIME;tzid=Europe/Paris:20240603T100000", "rrule:FREQ=WEEKLY;COUNT=4"]
        lines += ["EXDATE;TZID=Europe/Paris:20240603T100000,20240617T100000", "EXDATE:20240624T080000Z"]
        lines += ["RDATE:20240605T120000", "RDATE;TZID=Asia/Tokyo:20240604T090000,20240605T210000"]
        expected = ["2024-06-04T09:00:00+09:00", "2024-06-05T12:00:00+00:00", "2024-06-10T10:00:00+02:00"]
        self.assertEqual(self.expand(*lines), expected)

    def test_times_in_utc(self):
        zone = mock.patch.dict(os.environ, TZ="JST-9")
        zone.start()
        self.addCleanup(time.tzset)
        self.addCleanup(zone.stop)
        time.tzset()
        for start in ("DTSTART;TZID=Europe/Berlin:20240703T100000Z", "DTSTART:20240703T100000"):
            with self.subTest(start=start):
                self.assertEqual(self.expand(start), ["2024-07-03T10:00:00+00:00"])

    def test_start_counts_even_off_the_rule(self):
        lines = ["DTSTART:20240102T090000Z", "RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "RRULE:FREQ=YEARLY;COUNT=1"]
        days = [text[:10] for text in self.expand(*lines)]
        self.assertEqual(days, ["2024-01-02", "2024-01-26", "2024-02-23"])
        self.assertEqual(self.expand("DTSTART:20240102T090000"), ["2024-01-02T09:00:00+00:00"])

    def test_skipped_times_move_forward(self):
        lines = ["DTSTART;TZID=Europe/Berlin:20240330T023000", "RRULE:FREQ=DAILY;UNTIL=20240401T003000Z"]
        expected = ["2024-03-30T02:30:00+01:00", "2024-03-31T03:30:00+02:00", "2024-04-01T02:30:00+02:00"]
        self.assertEqual(self.expand(*lines), expected)

    def test_folded_lines(self):
        lines = ["DTSTART;TZID=Europe/", " Berlin:202403", "\t30T090000", "RRULE:FREQ=DAILY;CO", " UNT=1"]
        self.assertEqual(self.expand(*lines), ["2024-03-30T09:00:00+01:00"])
        self.assertEqual(self.expand(*lines, joint="\n"), ["2024-03-30T09:00:00+01:00"])

    def test_errors(self):
        for lines in (["RRULE:FREQ=DAILY"], ["DTSTART;TZID=Mars/Olympus:20240101T000000"], []):
            with self.subTest(lines=lines), self.assertRaises(ValueError):
                self.expand(*lines)
