"""Samples are collected, named and selected as pytest's users expect of tests."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tiny import RIGHT, WRONG, Bench

ALL = [
    "out.jsonl::Tiny/0[0]",
    "out.jsonl::Tiny/1[0]",
    "out.jsonl::Tiny/time_network[0]",
    "out.jsonl::Tiny/3[0]",
]


def collected(bench: Bench, *arguments: str) -> list[str]:
    """The node ids that a run would have."""
    result = bench.run_inside("--collect-only", "-q", *arguments)
    return [line for line in result.outlines if "::" in line]


def test_naming_a_samples_file_and_giving_it_by_option_mean_the_same(bench: Bench) -> None:
    """Both collect an item for each sample, in the file's order."""
    assert collected(bench, "--bcb-samples=out.jsonl") == ALL
    assert collected(bench, "out.jsonl") == ALL
    assert collected(bench, "out.jsonl", "--bcb-samples=./out.jsonl") == ALL


def test_only_samples_are_collected_where_they_are_given_without_arguments(bench: Bench) -> None:
    """Tests of the folder that pytest is called in are left alone, and so are its testpaths."""
    bench.pytester.makepyfile(test_mine="def test_mine(): pass")
    bench.pytester.makeini("[pytest]\ntestpaths = .")

    assert collected(bench, "--bcb-samples=out.jsonl") == ALL


def test_tests_and_samples_run_together_where_both_are_named(bench: Bench) -> None:
    """Arguments are kept."""
    bench.pytester.makepyfile(test_mine="def test_mine(): pass")

    assert collected(bench, "test_mine.py", "--bcb-samples=out.jsonl") == ["test_mine.py::test_mine", *ALL]


def test_several_samples_of_a_task_are_numbered_in_their_order(bench: Bench) -> None:
    """The second line for a task is its sample 1."""
    bench.samples(("Tiny/0", RIGHT), ("Tiny/1", RIGHT), ("Tiny/0", WRONG))

    assert collected(bench, "out.jsonl") == [
        "out.jsonl::Tiny/0[0]",
        "out.jsonl::Tiny/1[0]",
        "out.jsonl::Tiny/0[1]",
    ]


@pytest.mark.parametrize("given", [(), ("--bcb-samples=out.jsonl",)], ids=["named", "with option"])
def test_an_id_given_again_selects_just_its_sample(bench: Bench, given: tuple[str, ...]) -> None:
    """An id can be copied from a report, also beside the option that gives the whole file."""
    assert collected(bench, ALL[2], *given) == [ALL[2]]


def test_a_task_given_without_a_number_selects_all_its_samples(bench: Bench) -> None:
    """As for a parametrized test."""
    bench.samples(("Tiny/0", RIGHT), ("Tiny/1", RIGHT), ("Tiny/0", WRONG))

    assert collected(bench, "out.jsonl::Tiny/0") == ["out.jsonl::Tiny/0[0]", "out.jsonl::Tiny/0[1]"]


def test_samples_files_stay_apart(bench: Bench) -> None:
    """Two models' samples for one task are told apart by their files, in the order in which these are given."""
    bench.samples(("Tiny/0", RIGHT), name="models/b.jsonl")
    bench.samples(("Tiny/0", RIGHT), name="models/a.jsonl")

    assert collected(bench, "--bcb-samples=models/b.jsonl", "--bcb-samples=models/a.jsonl") == [
        "models/b.jsonl::Tiny/0[0]",
        "models/a.jsonl::Tiny/0[0]",
    ]


def test_a_samples_file_outside_of_the_root_has_ids_that_can_be_given_again(bench: Bench, tmp_path: Path) -> None:
    """Such a file is named by its absolute path."""
    bench.options.append("--rootdir=.")
    path = tmp_path / "out.jsonl"
    path.write_text(json.dumps({"task_id": "Tiny/0", "solution": RIGHT}))

    assert collected(bench, f"--bcb-samples={path}") == [f"{path}::Tiny/0[0]"]
    assert collected(bench, f"{path}::Tiny/0[0]") == [f"{path}::Tiny/0[0]"]


