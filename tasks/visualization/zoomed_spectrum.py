import unittest

import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.axes_grid1.inset_locator import inset_axes
from scipy.signal import find_peaks, savgol_filter


def task_func(energy, counts, window=7, half_width=5.0):
    """Plot a measured spectrum with its smoothed curve and a magnified inset around the strongest peak.

    Sort the measurements by energy. Smooth the counts by a Savitzky-Golay filter of the given window and polynomial
    order 2, with scipy's default treatment of the ends. Its peaks are those that scipy.signal.find_peaks finds with
    a prominence of at least a tenth of the range (greatest less least value) of the smoothed curve. The strongest
    peak is the one with the greatest smoothed value, the one of lowest energy where values are equal.

    The main axes shows, as lines in this order, the raw counts (label 'raw', markers '.', no connecting line), the
    smoothed curve (label 'smoothed') and the peaks on it (label 'peaks', markers 'v', no connecting line). It has a
    legend on the left ('upper left') and the axis labels 'energy [keV]' and 'counts'. An inset axes of mpl_toolkits
    in the 'upper right' corner, '40%' as wide and high as the main axes, shows the raw counts and the smoothed curve
    in the same way within half_width of the strongest peak: its x limits are the peak's energy less and plus
    half_width, its y limits 0 and 1.1 times the greatest raw or smoothed value among the measurements within these
    x limits, ends included. Its title is the energy of the peak with one decimal, like '59.5 keV'.

    Parameters:
    - energy (list[float]): Energies in keV, all different.
    - counts (list[float]): The counts.
    - window (int): Length of the filter, an odd number above 2. Default 7.
    - half_width (float): Half the width of the inset in keV. Default 5.0.

    Returns:
    - tuple: (main axes, inset axes, list of the energies of all peaks in ascending order).

    Raises:
    - ValueError: If the lengths differ, there are fewer measurements than window, or there is no peak.

    Requirements:
    - matplotlib.pyplot
    - mpl_toolkits.axes_grid1
    - numpy
    - scipy.signal

    Example:
    >>> task_func(range(11), [0, 0, 1, 3, 8, 9, 8, 3, 1, 0, 0])[2]
    [5.0]
    """
    if len(energy) != len(counts) or len(energy) < window:
        raise ValueError(f"cannot smooth {len(energy)} energies and {len(counts)} counts by {window}")
    order = np.argsort(energy)
    energy, counts = np.asarray(energy, dtype=float)[order], np.asarray(counts, dtype=float)[order]
    smooth = savgol_filter(counts, window, 2)
    peaks, _ = find_peaks(smooth, prominence=np.ptp(smooth) / 10)
    if not len(peaks):
        raise ValueError(f"no peak among {len(energy)} measurements")
    centre = energy[peaks[np.argmax(smooth[peaks])]]

    def draw(ax):
        ax.plot(energy, counts, ".", label="raw")
        ax.plot(energy, smooth, label="smoothed")

    _, ax = plt.subplots()
    draw(ax)
    ax.plot(energy[peaks], smooth[peaks], "v", label="peaks")
    ax.set(xlabel="energy [keV]", ylabel="counts")
    ax.legend(loc="upper left")
    inset = inset_axes(ax, width="40%", height="40%", loc="upper right")
    draw(inset)
    near = np.abs(energy - centre) <= half_width
    inset.set_xlim(centre - half_width, centre + half_width)
    inset.set_ylim(0, 1.1 * max(counts[near].max(), smooth[near].max()))
    inset.set_title(f"{centre:.1f} keV")
    return ax, inset, energy[peaks].tolist()


