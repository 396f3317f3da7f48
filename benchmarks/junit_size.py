"""Size of a JUnit XML report: what GitLab limits, bytes and XML elements, for verdicts that are made up.

    python benchmarks/junit_size.py [--count 11400] [--message 300] [--tests 3]

Half of the samples fail, with so many failing tests each and messages of so many characters. The failure texts are the
plugin's and the file is written by pytest's own reporter; only the judging is left out.
"""

from __future__ import annotations

import argparse
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from pytest_bigcodebench.judge.verdict import Failure, Verdict
from pytest_bigcodebench.report.failure import failure_repr

SOLUTION = "import os\n\ndef task_func(path, pattern):\n" + "    rows = [line.strip() for line in open(path)]\n" * 25


class MadeUp(pytest.Item):
    """A sample with a verdict that nobody gave."""

    number = 0
    failures: tuple[Failure, ...] = ()

    def runtest(self) -> None:
        """Fail if it is to fail."""
        assert not self.failures

    def repr_failure(self, excinfo: object, style: object = None) -> object:
        """Show what the plugin would."""
        verdict = Verdict(status="fail", kind="wrong_answer", failures=self.failures, message=self.failures[0].message)
        return failure_repr(verdict, SOLUTION, path="model--complete.jsonl", line=self.number, everything=False)


class Plugin:
    """Collects made up samples."""

    def __init__(self, count: int, tests: int, message: int) -> None:
        self._count = count
        place = ("test", 24, "test_case_1", "self.assertEqual(task_func('data.csv', r'[a-z]+'), expected)")
        text = "Lists differ: " + "x" * message
        self._failures = tuple(
            Failure(test=f"test_case_{number}", error="AssertionError", message=text, places=(place,))
            for number in range(tests)
        )

    def pytest_collection(self, session: pytest.Session) -> bool:
        """Make the items in the place of any that there are."""
        for number in range(self._count):
            task, index = divmod(number, 10)
            name = f"BigCodeBench/{task}[{index}]"
            item = MadeUp.from_parent(session, name=name, nodeid=f"model--complete.jsonl::{name}")
            item.number, item.failures = number, self._failures if number % 2 else ()
            item.user_properties = [
                ("task_id", f"BigCodeBench/{task}"),
                ("sample", str(index)),
                ("domains", "computation general visualization"),
                ("model", "qwen2.5-coder-7b-instruct"),
                ("split", "complete"),
                ("status", "fail" if number % 2 else "pass"),
                *([("kind", "wrong_answer")] if number % 2 else []),
                ("cpu_s", "0.123"),
                ("peak_mib", "123.4"),
            ]
            session.items.append(item)
        session.testscollected = self._count
        return True


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=11_400)
    parser.add_argument("--message", type=int, default=300)
    parser.add_argument("--tests", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "r.xml")
        arguments = [folder, f"--rootdir={folder}", "-qq", "--tb=no", "--no-summary", "-p", "no:cacheprovider"]
        arguments += [f"--junit-xml={path}", "-o", "junit_family=xunit1"]
        pytest.main(arguments, plugins=[Plugin(options.count, options.tests, options.message)])
        elements = sum(1 for _ in ET.parse(path).iter())
        megabytes = path.stat().st_size / 1_000_000
    print(f"\n{options.count:,} samples: {megabytes:.1f} MB, {elements:,} XML elements (GitLab takes 30 MB, 250,000)")


if __name__ == "__main__":
    main()
