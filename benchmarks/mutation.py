"""Measure with mutmut how many faults, put one at a time into a canonical solution, the tests of its task notice.

    pip install 'mutmut>=3.8'
    python benchmarks/mutation.py --cache mutation.json            # every task, an even sample over the domains first
    python benchmarks/mutation.py --cache mutation.json '*/time/*' # some tasks
    python benchmarks/mutation.py --cache mutation.json --report   # what is known so far, with the survivors

Each task becomes a small project: ``subject.py`` (prompt and solution), ``test_subject.py``, and a configuration. What
is known of a task is kept in the cache until the task changes, so the run can be stopped and taken up again.

Two choices. The text of an error is open in every prompt, so nothing inside a ``raise`` statement is mutated.
Hypothesis does not shrink, since a mutant is dead at its first failure.

A mutated solution may do anything, so mutmut runs inside bubblewrap: own processes, own loopback, everything read-only
but the project, and limits on memory, file size, processes and time. Run as root, it also runs as a user of its own,
because root's processes are not counted against a limit.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import fnmatch
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

from pytest_bigcodebench.benchmark.dataset import load_dataset
from pytest_bigcodebench.benchmark.task import Task

SETUP_CFG = r"""
[mutmut]
source_paths=subject.py
also_copy=conftest.py
pytest_add_cli_args_test_selection=test_subject.py
pytest_add_cli_args=
  -pno:cacheprovider
  --assert=plain
do_not_mutate_patterns=^\s*raise\b
use_git_change_detection=false
use_setproctitle=false
track_dependencies=false
timeout_constant=0.5
timeout_multiplier=6
"""

CONFTEST = """
import os
import time

import pytest

try:
    import hypothesis
except ImportError:
    pass
