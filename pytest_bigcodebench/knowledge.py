"""What is known of a dataset's ground truths in one environment: the verdicts on them, kept in the user's cache.

The file is a journal (see `journal`), one for each interpreter and sandbox level. Its lines are keyed by what a
verdict on a ground truth depends on: the task, the data, everything that is installed. So a changed task is judged anew
while the others stay known, and the *Hard* subset is known once the full dataset is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.journal import Journal
from pytest_bigcodebench.judge.judge import Environment
from pytest_bigcodebench.judge.limits import Cost
from pytest_bigcodebench.judge.reasons import reason_for
from pytest_bigcodebench.judge.user_cache import user_cache
from pytest_bigcodebench.judge.verdict import Verdict

__all__ = ["Knowledge"]

#: Changes whenever verdicts come about in another way, so that older ones are not read any more.
_FORM: Final = 5


class Knowledge:
    """Verdicts on the ground truths of one dataset's tasks."""

    def __init__(self, path: Path, dataset: Dataset, environment: Environment) -> None:
        fingerprint = environment.fingerprint
        self._journal = Journal(path, {"interpreter": fingerprint.interpreter, "sandbox": environment.sandbox})
        self._keys = {task_id: (fingerprint.key_of(task), 0) for task_id, task in dataset.tasks.items()}
        #: Task id -> the verdict on its ground truth, for the tasks that were judged here.
        self.verdicts: dict[str, Verdict] = {}

    @classmethod
    def open(cls, dataset: Dataset, environment: Environment) -> Knowledge:
        """Read what is known of a dataset in an environment; nothing, if its ground truths were never judged there."""
        known = cls(_path_for(environment), dataset, environment)
        known.load()
        return known

    @property
    def fault(self) -> str:
        """What kept verdicts from being kept, for a person; empty while all is well."""
        return self._journal.fault and f"what ground truths show is not kept: {self._journal.fault.partition(': ')[0]}"

    @property
    def sound(self) -> list[str]:
        """The tasks whose ground truth passes here, in the dataset's order."""
        return [task_id for task_id in self._keys if task_id in self.verdicts and self.verdicts[task_id].passed]

    @property
    def unsound(self) -> dict[str, str]:
        """The tasks whose ground truth fails here, in the dataset's order, with the reason in words."""
        return {
            task_id: reason_for(self.verdicts[task_id])
            for task_id in self._keys
            if task_id in self.verdicts and not self.verdicts[task_id].passed
        }

    def costs(self) -> dict[str, Cost]:
        """What judging the sound ground truths took."""
        verdicts = ((task_id, self.verdicts[task_id]) for task_id in self.sound)
        return {task_id: Cost(cpu_s=verdict.cpu_s, wall_s=verdict.wall_s) for task_id, verdict in verdicts}

    def load(self) -> None:
        """Read what is there."""
        stored: dict[tuple[str, int], Verdict] = {}
        with suppress(OSError):  # What cannot be read is not known.
            stored.update(self._journal.entries())
        self.verdicts = {task_id: stored[key] for task_id, key in self._keys.items() if key in stored}

    def begin(self, anew: Collection[str]) -> None:
        """Make ready to add; what is known of the tasks `anew` is forgotten. Nothing may be adding meanwhile."""
        for task_id in anew:
            self.verdicts.pop(task_id, None)
        self._journal.begin({self._keys[task_id] for task_id in anew})

    def add(self, task_id: str, verdict: Verdict) -> None:
        """Keep a verdict; it is with the operating system when this returns."""
        self.verdicts[task_id] = verdict
        self._journal.add(self._keys[task_id], verdict)

    def unkept(self) -> dict[str, dict[str, Any]]:
        """Every verdict as plain data, for another process, if they could not be kept; none while all is well."""
        return {task_id: verdict.to_plain() for task_id, verdict in self.verdicts.items()} if self.fault else {}

    def hear(self, unkept: Mapping[str, dict[str, Any]]) -> None:
        """Take the verdicts that another process could not keep."""
        self.verdicts.update((task_id, Verdict.from_plain(plain)) for task_id, plain in unkept.items())

    def close(self) -> None:
        """Close the file."""
        self._journal.close()


def _path_for(environment: Environment) -> Path:
    name = f"{_FORM} {environment.fingerprint.interpreter} {environment.sandbox}"
    return user_cache() / "ground-truth" / f"{hashlib.sha256(name.encode()).hexdigest()[:16]}.jsonl"
