"""Samples are judged as pytest runs tests: alone, under xdist, again, and never longer than they may."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from tiny import ENDLESS, RAISES, RIGHT, WRONG, Bench

Spread = tuple[str, ...]


def test_each_sample_is_a_test(bench: Bench, spread: Spread) -> None:
    """Right samples pass and wrong ones fail, however the run is spread."""
    result = bench.run("out.jsonl", "-v", *spread)

    result.assert_outcomes(passed=3, failed=1)
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    result.stdout.fnmatch_lines_random(["*out.jsonl::Tiny/0?0? *", "FAILED out.jsonl::Tiny/3?0? - wrong_answer: *"])


@pytest.mark.parametrize("arguments", [("--dist", "worksteal"), ("--dist", "loadgroup"), ("--dist", "loadfile")])
def test_every_way_to_spread_a_run_judges_all(bench: Bench, arguments: tuple[str, ...]) -> None:
    """xdist's distributions need the same collection everywhere, and have it."""
    bench.run("out.jsonl", "-p", "xdist.plugin", "-n", "2", *arguments).assert_outcomes(passed=3, failed=1)


def test_every_sample_finds_the_libraries_of_its_task_imported(bench: Bench, spread: Spread) -> None:
    """They are those of all selected tasks, in xdist's workers too, whatever sample comes first there."""
    rows = bench.dataset({"Tiny/0": ()}).read_text()
    rows += bench.dataset({"Tiny/1": ()}, complete_prompt="import jsonlines\ndef task_func(x):\n").read_text()
    bench.lines("data.jsonl", rows.splitlines())
    warm = "import sys\ndef task_func(x):\n    return x * x if 'jsonlines' in sys.modules else None\n"
    bench.samples(*[("Tiny/0", RIGHT)] * 4, *[("Tiny/1", warm)] * 4)

    bench.run("out.jsonl", "--bcb-uncalibrated", *spread).assert_outcomes(passed=8)


@pytest.mark.parametrize("missing", ["xdist", "timeout", "cacheprovider", "terminal"])
def test_no_other_plugin_is_needed(bench: Bench, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    """With the plugins of an installation loaded by their entry points, any of these can be turned off."""
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest -p no:faker -p no:anyio")

    result = bench.run("out.jsonl", "--bcb-output=o", "-p", f"no:{missing}")

    assert result.ret == pytest.ExitCode.TESTS_FAILED
    assert len((bench.pytester.path / "o/verdicts.jsonl").read_text().splitlines()) == 4


def test_the_first_failure_can_end_the_run(bench: Bench, spread: Spread) -> None:
    """-x stops, and what ran ahead is dropped."""
    bench.samples(*[("Tiny/0", WRONG)] * 30)

    result = bench.run("out.jsonl", "-x", *spread)

    assert 1 <= result.parseoutcomes()["failed"] < 30
    result.stdout.fnmatch_lines(["*stopping after 1 failures*"])


def test_a_failure_shows_tests_and_solution_and_nothing_of_the_plugin(bench: Bench, spread: Spread) -> None:
    """The lines that matter are the test's and the solution's own."""
    bench.samples(("Tiny/0", WRONG), ("Tiny/1", f"import os\n\n{RAISES}"))

    result = bench.run("out.jsonl", *spread)

    result.stdout.fnmatch_lines(
        [
            "*_ Tiny/0?0? _*",
            "    # solution, line 1",
            "    def task_func(x):",
            "        return x + 1",
            "    # wrong_answer in test_two",
            "    # test, line 4, in test_two",
            ">   *self.assertEqual(task_func(2), 4)",
            "E   AssertionError: 3 != 4",
        ]
    )
    result.stdout.fnmatch_lines(
        [
            "*_ Tiny/1?0? _*",
            "    # solution, line 4, in task_func",
            ">   *return x / nothing",
            "E   NameError: name 'nothing' is not defined",
        ]
    )
    result.stdout.no_fnmatch_line("*pytest_bigcodebench*")
    result.stdout.no_fnmatch_line("*SampleFailed*")


def test_long_output_is_cut_unless_everything_is_asked_for(bench: Bench) -> None:
    """A solution of a hundred lines shows its beginning; -vv shows all of it."""
    bench.samples(("Tiny/0", "import os\n" + WRONG + "".join(f"x{number} = {number}\n" for number in range(100))))

    short, full = bench.run("out.jsonl"), bench.run("out.jsonl", "-vv")

    short.stdout.fnmatch_lines(["    # solution, line 2", "    def task_func(x):", "    # ... and 82 more lines"])
    full.stdout.fnmatch_lines(["    # solution, line 1", "    import os", "    x99 = 99"])


def test_a_timeout_has_its_own_letter_and_row(bench: Bench, spread: Spread) -> None:
    """The limit of --bcb-time-limit ends what does not end."""
    bench.samples(("Tiny/0", RIGHT), ("Tiny/1", ENDLESS))

    result = bench.run("out.jsonl", "--bcb-time-limit=1", *spread)

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(["*T*", "*E   timeout: *", "not passed: timeout 1"])


@pytest.mark.parametrize("method", ["signal", "thread"])
def test_pytest_timeout_bounds_the_child_and_never_the_session(bench: Bench, spread: Spread, method: str) -> None:
    """Neither of its methods ends pytest or an xdist worker; the sample times out, the others are judged."""
    bench.samples(("Tiny/0", RIGHT), ("Tiny/1", ENDLESS), ("Tiny/3", RIGHT))

    result = bench.run("out.jsonl", "-p", "pytest_timeout", "--timeout=1", f"--timeout-method={method}", *spread)

    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["*E   timeout: *", "FAILED out.jsonl::Tiny/1?0? - timeout: *"])
    result.stdout.no_fnmatch_line("*Timeout (>1.0s)*")


