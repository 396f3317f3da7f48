import math
import unittest

import numpy as np
import pandas as pd
from sklearn.cluster import DBSCAN


def task_func(fixes, radius_m=60.0, min_fixes=3):
    """Find the places where vehicles stopped, from their slow position fixes.

    Only fixes with a speed below 1.5 m/s take part. Cluster them by density (DBSCAN) with the great-circle distance
    on a sphere of radius 6371008.8 m: two fixes are neighbours when at most radius_m apart, and a fix is a core
    point when at least min_fixes fixes, itself included, are its neighbours. Each cluster is a stop.

    Parameters:
    - fixes (pandas.DataFrame): Columns 'vehicle', 'lat' and 'lon' (degrees) and 'speed' (m/s). It is not changed.
    - radius_m (float): Greatest distance of neighbours in metres. Default 60.0.
    - min_fixes (int): Neighbours that make a core point. Default 3.

    Returns:
    - tuple: (stops, stray). stops is a pandas.DataFrame with one row per stop and the columns 'lat' and 'lon' (mean
      of its fixes, rounded to five decimals), 'fixes' (their number), 'vehicles' (number of different vehicles) and
      'spread_m' (the greatest distance of a fix from the unrounded mean position, rounded to one decimal). The
      rows have a default index and are sorted by vehicles, then fixes, both descending, then lat ascending. stray
      (int) counts the slow fixes that belong to no stop.

    Raises:
    - ValueError: If a latitude is outside -90 to 90 or a longitude outside -180 to 180, in any fix.

    Requirements:
    - math
    - numpy
    - pandas
    - sklearn.cluster

    Example:
    >>> fixes = pd.DataFrame({'vehicle': ['a', 'b', 'a', 'a'], 'lat': [50.0, 50.0002, 50.0004, 51.0],
    ...                       'lon': [8.0] * 4, 'speed': [0.0] * 4})
    >>> stops, stray = task_func(fixes)
    >>> stops.values.tolist(), stray
    ([[50.0002, 8.0, 3.0, 2.0, 22.2]], 1)
    """
    earth = 6371008.8
    outside = ((fixes["lat"].abs() > 90) | (fixes["lon"].abs() > 180)).sum()
    if outside:
        raise ValueError(f"{outside} fixes lie outside the range of latitude or longitude")
    columns = ["lat", "lon", "fixes", "vehicles", "spread_m"]
    slow = fixes[fixes["speed"] < 1.5]
    if slow.empty:
        return pd.DataFrame(columns=columns), 0
    clustering = DBSCAN(eps=radius_m / earth, min_samples=min_fixes, metric="haversine")
    labels = clustering.fit_predict(np.radians(slow[["lat", "lon"]].to_numpy()))

    def distance(lat, lon, centre):
        (phi_a, lam_a), (phi_b, lam_b) = np.radians((lat, lon)), np.radians(centre)
        parallel = math.cos(phi_a) * math.cos(phi_b) * math.sin((lam_a - lam_b) / 2) ** 2
        return 2 * earth * math.asin(math.sqrt(math.sin((phi_a - phi_b) / 2) ** 2 + parallel))

    rows = []
    for label in range(labels.max() + 1):
        stop = slow[labels == label]
        centre = stop["lat"].mean(), stop["lon"].mean()
        spread = max(distance(*position, centre) for position in stop[["lat", "lon"]].to_numpy())
        rows.append((*np.round(centre, 5), len(stop), stop["vehicle"].nunique(), round(spread, 1)))
    stops = pd.DataFrame(rows, columns=columns)
    stops = stops.sort_values(["vehicles", "fixes", "lat"], ascending=[False, False, True], ignore_index=True)
    return stops, int((labels == -1).sum())


