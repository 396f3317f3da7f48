"""What a fork of each template of the chain costs: empty children of a process with its libraries, one after another.

    BCB_DATASET_DIR=... python benchmarks/forks.py [--dataset bigcodebench] [--python official/bin/python] [--count 60]

The judged interpreter imports what the chain's templates hold, one after the other, and forks after each: CPU
milliseconds of a fork and its end, mappings, and MiB of the process's own memory; and how many tasks need no more.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter

from pytest_bigcodebench import load_dataset
from pytest_bigcodebench.judge.templates import Templates

#: Runs in the judged interpreter: imports modules by a template's rule, and makes ready to fork.
WARM_UP = """
import gc, importlib

def take(name):
    name, _, member = name.partition(":")
    module = importlib.import_module(name)
    if member and member != "*" and not hasattr(module, member):
        importlib.import_module(name + "." + member)

def warm_up(modules):
    for name in modules:
        try:
            take(name)
        except BaseException:
            pass
    gc.collect()
    gc.freeze()
"""
#: Follows it: takes the chain from standard input, prints a line of JSON for each template.
FORK = """
import json, os, sys

count = int(sys.argv[1])
for template, modules in json.load(sys.stdin).items():
    warm_up(modules)
    before = sum(os.times()[:4])
    for _ in range(count):
        child = os.fork()
        if not child:
            os._exit(0)
        os.waitpid(child, 0)
    cost = 1000 * (sum(os.times()[:4]) - before) / count
    with open("/proc/self/status") as status:
        own = next(int(line.split()[1]) // 1024 for line in status if line.startswith("RssAnon"))
    with open("/proc/self/maps") as maps:
        print(json.dumps([template, cost, sum(1 for _ in maps), own]), flush=True)
"""


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dataset", default="bigcodebench")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--count", type=int, default=60)
    options = parser.parse_args()

    tasks = load_dataset(options.dataset).tasks.values()
    templates = Templates(tasks)
    wants = Counter(templates.template_for(task, "") for task in tasks)
    chain = {name: plan["modules"] for name, plan in templates.to_plain().items() if name != "unforkable"}
    run = subprocess.run(
        [options.python, "-c", WARM_UP + FORK, str(options.count)],
        input=json.dumps(chain),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    print("| Template | CPU a fork | mappings | own memory | tasks |\n|---|---|---|---|---|")
    for line in run.stdout.splitlines():
        if line.startswith('["'):
            name, cost, mappings, own = json.loads(line)
            print(f"| {name} | {cost:.1f} ms | {mappings:,} | {own} MiB | {wants[name]} |")
    print(f"| unforkable | | | | {wants['unforkable']} |")


if __name__ == "__main__":
    main()
