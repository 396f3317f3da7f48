import html
import re
import unittest
from difflib import SequenceMatcher

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(old, new):
    """Show as HTML which words changed between two versions of a text.

    Both texts are cut into tokens: runs of whitespace, runs of word characters (as \\w of the re module), and every
    other character by itself. The token sequences are compared with difflib.SequenceMatcher, without junk and without
    its heuristic for popular elements; two runs of whitespace count as equal whatever they consist of. Tokens in common
    are written as they stand in the new text, deleted ones inside <del>...</del>, inserted ones inside <ins>...</ins>;
    where tokens are replaced the deletion stands directly before the insertion. Neighbouring tokens of the same
    operation share one element. In all text the characters & < > and both kinds of quotation mark are escaped for HTML.

    Parameters:
    - old (str): the earlier text.
    - new (str): the later text.

    Returns:
    - tuple: the HTML (str) and the matcher's similarity ratio of the two sequences in percent, rounded to one decimal
      (float; 100.0 for two empty texts).

    Requirements:
    - difflib
    - html
    - re

    Example:
    >>> task_func("a small step", "a  big step!")
    ('a  <del>small</del><ins>big</ins> step<ins>!</ins>', 72.7)
    """

    def tokens(text):
        return re.findall(r"\s+|\w+|[^\w\s]", text)

    def comparable(words):
        return [" " if word.isspace() else word for word in words]

    before, after = tokens(old), tokens(new)
    matcher = SequenceMatcher(None, comparable(before), comparable(after), autojunk=False)
    pieces = []
    for operation, start, stop, new_start, new_stop in matcher.get_opcodes():
        deleted = html.escape("".join(before[start:stop]))
        inserted = html.escape("".join(after[new_start:new_stop]))
        if operation == "equal":
            pieces.append(inserted)
            continue
        if deleted:
            pieces.append(f"<del>{deleted}</del>")
        if inserted:
            pieces.append(f"<ins>{inserted}</ins>")
    return "".join(pieces), round(matcher.ratio() * 100, 1)


class TestCases(unittest.TestCase):
    def test_replacement(self):
        self.assertEqual(task_func("the old cat", "the new cat"), ("the <del>old</del><ins>new</ins> cat", 80.0))

    def test_pure_insertion_and_deletion(self):
        self.assertEqual(task_func("", "a b"), ("<ins>a b</ins>", 0.0))
        self.assertEqual(task_func("a b", ""), ("<del>a b</del>", 0.0))
        self.assertEqual(task_func("wait, no", "wait no"), ("wait<del>,</del> no", 85.7))

    def test_whitespace_is_taken_from_the_new_text(self):
        self.assertEqual(task_func("one two\t three", "one\n two three"), ("one\n two three", 100.0))

    def test_markup_is_escaped(self):
        shown, ratio = task_func("<b>", "<i> & \"x\" 'y'")
        self.assertEqual(
            shown, "&lt;<del>b</del><ins>i</ins>&gt;<ins> &amp; &quot;x&quot; &#x27;y&#x27;</ins>"
        )
        self.assertEqual(ratio, 25.0)

    def test_frequent_tokens_are_not_ignored(self):
        text = "go " * 150
        self.assertEqual(task_func(text, "now " + text), ("<ins>now </ins>" + text, 99.7))

    def test_empty_and_equal_texts(self):
        self.assertEqual(task_func("", ""), ("", 100.0))
        self.assertEqual(task_func("same_1 text.", "same_1 text."), ("same_1 text.", 100.0))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.sampled_from("ab <&'"), max_size=12), st.lists(st.sampled_from("ab <&'"), max_size=12))
    def test_both_texts_can_be_recovered(self, before, after):
        old, new = "".join(before), "".join(after)
        shown, ratio = task_func(old, new)
        later = re.sub(r"</?ins>", "", re.sub(r"<del>.*?</del>", "", shown))
        earlier = re.sub(r"</?del>", "", re.sub(r"<ins>.*?</ins>", "", shown))

        self.assertEqual(html.unescape(later), new)
        self.assertEqual(re.sub(r"\s+", " ", html.unescape(earlier)), re.sub(r"\s+", " ", old))
        self.assertEqual(ratio == 100.0, "<del>" not in shown and "<ins>" not in shown)
