import itertools
import unittest

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import wkt
from shapely.errors import ShapelyError
from shapely.ops import unary_union


def task_func(parcels, min_area=0.0):
    """Find the land parcels that claim the same ground.

    Compare every pair of parcels by the area that they share. Report the pairs that share more than min_area;
    parcels that merely touch share nothing. Within a pair the name that sorts first comes first.

    Parameters:
    - parcels (dict[str, str]): Name of each parcel -> its outline as the WKT text of a polygon or multipolygon.
    - min_area (float): Shared area up to which a pair is ignored. Default 0.0.

    Returns:
    - tuple: (report, disputed).
      report (pandas.DataFrame) has one row per reported pair and the columns 'first', 'second' (names), 'shared'
      (area, rounded to four decimals), 'iou' (shared area over the area of the union of the two, rounded to four
      decimals) and 'contains' (bool: one of the two lies wholly within the other). Rows are ordered by unrounded
      shared area, largest first, then by first and second.
      disputed (float, rounded to four decimals) is the area of the ground claimed by at least two parcels of the
      reported pairs, ground claimed by three or more counted once; 0.0 without pairs.

    Raises:
    - ValueError: If a text is not WKT, or its geometry is not a valid, non-empty polygon or multipolygon.

    Requirements:
    - itertools
    - pandas
    - shapely.wkt
    - shapely.errors
    - shapely.ops

    Example:
    >>> report, disputed = task_func({'b': 'POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))',
    ...                               'a': 'POLYGON ((1 0, 3 0, 3 2, 1 2, 1 0))'})
    >>> report.values.tolist(), disputed
    ([['a', 'b', 2.0, 0.3333, False]], 2.0)
    """
    shapes = {}
    for name, text in sorted(parcels.items()):
        try:
            shape = wkt.loads(text)
        except ShapelyError as error:
            raise ValueError(f"parcel {name}: not WKT") from error
        if shape.is_empty or not shape.is_valid or shape.geom_type not in {"Polygon", "MultiPolygon"}:
            raise ValueError(f"parcel {name}: not a valid polygon")
        shapes[name] = shape

    overlaps = []
    for (first, one), (second, two) in itertools.combinations(shapes.items(), 2):
        common = one.intersection(two)
        if common.area > min_area:
            nested = one.covers(two) or two.covers(one)
            overlaps.append((first, second, common.area, common.area / one.union(two).area, nested, common))
    overlaps.sort(key=lambda row: -row[2])
    report = pd.DataFrame(
        [row[:-1] for row in overlaps], columns=["first", "second", "shared", "iou", "contains"]
    ).round({"shared": 4, "iou": 4})
    return report, round(unary_union([row[-1] for row in overlaps]).area, 4)