else:
    phases = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
    checks = list(hypothesis.HealthCheck)  # the same test runs in several ways here
    hypothesis.settings.register_profile(
        "mutation", phases=phases, deadline=None, database=None, suppress_health_check=checks
    )
    hypothesis.settings.load_profile("mutation")


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
"""

#: Exit codes of mutmut's children that mean: the tests passed, or none ran.
SURVIVED = {0, 5, 33}
#: Who runs mutmut when root starts it; no other process may be this user's.
UID = 54321
TASK_LIMIT_S = 900


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("patterns", nargs="*", metavar="PATTERN", help="task ids, * allowed (default: all)")
    parser.add_argument("--dataset", default="starter")
    parser.add_argument("--cache", type=Path, required=True, help="JSON file of what is known; made if there is none")
    parser.add_argument("--python", default=sys.executable, help="interpreter with mutmut and the tasks' libraries")
    parser.add_argument("--minutes", type=float, default=1e9, help="begin no further task after this time")
    parser.add_argument("--report", action="store_true", help="run nothing")
    options = parser.parse_args()

    tasks = [
        task
        for task in spread(load_dataset(options.dataset).tasks.values())
        if any(fnmatch.fnmatch(task.task_id, pattern) for pattern in options.patterns or ["*"])
    ]
    cache = json.loads(options.cache.read_text("utf-8")) if options.cache.exists() else {}
    deadline = time.monotonic() + 60 * options.minutes
    for task in tasks:
        if options.report or time.monotonic() > deadline:
            break
        known = cache.get(task.task_id, {})
        if known.get("version") != version_of(task) or "error" in known:
            cache[task.task_id] = found = {"version": version_of(task), **measure(task, options.python)}
            print(task.task_id, found.get("error") or f"{found['killed']}/{found['mutants']}", flush=True)
            options.cache.write_text(json.dumps(cache, indent=1), "utf-8")
    report(
        [
            (task, cache[task.task_id])
            for task in tasks
            if cache.get(task.task_id, {}).get("version") == version_of(task)
        ]
    )


def spread(tasks: Iterable[Task]) -> Iterator[Task]:
    """Yield the tasks so that any beginning of them is an even sample over the folders."""
    folders: dict[str, list[Task]] = {}
    for task in tasks:
        folders.setdefault(task.task_id.rpartition("/")[0], []).append(task)
    for row in zip_longest(*folders.values()):
        yield from (task for task in row if task is not None)


def version_of(task: Task) -> str:
    """Return a digest of what is measured."""
    return hashlib.sha256((task.complete_prompt + task.canonical_solution + task.test).encode()).hexdigest()[:16]


def measure(task: Task, python: str) -> dict[str, Any]:
    """Run mutmut on a task; return the numbers of mutants and of killed ones, and the survivors as diffs."""
    folder = Path(tempfile.mkdtemp(prefix="mutation-"))
    started = time.monotonic()
    try:
        (folder / "subject.py").write_text(task.complete_prompt + task.canonical_solution, "utf-8")
        (folder / "test_subject.py").write_text(f"from subject import *\n{task.test}", "utf-8")
        (folder / "conftest.py").write_text(CONFTEST, "utf-8")
        (folder / "setup.cfg").write_text(SETUP_CFG, "utf-8")
        command = [*walls(folder, python), python, "-m", "mutmut", "run", "--max-children", "1"]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
            try:
                status: int | str = process.wait(TASK_LIMIT_S)
            except subprocess.TimeoutExpired:
                status = "too slow"
            finally:
                if process.poll() is None:
                    os.killpg(process.pid, signal.SIGKILL)
                    process.wait()
        meta = folder / "mutants" / "subject.py.meta"
        codes = json.loads(meta.read_text("utf-8"))["exit_code_by_key"] if meta.exists() else {}
        if not codes or None in codes.values():
            tail = (folder / "log").read_text("utf-8", "replace").replace("\r", "\n").splitlines()[-12:]
            return {"error": f"mutmut ended with {status}: " + " | ".join(tail)}
        alive = [name.rpartition(".")[2] for name, code in codes.items() if code in SURVIVED]
        return {
            "mutants": len(codes),
            "killed": len(codes) - len(alive),
            "seconds": round(time.monotonic() - started, 1),
            "survivors": list(diffs(folder / "mutants" / "subject.py", alive)),
        }
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def walls(folder: Path, python: str) -> list[str]:
    """Return the command that runs another one where it can harm nothing but the project's folder."""
    root = os.geteuid() == 0
    home = Path.home()
    command = ["bwrap", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--die-with-parent"]
    command += ["--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--size", "500000000"]
    command += ["--tmpfs", "/tmp", "--perms", "1777", "--tmpfs", "/dev/shm", "--perms", "0755", "--tmpfs", str(home)]
    prefixes = subprocess.run(
        [python, "-c", "import sys; print(sys.prefix, sys.base_prefix, sep='\\n')"], capture_output=True, check=True
    )
    for prefix in dict.fromkeys(prefixes.stdout.decode().split("\n")[:2]):
        for parent in reversed(Path(prefix).parents):
            if home in parent.parents:
                command += ["--perms", "0755", "--dir", str(parent)]
        command += ["--ro-bind", prefix, prefix]
    command += ["--bind", str(folder), "/tmp/project", "--chdir", "/tmp/project", "--clearenv"]
    environment = {"HOME": "/tmp/project", "PATH": os.defpath, "TZ": "UTC", "LANG": "C.UTF-8", "MPLBACKEND": "Agg"}
    environment |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MPLCONFIGDIR": "/tmp/project/mpl"}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    for name, value in environment.items():
        command += ["--setenv", name, value]
    font_cache = matplotlib_cache(python)
    shutil.copytree(font_cache, folder / "mpl")
    if root:
        os.chown(folder, UID, UID)
        command += ["--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
        command += [
            "setpriv",
            f"--reuid={UID}",
            f"--regid={UID}",
            "--clear-groups",
            "--no-new-privs",
            "--inh-caps=-all",
        ]
    else:
        command.insert(1, "--unshare-user")
    return [*command, "prlimit", "--nproc=150", "--as=4000000000", "--fsize=100000000", "--core=0"]


def matplotlib_cache(python: str) -> Path:
    """Return a folder with matplotlib's list of fonts, which takes seconds to make; it is made once."""
    folder = Path(tempfile.gettempdir()) / f"mutation-fonts-{os.getuid()}"
    if not folder.exists():
        folder.mkdir(mode=0o700)
        environment = os.environ | {"MPLCONFIGDIR": str(folder)}
        subprocess.run([python, "-c", "import matplotlib.font_manager"], env=environment, check=False)
    return folder


def diffs(mutated: Path, names: list[str]) -> Iterator[str]:
    """Yield the changed lines of some mutants, as mutmut put them all into one file."""
    source = mutated.read_text("utf-8")
    functions = {node.name: node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}
    lines = source.split("\n")

    def text(name: str) -> list[str]:
        node = functions[name]
        return [line.replace(name, "task_func") for line in lines[node.lineno - 1 : node.end_lineno]]

    for name in names:
        original = text(name.rpartition("__mutmut_")[0] + "__mutmut_orig")
        changes = list(difflib.unified_diff(original, text(name), lineterm="", n=0))[2:]
        yield "\n".join(line for line in changes if not line.startswith("@@"))


def report(results: list[tuple[Task, dict[str, Any]]]) -> None:
    """Print scores by folder and overall, the tasks below the goal, and the survivors."""
    folders: dict[str, list[int]] = {}
    for task, result in results:
        if "error" in result:
            print(f"not measured: {task.task_id}: {result['error']}")
            continue
        for key in (task.task_id.rpartition("/")[0], "all"):
            row = folders.setdefault(key, [0, 0, 0])
            row[0] += 1
            row[1] += result["mutants"]
            row[2] += result["killed"]
        for survivor in result["survivors"]:
            print(f"{task.task_id} ({result['killed']}/{result['mutants']})\n{survivor}")
    print(f"{'':28}{'tasks':>6}{'mutants':>9}{'killed':>9}{'score':>8}")
    for key in sorted(folders, key=lambda key: (key == "all", key)):
        tasks, mutants, killed = folders[key]
        print(f"{key:28}{tasks:6}{mutants:9}{killed:9}{killed / mutants:8.1%}")
    for task, result in results:
        if "error" not in result and result["killed"] < 0.75 * result["mutants"]:
            print(f"below 75 %: {task.task_id} {result['killed']}/{result['mutants']}")


if __name__ == "__main__":
    main()
