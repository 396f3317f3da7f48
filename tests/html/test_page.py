"""What the page's file holds, read without a browser."""

from __future__ import annotations

import html.parser
import re
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pages import HOSTILE, Sample, blocks_of, make_page, make_task, write_many

from pytest_bigcodebench.judge.text import printable
from pytest_bigcodebench.report.html.blocks import packed
from pytest_bigcodebench.report.html.highlight import Highlighter


class Elements(html.parser.HTMLParser):
    """The elements of a page, and what its addresses are."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: dict[str, int] = {}
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count an element."""
        self.tags[tag] = self.tags.get(tag, 0) + 1
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "xlink:href", "action")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def test_a_page_holds_every_sample_with_its_task(tmp_path: Path) -> None:
    """Solution, failure, failing test, prompts, tests and canonical solution of each sample, in order."""
    failed = Sample(
        task_id="S/1",
        solution="def task_func(x):\n    return 3\n",
        status="fail",
        kind="wrong_answer",
        message="test_two: AssertionError: 3 != 4",
        text="    # wrong_answer in test_two\n    # test, line 4, in test_two\n>   x()\nE   AssertionError: 3 != 4",
    )
    runs = {"b.jsonl": [failed, Sample(task_id="S/0")], "a.jsonl": [Sample(task_id="S/1")]}

    page = make_page(tmp_path, [make_task("S/0"), make_task("S/1", "socket")], runs)

    (index,) = blocks_of(page, "index")
    (samples,), (tasks,) = blocks_of(page, "samples"), blocks_of(page, "tasks")
    assert [run["name"] for run in index["runs"]] == ["b.jsonl", "a.jsonl"]
    assert [(index["run"][i], index["tasks"][index["task"][i]]["id"]) for i in range(3)] == [
        (0, "S/0"),
        (0, "S/1"),
        (1, "S/1"),
    ]
    assert index["status"] == ["pass", "fail", "pass"]
    assert index["message"][1] == failed.message
    assert samples[1]["code"] == failed.solution
    assert samples[1]["tests"] == {"test_two": "failed", "test_zero": "passed"}
    assert samples[1]["places"] == {"test": [4]}
    assert "AssertionError: 3 != 4" in samples[1]["text"]
    assert tasks[1]["canonical"][0] == "def task_func(x):\n    return x ** 2\n"
    assert tasks[1]["instruct"] == "Square x."
    assert "assertEqual" in tasks[1]["test"][0]


def test_rates_stand_in_the_page_without_its_script(tmp_path: Path) -> None:
    """Overall, by domain, library and kind: as tables, and as charts whose bars say what they mean."""
    text = write_many(tmp_path, 30, runs=2).read_text("utf-8")

    assert "66.7%" in text
    assert 'aria-label="network, model-1.jsonl: 90.0% of 10 tasks (95 %: 59.6% to 98.2%)"' in text
    assert 'aria-label="wrong_answer, model-0.jsonl: 10 samples"' in text
    for name in ("network", "system", "computation"):
        assert f'<a href="#domain={name}">{name}</a>' in text
    assert '<a href="#lib=pandas">pandas</a>' in text
    assert Elements(text).tags["svg"] == 3


def test_a_page_needs_nothing_but_itself(tmp_path: Path) -> None:
    """No address leads out of it, and its policy would refuse one."""
    text = write_many(tmp_path, 6).read_text("utf-8")
    elements = Elements(text)

    assert all(address.startswith(("#", "data:image/svg+xml,")) for address in elements.addresses)
    assert not elements.handlers
    assert "default-src &#39;none&#39;" in text
    assert "unsafe" not in text


def test_hostile_text_is_no_markup(tmp_path: Path) -> None:
    """Whatever stands in samples, messages, names and tasks, the page has the elements of one without it."""

    def tags(name: str, texts: tuple[str, ...]) -> dict[str, int]:
        (tmp_path / name).mkdir()
        tasks = [make_task(f"S/{n}{printable(text)}", instruct_prompt=text, test=text) for n, text in enumerate(texts)]
        fields = {"status": "fail", "kind": "exception"}
        samples = [
            Sample(task_id=task.task_id, solution=text, message=text, detail=text, text=text, **fields)
            for task, text in zip(tasks, texts, strict=True)
        ]
        page = make_page(tmp_path / name, tasks, {f"a{texts[0]}.jsonl": samples, "b.jsonl": samples[:1]})
        return Elements(page.read_text("utf-8")).tags

    assert tags("hostile", HOSTILE) == tags("tame", tuple("abcdefghijklmn"[: len(HOSTILE)]))


def test_a_sample_that_could_not_be_judged_has_a_row(tmp_path: Path) -> None:
    """It is shown with what kept it from being judged, and counts in no rate."""
    runs = {"a.jsonl": [Sample(task_id="S/0"), Sample(task_id="S/1", status="error", message="the sandbox is gone")]}

    page = make_page(tmp_path, [make_task("S/0"), make_task("S/1")], runs)

    (index,) = blocks_of(page, "index")
    assert index["status"] == ["pass", "error"]
    assert index["message"][1] == "the sandbox is gone"
    assert "100.0%" in page.read_text("utf-8")


def test_a_run_in_which_nothing_failed_or_nothing_was_judged_has_a_page(tmp_path: Path) -> None:
    """Charts without a bar are left out."""
    for name, samples in {"good": [Sample(task_id="S/0")], "bad": [Sample(task_id="S/0", status="error")]}.items():
        (tmp_path / name).mkdir()
        text = make_page(tmp_path / name, [make_task("S/0")], {"a.jsonl": samples}).read_text("utf-8")

        assert '<p class="none">None.</p>' in text


@given(st.text(alphabet=st.characters(codec=None), max_size=200) | st.sampled_from(HOSTILE))
@settings(max_examples=60)
def test_marks_cover_the_text_as_javascript_counts(code: str) -> None:
    """The lengths of the marks add up to no more UTF-16 units than the text has, lone surrogates too."""
    marks = re.findall("([A-Z])([0-9a-z]+)", Highlighter().marks(code))

    assert sum(int(length, 36) for _, length in marks) <= len(code.encode("utf-16-le", "surrogatepass")) // 2


def test_marks_name_what_a_word_is() -> None:
    """Keywords, names, numbers, strings and comments each have a mark."""
    marks = Highlighter().marks("def f():  # é\U0001f600\n    return 'x', 1\n")

    assert marks == "K3X1F1X5C5X5K6X1S3X2N1"


def test_highlighting_takes_a_bounded_time() -> None:
    """A long solution stays plain, and so does all that comes when the time is used up."""
    assert Highlighter().marks('"%' + "0" * 20_000) == ""
    assert Highlighter(budget_s=0).marks("def f(): pass") == ""


@given(st.lists(st.text(max_size=20) | st.sampled_from(HOSTILE), max_size=8))
@settings(max_examples=30)
def test_packed_data_is_base64_whatever_it_says(value: list[str]) -> None:
    """No character of it means anything in HTML."""
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", packed(value))
