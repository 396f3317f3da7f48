import calendar
import datetime
import os
import time
import unittest
from unittest import mock

import matplotlib.pyplot as plt
import numpy as np


def task_func(stamps, year, month, first_weekday=0):
    """Draw a calendar page of a month in which the colour of each day shows how much happened.

    Count the time stamps of each day of the month by their UTC date; stamps of other months are ignored. The image
    has one column per weekday, beginning with first_weekday, and one row per week that has a day of the month. Its
    cells hold the counts; cells outside the month are masked. The colour scale runs from 0 to the greatest count, at
    least 1, with the colour map 'Greens'.

    Each day of the month carries a centred text with the day number, white if the count is more than half of the
    scale's end, else black. The x ticks are labelled with the weekdays ('Mon', 'Tue', ...), the y ticks with the ISO
    week number of the first day of the month in each row, such as 'W05'. The title is the month like '2024-02' and
    the number of stamps, as in '2024-02: 7 events'.

    Parameters:
    - stamps (list[datetime.datetime]): Aware time stamps in any zones.
    - year, month (int): The month.
    - first_weekday (int): 0 for Monday (default) to 6 for Sunday.

    Returns:
    - matplotlib.axes.Axes: The axes with exactly one image.

    Raises:
    - ValueError: If a stamp is naive.

    Requirements:
    - calendar
    - datetime
    - matplotlib.pyplot
    - numpy

    Example:
    >>> ax = task_func([datetime.datetime(2024, 2, 29, tzinfo=datetime.timezone.utc)], 2024, 2)
    >>> ax.get_title(), ax.images[0].get_array().shape, [text.get_text() for text in ax.texts][-1]
    ('2024-02: 1 events', (5, 7), '29')
    """
    days = []
    for stamp in stamps:
        if stamp.utcoffset() is None:
            raise ValueError(f"naive time stamp: {stamp}")
        day = stamp.astimezone(datetime.timezone.utc).date()
        if (day.year, day.month) == (year, month):
            days.append(day.day)
    weeks = np.array(calendar.Calendar(first_weekday).monthdayscalendar(year, month))
    counts = np.bincount(days, minlength=32)[weeks]
    top = max(counts.max(), 1)

    _, ax = plt.subplots()
    ax.imshow(np.ma.masked_array(counts, weeks == 0), cmap="Greens", vmin=0, vmax=top)
    for row, column in np.argwhere(weeks):
        color = "white" if counts[row, column] > top / 2 else "black"
        ax.text(column, row, str(weeks[row, column]), ha="center", va="center", color=color)
    names = [("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[(first_weekday + day) % 7] for day in range(7)]
    ax.set_xticks(range(7), names)
    firsts = [datetime.date(year, month, int(week[week > 0][0])) for week in weeks]
    ax.set_yticks(range(len(weeks)), [f"W{day.isocalendar()[1]:02}" for day in firsts])
    ax.set_title(f"{year}-{month:02}: {len(days)} events")
    return ax


class TestCases(unittest.TestCase):
    def setUp(self):
        self.addCleanup(plt.close, "all")

    def stamp(self, *args, hours=0):
        return datetime.datetime(*args, tzinfo=datetime.timezone(datetime.timedelta(hours=hours)))

    def labels(self, axis):
        return [label.get_text() for label in axis.get_ticklabels()]

    def test_counts_in_a_grid_that_starts_on_monday(self):
        stamps = [self.stamp(2024, 5, 1)] * 3 + [self.stamp(2024, 5, 31, 23, 59)] + [self.stamp(2024, 5, 13, 7)] * 2
        ax = task_func(stamps, 2024, 5)
        (image,) = ax.images
        data = image.get_array()
        self.assertEqual(data.shape, (5, 7))
        self.assertEqual(int(data.sum()), 6)
        self.assertEqual((data[0, 2], data[2, 0], data[4, 4], data[0, 3]), (3, 2, 1, 0))
        self.assertEqual(np.ma.getmaskarray(data).sum(axis=1).tolist(), [2, 0, 0, 0, 2])
        self.assertEqual(image.get_clim(), (0, 3))
        self.assertEqual(image.get_cmap().name, "Greens")
        busy = task_func([self.stamp(2024, 5, day) for day in (*range(1, 32), 9)], 2024, 5)
        self.assertEqual(busy.images[0].get_clim(), (0, 2))
        self.assertEqual(ax.get_title(), "2024-05: 6 events")

    def test_ticks(self):
        ax = task_func([], 2024, 2)
        self.assertEqual(self.labels(ax.xaxis), ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
        self.assertEqual(list(ax.get_xticks()), list(range(7)))
        self.assertEqual(self.labels(ax.yaxis), ["W05", "W06", "W07", "W08", "W09"])
        self.assertEqual(list(ax.get_yticks()), list(range(5)))
        ax = task_func([], 2023, 1)
        self.assertEqual(self.labels(ax.yaxis), ["W52", "W01", "W02", "W03", "W04", "W05"])
        self.assertEqual(ax.images[0].get_array().shape, (6, 7))

    def test_other_first_weekday(self):
        ax = task_func([self.stamp(2024, 9, 1)], 2024, 9, first_weekday=6)
        self.assertEqual(self.labels(ax.xaxis), ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"])
        self.assertEqual(self.labels(ax.yaxis), ["W35", "W36", "W37", "W38", "W39"])
        self.assertEqual(ax.images[0].get_array()[0, 0], 1)
        ax = task_func([], 2024, 9, first_weekday=2)
        self.assertEqual(self.labels(ax.xaxis)[:2], ["Wed", "Thu"])

    def test_day_numbers_and_their_colours(self):
        stamps = [self.stamp(2026, 2, 1)] * 4 + [self.stamp(2026, 2, 2)] * 2 + [self.stamp(2026, 2, 28)] * 3
        ax = task_func(stamps, 2026, 2)
        texts = {int(text.get_text()): text for text in ax.texts}
        self.assertEqual(sorted(texts), list(range(1, 29)))
        self.assertEqual([day for day, text in texts.items() if text.get_color() == "white"], [1, 28])
        self.assertEqual({text.get_color() for text in ax.texts}, {"white", "black"})
        self.assertEqual([texts[1].get_position(), texts[28].get_position()], [(6, 0), (5, 4)])
        self.assertEqual({(text.get_ha(), text.get_va()) for text in ax.texts}, {("center", "center")})

    def test_dates_are_in_utc(self):
        stamps = [self.stamp(2024, 6, 1, 1, hours=2), self.stamp(2024, 4, 30, 23, hours=-3), self.stamp(2024, 5, 9)]
        ax = task_func(stamps, 2024, 5)
        data = ax.images[0].get_array()
        self.assertEqual((data[0, 2], data[4, 4], data[1, 3]), (1, 1, 1))

    def test_zone_of_this_machine_does_not_matter(self):
        zone = mock.patch.dict(os.environ, TZ="JST-9")
        zone.start()
        self.addCleanup(time.tzset)
        self.addCleanup(zone.stop)
        time.tzset()
        ax = task_func([self.stamp(2024, 5, 1, 20)], 2024, 5)
        self.assertEqual(ax.images[0].get_array()[0, 2], 1)

    def test_other_months_are_ignored(self):
        stamps = [self.stamp(2023, 5, 5), self.stamp(2024, 4, 5), self.stamp(2024, 6, 5), self.stamp(2024, 5, 5)]
        self.assertEqual(task_func(stamps, 2024, 5).get_title(), "2024-05: 1 events")

    def test_month_without_events(self):
        ax = task_func([], 2026, 12)
        self.assertEqual(ax.get_title(), "2026-12: 0 events")
        self.assertEqual(ax.images[0].get_clim(), (0, 1))
        self.assertEqual({text.get_color() for text in ax.texts}, {"black"})

    def test_naive_stamps_are_rejected(self):
        with self.assertRaises(ValueError):
            task_func([self.stamp(2024, 5, 5), datetime.datetime(1999, 5, 5)], 2024, 5)
