import unittest
from datetime import datetime, timedelta, timezone
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(shifts, rate, zone_name, bonus=Decimal("0.25")):
    """Pay shifts by the time really worked, with a bonus for minutes worked at night.

    A shift is given by local wall-clock times. What counts is the time that really passes between them, so a shift
    over a clock change is shorter or longer than its clock times suggest. Where a clock time occurs twice, a begin
    means the first and an end the second of the two instants. Each minute that begins between 22:00 and 06:00 on the
    local clock (22:00 included, 06:00 not) is a night minute; it is paid at the rate raised by the bonus. The pay of
    each shift is rounded to whole cents, halves up.

    Parameters:
    - shifts (list of tuple): pairs (begin, end) of str "YYYY-MM-DD HH:MM".
    - rate (Decimal): pay per hour.
    - zone_name (str): IANA name of the local time zone.
    - bonus (Decimal): part of the rate that is added at night. Default is 0.25.

    Returns:
    - dict: "minutes" (int), "night_minutes" (int): the sums over all shifts; "pay" (list of Decimal, one per shift,
      with two decimal places) and "total" (Decimal, their sum; 0.00 without shifts).

    Raises:
    - ValueError: if a shift does not end later than it begins, or a clock time does not exist in the zone.

    Requirements:
    - datetime
    - decimal
    - zoneinfo

    Example:
    >>> task_func([("2024-01-10 20:00", "2024-01-10 23:00")], Decimal("12"), "Europe/Rome")["pay"]
    [Decimal('39.00')]
    """
    zone = ZoneInfo(zone_name)

    def instant(text, fold):
        wall = datetime.strptime(text, "%Y-%m-%d %H:%M")
        moment = wall.replace(tzinfo=zone, fold=fold).astimezone(timezone.utc)
        if moment.astimezone(zone).replace(tzinfo=None) != wall:
            raise ValueError(f"{text} does not exist in {zone_name}")
        return moment

    minutes, night_minutes, pay = 0, 0, []
    for begin_text, end_text in shifts:
        begin, end = instant(begin_text, fold=0), instant(end_text, fold=1)
        if begin >= end:
            raise ValueError(f"the shift from {begin_text} does not end later")
        length = (end - begin) // timedelta(minutes=1)
        hours = [(begin + timedelta(minutes=number)).astimezone(zone).hour for number in range(length)]
        night = sum(hour >= 22 or hour < 6 for hour in hours)
        amount = rate * (length + night * bonus) / 60
        minutes += length
        night_minutes += night
        pay.append(amount.quantize(Decimal("0.01"), ROUND_HALF_UP))
    return {"minutes": minutes, "night_minutes": night_minutes, "pay": pay, "total": sum(pay, Decimal("0.00"))}


class TestCases(unittest.TestCase):
    def result(self, *shifts, rate="10", zone="Europe/Berlin", **options):
        return task_func(list(shifts), Decimal(rate), zone, **options)

    def minutes(self, begin, end, zone="Europe/Berlin"):
        result = self.result((begin, end), zone=zone)
        return result["minutes"], result["night_minutes"]

    def test_limits_of_the_night(self):
        self.assertEqual(self.minutes("2024-01-10 05:58", "2024-01-10 06:03"), (5, 2))
        self.assertEqual(self.minutes("2024-01-10 21:59", "2024-01-11 00:01"), (122, 121))
        self.assertEqual(self.minutes("2024-01-10 06:00", "2024-01-10 22:00"), (960, 0))
        self.assertEqual(self.minutes("2024-01-10 22:00", "2024-01-11 06:00"), (480, 480))

    def test_clock_changes(self):
        self.assertEqual(self.minutes("2024-03-30 22:00", "2024-03-31 06:00"), (420, 420))
        self.assertEqual(self.minutes("2024-10-26 21:00", "2024-10-27 07:00"), (660, 540))
        self.assertEqual(self.minutes("2024-04-06 22:00", "2024-04-07 06:00", "Australia/Lord_Howe"), (510, 510))

    def test_clock_times_that_occur_twice(self):
        self.assertEqual(self.minutes("2024-10-27 02:30", "2024-10-27 02:30"), (60, 60))
        self.assertEqual(self.minutes("2024-10-27 02:59", "2024-10-27 03:00"), (61, 61))
        self.assertEqual(self.minutes("2024-10-27 01:59", "2024-10-27 02:00"), (61, 61))

    def test_pay_is_rounded_by_shift(self):
        shifts = [("2024-01-10 12:00", "2024-01-10 12:01"), ("2024-01-11 12:00", "2024-01-11 12:03")]
        result = self.result(*shifts, rate="0.30")
        self.assertEqual([str(amount) for amount in result["pay"]], ["0.01", "0.02"])
        self.assertEqual(str(result["total"]), "0.03")
        result = self.result(("2024-01-10 21:00", "2024-01-10 23:00"), rate="17.77")
        self.assertEqual((str(result["total"]), result["minutes"], result["night_minutes"]), ("39.98", 120, 60))

    def test_sums_and_other_bonus(self):
        shifts = [("2024-01-10 20:00", "2024-01-11 00:00"), ("2024-01-12 04:00", "2024-01-12 08:00")]
        result = self.result(*shifts, bonus=Decimal("0.5"))
        expected = {"minutes": 480, "night_minutes": 240, "pay": [Decimal(50)] * 2, "total": Decimal(100)}
        self.assertEqual(result, expected)

    def test_no_shifts(self):
        result = self.result()
        self.assertEqual((result["minutes"], result["night_minutes"], result["pay"]), (0, 0, []))
        self.assertEqual(str(result["total"]), "0.00")

    def test_impossible_shifts(self):
        shifts = [("2024-01-10 12:00", "2024-01-10 12:00"), ("2024-01-10 12:00", "2024-01-10 11:00")]
        shifts += [("2024-03-31 02:30", "2024-03-31 06:00"), ("2024-03-31 01:00", "2024-03-31 02:00")]
        for shift in shifts:
            with self.subTest(shift=shift), self.assertRaises(ValueError):
                self.result(shift)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.datetimes(datetime(2024, 10, 26), datetime(2024, 10, 28)), st.integers(1, 200), st.integers(1, 200))
    def test_cutting_a_shift_changes_nothing(self, begin, first, second):
        texts = [f"{begin + timedelta(minutes=number):%Y-%m-%d %H:%M}" for number in (0, first, first + second)]
        whole = self.minutes(texts[0], texts[2], zone="UTC")
        parts = [self.minutes(*pair, zone="UTC") for pair in (texts[:2], texts[1:])]
        self.assertEqual(whole, tuple(map(sum, zip(*parts, strict=True))))
        self.assertEqual(whole[0], first + second)
