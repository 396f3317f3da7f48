"""The official datasets load from a folder, from a hub over HTTP, and from then on without the network.

No hub is reachable from a test, so one is served on localhost, laid out as the real one: a resolve address for each
file, with its commit, its hash as ETag and its size, and a listing of the repository's files.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from pytest_bigcodebench.benchmark import hub
from pytest_bigcodebench.benchmark.dataset import load_dataset
from pytest_bigcodebench.benchmark.errors import InputError
from pytest_bigcodebench.benchmark.records import write_jsonl, write_parquet
from pytest_bigcodebench.benchmark.task import Task

MakeTask = Callable[..., Task]

COMMIT = "0123456789abcdef0123456789abcdef01234567"
PARQUET = "data/v0.1.4-00000-of-00001.parquet"

#: What a process does that wants a dataset: it says what it got, or the error.
LOADER = """
import sys
from pytest_bigcodebench.benchmark.dataset import load_dataset
from pytest_bigcodebench.benchmark.errors import InputError
try:
    dataset = load_dataset(sys.argv[1])
except InputError as error:
    print("error:", error)
else:
    print(dataset.label, *dataset.tasks)
"""


class HubHandler(BaseHTTPRequestHandler):
    """Answers for the files below a folder ``<owner>/<repository>/`` as the hub does for dataset repositories."""

    protocol_version = "HTTP/1.1"

    def __init__(self, folder: Path, requests: list[str], *args: Any) -> None:
        self._folder = folder
        self._requests = requests
        super().__init__(*args)

    def do_HEAD(self) -> None:
        """Answer with a file's headers."""
        self._answer()

    def do_GET(self) -> None:
        """Answer with a file, or with the listing of a repository."""
        self._answer()

    def _answer(self) -> None:
        self._requests.append(f"{self.command} {self.path}")
        match self.path.partition("?")[0].strip("/").split("/"):
            case ["datasets", owner, name, "resolve", _, *parts]:
                self._send_file(self._folder / owner / name / "/".join(parts))
            case ["api", "datasets", owner, name, *_] if (self._folder / owner / name).is_dir():
                self._send_listing(owner, name)
            case _:
                self._send(404, b"", {"X-Error-Code": "RepoNotFound"})

    def _send_file(self, path: Path) -> None:
        if not path.is_file():
            self._send(404, b"", {"X-Error-Code": "EntryNotFound", "X-Repo-Commit": COMMIT})
            return
        data = path.read_bytes()
        self._send(200, data, {"ETag": f'"{hashlib.sha256(data).hexdigest()}"', "X-Repo-Commit": COMMIT})

    def _send_listing(self, owner: str, name: str) -> None:
        root = self._folder / owner / name
        files = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
        entries = [{"type": "file", "path": file, "size": 1, "oid": COMMIT} for file in files]
        listing = entries if "/tree/" in self.path else self._about(f"{owner}/{name}", files)
        self._send(200, json.dumps(listing).encode(), {"Content-Type": "application/json"})

    @staticmethod
    def _about(repository: str, files: list[str]) -> dict[str, object]:
        siblings = [{"rfilename": file} for file in files]
        return {"id": repository, "sha": COMMIT, "private": False, "downloads": 0, "tags": [], "siblings": siblings}

    def _send(self, status: int, data: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(data))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Keep the test's output clean."""


