"""The reporter: what the reports of a run become, in the terminal, in the output folder, and in the journals."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timezone
from time import monotonic
from typing import TYPE_CHECKING, Any

import pytest

from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.report.gate import Gate
from pytest_bigcodebench.report.html.page import HtmlPage
from pytest_bigcodebench.report.integrations.session import tell_at_end, tell_at_start
from pytest_bigcodebench.report.markdown import MarkdownReport
from pytest_bigcodebench.report.official import DETAILS, OfficialFiles
from pytest_bigcodebench.report.output import OutputFolder
from pytest_bigcodebench.report.properties import from_properties
from pytest_bigcodebench.report.provenance import provenance
from pytest_bigcodebench.report.results import Results
from pytest_bigcodebench.report.terminal import Progress, header_lines, write_findings, write_summary
from pytest_bigcodebench.rounds import round_of
from pytest_bigcodebench.timeouts import configured_timeout

if TYPE_CHECKING:
    from pytest_bigcodebench.evaluation import Evaluation
    from pytest_bigcodebench.scoring.record import Record

__all__ = ["Reporter"]


class Reporter:
    """Gathers the reports of one run, in the only process or on xdist's controller (where nothing is judged)."""

    def __init__(self, config: pytest.Config, evaluation: Evaluation, *, workers: int) -> None:
        self._config = config
        self._evaluation = evaluation
        self._workers = workers
        self._results = Results(evaluation, distributed=bool(workers))
        self._output: OutputFolder | None = None
        self._official: OfficialFiles | None = None
        self._markdown = MarkdownReport(evaluation.settings.markdown, os.environ.get("GITHUB_STEP_SUMMARY", ""))
        self._page: HtmlPage | None = None
        self._expected: Collection[str] = ()
        self._gate: Gate | None = None
        #: Number of failures that are samples that did not pass, and nothing else.
        self._not_passed = 0
        self._progress = Progress(0)
        #: What there is to be said before the run, and what could not be kept, at its end.
        self._notes: list[str] = []
        self._faults: list[str] = []
        self._file_order = {source.name: number for number, source in enumerate(evaluation.sources.values())}
        self._task_order = {printable(task_id): number for number, task_id in enumerate(evaluation.dataset.tasks)}
        self._started, self._date = monotonic(), datetime.now(timezone.utc)

    def prepare(self) -> None:
        """Find out what would keep the run from its end; raises `BenchmarkError` or `pytest.UsageError` for it."""
        self._gate = self._open_gate()
        if path := self._evaluation.settings.html:
            self._page = HtmlPage(path, self._evaluation, self._order)
            self._page.prepare()
        self._results.environment = self._evaluation.environment()
        self._open_journals()
        if folder := self._evaluation.settings.output:
            # In this order: what the first refuses leaves no file open.
            self._official = OfficialFiles(folder, self._evaluation)
            self._official.open()
            self._output = OutputFolder(folder, self._order)
            self._output.open()
        tell_at_start(self._config, self._provenance)

    def header(self) -> list[str]:
        """Lines for pytest's header."""
        return [*header_lines(self._evaluation, self._results.environment, workers=self._workers), *self._notes]

    @property
    def fingerprint(self) -> str:
        """The environment's, in short; empty where nothing is judged."""
        return self._evaluation.fingerprint

    def journals(self) -> dict[str, str]:
        """Where the workers' journals are, by samples file, as xdist can send it."""
        journals = self._evaluation.journals.items()
        return {str(path): str(journal.path) for path, journal in journals if not journal.fault}

    def begin(self, nodeids: Iterable[str]) -> None:
        """Hear which items are about to run. Only the first call counts, since each xdist worker collects the same."""
        if not self._expected:
            self._expected = [nodeid for nodeid in nodeids if self._evaluation.source_of(nodeid)]
            self._progress = Progress(sum(round_of(nodeid) == 1 for nodeid in self._expected))
            self._evaluation.begin_journals(self._expected)
            anew = self._expected if self._config.getoption("cacheclear", False) else ()
            self._evaluation.begin_ground_truth(anew)

    def add(self, report: pytest.TestReport) -> None:
        """Take one report; those of other items are left alone."""
        record = from_properties(report.user_properties) if report.when == "call" else None
        self._not_passed += record is not None and report.failed
        if record and str(report.outcome) != "rerun":
            self._add_record(record, getattr(report, DETAILS, {}))
        elif report.failed and report.when not in ("call", "teardown"):
            self._add_error(report.nodeid)
        else:
            return
        if self._page and round_of(report.nodeid) == 1:
            self._page.add(report, record)

    def add_faults(self, faults: Iterable[str]) -> None:
        """Take what could not be kept; said once, however many workers say it."""
        self._faults += [fault for fault in faults if fault not in self._faults]

    def add_shard(self, shard: dict[str, Any] | None) -> None:
        """Hear from an xdist worker what part of the whole this run is; all say the same."""
        self._evaluation.shard = self._evaluation.shard or shard

    def add_unkept(self, verdicts: Mapping[str, dict[str, Any]]) -> None:
        """Hear from an xdist worker what it found of ground truths and could not keep for this process."""
        if self._evaluation.knowledge:
            self._evaluation.knowledge.hear(verdicts)

    def finish(self, exit_status: int, *, failed: int) -> int:
        """Write what there is to be written at the end, of an interrupted run too; return the run's exit status.

        `failed` is the number of failures that pytest counted, of which those of samples alone do not count where
        there is a gate.
        """
        self._evaluation.learn()
        exit_status = self._decide(exit_status, others=failed - self._not_passed)
        self.add_faults(self._evaluation.journal_faults())
        if self._output:
            self._output.finish({**self._results.to_plain(), **self._run_to_plain(exit_status)})
            self.add_faults([self._output.fault] if self._output.fault else [])
        if self._official:
            self._official.finish(self._results.pass_at_k())
            self.add_faults([self._official.fault] if self._official.fault else [])
        self._markdown.finish(self._results)
        self.add_faults(self._markdown.faults)
        if self._results.environment:
            self.add_faults(filter(None, [tell_at_end(self._config, self._provenance)]))
        if self._page:
            self._page.finish(self._results, self._run_to_plain(exit_status))
            self.add_faults([self._page.fault] if self._page.fault else [])
        return exit_status

    def summarize(self, terminal: pytest.TerminalReporter) -> None:
        """Write the summary of the run to the terminal."""
        write_summary(terminal, self._results, [*self._notes, *self._faults], seconds=monotonic() - self._started)
        write_findings(terminal, self._results, self._gate)
        if self._page and self._page.written:
            terminal.write_line(f"page: {self._page.written}")

    def _open_gate(self) -> Gate | None:
        settings = self._evaluation.settings
        if not settings.is_gated:
            return None
        files = [source.name for source in self._evaluation.sources.values()]
        return Gate.open(settings.fail_under or (), settings.baseline, files, self._evaluation.dataset)

    def _decide(self, exit_status: int, *, others: int) -> int:
        """The exit status that a gate makes of pytest's, where that says no more than whether something failed."""
        if self._gate is None or exit_status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
            return exit_status
        obstacle = "" if self._is_complete else "not every sample was judged"
        if others:
            obstacle = f"{others} failure{'s' if others > 1 else ''} or errors beside samples that did not pass"
        is_open = self._gate.decide(self._results.tallies, obstacle)
        return int(pytest.ExitCode.OK if is_open else pytest.ExitCode.TESTS_FAILED)

    @property
    def _provenance(self) -> dict[str, str]:
        assert self._results.environment
        return provenance(self._evaluation.dataset, self._results.environment)

    @property
    def _is_complete(self) -> bool:
        judged = self._results.judged + self._results.errors.total()
        return judged == len(self._expected)

    def _open_journals(self) -> None:
        resume = self._evaluation.settings.resume
        if not self._config.pluginmanager.hasplugin("cacheprovider"):
            if resume:
                raise pytest.UsageError("--bcb-resume needs pytest's cache, which -p no:cacheprovider turned off")
            return
        assert self._config.cache
        try:
            folder = self._config.cache.mkdir("bcb")
            self._notes += self._evaluation.open_journals(folder, configured_timeout(self._config))
        except OSError as error:
            if resume:
                raise pytest.UsageError(f"--bcb-resume cannot use pytest's cache directory ({error})") from None
            self.add_faults([f"pytest's cache directory cannot be used ({error}): this run cannot be resumed"])

    def _add_record(self, record: Record, details: Mapping[str, str]) -> None:
        self._results.add(record)
        if record.round > 1:
            return
        self._markdown.add(record)
        if self._official:
            self._official.add(record, details)
        if self._output:
            self._output.add(record)
        if line := self._progress.line(self._results.overall):
            self._say(line)

    def _say(self, line: str) -> None:
        """Write a line between the letters of pytest's progress, and let these go on below it."""
        terminal = self._config.pluginmanager.getplugin("terminalreporter")
        if not terminal or self._config.get_verbosity() < 0:
            return
        if terminal.currentfspath:
            terminal.ensure_newline()
        else:  # The letters of an xdist run belong to no file.
            terminal.write_line("")
        terminal.write_line(line)

    def _add_error(self, nodeid: str) -> None:
        """Count a sample that has no verdict: its setup failed, or its xdist worker died."""
        if source := self._evaluation.source_of(nodeid):
            self._results.errors[source.name] += 1

    def _order(self, record: Record) -> tuple[int, int, int]:
        """A record's place among all, however they come in."""
        return self._file_order[record.samples_file], self._task_order[record.task_id], record.sample

    def _run_to_plain(self, exit_status: int) -> dict[str, Any]:
        return {
            "started": self._date.isoformat(timespec="seconds"),
            "wall_s": round(monotonic() - self._started, 1),
            "xdist_workers": self._workers,
            "complete": self._is_complete,
            "expected": sum(round_of(nodeid) == 1 for nodeid in self._expected),
            "exit_status": exit_status,
            "shard": self._evaluation.shard,
            "gate": self._gate.to_plain() if self._gate else None,
        }
