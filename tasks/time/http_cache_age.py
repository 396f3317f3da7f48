import re
import unittest
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime, parsedate_to_datetime

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(headers, now, shared=False):
    """Tell how long a stored HTTP response stays fresh (a simplified RFC 9111).

    Header names count without regard to case. "Cache-Control" holds directives separated by commas, such as
    max-age=60 (optionally with the number in double quotes), with names in any case and blanks around them. The
    lifetime in seconds is the first of these that applies: the directive "s-maxage", if the cache is shared; the
    directive "max-age"; the time from "Date" to "Expires" (0 if it is negative or "Expires" is no valid date); a
    tenth of the time from "Last-Modified" to "Date", rounded down (0 if it is negative or "Last-Modified" is no valid
    date); 0. A number that does not consist of decimal digits counts as 0.

    The age is the greater of two values: the time from "Date" to `now` (at least 0), and the header "Age" (0 if it is
    missing or does not consist of decimal digits). A missing or invalid "Date" counts as `now`.

    Parameters:
    - headers (dict): the response's headers, str to str.
    - now (datetime): the present, aware, in whole seconds.
    - shared (bool): whether the cache is shared by several users. Default is False.

    Returns:
    - tuple: (state, seconds). State is "forbidden" if there is the directive "no-store", or "private" while the cache
      is shared; else "revalidate" if there is "no-cache"; else "fresh" if the lifetime is greater than the age; else
      "stale". Seconds is lifetime minus age as an int (negative if stale), and None for "forbidden" and "revalidate".

    Requirements:
    - re
    - datetime
    - email.utils

    Example:
    >>> task_func({"Cache-Control": "max-age=60", "Age": "15"}, datetime(2024, 1, 1, tzinfo=timezone.utc))
    ('fresh', 45)
    """
    fields = {name.lower(): value for name, value in headers.items()}
    found = re.findall(r'([\w-]+)\s*(?:=\s*"?([^",]*))?', fields.get("cache-control", "").lower())
    directives = {name: value.strip() for name, value in found}
    if "no-store" in directives or shared and "private" in directives:
        return "forbidden", None
    if "no-cache" in directives:
        return "revalidate", None

    def seconds(text):
        return int(text) if re.fullmatch("[0-9]+", text) else 0

    def moment(name, default):
        try:
            parsed = parsedate_to_datetime(fields[name])
        except (KeyError, TypeError, ValueError):
            return default
        return parsed if parsed.tzinfo else parsed.replace(tzinfo=timezone.utc)

    date = moment("date", now)
    if shared and "s-maxage" in directives:
        lifetime = seconds(directives["s-maxage"])
    elif "max-age" in directives:
        lifetime = seconds(directives["max-age"])
    elif "expires" in fields:
        lifetime = max((moment("expires", date) - date) // timedelta(seconds=1), 0)
    else:
        lifetime = max((date - moment("last-modified", date)) // timedelta(seconds=10), 0)
    age = max((now - date) // timedelta(seconds=1), seconds(fields.get("age", "0")))
    return "fresh" if lifetime > age else "stale", lifetime - age


class TestCases(unittest.TestCase):
    NOW = datetime(2024, 6, 1, 12, 0, 0, tzinfo=timezone.utc)

    def date(self, seconds):
        return format_datetime(self.NOW + timedelta(seconds=seconds), usegmt=True)

    def test_max_age_against_age(self):
        for age, expected in (("59", ("fresh", 1)), ("60", ("stale", 0)), ("61", ("stale", -1)), ("x", ("fresh", 60))):
            with self.subTest(age=age):
                self.assertEqual(task_func({"cache-control": "Max-Age=60", "AGE": age}, self.NOW), expected)
        self.assertEqual(task_func({"Cache-Control": 'public , max-age = "60"'}, self.NOW), ("fresh", 60))
        for text in ("max-age=-5", "max-age", "max-age=", "max-age=6.5", "x-max-age=9"):
            with self.subTest(text=text):
                self.assertEqual(task_func({"Cache-Control": text}, self.NOW), ("stale", 0))

    def test_age_is_the_greater_value(self):
        headers = {"Cache-Control": "max-age=600", "Date": self.date(-100)}
        for age, seconds in (("90", 500), ("110", 490)):
            with self.subTest(age=age):
                self.assertEqual(task_func({**headers, "Age": age}, self.NOW), ("fresh", seconds))
        self.assertEqual(task_func({**headers, "Date": self.date(50)}, self.NOW), ("fresh", 600))
        self.assertEqual(task_func({**headers, "Date": "yesterday"}, self.NOW), ("fresh", 600))

    def test_shared_caches(self):
        headers = {"Cache-Control": "S-MaxAge=10, max-age=20", "Expires": self.date(30)}
        self.assertEqual(task_func(headers, self.NOW), ("fresh", 20))
        self.assertEqual(task_func(headers, self.NOW, shared=True), ("fresh", 10))
        self.assertEqual(task_func({"Cache-Control": "private, max-age=5"}, self.NOW), ("fresh", 5))
        self.assertEqual(task_func({"Cache-Control": "private, no-cache"}, self.NOW, shared=True), ("forbidden", None))

    def test_directives_that_forbid(self):
        for text, state in (("no-cache, NO-STORE", "forbidden"), ("max-age=9,no-cache", "revalidate")):
            with self.subTest(text=text):
                self.assertEqual(task_func({"Cache-Control": text}, self.NOW), (state, None))
        self.assertEqual(task_func({"Cache-Control": "max-age=9, x-no-store"}, self.NOW), ("fresh", 9))

    def test_expires(self):
        headers = {"Date": self.date(-100), "Expires": self.date(900), "Last-Modified": self.date(-99999)}
        self.assertEqual(task_func(headers, self.NOW), ("fresh", 900))
        self.assertEqual(task_func({**headers, "Expires": "Sat, 01 Jun 2024 14:01:00 +0200"}, self.NOW), ("fresh", 60))
        for expires in ("0", "-1", self.date(-200)):
            with self.subTest(expires=expires):
                self.assertEqual(task_func({**headers, "Expires": expires}, self.NOW), ("stale", -100))

    def test_seconds_are_integers(self):
        for headers in ({"Expires": self.date(900)}, {"Cache-Control": "max-age=600", "Date": self.date(-100)}):
            self.assertIs(type(task_func(headers, self.NOW)[1]), int)

    def test_last_modified_gives_a_tenth(self):
        headers = {"Date": self.date(-5), "Last-Modified": self.date(-1004)}
        self.assertEqual(task_func(headers, self.NOW), ("fresh", 94))
        self.assertEqual(task_func({**headers, "Date": self.date(-4)}, self.NOW), ("fresh", 96))
        for modified in ("never", self.date(500)):
            with self.subTest(modified=modified):
                self.assertEqual(task_func({**headers, "Last-Modified": modified}, self.NOW), ("stale", -5))

    def test_dates_without_offset_are_utc(self):
        headers = {"Date": "Sat, 01 Jun 2024 11:59:00 -0000", "Cache-Control": "max-age=100"}
        elsewhere = self.NOW.astimezone(timezone(timedelta(hours=-3)))
        self.assertEqual(task_func(headers, elsewhere), ("fresh", 40))
        self.assertEqual(task_func({}, elsewhere), ("stale", 0))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.integers(-500, 500), st.integers(-500, 500), st.integers(0, 500))
    def test_expires_equals_the_same_max_age(self, sent, expires, age):
        headers = {"Date": self.date(sent), "Age": str(age)}
        first = task_func({**headers, "Expires": self.date(expires)}, self.NOW)
        second = task_func({**headers, "Cache-Control": f"max-age={max(expires - sent, 0)}"}, self.NOW)
        self.assertEqual(first, second)
        self.assertEqual(first[1], max(expires - sent, 0) - max(-sent, age))