class TestCases(unittest.TestCase):
    def fixes(self, *rows):
        return pd.DataFrame(rows, columns=["vehicle", "lat", "lon", "speed"])

    def cluster(self, vehicles, lat, lon, speed=0.0):
        return [(vehicle, lat + 0.0001 * step, lon, speed) for step, vehicle in enumerate(vehicles)]

    def test_stops_sorted_by_vehicles_fixes_and_latitude(self):
        rows = (
            self.cluster("aaa", 50.0, 8.0)
            + self.cluster("ababa", 51.0, 8.0)
            + self.cluster("bbb", 49.0, 8.0)
            + self.cluster("abc", 48.0, 8.0)
            + self.cluster("aaaa", 52.0, 8.0)
            + self.cluster("abb", 53.0, 8.0)
        )
        stops, stray = task_func(self.fixes(*rows))
        self.assertEqual(list(stops.columns), ["lat", "lon", "fixes", "vehicles", "spread_m"])
        self.assertEqual(stops["lat"].tolist(), [48.0001, 51.0002, 53.0001, 52.00015, 49.0001, 50.0001])
        self.assertEqual(stops["vehicles"].tolist(), [3, 2, 2, 1, 1, 1])
        self.assertEqual(stops["fixes"].tolist(), [3, 5, 3, 4, 3, 3])
        self.assertEqual(stops["spread_m"].tolist(), [11.1, 22.2, 11.1, 16.7, 11.1, 11.1])
        self.assertEqual(stops.index.tolist(), list(range(6)))
        self.assertEqual(stray, 0)

    def test_longitude_shrinks_with_latitude(self):
        rows = [("a", 60.0, 10.0 + 0.0015 * step, 0) for step in range(4)]
        stops, stray = task_func(self.fixes(*rows), radius_m=84)
        self.assertEqual(stops.values.tolist(), [[60.0, 10.00225, 4.0, 1.0, 125.1]])
        self.assertEqual(stray, 0)
        self.assertIs(type(stray), int)
        equator = [("a", 0.0, lon, speed) for _, _, lon, speed in rows]
        self.assertEqual(task_func(self.fixes(*equator), radius_m=84)[1], 4)

    def test_radius_is_in_metres_on_the_given_sphere(self):
        rows = [("a", 0.0, 0.0, 0), ("a", 0.001, 0.0, 0), ("a", 0.002, 0.0, 0)]
        self.assertEqual(task_func(self.fixes(*rows), radius_m=111.195075, min_fixes=2)[1], 3)
        self.assertEqual(task_func(self.fixes(*rows), radius_m=111.195085, min_fixes=2)[1], 0)
        near = [("a", 0.0, 0.0, 0), ("a", 0.000535, 0.0, 0), ("a", 0.00107, 0.0, 0)]
        self.assertEqual(task_func(self.fixes(*near))[1], 0)
        far = [("a", 0.0, 0.0, 0), ("a", 0.000545, 0.0, 0), ("a", 0.00109, 0.0, 0)]
        self.assertEqual(task_func(self.fixes(*far))[1], 3)

    def test_minimum_of_fixes_and_strays(self):
        rows = self.cluster("abc", 10.0, 20.0) + self.cluster("ab", 11.0, 20.0) + self.cluster("a", 12.0, 20.0)
        stops, stray = task_func(self.fixes(*rows))
        self.assertEqual((stops["lat"].tolist(), stray), ([10.0001], 3))
        stops, stray = task_func(self.fixes(*rows), min_fixes=2)
        self.assertEqual((stops["lat"].tolist(), stray), ([10.0001, 11.00005], 1))
        stops, stray = task_func(self.fixes(*rows), min_fixes=4)
        self.assertEqual((len(stops), stray), (0, 6))
        self.assertEqual(list(stops.columns), ["lat", "lon", "fixes", "vehicles", "spread_m"])

    def test_moving_vehicles_take_no_part(self):
        rows = self.cluster("abc", 10.0, 20.0, speed=1.49) + self.cluster("abc", 10.0, 20.0, speed=1.5)
        table = self.fixes(*rows)
        before = table.copy()
        stops, stray = task_func(table)
        self.assertEqual((stops["fixes"].tolist(), stray), ([3], 0))
        pd.testing.assert_frame_equal(table, before)
        stops, stray = task_func(table[table["speed"] > 1.49])
        self.assertEqual((len(stops), stops.columns[0], stray), (0, "lat", 0))

    def test_mean_position_is_rounded_to_five_decimals(self):
        rows = [("a", 1.0, 2.0, 0), ("a", 1.00001, 2.0, 0), ("a", 1.00001, 2.00001, 0)]
        stops, _ = task_func(self.fixes(*rows))
        self.assertEqual(stops[["lat", "lon", "spread_m"]].values.tolist(), [[1.00001, 2.0, 0.8]])

    def test_rejects_impossible_positions(self):
        for lat, lon in ((90.1, 0), (-90.1, 0), (0, 180.1), (0, -180.1)):
            with self.subTest(lat=lat, lon=lon), self.assertRaises(ValueError):
                task_func(self.fixes(("a", lat, lon, 30.0), ("a", 0, 0, 0)))
        corners = self.fixes(("a", 90, 180, 0), ("b", -90, -180, 0))
        self.assertEqual(task_func(corners)[1], 2)
