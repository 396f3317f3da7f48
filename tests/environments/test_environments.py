"""Environments are made whole or not at all, and what one lacks is named."""

from __future__ import annotations

import json
import os
import signal
import socketserver
import subprocess
import sys
import threading
import venv
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.benchmark.sample import Sample
from pytest_bigcodebench.benchmark.task import Task
from pytest_bigcodebench.cli import main
from pytest_bigcodebench.environments import build, store
from pytest_bigcodebench.environments.check import check
from pytest_bigcodebench.judge.fingerprint import Fingerprint
from pytest_bigcodebench.judge.interpreter import Interpreter
from pytest_bigcodebench.judge.judge import Judge, JudgeOptions
from pytest_bigcodebench.judge.user_cache import user_cache

VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "pytest-bigcodebench" / "environments"


def make(tmp_path: Path, pins: str, *, python: str = VERSION, name: str = "small") -> int:
    """Run ``bcb env create`` with these pins."""
    (tmp_path / "pins.txt").write_text(pins)
    return main(["env", "create", name, f"--pins={tmp_path / 'pins.txt'}", f"--python={python}"])


@pytest.fixture
def made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> store.Stored:
    """An environment with one small package; without a package index the test is skipped."""
    if make(tmp_path, "six==1.16.0\n"):
        said = capsys.readouterr().err.splitlines()[-1]
        if "cannot be reached" in said:
            pytest.skip(f"needs a package index: {said}")
        pytest.fail(said)
    return store.find_environment("small")


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of small wheels that the user's configuration of uv names in place of an index."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for name, version in (("pip", "26.0"), ("small_library", "1.0"), ("small_library", "2.0")):
        about = f"{name}-{version}.dist-info"
        with zipfile.ZipFile(folder / f"{name}-{version}-py3-none-any.whl", "w") as wheel:
            wheel.writestr(f"{name}.py", f"version = {version!r}\n")
            wheel.writestr(f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
            wheel.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
            wheel.writestr(f"{about}/RECORD", f"{name}.py,,\n{about}/METADATA,,\n{about}/WHEEL,,\n{about}/RECORD,,\n")
    configuration = tmp_path / "config" / "uv" / "uv.toml"
    configuration.parent.mkdir(parents=True)
    configuration.write_text(f'no-index = true\nfind-links = ["{folder}"]\n')
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("UV_NO_CACHE", "1")
    return folder


def task(task_id: str = "T/0", solution: str = "    return x\n", libs: tuple[str, ...] = ()) -> Task:
    """A task that uses some libraries."""
    return Task(
        task_id=task_id,
        complete_prompt="def task_func(x):\n",
        instruct_prompt="",
        code_prompt="def task_func(x):\n",
        canonical_solution=solution,
        test="import unittest\nclass TestCases(unittest.TestCase):\n    def test_it(self):\n        task_func(1)\n",
        entry_point="task_func",
        libs=libs,
        domains=("general",),
    )


def dataset(*tasks: Task) -> Dataset:
    """A dataset of these tasks."""
    return Dataset(name="small", version="1", tasks={each.task_id: each for each in tasks})


def test_an_environment_is_made_listed_used_and_removed(
    made: store.Stored, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The whole life of one, made by the real uv; making it again does nothing, with other pins it is refused."""
    interpreter = Interpreter.ask(str(made.python))
    assert interpreter.installed["six"] == "1.16.0"
    assert "pip" in interpreter.installed
    capsys.readouterr()

    assert main(["env", "list"]) == 0
    assert f"small  Python {VERSION}, 1 pins, made " in capsys.readouterr().out
    assert make(tmp_path, "six==1.16.0\n") == 0
    assert "there already" in capsys.readouterr().err
    assert make(tmp_path, "six==1.15.0\n") == 2
    assert "has other pins; bcb env remove small, then create it again" in capsys.readouterr().err
    assert main(["env", "remove", "small"]) == 0
    assert not made.path.exists()
    assert not store.environments()


@pytest.mark.usefixtures("wheels")
def test_the_project_one_stands_in_changes_no_pin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of uv's configuration the user's counts, which names the index here, and not that of the current directory."""
    project = tmp_path / "project"
    project.mkdir()
    (project / "pyproject.toml").write_text('[tool.uv]\noverride-dependencies = ["small_library==1.0"]\n')
    monkeypatch.chdir(project)

    assert make(tmp_path, "small_library==2.0\n") == 0

    assert Interpreter.ask(str(store.find_environment("small").python)).installed["small_library"] == "2.0"


@pytest.mark.parametrize(
    ("pins", "python", "message"),
    [
        ("six==99.9\n", VERSION, "the pin six==99.9 is not in the package index in use"),
        ("six==1.16.0\n", "3.99", "no Python 3.99 can be had for the environment small"),
        ("six==1.16.0\n", "**x", "no Python **x can be had for the environment small"),
    ],
)
def test_what_cannot_be_had_is_named_and_nothing_is_left(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], pins: str, python: str, message: str
) -> None:
    """A pin, or a version of Python; no half-built environment remains."""
    status = make(tmp_path, pins, python=python)

    said = capsys.readouterr().err.splitlines()[-1]
    if "cannot be reached" in said:
        pytest.skip(f"needs a package index: {said}")
    assert (status, message in said) == (2, True), said
    assert [path.name for path in cache.iterdir()] == [".small.lock"]


def test_without_a_network_the_index_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message says what can be done about it."""
    for name, value in {
        "UV_DEFAULT_INDEX": "http://127.0.0.1:9/simple",
        "UV_NO_CACHE": "1",
        "UV_HTTP_RETRIES": "0",
    }.items():
        monkeypatch.setenv(name, value)

    assert make(tmp_path, "six==1.16.0\n") == 2
    assert "the package index cannot be reached; see to the network, or name a mirror" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("  × Failed to build `scipy==1.7.2`\n  ├─▶ gcc is missing", "the pin scipy==1.7.2 cannot be built here"),
        ("error: failed to write: No space left on device (os error 28)", "the disk is full"),
        ("Because none-such was not found in the package registry and you require", "the pin none-such is not in"),
        (
            "  cause: Because you require six==1.16.0 and six==1.15.0, we can conclude that",
            "the pin six==1.16.0 and six==1.15.0 cannot be had together",
        ),
        ("error: something else", "uv cannot install the pins: something else"),
        ("", "uv cannot install the pins: it does not say why"),
    ],
)
def test_uvs_complaints_become_one_line(said: str, message: str) -> None:
    """The culprit first, then what to do."""
    assert build._what_failed(said).replace("uv cannot fetch the pins: ", "").startswith(message)


def test_a_full_disk_and_a_closed_folder_are_found_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both messages name the folder and the variable that chooses another."""
    pins = tmp_path / "pins.txt"
    pins.touch()
    recipe = store.Recipe(name="large", pins=pins, text="", python=VERSION, space_mib=1 << 40)
    with pytest.raises(BenchmarkError, match=r"MiB are free, the environment large needs .*XDG_CACHE_HOME"):
        build.create(recipe, say=print)

    monkeypatch.setenv("XDG_CACHE_HOME", str(pins))
    with pytest.raises(BenchmarkError, match=r"cannot be written to .*XDG_CACHE_HOME"):
        build.create(recipe, say=print)


def said_after_mounting(mount: str, folder: Path) -> list[str]:
    """What making an environment of a folder's ``pins.txt`` says, where it fails after a mount that only it sees."""
    create = f"{sys.executable} -m pytest_bigcodebench.cli env create small --pins=pins.txt --python={VERSION}"
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", f"{mount} || exit 77\n{create}"]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if run.returncode != 2:
        pytest.skip(f"needs a mount of its own: {run.stderr.strip()}")
    return run.stderr.splitlines()


def test_a_read_only_folder_is_named_with_the_cause(cache: Path, tmp_path: Path) -> None:
    """And not a version of Python that cannot be had."""
    cache.mkdir(parents=True)
    (tmp_path / "pins.txt").write_text("small_library==1.0\n")

    (line,) = said_after_mounting(f"mount --bind {cache} {cache} && mount -o remount,ro,bind {cache}", tmp_path)

    assert line == (
        f"bcb: error: {cache}: cannot be written to (Read-only file system); "
        "name another cache folder with XDG_CACHE_HOME"
    )


def test_what_is_not_complete_is_never_used(cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No mark, no environment; what a killed build left is named, and goes with the next one or by removing it."""
    for name in ("half", f".building-small-{os.getpid()}", ".building-other-1"):
        (cache / name / "bin").mkdir(parents=True)
        (cache / name / "bin" / "python").touch()

    assert not store.environments()
    with pytest.raises(
        BenchmarkError, match=r"no environment 'half' \(it is not complete: .* was cut short\); make it"
    ):
        store.find_environment("half")
    with store.locked("other"):
        with pytest.raises(BenchmarkError, match=r"'other' is not complete: another process makes or removes it; wait"):
            store.find_environment("other")
        assert make(tmp_path, "six==1.16.0\n", name="other") == 2
        assert main(["env", "remove", "other"]) == 2
        busy = f"bcb: error: another process makes or removes the environment 'other' in {cache}; wait for its end"
        assert capsys.readouterr().err.splitlines() == [busy, busy]
        assert main(["env", "list"]) == 0
        assert [line.split(":")[0].split("  ")[0] for line in capsys.readouterr().err.splitlines()] == [
            "half cannot be used, it is not complete",
            "other cannot be used, another process makes or removes it",
        ]
    assert main(["env", "remove", "half"]) == 0
    assert main(["env", "remove", "other"]) == 0
    assert not [path for path in cache.iterdir() if path.is_dir()]


@pytest.mark.usefixtures("wheels")
def test_a_killed_build_with_the_same_process_id_is_in_nobodys_way(cache: Path, tmp_path: Path) -> None:
    """Every container's first process has the same one, so what the last one left looks like this one's own."""
    (cache / f".building-small-{os.getpid()}" / "bin").mkdir(parents=True)

    assert make(tmp_path, "small_library==1.0\n") == 0

    assert not store.unfinished()
    assert main(["env", "remove", "small"]) == 0


@pytest.mark.usefixtures("wheels")
def test_of_two_builds_at_once_neither_takes_the_others_away(cache: Path, tmp_path: Path) -> None:
    """One makes it; the other finds it made, or is told to wait."""
    (tmp_path / "pins.txt").write_text("small_library==1.0\n")
    command = ["env", "create", "small", f"--pins={tmp_path / 'pins.txt'}", f"--python={VERSION}"]
    processes = [
        subprocess.Popen([sys.executable, "-m", "pytest_bigcodebench.cli", *command], stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = [process.communicate()[1] for process in processes]

    made = [text for text in said if f"making {cache / 'small'}" in text]
    others = [text for text in said if "is there already" in text or "makes or removes the environment" in text]
    assert (len(made), len(others)) == (1, 1), said
    assert store.find_environment("small").python.exists()


class SilentIndex(socketserver.ThreadingTCPServer):
    """A package index that takes a request and never answers."""

    daemon_threads = True

    def __init__(self) -> None:
        #: Set when somebody asks, and when whoever asked has gone.
        self.asked, self.gone = threading.Event(), threading.Event()
        super().__init__(("127.0.0.1", 0), self._Handler)

    class _Handler(socketserver.BaseRequestHandler):
        server: SilentIndex

        def handle(self) -> None:
            while self.request.recv(65536):
                self.server.asked.set()
            self.server.gone.set()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process end with its parent")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_build_leaves_no_process_and_no_environment(
    cache: Path, tmp_path: Path, number: signal.Signals
) -> None:
    """In the middle of it: uv ends too, what is there is never used, and told to end it clears even that away."""
    (tmp_path / "pins.txt").write_text("six==1.16.0\n")
    with SilentIndex() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        index = f"http://127.0.0.1:{server.server_address[1]}/simple"
        command = ["env", "create", "small", f"--pins={tmp_path / 'pins.txt'}", f"--python={VERSION}"]
        with subprocess.Popen(
            [sys.executable, "-m", "pytest_bigcodebench.cli", *command],
            env={**os.environ, "UV_DEFAULT_INDEX": index, "UV_NO_CACHE": "1", "NO_PROXY": "127.0.0.1"},
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            asked = server.asked.wait(60)
            process.send_signal(number)
            said = process.communicate()[1]
        gone = server.gone.wait(10)
        server.shutdown()
        thread.join()

    assert asked, f"uv did not ask the index: {said}"
    assert gone, "uv outlived its maker"
    assert not store.environments()
    left = [(each.name, each.at_work) for each in store.unfinished()]
    if number == signal.SIGTERM:
        assert (process.returncode, said.splitlines()[-1], left) == (2, "bcb: error: interrupted", [])
    else:
        assert left == [("small", False)]


def test_a_full_disk_is_named_while_it_is_being_filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a tmpfs that holds a folder or two, and not what uv puts beside the environment."""
    (tmp_path / "pins.txt").write_text("six==1.16.0\n")
    (tmp_path / "disk").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "disk"))

    said = said_after_mounting("mount -t tmpfs -o size=16k,nr_inodes=8 none disk", tmp_path)

    assert "the disk is full; free some space, or name a folder on another disk" in said[-1]


