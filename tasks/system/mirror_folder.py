import filecmp
import os
import shutil
import tempfile
import unittest
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st


def task_func(source, target):
    """Make a folder an exact copy of another one, touching only what differs.

    Files are compared by content, byte by byte, whatever their time stamps say. A file that differs or is missing in
    the target is copied with its mode and time stamps; one with equal content is left as it is. Missing folders are
    created, empty ones too. What the source does not have is deleted from the target, and so is anything that is a file
    on one side and a folder on the other, before it is copied. There are no symbolic links on either side.

    Parameters:
    - source (str or Path): the folder to copy.
    - target (str or Path): the folder to change; created, with its parents, if it is missing.

    Returns:
    - dict: 'deleted', 'created' and 'updated', each a sorted list of paths below the folders, with forward slashes;
      folders end in a slash. Of a deleted folder, all files and folders in it are listed too. Something that has turned
      from a file into a folder, or the reverse, is both deleted and created.

    Raises:
    - ValueError: if one of the folders lies inside the other or they are the same.
    - NotADirectoryError: if the source is not a folder.

    Requirements:
    - filecmp
    - pathlib
    - shutil

    Example:
    >>> Path("a", "sub").mkdir(parents=True)
    >>> task_func("a", "b")
    {'deleted': [], 'created': ['sub/'], 'updated': []}
    """
    source, target = Path(source).resolve(), Path(target).resolve()
    if not source.is_dir():
        raise NotADirectoryError(source)
    if source == target or source in target.parents or target in source.parents:
        raise ValueError(f"{source} and {target} are not separate")
    target.mkdir(parents=True, exist_ok=True)

    def contents(root):
        return {path.relative_to(root).as_posix() + "/" * path.is_dir(): path for path in root.rglob("*")}

    wanted, present = contents(source), contents(target)
    report = {
        "deleted": sorted(present.keys() - wanted.keys()),
        "created": sorted(wanted.keys() - present.keys()),
        "updated": sorted(
            name
            for name in wanted.keys() & present.keys()
            if wanted[name].is_file() and not filecmp.cmp(wanted[name], present[name], shallow=False)
        ),
    }
    for name in reversed(report["deleted"]):
        if present[name].is_dir():
            present[name].rmdir()
        else:
            present[name].unlink()
    for name in report["created"] + report["updated"]:
        if wanted[name].is_dir():
            (target / name).mkdir()
        else:
            shutil.copy2(wanted[name], target / name)
    return report


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.base = Path(folder.name)
        self.source, self.target = self.base / "source", self.base / "target"
        self.source.mkdir()

    def fill(self, root, **files):
        for name, text in files.items():
            path = root / name.replace("__", "/")
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.mkdir()
            else:
                path.write_text(text)

    def contents(self, root):
        return {str(p.relative_to(root)): p.read_text() if p.is_file() else None for p in root.rglob("*")}

    def mirror(self):
        report = task_func(str(self.source), str(self.target))
        self.assertEqual(list(report), ["deleted", "created", "updated"])
        self.assertEqual(self.contents(self.target), self.contents(self.source))
        return tuple(report.values())

    def test_new_target(self):
        self.target = self.base / "deep" / "er"
        self.fill(self.source, b="1", a__x="2", a__y__z="3", empty=None)
        self.assertEqual(self.mirror(), ([], ["a/", "a/x", "a/y/", "a/y/z", "b", "empty/"], []))
        self.assertEqual(self.mirror(), ([], [], []))

    def test_three_kinds_of_changes(self):
        self.fill(self.source, same="1", changed="22", d__changed="new text", d__new="3")
        self.fill(self.target, same="1", changed="23", d__changed="old", gone="4", x__y__gone="5", x__z=None)
        expected = (["gone", "x/", "x/y/", "x/y/gone", "x/z/"], ["d/new"], ["changed", "d/changed"])
        self.assertEqual(self.mirror(), expected)

    def test_contents_count_not_times(self):
        self.fill(self.source, same="text", other="aaa")
        self.fill(self.target, same="text", other="bbb")
        for path in (self.source / "other", self.target / "other", self.source / "same"):
            os.utime(path, (10**9, 10**9))
        os.utime(self.target / "same", (5 * 10**8, 5 * 10**8))
        self.assertEqual(self.mirror(), ([], [], ["other"]))
        self.assertEqual((self.target / "same").stat().st_mtime, 5 * 10**8)

    def test_copies_mode_and_times(self):
        self.fill(self.source, new="1", changed="2")
        self.fill(self.target, changed="3")
        for name in ("new", "changed"):
            os.utime(self.source / name, (10**9, 10**9))
            (self.source / name).chmod(0o750)
        self.mirror()
        for name in ("new", "changed"):
            info = (self.target / name).stat()
            self.assertEqual((info.st_mtime, info.st_mode & 0o777), (10**9, 0o750))

    def test_files_become_folders_and_back(self):
        self.fill(self.source, a__b="1", c="2")
        self.fill(self.target, a="3", c__d__e="4")
        self.assertEqual(self.mirror(), (["a", "c/", "c/d/", "c/d/e"], ["a/", "a/b", "c"], []))

    def test_similar_names(self):
        self.fill(self.source, **{"x__a": "1", "x-y": "2", "x.z": "3"})
        self.fill(self.target, **{"x-y__b": "4", "x.z__c__d": "5"})
        self.mirror()

    def test_bad_folders(self):
        self.fill(self.source, sub__file="1")
        for target in ("source", "source/sub", "source/new", ".", "source/../source/x"):
            with self.assertRaises(ValueError):
                task_func(self.source, self.base / target)
        self.assertEqual(self.contents(self.source), {"sub": None, "sub/file": "1"})
        for source in ("source/sub/file", "missing"):
            with self.assertRaises(NotADirectoryError):
                task_func(self.base / source, self.target)
        self.assertFalse(self.target.exists())

    @settings(derandomize=True, max_examples=25, deadline=None, database=None)
    @given(*[st.dictionaries(st.sampled_from(["a", "a__b", "c", "d__e", "d"]), st.sampled_from("12"), max_size=4)] * 2)
    def test_any_trees(self, first, second):
        with tempfile.TemporaryDirectory() as folder:
            self.source, self.target = Path(folder, "s"), Path(folder, "t")
            for root, files in ((self.source, first), (self.target, second)):
                root.mkdir()
                self.fill(root, **{n: t for n, t in files.items() if not any(m.startswith(n + "__") for m in files)})
            before = self.contents(self.target)
            deleted, created, updated = self.mirror()
            untouched = before.keys() - {name.rstrip("/") for name in deleted + updated}
            self.assertEqual(len(self.contents(self.source)), len(untouched) + len(created) + len(updated))
