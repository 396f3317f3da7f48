import unittest
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from dateutil.parser import isoparse
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(incidents, year, month, zone_name, target=99.9):
    """Measure a service's availability in a calendar month from its incidents.

    The month runs from its first local midnight to that of the next month in the given zone, so clock changes shorten
    or lengthen it. Only the parts of incidents that lie within it count. Incidents of the same service may overlap,
    and overlapping time counts once; incidents that merely touch each other are one outage, as are overlapping ones.

    Parameters:
    - incidents (list of tuple): pairs (begin, end) of ISO 8601 texts with a UTC offset or "Z"; the end is None for an
      incident that still lasts. In any order.
    - year (int): the year.
    - month (int): the month, 1 to 12.
    - zone_name (str): IANA name of the zone.
    - target (float): promised availability in per cent. Default is 99.9.

    Returns:
    - dict: "outages": number of outages in the month (int), "down": total length of the outages in seconds (float),
      "longest": length of the longest one in seconds (float, 0.0 without any), "availability": share of the month
      without outage in per cent, rounded to three decimal places (float), and "met": whether the unrounded
      availability is at least the target (bool).

    Raises:
    - ValueError: if a time has no UTC offset or cannot be read, or an incident ends before it begins.

    Requirements:
    - datetime
    - zoneinfo
    - numpy
    - dateutil.parser

    Example:
    >>> task_func([("2024-02-10T00:00:00Z", "2024-02-10T06:57:36Z")], 2024, 2, "UTC")["availability"]
    99.0
    """
    zone = ZoneInfo(zone_name)
    begin = datetime(year, month, 1, tzinfo=zone).timestamp()
    end = datetime(year + month // 12, month % 12 + 1, 1, tzinfo=zone).timestamp()

    def seconds(text):
        moment = isoparse(text)
        if moment.tzinfo is None:
            raise ValueError(f"{text} has no UTC offset")
        return moment.timestamp()

    spans = np.array([(seconds(first), np.inf if last is None else seconds(last)) for first, last in incidents])
    spans = spans.reshape(-1, 2)
    if (spans[:, 1] < spans[:, 0]).any():
        raise ValueError("an incident ends before it begins")
    spans = spans.clip(begin, end)
    spans = spans[spans[:, 0] < spans[:, 1]]
    spans = spans[np.argsort(spans[:, 0])]
    reach = np.maximum.accumulate(spans[:, 1])
    opens = np.flatnonzero(np.append(True, spans[1:, 0] > reach[:-1])[: len(spans)])
    closes = np.append(opens[1:], len(spans))[: len(opens)] - 1
    lengths = reach[closes] - spans[opens, 0]
    availability = 100 * (1 - lengths.sum() / (end - begin))
    return {
        "outages": len(lengths),
        "down": float(lengths.sum()),
        "longest": float(lengths.max(initial=0)),
        "availability": round(float(availability), 3),
        "met": bool(availability >= target),
    }


class TestCases(unittest.TestCase):
    def measure(self, *incidents, month=2, zone="UTC", **options):
        return task_func(list(incidents), 2024, month, zone, **options)

    def test_separate_outages(self):
        result = self.measure(
            ("2024-02-20T10:00:00+01:00", "2024-02-20T10:30:00Z"), ("2024-02-03T00:00:00Z", "2024-02-03T00:10:00.500Z")
        )
        expected = {"outages": 2, "down": 6000.5, "longest": 5400.0, "availability": 99.761, "met": False}
        self.assertEqual(result, expected)

    def test_overlapping_and_touching_incidents(self):
        clocks = [("12:00", "14:00"), ("10:00", "11:00"), ("10:10", "10:20"), ("11:00", "11:30"), ("13:00", "15:00")]
        incidents = [tuple(f"2024-02-05T{clock}:00Z" for clock in pair) for pair in clocks]
        result = self.measure(*incidents, ("2024-02-05T12:30:00Z", "2024-02-05T12:40:00Z"))
        self.assertEqual((result["outages"], result["down"], result["longest"]), (2, 16200.0, 10800.0))

    def test_incidents_are_cut_to_the_month(self):
        result = self.measure(
            ("2024-01-20T00:00:00Z", "2024-02-01T01:00:00Z"),
            ("2024-02-29T23:30:00Z", None),
            ("2024-01-01T00:00:00Z", "2024-02-01T00:00:00Z"),
            ("2024-03-01T00:00:00Z", None),
            ("2024-02-10T00:00:00Z", "2024-02-10T00:00:00Z"),
        )
        self.assertEqual((result["outages"], result["down"], result["longest"]), (2, 5400.0, 3600.0))

    def test_length_of_the_month_in_its_zone(self):
        incident = ("2024-01-01T00:00:00Z", None)
        for month, hours in ((3, 743), (4, 720), (10, 745), (12, 744)):
            with self.subTest(month=month):
                result = self.measure(incident, month=month, zone="Europe/Berlin")
                expected = {"outages": 1, "down": hours * 3600.0, "longest": hours * 3600.0, "availability": 0.0}
                self.assertEqual(result, {**expected, "met": False})
        incident = ("2024-11-30T22:30:00Z", "2024-11-30T23:30:00Z")
        self.assertEqual(self.measure(incident, month=12, zone="Europe/Berlin")["down"], 1800)

    def test_target(self):
        incident = ("2024-02-10T00:00:00Z", "2024-02-10T06:57:36Z")
        met = [self.measure(incident, target=target)["met"] for target in (98.9, 99, 99.0001)]
        self.assertEqual(met, [True, True, False])
        close = self.measure(("2024-02-10T00:00:00Z", "2024-02-10T00:41:46Z"))
        self.assertEqual((close["availability"], close["met"]), (99.9, False))
        self.assertIs(self.measure(("2024-02-10T00:00:00Z", "2024-02-10T00:41:45Z"))["met"], True)

    def test_no_incidents(self):
        expected = {"outages": 0, "down": 0.0, "longest": 0.0, "availability": 100.0, "met": True}
        self.assertEqual(self.measure(target=100), expected)

    def test_errors(self):
        wrong = [("2024-02-10T00:00:00", None), ("2024-02-10T00:00:00Z", "2024-02-10T01:00:00"), ("soon", None)]
        for incident in [*wrong, ("2024-05-10T00:00:01Z", "2024-05-10T00:00:00Z")]:
            with self.subTest(incident=incident), self.assertRaises(ValueError):
                self.measure(incident)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.tuples(st.integers(-3, 60), st.integers(0, 9)), max_size=6))
    def test_hours_counted_one_by_one(self, spans):
        start = datetime(2024, 2, 1, tzinfo=ZoneInfo("UTC"))
        hours = {hour for first, length in spans for hour in range(max(first, 0), first + length)}
        times = [[(start + timedelta(hours=hour)).isoformat() for hour in (a, a + length)] for a, length in spans]
        result = self.measure(*times)
        self.assertEqual(result["down"], len(hours) * 3600.0)
        self.assertEqual(result["outages"], sum(hour - 1 not in hours for hour in hours))
