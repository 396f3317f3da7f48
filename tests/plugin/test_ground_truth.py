"""Ground truths are judged as samples are, and what they show is remembered and used."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from tiny import LIBS, RIGHT, WRONG, Bench

Spread = tuple[str, ...]

TASK_FILE = '''import math
import unittest


def task_func(x):
    """Square x.

    Parameters:
    - x (int): a number.

    Returns:
    - int: its square.

    Requirements:
    - math

    Example:
    >>> task_func(2)
    4
    """
    return math.floor({answer})


class TestCases(unittest.TestCase):
    def test_two(self):
        self.assertEqual(task_func(2), 4)
'''

#: Canonical solutions that fail as broken environments make them fail.
CORPUS = "    raise LookupError('Resource \\x1b[93mstopwords\\x1b[0m not found. Please use the NLTK Downloader')\n"
NETWORK = "    import urllib.request\n    return urllib.request.urlopen('http://nowhere.invalid').read()\n"
LIBRARY = "    import no_such_library_anywhere\n    return x * x\n"


def summary(bench: Bench, folder: str = "o") -> dict[str, Any]:
    """What a run with --bcb-output wrote."""
    result: dict[str, Any] = json.loads((bench.pytester.path / folder / "summary.json").read_text())
    return result


def unsound_dataset(bench: Bench) -> None:
    """A dataset of four tasks of which three are unsound."""
    path = bench.dataset(LIBS)
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    for row, solution in zip(rows[1:], (CORPUS, NETWORK, LIBRARY), strict=True):
        row["canonical_solution"] = solution
    bench.lines("data.jsonl", rows)


def test_ground_truths_are_items_as_samples_are(bench: Bench, spread: Spread) -> None:
    """The same ids, markers and reports, alone and over xdist's workers."""
    result = bench.run("--bcb-check-gt", "-v", "--bcb-output=o", *spread)

    result.assert_outcomes(passed=4)
    result.stdout.fnmatch_lines_random(["*ground-truth::Tiny/0?0? *", "all *4 *4 *4 *100.0%*"])
    assert summary(bench)["ground_truth"] == {"checked": 4, "sound": 4, "unsound": {}}


@pytest.mark.parametrize(
    ("arguments", "passed", "deselected"),
    [
        (("-k", "network"), 2, 2),
        (("-m", "network and not computation"), 1, 3),
        (("ground-truth::Tiny/3[0]",), 1, 0),
        (("ground-truth::Tiny/3[0]", "ground-truth::Tiny/0[0]"), 2, 0),
    ],
)
def test_ground_truths_are_selected_as_samples_are(
    bench: Bench, arguments: tuple[str, ...], passed: int, deselected: int
) -> None:
    """Keywords, markers, and ids copied from a report."""
    bench.run("--bcb-check-gt", *arguments).assert_outcomes(passed=passed, deselected=deselected)


def test_what_failed_last_can_be_run_again(bench: Bench) -> None:
    """--lf finds the ground truths that failed."""
    unsound_dataset(bench)
    bench.run("--bcb-check-gt").assert_outcomes(passed=1, failed=3)

    bench.run("--bcb-check-gt", "--lf").assert_outcomes(failed=3, deselected=1)


def test_an_unsound_task_is_named_with_the_reason_in_words(bench: Bench) -> None:
    """A missing corpus, the network, a missing library: the machine's fault is told from the model's."""
    unsound_dataset(bench)

    bench.run("--bcb-check-gt")
    result = bench.run("out.jsonl", "--bcb-output=o")

    reasons = {
        "Tiny/1": "nltk's stopwords is missing",
        "Tiny/time_network": "needs the network",
        "Tiny/3": "the library no_such_library_anywhere is not installed",
    }
    result.stdout.fnmatch_lines(
        [
            "pass@1 75.0% over all 4 tasks and 100.0% over the 1 sound ones",
            "unsound here, their own ground truth fails: 3 tasks",
            *(f"  {task_id}: {reason}" for task_id, reason in reasons.items()),
        ]
    )
    told = summary(bench)
    assert told["ground_truth"] == {"checked": 4, "sound": 1, "unsound": reasons}
    assert (told["overall"]["pass@1"], told["sound"]["pass@1"], told["sound"]["tasks"]) == (0.75, 1.0, 1)


