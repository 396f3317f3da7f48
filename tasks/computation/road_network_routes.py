import csv
import io
import unittest

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import coo_array, csgraph


def task_func(text, origin):
    """Find the quickest routes from one town to all others in a road network given as CSV.

    The first line of the CSV text names the columns, among them 'from', 'to' and 'minutes' in any order. Roads run
    both ways. Of several roads between the same two towns, in either direction, only the quickest counts, and a road
    from a town to itself is of no use. Minutes are positive decimal numbers.

    Parameters:
    - text (str): The CSV text.
    - origin (str): The town where all routes begin.

    Returns:
    - dict: 'routes' maps each other town that can be reached to (minutes as float rounded to two decimals, list of
      towns from origin to that town), ordered by the unrounded minutes, then by name. The quickest route is unique
      in all inputs. 'unreachable' is the sorted list of the other towns. 'networks' (int) is the number of
      connected networks that all towns of the table form.

    Raises:
    - ValueError: If the text lacks one of the three columns, minutes are not a positive number, or the origin is
      not in the table.

    Requirements:
    - csv
    - io
    - numpy
    - scipy.sparse

    Example:
    >>> result = task_func('from,to,minutes\\nA,B,10\\nB,C,5.5\\nC,A,30\\nX,Y,1\\n', 'A')
    >>> result['routes']
    {'B': (10.0, ['A', 'B']), 'C': (15.5, ['A', 'B', 'C'])}
    >>> result['unreachable'], result['networks']
    (['X', 'Y'], 2)
    """
    reader = csv.DictReader(io.StringIO(text))
    if not {"from", "to", "minutes"} <= set(reader.fieldnames or ()):
        raise ValueError(f"expected the columns from, to and minutes, got {reader.fieldnames}")
    quickest = {}
    for row in reader:
        minutes = float(row["minutes"])
        if not 0 < minutes < np.inf:
            raise ValueError(f"line {reader.line_num}: {minutes} minutes")
        road = row["from"], row["to"]
        quickest[road] = min(minutes, quickest.get(road, np.inf))
    towns = sorted({town for road in quickest for town in road})
    number = {town: position for position, town in enumerate(towns)}
    if origin not in number:
        raise ValueError(f"unknown town: {origin}")

    ends = np.array([[number[town] for town in road] for road in quickest]).T
    graph = coo_array((list(quickest.values()), ends), shape=(len(towns), len(towns))).tocsr()
    minutes, previous = csgraph.dijkstra(graph, directed=False, indices=number[origin], return_predecessors=True)

    def route(position):
        start = [] if towns[position] == origin else route(previous[position])
        return [*start, towns[position]]

    order = [position for position in sorted(range(len(towns)), key=minutes.__getitem__) if towns[position] != origin]
    return {
        "routes": {
            towns[position]: (round(float(minutes[position]), 2), route(position))
            for position in order
            if np.isfinite(minutes[position])
        },
        "unreachable": [towns[position] for position in order if np.isinf(minutes[position])],
        "networks": int(csgraph.connected_components(graph)[0]),
    }


class TestCases(unittest.TestCase):
    def table(self, *roads):
        return "from,to,minutes\n" + "".join(f"{a},{b},{minutes}\n" for a, b, minutes in roads)

    def test_detour_is_quicker(self):
        text = self.table(("Ulm", "Bonn", 90), ("Ulm", "Kiel", 20), ("Kiel", "Jena", 30.256), ("Jena", "Bonn", 15.5))
        result = task_func(text, "Ulm")
        self.assertEqual(list(result), ["routes", "unreachable", "networks"])
        self.assertEqual(
            list(result["routes"].items()),
            [
                ("Kiel", (20.0, ["Ulm", "Kiel"])),
                ("Jena", (50.26, ["Ulm", "Kiel", "Jena"])),
                ("Bonn", (65.76, ["Ulm", "Kiel", "Jena", "Bonn"])),
            ],
        )
        self.assertEqual((result["unreachable"], result["networks"]), ([], 1))
        self.assertEqual((type(result["routes"]["Kiel"][0]), type(result["networks"])), (float, int))

    def test_roads_run_both_ways(self):
        text = self.table(("B", "A", 5), ("B", "C", 7))
        self.assertEqual(task_func(text, "A")["routes"], {"B": (5.0, ["A", "B"]), "C": (12.0, ["A", "B", "C"])})
        self.assertEqual(task_func(text, "C")["routes"], {"B": (7.0, ["C", "B"]), "A": (12.0, ["C", "B", "A"])})

    def test_parallel_roads_are_not_added_up(self):
        text = self.table(("A", "B", 9), ("A", "B", 4), ("B", "A", 6), ("A", "B", 8))
        self.assertEqual(task_func(text, "A")["routes"]["B"][0], 4.0)

    def test_ties_by_name_and_separate_networks(self):
        text = self.table(("M", "Z", 3), ("M", "B", 3), ("M", "K", 1), ("Q", "P", 1), ("X", "X", 2))
        result = task_func(text, "M")
        self.assertEqual(list(result["routes"]), ["K", "B", "Z"])
        self.assertEqual(result["unreachable"], ["P", "Q", "X"])
        self.assertEqual(result["networks"], 3)

    def test_other_columns_and_quoted_names(self):
        text = 'minutes,note,to,from\r\n1.004,"scenic, slow","St. Ives, Cornwall",Hayle\r\n'
        self.assertEqual(
            task_func(text, "Hayle")["routes"], {"St. Ives, Cornwall": (1.0, ["Hayle", "St. Ives, Cornwall"])}
        )

    def test_lonely_town(self):
        self.assertEqual(task_func(self.table(("A", "A", 2)), "A"), {"routes": {}, "unreachable": [], "networks": 1})

    def test_rejects_bad_tables(self):
        for text in ("", "from,to\nA,B\n", "from,minutes\nA,1\n", "to,minutes\nA,1\n", "from,to,minutes\n"):
            with self.subTest(text=text), self.assertRaises(ValueError):
                task_func(text, "A")
        for minutes in ("0", "-1", "nan", "inf", "soon", ""):
            with self.subTest(minutes=minutes), self.assertRaises(ValueError):
                task_func(self.table(("A", "B", minutes)), "A")
        with self.assertRaises(ValueError):
            task_func(self.table(("A", "B", 1)), "C")
        self.assertEqual(task_func(self.table(("A", "B", 0.25)), "A")["routes"]["B"][0], 0.25)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(
        st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 5)), st.integers(1, 40), min_size=1, max_size=12)
    )
    def test_agrees_with_relaxation(self, roads):
        towns = {town for road in roads for town in road}
        origin = min(towns)
        best = {town: 0 if town == origin else np.inf for town in towns}
        for _ in towns:
            for (a, b), minutes in roads.items():
                best[a] = min(best[a], best[b] + minutes)
                best[b] = min(best[b], best[a] + minutes)
        rows = [(f"t{a}", f"t{b}", minutes) for (a, b), minutes in roads.items()]
        result = task_func(self.table(*rows), f"t{origin}")
        found = {town: minutes for town, (minutes, _) in result["routes"].items()}
        self.assertEqual(found, {f"t{t}": m for t, m in best.items() if t != origin and np.isfinite(m)})
        self.assertEqual(result["unreachable"], sorted(f"t{t}" for t, m in best.items() if np.isinf(m)))
