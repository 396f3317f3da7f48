import codecs
import os
import select
import unittest

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(sources, emit, encoding="utf-8"):
    """Read from several pipes at once and hand over complete lines, with the name of their source, as they come in.

    In rounds, the function waits until at least one pipe that is not yet at its end can be read and then reads once, at
    most 4096 bytes, from each one that can, in the order of sources. Bytes are decoded incrementally, so characters may
    be split between reads; invalid bytes become U+FFFD. A line ends in a line feed, which is not handed over, nor is a
    carriage return directly in front of it. For each complete line, emit is called at once, so what was written by then
    need not wait for what comes later. What follows the last line feed of a source, if it is not empty, is handed over
    unchanged when the source comes to its end. Every pipe is closed at its end.

    Parameters:
    - sources (dict): from names to the file descriptors of pipes, open for reading.
    - emit (callable): called with the name and the line (str).
    - encoding (str): the encoding of all sources, default 'utf-8'.

    Returns:
    - dict: from each name, in the order of sources, to the number of bytes read. The function returns when all sources
      are at their end.

    Raises:
    - LookupError: if the encoding is unknown.

    Requirements:
    - codecs
    - os
    - select

    Example:
    >>> reader, writer = os.pipe()
    >>> _ = os.write(writer, b"one\\ntwo"), os.close(writer)
    >>> task_func({"p": reader}, print)
    p one
    p two
    {'p': 7}
    """
    decoders = {name: codecs.getincrementaldecoder(encoding)("replace") for name in sources}
    rest = dict.fromkeys(sources, "")
    sizes = dict.fromkeys(sources, 0)
    active = dict(sources)
    while active:
        readable, _, _ = select.select(active.values(), [], [])
        for name, descriptor in list(active.items()):
            if descriptor not in readable:
                continue
            data = os.read(descriptor, 4096)
            sizes[name] += len(data)
            *lines, rest[name] = (rest[name] + decoders[name].decode(data, not data)).split("\n")
            for line in lines:
                emit(name, line.removesuffix("\r"))
            if not data:
                if rest[name]:
                    emit(name, rest[name])
                os.close(descriptor)
                del active[name]
    return sizes


class TestCases(unittest.TestCase):
    def setUp(self):
        self.lines = []

    def pipe(self, data=None):
        reader, writer = os.pipe()
        if data is None:
            return reader, writer
        os.write(writer, data)
        os.close(writer)
        return reader

    def collect(self, sources, **options):
        sizes = task_func(sources, lambda *item: self.lines.append(item), **options)
        return self.lines, sizes

    def test_two_sources(self):
        sources = {"b": self.pipe(b"b1\nb2\n"), "a": self.pipe(b"a1\n\na3")}
        lines, sizes = self.collect(sources)
        self.assertEqual(lines, [("b", "b1"), ("b", "b2"), ("a", "a1"), ("a", ""), ("a", "a3")])
        self.assertEqual(list(sizes.items()), [("b", 6), ("a", 6)])

    def test_rounds_of_limited_reads(self):
        sources = {1: self.pipe(b"x" * 4095 + b"\n" + b"y" * 4095 + b"\nz"), 2: self.pipe(b"2\n"), 3: self.pipe(b"3")}
        lines, sizes = self.collect(sources)
        order = [(1, "x", 4095), (2, "2", 1), (1, "y", 4095), (3, "3", 1), (1, "z", 1)]
        self.assertEqual([(name, line[-1], len(line)) for name, line in lines], order)
        self.assertEqual(sizes, {1: 8193, 2: 2, 3: 1})

    def test_line_of_a_whole_read(self):
        lines, _ = self.collect({1: self.pipe(b"x" * 4096 + b"\n"), 2: self.pipe(b"2\n")})
        self.assertEqual(lines, [(2, "2"), (1, "x" * 4096)])

    def test_lines_are_handed_over_at_once(self):
        first, to_first = self.pipe()
        second, to_second = self.pipe()

        def emit(name, line):
            self.lines.append((name, line))
            if line == "ping":
                os.write(to_second, b"pong\npart")
            elif line == "pong":
                os.write(to_first, b"again\n")
            elif line == "again":
                os.write(to_second, b"ial\n")
                os.close(to_first)
            else:
                os.close(to_second)

        os.write(to_first, b"ping\n")
        sizes = task_func({"first": first, "second": second}, emit)
        order = [("first", "ping"), ("second", "pong"), ("first", "again"), ("second", "partial")]
        self.assertEqual((self.lines, sizes), (order, {"first": 11, "second": 13}))

    def test_characters_and_line_ends(self):
        data = "a\r\r\nü\u2028\x0c\x85\r\n\r\nlast\r".encode()
        lines, _ = self.collect({"p": self.pipe(data)})
        self.assertEqual([line for _, line in lines], ["a\r", "ü\u2028\x0c\x85", "", "last\r"])

    def test_split_and_invalid_characters(self):
        lines, _ = self.collect({"p": self.pipe(b"x" * 4095 + "ü\n\xc3".encode()[:3] + b"\xff|\n\xe2\x82")})
        self.assertEqual([line[-2:] for _, line in lines], ["xü", "\ufffd|", "\ufffd"])

    def test_other_encoding(self):
        lines, sizes = self.collect({"p": self.pipe("ж\r\nd".encode("utf-16-le"))}, encoding="utf-16-le")
        self.assertEqual((lines, sizes), ([("p", "ж"), ("p", "d")], {"p": 8}))
        with self.assertRaises(LookupError):
            self.collect({"p": self.pipe(b"x")}, encoding="no-such-encoding")

    def test_closes_what_it_has_read(self):
        reader = self.pipe(b"")
        self.assertEqual(self.collect({"p": reader}), ([], {"p": 0}))
        with self.assertRaises(OSError):
            os.fstat(reader)
        self.assertEqual(self.collect({}), ([], {}))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.dictionaries(st.sampled_from("abc"), st.lists(st.text("xyü€ ", min_size=1, max_size=2000), max_size=3)))
    def test_every_line_arrives(self, texts):
        self.lines = []
        self.collect({name: self.pipe("\n".join(lines).encode()) for name, lines in texts.items()})
        for name, lines in texts.items():
            self.assertEqual([line for source, line in self.lines if source == name], lines)
