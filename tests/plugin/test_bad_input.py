"""Bad input is one clear line that says what to do, before the run, and never a traceback."""

from __future__ import annotations

import gzip
import os
import sys

import pytest
from tiny import RIGHT, Bench

from pytest_bigcodebench.settings import read_settings


def refused(bench: Bench, *arguments: str) -> str:
    """Run what must be refused, and return the line that says why."""
    result = bench.run_inside(*arguments)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "Traceback" not in result.stderr.str()
    assert "INTERNALERROR" not in result.stdout.str()
    (line,) = [line for line in result.errlines if line]
    return line


@pytest.mark.parametrize(
    ("argument", "message"),
    [
        ("--bcb-jobs=0", "the number of children must be 'auto' or a whole number from 1, got '0' from --bcb-jobs"),
        ("--bcb-jobs=9999999999", "the number of children must be * from 1 to 9 digits, got '9999999999' *"),
        ("--bcb-samples=", "--bcb-samples is empty; give it the path of a samples file or folder"),
        ("--bcb-dataset=", "the dataset must be a name or a path, got '' from --bcb-dataset"),
        ("--bcb-output=", "there must be a path, got '' from --bcb-output"),
        ("--bcb-time-limit=-3", "the time limit must be a number of seconds above 0, got '-3' from --bcb-time-limit"),
        ("--bcb-pass-k=0", "the values of k for pass@k must be whole numbers from 1, *, got '0' from --bcb-pass-k"),
        ("--bcb-pass-k=one", "the values of k for pass@k must be whole numbers from 1, *, got 'one' from *"),
        ("--bcb-jobs=two", "the number of children must be 'auto' or a whole number from 1, got 'two' from --bcb-jobs"),
        ("--bcb-time-limit=0", "the time limit must be a number of seconds above 0, got '0' from --bcb-time-limit"),
        ("--bcb-time-limit=nan", "the time limit must be a number of seconds above 0, got 'nan' from --bcb-time-limit"),
        (
            "--bcb-memory-limit=1.5",
            "the memory limit must be a whole number of MiB from 1, got '1.5' *",
        ),
        ("--bcb-cpu-limit=-1", "the CPU limit must be a number of seconds above 0, got '-1' from --bcb-cpu-limit"),
        ("--bcb-process-limit=0", "the process limit must be a whole number from 1, got '0' *"),
        ("--bcb-open-file-limit=8", "the open file limit must be a whole number from 32, got '8' *"),
        ("--bcb-disk-limit=x", "the disk limit must be a whole number of MiB from 1, got 'x' *"),
        ("--bcb-output-limit=", "the output limit must be a whole number of characters from 1, got '' *"),
        (
            "--bcb-sandbox=none",
            "the sandbox must be one of auto, bubblewrap, landlock, off, got 'none' from --bcb-sandbox",
        ),
        (
            "--bcb-pass-k=1,,5",
            "the values of k for pass@k must be whole numbers from 1, separated by commas, got '1,,5' *",
        ),
        (
            "--bcb-python=/nowhere/python",
            "there must be a Python interpreter to run samples with, got '/nowhere/python' from --bcb-python",
        ),
    ],
)
def test_a_bad_option_is_named_with_its_value(bench: Bench, argument: str, message: str) -> None:
    """The message ends in where the value came from."""
    bench.options[1:] = []

    pytest.LineMatcher([refused(bench, "out.jsonl", argument)]).fnmatch_lines([f"ERROR: {message}"])


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("echo hello", "its answer is not what a Python interpreter's would be"),
        ("echo what >&2; exit 3", "it ended with status 3: what"),
    ],
)
def test_a_program_that_is_no_python_is_refused_in_few_words(bench: Bench, script: str, reason: str) -> None:
    """What was asked of it, a program of many lines, is not shown."""
    program = bench.pytester.path / "program"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)

    assert refused(bench, "out.jsonl", f"--bcb-python={program}") == (
        f"ERROR: {program} is not a Python interpreter that can be started ({reason}); name another with --bcb-python"
    )


