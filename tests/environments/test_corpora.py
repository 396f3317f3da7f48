"""nltk's data are fetched from a real server, and what cannot be had is named."""

from __future__ import annotations

import hashlib
import io
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import BaseRequestHandler, TCPServer

import pytest

from pytest_bigcodebench.benchmark.errors import BenchmarkError
from pytest_bigcodebench.cli import main
from pytest_bigcodebench.environments import store
from pytest_bigcodebench.environments.corpora import CORPORA, fetch_corpora
from pytest_bigcodebench.judge.fingerprint import Fingerprint, data_places
from pytest_bigcodebench.judge.interpreter import Interpreter

#: Where nltk's data lie.
FOLDERS = {
    "averaged_perceptron_tagger": "taggers",
    "punkt": "tokenizers",
    "stopwords": "corpora",
    "vader_lexicon": "sentiment",
    "wordnet": "corpora",
    "words": "corpora",
}


@dataclass
class Mirror:
    """A server with nltk's data, laid out as the real one."""

    folder: Path
    url: str = ""
    #: Paths that were asked for.
    asked: list[str] = field(default_factory=list)

    @property
    def index(self) -> str:
        """The address of its list."""
        return f"{self.url}/index.xml"

    def fill(self, **folders: str) -> None:
        """Write an archive for each part, and the list of them."""
        lines = []
        for name, folder in folders.items():
            content = io.BytesIO()
            with zipfile.ZipFile(content, "w") as archive:
                archive.writestr(f"{name}/english", f"data of {name}")
            path = self.folder / "packages" / folder / f"{name}.zip"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.getvalue())
            checksum = hashlib.md5(content.getvalue()).hexdigest()
            where = f'subdir="{folder}" url="{self.url}/packages/{folder}/{name}.zip"'
            lines.append(f'<package id="{name}" {where} checksum="{checksum}" unzip="1"/>')
        text = f"<nltk_data><packages>{''.join(lines)}</packages></nltk_data>"
        (self.folder / "index.xml").write_text(text)


@pytest.fixture
def mirror(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mirror]:
    """A server on this machine that has all."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    found = Mirror(tmp_path / "mirror")
    found.folder.mkdir()

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            found.asked.append(self.path)

    handler = partial(Handler, directory=str(found.folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        found.url = f"http://127.0.0.1:{server.server_port}"
        found.fill(**FOLDERS)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield found
        server.shutdown()
        thread.join()


def test_all_parts_are_fetched_whole_and_only_once(mirror: Mirror, tmp_path: Path) -> None:
    """Archive and folder stand where nltk looks; what is there is not fetched again."""
    place, said = tmp_path / "nltk_data", list[str]()
    fetch_corpora(place, say=said.append, index=mirror.index)

    for name, folder in FOLDERS.items():
        assert (place / folder / name / "english").read_text() == f"data of {name}"
        assert (place / folder / f"{name}.zip").is_file()
    assert sorted(path.name for path in place.iterdir()) == sorted(set(FOLDERS.values()))
    assert len(said) == 1 + len(CORPORA)
    mirror.asked.clear()
    fetch_corpora(place, say=said.append, index=mirror.index)
    assert len(mirror.asked) == 1
    assert said[-1] == "  words: is there already"


def test_what_was_fetched_is_in_the_fingerprint(
    mirror: Mirror, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the names that nltk gives it; what is still being fetched is not."""
    place = tmp_path / "nltk_data"
    fetch_corpora(place, say=print, index=mirror.index)
    (place / ".fetching-1-punkt" / "data").mkdir(parents=True)
    monkeypatch.setenv("NLTK_DATA", str(place))
    interpreter = Interpreter.ask(None)

    assert data_places(interpreter)[0] == str(place)
    from pytest_bigcodebench.benchmark.dataset import Dataset

    data = Fingerprint.of(interpreter, Dataset(name="none", version="1", tasks={})).data
    assert {f"{folder}/{name}" for name, folder in FOLDERS.items()} <= set(data)
    assert not [name for name in data if name.startswith(".")]


