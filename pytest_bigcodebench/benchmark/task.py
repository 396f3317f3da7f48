"""A task: what a model is asked, and the tests that judge its answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["SPLITS", "Task"]

#: The two prompts of a task, in the official evaluator's words.
SPLITS: Final = ("complete", "instruct")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task of a dataset, in the official schema's words."""

    #: Unique in its dataset, ``BigCodeBench/13`` or ``starter/network/slug``.
    task_id: str
    #: What the *Complete* split asks: imports, signature and the full docstring.
    complete_prompt: str
    #: What the *Instruct* split asks: a short request in words.
    instruct_prompt: str
    #: Imports and signature; a calibrated run puts it before the solution.
    code_prompt: str
    #: The body that completes ``complete_prompt``: the ground truth.
    canonical_solution: str
    #: Source of the ``unittest`` class ``TestCases``.
    test: str
    #: The function that the tests call.
    entry_point: str
    #: Top-level modules that the ground truth uses, in the dataset's order.
    libs: tuple[str, ...]
    #: The domains that follow from ``libs``, each once, sorted.
    domains: tuple[str, ...]
    #: Whether the task belongs to the *Hard* subset.
    hard: bool = False
    #: The official schema's structured docstring, as it was read (JSON text), kept for exports.
    doc_struct: str = ""

    @property
    def is_official(self) -> bool:
        """Whether the task is one of BigCodeBench's own, for which there are official verdicts."""
        return self.task_id.startswith("BigCodeBench/")

    @property
    def ground_truth(self) -> str:
        """The canonical solution as a whole module part: prompt and body."""
        return f"{self.complete_prompt}\n{self.canonical_solution}"
