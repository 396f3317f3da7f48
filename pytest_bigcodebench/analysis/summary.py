"""What the samples of one model add up to: APIs misused, tools used, passes that calibration gave."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

__all__ = ["Insights"]

#: Calls of ground truths that a summary names.
_CALLS: Final = 50
#: Functions and libraries that a line in the terminal names.
_NAMED: Final = 5
#: Lazy samples that it names.
_LAZY: Final = 10


@dataclass(slots=True)
class _Api:
    """A library's function, as often as it was misused."""

    samples: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    #: The first of these samples by name, and its call.
    example: tuple[str, str] = ("", "")


@dataclass(slots=True)
class _Uses:
    """How many passes and failures name a tool, and use it: ``[named, used]``."""

    passed: list[int] = field(default_factory=lambda: [0, 0])
    failed: list[int] = field(default_factory=lambda: [0, 0])

    def add(self, passed: bool, used: bool) -> None:
        counts = self.passed if passed else self.failed
        counts[0] += 1
        counts[1] += used

    @property
    def unused(self) -> int:
        return self.passed[0] - self.passed[1] + self.failed[0] - self.failed[1]

    def to_plain(self) -> dict[str, Any]:
        return {
            "passed": {"named": self.passed[0], "used": self.passed[1]},
            "failed": {"named": self.failed[0], "used": self.failed[1]},
        }


class Insights:
    """Adds up what records say of misused APIs, tools and laziness; holds no record."""

    def __init__(self) -> None:
        #: Number of samples that misused an API.
        self.misusing = 0
        #: Number of passes that were examined for laziness, and of those that are lazy with their names.
        self.examined = 0
        self.lazy: list[str] = []
        self._apis: dict[tuple[str, str], _Api] = {}
        self._libraries: dict[str, _Uses] = {}
        self._calls: dict[str, _Uses] = {}
        #: Passes and failures: all of them, with every library the task names, with every call of the ground truth,
        #: and with a library that the task does not name.
        self._samples = {True: [0, 0, 0, 0], False: [0, 0, 0, 0]}

    def add(
        self,
        sample: str,
        *,
        passed: bool,
        misused: Iterable[Mapping[str, Any]],
        tools: Mapping[str, Any] | None,
        lazy: bool | None,
    ) -> None:
        """Count one sample by its name, ``BigCodeBench/13[0]``, and what its record says."""
        self._add_misused(sample, misused)
        if tools is not None:
            self._add_tools(passed, tools)
        if lazy is not None:
            self.examined += 1
            if lazy:
                self.lazy.append(sample)

    def to_plain(self) -> dict[str, Any]:
        """All of it as JSON-compatible data, the form it has in ``summary.json``."""
        return {
            "misused_apis": {"samples": self.misusing, "libraries": self._apis_to_plain()},
            "tools": {
                "passed": self._share_to_plain(True),
                "failed": self._share_to_plain(False),
                "libraries": {name: uses.to_plain() for name, uses in sorted(self._libraries.items())},
                "calls": {name: uses.to_plain() for name, uses in self._least_used(self._calls, _CALLS)},
            },
            "laziness": {"passed": self.examined, "lazy": len(self.lazy), "samples": sorted(self.lazy)}
            if self.examined
            else None,
        }

    def lines(self) -> Iterator[str]:
        """The same in a few lines for the terminal."""
        if self.misusing:
            apis = sorted(self._apis.items(), key=lambda api: (-api[1].samples, api[0]))
            named = [
                f"{library}.{function} {api.samples} ({', '.join(api.errors)})"
                for (library, function), api in apis[:_NAMED]
            ]
            more = f", ... and {len(apis) - _NAMED} more" if len(apis) > _NAMED else ""
            yield f"misused APIs in {self.misusing:,} sample{'s' * (self.misusing != 1)}: {', '.join(named)}{more}"
            for _, api in apis[:_NAMED]:
                sample, call = api.example
                yield f"  {sample}: {call}"
        shares = [self._share_line(word, passed) for word, passed in (("passes", True), ("failures", False))]
        if any(shares):
            yield f"tools that the task names: {'; '.join(filter(None, shares))}"
        if self.examined:
            count, left = len(self.lazy), self.examined - len(self.lazy)
            yield (
                f"laziness: {count:,} of {self.examined:,} passes only because calibration supplied their imports "
                f"({left:,} pass without)"
            )
            if self.lazy:
                more = f", ... and {count - _LAZY:,} more" if count > _LAZY else ""
                yield f"  {', '.join(sorted(self.lazy)[:_LAZY])}{more}"

    def _add_misused(self, sample: str, misused: Iterable[Mapping[str, Any]]) -> None:
        counted = set()
        for misuse in misused:
            key = (str(misuse["library"]), str(misuse["function"]))
            example = sample, str(misuse.get("call", ""))
            api = self._apis.setdefault(key, _Api(example=example))
            api.errors[str(misuse["error"])] += 1
            # The order in which samples come must not show.
            api.example = min(api.example, example)
            api.samples += key not in counted
            counted.add(key)
        self.misusing += bool(counted)

    def _add_tools(self, passed: bool, tools: Mapping[str, Any]) -> None:
        counts = self._samples[passed]
        counts[0] += 1
        counts[1] += not tools["libs_unused"]
        counts[2] += not tools["calls_unused"]
        counts[3] += bool(tools["libs_other"])
        for kind, uses in (("libs", self._libraries), ("calls", self._calls)):
            for used in (True, False):
                for name in tools[f"{kind}_{'used' if used else 'unused'}"]:
                    uses.setdefault(name, _Uses()).add(passed, used)

    def _apis_to_plain(self) -> dict[str, Any]:
        libraries: dict[str, Any] = {}
        for (library, function), api in sorted(self._apis.items(), key=lambda api: (-api[1].samples, api[0])):
            errors = dict(sorted(api.errors.items(), key=lambda error: (-error[1], error[0])))
            sample, call = api.example
            plain = {"samples": api.samples, "errors": errors, "example": sample, "call": call}
            libraries.setdefault(library, {})[function] = plain
        return libraries

    def _share_to_plain(self, passed: bool) -> dict[str, int]:
        samples, libraries, calls, others = self._samples[passed]
        return {"samples": samples, "all_libraries": libraries, "all_calls": calls, "other_libraries": others}

    def _share_line(self, word: str, passed: bool) -> str:
        samples, libraries, calls, _ = self._samples[passed]
        if not samples:
            return ""
        return f"all libraries in {libraries / samples:.0%} of {word}, all calls in {calls / samples:.0%}"

    @staticmethod
    def _least_used(uses: Mapping[str, _Uses], most: int) -> list[tuple[str, _Uses]]:
        """The tools that most samples leave unused, first."""
        return sorted(uses.items(), key=lambda use: (-use[1].unused, use[0]))[:most]
