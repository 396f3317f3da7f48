import unicodedata
import unittest
from collections import Counter, defaultdict
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from Levenshtein import distance


def task_func(names, max_distance=1):
    """Collect the spellings that probably stand for the same name.

    Names are compared by a key: the name in Unicode form NFKD, without combining characters, case-folded, with each run
    of whitespace replaced by one space and none at either end. Two names belong to the same group if the Levenshtein
    distance between their keys is max_distance or less, or if a chain of such pairs leads from one to the other.
    A group is represented by the spelling that occurs most often in the input; among equally frequent spellings, by the
    one that occurs first.

    Parameters:
    - names (list of str): the names as written, repetitions included.
    - max_distance (int): the largest distance that still counts as the same name, 1 by default.

    Returns:
    - dict: from the representative to the list of the group's distinct spellings in the order of their first
      occurrence. Groups with more occurrences of their spellings altogether come first, among equals the group whose
      first spelling occurs earlier.

    Raises:
    - ValueError: if max_distance is negative or the key of a name is empty.

    Requirements:
    - unicodedata
    - collections
    - itertools
    - Levenshtein

    Example:
    >>> task_func(["Zoe", "Ann", "Zoë", "Anne", "Zoë"])
    {'Zoë': ['Zoe', 'Zoë'], 'Ann': ['Ann', 'Anne']}
    """
    if max_distance < 0:
        raise ValueError("max_distance must not be negative")

    def key(name):
        base = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
        return " ".join(base.casefold().split())

    counts = Counter(names)
    keys = {name: key(name) for name in counts}
    if not all(keys.values()):
        raise ValueError("a name has nothing to compare")
    parents = {name: name for name in counts}

    def root(name):
        while parents[name] != name:
            name = parents[name]
        return name

    for first, second in combinations(counts, 2):
        if distance(keys[first], keys[second]) <= max_distance:
            parents[root(second)] = root(first)

    groups = defaultdict(list)
    for name in counts:
        groups[root(name)].append(name)
    ranked = sorted(groups.values(), key=lambda group: -sum(counts[name] for name in group))
    return {max(group, key=counts.get): group for group in ranked}


class TestCases(unittest.TestCase):
    def test_accents_case_and_blanks_do_not_matter(self):
        names = ["José  Núñez", "JOSE NUNEZ", " jose\tnunez ", "Straße", "STRASSE", "ﬁn", "FIN"]
        expected = {
            "José  Núñez": ["José  Núñez", "JOSE NUNEZ", " jose\tnunez "],
            "Straße": ["Straße", "STRASSE"],
            "ﬁn": ["ﬁn", "FIN"],
        }
        self.assertEqual(task_func(names, 0), expected)

    def test_distance_is_inclusive(self):
        names = ["abcd", "abxy"]
        self.assertEqual(task_func(names, 2), {"abcd": ["abcd", "abxy"]})
        self.assertEqual(task_func(names), {"abcd": ["abcd"], "abxy": ["abxy"]})
        self.assertEqual(task_func(["abc", "abx"]), {"abc": ["abc", "abx"]})

    def test_chain_joins_distant_names(self):
        names = ["aaaa", "cccc", "aacc", "aaac", "accc"]
        self.assertEqual(task_func(names), {"aaaa": names})

    def test_representative_and_order_of_groups(self):
        names = ["kit", "Otto", "ot to", "Kit", "mia", "Kit", "Mia", "Mia", "Mia", "zed", "Uma", "Uma", "zed", "zed"]
        expected = [
            ("Mia", ["mia", "Mia"]),
            ("Kit", ["kit", "Kit"]),
            ("zed", ["zed"]),
            ("Otto", ["Otto", "ot to"]),
            ("Uma", ["Uma"]),
        ]
        self.assertEqual(list(task_func(names).items()), expected)

    def test_empty_list(self):
        self.assertEqual(task_func([]), {})

    def test_bad_arguments(self):
        with self.assertRaises(ValueError):
            task_func(["a"], -1)
        for name in ("", "  \n", "\u0301"):
            with self.subTest(name=name), self.assertRaises(ValueError):
                task_func(["long enough", name])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.lists(st.sampled_from("ab"), min_size=1, max_size=5), max_size=8), st.integers(0, 2))
    def test_groups_are_the_connected_components(self, drawn, limit):
        names = ["".join(letters) for letters in drawn]
        spellings = list(dict.fromkeys(names))
        expected = set()
        for name in spellings:
            reached, waiting = {name}, [name]
            while waiting:
                here = waiting.pop()
                new = {other for other in spellings if distance(here, other) <= limit} - reached
                reached |= new
                waiting.extend(new)
            expected.add(frozenset(reached))

        groups = task_func(names, limit)
        self.assertEqual(sorted(map(sorted, groups.values())), sorted(map(sorted, expected)))
        self.assertTrue(all(name in group for name, group in groups.items()))
