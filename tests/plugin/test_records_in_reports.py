"""Records cross from items to reporters as properties, and come out of them whole and small."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from strategies import records

from pytest_bigcodebench.judge.text import clipped, printable
from pytest_bigcodebench.report.properties import from_properties, to_properties
from pytest_bigcodebench.report.terminal import Progress
from pytest_bigcodebench.scoring.rates import Tally
from pytest_bigcodebench.scoring.record import Record


@given(records())
def test_a_record_comes_out_as_it_went_in(record: Record) -> None:
    """Only what no report could hold is written otherwise: control characters, and very long messages."""
    shown = replace(record, message=clipped(record.message, 1000), detail=clipped(record.detail, 200))

    assert from_properties(to_properties(record)) == shown


@given(records(), st.text(min_size=100))
def test_properties_are_short_strings(record: Record, text: str) -> None:
    """pytest carries them over xdist and into XML, for each sample."""
    properties = to_properties(replace(record, message=text * 100, detail=text * 100))

    assert all(isinstance(value, str) for _, value in properties)
    assert sum(len(name) + len(value) for name, value in properties) < 4096


def test_other_items_have_no_record() -> None:
    """Whatever properties a test of somebody else's has."""
    assert from_properties([]) is None
    assert from_properties([("task_id", "x"), ("status", 3)]) is None


@given(st.text())
def test_printable_text_can_be_written_anywhere(text: str) -> None:
    """Nothing that a terminal obeys or XML forbids is left, and nothing else is changed."""
    fit = printable(text)

    fit.encode("utf-8")
    assert all(character in "\t\n" or character.isprintable() or ord(character) >= 0xA0 for character in fit)
    assert printable(fit) == fit


@given(st.text(), st.integers(10, 50))
def test_clipped_text_has_its_beginning_and_its_end(text: str, size: int) -> None:
    """And never more than it may."""
    shown = clipped(text, size)

    assert len(shown) <= size
    if len(printable(text)) <= size:
        assert shown == printable(text)


def test_the_pass_rate_so_far_is_shown_now_and_then() -> None:
    """At each tenth of a long run, and after ten seconds; never at the end, where the summary follows."""
    now = 0.0
    progress, tally = Progress(200, clock=lambda: now), Tally()
    said = {}
    for number in range(1, 201):
        now += 3.0 if number in (5, 6, 7, 8) else 0.0
        tally.add(Record(samples_file="a", task_id=f"T/{number}", sample=0, status="pass" if number % 4 else "fail"))
        if line := progress.line(tally):
            said[number] = line

    assert list(said) == [8, *range(20, 200, 20)]
    assert said[8] == "8 of 200 judged, 75.0% passed so far, 12 s"


def test_short_runs_are_quiet() -> None:
    """A handful of samples needs no lines between their letters."""
    progress, tally = Progress(20, clock=lambda: 0.0), Tally()
    lines = []
    for number in range(20):
        tally.add(Record(samples_file="a", task_id=f"T/{number}", sample=0, status="pass"))
        lines.append(progress.line(tally))

    assert not any(lines)
