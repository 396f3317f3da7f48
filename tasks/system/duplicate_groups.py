import hashlib
import os
import tempfile
import unittest
from collections import defaultdict
from multiprocessing.pool import ThreadPool
from pathlib import Path

from natsort import natsorted


def task_func(folder, smallest=1):
    """Find files with identical contents in a folder tree and rank the groups by the space that they waste.

    Only regular files of at least the smallest size count; symbolic links are neither files nor followed as folders.
    Names of one file (hard links to the same inode) share their space: of these, only the name that comes first in
    natural order is considered. Files are compared by their SHA-256 digests, which a pool of threads computes.

    Parameters:
    - folder (str or Path): the root of the tree.
    - smallest (int): the least size in bytes, default 1.

    Returns:
    - list of tuple: (wasted bytes, digest, paths) for each content that occurs more than once. The wasted bytes are the
      file size times the number of files less one, the digest is in lower-case hexadecimal, the paths are relative to
      the folder, as a list of str in natural order ('f2' before 'f10'). The groups are sorted by wasted bytes, largest
      first, then by digest.

    Requirements:
    - collections
    - hashlib
    - multiprocessing.pool
    - natsort
    - os
    - pathlib

    Example:
    >>> for name in ("a", "b"):
    ...     _ = Path(name).write_text("same")
    >>> task_func(".")[0][2]
    ['a', 'b']
    """
    names = {}
    for root, _, files in os.walk(folder):
        for file in files:
            path = Path(root, file)
            if path.is_file() and not path.is_symlink() and path.stat().st_size >= smallest:
                names[str(path.relative_to(folder))] = path
    first_names = {}
    for name in natsorted(names):
        info = names[name].stat()
        first_names.setdefault((info.st_dev, info.st_ino), name)

    def digest(name):
        return hashlib.sha256(names[name].read_bytes()).hexdigest(), name

    groups = defaultdict(list)
    with ThreadPool() as pool:
        for key, name in pool.map(digest, first_names.values()):
            groups[key].append(name)
    result = []
    for key, found in groups.items():
        if len(found) > 1:
            result.append((names[found[0]].stat().st_size * (len(found) - 1), key, found))
    return sorted(result, key=lambda group: (-group[0], group[1]))


class TestCases(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name) / "tree"

    def fill(self, files):
        for name, data in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def find(self, *options):
        return [(wasted, paths) for wasted, _, paths in task_func(self.root, *options)]

    def test_ranking_by_waste(self):
        self.fill({"a1": b"aa", "a2": b"aa", "a3": b"aa", "a4": b"aa", "x/b": b"b" * 5, "y/z/b": b"b" * 5, "c": b"cc"})
        self.fill({"unique": b"u" * 100, "d1": b"d" * 7, "d2": b"d" * 7})
        expected = [(7, ["d1", "d2"]), (6, ["a1", "a2", "a3", "a4"]), (5, ["x/b", "y/z/b"])]
        self.assertEqual(self.find(), expected)

    def test_digests_break_ties(self):
        self.fill({f"{letter}{n}": letter.encode() * 3 for letter in "pqrstu" for n in (1, 2)})
        digests = sorted(hashlib.sha256(letter.encode() * 3).hexdigest() for letter in "pqrstu")
        self.assertEqual([group[:2] for group in task_func(str(self.root))], [(3, digest) for digest in digests])

    def test_natural_order_of_paths(self):
        self.fill({f"dir{n}/f": b"same" for n in (10, 9, 1, 2)})
        self.assertEqual(self.find(), [(12, ["dir1/f", "dir2/f", "dir9/f", "dir10/f"])])

    def test_links(self):
        self.fill({"f10": b"data", "other/copy": b"data"})
        os.link(self.root / "f10", self.root / "f9")
        os.link(self.root / "f10", self.root / "other" / "hard")
        (self.root / "soft").symlink_to("f10")
        (self.root / "folder").symlink_to("other", target_is_directory=True)
        (self.root / "dangling").symlink_to("nowhere")
        self.assertEqual(self.find(), [(4, ["f9", "other/copy"])])

    def test_smallest_size(self):
        self.fill({f"{letter}{n}": letter.encode() * size for size, letter in ((0, "e"), (3, "s")) for n in (1, 2)})
        self.fill({f"{letter}{n}": letter.encode() * size for size, letter in ((4, "t"), (1, "o")) for n in (1, 2)})
        self.assertEqual([wasted for wasted, _ in self.find()], [4, 3, 1])
        self.assertEqual(self.find(0)[-1], (0, ["e1", "e2"]))
        self.assertEqual([wasted for wasted, _ in self.find(3)], [4, 3])
        self.assertEqual([wasted for wasted, _ in self.find(4)], [4])

    def test_no_files(self):
        self.root.mkdir()
        os.mkfifo(self.root / "pipe1")
        os.mkfifo(self.root / "pipe2")
        self.assertEqual(self.find(0), [])
