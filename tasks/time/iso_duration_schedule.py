import unittest
from datetime import datetime, timedelta

import regex
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(interval):
    """List the moments of a repeating ISO 8601 interval such as "R3/2024-01-31T09:00:00/P1M".

    The text has three parts separated by slashes: "R" and a number of repetitions (decimal digits), a local start
    without UTC offset in the form YYYY-MM-DDTHH:MM:SS, and a duration. The duration is "P" with whole numbers of
    years (Y), months (M), weeks (W) and days (D), each optional and in this order, then optionally "T" with whole
    numbers of hours (H), minutes (M) and whole or decimal seconds (S; a full stop and one to six decimals), again
    each optional and in this order. At least one number must be given, and at least one after a "T". A minus sign
    before the "P" lets the moments go back in time.

    The k-th repetition is the start plus k times the duration, where years and months are added first: a day beyond
    the end of the month reached becomes its last day, without effect on later repetitions. Then the rest is added.

    Parameters:
    - interval (str): the repeating interval.

    Returns:
    - list of datetime: the start and all repetitions, naive, in the order of k.

    Raises:
    - ValueError: if the text has another form or names no real date or time.

    Requirements:
    - datetime
    - regex
    - dateutil.relativedelta

    Example:
    >>> [f"{moment:%d %b}" for moment in task_func("R2/2024-01-31T09:00:00/P1M")]
    ['31 Jan', '29 Feb', '31 Mar']
    """
    number = r"(?:(?P<{}>[0-9]+){})?".format
    date = number("years", "Y") + number("months", "M") + number("weeks", "W") + number("days", "D")
    clock = number("hours", "H") + number("minutes", "M") + r"(?:(?P<seconds>[0-9]+)(?:\.(?P<decimals>[0-9]{1,6}))?S)?"
    pattern = rf"R(?P<count>[0-9]+)/(?P<start>[^/]*)/(?P<sign>-?)P(?!$){date}(?:T(?=[0-9]){clock})?"
    match = regex.fullmatch(pattern, interval)
    if match is None or not regex.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", match["start"], regex.ASCII):
        raise ValueError(f"not a repeating interval: {interval!r}")
    start = datetime.strptime(match["start"], "%Y-%m-%dT%H:%M:%S")
    units = ("years", "months", "weeks", "days", "hours", "minutes", "seconds")
    step = {unit: int(match[unit] or 0) for unit in units}
    step["microseconds"] = int((match["decimals"] or "").ljust(6, "0"))
    direction = -1 if match["sign"] else 1
    return [
        start + relativedelta(**{unit: direction * k * amount for unit, amount in step.items()})
        for k in range(int(match["count"]) + 1)
    ]


class TestCases(unittest.TestCase):
    def moments(self, text):
        return [moment.isoformat(" ") for moment in task_func(text)]

    def test_end_of_month_does_not_drift(self):
        expected = ["2023-11-30 08:00:00", "2024-02-29 08:00:00", "2024-05-30 08:00:00"]
        self.assertEqual(self.moments("R2/2023-11-30T08:00:00/P3M"), expected)
        self.assertEqual(self.moments("R4/2024-02-29T00:00:00/P1Y")[3:], ["2027-02-28 00:00:00", "2028-02-29 00:00:00"])

    def test_every_unit(self):
        expected = "2026-05-27 07:08:09.250000"
        self.assertEqual(self.moments("R1/2024-01-01T01:01:01/P2Y4M3W5DT6H7M8.25S")[1], expected)
        self.assertEqual(self.moments("R1/2024-01-01T00:00:00/P1W")[1], "2024-01-08 00:00:00")
        self.assertEqual(self.moments("R1/2024-01-01T00:00:00/PT90M")[1], "2024-01-01 01:30:00")
        self.assertEqual(self.moments("R1/2024-01-01T00:00:00/PT0.000001S")[1], "2024-01-01 00:00:00.000001")
        self.assertEqual(self.moments("R2/2024-01-01T00:00:00/PT36H")[2], "2024-01-04 00:00:00")

    def test_months_come_before_days(self):
        self.assertEqual(self.moments("R1/2024-01-30T00:00:00/P1M1D")[1], "2024-03-01 00:00:00")
        self.assertEqual(self.moments("R1/2024-03-31T00:00:00/-P1M1D")[1], "2024-02-28 00:00:00")

    def test_back_in_time(self):
        expected = ["2024-03-31 12:00:00", "2024-02-29 11:59:59.500000", "2024-01-31 11:59:59"]
        self.assertEqual(self.moments("R2/2024-03-31T12:00:00/-P1MT0.5S"), expected)

    def test_no_repetitions(self):
        self.assertEqual(self.moments("R0/2024-03-31T12:00:00/P1D"), ["2024-03-31 12:00:00"])
        self.assertEqual(self.moments("R2/2024-03-31T12:00:00/P0D"), ["2024-03-31 12:00:00"] * 3)

    def test_other_forms(self):
        start = "R1/2024-01-01T00:00:00/"
        durations = ["", "P", "PT", "P1DT", "1D", "P1", "P1D1M", "P1H", "PT1D", "P-1D", "P1.5D", "PT1.S", "PT.5S"]
        durations += ["--P1D", "PT1.1234567S", "PT1S1M", "P1D ", "p1d", "P1D/", "+P1D", "P1D\n", "PT1,5S", "PT1.5H"]
        starts = ["R1/2024-02-30T00:00:00", "R1/2024-01-01T24:00:00", "R1/2024-01-01", "R1/2024-1-1T00:00:00", "R1/"]
        starts += ["R/2024-01-01T00:00:00", "R-1/2024-01-01T00:00:00", "1/2024-01-01T00:00:00"]
        starts += ["R1/2024-01-01T00:00:00Z", "R1/2024-01-01 00:00:00"]
        for text in [start + duration for duration in durations] + [f"{begin}/P1D" for begin in starts]:
            with self.subTest(text=text), self.assertRaises(ValueError):
                task_func(text)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.integers(0, 9), st.integers(0, 400), st.integers(0, 99), st.integers(0, 99), st.integers(0, 9999))
    def test_fixed_units_are_plain_arithmetic(self, count, days, hours, minutes, seconds):
        text = f"R{count}/2020-02-27T12:30:00/P{days}DT{hours}H{minutes}M{seconds}S"
        step = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        self.assertEqual(task_func(text), [datetime(2020, 2, 27, 12, 30) + k * step for k in range(count + 1)])