class TestCases(unittest.TestCase):
    def box(self, left, bottom, right, top):
        return f"POLYGON (({left} {bottom}, {right} {bottom}, {right} {top}, {left} {top}, {left} {bottom}))"

    def test_pairs_sorted_by_shared_area_then_names(self):
        parcels = {
            "d": self.box(0, 0, 4, 4),
            "c": self.box(3, 0, 7, 4),
            "b": self.box(6, 0, 10, 4),
            "a": self.box(8, 0, 12, 4),
        }
        report, disputed = task_func(parcels)
        self.assertEqual(list(report.columns), ["first", "second", "shared", "iou", "contains"])
        self.assertEqual(
            report.values.tolist(),
            [["a", "b", 8.0, 0.3333, False], ["b", "c", 4.0, 0.1429, False], ["c", "d", 4.0, 0.1429, False]],
        )
        self.assertEqual(report.index.tolist(), [0, 1, 2])
        self.assertEqual(disputed, 16.0)

    def test_ground_claimed_three_times_counts_once(self):
        parcels = {"x": self.box(0, 0, 3, 1), "y": self.box(1, 0, 4, 1), "z": self.box(2, 0, 5, 1)}
        report, disputed = task_func(parcels)
        self.assertEqual(report["shared"].tolist(), [2.0, 2.0, 1.0])
        self.assertEqual(report["second"].tolist(), ["y", "z", "z"])
        self.assertEqual(disputed, 3.0)

    def test_touching_parcels_share_nothing(self):
        parcels = {"a": self.box(0, 0, 1, 1), "b": self.box(1, 0, 2, 1), "c": self.box(2, 1, 3, 2)}
        report, disputed = task_func(parcels)
        self.assertEqual(report.values.tolist(), [])
        self.assertEqual(list(report.columns), ["first", "second", "shared", "iou", "contains"])
        self.assertEqual(disputed, 0.0)
        self.assertEqual(task_func({})[1], 0.0)

    def test_min_area_is_exclusive_and_shapes_disputed(self):
        parcels = {"a": self.box(0, 0, 2, 1), "b": self.box(1, 0, 6, 1), "c": self.box(4, 0, 8, 1)}
        parcels |= {"d": self.box(20, 0, 21.5, 1), "e": self.box(20, 0, 21.5, 1)}
        report, disputed = task_func(parcels, min_area=1)
        self.assertEqual(report[["first", "second"]].values.tolist(), [["b", "c"], ["d", "e"]])
        self.assertEqual(disputed, 3.5)
        self.assertEqual(task_func(parcels, 0.999)[0]["shared"].tolist(), [2.0, 1.5, 1.0])

    def test_contains_either_way_with_shared_edges(self):
        parcels = {"big": self.box(0, 0, 4, 4), "inner": self.box(0, 1, 1, 2), "outer": self.box(-1, -1, 5, 5)}
        report, disputed = task_func(parcels)
        self.assertEqual(report["contains"].tolist(), [True, True, True])
        self.assertEqual(report["shared"].tolist(), [16.0, 1.0, 1.0])
        self.assertEqual(report["iou"].tolist(), [0.4444, 0.0625, 0.0278])
        self.assertEqual(disputed, 16.0)

    def test_holes_and_multipolygons(self):
        ring = "POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1))"
        parts = "MULTIPOLYGON (((2 2, 3 2, 3 3, 2 3, 2 2)), ((8.5 8.5, 9.5 8.5, 9.5 9.5, 8.5 9.5, 8.5 8.5)))"
        report, disputed = task_func({"ring": ring, "parts": parts})
        self.assertEqual(report.values.tolist(), [["parts", "ring", 0.25, 0.0074, False]])
        self.assertEqual(disputed, 0.25)

    def test_areas_rounded_to_four_decimals(self):
        third = 1 / 3
        parcels = {"a": self.box(0, 0, third, third), "b": self.box(0, 0, third, 2 * third)}
        report, disputed = task_func(parcels)
        self.assertEqual(report.values.tolist(), [["a", "b", 0.1111, 0.5, True]])
        self.assertEqual(disputed, 0.1111)

    def test_rejects_bad_outlines(self):
        for text in (
            "POLYGON ((0 0, 1 1",
            "POINT (1 1)",
            "POLYGON EMPTY",
            "POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))",
            "LINESTRING (0 0, 1 1)",
        ):
            with self.subTest(text=text), self.assertRaises(ValueError):
                task_func({"good": self.box(0, 0, 1, 1), "odd": text})

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.tuples(*[st.integers(0, 5)] * 2, *[st.integers(1, 4)] * 2), min_size=2, max_size=4))
    def test_rectangles_agree_with_counting_unit_squares(self, boxes):
        parcels = {f"p{n}": self.box(x, y, x + w, y + h) for n, (x, y, w, h) in enumerate(boxes)}
        cells = [set(itertools.product(range(x, x + w), range(y, y + h))) for x, y, w, h in boxes]
        shared = {
            (f"p{i}", f"p{j}"): len(cells[i] & cells[j])
            for i, j in itertools.combinations(range(len(cells)), 2)
            if cells[i] & cells[j]
        }
        report, disputed = task_func(parcels)
        self.assertEqual({(a, b): area for a, b, area in report[["first", "second", "shared"]].values}, shared)
        claimed = [cell for group in cells for cell in group]
        self.assertEqual(disputed, len({cell for cell in claimed if claimed.count(cell) > 1}))
