import unittest

import matplotlib.pyplot as plt
import numpy as np
from mpl_toolkits.mplot3d.art3d import Line3DCollection
from scipy.spatial import KDTree


def task_func(text, tolerance=1.2):
    """Draw a molecule given in the XYZ format in three dimensions, with its bonds found by distance.

    The first line of the text holds the number of atoms, the second a comment, and each of the next lines an element
    symbol and three coordinates, separated by white space; blank lines may follow. The covalent radii are H 0.31,
    C 0.76, N 0.71 and O 0.66. Two atoms are bonded when their distance is at most tolerance times the sum of their
    radii.

    The axes is three-dimensional with the comment, stripped, as its title and the labels 'x', 'y' and 'z'. Shift the
    coordinates so that the mean of all atoms is at the origin. Draw one scatter collection per element, in sorted
    order of the symbols, with the symbol as its label and the marker area 400 times the radius, in white (H), black
    (C), blue (N) or red (O) with gray edges; and, after them, one Line3DCollection in gray with a segment per bond
    unless there are no bonds. All three axes have the same limits, -r to r, where r is the greatest distance of an
    atom from the origin plus 1.

    Parameters:
    - text (str): The molecule.
    - tolerance (float): Factor of the bond criterion. Default 1.2.

    Returns:
    - tuple: (the axes, list of bonds (i, j) with i < j, positions of atoms in the text from 0, sorted).

    Raises:
    - ValueError: If the text has fewer or more atoms than announced or an element has no radius above.

    Requirements:
    - matplotlib.pyplot
    - mpl_toolkits.mplot3d
    - numpy
    - scipy.spatial

    Example:
    >>> ax, bonds = task_func('3\\nwater\\nO 0 0 0\\nH 0.96 0 0\\nH -0.24 0.93 0\\n')
    >>> bonds, ax.get_title()
    ([(0, 1), (0, 2)], 'water')
    """
    styles = {"H": (0.31, "white"), "C": (0.76, "black"), "N": (0.71, "blue"), "O": (0.66, "red")}
    announced, comment, *lines = text.splitlines()
    atoms = [line.split() for line in lines if line.strip()]
    symbols = np.array([atom[0] for atom in atoms])
    if len(atoms) != int(announced) or not set(symbols) <= set(styles):
        raise ValueError(f"expected {announced} atoms of {', '.join(styles)}, got {len(atoms)} of {set(symbols)}")
    places = np.array([atom[1:] for atom in atoms], dtype=float)
    places -= places.mean(axis=0)
    radii = np.array([styles[symbol][0] for symbol in symbols])

    near = sorted(KDTree(places).query_pairs(2 * tolerance * radii.max()))
    bonds = [(i, j) for i, j in near if np.linalg.norm(places[i] - places[j]) <= tolerance * (radii[i] + radii[j])]

    _, ax = plt.subplots(subplot_kw={"projection": "3d"})
    for symbol in sorted(set(symbols)):
        radius, color = styles[symbol]
        ax.scatter(*places[symbols == symbol].T, s=400 * radius, color=color, edgecolors="gray", label=symbol)
    if bonds:
        ax.add_collection3d(Line3DCollection(places[np.array(bonds)], colors="gray"))
    reach = np.linalg.norm(places, axis=1).max() + 1
    limits = (-reach, reach)
    ax.set(xlim=limits, ylim=limits, zlim=limits, xlabel="x", ylabel="y", zlabel="z", title=comment.strip())
    return ax, bonds