def test_a_bad_ini_value_is_named_with_its_file(bench: Bench) -> None:
    """The same for values of the ini file, which hold unless the option is given."""
    path = bench.pytester.makeini("[pytest]\nbcb_jobs = many")

    assert refused(bench, "out.jsonl") == (
        f"ERROR: the number of children must be 'auto' or a whole number from 1, got 'many' from bcb_jobs in {path}"
    )
    bench.run("out.jsonl", "--bcb-jobs=1").assert_outcomes(passed=3, failed=1)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("missing.jsonl", "missing.jsonl: there is no such file; check the path"),
        ("empty.jsonl", "empty.jsonl: holds no sample; *"),
        (
            "broken.jsonl",
            "nothing in broken.jsonl can be judged with data.jsonl@*: broken.jsonl:1: not JSON *(and 1 more)",
        ),
        (
            "other.jsonl",
            "nothing in other.jsonl can be judged with data.jsonl@*: other.jsonl:1: * has no task 'Other/1'*",
        ),
    ],
)
def test_a_samples_file_of_which_nothing_is_usable_is_refused(bench: Bench, name: str, message: str) -> None:
    """Missing, empty, not JSON, for other tasks: the file and its first fault are named."""
    bench.lines("empty.jsonl", [])
    bench.lines("broken.jsonl", ["{", "[]"])
    bench.samples(("Other/1", RIGHT), name="other.jsonl")

    line = refused(bench, f"--bcb-samples={name}")

    pytest.LineMatcher([line]).fnmatch_lines([f"ERROR: {message}"])


#: Paths of which a look at them raises: no such user's home, and a name that is too long for any.
ODD_PATHS = ["~nobody-there/x.jsonl", "~t.jsonl", f"{'long' * 100}.jsonl"]


@pytest.mark.parametrize("path", ODD_PATHS)
@pytest.mark.parametrize("option", ["", "--bcb-samples=", "--bcb-dataset=", "--bcb-baseline=", "--bcb-html="])
def test_a_path_that_cannot_be_is_refused(bench: Bench, option: str, path: str) -> None:
    """As an argument, beside no samples at all, it is pytest's own error."""
    if option == "--bcb-html=" and path.startswith("~"):
        path = f"{path}/{'long' * 100}"

    assert path in refused(bench, *(["out.jsonl", f"{option}{path}"] if option else [path]))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look everywhere")
@pytest.mark.parametrize("arguments", [("",), ("--bcb-samples=",), ("out.jsonl", "--bcb-dataset=")])
def test_a_path_in_a_folder_that_may_not_be_searched_is_refused(bench: Bench, arguments: tuple[str, ...]) -> None:
    """It is not known whether there is anything."""
    bench.pytester.mkdir("locked").chmod(0o600)

    assert "locked/x.jsonl" in refused(bench, *arguments[:-1], f"{arguments[-1]}locked/x.jsonl")


@pytest.mark.parametrize("name", ["~t.jsonl", "~nobody-there.jsonl"])
def test_a_tilde_that_is_no_users_is_part_of_a_name(bench: Bench, name: str) -> None:
    """As in a shell."""
    bench.samples(("Tiny/0", RIGHT), name=name)

    for argument in (name, f"--bcb-samples={name}"):
        bench.run_inside("--collect-only", argument).stdout.fnmatch_lines(["collected 1 item"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("out.jsonl", "--bcb-sandbox=off"), "the judge cannot be started: no temporary directory can be made (*)*"),
        (("--bcb-check-gt", "--bcb-sandbox=off"), "the judge cannot be started: no temporary directory can be made *"),
        (("out.jsonl.gz",), "out.jsonl.gz: cannot be decompressed, no temporary file can be made (*); set TMPDIR to *"),
    ],
)
def test_no_temporary_directory_is_one_line(bench: Bench, arguments: tuple[str, ...], message: str) -> None:
    """What needs one says what to set; nothing says that the samples file is not there."""
    path = bench.pytester.path / "out.jsonl"
    (bench.pytester.path / "out.jsonl.gz").write_bytes(gzip.compress(path.read_bytes()))
    bench.pytester.makeconftest("import tempfile\ntempfile.tempdir = '/nowhere/at/all'\n")

    result = bench.run(*arguments)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "INTERNALERROR" not in result.stdout.str()
    result.stderr.fnmatch_lines([f"ERROR: {message}"])


