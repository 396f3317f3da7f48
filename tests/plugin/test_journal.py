"""The journal keeps every whole verdict, whatever befalls its file."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import texts

from pytest_bigcodebench.journal import Journal, content_hash, journal_path
from pytest_bigcodebench.judge.verdict import Failure, Verdict

PASSED = Verdict(status="pass", tests={"test_it": "passed"}, cpu_s=0.5)

failures = st.builds(
    Failure,
    test=texts,
    error=texts,
    message=texts,
    places=st.lists(st.tuples(st.sampled_from(["solution", "test"]), st.integers(1, 99), texts, texts)).map(tuple),
)
verdicts = st.builds(
    Verdict,
    status=st.sampled_from(["pass", "fail", "timeout"]),
    kind=st.sampled_from(["", "exception", "timeout"]),
    message=texts,
    tests=st.dictionaries(texts, st.sampled_from(["passed", "failed"])),
    failures=st.lists(failures, max_size=3).map(tuple),
)
keys = st.tuples(texts, st.integers(0, 9))


def begun(path: Path, fingerprint: dict[str, Any] | None = None) -> Journal:
    """Make a journal that can be added to."""
    journal = Journal(path, fingerprint)
    journal.begin(())
    return journal


def loaded(path: Path) -> Journal:
    """Read a journal as a resumed run does."""
    journal = Journal(path)
    journal.load()
    return journal


@given(st.dictionaries(keys, verdicts, max_size=5), st.data())
def test_what_was_added_is_there_but_for_a_torn_last_line(
    tmp_path_factory: pytest.TempPathFactory, added: dict[tuple[str, int], Verdict], data: st.DataObject
) -> None:
    """Cut off at any byte, it gives back each verdict whose line was whole; what is added after is whole too."""
    path = tmp_path_factory.mktemp("journal") / "j.jsonl"
    journal = begun(path)
    ends = [path.stat().st_size]
    for key, verdict in added.items():
        journal.add(key, verdict)
        ends.append(path.stat().st_size)
    journal.close()
    size = data.draw(st.integers(ends[0], ends[-1]), label="bytes that are left")
    os.truncate(path, size)
    journal.add(("later", 0), PASSED)
    journal.close()

    after = loaded(path)

    # A line that lacks but its newline gets it from the next.
    whole = {key: verdict for (key, verdict), end in zip(added.items(), ends[1:], strict=True) if end - 1 <= size}
    for key, verdict in {**whole, ("later", 0): PASSED}.items():
        assert after.take(key) == verdict
    assert len(after) == 0


def test_the_last_verdict_on_a_sample_counts(tmp_path: Path) -> None:
    """A sample that was judged again has its newest verdict."""
    journal = begun(tmp_path / "j.jsonl")
    journal.add(("T/1", 0), Verdict(status="timeout", kind="timeout"))
    journal.add(("T/1", 0), PASSED)

    assert loaded(journal.path).take(("T/1", 0)) == PASSED


def test_a_verdict_is_taken_once(tmp_path: Path) -> None:
    """A sample that is asked for a second time is to be judged again."""
    journal = begun(tmp_path / "j.jsonl")
    journal.add(("T/1", 0), PASSED)
    after = loaded(journal.path)

    assert ("T/1", 0) in after
    assert after.take(("T/1", 0)) == PASSED
    assert after.take(("T/1", 0)) is None


def test_beginning_drops_only_what_is_judged_anew(tmp_path: Path) -> None:
    """The verdicts on all other samples stay."""
    journal = begun(tmp_path / "j.jsonl", {"samples": "abc"})
    for number in range(3):
        journal.add(("T/1", number), PASSED)

    journal.begin({("T/1", 1)})

    after = loaded(journal.path)
    assert [("T/1", number) in after for number in range(3)] == [True, False, True]
    assert json.loads(journal.path.read_text().split()[0]) == {"fingerprint": {"samples": "abc"}}


def test_lines_of_several_writers_do_not_mix(tmp_path: Path) -> None:
    """xdist's workers share a file."""
    path = begun(tmp_path / "j.jsonl").path
    long = Verdict(status="fail", kind="exception", message="x" * 20_000)

    def write(writer: int) -> None:
        journal = Journal(path)
        for number in range(50):
            journal.add((f"T/{writer}", number), long)
        journal.close()

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(loaded(path)) == 200


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_ends_the_journal_and_nothing_else() -> None:
    """The fault is kept for whoever asks; further verdicts are let go."""
    journal = Journal(Path("/dev/full"))

    journal.add(("T/1", 0), PASSED)
    journal.add(("T/1", 1), PASSED)

    assert journal.fault == (
        "the journal /dev/full cannot be written (No space left on device): this run cannot be resumed"
    )


def test_changes_are_named(tmp_path: Path) -> None:
    """Compared with the newest run that judged the same samples file in another way."""
    samples = Path("/somewhere/out.jsonl")
    before = {"samples": "abc", "limit": 5, "sandbox": "off"}
    after = {"samples": "abd", "limit": 7, "sandbox": "off"}
    begun(journal_path(tmp_path, samples, before), before)

    assert Journal(journal_path(tmp_path, samples, after), after).changes() == ["samples", "limit"]
    assert Journal(journal_path(tmp_path, Path("/elsewhere/out.jsonl"), after), after).changes() is None


def test_old_journals_of_a_samples_file_go(tmp_path: Path) -> None:
    """A folder of journals does not grow with every change of a limit."""
    samples = Path("/somewhere/out[1]*.jsonl")
    for number in range(9):
        path = begun(journal_path(tmp_path, samples, {"limit": number})).path
        os.utime(path, (number, number))

    assert len(list(tmp_path.iterdir())) == 4
    assert path.exists()


def test_the_content_hash_is_of_names_and_contents(tmp_path: Path) -> None:
    """A folder's hash changes with what is in its files and where it is, and not with when it was written."""
    file = tmp_path / "BigCodeBench_1" / "0.py"
    file.parent.mkdir()
    file.write_text("a")
    first = content_hash(tmp_path)
    os.utime(file, (1, 1))
    assert content_hash(tmp_path) == first

    file.write_text("b")
    second = content_hash(tmp_path)
    file.rename(file.with_name("1.py"))

    assert len({first, second, content_hash(tmp_path)}) == 3
