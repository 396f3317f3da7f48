import base64
import hmac
import struct
import unittest
from datetime import datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(secret, code, moment, *, digits=6, step=30, window=1, last_counter=-1):
    """Check a time-based one-time password (RFC 6238 with HMAC-SHA1) and say which time step it belongs to.

    The counter of a moment is the number of whole steps since 1970-01-01T00:00:00Z. The code of a counter is computed
    as in RFC 4226 and padded with zeros on the left to the given number of digits. Accepted are the counters at most
    `window` steps away from that of the given moment, but only those greater than `last_counter`, so that a code
    cannot be used twice. If the code fits several of them, the nearest counts, and of two equally near the earlier
    one.

    Parameters:
    - secret (str): shared secret in Base32; blanks, lower-case letters and missing padding are tolerated.
    - code (str): what the user typed; it must equal the padded code exactly.
    - moment (datetime): the present as an aware datetime, in any time zone.
    - digits (int): length of a code. Default is 6.
    - step (int): length of a time step in seconds. Default is 30.
    - window (int): tolerated distance in steps. Default is 1.
    - last_counter (int): greatest counter already used. Default is -1.

    Returns:
    - int or None: the counter that the code belongs to, None if the code is not accepted.

    Raises:
    - ValueError: if the moment is naive or the secret is not Base32.

    Requirements:
    - base64
    - hmac
    - struct
    - datetime

    Example:
    >>> moment = datetime(2005, 3, 18, 1, 58, 29, tzinfo=timezone.utc)
    >>> task_func("gezd gnbv gy3t qojq gezd gnbv gy3t qojq", "081804", moment)
    37037036
    """
    if moment.utcoffset() is None:
        raise ValueError("the moment needs a time zone")
    compact = secret.replace(" ", "").upper()
    key = base64.b32decode(compact + "=" * (-len(compact) % 8))
    present = (moment - datetime(1970, 1, 1, tzinfo=timezone.utc)) // timedelta(seconds=step)
    for drift in sorted(range(-window, window + 1), key=abs):
        counter = present + drift
        if counter <= last_counter:
            continue
        digest = hmac.digest(key, struct.pack(">Q", counter), "sha1")
        offset = digest[-1] & 0x0F
        (number,) = struct.unpack_from(">I", digest, offset)
        expected = str((number & 0x7FFFFFFF) % 10**digits).zfill(digits)
        if hmac.compare_digest(expected.encode(), code.encode()):
            return counter
    return None


class TestCases(unittest.TestCase):
    SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    def at(self, seconds, **options):
        return datetime.fromtimestamp(seconds, timezone(timedelta(**options)))

    def test_published_vectors_with_eight_digits(self):
        vectors = [(59, "94287082"), (1111111109, "07081804"), (1111111111, "14050471"), (1234567890, "89005924")]
        for seconds, code in [*vectors, (2000000000, "69279037")]:
            with self.subTest(seconds=seconds):
                counter = task_func(self.SECRET, code, self.at(seconds, hours=5), digits=8, window=0)
                self.assertEqual(counter, seconds // 30)

    def test_window_limits_the_distance(self):
        for offset in (-60, -31, -30, -1, 0, 29, 30, 59, 60, 89):
            expected = 37037036 if -30 <= offset < 60 else None
            with self.subTest(offset=offset):
                self.assertEqual(task_func(self.SECRET, "081804", self.at(37037036 * 30 + offset)), expected)
        self.assertEqual(task_func(self.SECRET, "081804", self.at(37037036 * 30 - 61), window=3), 37037036)

    def test_used_counters_are_refused(self):
        moment = self.at(1111111109)
        self.assertEqual(task_func(self.SECRET, "081804", moment, last_counter=37037035), 37037036)
        self.assertIsNone(task_func(self.SECRET, "081804", moment, last_counter=37037036))

    def test_nearest_counter_wins_and_earlier_before_later(self):
        moment = self.at(3000)
        found = {}
        for number in range(10):
            found[number] = task_func(self.SECRET, str(number), moment, digits=1, window=40)
        self.assertEqual([found[number] for number in range(10)], [106, 110, 91, 80, 102, 100, 99, 98, 105, 96])

    def test_start_of_the_epoch_has_no_negative_counters(self):
        self.assertEqual(task_func(self.SECRET, "755224", self.at(0)), 0)
        self.assertEqual(task_func(self.SECRET, "287082", self.at(29)), 1)
        self.assertIsNone(task_func(self.SECRET, "000000", self.at(29)))

    def test_codes_of_another_form(self):
        self.assertEqual(task_func(self.SECRET, "081804", self.at(1111111109)), 37037036)
        for code in ("81804", " 081804", "0818040", "", "٠٨١٨٠٤"):
            with self.subTest(code=code):
                self.assertIsNone(task_func(self.SECRET, code, self.at(1111111109)))

    def test_short_secret_and_other_step(self):
        moment = self.at(240)
        codes = [f"{number:02d}" for number in range(100)]
        for raw, padding in ((b"seven77", 4), (b"k", 6), (b"key", 3), (b"keys", 1)):
            key = base64.b32encode(raw).decode()
            self.assertEqual(key.count("="), padding)
            padded = [task_func(key, code, moment, digits=2, step=60, window=0) for code in codes]
            spaced = "  " + " ".join(key.strip("=").lower())
            bare = [task_func(spaced, code, moment, digits=2, step=60, window=0) for code in codes]
            self.assertEqual(padded, bare)
            self.assertEqual([counter for counter in bare if counter is not None], [4])

    def test_naive_moment_and_broken_secret(self):
        with self.assertRaises(ValueError):
            task_func(self.SECRET, "081804", datetime(2005, 3, 18, 1, 58, 29))
        for secret in ("GEZDGNB1", "G", "GEZ!GNBV"):
            with self.subTest(secret=secret), self.assertRaises(ValueError):
                task_func(secret, "081804", self.at(1111111109))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.binary(min_size=1, max_size=32), st.integers(min_value=0, max_value=2**33), st.integers(-700, 700))
    def test_zone_of_the_moment_does_not_matter(self, key, seconds, minutes):
        secret = base64.b32encode(key).decode()
        accepted = set()
        for number in range(10):
            moments = (self.at(seconds), self.at(seconds, minutes=minutes))
            plain, shifted = (task_func(secret, str(number), moment, digits=1, window=2) for moment in moments)
            self.assertEqual(plain, shifted)
            accepted.add(plain)
        self.assertIn(seconds // 30, accepted)
