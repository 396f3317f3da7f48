import unittest
from itertools import zip_longest

import xmltodict
from hypothesis import given, settings
from hypothesis import strategies as st
from natsort import natsorted


def task_func(old, new):
    """Compare two XML documents of settings and tell which values were added, removed or changed.

    Both documents are flattened into paths. A path is the names of the elements from the root down, joined by '/'; a
    name that occurs several times under the same parent gets its number in square brackets, from 1 ('/a/b[2]/c'), in
    a document where it occurs once it has none, unless the other document repeats it in that place: then it is '[1]'
    in both. The value of an attribute is found at the element's path with '/@name'; the value of an element is its
    text with the white space around it removed, or None if it has no text. Elements with attributes or child elements
    have a value of their own only if they have text. Comments do not count, neither does the order of differently
    named elements.

    Parameters:
    - old (str): the earlier XML document.
    - new (str): the later XML document.

    Returns:
    - dict: from each path with a difference to a tuple (old value, new value). A value that is absent is the string
      '(absent)'. The paths are in natural order: digits within them compare as numbers ('[2]' before '[10]').

    Raises:
    - ValueError: if the root elements have different names.

    Requirements:
    - itertools
    - natsort
    - xmltodict

    Example:
    >>> task_func("<a><b>1</b></a>", '<a x="y"><b>2</b></a>')
    {'/a/@x': ('(absent)', 'y'), '/a/b': ('1', '2')}
    """
    absent = "(absent)"
    differences = {}

    def compare(path, left, right):
        if isinstance(left, list) or isinstance(right, list):
            sides = (side if isinstance(side, list) else [side] for side in (left, right))
            for number, (first, second) in enumerate(zip_longest(*sides, fillvalue=absent), 1):
                compare(f"{path}[{number}]", first, second)
        elif isinstance(left, dict) or isinstance(right, dict):
            first, second = (side if isinstance(side, dict) else {"#text": side} for side in (left, right))
            for name in {**first, **second}:
                deeper = path if name == "#text" else f"{path}/{name}"
                compare(deeper, first.get(name, absent), second.get(name, absent))
        elif left != right:
            differences[path] = (left, right)

    first, second = xmltodict.parse(old), xmltodict.parse(new)
    if first.keys() != second.keys():
        raise ValueError(f"different roots: {list(first)} and {list(second)}")
    compare("", first, second)
    return {path: differences[path] for path in natsorted(differences)}


class TestCases(unittest.TestCase):
    def test_equal_documents(self):
        old = "<?xml version='1.0'?><cfg a='1' b='2'><x> 1 </x><!-- note --><y/></cfg>"
        self.assertEqual(task_func(old, '<cfg b="2" a="1"><y></y><x>1</x></cfg>'), {})
        self.assertEqual(task_func("<a/>", "<a> </a>"), {})

    def test_added_removed_changed(self):
        old = "<cfg><db host='a' port='1'>main</db><old><k>v</k></old></cfg>"
        new = "<cfg><db host='b' user='u'>main</db><fresh/></cfg>"
        expected = {
            "/cfg/db/@host": ("a", "b"),
            "/cfg/db/@port": ("1", "(absent)"),
            "/cfg/db/@user": ("(absent)", "u"),
            "/cfg/fresh": ("(absent)", None),
            "/cfg/old/k": ("v", "(absent)"),
        }
        self.assertEqual(list(task_func(old, new).items()), list(expected.items()))

    def test_repeated_elements(self):
        old = "<l><i>a</i><i>b</i><one>1</one></l>"
        new = "<l><i>a</i><i>c</i><i><k>d</k></i><one>1</one><one>2</one></l>"
        expected = {"/l/i[2]": ("b", "c"), "/l/i[3]/k": ("(absent)", "d"), "/l/one[2]": ("(absent)", "2")}
        found = task_func(old, new)
        self.assertEqual(found.pop("/l/i[3]", None), None)
        self.assertEqual(list(found.items()), list(expected.items()))
        self.assertEqual(task_func("<l><i>a</i></l>", "<l><i>b</i><i>a</i></l>")["/l/i[1]"], ("a", "b"))
        self.assertEqual(task_func(new, old)["/l/i[3]/k"], ("d", "(absent)"))

    def test_repeated_on_one_side_only(self):
        expected = {"/l/i[1]": ("long", "short"), "/l/i[2]": ("(absent)", "text")}
        self.assertEqual(task_func("<l><i>long</i></l>", "<l><i>short</i><i>text</i></l>"), expected)
        found = task_func("<l><i><k>1</k><m>2</m></i><i>3</i></l>", "<l><i><k>4</k><m>2</m></i></l>")
        self.assertEqual(found, {"/l/i[1]/k": ("1", "4"), "/l/i[2]": ("3", "(absent)")})

    def test_natural_order(self):
        items = "".join(f"<i>{n}</i>" for n in range(12))
        found = task_func("<l><i>x</i><i>y</i></l>", f"<l>{items}</l>")
        self.assertEqual(list(found), [f"/l/i[{n}]" for n in range(1, 13)])

    def test_value_beside_structure(self):
        self.assertEqual(task_func("<a>t</a>", "<a><b>1</b></a>"), {"/a": ("t", "(absent)"), "/a/b": ("(absent)", "1")})
        self.assertEqual(task_func("<a k='1'>t</a>", "<a k='1'>u</a>"), {"/a": ("t", "u")})
        self.assertEqual(task_func("<a k='1'/>", "<a/>"), {"/a": ("(absent)", None), "/a/@k": ("1", "(absent)")})
        self.assertEqual(task_func("<a><b>1</b></a>", "<a><b>1</b>t</a>"), {"/a": ("(absent)", "t")})

    def test_empty_and_absent_differ(self):
        self.assertEqual(task_func("<a><b/></a>", "<a><b>1</b></a>"), {"/a/b": (None, "1")})
        self.assertEqual(task_func("<a k=''><b/></a>", "<a k='0'/>"), {"/a/@k": ("", "0"), "/a/b": (None, "(absent)")})

    def test_different_roots(self):
        with self.assertRaises(ValueError) as caught:
            task_func("<alpha/>", "<beta/>")
        for name in ("alpha", "beta"):
            self.assertIn(name, str(caught.exception))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(*[st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("123"), max_size=5)] * 2)
    def test_flat_documents(self, old, new):
        texts = ["<r x='1'>" + "".join(f"<{k}>{v}</{k}>" for k, v in side.items()) + "</r>" for side in (old, new)]
        pairs = {f"/r/{k}": (old.get(k, "(absent)"), new.get(k, "(absent)")) for k in sorted({*old, *new})}
        self.assertEqual(task_func(*texts), {path: pair for path, pair in pairs.items() if pair[0] != pair[1]})
