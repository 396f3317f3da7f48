import calendar
import io
import os
import stat
import tempfile
import unittest
import warnings
import zipfile
from pathlib import Path, PureWindowsPath

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(archive, folder, limit):
    """Unpack a ZIP archive from an untrusted source, completely or not at all.

    Before anything is written, every member is examined. The archive is refused if a member's name is absolute, has
    a drive letter, contains a backslash or has a '..' component; if a member is a symbolic link (by the Unix mode in
    its external attributes); if two members that are files have names that differ in nothing but letter case, or not
    at all; or if the declared sizes of all members add up to more than limit bytes.

    Then the files and folders are created below the given folder, which is made if it is missing; existing files are
    replaced. Each file gets the archive's time stamp for it, taken as UTC, as its modification time, and is executable
    for its owner, and for nobody else, if the owner may execute it by the archive's Unix mode (else for nobody).

    Parameters:
    - archive (bytes): the content of the ZIP file.
    - folder (str or Path): where to unpack.
    - limit (int): the greatest allowed total of uncompressed sizes.

    Returns:
    - dict: the name of each file (not of folders) and its size in bytes, in the archive's order.

    Raises:
    - ValueError: if the archive is refused; for reasons that concern one member, the message contains its name.
    - zipfile.BadZipFile: if it is not a ZIP file.

    Requirements:
    - calendar
    - io
    - os
    - pathlib
    - stat
    - zipfile

    Example:
    >>> buffer = io.BytesIO()
    >>> with zipfile.ZipFile(buffer, "w") as packed:
    ...     packed.writestr("doc/a.txt", "hello")
    >>> task_func(buffer.getvalue(), "out", 5)
    {'doc/a.txt': 5}
    """
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        members = packed.infolist()
        if sum(member.file_size for member in members) > limit:
            raise ValueError(f"more than {limit} bytes")
        seen = set()
        for member in members:
            path = PureWindowsPath(member.filename)
            unsafe = path.anchor or ".." in path.parts or "\\" in member.filename
            if unsafe or stat.S_ISLNK(member.external_attr >> 16) or member.filename.lower() in seen:
                raise ValueError(f"refused because of {member.filename}")
            if not member.is_dir():
                seen.add(member.filename.lower())
        sizes = {}
        for member in members:
            target = Path(folder, member.filename)
            if member.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            sizes[member.filename] = target.write_bytes(packed.read(member))
            moment = calendar.timegm(member.date_time)
            os.utime(target, (moment, moment))
            target.chmod(0o744 if member.external_attr >> 16 & stat.S_IXUSR else 0o644)
    return sizes


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = Path(folder.name)
        self.out = self.base / "deep" / "out"

    def pack(self, *members):
        buffer = io.BytesIO()
        with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
            warnings.simplefilter("ignore")
            for name, data, mode, moment in members:
                info = zipfile.ZipInfo("x", moment)
                info.filename = name
                info.external_attr = mode << 16
                packed.writestr(info, data)
        return buffer.getvalue()

    def member(self, name, data=b"", mode=0o100644, moment=(2020, 2, 29, 23, 59, 58)):
        return name, data, mode, moment

    def files(self):
        return {str(path.relative_to(self.out)) for path in self.out.rglob("*")}

    def test_contents_and_order(self):
        members = [self.member("z.txt", b"zz"), self.member("a/"), self.member("b/c/d.bin", b"123"), self.member("b/e")]
        result = task_func(self.pack(*members), str(self.out), 5)
        self.assertEqual(list(result.items()), [("z.txt", 2), ("b/c/d.bin", 3), ("b/e", 0)])
        self.assertEqual(self.files(), {"z.txt", "a", "b", "b/c", "b/c/d.bin", "b/e"})
        self.assertEqual((self.out / "b/c/d.bin").read_bytes(), b"123")
        self.assertTrue((self.out / "a").is_dir())

    def test_folders_in_folders(self):
        self.assertEqual(task_func(self.pack(self.member("a/b/")), self.out, 0), {})
        self.assertEqual(self.files(), {"a", "a/b"})

    def test_times_and_modes(self):
        modes = {"run": 0o100755, "owner": 0o100500, "group": 0o100674, "plain": 0o100644, "none": 0}
        task_func(self.pack(*[self.member(name, mode=mode) for name, mode in modes.items()]), self.out, 0)
        found = {name: stat.S_IMODE((self.out / name).stat().st_mode) for name in modes}
        self.assertEqual(found, {"run": 0o744, "owner": 0o744, "group": 0o644, "plain": 0o644, "none": 0o644})
        self.assertEqual({(self.out / name).stat().st_mtime for name in modes}, {1583020798.0})

    def test_replaces_files(self):
        self.out.mkdir(parents=True)
        (self.out / "a").write_text("a longer text")
        (self.out / "keep").write_text("1")
        data = self.pack(self.member("a", b"new"), self.member("d/"), self.member("d/"), self.member("d/x"))
        task_func(data, self.out, 3)
        self.assertEqual(((self.out / "a").read_bytes(), (self.out / "keep").read_text()), (b"new", "1"))

    def test_unsafe_names(self):
        for name in ("/etc/x", "../x", "a/../../x", "a/..", "C:/x", "C:x", "a\\b", "\\x", "//host/share/x"):
            with self.assertRaises(ValueError) as caught:
                task_func(self.pack(self.member("fine.txt"), self.member(name)), self.out, 99)
            self.assertIn(name, str(caught.exception))
            self.assertFalse(self.out.exists())
        task_func(self.pack(self.member("..a/b..c/...")), self.out, 99)
        self.assertIn("..a/b..c/...", self.files())

    def test_links_and_duplicates(self):
        for members in (
            [self.member("fine"), self.member("evil", b"/etc/passwd", mode=0o120777)],
            [self.member("doc/evil"), self.member("Doc/EVIL")],
            [self.member("evil", b"1"), self.member("fine"), self.member("evil", b"2")],
        ):
            with self.assertRaisesRegex(ValueError, "(?i)evil"):
                task_func(self.pack(*members), self.out, 999)
            self.assertFalse(self.out.exists())

    def test_limit(self):
        data = self.pack(self.member("a", bytes(600)), self.member("b", bytes(401)))
        with self.assertRaises(ValueError):
            task_func(data, self.out, 1000)
        self.assertFalse(self.out.exists())
        self.assertEqual(task_func(data, self.out, 1001), {"a": 600, "b": 401})

    def test_not_a_zip_file(self):
        with self.assertRaises(zipfile.BadZipFile):
            task_func(b"PK nothing", self.out, 10)

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(
        st.dictionaries(st.sampled_from(["a.x", "b.x", "cda.x"]), st.binary(max_size=99), max_size=5),
        st.integers(0, 99),
    )
    def test_all_or_nothing(self, files, limit):
        with tempfile.TemporaryDirectory() as folder:
            out, data = Path(folder, "out"), self.pack(*[self.member(*item) for item in files.items()])
            total = sum(map(len, files.values()))
            if total > limit:
                with self.assertRaises(ValueError):
                    task_func(data, out, limit)
                self.assertFalse(out.exists())
            else:
                self.assertEqual(task_func(data, out, limit), {name: len(data) for name, data in files.items()})
                self.assertEqual({path.name: path.read_bytes() for path in out.glob("*")}, files)
