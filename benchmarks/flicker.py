"""Name each verdict that differs between finished runs over the same samples, and whether its task is known to flicker.

    python benchmarks/flicker.py run-1 run-2 run-3 run-4 run-5

Each argument is a folder that ``--bcb-output`` wrote. The exit status is 1 if a task that docs/flaky-tasks.md does not
list changed, if 0.2 % of the verdicts or more did, or if a run lacks a sample; 2 for outputs that cannot be used.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.report.flicker import flicker_of, listed_tasks

LIST = Path(__file__).resolve().parent.parent / "docs" / "flaky-tasks.md"


def main() -> int:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("outputs", nargs="+", type=Path, metavar="DIR")
    parser.add_argument("--list", type=Path, default=LIST, help="the document that lists flaky tasks")
    options = parser.parse_args()
    try:
        flicker = flicker_of(options.outputs, listed_tasks(options.list))
    except BenchmarkError as error:
        print(f"flicker: error: {error}", file=sys.stderr)
        return 2
    print("\n".join(flicker.lines()))
    return 0 if flicker.reached else 1


if __name__ == "__main__":
    sys.exit(main())