class TestCases(unittest.TestCase):
    def setUp(self):
        self.addCleanup(plt.close, "all")
        self.energy = np.arange(10, 60, 0.5)
        self.counts = 40 + np.tile([3.0, -2.0, 0.0, -1.0], 25)
        for centre, height, width in ((24, 200, 8), (45.5, 330, 6)):
            self.counts += height * np.exp(-((self.energy - centre) ** 2) / width)

    def test_peaks(self):
        _, _, peaks = task_func(self.energy, self.counts)
        self.assertEqual(peaks, [24.0, 45.5])

    def test_prominence_of_a_tenth_of_the_range(self):
        for height, found in ((0.095, [20.0]), (0.105, [10.0, 20.0])):
            counts = np.zeros(41)
            counts[6:15] = height * np.array([1, 3, 6, 8, 9, 8, 6, 3, 1]) / 9
            counts[16:25] = np.array([1, 3, 6, 8, 9, 8, 6, 3, 1]) / 9
            self.assertEqual(task_func(range(41), counts, window=3)[2], found)

    def test_lines_of_the_main_axes(self):
        ax, _, _ = task_func(self.energy, self.counts, window=9)
        raw, smoothed, peaks = ax.get_lines()
        np.testing.assert_array_equal(raw.get_xydata(), np.column_stack((self.energy, self.counts)))
        expected = savgol_filter(self.counts, 9, 2)
        np.testing.assert_allclose(smoothed.get_xydata(), np.column_stack((self.energy, expected)))
        np.testing.assert_allclose(peaks.get_xydata(), [[24, expected[28]], [45.5, expected[71]]])
        self.assertEqual([line.get_label() for line in ax.get_lines()], ["raw", "smoothed", "peaks"])
        self.assertEqual([line.get_marker() for line in ax.get_lines()], [".", "None", "v"])
        self.assertEqual([line.get_linestyle() for line in ax.get_lines()], ["None", "-", "None"])
        self.assertEqual((ax.get_xlabel(), ax.get_ylabel()), ("energy [keV]", "counts"))

    def test_default_window(self):
        ax, _, _ = task_func(self.energy, self.counts)
        np.testing.assert_allclose(ax.get_lines()[1].get_ydata(), savgol_filter(self.counts, 7, 2))
        self.assertEqual(task_func(range(7), [0, 0, 3, 9, 3, 0, 0])[2], [3.0])

    def test_inset(self):
        ax, inset, _ = task_func(self.energy, self.counts)
        self.assertEqual(inset.get_xlim(), (40.5, 50.5))
        self.assertEqual(inset.get_title(), "45.5 keV")
        low, high = inset.get_ylim()
        self.assertEqual(low, 0)
        self.assertAlmostEqual(high, 1.1 * self.counts[61:82].max())
        self.assertEqual([line.get_label() for line in inset.get_lines()], ["raw", "smoothed"])
        np.testing.assert_array_equal(inset.get_lines()[0].get_ydata(), self.counts)
        self.assertIsNot(inset, ax)

    def test_height_of_inset(self):
        for place, high in ((5, self.counts[61:82].max()), (61, self.counts[61] + 600), (81, self.counts[81] + 600)):
            counts = self.counts.copy()
            counts[place] += 600
            _, inset, _ = task_func(self.energy, counts)
            with self.subTest(place=place):
                self.assertEqual(inset.get_title(), "45.5 keV")
                self.assertAlmostEqual(inset.get_ylim()[1], 1.1 * high)

    def test_place_of_inset_and_legend(self):
        ax, inset, _ = task_func(self.energy, self.counts)
        ax.figure.canvas.draw()
        outer, inner = ax.get_window_extent(), inset.get_window_extent()
        self.assertAlmostEqual(inner.width / outer.width, 0.4, places=3)
        self.assertAlmostEqual(inner.height / outer.height, 0.4, places=3)
        self.assertGreater(inner.x0, (outer.x0 + outer.x1) / 2)
        self.assertGreater(inner.y0, (outer.y0 + outer.y1) / 2)
        legend = ax.get_legend().get_window_extent()
        self.assertLess(legend.x1, inner.x0)
        self.assertGreater(legend.y0, (outer.y0 + outer.y1) / 2)

    def test_inset_ends_are_included_and_unsorted_input(self):
        counts = [0, 0, 0, 50, 0, 0, 1, 5, 9, 5, 1, 0, 0, 70, 0]
        order = sorted(range(15), key=lambda number: number * 7 % 15)
        shuffled = [counts[number] for number in order]
        ax, inset, peaks = task_func(order, shuffled, window=3)
        self.assertEqual(list(ax.get_lines()[0].get_ydata()), counts)
        self.assertEqual((peaks, inset.get_title()), ([3.0, 8.0, 13.0], "13.0 keV"))
        self.assertAlmostEqual(inset.get_ylim()[1], 77)
        counts[13] = 40
        _, inset, _ = task_func(range(15), [count / 10 for count in counts[4:]] + [0] * 4, window=3, half_width=5)
        self.assertEqual((inset.get_title(), inset.get_xlim()), ("9.0 keV", (4.0, 14.0)))
        self.assertAlmostEqual(inset.get_ylim()[1], 4.4)
        counts = [0, 0, 0, 9, 8.5, 0, 0, 0, 0, 0, 0, 0]
        counts[8] = 30
        _, inset, _ = task_func(range(12), counts, window=3, half_width=5)
        self.assertAlmostEqual(inset.get_ylim()[1], 33)

    def test_equal_peaks(self):
        counts = [0, 0, 0, 9, 0, 0, 0, 0, 9, 0, 0, 0]
        _, inset, peaks = task_func(range(12), counts, window=3, half_width=0.5)
        self.assertEqual((peaks, inset.get_title()), ([3.0, 8.0], "3.0 keV"))

    def test_rejects_bad_spectra(self):
        for energy, counts in ((range(9), range(8)), (range(6), range(6)), (range(20), range(20)), (range(9), [0] * 9)):
            with self.subTest(energy=energy), self.assertRaises(ValueError):
                task_func(energy, counts)
        self.assertEqual(plt.get_fignums(), [])
