"""What an environment has of what a dataset's tasks need: libraries that import, and nltk's data."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.judge.fingerprint import READERS, Fingerprint
from pytest_bigcodebench.judge.interpreter import Interpreter
from pytest_bigcodebench.judge.sandbox import Sandbox

__all__ = ["Check", "Need", "check"]

#: Seconds for all imports of one process; where they are over, or a library ends it, another goes on with the next.
_LIMIT: Final = 300
#: How many task ids are named where many are touched.
_NAMED: Final = 5

#: nltk's data -> what in a task's code shows that it is read.
_DATA: Final = {
    "corpora/stopwords": r"\bstopwords\b",
    "corpora/words": r"download\(['\"]words['\"]|corpus import words|corpus\.words",
    "corpora/wordnet": r"\bwordnet\b|WordNetLemmatizer",
    "sentiment/vader_lexicon": r"vader|SentimentIntensityAnalyzer",
    "taggers/averaged_perceptron_tagger": r"\bpos_tag\b",
    "tokenizers/punkt": r"\bword_tokenize\b|\bsent_tokenize\b|\bpunkt\b|\.ngrams\(",
}

#: Imports the modules that it reads, and prints a line before and after each.
_IMPORTS: Final = """
import importlib, json, sys
out, sys.stdout = sys.stdout, sys.stderr
for name in json.load(sys.stdin):
    print(json.dumps({"begin": name}), file=out, flush=True)
    try:
        importlib.import_module(name)
        error = ""
    except BaseException as trouble:
        error = "%s: %s" % (type(trouble).__name__, " ".join(str(trouble).split())[:200])
    print(json.dumps({"end": name, "error": error}), file=out, flush=True)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that tasks need: a library, or a part of nltk's data."""

    name: str
    #: Version of a library; empty where it has none, and for data.
    version: str = ""
    #: What keeps tasks from using it; empty if it is there.
    fault: str = ""
    #: The tasks that need it.
    tasks: tuple[str, ...] = ()

    def __str__(self) -> str:
        line = f"{self.name} {self.version}".rstrip()
        if not self.fault:
            return line
        more = f", ... and {len(self.tasks) - _NAMED} more" if len(self.tasks) > _NAMED else ""
        noun = "task" if len(self.tasks) == 1 else "tasks"
        touched = f"{len(self.tasks)} {noun}: {', '.join(self.tasks[:_NAMED])}{more}"
        return f"{line}: {self.fault} ({touched})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What an environment has, and what it lacks."""

    interpreter: Interpreter
    fingerprint: Fingerprint
    libraries: tuple[Need, ...] = ()
    data: tuple[Need, ...] = ()
    #: The tasks that something is missing for, in the dataset's order.
    touched: tuple[str, ...] = field(default=())


def check(python: str | None, dataset: Dataset) -> Check:
    """See what an interpreter (None: this one) has of what a dataset's tasks need; imports each library once.

    Raises `BenchmarkError` when there is no such interpreter.
    """
    interpreter = Interpreter.ask(python)
    fingerprint = Fingerprint.of(interpreter, dataset)
    tasks = dataset.tasks.values()
    faults = dict(_import_all(interpreter, list(fingerprint.libraries)))
    used = {task: fingerprint.libraries_of(task) for task in tasks}
    libraries = tuple(
        Need(name=name, version=version, fault=faults[name], tasks=_ids(task for task in tasks if name in used[task]))
        for name, version in fingerprint.libraries.items()
    )
    data = tuple(
        Need(name=name, fault="" if name in fingerprint.data else "is missing", tasks=needing)
        for name, pattern in _DATA.items()
        if (needing := _ids(task for task in tasks if not READERS.isdisjoint(task.libs) and _reads(task, pattern)))
    )
    lacking = {task_id for need in (*libraries, *data) if need.fault for task_id in need.tasks}
    touched = tuple(task_id for task_id in dataset.tasks if task_id in lacking)
    return Check(interpreter=interpreter, fingerprint=fingerprint, libraries=libraries, data=data, touched=touched)


def _import_all(interpreter: Interpreter, names: list[str]) -> Iterator[tuple[str, str]]:
    """Import modules in one process, or where one ends the process, in another from the next on; yield the faults."""
    # What a sample has; a PYTHONPATH of the user's, say, would bring libraries that samples go without.
    environment = {**Sandbox(level="off", interpreter=interpreter).environment(0), "TF_CPP_MIN_LOG_LEVEL": "3"}
    while names:
        with tempfile.TemporaryDirectory() as folder:
            said, death = _run(interpreter, names, environment, folder)
        begun = [message["begin"] for message in said if "begin" in message]
        ended = {message["end"]: message["error"] for message in said if "end" in message}
        yield from ended.items()
        names = [name for name in names if name not in ended]
        if names:
            culprit = begun[-1] if begun and begun[-1] in names else names[0]
            yield culprit, death
            names.remove(culprit)


def _run(
    interpreter: Interpreter, names: list[str], environment: dict[str, str], folder: str
) -> tuple[list[dict[str, str]], str]:
    try:
        run = subprocess.run(
            [interpreter.path, "-s", "-c", _IMPORTS],
            input=json.dumps(names),
            capture_output=True,
            text=True,
            timeout=_LIMIT,
            env={**environment, "HOME": folder},
            cwd=folder,
            check=False,
        )
        out, death = run.stdout, f"its import ends the interpreter (exit status {run.returncode})"
    except subprocess.TimeoutExpired as late:
        out = late.stdout.decode() if isinstance(late.stdout, bytes) else late.stdout or ""
        death = f"its import was under way when the {_LIMIT} s for all of them were over"
    return [json.loads(line) for line in out.splitlines() if line.startswith("{") and line.endswith("}")], death


def _reads(task: Task, pattern: str) -> bool:
    return bool(re.search(pattern, f"{task.ground_truth}\n{task.test}"))


def _ids(tasks: Iterable[Task]) -> tuple[str, ...]:
    return tuple(task.task_id for task in tasks)
