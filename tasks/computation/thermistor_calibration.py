import bisect
import itertools
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.interpolate import PchipInterpolator
from scipy.optimize import brentq


def task_func(points, voltages):
    """Convert sensor voltages to temperatures by inverting a monotone calibration curve.

    The curve gives the voltage as a function of the temperature: the shape-preserving piecewise cubic (PCHIP, as in
    scipy) through the calibration points. Points may come in any order. Of several points with the same temperature
    the mean of their voltages counts. Over rising temperature the voltages must strictly rise or strictly fall.

    Parameters:
    - points (list[tuple[float, float]]): (temperature, voltage) of each calibration point.
    - voltages (list[float]): Voltages to convert.

    Returns:
    - list: For each voltage the temperature at which the curve has this voltage, a float rounded to three decimals,
      or None if the voltage is outside the range of the curve (both ends belong to the range).

    Raises:
    - ValueError: If there are fewer than two different temperatures or the voltages neither rise nor fall strictly.

    Requirements:
    - bisect
    - itertools
    - scipy.interpolate
    - scipy.optimize

    Example:
    >>> task_func([(0, 3.0), (50, 2.0), (100, 1.0)], [2.5, 1.0, 3.2])
    [25.0, 100.0, None]
    """
    samples = {}
    for temperature, voltage in points:
        samples.setdefault(temperature, []).append(voltage)
    temperatures = sorted(samples)
    levels = [sum(samples[temperature]) / len(samples[temperature]) for temperature in temperatures]
    steps = [after - before for before, after in itertools.pairwise(levels)]
    rising = all(step > 0 for step in steps)
    if not steps or not (rising or all(step < 0 for step in steps)):
        raise ValueError(f"not a monotone calibration: {levels}")
    curve = PchipInterpolator(temperatures, levels)
    if not rising:
        temperatures, levels = temperatures[::-1], levels[::-1]

    def invert(voltage):
        if not levels[0] <= voltage <= levels[-1]:
            return None
        right = bisect.bisect_left(levels, voltage)
        if levels[right] == voltage:
            return round(float(temperatures[right]), 3)
        bracket = temperatures[right - 1], temperatures[right]
        return round(brentq(lambda temperature: curve(temperature) - voltage, *bracket), 3)

    return [invert(voltage) for voltage in voltages]


class TestCases(unittest.TestCase):
    def setUp(self):
        self.falling = [(20, 2.1), (0, 3.0), (60, 0.9), (40, 1.4), (-20, 3.2)]

    def test_calibration_points_are_met_exactly(self):
        self.assertEqual(task_func(self.falling, [3.2, 3.0, 2.1, 1.4, 0.9]), [-20.0, 0.0, 20.0, 40.0, 60.0])
        self.assertEqual([type(value) for value in task_func(self.falling, [3.2, 1.0])], [float, float])

    def test_curve_between_the_points(self):
        result = task_func(self.falling, [3.1, 2.5, 1.7, 1.0])
        curve = PchipInterpolator([-20, 0, 20, 40, 60], [3.2, 3.0, 2.1, 1.4, 0.9])
        for temperature, voltage in zip(result, [3.1, 2.5, 1.7, 1.0], strict=True):
            self.assertAlmostEqual(float(curve(temperature)), voltage, places=4)
            self.assertEqual(temperature, round(temperature, 3))
        self.assertEqual(result, sorted(result))
        self.assertNotEqual(result, [round(temperature, 2) for temperature in result])

    def test_rising_curve_is_not_linear(self):
        self.assertEqual(task_func([(0, 0), (1, 1), (2, 8), (3, 27)], [0.5, 4, 20]), [0.68, 1.572, 2.706])

    def test_outside_the_range(self):
        self.assertEqual(task_func(self.falling, [3.21, 0.89, 0.9, float("nan")]), [None, None, 60.0, None])
        self.assertEqual(task_func([(5, 1), (6, 2)], [0.999, 1, 2, 2.001]), [None, 5.0, 6.0, None])
        self.assertEqual(task_func([(0.12345, 1), (0.98765, 2)], [1, 2]), [0.123, 0.988])

    def test_repeated_temperatures_are_averaged(self):
        points = [(10, 1.0), (20, 2.5), (10, 2.0), (20, 3.5), (20, 3.0)]
        self.assertEqual(task_func(points, [1.5, 3.0, 2.25, 1.0]), [10.0, 20.0, 15.0, None])

    def test_no_voltages(self):
        self.assertEqual(task_func(self.falling, []), [])

    def test_rejects_curves_that_cannot_be_inverted(self):
        for points in (
            [],
            [(1, 1)],
            [(1, 1), (1, 2)],
            [(1, 1), (2, 1)],
            [(1, 1), (2, 3), (3, 2)],
            [(1, 3), (2, 1), (3, 1)],
            [(1, 1), (2, 2), (3, 2)],
        ):
            with self.subTest(points=points), self.assertRaises(ValueError):
                task_func(points, [])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(
        st.lists(st.integers(1, 30), min_size=2, max_size=6),
        st.lists(st.floats(0, 1), min_size=1, max_size=4),
        st.sampled_from([1, -1]),
    )
    def test_round_trip(self, steps, fractions, sign):
        temperatures = [10 * number for number in range(len(steps))]
        levels = [sign * sum(steps[: number + 1]) for number in range(len(steps))]
        curve = PchipInterpolator(temperatures, levels)
        wanted = [fraction * temperatures[-1] for fraction in fractions]
        voltages = [min(max(float(curve(value)), min(levels)), max(levels)) for value in wanted]
        found = task_func(list(zip(temperatures, levels, strict=True))[::-1], voltages)
        for voltage, temperature in zip(voltages, found, strict=True):
            self.assertAlmostEqual(float(curve(temperature)), voltage, delta=0.01)
