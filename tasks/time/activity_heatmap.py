import calendar
import unittest
from datetime import datetime

import numpy as np
import pytz
from matplotlib.figure import Figure


def task_func(stamps, zone_name):
    """Draw when in the week something happens, as a heat map of weekday by hour on the local clock.

    The figure has one image of 7 rows (Monday at the top) and 24 columns (hours 0 to 23) whose values are the numbers
    of events, drawn with the colour map "magma" and a colour scale from 0 to the greatest number, but at least to
    1. Beside it stands a colour bar labelled "events". The axes' title is "Activity in ZONE (n = N)", the x axis is
    labelled "hour" with ticks at 0, 6, 12 and 18, and the y axis has a tick for each row, labelled "Mon" to "Sun".
    Each cell that holds the greatest number carries this number as a centred text; there are no texts if there are no
    events.

    Parameters:
    - stamps (iterable of int or float): Unix times of the events, in any order.
    - zone_name (str): IANA name of the time zone.

    Returns:
    - tuple: (figure, counts): a matplotlib.figure.Figure that pyplot does not manage, with the image's axes as the
      first of its axes, and the counts as a numpy array of integers of shape (7, 24).

    Raises:
    - KeyError: if the zone is unknown.

    Requirements:
    - calendar
    - datetime
    - numpy
    - pytz
    - matplotlib.figure

    Example:
    >>> figure, counts = task_func([0, 60, 3600], "UTC")
    >>> int(counts[3, 0]), figure.axes[0].get_title()
    (2, 'Activity in UTC (n = 3)')
    """
    zone = pytz.timezone(zone_name)
    counts = np.zeros((7, 24), dtype=int)
    for stamp in stamps:
        local = datetime.fromtimestamp(stamp, zone)
        counts[local.weekday(), local.hour] += 1
    peak = counts.max()
    figure = Figure()
    axes = figure.add_subplot()
    image = axes.imshow(counts, cmap="magma", vmin=0, vmax=max(peak, 1))
    figure.colorbar(image, label="events")
    axes.set_title(f"Activity in {zone_name} (n = {counts.sum()})")
    axes.set_xlabel("hour")
    axes.set_xticks([0, 6, 12, 18])
    axes.set_yticks(range(7), calendar.day_abbr)
    if peak > 0:
        for row, column in np.argwhere(counts == peak):
            axes.text(column, row, str(peak), ha="center", va="center")
    return figure, counts


class TestCases(unittest.TestCase):
    MONDAY = 1704067200

    def test_counts_by_local_weekday_and_hour(self):
        _, counts = task_func([self.MONDAY, self.MONDAY + 3599.5, self.MONDAY + 3600], "America/New_York")
        self.assertEqual(np.argwhere(counts).tolist(), [[6, 19], [6, 20]])
        self.assertEqual((counts[6, 19], counts[6, 20], counts.shape), (2, 1, (7, 24)))
        self.assertEqual(counts.dtype.kind, "i")

    def test_summer_and_winter_time(self):
        summer = self.MONDAY + 26 * 7 * 86400
        _, counts = task_func([self.MONDAY, summer], "Europe/Berlin")
        self.assertEqual(np.argwhere(counts).tolist(), [[0, 1], [0, 2]])

    def test_image_and_colour_scale(self):
        figure, counts = task_func([self.MONDAY] * 3 + [self.MONDAY + 86400], "UTC")
        (image,) = figure.axes[0].get_images()
        self.assertTrue(np.array_equal(image.get_array(), counts))
        self.assertEqual((image.get_clim(), image.get_cmap().name), ((0, 3), "magma"))
        self.assertEqual(image.origin, "upper")
        full = task_func(range(0, 7 * 86400, 3600), "UTC")[0].axes[0]
        self.assertEqual((full.get_images()[0].get_clim(), len(full.texts)), ((0, 1), 168))
        self.assertEqual([axes.get_ylabel() for axes in figure.axes[1:]], ["events"])

    def test_labels_of_the_axes(self):
        axes = task_func(iter([self.MONDAY] * 2), "Asia/Tokyo")[0].axes[0]
        self.assertEqual((axes.get_title(), axes.get_xlabel()), ("Activity in Asia/Tokyo (n = 2)", "hour"))
        self.assertEqual(list(axes.get_xticks()), [0, 6, 12, 18])
        self.assertEqual(list(axes.get_yticks()), [0, 1, 2, 3, 4, 5, 6])
        names = [label.get_text() for label in axes.get_yticklabels()]
        self.assertEqual(names, "Mon Tue Wed Thu Fri Sat Sun".split())

    def test_all_peaks_carry_their_number(self):
        stamps = [self.MONDAY] * 2 + [self.MONDAY + 86400 + 7 * 3600] * 2 + [self.MONDAY + 3600]
        texts = task_func(stamps, "UTC")[0].axes[0].texts
        found = [(text.get_position(), text.get_text(), text.get_ha(), text.get_va()) for text in texts]
        self.assertEqual(found, [((0, 0), "2", "center", "center"), ((7, 1), "2", "center", "center")])
        (single,) = task_func([self.MONDAY], "UTC")[0].axes[0].texts
        self.assertEqual(single.get_text(), "1")

    def test_no_events(self):
        figure, counts = task_func([], "UTC")
        self.assertEqual((counts.sum(), len(figure.axes[0].texts)), (0, 0))
        self.assertEqual(figure.axes[0].get_images()[0].get_clim(), (0, 1))
        self.assertEqual(figure.axes[0].get_title(), "Activity in UTC (n = 0)")

    def test_unknown_zone(self):
        with self.assertRaises(KeyError):
            task_func([], "Europe/Atlantis")

    def test_utc_counts_by_arithmetic(self):
        stamps = [number**5 for number in range(73)]
        _, counts = task_func(stamps, "UTC")
        expected = np.zeros((7, 24))
        for stamp in stamps:
            expected[(stamp // 86400 + 3) % 7, stamp // 3600 % 24] += 1
        self.assertEqual(counts.tolist(), expected.tolist())