def test_without_uv_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither as a module nor as a program."""
    monkeypatch.setitem(sys.modules, "uv", None)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BenchmarkError, match=r"pip install 'pytest-bigcodebench\[env\]' brings it"):
        build.create(store.Recipe(name="small", pins=tmp_path, text="", python=VERSION), say=print)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["create", "mine"], "only the environment official has pins of its own; give 'mine' some with --pins=FILE"),
        (["create", "../up"], "'../up' cannot name an environment"),
        (["create", "official", "--python=3.12"], "the environment official has its own pins and Python"),
        (["create", "mine", "--pins=nowhere.txt"], "nowhere.txt: there is no such file"),
        (
            ["remove", "official"],
            "there is no environment 'official' (there is none); make it with: bcb env create official",
        ),
        (["check", "official", "--python=python3"], "give a name or --python, not both"),
        (["check", "--python=/nowhere/python"], "/nowhere/python: there is no such program"),
    ],
)
def test_bad_input_is_one_line(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It says what is wrong and what to do."""
    assert main(["env", *arguments]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"bcb: error: {message}")


def test_pins_that_are_not_utf_8_are_named_before_anything_is_done(
    cache: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As PowerShell writes them."""
    (tmp_path / "wide.txt").write_text("six==1.16.0\n", "utf-16")

    assert main(["env", "create", "wide", f"--pins={tmp_path / 'wide.txt'}"]) == 2

    (line,) = capsys.readouterr().err.splitlines()
    assert line == f"bcb: error: {tmp_path / 'wide.txt'}: it is not UTF-8; save it as that"
    assert not cache.exists()


@pytest.mark.parametrize("line", ["-r inner.txt", "-cinner.txt", "--requirement=inner.txt", "--constraint inner.txt"])
def test_pins_stand_in_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str) -> None:
    """By which it is known whether an environment has these."""
    assert make(tmp_path, f"six==1.16.0\n{line}\n") == 2

    (said,) = capsys.readouterr().err.splitlines()
    assert said == f"bcb: error: {tmp_path / 'pins.txt'}: {line}: pins stand in one file; put that one's lines here"


@pytest.mark.usefixtures("wheels")
def test_what_is_wanted_beside_the_pins_is_installed_and_makes_another_environment(tmp_path: Path) -> None:
    """Whoever made the official one before setuptools was held back is told to make it again."""
    pins = tmp_path / "pins.txt"
    pins.write_text("small_library\n")
    plain = store.recipe_for("small", pins, VERSION)
    held_back = replace(plain, beside=("small_library<2",))

    made = build.create(held_back, say=print)

    assert Interpreter.ask(str(made.python)).installed["small_library"] == "1.0"
    with pytest.raises(BenchmarkError, match=r"has other pins; bcb env remove small, then create it again"):
        build.create(plain, say=print)
    assert store.recipe_for("official").beside == ("setuptools<81",)


def test_the_official_pins_are_exact() -> None:
    """Every line of the list but one names a version, and the list comes with the package."""
    lines = store.recipe_for("official").pins.read_text("utf-8").split()

    assert len(lines) > 60
    assert [line for line in lines if "==" not in line] == ["python-Levenshtein-wheels"]


def test_a_check_names_what_is_missing_and_the_tasks_it_touches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A library that is missing, or only the user's; one that ends the interpreter; nltk's data; others are tried."""
    venv.create(tmp_path / "env")
    (libraries,) = (tmp_path / "env").glob("lib/python*/site-packages")
    (libraries / "deadly_library.py").write_text("import os\nos._exit(3)\n")
    (libraries / "good_library.py").touch()
    (tmp_path / "data" / "corpora" / "stopwords").mkdir(parents=True)
    (tmp_path / "users").mkdir()
    (tmp_path / "users" / "absent_library.py").touch()
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "users"))
    monkeypatch.setenv("NLTK_DATA", str(tmp_path / "data"))
    tagging = "    from nltk.corpus import stopwords\n    return nltk.pos_tag(nltk.word_tokenize(x))\n"

    found = check(
        str(tmp_path / "env" / "bin" / "python"),
        dataset(
            task("T/0", libs=("json", "absent_library")),
            task("T/1", libs=("deadly_library", "good_library")),
            task("T/2", tagging, libs=("good_library", "nltk")),
            task("T/3", libs=("good_library",)),
            task("T/4", "    return TextBlob(x).ngrams(n=2)\n", libs=("textblob",)),
        ),
    )

    faults = {
        need.name: (need.fault.partition(":")[0], need.tasks) for need in (*found.libraries, *found.data) if need.fault
    }
    assert faults == {
        "absent_library": ("ModuleNotFoundError", ("T/0",)),
        "deadly_library": ("its import ends the interpreter (exit status 3)", ("T/1",)),
        "nltk": ("ModuleNotFoundError", ("T/2",)),
        "textblob": ("ModuleNotFoundError", ("T/4",)),
        "taggers/averaged_perceptron_tagger": ("is missing", ("T/2",)),
        "tokenizers/punkt": ("is missing", ("T/2", "T/4")),
    }
    assert found.touched == ("T/0", "T/1", "T/2", "T/4")


