import gzip
import hashlib
import io
import os
import tarfile
import tempfile
import unittest
from pathlib import Path, PurePosixPath

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(source, archive, exclude=()):
    """Pack a directory into a .tar.gz file whose bytes depend only on the names, contents and executable bits of files.

    Members are the directory's regular files, at any depth, and nothing else: no directories, no symbolic links. Each
    is named by its path below the directory, with forward slashes, and they are stored in the order of these names
    compared as strings. A file is left out if any pattern in exclude matches its relative path in the manner of
    PurePath.match (so '*.log' matches at any depth and 'build/*' the files directly within a folder named build).
    Every member has the time stamp 0, numeric owner and group 0, empty owner and group names, and the mode 0o755 if
    its owner may execute the file, else 0o644. The tar format is PAX; the gzip header carries the time 0 and no file
    name. The archive may lie inside the directory; it never contains itself, not even an earlier version.

    Parameters:
    - source (str or Path): the directory to pack.
    - archive (str or Path): the file to write; an existing one is replaced.
    - exclude (iterable of str): patterns of files to leave out, default none.

    Returns:
    - tuple: (the list of member names in stored order, the hexadecimal SHA-256 digest of the archive file).

    Raises:
    - NotADirectoryError: if source is not a directory; the archive is then not touched.

    Requirements:
    - gzip
    - hashlib
    - io
    - pathlib
    - tarfile

    Example:
    >>> Path("notes").mkdir()
    >>> _ = Path("notes", "todo.txt").write_text("milk")
    >>> task_func("notes", "notes.tar.gz")[0]
    ['todo.txt']
    """
    source, archive = Path(source), Path(archive)
    if not source.is_dir():
        raise NotADirectoryError(source)
    exclude = list(exclude)
    members = {}
    for path in source.rglob("*"):
        name = path.relative_to(source)
        if path.is_symlink() or not path.is_file() or path.resolve() == archive.resolve():
            continue
        if not any(name.match(pattern) for pattern in exclude):
            members[name.as_posix()] = path
    buffer = io.BytesIO()
    with gzip.GzipFile(mode="wb", fileobj=buffer, mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w") as tar:
            for name in sorted(members):
                data = members[name].read_bytes()
                info = tarfile.TarInfo(name)
                info.size = len(data)
                info.mode = 0o755 if members[name].stat().st_mode & 0o100 else 0o644
                tar.addfile(info, io.BytesIO(data))
    archive.write_bytes(buffer.getvalue())
    return sorted(members), hashlib.sha256(buffer.getvalue()).hexdigest()


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = Path(folder.name)
        self.source = self.base / "tree"
        self.source.mkdir()

    def fill(self, files, root=None):
        for name, data in files.items():
            path = (root or self.source) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def members(self, archive):
        with tarfile.open(archive, "r:gz") as tar:
            return [(m.name, tar.extractfile(m).read()) for m in tar.getmembers()]

    def test_names_order_and_contents(self):
        self.fill({"b.txt": b"two", "a/z.bin": bytes(range(256)), "a.txt": b"", "B.txt": b"three", "a/b/c": b"deep"})
        (self.source / "empty").mkdir()
        names, digest = task_func(str(self.source), str(self.base / "x.tar.gz"))
        self.assertEqual(names, ["B.txt", "a.txt", "a/b/c", "a/z.bin", "b.txt"])
        contents = [b"three", b"", b"deep", bytes(range(256)), b"two"]
        self.assertEqual(self.members(self.base / "x.tar.gz"), list(zip(names, contents, strict=True)))
        self.assertEqual(digest, hashlib.sha256((self.base / "x.tar.gz").read_bytes()).hexdigest())

    def test_normalised_metadata(self):
        self.fill({"run.sh": b"#!", "data": b"1", "group.sh": b"2", "other.sh": b"3"})
        (self.source / "run.sh").chmod(0o700)
        (self.source / "data").chmod(0o600)
        (self.source / "group.sh").chmod(0o670)
        (self.source / "other.sh").chmod(0o645)
        task_func(self.source, self.base / "x.tgz")
        with tarfile.open(self.base / "x.tgz") as tar:
            facts = {m.name: (m.mode, m.mtime, m.uid, m.gid, m.uname, m.gname, m.type) for m in tar}
        rest = (0, 0, 0, "", "", tarfile.REGTYPE)
        plain = dict.fromkeys(("data", "group.sh", "other.sh"), (0o644, *rest))
        self.assertEqual(facts, {"run.sh": (0o755, *rest), **plain})

    def test_header_and_format(self):
        long_name = "ü" * 60 + "/" + "v" * 120
        self.fill({long_name: b"pax"})
        task_func(self.source, self.base / "named.tar.gz")
        raw = (self.base / "named.tar.gz").read_bytes()
        self.assertEqual((raw[:2], raw[3], raw[4:8]), (b"\x1f\x8b", 0, bytes(4)))
        plain = gzip.decompress(raw)
        self.assertEqual(plain[156:157], tarfile.XHDTYPE)
        self.assertEqual(self.members(self.base / "named.tar.gz"), [(long_name, b"pax")])

    def test_same_bytes_from_another_tree(self):
        files = {"one": b"1", "dir/two": b"22", "dir/three": b"333"}
        other = self.base / "elsewhere"
        self.fill(files)
        self.fill(dict(reversed(files.items())), other)
        os.utime(self.source / "one", (1, 1))
        first = task_func(self.source, self.base / "first.tar.gz")
        self.assertEqual(task_func(other, self.base / "second.tar.gz"), first)
        self.assertEqual((self.base / "first.tar.gz").read_bytes(), (self.base / "second.tar.gz").read_bytes())

    def test_links_and_the_archive_itself(self):
        self.fill({"real": b"r", "pack/old.tar.gz": b"older archive", "pack/keep": b"k"})
        (self.source / "link").symlink_to("real")
        (self.source / "folder").symlink_to("pack", target_is_directory=True)
        archive = self.source / "pack" / "old.tar.gz"
        for _ in range(2):
            self.assertEqual(task_func(self.source, archive)[0], ["pack/keep", "real"])
        self.assertEqual(self.members(archive), [("pack/keep", b"k"), ("real", b"r")])

    def test_exclude(self):
        self.fill({"a.log": b"", "x/b.log": b"", "x/build/out": b"", "build/sub/out": b"", "build.txt": b""})
        names, _ = task_func(self.source, self.base / "x.tar.gz", iter(["*.log", "build/*"]))
        self.assertEqual(names, ["build.txt", "build/sub/out"])

    def test_not_a_directory(self):
        self.fill({"file": b""})
        for bad in (self.source / "file", self.source / "missing"):
            with self.assertRaises(NotADirectoryError):
                task_func(bad, self.base / "x.tar.gz")
        self.assertFalse((self.base / "x.tar.gz").exists())

    def test_empty_directory(self):
        (self.source / "only").mkdir()
        names, _ = task_func(self.source, self.base / "x.tar.gz")
        self.assertEqual((names, self.members(self.base / "x.tar.gz")), ([], []))

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(
        st.dictionaries(st.sampled_from(["a.b", "a.d", "b.ad", "b.d", "cc.dd"]), st.binary(max_size=700), max_size=6)
    )
    def test_round_trip(self, files):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder, "in")
            root.mkdir()
            self.fill(files, root)
            names, _ = task_func(root, Path(folder, "out.tar.gz"), ["*.d"])
            kept = {name: data for name, data in files.items() if PurePosixPath(name).suffix != ".d"}
            self.assertEqual(names, sorted(kept))
            self.assertEqual(dict(self.members(Path(folder, "out.tar.gz"))), kept)
