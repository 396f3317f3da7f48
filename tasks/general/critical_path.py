import re
import unittest
from collections import defaultdict
from datetime import date, timedelta
from graphlib import TopologicalSorter

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(plan, start, days_off=()):
    """Put the steps of a project plan on working days and name the critical ones.

    Each line of the plan that is not blank reads "name: days" or "name: days after a, b". Names consist of letters,
    digits and underscores, days is a positive whole number of working days without leading zeros, and the names behind
    "after" are the steps that must be finished before, perhaps defined on a later line. Blanks around names, numbers,
    colons and commas do not matter. Saturdays, Sundays and the dates in days_off are not worked. A step that waits for
    nothing begins on the first working day on or after start, any other step on the first working day after all its
    predecessors are finished. A step is critical if one more day of work on it would make the whole project end later.

    Parameters:
    - plan (str): the lines of the plan.
    - start (datetime.date): the earliest day of work.
    - days_off (collection of datetime.date): further days without work, none by default.

    Returns:
    - tuple: a dict from step name to (first day, last day), both datetime.date, in the order of the plan's lines, and
      the list of the critical steps in alphabetical order. An empty plan gives ({}, []).

    Raises:
    - ValueError: if a line has another form, a step is defined twice, a predecessor is not defined anywhere, or steps
      wait for each other in a circle.

    Requirements:
    - re
    - collections
    - datetime
    - graphlib

    Example:
    >>> schedule, critical = task_func("order: 2\\nbuild: 1 after order", date(2024, 3, 1))
    >>> schedule["build"]
    (datetime.date(2024, 3, 5), datetime.date(2024, 3, 5))
    >>> critical
    ['build', 'order']
    """
    steps = {}
    for line in filter(str.strip, plan.splitlines()):
        match = re.fullmatch(r"\s*(\w+)\s*:\s*([1-9][0-9]*)(?:\s+after\s+(\w+(?:\s*,\s*\w+)*))?\s*", line)
        if match is None or match[1] in steps:
            raise ValueError(f"cannot use the line {line!r}")
        steps[match[1]] = int(match[2]), re.findall(r"\w+", match[3] or "")
    followers = defaultdict(list)
    for name, (_, needs) in steps.items():
        for need in needs:
            if need not in steps:
                raise ValueError(f"{name} waits for the unknown step {need}")
            followers[need].append(name)
    # graphlib's CycleError is a ValueError
    order = list(TopologicalSorter({name: needs for name, (_, needs) in steps.items()}).static_order())

    finish, latest = {}, {}
    for name in order:
        days, needs = steps[name]
        finish[name] = days + max((finish[need] for need in needs), default=0)
    total = max(finish.values(), default=0)
    for name in reversed(order):
        latest[name] = min((latest[after] - steps[after][0] for after in followers[name]), default=total)

    worked = []
    day = start
    while len(worked) < total:
        if day.weekday() < 5 and day not in days_off:
            worked.append(day)
        day += timedelta(days=1)
    schedule = {name: (worked[finish[name] - days], worked[finish[name] - 1]) for name, (days, _) in steps.items()}
    return schedule, sorted(name for name in steps if finish[name] == latest[name])


class TestCases(unittest.TestCase):
    def test_chain_with_side_branch(self):
        plan = "paint: 2 after walls, order\nwalls: 3\norder: 1\nclean: 1 after paint"
        schedule, critical = task_func(plan, date(2024, 1, 1))
        self.assertEqual(
            schedule,
            {
                "paint": (date(2024, 1, 4), date(2024, 1, 5)),
                "walls": (date(2024, 1, 1), date(2024, 1, 3)),
                "order": (date(2024, 1, 1), date(2024, 1, 1)),
                "clean": (date(2024, 1, 8), date(2024, 1, 8)),
            },
        )
        self.assertEqual(list(schedule), ["paint", "walls", "order", "clean"])
        self.assertEqual(critical, ["clean", "paint", "walls"])

    def test_weekends_and_days_off(self):
        off = [date(2024, 5, 1), date(2024, 5, 4)]
        schedule, critical = task_func("a: 4", date(2024, 4, 28), off)
        self.assertEqual(schedule, {"a": (date(2024, 4, 29), date(2024, 5, 3))})
        self.assertEqual(critical, ["a"])
        self.assertEqual(task_func("b_2: 1", date(2024, 5, 1), set(off))[0]["b_2"][0], date(2024, 5, 2))

    def test_parallel_steps_of_equal_length_are_all_critical(self):
        plan = "zeta: 2\nalpha: 2\nbeta: 1\nend: 1 after zeta, alpha, beta\nlate: 1 after beta"
        schedule, critical = task_func(plan, date(2024, 1, 1))
        self.assertEqual(critical, ["alpha", "end", "zeta"])
        self.assertEqual(schedule["end"], (date(2024, 1, 3), date(2024, 1, 3)))

    def test_free_layout(self):
        plan = "\n  \n  a:12  \n\tb : 1   after  a ,c\nc  :  10\n\n"
        schedule, critical = task_func(plan, date(2024, 1, 1))
        self.assertEqual(schedule["a"], (date(2024, 1, 1), date(2024, 1, 16)))
        self.assertEqual(schedule["c"][1], date(2024, 1, 12))
        self.assertEqual(schedule["b"], (date(2024, 1, 17), date(2024, 1, 17)))
        self.assertEqual(critical, ["a", "b"])

    def test_empty_plan(self):
        self.assertEqual(task_func("", date(2024, 1, 1)), ({}, []))
        self.assertEqual(task_func(" \n\n", date(2024, 1, 1)), ({}, []))

    def test_bad_lines(self):
        lines = ["a", "a: 0", "a: 03", "a: -1", "a: 1.5", "a: 2 after", "a b: 1", "a: 1 after b c", "a: 1 before b"]
        for line in lines:
            with self.subTest(line=line), self.assertRaises(ValueError):
                task_func(f"b: 1\nc: 1\n{line}", date(2024, 1, 1))

    def test_contradictory_plans(self):
        for plan in ("a: 1\nb: 1\na: 2", "a: 1 after b", "a: 1 after b\nb: 1 after c\nc: 1 after a", "a: 1 after a"):
            with self.subTest(plan=plan), self.assertRaises(ValueError):
                task_func(plan, date(2024, 1, 1))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.tuples(st.integers(1, 6), st.sets(st.integers(0, 6), max_size=3)), min_size=1, max_size=7))
    def test_critical_steps_are_those_whose_delay_counts(self, drawn):
        def end_of(lengths):
            lines = []
            for number, (_, needs) in enumerate(drawn):
                earlier = [f"s{need}" for need in sorted(needs) if need < number]
                lines.append(f"s{number}: {lengths[number]}" + (" after " + ", ".join(earlier) if earlier else ""))
            schedule, critical = task_func("\n".join(lines), date(2024, 2, 3))
            return max(last for _, last in schedule.values()), critical

        lengths = [length for length, _ in drawn]
        end, critical = end_of(lengths)
        delaying = []
        for number in range(len(drawn)):
            longer = lengths.copy()
            longer[number] += 1
            if end_of(longer)[0] > end:
                delaying.append(f"s{number}")

        self.assertEqual(critical, delaying)
