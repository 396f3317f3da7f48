import copy
import unittest

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(layers):
    """Merge layers of YAML configuration and remember which layer each setting comes from.

    The layers are applied one after the other, so that later ones win. Where a layer has a mapping, its keys are merged
    into the mapping that is there, at every depth; if there is something else or nothing, it is merged into a new one.
    Any other value replaces what is there, a mapping as well, except that null removes the key if it exists. A key with
    a plus sign at the end is written for the key without it: its list is appended to the list that is there, or to an
    empty one if the key does not exist. A document without content counts as an empty mapping.
    The settings are the values of the result that are not mappings. No list or mapping of the result is shared between
    two places, even if the YAML uses an anchor and its aliases for them.

    Parameters:
    - layers (dict): from layer name to YAML text (str), in the order of application. All keys in it are texts.

    Returns:
    - tuple: the merged configuration (dict), and a dict that has, for the path of each setting (tuple of its keys from
      the outermost to the innermost), the name of the layer that set it or extended it last.

    Raises:
    - ValueError: if a document is not a mapping, or if a key with a plus sign has no list or would extend something
      that is not a list.

    Requirements:
    - copy
    - yaml

    Example:
    >>> base = "log: {level: info, files: [a.log]}"
    >>> task_func({"base": base, "local": "log: {level: debug, files+: [b.log]}\\ncolor: no"})[0]
    {'log': {'level': 'debug', 'files': ['a.log', 'b.log']}, 'color': False}
    """
    merged, origins = {}, {}

    def merge(target, layer, above, source):
        for key, value in layer.items():
            if key.endswith("+"):
                key = key[:-1]
                old = target.get(key, [])
                if not isinstance(value, list) or not isinstance(old, list):
                    raise ValueError(f"{key} can not be extended")
                value = old + value
            path = (*above, key)
            nested = isinstance(value, dict)
            if not nested or not isinstance(target.get(key), dict):
                target.pop(key, None)
                for stale in [known for known in origins if known[: len(path)] == path]:
                    del origins[stale]
            if nested:
                merge(target.setdefault(key, {}), value, path, source)
            elif value is not None:
                target[key] = copy.deepcopy(value)
                origins[path] = source

    for name, text in layers.items():
        document = yaml.safe_load(text)
        if document is None:
            document = {}
        if not isinstance(document, dict):
            raise ValueError(f"layer {name} is not a mapping")
        merge(merged, document, (), name)
    return merged, origins


class TestCases(unittest.TestCase):
    def test_mappings_are_merged_at_every_depth(self):
        first = "a: {b: {c: 1, d: 2}, e: x}\nf: [1, 2]"
        second = "a: {b: {d: 3, g: 4}}\nf: [9]\nh: 2024-01-05x"
        merged, origins = task_func({"one": first, "two": second})
        expected = {"a": {"b": {"c": 1, "d": 3, "g": 4}, "e": "x"}, "f": [9], "h": "2024-01-05x"}
        self.assertEqual(merged, expected)
        sources = {"a.b.c": "one", "a.b.d": "two", "a.b.g": "two", "a.e": "one", "f": "two", "h": "two"}
        self.assertEqual({".".join(path): layer for path, layer in origins.items()}, sources)

    def test_replacing_mappings_by_values_and_back(self):
        layers = {"x": "a: {b: 1, c: {d: 2}}\nab: {q: 1}", "y": "a: 5"}
        self.assertEqual(task_func(layers), ({"a": 5, "ab": {"q": 1}}, {("a",): "y", ("ab", "q"): "x"}))
        layers["z"] = "a: {c: {e: 0, f: null}}"
        merged, origins = task_func(layers)
        self.assertEqual(merged, {"a": {"c": {"e": 0}}, "ab": {"q": 1}})
        self.assertEqual(origins, {("a", "c", "e"): "z", ("ab", "q"): "x"})

    def test_null_removes(self):
        layers = {"x": "a: 1\nb: {c: 2, d: {e: 3}}\nz: null", "y": "a: null\nb: {d: ~}\nnone: null"}
        self.assertEqual(task_func(layers), ({"b": {"c": 2}}, {("b", "c"): "x"}))
        layers["w"] = "a: false"
        self.assertEqual(task_func(layers)[1], {("b", "c"): "x", ("a",): "w"})

    def test_lists_are_extended(self):
        layers = {"x": "a: {p: [1]}\nq: [5]", "y": "a: {p+: [2, 3], new+: [[4]]}", "z": "a: {p+: [1]}"}
        merged, origins = task_func(layers)
        self.assertEqual(merged, {"a": {"p": [1, 2, 3, 1], "new": [[4]]}, "q": [5]})
        self.assertEqual(origins, {("a", "p"): "z", ("a", "new"): "y", ("q",): "x"})

    def test_anchors_do_not_share_objects(self):
        text = "a: &list [1, [2]]\nb: *list\nc+: *list\nd: &map {e: *list}\nf: *map"
        merged, _ = task_func({"x": text})
        merged["a"][1].append("changed")
        merged["d"]["more"] = 1
        rest = {"b": [1, [2]], "c": [1, [2]], "f": {"e": [1, [2]]}}
        self.assertEqual({key: merged[key] for key in "bcf"}, rest)

    def test_empty_documents_and_mappings(self):
        self.assertEqual(task_func({}), ({}, {}))
        self.assertEqual(task_func({"x": "", "y": "# nothing\n", "z": "a: {}"}), ({"a": {}}, {}))
        self.assertEqual(task_func({"x": "a: {b: 1}", "y": "a: {}"}), ({"a": {"b": 1}}, {("a", "b"): "x"}))

    def test_wrong_layers(self):
        for text in ("[1]", "word", "0", "[]", "a+: 3", "a+: null", "s+: [1]", "m+: [1]"):
            with self.subTest(text=text), self.assertRaises(ValueError):
                task_func({"base": "s: text\nm: {k: 1}", "next": text})

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(
        st.dictionaries(st.sampled_from("ab"), st.sampled_from([1, [2], {"a": 3}, {"b": {"a": 4}}, {}])),
        st.dictionaries(st.sampled_from("abc"), st.integers(5, 6)),
    )
    def test_later_values_win_and_others_stay(self, base, later):
        merged, origins = task_func({"base": yaml.safe_dump(base), "later": yaml.safe_dump(later)})
        self.assertEqual(merged, {**base, **later})
        for path, layer in origins.items():
            self.assertEqual(layer, "later" if path[0] in later else "base")
