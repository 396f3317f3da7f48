"""Strategies for records and what they are made of."""

from __future__ import annotations

import string

from hypothesis import strategies as st

from pytest_bigcodebench.benchmark.domains import DOMAINS
from pytest_bigcodebench.judge.verdict import KINDS
from pytest_bigcodebench.scoring.record import Record

#: Any text but lone surrogates, which no file in UTF-8 holds.
texts = st.text(st.characters(exclude_categories=["Cs"]))

outcomes = st.sampled_from(["passed", "failed", "error", "skipped", "not_run"])
seconds = st.floats(0, 1e6).map(lambda value: round(value, 3))

#: What records say of tools, in its plain form.
names = st.text(string.ascii_letters + ".", max_size=20)
misuses = st.fixed_dictionaries({"library": names, "function": names, "error": names, "message": names})
tools = st.fixed_dictionaries({"libs_used": st.lists(names, max_size=3), "calls_unused": st.lists(names, max_size=3)})


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw a record whose status and kind fit each other."""
    status = draw(st.sampled_from(["pass", "fail", "timeout"]))
    kinds = {"pass": [""], "timeout": ["timeout"], "fail": [kind for kind in KINDS if kind != "timeout"]}
    return Record(
        samples_file=draw(st.sampled_from(["a.jsonl", "b.jsonl"])),
        task_id=f"T/{draw(st.integers(0, 9))}",
        sample=draw(st.integers(0, 99)),
        status=status,
        kind=draw(st.sampled_from(kinds[status])),
        detail=draw(st.text(string.printable, max_size=30)),
        domains=tuple(draw(st.lists(st.sampled_from(DOMAINS), unique=True).map(sorted))),
        tests=draw(st.dictionaries(texts, outcomes, max_size=5)),
        message="" if status == "pass" else draw(texts),
        cpu_s=draw(seconds),
        wall_s=draw(seconds),
        peak_mib=round(draw(st.floats(0, 1e6)), 1),
        stored=draw(st.booleans()),
        misused=tuple(draw(st.lists(misuses, max_size=2))),
        tools=draw(st.none() | tools),
        lazy=draw(st.none() | st.booleans()),
    )
