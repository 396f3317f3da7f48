import datetime
import unittest

import matplotlib.dates as mdates
import matplotlib.pyplot as plt
import yaml


def task_func(plan, today=None):
    """Schedule the tasks of a YAML plan and draw them as a Gantt chart.

    The plan is a YAML mapping with 'start' (a date) and 'tasks', a mapping from each task's name to a mapping with
    'days' (whole number, 1 or more), 'after' (optional list of names of tasks that must be finished first) and 'done'
    (optional fraction from 0 to 1, default 0). All calendar days count. A task begins on the day after the latest
    last day of the tasks it waits for, or on the start date without any.

    Each task gets a row, the first task of the plan at the top: a bar (barh) from the beginning of its first day to the
    end of its last day with height 0.6, centred on the row at y = 0, 1, 2..., in 'lightsteelblue', and, if done is
    above 0, a second bar in 'steelblue' on top of it that covers the done fraction of its length. y ticks carry the
    names. The x axis shows dates (matplotlib date numbers) formatted like '05 Mar', from the start date to the end of
    the last task. If today is from the start date to the last day of the last task, a red vertical line (axvline)
    marks its beginning.

    Parameters:
    - plan (str): The YAML text.
    - today (datetime.date, optional): The date to mark.

    Returns:
    - tuple: (matplotlib Axes, dict from the name of each task, in the order of the plan, to its (first day, last
      day) as datetime.date).

    Raises:
    - ValueError: If the plan has no tasks, a task waits for an unknown name, or tasks wait for each other in a
      circle.

    Requirements:
    - datetime
    - matplotlib.dates
    - matplotlib.pyplot
    - yaml

    Example:
    >>> plan = '{start: 2024-03-04, tasks: {dig: {days: 3}, pour: {days: 1, after: [dig]}}}'
    >>> task_func(plan)[1]['pour']
    (datetime.date(2024, 3, 7), datetime.date(2024, 3, 7))
    """
    document = yaml.safe_load(plan)
    tasks = document["tasks"]
    if not tasks:
        raise ValueError("the plan has no tasks")
    one_day = datetime.timedelta(days=1)
    begins = {}

    def begin(name, waiting):
        if name not in tasks or name in waiting:
            raise ValueError(f"unknown or circular: {' <- '.join([*waiting, name])}")
        if name not in begins:
            blockers = tasks[name].get("after", [])
            ends = [begin(other, [*waiting, name]) + tasks[other]["days"] * one_day for other in blockers]
            begins[name] = max(ends, default=document["start"])
        return begins[name]

    _, ax = plt.subplots()
    schedule = {}
    for row, (name, task) in enumerate(tasks.items()):
        first = begin(name, [])
        schedule[name] = first, first + (task["days"] - 1) * one_day
        left = mdates.date2num(first)
        ax.barh(row, task["days"], left=left, height=0.6, color="lightsteelblue")
        if task.get("done", 0) > 0:
            ax.barh(row, task["days"] * task["done"], left=left, height=0.6, color="steelblue")
    end = max(last for _, last in schedule.values()) + one_day
    ax.set_xlim(document["start"], end)
    ax.set_yticks(range(len(tasks)), list(tasks))
    ax.invert_yaxis()
    ax.xaxis.set_major_formatter(mdates.DateFormatter("%d %b"))
    if today is not None and document["start"] <= today < end:
        ax.axvline(mdates.date2num(today), color="red")
    return ax, schedule