def test_without_pytests_own_collectors_it_works(bench: Bench) -> None:
    """Those of Python files and of doctests may be blocked."""
    bench.pytester.makefile(".txt", a="nothing")

    blocked = ("-p", "no:python", "-p", "no:doctest")
    assert bench.run_inside(*blocked, "a.txt").ret == pytest.ExitCode.USAGE_ERROR
    bench.run_inside("--collect-only", *blocked, "out.jsonl").assert_outcomes()


def test_a_switch_in_an_ini_file_that_is_neither_on_nor_off_is_named_with_its_file(bench: Bench) -> None:
    """pytest says of it what it is, and not whose."""
    path = bench.pytester.makeini("[pytest]\nbcb_strict = maybe")

    assert refused(bench, "out.jsonl") == f"ERROR: invalid truth value 'maybe' from bcb_strict in {path}"


def test_a_list_in_pyproject_is_no_deprecated_value(bench: Bench) -> None:
    """It is what pytest expects of an option that may be given several times."""
    bench.pytester.makepyprojecttoml(
        '[tool.pytest.ini_options]\nbcb_fail_under = [40, "network=10"]\nfilterwarnings = ["error"]'
    )

    result = bench.run("out.jsonl")

    assert result.ret == pytest.ExitCode.OK
    result.assert_outcomes(passed=3, failed=1)


def test_a_list_in_pyproject_is_read_as_one(bench: Bench) -> None:
    """Its numbers, too, are what they are on the command line."""
    bench.pytester.makepyprojecttoml('[tool.pytest.ini_options]\nbcb_fail_under = [40, "general=x"]')

    result = bench.run("out.jsonl")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: *, got '40,general=x' from bcb_fail_under in *"])


BAD_LINES = [
    '{"task_id": "Tiny/1"',
    '{"task_id": "Tiny/1"}',
    '{"solution": "pass"}',
    '{"task_id": "Tiny/1", "solution": 7}',
    '{"task_id": "Tiny/99", "solution": "pass"}',
    "[]",
]


def test_lines_that_cannot_be_used_are_listed_and_the_others_judged(bench: Bench, spread: tuple[str, ...]) -> None:
    """Each is named by file and line, in the header's count and in the summary."""
    bench.lines("out.jsonl", [*BAD_LINES, {"task_id": "Tiny/0", "solution": RIGHT}])

    result = bench.run("out.jsonl", *spread)

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["out.jsonl: 6 problems, listed at the end"])
    result.stdout.fnmatch_lines_random([f"out.jsonl:{number}: *" for number in range(1, 7)])


def test_many_problems_are_counted_in_the_terminal_and_listed_in_the_output(bench: Bench) -> None:
    """A thousand bad lines do not bury the rates."""
    bench.lines("out.jsonl", [*["{"] * 1000, {"task_id": "Tiny/0", "solution": RIGHT}])

    result = bench.run("out.jsonl", "--bcb-output=o")

    result.stdout.fnmatch_lines(["out.jsonl:10: not JSON*", "... and 990 more (--bcb-output=DIR lists them all)"])
    assert (bench.pytester.path / "o/summary.json").read_text().count("not JSON") == 1000


def test_strict_lets_no_line_be_left_out(bench: Bench) -> None:
    """With --bcb-strict the first bad line is an error."""
    bench.lines("out.jsonl", [{"task_id": "Tiny/0", "solution": RIGHT}, *BAD_LINES])

    line = refused(bench, "out.jsonl", "--bcb-strict")

    pytest.LineMatcher([line]).fnmatch_lines(
        ["ERROR: out.jsonl:2: not JSON *(and 5 more problems); --bcb-strict lets nothing be left out"]
    )


@pytest.mark.parametrize("source", ["option", "ini"])
def test_strict_wants_a_sample_for_each_task(bench: Bench, source: str) -> None:
    """Without it, missing tasks are counted and named; with it they are an error."""
    bench.samples(("Tiny/0", RIGHT), ("Tiny/3", RIGHT))
    if source == "ini":
        bench.pytester.makeini("[pytest]\nbcb_strict = true")

    line = refused(bench, "out.jsonl", *(["--bcb-strict"] if source == "option" else []))

    pytest.LineMatcher([line]).fnmatch_lines(
        ["ERROR: out.jsonl: 2 of 4 tasks of * have no sample: Tiny/1, Tiny/time_network; --bcb-strict wants *"]
    )