def test_files_that_nobody_names_are_no_samples_files(bench: Bench) -> None:
    """Looking through a folder for tests takes no file of JSON lines for a samples file."""
    bench.pytester.makepyfile(test_mine="def test_mine(): pass")

    assert collected(bench, ".") == ["test_mine.py::test_mine"]


def test_a_file_is_known_by_its_first_line(pytester: pytest.Pytester, bench: Bench) -> None:
    """Without any option, a named file whose first line is a sample is judged; other JSON lines are left to others."""
    bench.lines("logs.jsonl", [{"task_id": 3, "level": "info"}])
    bench.options.clear()

    assert bench.run_inside("logs.jsonl").ret == pytest.ExitCode.USAGE_ERROR
    bench.run_inside("out.jsonl").stderr.fnmatch_lines(["ERROR: no dataset is known for task ids like 'Tiny/0'*"])


def test_the_official_folder_form_is_collected(bench: Bench) -> None:
    """A folder has one folder a task with numbered solutions; its ids can be given again like any other."""
    for name in ("BigCodeBench_13/0.py", "BigCodeBench_13/1.py", "BigCodeBench_7/0.py"):
        path = bench.pytester.path / "network" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RIGHT)
    bench.dataset({"BigCodeBench/7": ("json",), "BigCodeBench/13": ("json",)})
    ids = [
        "network/BigCodeBench_7/0.py::BigCodeBench/7[0]",
        "network/BigCodeBench_13/0.py::BigCodeBench/13[0]",
        "network/BigCodeBench_13/1.py::BigCodeBench/13[1]",
    ]

    assert collected(bench, "--bcb-samples=network") == ids
    assert collected(bench, "network") == ids
    assert collected(bench, ids[1]) == [ids[1]]
    assert collected(bench, ids[1], "--bcb-samples=network") == [ids[1]]
    assert collected(bench, "network", "-k", "network") == []
    bench.run("network", "--bcb-output=o").assert_outcomes(passed=3)
    lines = (bench.pytester.path / "o/verdicts.jsonl").read_text().splitlines()
    assert [json.loads(line)["samples_file"] for line in lines] == ["network"] * 3


#: A solution that tells whether it is executed outside of the sandbox, where it may write.
TELLTALE = f"open({{mark!r}}, 'w').close()\n{RIGHT}"


@pytest.fixture
def solutions(bench: Bench, tmp_path: Path) -> Iterator[Callable[..., None]]:
    """Write solutions in a samples folder's form, of which none may be executed outside of the sandbox."""
    mark = tmp_path / "executed"

    def write(*names: str) -> None:
        for name in names:
            path = bench.pytester.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(TELLTALE.format(mark=str(mark)))

    yield write
    assert not mark.exists()


@pytest.mark.parametrize(
    ("name", "stray"), [("0.py", "README.md"), ("s0.py", "other/notes.txt"), ("test_0.py", "run.py")]
)
def test_an_id_given_again_never_executes_a_solution(
    bench: Bench, solutions: Callable[..., None], name: str, stray: str
) -> None:
    """Whatever else lies in the samples folder, and however the solution is called, it is left to the judge."""
    bench.dataset({"BigCodeBench/0": ("json",)})
    solutions(f"ev/BigCodeBench_0/{name}", f"ev/{stray}")
    sample = f"ev/BigCodeBench_0/{name}::BigCodeBench/0[0]"

    assert collected(bench, sample) == [sample]
    assert collected(bench, sample.partition("::")[0]) == [sample]
    assert collected(bench, "ev/BigCodeBench_0") == [sample]
    assert collected(bench, "ev") == [sample]
    bench.run_inside("--collect-only", "ev").stdout.fnmatch_lines([f"ev/{stray}: is not a *"])


