import gzip
import hashlib
import io
import json
import tempfile
import unittest
from pathlib import Path

from hypothesis import Phase, given, settings
from hypothesis import strategies as st


def task_func(records, folder, limit):
    """Store records as JSON lines in gzip-compressed shards of limited size, together with a manifest.

    A record becomes one line: compact JSON without spaces, keys sorted, non-ASCII characters as they are, in UTF-8 and
    with a line feed at the end. The shards are part-00001.jsonl.gz, part-00002.jsonl.gz, ...; each is filled with
    records, in order, as long as its uncompressed lines have at most limit bytes in all. The gzip files carry no time
    stamp (0), so that the same records give the same bytes. Files of this name form that the folder has from earlier
    are deleted first, other files are left alone. manifest.json holds {"shards": [...], "records": n}, where each shard
    is described by "name", "records", "bytes" (uncompressed) and "sha256" (of the uncompressed data, hexadecimal), with
    an indentation of two spaces and the keys in the order given here. It is written last.

    Parameters:
    - records (iterable): JSON-compatible values; may be an iterator and is not held in memory as a whole.
    - folder (str or Path): the folder for the files; created, with its parents, if it is missing.
    - limit (int): the greatest number of uncompressed bytes in a shard.

    Returns:
    - dict: the manifest. Without records there are no shards.

    Raises:
    - ValueError: if the line of a record has more than limit bytes, or if a record contains a number that JSON does
      not have (NaN or infinity). The manifest is not written then, and one from earlier has been deleted.

    Requirements:
    - gzip
    - hashlib
    - json
    - pathlib

    Example:
    >>> task_func([{"b": 1, "a": [2]}], "out", 100)["shards"][0]["bytes"]
    16
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for old in [*folder.glob("part-[0-9][0-9][0-9][0-9][0-9].jsonl.gz"), *folder.glob("manifest.json")]:
        old.unlink()
    shards = []

    def flush(lines):
        data = b"".join(lines)
        name = f"part-{len(shards) + 1:05}.jsonl.gz"
        (folder / name).write_bytes(gzip.compress(data, mtime=0))
        digest = hashlib.sha256(data).hexdigest()
        shards.append({"name": name, "records": len(lines), "bytes": len(data), "sha256": digest})
        lines.clear()

    pending = []
    for record in records:
        text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(",", ":"), sort_keys=True)
        line = f"{text}\n".encode()
        if len(line) > limit:
            raise ValueError(f"a record of {len(line)} bytes")
        if sum(map(len, pending)) + len(line) > limit:
            flush(pending)
        pending.append(line)
    if pending:
        flush(pending)
    manifest = {"shards": shards, "records": sum(shard["records"] for shard in shards)}
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2))
    return manifest


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name, "deep", "out")

    def shards(self):
        return {path.name: gzip.decompress(path.read_bytes()) for path in sorted(self.folder.glob("*.gz"))}

    def test_lines(self):
        task_func([{"z": "ü☃", "a": {"y": None, "b": [1, 2.5, True]}}, "t\n", 7], str(self.folder), 99)
        expected = '{"a":{"b":[1,2.5,true],"y":null},"z":"ü☃"}\n"t\\n"\n7\n'
        self.assertEqual(self.shards(), {"part-00001.jsonl.gz": expected.encode()})
        self.assertEqual((self.folder / "part-00001.jsonl.gz").read_bytes()[4:8], bytes(4))

    def test_filling(self):
        manifest = task_func(iter([11, 222, 3, 4444, 5, 6, 77, 8]), self.folder, 7)
        expected = [b"11\n222\n", b"3\n4444\n", b"5\n6\n77\n", b"8\n"]
        self.assertEqual(list(self.shards().values()), expected)
        self.assertEqual(list(self.shards()), [f"part-0000{n}.jsonl.gz" for n in (1, 2, 3, 4)])
        facts = [(shard["records"], shard["bytes"]) for shard in manifest["shards"]]
        self.assertEqual((facts, manifest["records"]), ([(2, 7), (2, 7), (3, 7), (1, 2)], 8))

    def test_manifest(self):
        manifest = task_func(["é"], self.folder, 10)
        digest = hashlib.sha256('"é"\n'.encode()).hexdigest()
        shard = {"name": "part-00001.jsonl.gz", "records": 1, "bytes": 5, "sha256": digest}
        expected = {"shards": [shard], "records": 1}
        self.assertEqual(manifest, expected)
        self.assertEqual((self.folder / "manifest.json").read_text(), json.dumps(expected, indent=2))

    def test_many_shards(self):
        task_func(range(10), self.folder, 2)
        self.assertEqual(list(self.shards())[8:], ["part-00009.jsonl.gz", "part-00010.jsonl.gz"])

    def test_replaces_earlier_files(self):
        task_func(range(3), self.folder, 2)
        for name in ("part-1.jsonl.gz", "part-00009.jsonl", "x-part-00001.jsonl.gz", "notes.txt"):
            (self.folder / name).touch()
        self.assertEqual(task_func([], self.folder, 2), {"shards": [], "records": 0})
        left = ["manifest.json", "notes.txt", "part-00009.jsonl", "part-1.jsonl.gz", "x-part-00001.jsonl.gz"]
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), left)

    def test_bad_records(self):
        for bad in (float("nan"), [float("inf")], "x" * 8, "é" * 4):
            task_func([1], self.folder, 10)
            with self.assertRaises(ValueError):
                task_func([1, bad, 2], self.folder, 10)
            self.assertFalse((self.folder / "manifest.json").exists())
        self.assertEqual(task_func(["x" * 7], self.folder, 10)["records"], 1)

    def test_takes_records_one_by_one(self):
        seen = []

        def records():
            for number in range(4):
                seen.append(len(list(self.folder.glob("*.gz"))))
                yield number

        task_func(records(), self.folder, 2)
        self.assertEqual(seen, [0, 0, 1, 2])

    @settings(derandomize=True, max_examples=25, deadline=None, database=None, phases=[Phase.generate])
    @given(st.lists(st.text("aZ0\"\\\\\né€😀", max_size=6), max_size=12), st.integers(40, 60))
    def test_round_trip(self, records, limit):
        with tempfile.TemporaryDirectory() as folder:
            self.folder = Path(folder)
            manifest = task_func(records, folder, limit)
            data = self.shards()
        self.assertEqual([json.loads(line) for part in data.values() for line in io.BytesIO(part)], records)
        self.assertEqual([shard["bytes"] for shard in manifest["shards"]], [len(part) for part in data.values()])
        self.assertTrue(all(len(part) <= limit for part in data.values()))
