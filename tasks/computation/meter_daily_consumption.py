import unittest
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
from dateutil.parser import isoparse
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(readings, zone):
    """Turn the readings of an electricity meter into the consumption of each local calendar day.

    The readings are cumulative and come in any order. Of several readings of the same instant the last one in the
    list counts. A reading lower than the one before it in time means that the meter was swapped and began again at
    0, so the consumption of that interval is the reading itself; otherwise it is the difference. The consumption of
    an interval is taken as constant over its elapsed time. A local day runs from its midnight to the next midnight
    in the zone (23 or 25 hours long when clocks change).

    Parameters:
    - readings (list[tuple[str, float]]): ISO 8601 time stamp with a UTC offset (any offset), reading in kWh.
    - zone (str): Name of the IANA time zone whose days count, such as 'Europe/Berlin'.

    Returns:
    - pandas.DataFrame: One row per local day from the day of the first reading to the day of the last, both
      included, ascending, with a default integer index and the columns 'day' (text like '2024-03-31'), 'hours'
      (float, length of the day in hours) and 'kwh' (float rounded to three decimals).

    Raises:
    - ValueError: If the readings belong to fewer than two instants.

    Requirements:
    - datetime
    - zoneinfo
    - numpy
    - pandas
    - dateutil.parser

    Example:
    >>> table = task_func([('2024-06-01T20:00:00Z', 10.0), ('2024-06-02T00:00:00Z', 18.0)], 'Europe/Berlin')
    >>> table['kwh'].tolist()
    [4.0, 4.0]
    """
    latest = {isoparse(stamp): reading for stamp, reading in readings}
    if len(latest) < 2:
        raise ValueError(f"expected readings of two instants or more, got {len(latest)}")
    meter = pd.Series(latest).sort_index()
    steps = meter.diff()
    total = steps.where(steps >= 0, meter).cumsum()

    local = ZoneInfo(zone)
    first, last = (instant.astimezone(local).date() for instant in (min(latest), max(latest)))
    days = [first + timedelta(days=count) for count in range((last - first).days + 1)]
    edges = [datetime.combine(day, time.min, local).timestamp() for day in [*days, last + timedelta(days=1)]]
    used = np.interp(edges, sorted(instant.timestamp() for instant in latest), total)
    return pd.DataFrame(
        {
            "day": [day.isoformat() for day in days],
            "hours": np.diff(edges) / 3600,
            "kwh": np.diff(used).round(3),
        }
    )


class TestCases(unittest.TestCase):
    def test_columns_and_split_at_local_midnight(self):
        table = task_func([("2024-01-10T22:00:00+00:00", 100), ("2024-01-11T02:00:00+00:00", 108)], "Europe/Berlin")
        self.assertEqual(list(table.columns), ["day", "hours", "kwh"])
        self.assertEqual(table.index.tolist(), [0, 1])
        self.assertEqual(table.values.tolist(), [["2024-01-10", 24.0, 2.0], ["2024-01-11", 24.0, 6.0]])

    def test_days_of_23_and_25_hours(self):
        spring = task_func([("2024-03-30T23:00:00Z", 0), ("2024-04-01T21:00:00Z", 46)], "Europe/Berlin")
        self.assertEqual(spring["day"].tolist(), ["2024-03-31", "2024-04-01"])
        self.assertEqual(spring["hours"].tolist(), [23.0, 24.0])
        self.assertEqual(spring["kwh"].tolist(), [23.0, 23.0])
        autumn = task_func([("2024-11-03T00:00:00-04:00", 0), ("2024-11-04T05:00:00Z", 10)], "America/New_York")
        self.assertEqual(autumn.values.tolist(), [["2024-11-03", 25.0, 10.0], ["2024-11-04", 24.0, 0.0]])

    def test_midnight_that_does_not_exist(self):
        table = task_func([("2018-11-03T12:00:00Z", 0), ("2018-11-05T12:00:00Z", 48)], "America/Sao_Paulo")
        self.assertEqual(table["hours"].tolist(), [24.0, 23.0, 24.0])
        self.assertEqual(table["kwh"].tolist(), [15.0, 23.0, 10.0])

    def test_swapped_meter(self):
        readings = [
            ("2024-05-01T00:00:00Z", 990.0),
            ("2024-05-02T00:00:00Z", 995.0),
            ("2024-05-03T00:00:00Z", 3.5),
            ("2024-05-04T00:00:00Z", 3.5),
            ("2024-05-05T00:00:00Z", 3.25),
        ]
        table = task_func(readings, "UTC")
        self.assertEqual(table["kwh"].tolist(), [5.0, 3.5, 0.0, 3.25, 0.0])
        self.assertEqual(table["day"].tolist()[-1], "2024-05-05")

    def test_any_order_and_last_of_the_same_instant(self):
        readings = [
            ("2024-05-02T02:00:00+02:00", 40.0),
            ("2024-05-01T00:00:00Z", 7.0),
            ("2024-05-02T00:00:00Z", 20.0),
            ("2024-05-01T12:00:00Z", 12.0),
        ]
        self.assertEqual(task_func(readings, "UTC")["kwh"].tolist(), [13.0, 0.0])

    def test_days_without_any_reading_and_rounding(self):
        table = task_func([("2024-02-28T00:00:00Z", 1.0), ("2024-03-02T00:00:00Z", 2.0)], "UTC")
        self.assertEqual(table["day"].tolist(), ["2024-02-28", "2024-02-29", "2024-03-01", "2024-03-02"])
        self.assertEqual(table["kwh"].tolist(), [0.333, 0.333, 0.333, 0.0])

    def test_needs_two_instants(self):
        with self.assertRaises(ValueError):
            task_func([], "UTC")
        with self.assertRaises(ValueError):
            task_func([("2024-05-02T02:00:00+02:00", 1.0), ("2024-05-02T00:00:00Z", 2.0)], "UTC")

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(
        st.dictionaries(st.integers(0, 90), st.integers(0, 50), min_size=2, max_size=8),
        st.sampled_from(["Asia/Kolkata", "Pacific/Auckland", "America/St_Johns"]),
    )
    def test_nothing_is_lost_or_invented(self, growth, zone):
        start = datetime(2024, 4, 5, tzinfo=timezone.utc)
        readings, level = [], 0
        for hour in sorted(growth):
            level += growth[hour]
            readings.append(((start + timedelta(hours=hour)).isoformat(), level))
        table = task_func(list(reversed(readings)), zone)
        self.assertAlmostEqual(table["kwh"].sum(), readings[-1][1] - readings[0][1], delta=0.01)
        self.assertTrue((table["kwh"] >= 0).all())