@pytest.mark.parametrize("source", ["ini", "environment", "marker"])
def test_pytest_timeout_is_heard_wherever_it_is_set(bench: Bench, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    """Its ini value, its environment variable, and its marker bound the child too."""
    bench.samples(("Tiny/1", ENDLESS))
    if source == "ini":
        bench.pytester.makeini("[pytest]\ntimeout = 1")
    elif source == "environment":
        monkeypatch.setenv("PYTEST_TIMEOUT", "1")
    else:
        bench.pytester.makeconftest(
            """
            import pytest
            def pytest_collection_modifyitems(items):
                for item in items:
                    item.add_marker(pytest.mark.timeout(1))
            """
        )

    result = bench.run("out.jsonl", plugins=["pytest_timeout"])

    result.stdout.fnmatch_lines(["FAILED out.jsonl::Tiny/1?0? - timeout: *"])


def test_a_marker_on_one_sample_leaves_the_others_alone(bench: Bench) -> None:
    """Samples of one task share no list of markers."""
    bench.samples(("Tiny/1", RIGHT), ("Tiny/1", RIGHT))
    bench.pytester.makeconftest(
        """
        import pytest
        def pytest_collection_modifyitems(items):
            items[0].add_marker(pytest.mark.skip("not this one"))
        """
    )

    bench.run("out.jsonl").assert_outcomes(passed=1, skipped=1)


def test_failing_samples_can_be_run_again(bench: Bench, spread: Spread) -> None:
    """pytest-rerunfailures judges anew each time, and only the last verdict counts."""
    pytest.importorskip("pytest_rerunfailures")

    result = bench.run("out.jsonl", *spread, "-p", "pytest_rerunfailures", "--reruns=2", "--bcb-output=o")

    result.stdout.fnmatch_lines(["*1 failed, 3 passed, 2 rerun*"])
    assert len((bench.pytester.path / "o/verdicts.jsonl").read_text().splitlines()) == 4


def test_what_keeps_the_judge_from_judging_is_an_error_and_no_failure(bench: Bench, spread: Spread) -> None:
    """A samples file that changes while it is judged is no fault of the model: it counts in no rate."""
    bench.pytester.makeconftest(
        """
        import pytest
        @pytest.hookimpl(tryfirst=True)
        def pytest_runtest_setup(item):
            with open("out.jsonl", "r+") as file:
                file.write("#" * 20)
        """
    )

    result = bench.run("out.jsonl", *spread)

    result.assert_outcomes(passed=2, failed=1, errors=1)
    result.stdout.fnmatch_lines(
        [
            "Tiny/0?0? could not be judged: out.jsonl:1: the file changed after it was listed*",
            "all *3 *2 *",
            "not judged, and in no rate: 1 sample (see the errors)",
            "ERROR out.jsonl::Tiny/0?0? - Failed: Tiny/0?0? could not be judged: *",
        ]
    )
    result.stdout.no_fnmatch_line("*Traceback*")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_run_reports_and_leaves_no_process(bench: Bench, spread: Spread, number: signal.Signals) -> None:
    """Ctrl-C and the signals that end a job end the children too, and the summary says how far it came."""
    bench.samples(("Tiny/0", RIGHT), *[("Tiny/1", ENDLESS)] * 4)
    command = [sys.executable, "-m", "pytest", *bench.command("out.jsonl", "-v", "--bcb-time-limit=60", *spread)]
    # Whoever started these tests may have had the signal ignored, which the run would inherit.
    before = signal.signal(number, signal.SIG_DFL)
    process = subprocess.Popen(command, cwd=bench.pytester.path, stdout=subprocess.PIPE, text=True)
    signal.signal(number, before)
    with process:
        assert process.stdout is not None
        for line in process.stdout:
            if "PASSED" in line:
                break
        descendants = []
        for pid in _descendants(process.pid):
            with suppress(ProcessLookupError):  # Cells are made by processes that leave at once.
                descendants.append(os.pidfd_open(pid))
        process.send_signal(number)
        rest = process.stdout.read()

    assert process.returncode == pytest.ExitCode.INTERRUPTED
    assert "1 of 5 samples judged in this run" in rest
    assert len(descendants) >= 2
    for descendant in descendants:
        assert select.select([descendant], [], [], 10)[0], "a process outlived the run"
        os.close(descendant)


def _descendants(pid: int) -> list[int]:
    """All processes that a process started, and that these started."""
    children = [
        int(child) for path in Path(f"/proc/{pid}/task").glob("*/children") for child in path.read_text().split()
    ]
    return children + [each for child in children for each in _descendants(child)]
