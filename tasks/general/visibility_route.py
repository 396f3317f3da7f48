import heapq
import math
import unittest
from collections import defaultdict
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon


def task_func(start, goal, obstacles):
    """Find the shortest way from one point to another around obstacles in the plane.

    A way consists of straight legs between start, goal and corners of obstacles. It may touch the obstacles and run
    along their edges, but must not pass through the interior of any. Where two ways have lengths that are equal when
    rounded to 9 decimals, the one with fewer points is preferred, and if that is equal too the one whose list of points
    is smaller in the order of Python lists.

    Parameters:
    - start (tuple of two numbers): where the way begins.
    - goal (tuple of two numbers): where it ends.
    - obstacles (list of lists of tuples of two numbers): the corners of polygons, in order around each of them; the
      polygons may touch or overlap each other.

    Returns:
    - tuple: the length of the way rounded to 6 decimals and the list of its points as given, both ends included. If the
      two points are equal that is 0.0 and a list of one point; if there is no way, infinity and an empty list.

    Raises:
    - ValueError: if an obstacle is not a valid polygon (its edges cross, for instance), or start or goal lies in the
      interior of an obstacle.

    Requirements:
    - collections
    - heapq
    - itertools
    - math
    - shapely.geometry

    Example:
    >>> task_func((0, 0), (3, 0), [[(1, -1), (2, -1), (2, 2), (1, 2)]])
    (3.828427, [(0, 0), (1, -1), (2, -1), (3, 0)])
    """
    polygons = [Polygon(corners) for corners in obstacles]
    if not all(polygon.is_valid for polygon in polygons):
        raise ValueError("an obstacle is not a valid polygon")
    if any(polygon.contains(Point(end)) for polygon in polygons for end in (start, goal)):
        raise ValueError("an end of the way lies in an obstacle")

    legs = defaultdict(list)
    for first, second in combinations({start, goal, *(corner for corners in obstacles for corner in corners)}, 2):
        line = LineString([first, second])
        if not any(polygon.relate_pattern(line, "T********") for polygon in polygons):
            legs[first].append(second)
            legs[second].append(first)

    done = set()
    ways = [(0.0, 1, [start])]
    while ways:
        length, size, way = heapq.heappop(ways)
        here = way[-1]
        if here == goal:
            return round(length, 6), way
        if here not in done:
            done.add(here)
            for point in legs[here]:
                heapq.heappush(ways, (round(length + math.dist(here, point), 9), size + 1, [*way, point]))
    return math.inf, []


class TestCases(unittest.TestCase):
    def test_free_sight(self):
        square = [(0, 1), (1, 1), (1, 2), (0, 2)]
        self.assertEqual(task_func((-1, -1), (2, 3), []), (5.0, [(-1, -1), (2, 3)]))
        self.assertEqual(task_func((-1, 1), (2, 1), [square]), (3.0, [(-1, 1), (2, 1)]))
        self.assertEqual(task_func((0, 1), (1, 2.5), [square])[1], [(0, 1), (0, 2), (1, 2.5)])

    def test_shorter_side_and_rounding(self):
        wall = [(2, -5), (3, -5), (3, 1), (2, 1)]
        length, way = task_func((0, 0), (4, 0), [wall])
        self.assertEqual((length, way), (round(math.sqrt(5) + 1 + math.sqrt(2), 6), [(0, 0), (2, 1), (3, 1), (4, 0)]))

    def test_way_between_several_obstacles(self):
        obstacles = [
            [(1, -9), (2, -9), (2, 3), (1, 3)],
            [(3, 0), (4, 0), (4, 9), (3, 9)],
            [(5, -9), (6, -9), (6, 2), (5, 2)],
        ]
        length, way = task_func((0, 0), (7, 1), obstacles)
        self.assertEqual(way, [(0, 0), (1, 3), (2, 3), (3, 0), (4, 0), (5, 2), (6, 2), (7, 1)])
        self.assertAlmostEqual(length, 2 * math.sqrt(10) + math.sqrt(5) + math.sqrt(2) + 3, places=6)

    def test_ties(self):
        square = [(1, -1), (2, -1), (2, 1), (1, 1)]
        for corners in (square, square[::-1], square[2:] + square[:2]):
            self.assertEqual(task_func((0, 0), (3, 0), [corners])[1], [(0, 0), (1, -1), (2, -1), (3, 0)])
        kinked = [(0, 0), (1, 0), (2, 0), (2, -1), (0, -1)]
        self.assertEqual(task_func((-1, 0), (3, 0), [kinked]), (4.0, [(-1, 0), (3, 0)]))

    def test_nearly_equal_ways(self):
        roof = [(4, -1), (6, -1), (5, 1.1163383233858557)]
        self.assertEqual(task_func((0, 0), (10, 0), [roof]), (10.246211, [(0, 0), roof[2], (10, 0)]))

    def test_touching_and_overlapping_obstacles_close_the_gap(self):
        below, above = [(1, -2), (2, -2), (2, 0), (1, 0)], [(1, 0), (2, 0), (2, 9), (1, 9)]
        self.assertEqual(task_func((0, 0), (3, 0), [below, above]), (3.0, [(0, 0), (3, 0)]))
        overlapping = [(1, -1), (2, -1), (2, 9), (1, 9)]
        self.assertEqual(task_func((0, 0), (3, 0), [below, overlapping])[1], [(0, 0), (1, -2), (2, -2), (3, 0)])

    def test_no_way(self):
        frame = [(0, 0), (9, 0), (9, 9), (0, 9), (0, 4), (3, 4), (3, 6), (6, 6), (6, 3), (0, 3)]
        door = [(-1, 2), (2, 2), (2, 5), (-1, 5)]
        self.assertEqual(task_func((4, 5), (-5, 0), [frame])[1], [(4, 5), (3, 4), (0, 3), (-5, 0)])
        self.assertEqual(task_func((4, 5), (-5, 0), [frame, door]), (math.inf, []))

    def test_equal_ends(self):
        self.assertEqual(task_func((1, 1), (1, 1), [[(0, 0), (1, 1), (1, 0)]]), (0.0, [(1, 1)]))

    def test_wrong_arguments(self):
        square = [(0, 0), (2, 0), (2, 2), (0, 2)]
        for start, goal in (((1, 1), (5, 5)), ((5, 5), (1, 1)), ((1, 1), (1, 1))):
            with self.subTest(start=start, goal=goal), self.assertRaises(ValueError):
                task_func(start, goal, [[(7, 7), (8, 7), (8, 8)], square])
        with self.assertRaises(ValueError):
            task_func((5, 5), (6, 6), [square, [(0, 0), (2, 2), (2, 0), (0, 2)]])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.tuples(st.integers(1, 4), st.integers(-3, 2), st.integers(1, 2), st.integers(1, 4)), max_size=3))
    def test_ways_avoid_interiors_and_can_be_reversed(self, boxes):
        obstacles = [[(x, y), (x + w, y), (x + w, y + h), (x, y + h)] for x, y, w, h in boxes]
        length, way = task_func((0, 0), (7, 0), obstacles)
        self.assertEqual(length, task_func((7, 0), (0, 0), obstacles)[0])
        self.assertAlmostEqual(length, LineString(way).length, places=5)
        for corners in obstacles:
            inner = Polygon(corners).buffer(-0.001)
            self.assertFalse(inner.intersects(LineString(way)))
