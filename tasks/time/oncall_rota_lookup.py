import os
import time
import unittest
from datetime import datetime, timedelta, timezone
from unittest import mock
from zoneinfo import ZoneInfo

import yaml
from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(document, moment):
    """Say who is on call at a moment according to a rota in YAML.

    The document is a mapping: "zone" (IANA name), "start" (local time of the first handover as text "YYYY-MM-DD
    HH:MM"), "every" (mapping with exactly one of "days", "weeks" and "months" and a whole number of at least 1),
    "people" (list of names, who take turns in this order, again and again) and, optionally, "swaps": a list of
    mappings with "from" and "until" (local times of the same form, the end not included) and "person". Handovers take
    place at the same clock time in the rota's zone; in months that are too short, on the last day of the month,
    without moving later handovers. Local times without UTC offset are read with fold 0. Where swaps overlap, the one
    listed last counts. Swaps do not shift the turns of the others, and do not count before the start.

    Parameters:
    - document (str): the rota.
    - moment (datetime): the moment asked for, aware; the person of the new turn is on call from the handover on.

    Returns:
    - tuple: (person, until): the name (from the rota or a swap; None before the start) and the next handover of the
      rota after the moment (before the start: the start), an aware datetime in UTC, without regard to swaps.

    Raises:
    - ValueError: if nobody is in the rota, "every" is not as described, or the document is not valid YAML.

    Requirements:
    - datetime
    - zoneinfo
    - yaml
    - dateutil.relativedelta

    Example:
    >>> rota = '{zone: UTC, start: "2024-01-01 09:00", every: {weeks: 1}, people: [Ada, Bob]}'
    >>> task_func(rota, datetime(2024, 1, 9, tzinfo=timezone.utc))[0]
    'Bob'
    """
    try:
        rota = yaml.safe_load(document)
    except yaml.YAMLError as error:
        raise ValueError("the rota is not valid YAML") from error
    people, every = rota["people"], rota["every"]
    if not people or len(every) != 1 or not {"days", "weeks", "months"}.issuperset(every) or min(every.values()) < 1:
        raise ValueError("the rota is incomplete")
    zone = ZoneInfo(rota["zone"])

    def instant(wall):
        return wall.replace(tzinfo=zone).astimezone(timezone.utc)

    def parse(text):
        return datetime.strptime(text, "%Y-%m-%d %H:%M")

    start = parse(rota["start"])
    turn, handover = -1, instant(start)
    while handover <= moment:
        turn += 1
        handover = instant(start + relativedelta(**{unit: (turn + 1) * step for unit, step in every.items()}))
    if turn < 0:
        return None, handover
    person = people[turn % len(people)]
    for swap in rota.get("swaps", []):
        if instant(parse(swap["from"])) <= moment < instant(parse(swap["until"])):
            person = swap["person"]
    return person, handover


class TestCases(unittest.TestCase):
    def rota(self, **changes):
        rota = {"zone": "Europe/Berlin", "start": "2024-03-25 08:00", "every": {"weeks": 1}}
        rota["people"] = ["Ada", "Bob", "Cy"]
        return yaml.safe_dump({**rota, **changes})

    def ask(self, text, **changes):
        person, until = task_func(self.rota(**changes), datetime.fromisoformat(text))
        return person, until.isoformat()

    def test_turns_over_a_clock_change(self):
        self.assertEqual(self.ask("2024-03-25T07:00:00+00:00"), ("Ada", "2024-04-01T06:00:00+00:00"))
        self.assertEqual(self.ask("2024-04-01T07:59:59+02:00"), ("Ada", "2024-04-01T06:00:00+00:00"))
        self.assertEqual(self.ask("2024-04-01T08:00:00+02:00"), ("Bob", "2024-04-08T06:00:00+00:00"))
        self.assertEqual(self.ask("2024-04-20T00:00:00+00:00")[0], "Ada")

    def test_zone_of_this_machine_does_not_matter(self):
        zone = mock.patch.dict(os.environ, TZ="JST-9")
        zone.start()
        self.addCleanup(time.tzset)
        self.addCleanup(zone.stop)
        time.tzset()
        self.assertEqual(self.ask("2024-04-01T08:00:00+02:00"), ("Bob", "2024-04-08T06:00:00+00:00"))

    def test_before_the_start(self):
        swaps = [{"from": "2024-03-01 00:00", "until": "2024-12-01 00:00", "person": "Eve"}]
        expected = (None, "2024-03-25T07:00:00+00:00")
        self.assertEqual(self.ask("2024-03-25T06:59:59+00:00", swaps=swaps), expected)

    def test_short_months_do_not_move_later_handovers(self):
        changes = {"start": "2024-01-31 12:00", "every": {"months": 1}, "zone": "UTC"}
        self.assertEqual(self.ask("2024-02-10T00:00:00+00:00", **changes), ("Ada", "2024-02-29T12:00:00+00:00"))
        self.assertEqual(self.ask("2024-03-01T00:00:00+00:00", **changes), ("Bob", "2024-03-31T12:00:00+00:00"))
        self.assertEqual(self.ask("2024-04-30T12:00:00+00:00", **changes), ("Ada", "2024-05-31T12:00:00+00:00"))

    def test_swaps(self):
        swaps = [{"from": "2024-03-26 08:00", "until": "2024-03-28 08:00", "person": "Dan"}]
        swaps.append({"from": "2024-03-27 00:00", "until": "2024-03-27 12:00", "person": "Eve"})
        expected = {"26T06:59": "Ada", "26T07:00": "Dan", "26T23:00": "Eve", "27T11:00": "Dan", "28T07:00": "Ada"}
        for clock, person in expected.items():
            with self.subTest(clock=clock):
                answer = self.ask(f"2024-03-{clock}:00+00:00", swaps=swaps)
                self.assertEqual(answer, (person, "2024-04-01T06:00:00+00:00"))

    def test_handover_at_a_doubled_clock_time(self):
        changes = {"start": "2024-10-25 02:30", "every": {"days": 2}, "people": ["Ada", "Bob"]}
        self.assertEqual(self.ask("2024-10-27T00:29:00+00:00", **changes), ("Ada", "2024-10-27T00:30:00+00:00"))
        self.assertEqual(self.ask("2024-10-27T00:31:00+00:00", **changes), ("Bob", "2024-10-29T01:30:00+00:00"))

    def test_incomplete_rotas(self):
        wrong = [{"people": []}, {"every": {}}, {"every": {"days": 0}}, {"every": {"hours": 5}}]
        wrong += [{"every": {"days": 1, "weeks": 1}}, {"every": {"days": -1}}, {"every": {"months": 1, "years": 1}}]
        for changes in wrong:
            with self.subTest(changes=changes), self.assertRaises(ValueError):
                self.ask("2024-03-26T00:00:00+00:00", **changes)
        with self.assertRaises(ValueError):
            task_func("people: [Ada", datetime(2024, 1, 1, tzinfo=timezone.utc))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.integers(0, 60), st.integers(1, 5), st.integers(1, 4))
    def test_regular_turns(self, day, step, size):
        people = [f"P{number}" for number in range(size)]
        rota = self.rota(zone="UTC", start="2024-03-01 00:00", every={"days": step}, people=people)
        moment = datetime(2024, 3, 1, 12, tzinfo=timezone.utc) + timedelta(days=day)
        until = datetime(2024, 3, 1, tzinfo=timezone.utc) + timedelta(days=(day // step + 1) * step)
        self.assertEqual(task_func(rota, moment), (f"P{day // step % size}", until))