def test_a_second_run_judges_no_ground_truth(bench: Bench, spread: Spread) -> None:
    """Everything comes from the user's cache, failure texts too; --cache-clear judges anew."""
    unsound_dataset(bench)
    bench.run("--bcb-check-gt", *spread)

    again = bench.run("--bcb-check-gt", "--bcb-output=o", *spread)
    anew = bench.run("--bcb-check-gt", "--cache-clear", "--bcb-output=p", *spread)

    again.assert_outcomes(passed=1, failed=3)
    again.stdout.fnmatch_lines(["E   LookupError: Resource *stopwords*"])
    assert (summary(bench)["stored"], summary(bench, "p")["stored"]) == (4, 0)
    assert anew.ret == again.ret == pytest.ExitCode.TESTS_FAILED


def test_cache_clear_forgets_what_is_judged_anew_and_no_more(bench: Bench, spread: Spread) -> None:
    """With one ground truth selected, what is known of the others stays."""
    bench.run("--bcb-check-gt")

    one = bench.run("--bcb-check-gt", "ground-truth::Tiny/3[0]", "--cache-clear", "--bcb-output=o", *spread)
    bench.run("--bcb-check-gt", "--bcb-output=p")

    one.assert_outcomes(passed=1)
    assert (summary(bench)["stored"], summary(bench, "p")["stored"]) == (0, 4)


def test_a_changed_task_is_judged_anew_and_the_others_are_not(bench: Bench) -> None:
    """What is known of a task depends on its texts; another name for the same ones is known as well."""
    bench.run("--bcb-check-gt")
    bench.dataset({"Tiny/new": ("numpy",), **LIBS})

    unchanged = bench.run("--bcb-check-gt", "--bcb-output=o")
    unsound_dataset(bench)
    changed = bench.run("--bcb-check-gt", "--bcb-output=p")

    unchanged.assert_outcomes(passed=5)
    changed.assert_outcomes(passed=1, failed=3)
    assert (summary(bench)["stored"], summary(bench, "p")["stored"]) == (5, 1)


def test_a_limit_that_a_person_set_makes_no_task_unsound(bench: Bench) -> None:
    """A timeout under --bcb-time-limit is not remembered."""
    bench.dataset({"Tiny/0": ("json",)}, canonical_solution="    import time\n    time.sleep(2)\n    return x * x\n")

    bench.run("--bcb-check-gt", "--bcb-time-limit=0.5").assert_outcomes(failed=1)
    result = bench.run("--bcb-check-gt", "--bcb-output=o")

    result.assert_outcomes(passed=1)
    assert summary(bench)["stored"] == 0


def test_a_cache_that_cannot_be_written_costs_no_verdict(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, spread: Spread
) -> None:
    """The run goes on, names what is unsound, and says that nothing is kept."""
    (bench.pytester.path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(bench.pytester.path / "file"))

    unsound_dataset(bench)

    result = bench.run("--bcb-check-gt", "--bcb-output=o", *spread)

    result.assert_outcomes(passed=1, failed=3)
    result.stdout.fnmatch_lines(
        ["unsound here, their own ground truth fails: 3 tasks", "what ground truths show is not kept: *"]
    )
    assert len(summary(bench)["ground_truth"]["unsound"]) == 3


def test_reports_carry_the_fingerprint(bench: Bench, spread: Spread) -> None:
    """Short in the header and in the last line, which -q leaves; as properties in JUnit XML; whole in summary.json."""
    result = bench.run("out.jsonl", "--bcb-output=o", "--junit-xml=o/j.xml", "--bcb-markdown=o/m.md", *spread)

    told = summary(bench)["environment"]["fingerprint"]
    assert told["libraries"].keys() == {"networkx", "pandas"}
    assert told["interpreter"].startswith("3.")
    result.stdout.fnmatch_lines(
        [f"fingerprint: {told['short']} (2 libraries*)", f"*, fingerprint {told['short']}: 4 verdicts in *"]
    )
    (suite,) = ElementTree.parse(bench.pytester.path / "o/j.xml").getroot()
    properties = {each.get("name"): each.get("value") for each in suite.findall("properties/property")}
    assert properties["bcb.fingerprint"] == told["short"]
    assert properties["bcb.dataset_hash"] == summary(bench)["dataset"]["hash"][:12]
    assert properties["bcb.interpreter"] == told["interpreter"]
    assert told["short"] in (bench.pytester.path / "o/m.md").read_text()