@pytest.mark.parametrize("task_id", ["Tiny/0", "Tiny/a/b", "plain"])
def test_an_id_of_ones_own_dataset_never_executes_a_solution(
    bench: Bench, solutions: Callable[..., None], task_id: str
) -> None:
    """Its folder's name is known by the id only."""
    bench.dataset({task_id: ("json",)})
    name = f"ev/{task_id.replace('/', '_')}/test_0.py"
    solutions(name)

    assert collected(bench, f"{name}::{task_id}[0]") == [f"{name}::{task_id}[0]"]


def test_no_conftest_of_a_samples_folder_is_executed(bench: Bench, solutions: Callable[..., None]) -> None:
    """It is one of the things that are no samples, as ``__init__.py`` is nothing."""
    solutions("fold/Tiny_0/0.py", "fold/Tiny_0/conftest.py", "fold/Tiny_0/__init__.py")
    solutions("fold/conftest.py", "fold/__init__.py")
    bench.pytester.makepyfile(test_mine="def test_mine(): pass")

    result = bench.run_inside("--collect-only", "-q", "--bcb-samples=fold", "test_mine.py")

    assert [line for line in result.outlines if "::" in line] == [
        "test_mine.py::test_mine",
        "fold/Tiny_0/0.py::Tiny/0[0]",
    ]
    result.stdout.fnmatch_lines_random(["fold/Tiny_0/conftest.py: is not a *", "fold/conftest.py: is not a *"])


