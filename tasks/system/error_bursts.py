import gzip
import re
import tempfile
import unittest
from collections import Counter, deque
from datetime import datetime, timedelta
from pathlib import Path


def task_func(folder, pattern, seconds, threshold):
    """Find bursts of errors in a service's log files, some of which may have been compressed by rotation.

    A log line looks like '2030-01-31T08:05:00.250 ERROR db.pool: message': an ISO time (the milliseconds are
    optional), the level, the name of the logger and, after a colon and a space, the message. Lines that do not look so
    (parts of tracebacks, for example) and lines with a level other than ERROR and CRITICAL do not count. All files in
    the folder (not below it) whose names match the glob pattern are read, those that end in .gz through gzip; text is
    UTF-8 with lines that end in a line feed, invalid bytes become U+FFFD. The errors of all files are put in order of
    time, those of the same time by logger.

    A window is a run of at least threshold errors in this order whose first and last are at most the given number of
    seconds apart. Windows that share an error are merged; the errors of the merged windows are the bursts.

    Parameters:
    - folder (str or Path): the directory with the logs.
    - pattern (str): a glob pattern such as 'app.log*'.
    - seconds (float): the length of a window.
    - threshold (int): the least number of errors in a window, at least 1.

    Returns:
    - list of dict: for each burst, in order of time, 'start' and 'end' (datetime.datetime of the first and the last
      error), 'count' (int) and 'loggers' (list of tuple (logger, number), most errors first, equal ones by name).

    Requirements:
    - collections
    - datetime
    - gzip
    - pathlib
    - re

    Example:
    >>> _ = Path("a.log").write_text("2030-01-01T00:00:00 ERROR db: down\\n")
    >>> task_func(".", "*.log", 10, 1)[0]["loggers"]
    [('db', 1)]
    """
    line = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?) (?:ERROR|CRITICAL) (\S+): ")
    errors = []
    for path in filter(Path.is_file, Path(folder).glob(pattern)):
        data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        found = filter(None, map(line.match, data.decode(errors="replace").split("\n")))
        errors += [(datetime.fromisoformat(match[1]), match[2]) for match in found]
    errors.sort()
    window, bursts, last = deque(), [], -1
    for index, (moment, _) in enumerate(errors):
        window.append(index)
        while moment - errors[window[0]][0] > timedelta(seconds=seconds):
            window.popleft()
        if len(window) >= threshold:
            if window[0] > last:
                bursts.append([])
            bursts[-1] += errors[max(window[0], last + 1) : index + 1]
            last = index
    return [
        {
            "start": burst[0][0],
            "end": burst[-1][0],
            "count": len(burst),
            "loggers": sorted(Counter(name for _, name in burst).items(), key=lambda item: (-item[1], item[0])),
        }
        for burst in bursts
    ]


class TestCases(unittest.TestCase):
    BASE = datetime(2030, 1, 31, 8, 0, 0)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def log(self, *times, name="app.log", level="ERROR", logger="db"):
        moments = [(self.BASE + timedelta(seconds=t), "milliseconds" if t % 1 else "seconds") for t in times]
        lines = [f"{moment.isoformat(timespec=spec)} {level} {logger}: text\n" for moment, spec in moments]
        data = "".join(lines).encode()
        path = self.folder / name
        if name.endswith(".gz"):
            path.write_bytes(gzip.compress(data))
        else:
            path.write_bytes((path.read_bytes() if path.exists() else b"") + data)

    def spans(self, seconds, threshold, pattern="*"):
        bursts = task_func(self.folder, pattern, seconds, threshold)
        offset = [[(burst[key] - self.BASE).total_seconds() for key in ("start", "end")] for burst in bursts]
        return [(*pair, burst["count"]) for pair, burst in zip(offset, bursts, strict=True)]

    def test_separate_bursts(self):
        self.log(0, 5, 10, 100, 200, 204, 209, 300, 305)
        self.assertEqual(self.spans(10, 3), [(0, 10, 3), (200, 209, 3)])
        self.assertEqual(self.spans(9.5, 3), [(200, 209, 3)])

    def test_windows_that_share_an_error(self):
        self.log(0, 4, 8, 12, 16, 40)
        self.assertEqual(self.spans(8, 3), [(0, 16, 5)])
        self.assertEqual(self.spans(4, 2), [(0, 16, 5)])
        self.assertEqual(self.spans(3, 2), [])

    def test_neighbouring_windows_without_a_shared_error(self):
        self.log(0, 1, 2, 11, 12, 13)
        self.assertEqual(self.spans(2, 3), [(0, 2, 3), (11, 13, 3)])
        self.assertEqual(self.spans(10, 3), [(0, 13, 6)])
        self.assertEqual(self.spans(0, 1), [(t, t, 1) for t in (0, 1, 2, 11, 12, 13)])

    def test_levels_and_loggers(self):
        self.log(1, 2, logger="web")
        self.log(0, 3, level="CRITICAL", logger="auth.ldap")
        self.log(0.5, level="WARNING")
        self.log(2.5, level="ERRORS")
        self.log(1.5, 2.25, 4)
        (burst,) = task_func(self.folder, "app.*", 60, 2)
        self.assertEqual(burst["loggers"], [("db", 3), ("auth.ldap", 2), ("web", 2)])
        self.assertEqual((burst["start"], burst["end"]), (self.BASE, self.BASE + timedelta(seconds=4)))

    def test_rotated_files(self):
        self.log(0, 3, name="app.log.2.gz")
        self.log(2, 5, name="app.log.1")
        self.log(1, 4, name="app.log")
        self.log(1.5, name="other.log")
        (self.folder / "sub").mkdir()
        self.log(1.7, name="sub/app.log")
        self.assertEqual(self.spans(5, 6, "app.log*"), [(0, 5, 6)])
        self.assertEqual(self.spans(5, 1, "*.gz"), [(0, 3, 2)])
        self.assertEqual(self.spans(1, 1, "o*"), [(1.5, 1.5, 1)])
        self.assertEqual(self.spans(5, 7), [(0, 5, 7)])

    def test_lines_of_another_form(self):
        text = (
            "2030-01-31T08:00:00 ERROR db: one\r\nTraceback (most recent call last):\n  ERROR x: y\n"
            " 2030-01-31T08:00:01 ERROR db: indented\n2030-01-31T08:00:02 ERROR nothing\n"
            "2030-01-31 08:00:03 ERROR db: x\n"
            "2030-01-31T08:00:04.5 ERROR db: x\n2030-01-31T08:00:05.750 CRITICAL \u00fcber.x: \x85two"
        )
        (self.folder / "app.log").write_bytes(text.encode() + b"\n2030-01-31T08:00:06 ERROR d\xffb: three")
        (burst,) = task_func(str(self.folder), "*", 3600, 1)
        self.assertEqual(burst["end"], self.BASE + timedelta(seconds=6))
        self.assertEqual(burst["loggers"], [("db", 1), ("d\ufffdb", 1), ("\u00fcber.x", 1)])

    def test_nothing_found(self):
        self.log(0, 1)
        self.assertEqual(self.spans(10, 3), [])
        self.assertEqual(self.spans(10, 1, "*.txt"), [])
