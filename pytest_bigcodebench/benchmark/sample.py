"""A sample: one solution for one task, from a samples file."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Sample"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One solution for one task."""

    task_id: str
    #: Whole source of the solution (a ``completion`` has been put after its prompt already).
    solution: str
    #: How many samples for the same task stand before it in its samples file (from 0).
    index: int = 0
    #: The samples file it came from, as the user named it; empty for a sample made in code.
    samples_file: str = ""

    @property
    def sample_id(self) -> str:
        """Name of the sample inside its samples file, ``BigCodeBench/13[0]``."""
        return f"{self.task_id}[{self.index}]"
