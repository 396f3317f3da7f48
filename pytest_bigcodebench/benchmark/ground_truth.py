"""A dataset's canonical solutions as samples, one for each task."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.sample import Sample
from pytest_bigcodebench.benchmark.samples import Ref
from pytest_bigcodebench.benchmark.taskfile import task_paths

__all__ = ["GROUND_TRUTH", "PLACE", "GroundTruths", "task_files"]

#: The name that a dataset's ground truths have in place of a samples file's.
GROUND_TRUTH: Final = "ground-truth"

#: What pytest collects where it is to collect a whole dataset's ground truths, since it takes none but paths.
PLACE: Final = Path(__file__)


class GroundTruths:
    """Ground truths as an index of samples, with the interface of `SamplesIndex`.

    `paths` says for each task id which file the task stands in, where each has a file of its own.
    """

    def __init__(self, path: str, dataset: Dataset, paths: Mapping[str, Path] | None = None) -> None:
        #: What stands for the samples file's name.
        self.path = path
        #: Nothing of a dataset that could be loaded cannot be used.
        self.problems: list[InputError] = []
        self._tasks = dataset.tasks
        self._ids = tuple(dataset.tasks)
        self._paths = paths or {}

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def task_ids(self) -> tuple[str, ...]:
        """The dataset's task ids."""
        return self._ids

    def ref(self, i: int) -> Ref:
        """Tell where the i-th ground truth stands."""
        return Ref(self._ids[i], 0, 0)

    def where(self, i: int) -> str:
        """Name the place of the i-th ground truth for a person: its task's file, if it has one."""
        path = self._paths.get(self._ids[i])
        return str(path) if path else self.path

    def read(self, i: int, dataset: Dataset | None = None) -> Sample:
        """Make a sample of the i-th ground truth."""
        task_id = self._ids[i]
        return Sample(task_id=task_id, solution=self._tasks[task_id].ground_truth, samples_file=self.path)


def task_files(folder: Path, dataset: Dataset) -> dict[str, Path]:
    """Task id -> file, for a dataset that was read from a folder of task files.

    Raises `InputError` when it was read from elsewhere.
    """
    files = dict(task_paths(folder))
    found = {task_id: path for task_id in dataset.tasks if (path := files.get(task_id.partition("/")[2]))}
    if len(found) < len(dataset.tasks):
        what = f"its files are not the tasks of {dataset.label}"
        raise InputError(what, where=str(folder), remedy="leave --bcb-dataset out, or name that folder with it")
    return found