@pytest.mark.parametrize("name", ["conftest.py", "BigCodeBench_0/conftest.py"])
def test_a_conftest_that_pytest_would_execute_beforehand_is_refused(
    bench: Bench, solutions: Callable[..., None], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Where the samples folder or a part of it is an argument, or the folder that pytest is called in."""
    solutions("test_out/BigCodeBench_0/0.py", f"test_out/{name}")
    sample = "test_out/BigCodeBench_0/0.py::BigCodeBench/0[0]"
    bench.dataset({"BigCodeBench/0": ("json",)})
    bench.options[0] = f"--bcb-dataset={bench.pytester.path / 'data.jsonl'}"

    refused = bench.run_inside("--collect-only", sample)
    assert refused.ret == pytest.ExitCode.USAGE_ERROR
    refused.stderr.fnmatch_lines([f"ERROR: */{name}: is in a samples folder, and pytest would execute it; remove it"])
    assert collected(bench, sample, "--noconftest") == [sample]
    arguments = {
        "conftest.py": ["test_out", "--bcb-samples=test_out"],
        "BigCodeBench_0/conftest.py": ["test_out/BigCodeBench_0"],
    }
    for argument in arguments[name]:
        assert bench.run_inside("--collect-only", argument).ret == pytest.ExitCode.USAGE_ERROR
    monkeypatch.chdir((bench.pytester.path / "test_out" / name).parent)
    assert bench.run_inside("--collect-only", f"--bcb-samples={bench.pytester.path}/test_out").ret


@pytest.mark.parametrize("name", ["pytest.ini", "BigCodeBench_0/tox.ini"])
def test_no_configuration_is_taken_from_a_samples_folder(
    bench: Bench, solutions: Callable[..., None], name: str
) -> None:
    """It could lower the walls, or let pytest import what a model wrote."""
    solutions("fold/BigCodeBench_0/0.py", "fold/BigCodeBench_0/jsonlines.py")
    ini = bench.pytester.path / "fold" / name
    ini.write_text("[pytest]\npythonpath = . BigCodeBench_0\naddopts = --bcb-sandbox=off\n")
    bench.dataset({"BigCodeBench/0": ("json",)})

    refused = bench.run("fold/BigCodeBench_0/0.py::BigCodeBench/0[0]")

    assert refused.ret == pytest.ExitCode.USAGE_ERROR
    refused.stderr.fnmatch_lines([f"ERROR: */fold/{name}: is in a samples folder, *; remove it, or ask for it with -c"])
    assert bench.run_inside("--collect-only", "--bcb-samples=fold").ret == pytest.ExitCode.OK


def test_configuration_in_a_samples_folder_can_be_asked_for(bench: Bench, solutions: Callable[..., None]) -> None:
    """By whoever wrote it himself."""
    solutions("fold/BigCodeBench_0/0.py")
    bench.dataset({"BigCodeBench/0": ("json",)})
    (bench.pytester.path / "fold/pytest.ini").write_text("[pytest]\naddopts = -p no:doctest\n")

    assert bench.run_inside("--collect-only", "fold").ret == pytest.ExitCode.USAGE_ERROR
    assert bench.run_inside("--collect-only", "fold", "-c", "fold/pytest.ini").ret == pytest.ExitCode.OK


def test_tests_in_folders_called_like_something_else_are_left_alone(bench: Bench) -> None:
    """Neither a test named like its folder nor a folder ``starter_kit`` are a solution's."""
    for name in ("starter_kit/test_it.py", "test_it/test_it.py"):
        path = bench.pytester.path / name
        path.parent.mkdir()
        path.write_text("def test_it(): pass")

    assert collected(bench, "starter_kit") == ["starter_kit/test_it.py::test_it"]
    assert collected(bench, "test_it/test_it.py::test_it") == ["test_it/test_it.py::test_it"]


def test_a_tasks_folder_selects_its_samples(bench: Bench, solutions: Callable[..., None]) -> None:
    """Also beside the option that gives the whole folder; a part that is not there is not everything."""
    solutions("fold/Tiny_0/0.py", "fold/Tiny_1/0.py", "fold/Tiny_3/0.py")
    ids = ["fold/Tiny_0/0.py::Tiny/0[0]", "fold/Tiny_3/0.py::Tiny/3[0]"]

    assert collected(bench, "--bcb-samples=fold", "fold/Tiny_0") == ids[:1]
    assert collected(bench, "--bcb-samples=fold", "fold/Tiny_0", "fold/Tiny_3") == ids
    assert collected(bench, "--bcb-samples=fold", "fold/Tiny_7") == []


@pytest.mark.parametrize("option", ["-k", "-m"])
@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("network", ["Tiny/1", "Tiny/3"]),
        ("system", ["Tiny/0", "Tiny/time_network"]),
        ("time", ["Tiny/time_network"]),
        ("not network", ["Tiny/0", "Tiny/time_network"]),
        ("network and computation", ["Tiny/3"]),
        ("system and not time", ["Tiny/0"]),
        ("network or time", ["Tiny/1", "Tiny/time_network", "Tiny/3"]),
        ("visualization", []),
    ],
)
def test_domains_select_exactly_their_tasks(bench: Bench, option: str, expression: str, expected: list[str]) -> None:
    """Neither the file's name nor a folder's, nor a task's, nor a library's (networkx) selects anything."""
    path = bench.samples(
        *((task_id, RIGHT) for task_id in ("Tiny/0", "Tiny/1", "Tiny/time_network", "Tiny/3")),
        name="system/network_time.jsonl",
    )
    name = path.relative_to(bench.pytester.path)

    selected = collected(bench, str(name), option, expression)

    assert sorted(selected) == sorted(f"{name}::{task_id}[0]" for task_id in expected)


@pytest.mark.parametrize("name", ["general", "hard", "network"])
def test_a_samples_file_may_be_called_like_a_domain(bench: Bench, name: str) -> None:
    """Its name neither selects samples nor keeps them from being selected."""
    libs = {"general": "re", "network": "socket", "hard": "re"}
    bench.dataset({"BigCodeBench/13": (libs[name],), "Tiny/0": ("json",)})
    bench.samples(("BigCodeBench/13", RIGHT), ("Tiny/0", RIGHT), name=name)

    assert collected(bench, name, "-k", name) == [f"{name}::BigCodeBench/13[0]"]
    assert collected(bench, name, "-k", f"not {name}") == [f"{name}::Tiny/0[0]"]


