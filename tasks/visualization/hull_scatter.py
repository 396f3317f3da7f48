import unittest

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import Polygon
from scipy.spatial import ConvexHull, QhullError


def task_func(groups, pad=0.0):
    """Draw groups of points as scatter plots and outline each group by its convex hull.

    For each group, in the given order, draw its points as one scatter collection labelled with its name, in the
    colour 'C0', 'C1', ... (the number of the group), and behind it (z-order 0) a closed polygon patch in the same
    colour with alpha 0.2. The corners of the polygon are the corners of the convex hull in counterclockwise order,
    each moved straight away from the mean of all points of the group by the distance pad. Groups whose points do not
    span an area get no polygon. The axes has equal aspect and a legend of the groups in the same order.

    Parameters:
    - groups (dict[str, list[tuple[float, float]]]): Name -> points (x, y).
    - pad (float): How far corners are moved outwards. Default 0.0.

    Returns:
    - tuple: (matplotlib Axes, dict from name to the pair (area, perimeter) of the convex hull of the points, without
      pad, both floats rounded to four decimals; (0.0, 0.0) for groups that do not span an area).

    Raises:
    - ValueError: If there are no groups, a group has no points, or pad is negative.

    Requirements:
    - matplotlib.patches
    - matplotlib.pyplot
    - numpy
    - scipy.spatial

    Example:
    >>> ax, sizes = task_func({'a': [(0, 0), (3, 0), (0, 4), (1, 1)], 'b': [(5, 5), (6, 6)]})
    >>> sizes
    {'a': (6.0, 12.0), 'b': (0.0, 0.0)}
    """
    if not groups or pad < 0 or not all(map(len, groups.values())):
        raise ValueError(f"cannot outline {groups} with pad {pad}")
    _, ax = plt.subplots()
    sizes = {}
    for number, (name, points) in enumerate(groups.items()):
        points = np.array(points)
        color = f"C{number}"
        ax.scatter(*points.T, color=color, label=name)
        try:
            hull = ConvexHull(points)
        except (QhullError, ValueError):
            sizes[name] = 0.0, 0.0
            continue
        # In two dimensions scipy calls the area of a hull its volume and the perimeter its area.
        sizes[name] = round(float(hull.volume), 4), round(float(hull.area), 4)
        outward = points[hull.vertices] - points.mean(axis=0)
        outward /= np.linalg.norm(outward, axis=1, keepdims=True)
        corners = points[hull.vertices] + pad * outward
        ax.add_patch(Polygon(corners, color=color, alpha=0.2, zorder=0))
    ax.set_aspect("equal")
    ax.legend()
    return ax, sizes


class TestCases(unittest.TestCase):
    def setUp(self):
        self.square = [(0, 0), (4, 0), (4, 4), (0, 4), (1, 2), (3, 2), (2, 0)]
        self.addCleanup(plt.close, "all")

    def corners(self, patch):
        corners = [tuple(float(number) for number in corner) for corner in patch.get_xy().round(6)]
        self.assertEqual(corners[0], corners[-1])
        start = corners.index(min(corners[:-1]))
        return corners[start:-1] + corners[:start]

    def test_corners_run_counterclockwise(self):
        ax, sizes = task_func({"plot": self.square})
        (patch,) = ax.patches
        self.assertIsInstance(patch, Polygon)
        self.assertEqual(self.corners(patch), [(0, 0), (4, 0), (4, 4), (0, 4)])
        self.assertEqual(sizes, {"plot": (16.0, 16.0)})
        self.assertEqual([type(number) for number in sizes["plot"]], [float, float])

    def test_padding_moves_corners_away_from_the_mean(self):
        points = [(-3, 0), (3, 0), (0, 4), (0, -4)]
        ax, sizes = task_func({"kite": points}, pad=0.5)
        self.assertEqual(self.corners(ax.patches[0]), [(-3.5, 0), (0, -4.5), (3.5, 0), (0, 4.5)])
        self.assertEqual(sizes["kite"], (24.0, 20.0))
        ax, _ = task_func({"away": [(x + 10, y) for x, y in points]}, pad=0.5)
        self.assertEqual(self.corners(ax.patches[0]), [(6.5, 0), (10, -4.5), (13.5, 0), (10, 4.5)])
        ax, _ = task_func({"odd": [(0, 0), (8, 0), (0, 8), (0, 0), (0, 0), (0, 0), (8, 0), (0, 8)]}, pad=5)
        near, far = -5 / 10**0.5, 8 + 15 / 10**0.5
        expected = [(-5 / 2**0.5, -5 / 2**0.5), (far, near), (near, far)]
        np.testing.assert_allclose(self.corners(ax.patches[0]), expected, atol=1e-5)

    def test_points_and_colours(self):
        ax, _ = task_func({"b": self.square, "a": [(9, 9), (8, 7), (7, 9)]})
        self.assertEqual([group.get_label() for group in ax.collections], ["b", "a"])
        np.testing.assert_array_equal(ax.collections[0].get_offsets(), self.square)
        np.testing.assert_array_equal(ax.collections[1].get_offsets(), [(9, 9), (8, 7), (7, 9)])
        for number, (points, patch) in enumerate(zip(ax.collections, ax.patches, strict=True)):
            color = plt.matplotlib.colors.to_rgba(f"C{number}")
            self.assertEqual(tuple(points.get_facecolor()[0]), color)
            self.assertEqual(patch.get_facecolor()[:3], color[:3])
            self.assertEqual((patch.get_alpha(), patch.get_zorder()), (0.2, 0))

    def test_groups_without_area(self):
        groups = {"one": [(1, 2)], "two": [(0, 0), (1, 1)], "line": [(0, 0), (1, 2), (2, 4), (3, 6)]}
        ax, sizes = task_func({**groups, "same": [(2, 2)] * 5, "full": self.square})
        self.assertEqual(list(sizes.items())[:4], [(name, (0.0, 0.0)) for name in ("one", "two", "line", "same")])
        self.assertEqual(len(ax.collections), 5)
        self.assertEqual(len(ax.patches), 1)
        self.assertEqual(ax.patches[0].get_facecolor()[:3], plt.matplotlib.colors.to_rgb("C4"))

    def test_sizes_are_rounded(self):
        _, sizes = task_func({"tri": [(0, 0), (1, 0), (1 / 3, 1 / 7)]})
        self.assertEqual(sizes["tri"], (0.0714, 2.0445))

    def test_axes(self):
        ax, _ = task_func({"x": self.square, "y": [(1, 1)]})
        self.assertEqual(ax.get_aspect(), 1.0)
        self.assertEqual([text.get_text() for text in ax.get_legend().get_texts()], ["x", "y"])

    def test_rejects_bad_arguments(self):
        for groups, pad in (({}, 0), ({"a": []}, 0), ({"a": self.square, "b": []}, 1), ({"a": self.square}, -0.1)):
            with self.subTest(groups=groups), self.assertRaises(ValueError):
                task_func(groups, pad)
        self.assertEqual(plt.get_fignums(), [])