def test_what_cannot_be_had_is_named_and_the_rest_is_there(mirror: Mirror, tmp_path: Path) -> None:
    """One is not in the list, one not on the server, one is not what the list tells of; one line names them."""
    kept = {name: folder for name, folder in FOLDERS.items() if name != "words"}
    mirror.fill(**kept)
    (mirror.folder / "packages/tokenizers/punkt.zip").unlink()
    (mirror.folder / "packages/corpora/stopwords.zip").write_bytes(b"torn")
    place = tmp_path / "nltk_data"

    with pytest.raises(BenchmarkError) as caught:
        fetch_corpora(place, say=print, index=mirror.index)

    (line,) = str(caught.value).splitlines()
    assert "punkt: HTTP 404" in line
    assert "stopwords: what came is not what the list tells of (checksum)" in line
    assert "words: not in the list" in line
    assert "NLTK_DATA names" in line
    assert (place / "corpora" / "wordnet").is_dir()
    assert not (place / "corpora" / "stopwords").exists()
    assert not list(place.glob(".fetching*"))


@pytest.mark.parametrize(
    ("subdir", "url"), [("../outside", ""), ("corpora", "file:///etc/passwd"), ("", "http://127.0.0.1:9/punkt.zip")]
)
def test_a_list_cannot_reach_beyond_its_place(mirror: Mirror, tmp_path: Path, subdir: str, url: str) -> None:
    """Neither write elsewhere nor read a file of this machine."""
    (mirror.folder / "index.xml").write_text(
        f'<nltk_data><packages><package id="punkt" subdir="{subdir}" url="{url}"/></packages></nltk_data>'
    )

    with pytest.raises(BenchmarkError, match="cannot be fetched"):
        fetch_corpora(tmp_path / "place" / "nltk_data", say=print, index=mirror.index, names=("punkt",))

    assert not [path for path in (tmp_path / "place").rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("index", "message"),
    [
        ("http://127.0.0.1:9/index.xml", "/index.xml cannot be read (Connection refused); see to the network"),
        ("file:///etc/hostname", "--corpora-index=file:///etc/hostname: it must be the http or https address"),
        ("{}/packages/corpora/words.zip", "words.zip is no list of nltk's data"),
        ("{}/nowhere.xml", "/nowhere.xml cannot be read (HTTP 404 "),
        ("http://127.0.0.1:abc/", "--corpora-index=http://127.0.0.1:abc/: it must be the http or https address"),
        ("http://[::1/index.xml", "--corpora-index=http://[::1/index.xml: it must be the http or https address"),
        ("http://a b/index.xml", "--corpora-index=http://a b/index.xml: it must be the http or https address"),
    ],
)
def test_without_a_list_the_environment_stays_and_one_line_says_what_to_do(
    mirror: Mirror,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    index: str,
    message: str,
) -> None:
    """``bcb env create small --corpora`` for an environment that is there already."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    pins = tmp_path / "pins.txt"
    pins.write_text("six\n")
    recipe = store.recipe_for("small", pins)
    (store.environments_folder() / "small" / "bin").mkdir(parents=True)
    (store.environments_folder() / "small" / "bin" / "python").touch()
    (store.environments_folder() / "small" / store.MARK).write_text(f'{{"recipe": "{recipe.digest}"}}')
    arguments = ["env", "create", "small", f"--pins={pins}", "--corpora"]

    status = main([*arguments, f"--corpora-index={index.format(mirror.url)}"])

    said = capsys.readouterr().err.splitlines()[-1]
    assert status == 2
    assert said.startswith("bcb: error: the environment small is complete, but ")
    assert message in said
    assert main([*arguments, f"--corpora-index={mirror.index}"]) == 0
    assert store.find_environment("small").path.joinpath("nltk_data/tokenizers/punkt/english").is_file()


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<nltk", "(the connection was cut in the middle)"),
        (b"SSH-2.0-OpenSSH\r\n", "(what answers there speaks no HTTP: SSH-2.0-OpenSSH)"),
        (b"", "(Remote end closed connection without response)"),
    ],
)
def test_what_a_server_does_instead_of_answering_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: bytes, message: str
) -> None:
    """It hangs up in the middle or at once, or is no web server."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(65536)
            self.request.sendall(answer)

    with TCPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.handle_request)
        thread.start()
        with pytest.raises(BenchmarkError) as caught:
            fetch_corpora(tmp_path, say=print, index=f"http://127.0.0.1:{server.server_address[1]}/index.xml")
        thread.join()

    (line,) = str(caught.value).splitlines()
    assert f"cannot be read {message}; see to the network" in line
