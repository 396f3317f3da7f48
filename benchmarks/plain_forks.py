"""What the samples themselves cost: each in a plain fork of a process that has the libraries imported, and no more.

    python benchmarks/plain_forks.py --samples S --dataset bigcodebench --python official/bin/python [--ours OUTPUT]

No limits but a time-out and 30 GiB of address space, no working conditions, no watching: what is left is what no
evaluator that judges in two processes at once can avoid. All of it runs in one bubblewrap, since the samples are not
trusted. ``--ours`` names the output of a run over the same samples, whose CPU seconds are put beside.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from forks import WARM_UP

from pytest_bigcodebench import load_dataset, read_samples
from pytest_bigcodebench.judge.program import Program
from pytest_bigcodebench.judge.templates import Templates

#: Runs in the judged interpreter after `WARM_UP`: forks, and prints a line of JSON for each sample.
FORKS = """
import json, os, resource, signal, sys, tempfile, time, types, unittest

def judge(code, test):
    os.chdir(tempfile.mkdtemp())
    for number in (0, 1, 2):
        os.dup2(os.open(os.devnull, os.O_RDWR), number)
    resource.setrlimit(resource.RLIMIT_AS, (30 << 30, 30 << 30))
    signal.alarm(seconds)
    module = types.ModuleType("__test__")
    sys.modules["__test__"] = module
    exec(compile(code + "\\n" + test, "__test__.py", "exec"), module.__dict__)
    result = unittest.TestResult()
    unittest.TestLoader().loadTestsFromTestCase(module.TestCases).run(result)
    return 0 if result.wasSuccessful() else 1

jobs, seconds = int(sys.argv[1]), int(sys.argv[2])
plan = json.load(open("/tmp/plan/plan.json"))
warm_up(plan["modules"])
started, waiting, running = time.monotonic(), plan["samples"][::-1], {}
while waiting or running:
    while waiting and len(running) < jobs:
        task_id, code, test = waiting.pop()
        pid = os.fork()
        if not pid:
            try:
                os._exit(judge(code, test))
            except BaseException:
                os._exit(2)
        running[pid] = task_id
    pid, status, usage = os.wait4(-1, 0)
    if pid in running:
        print(json.dumps([running.pop(pid), usage.ru_utime + usage.ru_stime]), file=sys.__stdout__, flush=True)
print(json.dumps(["wall", time.monotonic() - started]), flush=True)
"""


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=Path, required=True)
    parser.add_argument("--dataset", default="bigcodebench")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--time-limit", type=int, default=250, help="seconds of wall time for each sample")
    parser.add_argument("--ours", type=Path, help="output folder of a run over the same samples")
    options = parser.parse_args()

    dataset = load_dataset(options.dataset)
    templates = Templates(dataset.tasks.values()).to_plain()
    samples = list(read_samples(options.samples, dataset))
    programs = [Program.of(dataset.tasks[sample.task_id], sample, calibrated=True) for sample in samples]
    plan = {
        "modules": [module for template in templates.values() for module in template["modules"]],
        "samples": [[it.task_id, program.code, program.test] for it, program in zip(samples, programs, strict=True)],
    }
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "plan.json").write_text(json.dumps(plan), "utf-8")
        walls = ["bwrap", "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--tmpfs", "/tmp"]
        walls += ["--dev", "/dev", "--proc", "/proc", "--ro-bind", folder, "/tmp/plan", "--chdir", "/tmp"]
        run = subprocess.run(
            [*walls, options.python, "-c", WARM_UP + FORKS, str(options.jobs), str(options.time_limit)],
            env=os.environ | {"TZ": "UTC", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MPLBACKEND": "Agg"},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=True,
        )
    costs: dict[str, float] = dict(json.loads(line) for line in run.stdout.splitlines() if line.startswith('["'))
    wall = costs.pop("wall")
    print(f"plain forks: {len(costs)} samples, {wall:.0f} s, {sum(costs.values()):.0f} CPU-seconds")
    if options.ours:
        _compare(costs, _rows(options.ours / "verdicts.jsonl"))


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _compare(costs: dict[str, float], rows: list[dict[str, Any]]) -> None:
    """What the same samples took in the judge, in all and where the two are furthest apart."""
    ours = {row["task_id"]: row["cpu_s"] for row in rows}
    shared = costs.keys() & ours.keys()
    print(f"judged: {sum(ours[task_id] for task_id in shared):.0f} CPU-seconds for the same samples")
    for task_id in sorted(shared, key=lambda it: -abs(costs[it] - ours[it]))[:10]:
        print(f"  {task_id}: {costs[task_id]:.1f} plain, {ours[task_id]:.1f} judged")


if __name__ == "__main__":
    main()