def test_a_fingerprint_changes_with_what_verdicts_depend_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Versions and data change it; a task's key only with data that it uses."""
    tasks = dataset(task("T/0", libs=("pytest",)), task("T/1", libs=("nltk",)), task("T/2"))
    imports = replace(task("T/3"), test="import xdist\n")
    interpreter = Interpreter.ask(None)
    before = Fingerprint.of(interpreter, tasks)
    (tmp_path / "corpora" / "words").mkdir(parents=True)
    monkeypatch.setenv("NLTK_DATA", str(tmp_path))

    after = Fingerprint.of(interpreter, tasks)

    keys = [[each.key_of(one) for one in tasks.tasks.values()] for each in (before, after)]
    assert before.libraries["pytest"] == pytest.__version__
    assert before.short != after.short
    assert [old == new for old, new in zip(*keys, strict=True)] == [True, False, True]
    assert "xdist" in Fingerprint.of(interpreter, dataset(imports)).libraries
    upgraded = Fingerprint.of(replace(interpreter, installed={**interpreter.installed, "more": "1.0"}), tasks)
    assert upgraded.short == after.short
    assert upgraded.key_of(tasks.tasks["T/2"]) != after.key_of(tasks.tasks["T/2"])
    assert json.loads(json.dumps(after.to_plain()))["data"] == ["corpora/words"]


