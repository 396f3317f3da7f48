"""What a person sees in the terminal: the header, the pass rate so far, and the summary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Final

from pytest_bigcodebench.judge.text import clipped, printable
from pytest_bigcodebench.report.comparison import anchor_line, comparison_heading, comparison_lines
from pytest_bigcodebench.report.provenance import where_line
from pytest_bigcodebench.scoring.comparison import is_official
from pytest_bigcodebench.scoring.rates import Rate, Tally

if TYPE_CHECKING:
    import pytest

    from pytest_bigcodebench.evaluation import Evaluation, Source
    from pytest_bigcodebench.judge.judge import Environment
    from pytest_bigcodebench.report.gate import Gate
    from pytest_bigcodebench.report.results import Results

__all__ = [
    "Progress",
    "ground_truth_lines",
    "header_lines",
    "problem_lines",
    "rate_table",
    "repeat_lines",
    "summary_lines",
    "write_findings",
    "write_summary",
]

#: Problems and missing tasks that are named; the others are counted (``summary.json`` has them all).
_NAMED: Final = 10

#: Seconds after which the pass rate is shown again, and into how many parts a long run is cut by it.
_EVERY: Final = 10.0
_PARTS: Final = 10
#: Samples from which on a run is long.
_LONG: Final = 100


def header_lines(evaluation: Evaluation, environment: Environment | None, *, workers: int) -> Iterator[str]:
    """Say what is judged and where; without an environment (nothing will be judged) only what."""
    dataset = evaluation.dataset
    sources = evaluation.sources.values()
    names = ", ".join(f"{source.name} ({_count(len(source.index), 'sample')})" for source in sources)
    yield f"bigcodebench: {names} for {dataset.label} ({_count(len(dataset.tasks), 'task')})"
    if environment:
        jobs = f"one child in each of {workers} xdist workers" if workers else f"{environment.jobs} at once"
        yield f"judging in: Python {environment.version} ({environment.python}), {jobs}"
        yield _fingerprint_line(environment)
        yield f"sandbox: {environment.sandbox} (not covered: {environment.sandbox_gaps})"
        if environment.sandbox_reason:
            yield f"no stronger sandbox: {printable(environment.sandbox_reason)}"
    for source in sources:
        if problems := len(source.index.problems):
            yield f"{source.name}: {_count(problems, 'problem')}, listed at the end"


def _fingerprint_line(environment: Environment) -> str:
    fingerprint = environment.fingerprint
    line = f"fingerprint: {fingerprint.short} ({_count(len(fingerprint.libraries), 'library', 'libraries')}"
    if missing := fingerprint.missing:
        more = f", ... and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        line += f"; not installed: {', '.join(missing[:_NAMED])}{more}"
    return f"{line})"


class Progress:
    """Decides when the pass rate so far is worth a line."""

    def __init__(self, total: int, clock: Callable[[], float] = monotonic) -> None:
        self._total = total
        self._clock = clock
        self._started = self._said = clock()
        self._part = 0

    def line(self, tally: Tally) -> str:
        """The line to be shown now; empty most of the time, and always at the last sample (the summary follows)."""
        now = self._clock()
        part = tally.samples * _PARTS // self._total if self._total >= _LONG else 0
        if tally.samples >= self._total or (part <= self._part and now - self._said < _EVERY):
            return ""
        self._part, self._said = part, now
        rate = tally.passed / tally.samples
        return f"{tally.samples:,} of {self._total:,} judged, {rate:.1%} passed so far, {now - self._started:.0f} s"


def rate_table(tally: Tally, pass_k: Sequence[int]) -> list[str]:
    """The rates by domain and overall as aligned lines, the heading first and the overall rate last."""
    rates = {**tally.domains(pass_k), "all": tally.overall(pass_k)}
    ks = [k for k in pass_k if k in rates["all"].pass_at and k != 1]
    rows = [["domain", "tasks", "samples", "passed", "pass@1", "95 %", *(f"pass@{k}" for k in ks), "timeout", "other"]]
    rows += [_row(name, rate, ks) for name, rate in rates.items()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [f"{name:<{widths[0]}}  {'  '.join(map(str.rjust, cells, widths[1:]))}" for name, *cells in rows]


def summary_lines(results: Results, source: Source) -> Iterator[str]:
    """What there is to say of one samples file below its table."""
    tally, dataset = results.tallies[source.name], results.evaluation.dataset
    overall = tally.overall(results.pass_k)
    if overall.kinds:
        yield "not passed: " + ", ".join(f"{kind} {count:,}" for kind, count in overall.kinds.items())
    if "missing_library" in overall.kinds and dataset.name == "starter":
        yield from _what_starter_lacks(results.environment)
    if errors := results.errors[source.name]:
        yield f"not judged, and in no rate: {_count(errors, 'sample')} (see the errors)"
    judged = tally.samples + errors
    if results.environment and judged < len(source.index):
        yield f"{judged:,} of {_count(len(source.index), 'sample')} judged in this run"
    yield _attempted(source.missing, len(dataset.tasks))
    for k in results.evaluation.settings.pass_k or ():
        if tally.samples and k not in overall.pass_at:
            yield f"pass@{k} needs {_count(k, 'judged sample')} for every task"


def ground_truth_lines(results: Results) -> Iterator[str]:
    """Which tasks are unsound here, why, and what the rate is without them."""
    tally, unsound = results.overall, results.unsound
    counted = tally.task_ids
    if not results.environment or not results.evaluation.knowledge:
        return
    named = {task_id: reason for task_id, reason in unsound.items() if task_id in counted}
    unchecked = counted - results.evaluation.knowledge.verdicts.keys()
    if named and not results.evaluation.ground_truth:
        all_tasks, sound = tally.overall((1,)), tally.overall((1,), unsound)
        over = f"{_count(all_tasks.tasks, 'task')} and {_rate_text(sound)} over the {sound.tasks:,}"
        which = "not known to be unsound" if unchecked else "sound ones"
        yield f"pass@1 {_rate_text(all_tasks)} over all {over} {which}"
    if named:
        yield f"unsound here, their own ground truth fails: {_count(len(named), 'task')}"
    for task_id, reason in named.items():
        yield f"  {task_id}: {clipped(reason, 200)}"
    if unchecked and not results.evaluation.ground_truth:
        which = "which tasks are" if unchecked == counted else f"whether {_count(len(unchecked), 'other task')} are"
        yield f"{which} sound here is not known; {_how_to_check(results.evaluation)} finds out"


def _what_starter_lacks(environment: Environment | None) -> Iterator[str]:
    """How to have the libraries of the starter dataset, which come with an extra, where some are missing."""
    if environment and (missing := environment.fingerprint.missing):
        more = f", ... and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        remedy = "the judged Python needs pip install 'pytest-bigcodebench[starter]'"
        yield f"not installed: {', '.join(missing[:_NAMED])}{more}; {remedy}"


def _how_to_check(evaluation: Evaluation) -> str:
    settings = evaluation.settings
    python = f" --bcb-python={settings.python}" if settings.python else ""
    # What is known is kept for each level.
    sandbox = "" if settings.sandbox == "auto" else f" --bcb-sandbox={settings.sandbox}"
    return f"pytest --bcb-check-gt --bcb-dataset={settings.dataset or evaluation.dataset.name}{python}{sandbox}"


def _rate_text(rate: Rate) -> str:
    return f"{rate.pass_at[1]:.1%}" if rate.tasks else "-"


def repeat_lines(results: Results) -> Iterator[str]:
    """Which verdicts changed between the rounds of ``--bcb-repeat``, and under which conditions each round ran."""
    repeats = results.repeats
    if not repeats.compared:
        return
    changes = repeats.changes()
    samples = f"{_count(repeats.compared, 'sample')} judged {repeats.rounds} times"
    yield f"{samples}, {_count(len(changes), 'verdict')} changed ({repeats.rate():.2%})"
    for change in changes:
        yield f"  {clipped(str(change), 500)}"
    if changes:
        for number, conditions in enumerate(results.conditions(), 1):
            yield f"  round {number}: {conditions}"


def problem_lines(source: Source) -> Iterator[str]:
    """Every problem of a samples file, as far as there are not too many."""
    problems = source.index.problems
    for problem in problems[:_NAMED]:
        yield clipped(" ".join(str(problem).split()), 500)
    if len(problems) > _NAMED:
        yield f"... and {len(problems) - _NAMED:,} more (--bcb-output=DIR lists them all)"


def write_summary(terminal: pytest.TerminalReporter, results: Results, notes: Sequence[str], *, seconds: float) -> None:
    """Write a table for each samples file, then what was run where."""
    if terminal.config.get_verbosity() < -1 or terminal.config.option.no_summary:
        return
    evaluation = results.evaluation
    for source in evaluation.sources.values():
        if not (results.environment or source.missing or source.index.problems):
            continue
        terminal.write_sep("=", f"bigcodebench: {source.name}")
        if (tally := results.tallies[source.name]).samples:
            *lines, last = rate_table(tally, results.pass_k)
            terminal.write_line("\n".join(lines))
            terminal.write_line(last, bold=True)
        for line in summary_lines(results, source):
            terminal.write_line(line)
        for line in problem_lines(source):
            terminal.write_line(line, yellow=True)
    for line in (*ground_truth_lines(results), *repeat_lines(results), *notes):
        terminal.write_line(printable(line), yellow=True)
    if environment := results.environment:
        stored = f" ({results.stored:,} from an earlier run's journal)" if results.stored else ""
        judged = f"{_count(results.overall.samples, 'verdict')}{stored} in {seconds:.1f} s"
        terminal.write_line(f"{where_line(evaluation.dataset, environment)}: {judged}")


def write_findings(terminal: pytest.TerminalReporter, results: Results, gate: Gate | None) -> None:
    """Write what there is to say beside the rates: samples files against each other, insights, the shard, the gate."""
    if terminal.config.get_verbosity() < -1 or terminal.config.option.no_summary or not results.environment:
        return
    if comparison := results.comparison():
        terminal.write_sep("-", comparison_heading(comparison))
        terminal.write_line("\n".join(comparison_lines(comparison)))
    # What a ground truth uses and misuses says nothing of a model.
    for name, insights in ({} if results.evaluation.ground_truth else results.insights).items():
        for line in insights.lines():
            prefix = f"{name}: " if len(results.insights) > 1 else ""
            terminal.write_line(clipped(f"{prefix}{line}", 500))
    for line in _whole_lines(results):
        terminal.write_line(line)
    if gate and (gate.checks or gate.obstacle):
        first, *others = gate.lines()
        terminal.write_line(first, bold=True, green=gate.is_open, red=not gate.is_open)
        terminal.write_line("\n".join(others))


def _whole_lines(results: Results) -> Iterator[str]:
    """The published rates to compare with, and what part of a whole run this is."""
    evaluation = results.evaluation
    if is_official(evaluation.dataset) and results.overall.samples and not evaluation.ground_truth:
        yield anchor_line()
    if shard := evaluation.shard:
        yield f"shard {shard['index']}/{shard['count']}: {shard['samples']:,} of {shard['of']:,} samples"


def _row(name: str, rate: Rate, ks: Iterable[int]) -> list[str]:
    interval = f"{rate.interval.low:.1%} - {rate.interval.high:.1%}" if rate.interval else "-"
    timeouts = rate.kinds.get("timeout", 0)
    return [
        name,
        f"{rate.tasks:,}",
        f"{rate.samples:,}",
        f"{rate.passed:,}",
        f"{rate.pass_at[1]:.1%}" if rate.tasks else "-",
        interval,
        *(f"{rate.pass_at[k]:.1%}" if k in rate.pass_at else "-" for k in ks),
        f"{timeouts:,}",
        f"{rate.samples - rate.passed - timeouts:,}",
    ]


def _attempted(missing: Sequence[str], tasks: int) -> str:
    line = f"{tasks - len(missing):,} of {_count(tasks, 'task')} attempted"
    if missing:
        more = f", ... and {len(missing) - _NAMED:,} more" if len(missing) > _NAMED else ""
        line += f"; no sample for {', '.join(map(printable, missing[:_NAMED]))}{more}"
    return line


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