def test_samples_for_two_datasets_are_refused(bench: Bench) -> None:
    """A run has one dataset; which ones the samples call for is said."""
    bench.options[0] = "--color=no"
    bench.samples(("BigCodeBench/1", RIGHT), name="a.jsonl")
    bench.samples(("starter/time/x", RIGHT), name="b.jsonl")

    line = refused(bench, "a.jsonl", "b.jsonl")

    assert "for two datasets" in line


def test_an_unknown_dataset_is_refused_with_what_there_is(bench: Bench) -> None:
    """The names that can be given stand in the message."""
    bench.options[0] = "--bcb-dataset=bigcodbench"

    assert "did you mean bigcodebench" in refused(bench, "out.jsonl")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_an_output_folder_without_permission_is_refused_before_the_run(bench: Bench) -> None:
    """Nothing is judged for nothing."""
    folder = bench.pytester.mkdir("locked")
    folder.chmod(0o500)

    assert "cannot be written to" in refused(bench, "out.jsonl", "--bcb-output=locked/o")


def test_an_output_folder_that_cannot_be_is_refused_before_the_run(bench: Bench, spread: tuple[str, ...]) -> None:
    """A file stands where the folder should be."""
    line = refused(bench, "out.jsonl", "--bcb-output=data.jsonl/o", *spread)

    assert line.startswith(f"ERROR: {bench.pytester.path}/data.jsonl/o: cannot be written to (")


#: Options that name a file to write, each with a place where none can be, and what is said of it.
PLACES = [
    (option, place, message.format(option=option))
    for option in ("--bcb-html", "--bcb-markdown", "--junit-xml")
    for place, message in (
        ("out.jsonl/r", "*/out.jsonl/r: cannot be written (*); give {option} a file that can be"),
        ("out.jsonl", "*/out.jsonl: is read by this run, and would be replaced; give {option} another file"),
        ("data.jsonl", "*/data.jsonl: is read by this run, and would be replaced; give {option} another file"),
    )
]


@pytest.mark.parametrize(("option", "place", "message"), PLACES)
def test_a_report_that_cannot_be_written_is_refused_before_the_run(
    bench: Bench, spread: tuple[str, ...], option: str, place: str, message: str
) -> None:
    """Ours and pytest's own: the option is named, no input is replaced, and no worker is started."""
    before = {name: (bench.pytester.path / name).read_text() for name in ("out.jsonl", "data.jsonl")}

    pytest.LineMatcher([refused(bench, "out.jsonl", f"{option}={place}", *spread)]).fnmatch_lines([f"ERROR: {message}"])

    assert before == {name: (bench.pytester.path / name).read_text() for name in before}


@pytest.mark.parametrize("name", ["", "verdicts.jsonl", "summary.json", "out_pass_at_k.json"])
def test_a_folder_in_the_place_of_a_file_is_refused_before_the_run(bench: Bench, name: str) -> None:
    """Also where the name of the file is ours."""
    (bench.pytester.path / "o" / name).mkdir(parents=True)
    arguments = ["--bcb-output=o"] if name else ["--bcb-markdown=o"]

    assert ": is a folder; give --bcb-" in refused(bench, "out.jsonl", *arguments)


def test_two_reports_in_one_file_are_refused(bench: Bench) -> None:
    """The second would replace the first."""
    line = refused(bench, "out.jsonl", "--bcb-markdown=r", "--junit-xml=./r")

    assert line.endswith("/r: is written by --bcb-markdown too; give --junit-xml another file")


@pytest.mark.parametrize("place", ["fold", "fold/o", "link/o"])
def test_an_output_folder_among_the_samples_is_refused(bench: Bench, place: str) -> None:
    """Its files would be in the next run's samples folder."""
    path = bench.pytester.path / "fold/Tiny_0/0.py"
    path.parent.mkdir(parents=True)
    path.write_text(RIGHT)
    (bench.pytester.path / "link").symlink_to("fold")

    line = refused(bench, "--bcb-samples=fold", f"--bcb-output={place}")

    assert line.endswith(f"/{place}: is in the samples folder fold; give --bcb-output a folder outside of it")
    assert [each.name for each in (bench.pytester.path / "fold").iterdir()] == ["Tiny_0"]


