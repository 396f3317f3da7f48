"""A run that was killed resumes, and loses nothing."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tiny import ENDLESS, RIGHT, WRONG, Bench

Spread = tuple[str, ...]


def journals(bench: Bench) -> list[Path]:
    """The journals in pytest's cache directory."""
    return sorted((bench.pytester.path / ".pytest_cache/d/bcb").iterdir())


def stored(bench: Bench) -> int:
    """How many verdicts the journals hold by now."""
    return sum(path.read_text().count('"verdict"') for path in bench.pytester.path.glob(".pytest_cache/d/bcb/*.jsonl"))


def test_a_killed_run_resumes_where_it_was(bench: Bench, spread: Spread) -> None:
    """After kill -9 the verdicts that were there are taken, the others are judged, and all are reported on."""
    bench.samples(("Tiny/0", RIGHT), ("Tiny/1", WRONG), ("Tiny/0", WRONG), ("Tiny/3", ENDLESS))
    command = [sys.executable, "-m", "pytest", *bench.command("out.jsonl", "-v", *spread), "--bcb-time-limit=7"]
    with subprocess.Popen(command, cwd=bench.pytester.path, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "Tiny/1[0] FAILED" in line or "FAILED out.jsonl::Tiny/1[0]" in line:
                process.kill()
                break
    assert process.returncode == -signal.SIGKILL

    result = bench.run("out.jsonl", "--bcb-resume", "--bcb-time-limit=7", "--bcb-output=o", *spread)

    result.assert_outcomes(passed=1, failed=3)
    result.stdout.fnmatch_lines(["out.jsonl: resuming, ? of 4 verdicts are there", "E   AssertionError: 3 != 4"])
    lines = [json.loads(line) for line in (bench.pytester.path / "o/verdicts.jsonl").read_text().splitlines()]
    assert [line["task_id"] for line in lines] == ["Tiny/0", "Tiny/0", "Tiny/1", "Tiny/3"]
    assert [line["stored"] for line in lines if line["task_id"] == "Tiny/1"] == [True]


def test_a_verdict_is_kept_before_its_item_asks_for_it(bench: Bench) -> None:
    """While pytest waits for a slow sample, those behind it are judged: kill -9 does not cost their verdicts."""
    bench.samples(("Tiny/0", ENDLESS), ("Tiny/1", RIGHT), ("Tiny/3", WRONG), ("Tiny/0", RIGHT))
    options = ("out.jsonl", "--bcb-jobs=2", "--bcb-time-limit=20")
    command = [sys.executable, "-m", "pytest", *bench.command(*options)]
    with subprocess.Popen(command, cwd=bench.pytester.path, stdout=subprocess.DEVNULL) as process:
        while stored(bench) < 3:
            assert process.poll() is None, "the run ended before it was killed"
            time.sleep(0.05)
        process.kill()

    result = bench.run(*options, "--bcb-resume", "-k", "not (Tiny/0 and 0)")

    result.stdout.fnmatch_lines(["out.jsonl: resuming, 3 of 4 verdicts are there"])


def test_a_worker_that_is_killed_loses_nothing_that_was_judged(bench: Bench) -> None:
    """A verdict is on disk before xdist hears of it: what died with its worker is taken when the run is resumed."""
    bench.pytester.makeconftest(
        """
        import os, pathlib, signal
        import pytest
        @pytest.hookimpl(tryfirst=True)
        def pytest_runtest_call(item):
            if "Tiny/1" in item.nodeid and not pathlib.Path("killed").exists():
                pathlib.Path("killed").touch()
                os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    first = bench.run("out.jsonl", "-p", "xdist.plugin", "-n", "2")

    result = bench.run("out.jsonl", "--bcb-resume", "-p", "xdist.plugin", "-n", "2")

    first.stdout.fnmatch_lines(["*worker 'gw?' crashed while running 'out.jsonl::Tiny/1?0?'*"])
    result.stdout.fnmatch_lines(["out.jsonl: resuming, 4 of 4 verdicts are there"])
    result.assert_outcomes(passed=3, failed=1)


def test_what_is_there_is_not_judged_again(bench: Bench, spread: Spread) -> None:
    """A whole run resumed gives the same verdicts, failure texts too, and judges nothing."""
    first = bench.run("out.jsonl", "--bcb-output=a", *spread)

    second = bench.run("out.jsonl", "--bcb-resume", "--bcb-output=b", *spread)

    read = [(bench.pytester.path / folder / "verdicts.jsonl").read_text().splitlines() for folder in "ab"]
    before, after = ([{**json.loads(line), "stored": True} for line in lines] for lines in read)
    assert before == after
    failure = [line for line in first.outlines if line.startswith(("E  ", ">  "))]
    assert failure
    assert failure == [line for line in second.outlines if line.startswith(("E  ", ">  "))]
    second.stdout.fnmatch_lines(["*: 4 verdicts (4 from an earlier run's journal) in * s"])


def test_a_run_without_the_option_judges_anew(bench: Bench) -> None:
    """Only who asks for stored verdicts gets them."""
    bench.run("out.jsonl")

    bench.run("out.jsonl").stdout.no_fnmatch_line("*journal*")


def test_judging_one_sample_again_keeps_the_others(bench: Bench, spread: Spread) -> None:
    """A look at one sample does not cost the verdicts of a long run."""
    bench.run("out.jsonl", *spread)
    bench.run("out.jsonl::Tiny/3[0]", *spread)

    result = bench.run("out.jsonl", "--bcb-resume", *spread)

    result.stdout.fnmatch_lines(["out.jsonl: resuming, 4 of 4 verdicts are there"])


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ("samples", "samples"),
        ("dataset", "dataset, libraries and data"),
        ("data", "libraries and data"),
        ("--bcb-time-limit=77", "time limit"),
        ("--bcb-memory-limit=777", "memory limit"),
        ("--bcb-cpu-limit=77", "CPU limit"),
        ("--bcb-disk-limit=77", "disk limit"),
        ("--bcb-uncalibrated", "calibration"),
    ],
)
def test_what_changed_is_said_and_nothing_stale_is_used(
    bench: Bench, change: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Verdicts on other samples, by another dataset, with other data or limits are not those of this run."""
    bench.run("out.jsonl")
    if change == "samples":
        bench.samples(("Tiny/0", RIGHT))
    elif change == "dataset":
        bench.dataset({"Tiny/0": ("json",), "Tiny/1": ("json",), "Tiny/3": (), "Tiny/time_network": ()})

    elif change == "data":
        (tmp_path / "corpora" / "words").mkdir(parents=True)
        monkeypatch.setenv("NLTK_DATA", str(tmp_path))

    result = bench.run("out.jsonl", "--bcb-resume", *([change] if change.startswith("--") else []))

    result.stdout.fnmatch_lines(
        [f"out.jsonl: nothing to resume, changed since the earlier run: {name}; judging all of it"]
    )
    result.stdout.no_fnmatch_line("*from an earlier run*")


def test_where_there_was_no_run_there_is_nothing_to_resume(bench: Bench) -> None:
    """This is said, and all is judged."""
    result = bench.run("out.jsonl", "--bcb-resume")

    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["out.jsonl: nothing to resume, no earlier run on it is known; judging all of it"])


def test_a_torn_last_line_is_dropped(bench: Bench) -> None:
    """A line that was being written when the machine stopped is judged again."""
    bench.run("out.jsonl")
    (journal,) = journals(bench)
    journal.write_bytes(journal.read_bytes()[:-20])

    result = bench.run("out.jsonl", "--bcb-resume")

    result.stdout.fnmatch_lines(["out.jsonl: resuming, 3 of 4 verdicts are there"])
    bench.run("out.jsonl", "--bcb-resume").stdout.fnmatch_lines(["out.jsonl: resuming, 4 of 4 verdicts are there"])


def test_a_journal_that_cannot_be_written_is_one_line_and_the_run_goes_on(bench: Bench, spread: Spread) -> None:
    """The verdicts are worth more than the chance to resume."""
    folder = bench.pytester.path / ".pytest_cache/d"
    folder.mkdir(parents=True)
    (folder / "bcb").write_text("a file where a folder should be")

    result = bench.run("out.jsonl", *spread)

    result.assert_outcomes(passed=3, failed=1)
    result.stdout.fnmatch_lines(["pytest's cache directory cannot be used (*): this run cannot be resumed"])


def test_a_journal_that_breaks_off_is_one_line_and_the_run_goes_on(bench: Bench, spread: Spread) -> None:
    """However many processes cannot go on writing, it is said once."""
    bench.pytester.makeconftest(
        """
        import shutil
        def pytest_runtest_setup(item):
            shutil.rmtree(".pytest_cache/d/bcb", ignore_errors=True)
        """
    )

    result = bench.run("out.jsonl", *spread)

    result.assert_outcomes(passed=3, failed=1)
    lines = [line for line in result.outlines if line.startswith("the journal ")]
    assert [
        line.endswith("cannot be written (No such file or directory): this run cannot be resumed") for line in lines
    ] == [True]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line_and_the_run_goes_on(bench: Bench, spread: Spread) -> None:
    """Journal and output folder break off where the disk is full; pytest reports on all the same."""
    bench.pytester.makeconftest(
        """
        import pathlib
        import pytest
        @pytest.hookimpl(tryfirst=True)
        def pytest_runtest_setup():
            for path in pathlib.Path(".pytest_cache/d/bcb").glob("*.jsonl"):
                if not path.is_symlink():
                    path.unlink(missing_ok=True)
                    path.symlink_to("/dev/full")
        """
    )
    (bench.pytester.path / "o").mkdir()
    (bench.pytester.path / "o/verdicts.jsonl.partial").symlink_to("/dev/full")

    result = bench.run("out.jsonl", "--bcb-output=o", *spread)

    result.assert_outcomes(passed=3, failed=1)
    full = [line for line in result.outlines if "No space left on device" in line]
    assert len(full) == 2
    assert full[0].startswith("the journal ")
    assert full[0].endswith("cannot be written (No space left on device): this run cannot be resumed")
    assert full[1].endswith("cannot be written to (No space left on device): its files are not complete")
    result.stdout.no_fnmatch_line("*Traceback*")


def test_a_journal_that_cannot_be_read_is_one_line_and_the_run_goes_on(bench: Bench) -> None:
    """What lies where the journal should be is left alone."""
    bench.run("out.jsonl")
    (journal,) = journals(bench)
    journal.unlink()
    journal.mkdir()

    bench.run("out.jsonl").stdout.fnmatch_lines(["the journal * cannot be written (*): this run cannot be resumed"])
    result = bench.run("out.jsonl", "--bcb-resume")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --bcb-resume cannot use pytest's cache directory (*)"])


def test_resuming_needs_the_cache(bench: Bench) -> None:
    """Without pytest's cache there is no journal: asking for one is an error, not asking is fine."""
    bench.run("out.jsonl", "-p", "no:cacheprovider").assert_outcomes(passed=3, failed=1)

    result = bench.run("out.jsonl", "-p", "no:cacheprovider", "--bcb-resume")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --bcb-resume needs pytest's cache, which -p no:cacheprovider turned off"])
