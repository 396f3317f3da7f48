import contextlib
import hashlib
import io
import os
import sqlite3
import tempfile
import unittest
import zlib

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(path, name, stream, chunk_size=4096):
    """Save a stream under a name in an SQLite chunk store in which equal chunks are stored only once.

    The store has two tables, created if they do not exist: chunks(digest text primary key, data blob) and files(name
    text, position integer, digest text). The stream is cut into chunks of `chunk_size` bytes, the last one may be
    shorter. A chunk's digest is the hexadecimal BLAKE2b with a digest of 16 bytes of its raw content; its data is the
    content compressed by zlib at level 9. A file is the sequence of its chunks' digests at the positions 0, 1, 2...;
    an empty stream has none. A file of the same name is replaced, and in the end chunks that no file uses any more
    are deleted. If reading the stream fails, the content of both tables stays as it was.

    Parameters:
    - path (str): path of the database, which is created if there is none and closed again in the end.
    - name (str): name of the file.
    - stream (binary file object): the content, from its current position; a read returns as many bytes as asked for
      until the end is reached.
    - chunk_size (int): length of a chunk in bytes. Default is 4096.

    Returns:
    - dict: "chunks": number of the file's chunks, "added": number of chunks that the store did not hold before,
      "deleted": number of chunks deleted (all int).

    Raises:
    - Exception: whatever reading the stream raises is passed on.

    Requirements:
    - contextlib
    - hashlib
    - sqlite3
    - zlib

    Example:
    >>> task_func(":memory:", "a", io.BytesIO(b"xxyyxx"), 2)
    {'chunks': 3, 'added': 2, 'deleted': 0}
    """
    count = added = 0
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("create table if not exists chunks(digest text primary key, data blob)")
        connection.execute("create table if not exists files(name text, position integer, digest text)")
        connection.execute("delete from files where name = ?", (name,))
        while chunk := stream.read(chunk_size):
            digest = hashlib.blake2b(chunk, digest_size=16).hexdigest()
            row = (digest, zlib.compress(chunk, level=9))
            added += connection.execute("insert or ignore into chunks values (?, ?)", row).rowcount
            connection.execute("insert into files values (?, ?, ?)", (name, count, digest))
            count += 1
        cursor = connection.execute("delete from chunks where digest not in (select digest from files)")
    return {"chunks": count, "added": added, "deleted": cursor.rowcount}


class TestCases(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.path = os.path.join(scratch.name, "store.db")
        self.store = sqlite3.connect(self.path)
        self.addCleanup(self.store.close)

    def save(self, name, content, size=4):
        return task_func(self.path, name, io.BytesIO(content), size)

    def load(self, name):
        query = "SELECT data FROM files JOIN chunks USING (digest) WHERE name = ? ORDER BY position"
        return b"".join(zlib.decompress(data) for (data,) in self.store.execute(query, (name,)))

    def test_rows_of_both_tables(self):
        self.assertEqual(self.save("f", b"aaaabbbbaaaac"), {"chunks": 4, "added": 3, "deleted": 0})
        digests = {data: hashlib.blake2b(data, digest_size=16).hexdigest() for data in (b"aaaa", b"bbbb", b"c")}
        order = [b"aaaa", b"bbbb", b"aaaa", b"c"]
        files = self.store.execute("SELECT name, position, digest FROM files ORDER BY position").fetchall()
        self.assertEqual(files, [("f", position, digests[data]) for position, data in enumerate(order)])
        chunks = self.store.execute("SELECT digest, data FROM chunks").fetchall()
        self.assertEqual(sorted(chunks), sorted((digest, zlib.compress(data, 9)) for data, digest in digests.items()))

    def test_best_compression_and_default_chunk_size(self):
        content = format(3**8000, "b").encode()[:12289]
        result = task_func(self.path, "f", io.BytesIO(content))
        self.assertEqual(result, {"chunks": 4, "added": 4, "deleted": 0})
        stored = {data for (data,) in self.store.execute("SELECT data FROM chunks")}
        self.assertEqual(stored, {zlib.compress(content[start : start + 4096], 9) for start in range(0, 12289, 4096)})

    def test_files_share_chunks(self):
        self.save("f", b"aaaabbbb")
        self.assertEqual(self.save("g", b"bbbbccccbbbb"), {"chunks": 3, "added": 1, "deleted": 0})
        self.assertEqual((self.load("f"), self.load("g")), (b"aaaabbbb", b"bbbbccccbbbb"))

    def test_replacing_deletes_orphans_only(self):
        self.save("f", b"aaaabbbbcccc")
        self.save("g", b"aaaa")
        self.assertEqual(self.save("f", b"ccccdddd"), {"chunks": 2, "added": 1, "deleted": 1})
        self.assertEqual((self.load("f"), self.load("g")), (b"ccccdddd", b"aaaa"))
        self.assertEqual(self.save("f", b""), {"chunks": 0, "added": 0, "deleted": 2})
        self.assertEqual(self.load("f"), b"")

    def test_stream_is_read_from_its_position(self):
        stream = io.BytesIO(b"headaaaa")
        stream.seek(4)
        self.assertEqual(task_func(self.path, "f", stream, 3), {"chunks": 2, "added": 2, "deleted": 0})
        self.assertEqual(self.load("f"), b"aaaa")

    def test_failing_stream_leaves_the_store_alone(self):
        class Broken(io.BytesIO):
            def read(self, size=-1):
                if self.tell() >= 8:
                    raise OSError("disk gone")
                return super().read(size)

        self.save("f", b"aaaabbbb")
        with self.assertRaises(OSError):
            task_func(self.path, "f", Broken(b"ccccddddeeee"), 4)
        self.assertEqual(self.load("f"), b"aaaabbbb")
        self.assertEqual(self.store.execute("SELECT count(*) FROM chunks").fetchone(), (2,))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(st.lists(st.tuples(st.sampled_from("fgh"), st.binary(max_size=5)), max_size=3))
    def test_store_equals_a_dictionary(self, writes):
        expected = {"f": b"", "g": b"", "h": b""}
        for name, text in [("f", b""), ("g", b""), ("h", b""), *writes]:
            expected[name] = text
            self.save(name, text, 2)
        self.assertEqual({name: self.load(name) for name in "fgh"}, expected)
        chunks = {text[start : start + 2] for text in expected.values() for start in range(0, len(text), 2)}
        stored = self.store.execute("SELECT data FROM chunks").fetchall()
        self.assertEqual(sorted(zlib.decompress(data) for (data,) in stored), sorted(chunks))