def test_ground_truths_and_samples_are_two_runs(bench: Bench) -> None:
    """Asked for both, the run says which option to leave out."""
    result = bench.run_inside("out.jsonl", "--bcb-check-gt")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --bcb-check-gt judges a dataset's ground truths and no samples; *"])


@pytest.fixture
def task_files(bench: Bench) -> Path:
    """A folder of task files below pytest's root, one of them unsound."""
    bench.options[:] = [option for option in bench.options if "dataset" not in option]
    bench.pytester.makeini("[pytest]\n")
    folder = bench.pytester.path / "mine"
    for name, answer in {"network/one": "x * x", "network/two": "x + 1", "exact_test": "x ** 2"}.items():
        path = folder / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TASK_FILE.format(answer=answer))
    return folder


def test_an_author_of_tasks_just_runs_pytest(bench: Bench, task_files: Path) -> None:
    """A folder of task files as an argument: an item for each task, under its file."""
    result = bench.run("mine", "-v", "-p", "xdist.plugin", "-n", "2")

    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["FAILED mine/network/two.py::mine/network/two?0? - wrong_answer: test_two: *"])


@pytest.mark.parametrize(
    ("argument", "outcomes"),
    [
        ("mine/network", {"passed": 1, "failed": 1}),
        ("mine/network/one.py", {"passed": 1}),
        ("mine/network/one.py::mine/network/one[0]", {"passed": 1}),
        ("mine/exact_test.py", {"passed": 1}),
        ("mine/network/one.py::TestCases", {"passed": 1}),
    ],
)
def test_a_part_of_a_folder_of_task_files_is_enough(
    bench: Bench, task_files: Path, argument: str, outcomes: dict[str, int]
) -> None:
    """A folder in it, a file, an id; the unittest class in a file remains pytest's."""
    bench.run(argument).assert_outcomes(**outcomes)


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        (("mine", "--ignore=mine/network"), ["exact_test"]),
        (("mine", "--ignore=mine/network/two.py"), ["exact_test", "network/one"]),
        (("mine", "--ignore-glob=*/two.py"), ["exact_test", "network/one"]),
        (("mine/network/one.py", "--ignore=mine/network"), ["network/one"]),
    ],
)
def test_what_is_ignored_is_not_collected(
    bench: Bench, task_files: Path, arguments: tuple[str, ...], names: list[str]
) -> None:
    """As pytest says: folders and files, by name or pattern, but not what is an argument itself."""
    result = bench.run_inside(*arguments, "--collect-only", "-q")

    result.stdout.fnmatch_lines([*(f"mine/{name}.py::mine/{name}?0?" for name in names), ""], consecutive=True)


def test_keywords_are_no_names_of_folders(bench: Bench, task_files: Path) -> None:
    """-k network selects by domain, and these tasks have the domain Computation."""
    assert bench.run("mine", "-k", "network").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_a_broken_task_file_is_named_before_the_run(bench: Bench, task_files: Path) -> None:
    """File, line and fault in one line."""
    (task_files / "broken.py").write_text("def task_func(x):\n    return x\n")

    result = bench.run_inside("mine")

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: mine/broken.py:*"])


def test_other_folders_are_left_alone(bench: Bench, task_files: Path) -> None:
    """Not asked for, or with a file of another kind, or one that pytest collects whole: nothing is claimed."""
    (bench.pytester.path / "test_own.py").write_text("def test_it():\n    pass\n")
    (task_files / "helper.py").write_text("HELP = 1\n")
    (bench.pytester.path / "theirs").mkdir()
    (bench.pytester.path / "theirs/test_it.py").write_text(TASK_FILE.format(answer="x * x"))

    bench.run("test_own.py").assert_outcomes(passed=1)
    bench.run("mine").assert_outcomes(passed=1)
    bench.run("theirs").assert_outcomes(passed=1)
    assert "bigcodebench: " not in bench.run("mine", "theirs").stdout.str()