class TestCases(unittest.TestCase):
    plan = """
    start: 2024-02-27
    tasks:
      paint: {days: 2, after: [wire, plaster], done: 0}
      wire: {days: 5, done: 1}
      plaster: {days: 4, after: [walls], done: 0.25}
      walls: {days: 2}
    """

    def setUp(self):
        self.addCleanup(plt.close, "all")

    def bars(self, ax):
        boxes = [(bar.get_x(), bar.get_width(), bar.get_y() + 0.3, bar.get_height()) for bar in ax.patches]
        return [tuple(round(float(number), 6) for number in box) for box in boxes]

    def day(self, *args):
        return mdates.date2num(datetime.date(*args))

    def test_schedule_follows_the_dependencies(self):
        _, schedule = task_func(self.plan)
        date = datetime.date
        self.assertEqual(
            list(schedule.items()),
            [
                ("paint", (date(2024, 3, 4), date(2024, 3, 5))),
                ("wire", (date(2024, 2, 27), date(2024, 3, 2))),
                ("plaster", (date(2024, 2, 29), date(2024, 3, 3))),
                ("walls", (date(2024, 2, 27), date(2024, 2, 28))),
            ],
        )

    def test_bars_with_done_part_on_top(self):
        ax, _ = task_func(self.plan)
        names = {plt.matplotlib.colors.to_rgba(name): name for name in ("steelblue", "lightsteelblue")}
        colors = [names[bar.get_facecolor()] for bar in ax.patches]
        light, dark = "lightsteelblue", "steelblue"
        begin = self.day(2024, 2, 27)
        self.assertEqual(
            sorted(zip(self.bars(ax), colors, strict=True), key=lambda bar: bar[0][2]),
            [
                ((self.day(2024, 3, 4), 2, 0, 0.6), light),
                ((begin, 5, 1, 0.6), light),
                ((begin, 5, 1, 0.6), dark),
                ((begin + 2, 4, 2, 0.6), light),
                ((begin + 2, 1, 2, 0.6), dark),
                ((begin, 2, 3, 0.6), light),
            ],
        )

    def test_axes(self):
        ax, _ = task_func(self.plan)
        self.assertEqual(ax.get_xlim(), (self.day(2024, 2, 27), self.day(2024, 3, 6)))
        self.assertEqual([label.get_text() for label in ax.get_yticklabels()], ["paint", "wire", "plaster", "walls"])
        self.assertEqual(list(ax.get_yticks()), [0, 1, 2, 3])
        self.assertGreater(ax.get_ylim()[0], ax.get_ylim()[1])
        self.assertEqual(ax.xaxis.get_major_formatter()(self.day(2024, 3, 5)), "05 Mar")

    def test_today(self):
        date = datetime.date
        for today, marked in (
            (None, False),
            (date(2024, 2, 26), False),
            (date(2024, 2, 27), True),
            (date(2024, 3, 5), True),
            (date(2024, 3, 6), False),
        ):
            with self.subTest(today=today):
                ax, _ = task_func(self.plan, today)
                self.assertEqual(len(ax.lines), int(marked))
                if marked:
                    self.assertEqual(list(ax.lines[0].get_xdata()), [mdates.date2num(today)] * 2)
                    self.assertEqual(ax.lines[0].get_color(), "red")

    def test_small_done_part(self):
        ax, _ = task_func("{start: 2024-01-01, tasks: {a: {days: 10, done: 0.01}}}")
        self.assertEqual([bar[1] for bar in self.bars(ax)], [10, 0.1])

    def test_rejects_circles_and_unknown_names(self):
        for tasks in (
            "{a: {days: 1, after: [a]}}",
            "{a: {days: 1, after: [b]}, b: {days: 1, after: [c]}, c: {days: 1, after: [a]}}",
            "{a: {days: 1}, b: {days: 1, after: [a, z]}}",
            "{}",
        ):
            with self.subTest(tasks=tasks), self.assertRaises(ValueError):
                task_func(f"{{start: 2024-01-01, tasks: {tasks}}}")

    def test_diamond_is_not_a_circle(self):
        tasks = "{d: {days: 1, after: [b, c]}, b: {days: 2, after: [a]}, c: {days: 3, after: [a]}, a: {days: 1}}"
        _, schedule = task_func(f"{{start: 2024-01-01, tasks: {tasks}}}")
        self.assertEqual(schedule["d"], (datetime.date(2024, 1, 5), datetime.date(2024, 1, 5)))