def test_looking_for_a_place_leaves_nothing_there(bench: Bench) -> None:
    """Folders that are missing are made; what an earlier run wrote stands; a pipe is no obstacle."""
    (bench.pytester.path / "old.md").write_text("earlier")
    os.mkfifo(bench.pytester.path / "pipe")

    arguments = ("--bcb-markdown=old.md", "--bcb-html=new/page.html", "--junit-xml=pipe", "--bcb-dataset=nowhere.jsonl")
    assert "nowhere.jsonl" in refused(bench, "out.jsonl", *arguments)

    assert (bench.pytester.path / "old.md").read_text() == "earlier"
    assert list((bench.pytester.path / "new").iterdir()) == []


def test_a_samples_file_with_a_bracket_in_its_name_is_refused_in_words(bench: Bench) -> None:
    """pytest takes a bracket for a parameter."""
    bench.samples(("Tiny/0", RIGHT), name="model[1].jsonl")

    assert "rename" in refused(bench, "--bcb-samples=model[1].jsonl")


def test_the_folder_that_pytest_is_called_in_may_have_a_bracket(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, spread: tuple[str, ...]
) -> None:
    """What counts is what is given to pytest."""
    path = bench.samples(("Tiny/0", RIGHT), name="a[1]/out.jsonl")
    bench.options[0] = f"--bcb-dataset={bench.pytester.path / 'data.jsonl'}"
    monkeypatch.chdir(path.parent)

    bench.run("--bcb-samples=out.jsonl", "--bcb-output=o", *spread).assert_outcomes(passed=1)
    assert "rename" in refused(bench, "--bcb-samples=../b[1].jsonl")


@pytest.mark.parametrize("option", ["", "--bcb-samples="])
def test_a_name_that_is_not_utf_8_is_refused_before_the_run(bench: Bench, option: str) -> None:
    """Neither reports nor xdist's workers could be told of it."""
    name = os.fsdecode(b"bad\xff.jsonl")
    bench.samples(("Tiny/0", RIGHT), name=name)

    line = refused(bench, f"{option}{name}")

    assert line == (
        r"ERROR: bad\udcff.jsonl: is no name in UTF-8; rename it, or set PYTHONUTF8=1 where the locale is C"
    )


def test_a_pipe_is_no_samples_file(bench: Bench) -> None:
    """It could be read once, and samples are looked up."""
    os.mkfifo(bench.pytester.path / "pipe")

    assert refused(bench, "--bcb-samples=pipe") == (
        "ERROR: pipe: is neither a file nor a folder; write it to a file first"
    )


def test_each_sample_is_judged_by_one_worker(bench: Bench) -> None:
    """With --dist each all would be, and be counted, several times."""
    line = refused(bench, "out.jsonl", "-p", "xdist.plugin", "--dist", "each", "--tx", "2*popen")

    assert line == "ERROR: --dist each would judge and count each sample once a worker; use another, or -n"


def test_the_command_line_wins_over_an_ini_file_between_env_and_python(bench: Bench) -> None:
    """Both name the interpreter; two that are set in one place are refused."""
    python = bench.pytester.path / "user-cache/pytest-bigcodebench/environments/mine/bin/python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (python.parent.parent / "bcb-environment.json").write_text("{}")

    def chosen(*arguments: str) -> str | None:
        return read_settings(bench.pytester.parseconfig(*bench.command(*arguments))).python

    bench.pytester.makeini(f"[pytest]\nbcb_python = {sys.executable}")
    assert chosen("--bcb-env=mine") == str(python)
    bench.pytester.makeini("[pytest]\nbcb_env = mine")
    assert chosen(f"--bcb-python={sys.executable}") == sys.executable
    assert chosen() == str(python)
    with pytest.raises(pytest.UsageError, match="name two interpreters"):
        chosen("--bcb-env=mine", f"--bcb-python={sys.executable}")


def test_nothing_selected_is_pytests_own_status(bench: Bench, spread: tuple[str, ...]) -> None:
    """No item, no judging, no rates, and no crash."""
    result = bench.run("out.jsonl", "-k", "nothing_like_this", "--bcb-output=o", *spread)

    assert result.ret == pytest.ExitCode.NO_TESTS_COLLECTED
    result.stdout.fnmatch_lines(["0 of 4 samples judged in this run"])