def test_repeats_name_each_verdict_that_changed(bench: Bench, spread: Spread) -> None:
    """A solution that turns on the seed of hashes is found, its test named; pass@1 counts the first round only."""
    drawn = "def task_func(x):\n    return x * x if hash('a') % 2 == PARITY else -1\n"
    bench.samples(
        ("Tiny/0", RIGHT), ("Tiny/1", WRONG), ("Tiny/time_network", drawn.replace("PARITY", "0")), ("Tiny/3", RIGHT)
    )

    result = bench.run("out.jsonl", "--bcb-repeat=5", "--bcb-output=o", *spread)

    told = summary(bench)
    (change,) = told["repeats"]["changes"]
    assert (change["task_id"], change["tests"]) == ("Tiny/time_network", ["test_two", "test_zero"])
    assert told["repeats"]["rate"] == 0.25
    assert told["repeats"]["conditions"][:3:2] == ["seed 0, order as given", "seed 2, order shuffled"]
    assert told["repeats"]["conditions"][1].startswith("seed 1, order reversed")
    assert (" at once" in told["repeats"]["conditions"][1]) == (not spread)
    assert told["overall"]["samples"] == 4
    assert told["complete"]
    result.stdout.fnmatch_lines(
        ["4 samples judged 5 times, 1 verdict changed (25.00%)", "  Tiny/time_network?0?: * in round *; * in round *"]
    )


def test_one_sample_is_repeated_alone(bench: Bench) -> None:
    """An id from a report with --bcb-repeat judges that sample again and again."""
    result = bench.run("out.jsonl::Tiny/0[0]", "--bcb-repeat=3", "-v")

    result.assert_outcomes(passed=3)
    result.stdout.fnmatch_lines(
        ["out.jsonl::Tiny/0?0@3? PASSED*", "1 sample judged 3 times, 0 verdicts changed (0.00%)"]
    )


@pytest.mark.parametrize(
    "argument", ["out.jsonl::Tiny/0[0@2]", "out/Tiny_0/0.py::Tiny/0[0@2]", "mine/exact_test.py::mine/exact_test[0@2]"]
)
def test_one_round_is_run_again_by_its_id(bench: Bench, task_files: Path, argument: str) -> None:
    """Of a samples file, a samples folder, a folder of task files: that round, and no other."""
    if not argument.startswith("mine"):
        bench.options.append("--bcb-dataset=data.jsonl")
    solution = bench.pytester.path / "out/Tiny_0/0.py"
    solution.parent.mkdir(parents=True)
    solution.write_text(RIGHT)

    result = bench.run(argument, "--bcb-repeat=3", "-v")

    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines([f"{argument.replace('[', '?').replace(']', '?')} PASSED*"])


def test_a_round_that_failed_last_is_run_again(bench: Bench, task_files: Path, spread: Spread) -> None:
    """--lf takes the rounds that failed, of a task whose first round passed as well."""
    failed = ["mine/network/two.py::mine/network/two[0]", "mine/network/one.py::mine/network/one[0@2]"]
    cache = bench.pytester.path / ".pytest_cache/v/cache/lastfailed"
    cache.parent.mkdir(parents=True)
    cache.write_text(json.dumps(dict.fromkeys(failed, True)))

    result = bench.run("mine", "--lf", "--bcb-repeat=2", "-v", *spread)

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines_random(["*mine/network/one?0@2? *", "*mine/network/two?0? *"])


def test_repeats_and_reruns_go_together(bench: Bench, spread: Spread) -> None:
    """pytest-rerunfailures runs what failed again in its own round."""
    pytest.importorskip("pytest_rerunfailures")

    result = bench.run("out.jsonl", "-p", "pytest_rerunfailures", "--reruns=1", "--bcb-repeat=2", *spread)

    result.stdout.fnmatch_lines(["4 samples judged 2 times, 0 verdicts changed*", "*2 failed, 6 passed,* 2 rerun*"])
