"""What a samples file's name tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from pytest_bigcodebench.report.origin import model_of, official_model_of, split_of, stems

OFFICIAL = "meta--Llama--main--bigcodebench-hard-instruct--vllm-0-1-sanitized_calibrated.jsonl"


@pytest.mark.parametrize(
    ("name", "model", "split"),
    [
        (OFFICIAL, "meta--Llama--main", "instruct"),
        (OFFICIAL.replace("hard-instruct", "complete"), "meta--Llama--main", "complete"),
        ("qwen2.5-coder-7b-instruct--complete.jsonl.gz", "qwen2.5-coder-7b-instruct", "complete"),
        ("qwen2.5-coder-7b-instruct.jsonl", "qwen2.5-coder-7b-instruct", ""),
        ("instruct.jsonl", "instruct", "instruct"),
        ("out", "out", ""),
    ],
)
def test_a_name_tells_model_and_split(name: str, model: str, split: str) -> None:
    """Official names and ones of the form MODEL--SPLIT; a model that is called "...-instruct" tells no split."""
    assert (model_of(Path("/runs", name)), split_of(Path("/runs", name))) == (model, split)


def test_the_official_model_is_the_official_rule() -> None:
    """Which keeps the suffix where nothing stands after the model."""
    assert official_model_of(Path("/runs", OFFICIAL)) == "meta--Llama--main"
    assert official_model_of(Path("/runs/out.jsonl")) == "out.jsonl"


def test_results_are_named_after_the_stem_and_never_alike() -> None:
    """Folders come before it only where two samples files have the same name."""
    paths = ["/r/a/out.jsonl", "/r/b/out.jsonl", "/r/b/other.jsonl.gz", "/s/b/out.jsonl", "/r/x.jsonl", "/r/x.jsonl.gz"]

    found = stems(map(Path, paths))

    assert list(map(found.get, map(Path, paths))) == [
        "a-out",
        "r-b-out",
        "other",
        "s-b-out",
        "x.jsonl",
        "x.jsonl.gz",
    ]