def test_data_of_the_user_can_be_read_by_samples_and_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What NLTK_DATA names is in the sandbox, read-only."""
    word = tmp_path / "data" / "corpora" / "words"
    word.mkdir(parents=True)
    (word / "en").write_text("verdict")
    monkeypatch.setenv("NLTK_DATA", str(tmp_path / "data"))
    solution = """
import os
def task_func(x):
    path = os.path.join(os.environ["NLTK_DATA"], "corpora", "words", "en")
    with open(path) as file:
        assert file.read() == "verdict"
    try:
        open(path, "w")
    except OSError:
        return
    raise AssertionError("it can be written")
"""
    judge = Judge(dataset(task()), JudgeOptions(jobs=1))
    try:
        judge.start()
    except BenchmarkError as error:
        pytest.skip(str(error))

    with judge:
        verdict = judge.judge(Sample(task_id="T/0", solution=solution))

    assert verdict.passed, verdict.message


def test_a_library_that_is_not_installed_has_no_version() -> None:
    """Whatever files other packages put outside of their folder."""
    there = Interpreter.ask(None)
    strange = replace(there, installed={**there.installed, "": "26.3"})

    found = Fingerprint.of(strange, dataset(task(libs=("absent_library", "pytest"))))

    assert found.missing == ("absent_library",)


def test_libraries_of_another_interpreter_are_found(tmp_path: Path) -> None:
    """By what installers leave: a list of modules, or of files."""
    assert Interpreter.ask(None).installed["_pytest"] == pytest.__version__
    assert os.path.isdir(Interpreter.ask(None).prefix)


def test_a_user_without_a_home_has_a_cache_that_nobody_can_make(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a container that runs under a number of its own, no folder called ~ turns up where it is called."""
    monkeypatch.delenv("HOME")
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 2**31 - 7)

    assert os.path.expanduser("~") == "~"
    with pytest.raises(NotADirectoryError):
        user_cache().mkdir(parents=True)
