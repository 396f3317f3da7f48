import statistics
import unittest
from datetime import datetime, timedelta, timezone
from email import message_from_string
from email.utils import parseaddr, parsedate_to_datetime

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(messages, weekend_pauses=False):
    """Measure how fast people answer mail.

    A message answers another if its "In-Reply-To" header, white space at its ends removed, equals the other's
    "Message-ID" header. The latency is the time between the two "Date" headers; a date without a known UTC offset
    ("-0000") is in UTC. If weekends pause, the Saturdays and Sundays between the two moments (in UTC) are taken off,
    as far as they lie between them. Messages without a readable date count for nothing; answers dated before the
    message they answer, and answers to oneself, are ignored. Of several messages with the same Message-ID, the first
    readable one counts. Persons are known by their address in the "From" header in lower case.

    Parameters:
    - messages (list of str): raw messages with headers.
    - weekend_pauses (bool): whether weekends pause. Default is False.

    Returns:
    - list of tuple: (address, answers, median, slowest), one for each person who has answered, the fastest median
      first, equal ones by address; answers is an int, median and slowest are minutes (float, rounded to one decimal
      place). The list is sorted by the unrounded median.

    Requirements:
    - statistics
    - datetime
    - email
    - email.utils

    Example:
    >>> ask = "From: a@x.test\\nMessage-ID: <1@x>\\nDate: Mon, 01 Jan 2024 10:00:00 +0000\\n\\n"
    >>> answer = "From: b@x.test\\nIn-Reply-To: <1@x>\\nDate: Mon, 01 Jan 2024 12:30:00 +0100\\n\\n"
    >>> task_func([ask, answer])
    [('b@x.test', 1, 90.0, 90.0)]
    """
    parsed, originals = [], {}
    for raw in messages:
        message = message_from_string(raw)
        try:
            sent = parsedate_to_datetime(message["Date"])
        except (TypeError, ValueError):
            continue
        sent = sent.replace(tzinfo=sent.tzinfo or timezone.utc).astimezone(timezone.utc)
        sender = parseaddr(message["From"])[1].lower()
        parsed.append((sender, sent, (message["In-Reply-To"] or "").strip()))
        if message["Message-ID"]:
            originals.setdefault(message["Message-ID"].strip(), (sender, sent))

    def working(moment):
        weeks, rest = divmod(moment - datetime(2001, 1, 1, tzinfo=timezone.utc), timedelta(weeks=1))
        return weeks * timedelta(days=5) + min(rest, timedelta(days=5))

    latencies = {}
    for sender, sent, parent in parsed:
        if parent not in originals:
            continue
        asker, asked = originals[parent]
        if sender == asker or sent < asked:
            continue
        latency = working(sent) - working(asked) if weekend_pauses else sent - asked
        latencies.setdefault(sender, []).append(latency / timedelta(minutes=1))
    ranking = sorted((statistics.median(minutes), sender, minutes) for sender, minutes in latencies.items())
    return [(sender, len(minutes), round(median, 1), round(max(minutes), 1)) for median, sender, minutes in ranking]