def test_other_keywords_find_tasks_and_files_by_name(bench: Bench) -> None:
    """Only the domains' words are kept from names."""
    assert collected(bench, "out.jsonl", "-k", "time_net") == ["out.jsonl::Tiny/time_network[0]"]
    assert collected(bench, "out.jsonl", "-k", "Tiny/3") == ["out.jsonl::Tiny/3[0]"]
    assert collected(bench, "out.jsonl", "-k", "out.jsonl and not tiny/0") == ALL[1:]


@pytest.mark.skipif(pytest.version_tuple < (8, 3), reason="pytest 8.3 brought arguments to -m")
def test_libraries_are_selected_by_a_marker(bench: Bench) -> None:
    """A library is no keyword, it is an argument."""
    assert collected(bench, "out.jsonl", "-m", "lib(name='networkx')") == ["out.jsonl::Tiny/0[0]"]
    assert collected(bench, "out.jsonl", "-k", "networkx") == []


def test_hard_tasks_have_a_marker(bench: Bench, shared: Path) -> None:
    """The Hard subset of the official dataset can be selected, and has as many tasks as it should."""
    bench.lines("out.jsonl", [{"task_id": f"BigCodeBench/{number}", "solution": RIGHT} for number in range(1140)])
    bench.options[0] = f"--bcb-dataset={shared / 'bigcodebench' / 'BigCodeBench-v0.1.4.jsonl.gz'}"

    assert len(collected(bench, "out.jsonl", "-m", "hard")) == 148
    assert len(collected(bench, "out.jsonl", "-k", "network")) == 94


def test_markers_are_registered(bench: Bench) -> None:
    """--strict-markers has nothing to complain of, and --markers names them."""
    assert collected(bench, "out.jsonl", "--strict-markers", "-m", "hard or network") == [ALL[1], ALL[3]]
    bench.run_inside("--markers").stdout.fnmatch_lines(
        ["@pytest.mark.network: *", "@pytest.mark.hard: *", "@pytest.mark.lib(name): *"]
    )


def test_the_tree_shows_files_and_samples(bench: Bench) -> None:
    """--collect-only shows what is in which file, and where bad lines are, and judges nothing."""
    bench.lines("out.jsonl", [{"task_id": "Tiny/0", "solution": RIGHT}, "{"])

    result = bench.run_inside("--collect-only", "out.jsonl")

    result.stdout.fnmatch_lines(["<SamplesFile out.jsonl>", "  <SampleItem Tiny/0?0?>", "*out.jsonl:2: not JSON*"])
    result.stdout.no_fnmatch_line("judging in*")


def test_deselected_samples_are_not_judged(bench: Bench) -> None:
    """--deselect takes ids as they are shown."""
    result = bench.run("out.jsonl", "--deselect", ALL[3])

    result.assert_outcomes(passed=3, deselected=1)
    result.stdout.fnmatch_lines(["3 of 4 samples judged in this run"])


def test_last_failed_runs_what_failed(bench: Bench, spread: tuple[str, ...]) -> None:
    """--lf knows samples by their ids."""
    bench.run("out.jsonl", *spread).assert_outcomes(passed=3, failed=1)

    bench.run("out.jsonl", "--lf", *spread).assert_outcomes(failed=1, deselected=0 if spread else 3)


def test_a_project_that_does_not_use_the_plugin_pays_nothing(bench: Bench) -> None:
    """Nothing but options, and what a task is, is loaded, no marker is registered, and nothing is said."""
    bench.pytester.makepyfile(
        """
        import sys
        def test_mine(request):
            ours = {name for name in sys.modules if name.startswith("pytest_bigcodebench")}
            light = {"", ".plugin", ".settings", ".arguments", ".task_arguments", ".benchmark", ".benchmark.task"}
            assert ours <= {"pytest_bigcodebench" + name for name in light}
            assert not [line for line in request.config.getini("markers") if "bigcodebench" in line]
        """
    )
    bench.options.clear()

    result = bench.run()

    result.assert_outcomes(passed=1)
    result.stdout.no_fnmatch_line("*bigcodebench:*")
