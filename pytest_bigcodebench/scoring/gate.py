"""A gate for CI: whether pass rates are high enough, and not worse than an earlier run's beyond what chance does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum, isfinite
from typing import Any, Final

from pytest_bigcodebench.benchmark.domains import DOMAINS
from pytest_bigcodebench.scoring.comparison import Entry
from pytest_bigcodebench.scoring.paired import worse_p_value
from pytest_bigcodebench.scoring.rates import Score

__all__ = ["LEVEL", "Check", "Threshold", "check_baseline", "check_threshold", "parse_thresholds"]

#: How often, at most, a run that is no worse than its baseline is called worse.
LEVEL: Final = 0.05


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least pass@1 that is let through, in percent, overall (no domain) or in one domain."""

    percent: float
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was asked of a samples file, and whether it holds."""

    samples_file: str
    passed: bool
    #: What was found, for a person.
    text: str

    def to_plain(self) -> dict[str, Any]:
        """The check as JSON-compatible data."""
        return {"samples_file": self.samples_file, "passed": self.passed, "text": self.text}


def parse_thresholds(text: str) -> tuple[Threshold, ...]:
    """Read ``55`` or ``network=30``, several separated by commas.

    Raises ValueError, which says what is wrong, for anything else, and for two thresholds of one thing.
    """
    found = tuple(_parse_threshold(part.strip()) for part in text.split(","))
    domains = [threshold.domain for threshold in found]
    for domain in domains:
        if domains.count(domain) > 1:
            raise ValueError(f"there must be one threshold for {domain or 'all domains together'}")
    return found


def check_threshold(threshold: Threshold, samples_file: str, scores: Iterable[Score]) -> Check:
    """Hold the scores of one samples file's tasks against a threshold."""
    inside = [score for score in scores if not threshold.domain or threshold.domain in score.domains]
    what = threshold.domain or "all"
    if not inside:
        return Check(samples_file, False, f"{what}: no sample was judged, {threshold.percent:g} % were asked for")
    percent = 100 * fsum(score.rate for score in inside) / len(inside)
    # 11 of 20 is 55 %, though its float is a little more.
    passed = percent >= threshold.percent - 1e-9
    text = f"{what}: pass@1 {percent:.1f} % is {'at least' if passed else 'below'} {threshold.percent:g} %"
    return Check(samples_file, passed, text)


def check_baseline(entry: Entry, baseline: Entry) -> Check:
    """Hold one samples file against an earlier output of the same dataset, on the tasks that both have."""
    before, now = baseline.rates, entry.rates
    steps = [now[task] - before[task] for task in before if task in now]
    if not steps:
        return Check(entry.name, False, f"baseline {baseline.name}: it has no task in common with this run")
    p = worse_p_value(steps, exact=entry.is_single and baseline.is_single)
    worse = p < LEVEL
    points = f"{100 * fsum(steps) / len(steps):+.1f} points on {len(steps):,} tasks, p = {p:.3f}"
    verdict = "significantly worse" if worse else "not significantly worse"
    return Check(entry.name, not worse, f"baseline {baseline.name}: {verdict} ({points})")


def _parse_threshold(text: str) -> Threshold:
    domain, equals, number = text.rpartition("=")
    domain = domain.strip()
    if equals and domain not in DOMAINS:
        raise ValueError(f"there is no domain {domain!r} (the domains are {', '.join(DOMAINS)})")
    try:
        percent = float(number)
    except ValueError:
        percent = -1.0
    if not (isfinite(percent) and 0 <= percent <= 100):
        raise ValueError("the least pass rate must be a percentage from 0 to 100, alone or after a domain (network=30)")
    return Threshold(percent, domain)
