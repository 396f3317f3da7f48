"""Every pytest hook of the plugin. Hooks decide; what they decide on is done elsewhere.

Two objects hold the hooks of a run that has samples, so that a project without any pays for the options and no more:
`SamplesHooks` in every process, `ReportHooks` in the only one, or under pytest-xdist on the controller.
"""

from __future__ import annotations

import sys
from collections.abc import Generator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pytest_bigcodebench.settings import add_options, usage_errors

if TYPE_CHECKING:
    from pytest_bigcodebench.evaluation import Evaluation
    from pytest_bigcodebench.items import SamplesFile, SamplesFolder
    from pytest_bigcodebench.report.reporter import Reporter
    from pytest_bigcodebench.settings import Settings

__all__ = ["ReportHooks", "SamplesHooks", "pytest_addoption", "pytest_configure"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the options and ini values."""
    add_options(parser)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None, object, object]:
    """Before pytest executes, or obeys, what it takes for its own in a samples folder, refuse that."""
    from pytest_bigcodebench.arguments import refuse_configuration, refuse_conftests, samples_folders
    from pytest_bigcodebench.settings import named_samples

    folders = samples_folders(early_config, named_samples(early_config))
    refuse_configuration(early_config, folders)
    refuse_conftests(early_config, folders)
    return (yield)


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Take part if there are samples; before other plugins open the files of their reports."""
    from pytest_bigcodebench.arguments import claim_samples
    from pytest_bigcodebench.settings import named_samples, read_settings
    from pytest_bigcodebench.task_arguments import claim_ground_truth

    paths = claim_samples(config, named_samples(config))
    ground_truth = claim_ground_truth(config, paths)
    asked = bool(paths or ground_truth)
    if asked or config.option.markers:
        _register_markers(config)
    if asked and sys.platform == "win32":
        raise pytest.UsageError("samples cannot be judged on Windows, which cannot fork; use WSL 2")
    if asked:
        settings = read_settings(config)
        if not (_is_worker(config) or config.option.collectonly):
            _check_reports(config, settings, paths)
        config.pluginmanager.register(SamplesHooks(config, settings, paths, ground_truth), "bcb-samples")


def _check_reports(config: pytest.Config, settings: Settings, paths: Sequence[Path]) -> None:
    from pytest_bigcodebench.report.integrations import check_integrations
    from pytest_bigcodebench.report.places import check_places

    datasets = [Path(settings.dataset).absolute()] if settings.dataset else []
    with usage_errors():
        check_integrations(config)
        check_places(config, settings, paths, datasets)


def _register_markers(config: pytest.Config) -> None:
    from pytest_bigcodebench.items import MARKERS

    for line in MARKERS:
        config.addinivalue_line("markers", line)


class SamplesHooks:
    """Collects samples and lets them be judged."""

    def __init__(
        self, config: pytest.Config, settings: Settings, paths: Sequence[Path], ground_truth: Path | None
    ) -> None:
        self._config = config
        self._settings = settings
        self._paths = paths
        self._ground_truth = ground_truth

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self) -> None:
        """Open the samples files, and find out what would keep the run from its end, before anything else is done."""
        from pytest_bigcodebench.items import EVALUATION
        from pytest_bigcodebench.report.integrations import register_integrations
        from pytest_bigcodebench.signals import exit_cleanly_on_signals

        config = self._config
        evaluation = config.stash[EVALUATION] = self._open_evaluation()
        # Cleanups run in reverse order: signals are heard until the judge is closed.
        exit_cleanly_on_signals(config)
        config.add_cleanup(evaluation.close)
        if _is_worker(config):
            told = config.workerinput  # type: ignore[attr-defined]  # set by xdist
            evaluation.adopt_journals(told["bcb_journals"])
            evaluation.fingerprint = told["bcb_fingerprint"]
        else:
            config.pluginmanager.register(ReportHooks(self._make_reporter(evaluation)), "bcb-report")
        register_integrations(config)

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(
        self, file_path: Path, parent: pytest.Collector
    ) -> Generator[None, list[pytest.Collector], list[pytest.Collector]]:
        """Collect the run's samples files, which nobody else then does, and no other file of JSON lines."""
        from pytest_bigcodebench.items import collector_for

        collectors = yield
        ours = collector_for(file_path, parent.session)
        return [ours] if ours else collectors

    def pytest_collect_directory(self, path: Path, parent: pytest.Collector) -> SamplesFile | SamplesFolder | None:
        """Collect the run's samples folders."""
        from pytest_bigcodebench.items import collector_for

        return collector_for(path, parent.session)

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(
        self, config: pytest.Config, items: list[pytest.Item]
    ) -> Generator[None, None, None]:
        """Add the items of further rounds before other plugins select; afterwards leave the other shards theirs.

        Every xdist worker does the same.
        """
        from pytest_bigcodebench.items import repeat, take_shard

        repeat(items, self._settings.repeat)
        yield
        if self._settings.shard and (deselected := take_shard(items, config, *self._settings.shard)):
            config.hook.pytest_deselected(items=deselected)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Let the judge run ahead of all items; an xdist worker learns of its items one by one, and judges them so."""
        from pytest_bigcodebench.items import EVALUATION, SampleItem

        if not _will_run(session):
            return
        items = [item for item in session.items if isinstance(item, SampleItem)]
        session.config.stash[EVALUATION].expect(items)
        if not _is_worker(session.config):
            session.config.stash[EVALUATION].schedule(items)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Let an item's reports say what its sample's verdict does."""
        from pytest_bigcodebench.items import SampleItem
        from pytest_bigcodebench.report.integrations.reports import complete_report

        report = yield
        if isinstance(item, SampleItem):
            complete_report(report, item)
        return report

    @pytest.hookimpl(tryfirst=True, optionalhook=True)
    def pytest_timeout_set_timer(self, item: pytest.Item) -> bool | None:
        """Set no timer of pytest-timeout's: its limit bounds the child."""
        from pytest_bigcodebench.items import SampleItem

        return True if isinstance(item, SampleItem) else None

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Tell the controller what an xdist worker could not journal."""
        from pytest_bigcodebench.items import EVALUATION

        if _is_worker(session.config):
            evaluation = session.config.stash[EVALUATION]
            output = session.config.workeroutput  # type: ignore[attr-defined]  # set by xdist
            output["bcb_faults"] = evaluation.journal_faults()
            output["bcb_shard"] = evaluation.shard
            if evaluation.ground_truth and evaluation.knowledge:
                output["bcb_unkept"] = evaluation.knowledge.unkept()

    def _open_evaluation(self) -> Evaluation:
        from pytest_bigcodebench.evaluation import open_evaluation, open_ground_truth

        config = self._config
        distributed = _is_worker(config) or _is_controller(config)
        settings = replace(self._settings, jobs=1) if distributed else self._settings
        with usage_errors():
            if place := self._ground_truth:
                return open_ground_truth(settings, place, folder=config.invocation_params.dir, root=config.rootpath)
            return open_evaluation(settings, self._paths, folder=config.invocation_params.dir, root=config.rootpath)

    def _make_reporter(self, evaluation: Evaluation) -> Reporter:
        from pytest_bigcodebench.report.reporter import Reporter

        reporter = Reporter(self._config, evaluation, workers=_count_workers(self._config))
        if not self._config.option.collectonly:
            with usage_errors():
                reporter.prepare()
        return reporter


class ReportHooks:
    """Hands reports on to the reporter; reads nothing of an item but its reports."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter

    def pytest_report_header(self) -> list[str]:
        """Say what is judged, and where."""
        return self._reporter.header()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> None:
        """Begin; under xdist the controller has no items, and learns from its workers which there are."""
        if session.items and _will_run(session):
            self._reporter.begin(item.nodeid for item in session.items)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count what a report says."""
        self._reporter.add(report)

    def pytest_report_teststatus(self, report: pytest.CollectReport | pytest.TestReport) -> tuple[str, str, str] | None:
        """Give a timeout a letter of its own."""
        kind = dict(getattr(report, "user_properties", ())).get("kind")
        return ("failed", "T", "FAILED") if report.failed and kind == "timeout" else None

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int | pytest.ExitCode) -> None:
        """Finish the output folder, of an interrupted run too; a gate decides the exit status."""
        session.exitstatus = self._reporter.finish(int(exitstatus), failed=session.testsfailed)

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Show the rates."""
        self._reporter.summarize(terminalreporter)

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Tell an xdist worker where to journal, and in which environment it judges."""
        node.workerinput["bcb_journals"] = self._reporter.journals()
        node.workerinput["bcb_fingerprint"] = self._reporter.fingerprint

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, ids: Sequence[str]) -> None:
        """Begin as soon as the first xdist worker has collected; none runs anything before all have."""
        self._reporter.begin(ids)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Hear what an xdist worker could not journal."""
        output = getattr(node, "workeroutput", {})
        self._reporter.add_faults(output.get("bcb_faults", ()))
        self._reporter.add_shard(output.get("bcb_shard"))
        self._reporter.add_unkept(output.get("bcb_unkept", {}))


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


def _is_controller(config: pytest.Config) -> bool:
    return config.pluginmanager.hasplugin("dsession")


def _count_workers(config: pytest.Config) -> int:
    """Number of xdist workers; 0 without xdist."""
    return (config.option.numprocesses or len(config.option.tx)) if _is_controller(config) else 0


def _will_run(session: pytest.Session) -> bool:
    """Whether items are going to run, by pytest's own rule."""
    option = session.config.option
    return not option.collectonly and (not session.testsfailed or option.continue_on_collection_errors)