class TestCases(unittest.TestCase):
    def mail(self, sender, date, own=None, parent=None):
        lines = [f"From: {sender}", f"Date: {date}"]
        lines += [f"Message-ID: {own}"] if own else []
        lines += [f"In-Reply-To: {parent}"] if parent else []
        return "\n".join([*lines, "Subject: x", "", "In-Reply-To: <none@x>"])

    def at(self, clock, day="Mon, 08 Jan 2024", offset="+0000"):
        return f"{day} {clock} {offset}"

    def test_median_and_slowest_by_person(self):
        mails = [self.mail("a@x.test", self.at("10:00:00"), "<1@x>")]
        for clock in ("10:10:00", "10:40:15", "10:20:00", "10:21:05"):
            mails.insert(0, self.mail("Bob <B@X.test>", self.at(clock), parent="<1@x>"))
        mails.append(self.mail("c@x.test", self.at("10:05:00"), parent="  <1@x> "))
        self.assertEqual(task_func(mails), [("c@x.test", 1, 5.0, 5.0), ("b@x.test", 4, 20.5, 40.2)])

    def test_order_of_equal_medians(self):
        mails = [self.mail("a@x.test", self.at("10:00:00"), "<1@x>")]
        for name, clock in (("d", "10:00:02"), ("c", "10:00:01"), ("z", "10:00:00"), ("b", "10:00:02")):
            mails.append(self.mail(f"{name}@x.test", self.at(clock), parent="<1@x>"))
        self.assertEqual([row[0][0] for row in task_func(mails)], ["z", "c", "b", "d"])

    def test_offsets_of_dates(self):
        mails = [self.mail("a@x.test", self.at("10:00:00", offset="-0000"), "<1@x>")]
        mails.append(self.mail("b@x.test", self.at("10:00:00", offset="-0130"), parent="<1@x>"))
        self.assertEqual(task_func(mails), [("b@x.test", 1, 90.0, 90.0)])

    def test_answers_that_are_ignored(self):
        mails = [self.mail("A@x.test", self.at("10:00:00"), "<1@x>"), self.mail("e@x.test", "soon", "<2@x>")]
        mails += [self.mail("a@x.test", self.at("11:00:00"), parent="<1@x>")]
        mails += [self.mail("b@x.test", self.at("09:59:59"), parent="<1@x>")]
        mails += [self.mail("c@x.test", self.at("11:00:00"), parent="<2@x>")]
        mails += [self.mail("d@x.test", self.at("11:00:00")), self.mail("d@x.test", "later", parent="<1@x>")]
        mails += ["From: f@x.test\nIn-Reply-To: <1@x>\n\n"]
        mails += [self.mail("g@x.test", self.at("12:00:00"), "<3@x>", "<9@x>")]
        self.assertEqual(task_func(mails), [])
        self.assertEqual(task_func([]), [])
        mails.append(self.mail("h@x.test", self.at("10:00:00"), parent="<1@x>"))
        self.assertEqual(task_func(mails), [("h@x.test", 1, 0.0, 0.0)])

    def test_first_readable_message_counts(self):
        mails = [self.mail("e@x.test", "?", "<1@x>"), self.mail("a@x.test", self.at("10:00:00"), "<1@x>")]
        mails += [self.mail("c@x.test", self.at("10:30:00"), " <1@x> ")]
        mails += [self.mail("b@x.test", self.at("11:00:00"), parent="<1@x>")]
        self.assertEqual(task_func(mails), [("b@x.test", 1, 60.0, 60.0)])

    def test_weekends_pause(self):
        friday, saturday, sunday = (f"{day} Jan 2024" for day in ("Fri, 05", "Sat, 06", "Sun, 07"))
        cases = [(friday, "23:00:00", 120.0), (saturday, "12:00:00", 60.0), (sunday, "23:59:59", 60.0)]
        cases += [("Mon, 01 Jan 2024", "01:00:00", 7200.0), ("Tue, 26 Dec 2023", "01:00:00", 7200.0 + 5760.0)]
        for day, clock, minutes in cases:
            mails = [self.mail("a@x.test", self.at(clock, day), "<1@x>")]
            mails.append(self.mail("b@x.test", self.at("02:00:00", offset="+0100"), parent="<1@x>"))
            with self.subTest(day=day):
                self.assertEqual(task_func(mails, weekend_pauses=True), [("b@x.test", 1, minutes, minutes)])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.integers(1, 28), st.integers(0, 23), st.integers(0, 300))
    def test_weekend_hours_are_taken_off_one_by_one(self, day, hour, hours):
        asked = parsedate_to_datetime(f"{day} Jan 2024 {hour}:00:00 +0000")
        answered = asked + timedelta(hours=hours)
        mails = [self.mail("a@x.test", f"{asked:%d %b %Y %H:%M:%S} +0000", "<1@x>")]
        mails.append(self.mail("b@x.test", f"{answered:%d %b %Y %H:%M:%S} +0000", parent="<1@x>"))
        expected = 60.0 * sum((asked + timedelta(hours=number)).weekday() < 5 for number in range(hours))
        self.assertEqual(task_func(mails, weekend_pauses=True), [("b@x.test", 1, expected, expected)])
        self.assertEqual(task_func(mails)[0][2], 60.0 * hours)