class TestCases(unittest.TestCase):
    formaldehyde = "4\n formaldehyde \nC 0 0 0\nO 0 0 1.2\nH 0.94 0 -0.6\nH -0.94 0 -0.6\n\n"

    def setUp(self):
        self.addCleanup(plt.close, "all")

    def line(self, *atoms):
        rows = "".join(f"{symbol} {x} 0 0\n" for symbol, x in atoms)
        return f"{len(atoms)}\nrow\n{rows}"

    def test_bonds(self):
        _, bonds = task_func(self.formaldehyde)
        self.assertEqual(bonds, [(0, 1), (0, 2), (0, 3)])
        self.assertEqual(task_func(self.formaldehyde, tolerance=0.9)[1], [(0, 1)])
        self.assertEqual(task_func(self.formaldehyde, tolerance=2)[1], [(0, 1), (0, 2), (0, 3)])

    def test_radius_of_each_element(self):
        pairs = {"HH": 0.62, "CC": 1.52, "NN": 1.42, "OO": 1.32, "HO": 0.97}
        for margin, found in ((-1e-6, [(0, 1), (2, 3), (4, 5), (6, 7), (8, 9)]), (1e-6, [])):
            atoms = []
            for place, (pair, total) in enumerate(pairs.items()):
                atoms += [(pair[0], 10 * place), (pair[1], 10 * place + 1.2 * total + margin)]
            self.assertEqual(task_func(self.line(*atoms))[1], found)
        self.assertEqual(task_func(self.line(("H", 0), ("H", 0.62)), tolerance=1)[1], [(0, 1)])

    def test_atoms_are_centred_scatters_per_element(self):
        ax, _ = task_func(self.formaldehyde)
        carbon, hydrogen, oxygen = ax.collections[:3]
        self.assertEqual([carbon.get_label(), hydrogen.get_label(), oxygen.get_label()], ["C", "H", "O"])
        np.testing.assert_allclose(np.column_stack(hydrogen._offsets3d), [[0.94, 0, -0.6], [-0.94, 0, -0.6]], atol=1e-9)
        np.testing.assert_allclose(np.column_stack(oxygen._offsets3d), [[0, 0, 1.2]], atol=1e-9)
        self.assertEqual([float(group.get_sizes()[0]) for group in (carbon, hydrogen, oxygen)], [304.0, 124.0, 264.0])
        shifted, _ = task_func("2\n\nN 5 5 5\nN 7 5 5")
        np.testing.assert_allclose(np.column_stack(shifted.collections[0]._offsets3d), [[-1, 0, 0], [1, 0, 0]])

    def test_colours(self):
        ax, _ = task_func(self.line(("N", 0), ("O", 3), ("C", 6), ("H", 9)))
        colors = plt.matplotlib.colors
        for group, name in zip(ax.collections, ("black", "white", "blue", "red"), strict=True):
            self.assertEqual(tuple(group.get_facecolor()[0][:3]), colors.to_rgb(name))
            self.assertEqual(tuple(group.get_edgecolor()[0][:3]), colors.to_rgb("gray"))
        self.assertEqual([group.get_label() for group in ax.collections[:4]], ["C", "H", "N", "O"])

    def test_bond_segments(self):
        ax, bonds = task_func(self.line(("O", 0), ("C", 1.2), ("O", 2.4)))
        lines = ax.collections[-1]
        self.assertIsInstance(lines, Line3DCollection)
        self.assertEqual(bonds, [(0, 1), (1, 2)])
        np.testing.assert_allclose(lines._segments3d, [[[-1.2, 0, 0], [0, 0, 0]], [[0, 0, 0], [1.2, 0, 0]]], atol=1e-9)
        self.assertEqual(tuple(lines.get_edgecolor()[0][:3]), plt.matplotlib.colors.to_rgb("gray"))
        lonely, bonds = task_func(self.line(("H", 0), ("H", 5)))
        self.assertEqual((bonds, len(lonely.collections)), ([], 1))

    def test_axes(self):
        ax, _ = task_func("2\n far apart \nH 1 2 2\nH -1 -2 -2\n")
        for limits in (ax.get_xlim(), ax.get_ylim(), ax.get_zlim()):
            self.assertAlmostEqual(limits[0], -4)
            self.assertAlmostEqual(limits[1], 4)
        self.assertEqual((ax.get_xlabel(), ax.get_ylabel(), ax.get_zlabel()), ("x", "y", "z"))
        self.assertEqual(ax.get_title(), "far apart")

    def test_rejects_bad_molecules(self):
        for text in ("2\n\nH 0 0 0\n", "1\n\nH 0 0 0\nH 1 0 0\n", "1\n\nXe 0 0 0\n", "many\n\nH 0 0 0\n"):
            with self.subTest(text=text), self.assertRaises(ValueError):
                task_func(text)
        self.assertEqual(plt.get_fignums(), [])