class LocalHub:
    """A hub on localhost that can be switched off, and processes that load from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "hub"
        self.requests: list[str] = []
        self._home = folder / "home"
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(HubHandler, self.folder, self.requests))
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._thread.start()

    def publish(self, repository: str, version: str, *tasks: Task) -> None:
        """Put a version into a repository, named and laid out as on the real hub."""
        path = self.folder / repository / "data" / f"{version}-00000-of-00001.parquet"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_parquet(tasks, path)

    def switch_off(self) -> None:
        """Refuse all further connections."""
        if self._thread.is_alive():
            self._server.shutdown()
            self._server.server_close()
            self._thread.join()

    def load(self, name: str, **environment: str) -> str:
        """Load a dataset in a new process, whose cache is the test's own, and return what it says."""
        inherited = {key: value for key, value in os.environ.items() if not key.startswith(("HF_", "HUGGING", "BCB_"))}
        variables = {"HF_HOME": str(self._home), "HF_ENDPOINT": self.url, "NO_PROXY": "127.0.0.1", **environment}
        package = Path(hub.__file__).resolve().parents[2]
        completed = subprocess.run(
            [sys.executable, "-c", LOADER, name],
            env={**inherited, **variables, "PYTHONPATH": str(package)},
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert completed.returncode == 0, completed.stderr
        return completed.stdout.strip()


@pytest.fixture
def local_hub(tmp_path: Path) -> Iterator[LocalHub]:
    """Serve an empty hub for the time of a test."""
    for library in ("huggingface_hub", "pyarrow"):
        pytest.importorskip(library, reason="the hub needs the extra `hub`")
    served = LocalHub(tmp_path)
    yield served
    served.switch_off()


def test_a_dataset_is_downloaded_once_and_then_needs_no_network(local_hub: LocalHub, make_task: MakeTask) -> None:
    """The second process finds the file in the cache: it asks for nothing, and the hub may be gone."""
    local_hub.publish("bigcode/bigcodebench", "v0.1.4", make_task("BigCodeBench/0"), make_task("BigCodeBench/1"))

    first = local_hub.load("bigcodebench")
    downloads = list(local_hub.requests)
    second = local_hub.load("bigcodebench@v0.1.4")
    requests_by_then = list(local_hub.requests)
    local_hub.switch_off()
    third = local_hub.load("bigcodebench")

    assert first == second == third == "bigcodebench@v0.1.4 BigCodeBench/0 BigCodeBench/1"
    assert sum(request.startswith("GET ") and request.endswith(PARQUET) for request in downloads) == 1
    assert requests_by_then == downloads


def test_the_hard_subset_and_other_versions_come_from_their_own_files(local_hub: LocalHub, make_task: MakeTask) -> None:
    """The name tells the repository, the version the file."""
    local_hub.publish("bigcode/bigcodebench-hard", "v0.1.4", make_task("BigCodeBench/13"))
    local_hub.publish("bigcode/bigcodebench", "v0.1.0_hf", make_task("BigCodeBench/7"))

    assert local_hub.load("bigcodebench-hard") == "bigcodebench-hard@v0.1.4 BigCodeBench/13"
    assert local_hub.load("bigcodebench@v0.1.0_hf") == "bigcodebench@v0.1.0_hf BigCodeBench/7"


def test_a_version_the_hub_does_not_have_is_answered_with_those_it_has(
    local_hub: LocalHub, make_task: MakeTask
) -> None:
    """The repository itself is asked, so the answer stays right when new versions appear."""
    local_hub.publish("bigcode/bigcodebench", "v0.1.4", make_task())
    local_hub.publish("bigcode/bigcodebench", "v0.1.9", make_task())

    answer = local_hub.load("bigcodebench@v0.1.5")

    assert answer == ("error: bigcodebench has no version 'v0.1.5'; there are bigcodebench@v0.1.4, bigcodebench@v0.1.9")


@pytest.mark.parametrize("environment", [{}, {"HF_HUB_OFFLINE": "1"}])
def test_without_network_and_file_the_error_says_what_to_do(
    environment: dict[str, str], local_hub: LocalHub, tmp_path: Path
) -> None:
    """It names the file, from where it could come, and what to set."""
    local_hub.switch_off()

    answer = local_hub.load("bigcodebench-hard", BCB_DATASET_DIR=str(tmp_path), **environment)

    assert answer.startswith(
        f"error: the dataset bigcodebench-hard@v0.1.4 is not on this machine: not in BCB_DATASET_DIR={tmp_path}"
    )
    assert f"{local_hub.url}/datasets/bigcode/bigcodebench-hard" in answer
    assert f"put BigCodeBench-Hard-v0.1.4.jsonl.gz, or bigcodebench-hard/{PARQUET}, into a folder" in answer
    assert answer.endswith("set BCB_DATASET_DIR to that folder")


def test_a_repository_that_is_not_there_is_no_traceback(local_hub: LocalHub) -> None:
    """A mirror may lack it."""
    answer = local_hub.load("bigcodebench")

    assert answer.startswith("error: ")
    assert "bigcodebench" in answer


def test_without_huggingface_hub_the_remedy_is_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who lacks the library is told what to install, and the way without it."""
    monkeypatch.delenv(hub.FOLDER_VARIABLE, raising=False)
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)

    with pytest.raises(
        InputError, match=r"pip install 'pytest-bigcodebench\[hub\]', or put BigCodeBench-v0\.1\.4"
    ) as caught:
        load_dataset("bigcodebench")

    assert "huggingface_hub is not installed" in caught.value.what


@pytest.mark.parametrize(
    "file",
    [
        "BigCodeBench-v0.1.4.jsonl",
        "BigCodeBench-v0.1.4.jsonl.gz",
        "BigCodeBench-v0.1.4.parquet",
        f"bigcodebench/{PARQUET}",
        f"bigcode/bigcodebench/{PARQUET}",
    ],
)
def test_a_folder_that_has_the_file_is_enough(
    file: str, make_task: MakeTask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The released files, uncompressed ones and a copy of the hub's repository are found, without huggingface_hub."""
    path = tmp_path / file
    path.parent.mkdir(parents=True, exist_ok=True)
    if file.endswith(".parquet"):
        pytest.importorskip("pyarrow", reason="Parquet needs the extra `hub`")
        write_parquet([make_task()], path)
    else:
        write_jsonl([make_task()], path)
    if file.endswith(".gz"):
        path.write_bytes(gzip.compress(path.read_bytes()))
    monkeypatch.setenv(hub.FOLDER_VARIABLE, str(tmp_path))
    monkeypatch.setitem(sys.modules, "huggingface_hub", None)

    dataset = load_dataset("bigcodebench")

    assert dataset.label == "bigcodebench@v0.1.4"
    assert dataset.tasks == {"BigCodeBench/0": make_task()}


def test_the_folder_may_be_the_copy_of_the_repository_itself(
    make_task: MakeTask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name tells whether it is the full dataset or the Hard subset."""
    pytest.importorskip("pyarrow", reason="Parquet needs the extra `hub`")
    path = tmp_path / "bigcodebench-hard" / PARQUET
    path.parent.mkdir(parents=True)
    write_parquet([make_task("BigCodeBench/13")], path)
    monkeypatch.setenv(hub.FOLDER_VARIABLE, str(tmp_path / "bigcodebench-hard"))

    assert list(load_dataset("bigcodebench-hard").tasks) == ["BigCodeBench/13"]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake in the variable is told, not passed over by asking the network."""
    monkeypatch.setenv(hub.FOLDER_VARIABLE, str(tmp_path / "nowhere"))

    with pytest.raises(InputError, match="nowhere: BCB_DATASET_DIR names a folder that is not there"):
        load_dataset("bigcodebench")


def test_the_real_files_are_found_by_their_names(official_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder as it was released works as it is."""
    monkeypatch.setenv(hub.FOLDER_VARIABLE, str(official_folder))

    assert len(load_dataset("bigcodebench").tasks) == 1140
    assert len(load_dataset("bigcodebench-hard").tasks) == 148
