import cmath
import math
import unittest

import numpy as np
import pandas as pd
import regex
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(circuit, start, stop, points=5):
    """Sweep the impedance of a circuit of resistors, coils and capacitors over frequency.

    A circuit is a part such as 'R4.7k', 'L10m' or 'C100n', or a list that begins with 'series' or 'parallel' and
    goes on with one or more circuits. A part is the letter R, L or C, a decimal number and an optional prefix: p, n,
    u, m, k or M for 1e-12, 1e-9, 1e-6, 1e-3, 1e3 or 1e6. At the angular frequency w = 2 * pi * f the impedance is
    R, 1j * w * L or 1 / (1j * w * C). Impedances add in series; in parallel their reciprocals add.

    Parameters:
    - circuit (str or list): The circuit.
    - start, stop (float): First and last frequency in hertz; the frequencies between form a geometric sequence.
    - points (int): Number of frequencies, 2 or more. Default 5.

    Returns:
    - pandas.DataFrame: One row per frequency, ascending as given by start and stop, with the columns 'hertz' and
      'ohms' (absolute value of the impedance), both rounded to six significant digits, and 'degrees' (phase in
      degrees, rounded to two decimals).

    Raises:
    - ValueError: If a part is malformed or zero, a list is empty, holds no circuits or begins with another word, or
      start or stop is not positive.

    Requirements:
    - cmath
    - math
    - numpy
    - pandas
    - regex

    Example:
    >>> task_func(['series', 'R1k', 'C1u'], 100, 10000, points=3).values.tolist()
    [[100.0, 1879.64, -57.86], [1000.0, 1012.59, -9.04], [10000.0, 1000.13, -0.91]]
    """
    if start <= 0 or stop <= 0:
        raise ValueError(f"frequencies must be positive: {start}, {stop}")
    prefixes = {"": 1, "p": 1e-12, "n": 1e-9, "u": 1e-6, "m": 1e-3, "k": 1e3, "M": 1e6}

    def impedance(node, omega):
        if isinstance(node, str):
            part = regex.fullmatch(r"(?P<kind>[RLC])(?P<number>\d+(\.\d+)?)(?P<prefix>[pnumkM]?)", node)
            value = float(part["number"]) * prefixes[part["prefix"]] if part else 0
            if not value:
                raise ValueError(f"not a part: {node!r}")
            return {"R": value, "L": 1j * omega * value, "C": 1 / (1j * omega * value)}[part["kind"]]
        if len(node) < 2 or node[0] not in ("series", "parallel"):
            raise ValueError(f"not a circuit: {node!r}")
        inner = [impedance(child, omega) for child in node[1:]]
        return sum(inner) if node[0] == "series" else 1 / sum(1 / z for z in inner)

    rows = []
    for hertz in np.geomspace(start, stop, points):
        total = impedance(circuit, 2 * math.pi * hertz)
        ohms, angle = cmath.polar(total)
        rows.append((float(f"{hertz:.6g}"), float(f"{ohms:.6g}"), round(math.degrees(angle), 2)))
    return pd.DataFrame(rows, columns=["hertz", "ohms", "degrees"])


class TestCases(unittest.TestCase):
    def at(self, circuit, hertz=1000.0):
        return task_func(circuit, hertz, hertz, points=2)[["ohms", "degrees"]].values.tolist()[0]

    def test_single_parts_and_prefixes(self):
        self.assertEqual(self.at("R4.7k"), [4700.0, 0.0])
        self.assertEqual(self.at("R2M"), [2e6, 0.0])
        self.assertEqual(self.at("R1.0000049M"), [1e6, 0.0])
        self.assertEqual(self.at("R150"), [150.0, 0.0])
        self.assertEqual(self.at("R5m"), [0.005, 0.0])
        self.assertEqual(self.at("L10m"), [62.8319, 90.0])
        self.assertEqual(self.at("L3u"), [0.0188496, 90.0])
        self.assertEqual(self.at("C100n"), [1591.55, -90.0])
        self.assertEqual(self.at("C47p"), [3.38628e6, -90.0])

    def test_columns_and_geometric_frequencies(self):
        table = task_func("R1", 10, 1e5)
        self.assertEqual(list(table.columns), ["hertz", "ohms", "degrees"])
        self.assertEqual(table["hertz"].tolist(), [10.0, 100.0, 1000.0, 10000.0, 100000.0])
        self.assertEqual(task_func("R1", 300, 1, 3)["hertz"].tolist(), [300.0, 17.3205, 1.0])

    def test_series_and_parallel(self):
        self.assertEqual(self.at(["series", "R100", "R20", "R3"]), [123.0, 0.0])
        self.assertEqual(self.at(["parallel", "R100", "R100", "R50"]), [25.0, 0.0])
        self.assertEqual(self.at(["series", "R7"]), [7.0, 0.0])
        self.assertEqual(self.at(["parallel", "R30", ["series", "R10", "R5"]]), [10.0, 0.0])

    def test_nested_network(self):
        network = ["series", "R10", ["parallel", "C1u", ["series", "L1m", "R2"]]]
        table = task_func(network, 1000, 10000, 3)
        self.assertEqual(table["ohms"].tolist(), [13.8009, 35.9553, 23.6334])
        self.assertEqual(table["degrees"].tolist(), [28.16, 64.57, -64.35])

    def test_resonance_is_resistive(self):
        resonance = 1 / (2 * math.pi * math.sqrt(1e-3 * 1e-6))
        self.assertEqual(self.at(["series", "R5", "L1m", "C1u"], resonance), [5.0, 0.0])

    def test_rejects_bad_circuits(self):
        bad = ["", "R", "R1x", "X10", "r10", "R1.", "R.5", "R-1", "R1 k", "R0", "C0.0n", "R1\n"]
        bad += [[], ["series"], ["bridge", "R1"], ["series", "R1", []], ["R1", "R2"]]
        for circuit in bad:
            with self.subTest(circuit=circuit), self.assertRaises(ValueError):
                self.at(circuit)

    def test_rejects_frequencies_that_are_not_positive(self):
        for start, stop in ((0, 10), (10, 0), (-1, 10), (10, -1)):
            with self.subTest(start=start, stop=stop), self.assertRaises(ValueError):
                task_func("R1", start, stop)
        self.assertEqual(task_func("R1", 0.5, 0.25, 2)["hertz"].tolist(), [0.5, 0.25])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.integers(1, 500), min_size=1, max_size=4), st.floats(1, 1e4))
    def test_capacitors_in_parallel_are_one_large_capacitor(self, nanofarads, hertz):
        parts = ["parallel", *(f"C{value}n" for value in nanofarads)]
        self.assertEqual(self.at(parts, hertz), self.at(f"C{sum(nanofarads)}n", hertz))
