"""The page in a browser: headless Chromium, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pages import HOSTILE, Sample, make_page, make_task, write_many

from pytest_bigcodebench.judge.text import printable

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; without it, or without Playwright, they are skipped."""
    api = pytest.importorskip("playwright.sync_api", reason="needs Playwright")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.skip("needs chromium, which apt-get install chromium brings")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of two runs over 300 tasks."""
    return write_many(tmp_path_factory.mktemp("many"), 300, runs=2)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Open]:
    """Opens a page that must bring no error and ask for nothing; at the end that is seen to."""
    faults: list[str] = []
    opened = []

    def visit(path: Path, fragment: str = "", **options: Any) -> Page:
        page = browser.new_page(**options)
        page.set_default_timeout(60_000)  # How long a busy machine takes says nothing of the page.
        opened.append(page)
        page.on("console", lambda message: faults.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: faults.append(request.url) if request.url.startswith("http") else None)
        page.goto(path.as_uri() + fragment)
        page.wait_for_selector("html[data-ready]")
        return page

    yield visit
    for page in opened:
        page.close()
    assert not faults


def count(page: Page) -> str:
    """What the page says of how many samples the filters leave."""
    return page.inner_text("#count")


def test_filters_narrow_the_list(visit: Open, many: Path) -> None:
    """By samples file, status, kind, domain, library, difference between runs, and text; the address keeps them."""
    page = visit(many)
    assert count(page) == "600, 63.3% pass"

    page.select_option("[name=run]", "model-1.jsonl")
    page.select_option("[name=status]", "fail")
    assert count(page) == "120 of 600, 0.0% pass"
    page.select_option("[name=domain]", "network")
    assert count(page).startswith("10 of 600")
    page.select_option("[name=lib]", "pandas")
    assert page.inner_text("#rows") == "No sample fits these filters."
    assert page.url.endswith("#run=model-1.jsonl&status=fail&domain=network&lib=pandas")
    page.click("#clear")
    page.select_option("[name=kind]", "wrong_answer")
    assert count(page).startswith("220 of 600")
    page.click("#clear")
    page.select_option("[name=set]", "differ")
    assert count(page) == "40 of 600, 50.0% pass"
    page.click("#clear")

    page.fill("[name=q]", "x + 297")
    page.wait_for_function("() => document.getElementById('count').textContent.startsWith('2 of 600')")
    page.wait_for_function("() => document.querySelectorAll('.row').length === 2")


def test_the_charts_bars_filter(visit: Open, many: Path) -> None:
    """A click on a bar adds its filter, a click on the name in the table takes it away again."""
    page = visit(many)

    page.locator("#chart-domain a").first.click()
    assert "#domain=computation" in page.url
    assert count(page).startswith("200 of 600")

    page.click("#chart-domain summary")
    page.locator("#chart-domain").get_by_role("link", name="computation", exact=True).last.click()
    assert count(page).startswith("600,")


def test_a_sample_opens_with_all_that_belongs_to_it(visit: Open, many: Path) -> None:
    """Solution in colours, failing test and assertion, canonical solution beside it, prompt, and the other run's."""
    page = visit(many, "#open=model-1.jsonl::Square/10[0]")
    dialog = page.locator("#detail")
    dialog.locator("pre").first.wait_for()

    assert dialog.locator("h2").inner_text() == "Square/10[0]"
    assert dialog.locator(".e-line").inner_text().strip() == "E   AssertionError: 3 != 4"
    assert dialog.locator(".tests .failed").inner_text() == "✗ test_two"
    assert dialog.locator("[aria-label=Solution] .t-K").all_inner_texts() == ["def", "return"]
    assert "return x ** 2" in dialog.locator("[aria-label='Canonical solution']").inner_text()
    assert dialog.locator("[aria-label=Tests] .marked").get_attribute("data-n") == "4"
    assert dialog.locator("[aria-label='Instruct prompt']").inner_text() == "Square x."
    dialog.get_by_role("button", name="Complete").click()
    assert '"""Square x."""' in dialog.locator("[aria-label='Complete prompt']").inner_text()
    dialog.locator("select").select_option(label="model-0.jsonl [0] (pass)")
    dialog.locator("[aria-label='Other sample']").wait_for()

    page.click("#close")
    assert not dialog.is_visible()


def test_each_sample_has_a_link(visit: Open, many: Path) -> None:
    """A row is a link that opens the sample, and that another window opens too."""
    page = visit(many)
    page.locator(".row").nth(3).click()
    page.wait_for_selector("body[data-opened='model-0.jsonl::Square/3[0]']")

    again = visit(many, "#" + page.url.partition("#")[2])
    again.wait_for_selector("body[data-opened='model-0.jsonl::Square/3[0]']")
    page.go_back()
    page.wait_for_selector("body:not([data-opened])")


def test_the_keyboard_is_enough(visit: Open, many: Path) -> None:
    """Search, choose, open, go on, close; the chosen row is in sight and named to a screen reader."""
    page = visit(many)

    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.type("square/29")
    page.wait_for_function("() => document.getElementById('count').textContent.startsWith('22 of 600')")
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.getElementById('count').textContent.startsWith('600')")
    page.keyboard.press("End")
    assert page.evaluate("document.getElementById('list').getAttribute('aria-activedescendant')") == "row-599"
    page.wait_for_selector("#row-599")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-opened='model-1.jsonl::Square/298[0]']")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("body[data-opened='model-1.jsonl::Square/299[0]']")
    page.keyboard.press("Escape")
    page.wait_for_selector("body:not([data-opened])")
    assert page.evaluate("document.activeElement.id") == "list"
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_in_light_and_dark(visit: Open, many: Path, scheme: str) -> None:
    """Every colour of text stands out from what is behind it by 4.5 to 1 at least (WCAG 2.1 AA)."""
    page = visit(many, "#open=model-0.jsonl::Square/0[0]", color_scheme=scheme)
    page.wait_for_selector("dialog[open] pre")

    poor = page.evaluate(
        """() => {
          const style = getComputedStyle(document.documentElement);
          const light = (name) => {
            const parts = style.getPropertyValue(name).trim().match(/[0-9a-f]{2}/g);
            const [r, g, b] = parts.map((two) => parseInt(two, 16) / 255)
              .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const pairs = [["--ink", "--paper"], ["--ink", "--marked"], ["--ink", "--chosen"], ["--faint", "--paper"],
            ["--faint", "--raised"], ["--faint", "--chosen"], ["--accent", "--paper"],
            ...["pass", "fail", "timeout", "error"].map((name) => [`--${name}`, `--${name}-back`]),
            ..."kscnfba".split("").map((name) => [`--code-${name}`, "--raised"])];
          return pairs.filter(([text, back]) => {
            const [low, high] = [light(text), light(back)].sort((a, b) => a - b);
            return (high + 0.05) / (low + 0.05) < 4.5;
          }).map((pair) => pair.join(" on "));
        }"""
    )
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 21, 27)"

    assert poor == []
    assert dark == (scheme == "dark")


def test_a_narrow_screen_is_enough(visit: Open, many: Path) -> None:
    """Nothing sticks out of 360 pixels, in the list and in a sample."""
    page = visit(many, viewport={"width": 360, "height": 740})
    sticks_out = "document.documentElement.scrollWidth > innerWidth"

    assert not page.evaluate(sticks_out)
    page.locator(".row").nth(1).click()
    page.wait_for_selector("dialog[open] pre")
    assert not page.evaluate(sticks_out)
    assert page.evaluate("document.getElementById('detail').scrollWidth") <= 360


def test_long_names_stay_in_sight(visit: Open, tmp_path: Path) -> None:
    """On a narrow screen the name of a test is broken, and of a task's id the end stands, which tells tasks apart."""
    test = "test_final_states_are_sorted_and_impossible_ones_left_out"
    task = make_task("folder/of/tasks/with_a_long_name/merge_intervals")
    failed = Sample(task_id=task.task_id, status="fail", kind="wrong_answer", detail=test, message=test)
    page = visit(make_page(tmp_path, [task], {"out.jsonl": [failed]}), viewport={"width": 360, "height": 740})

    row = page.locator(".row").bounding_box()
    name = page.locator(".row .id > :last-child")
    assert name.inner_text() == "merge_intervals[0]"
    assert name.evaluate("name => name.scrollWidth <= name.clientWidth + 1")
    box = name.bounding_box()
    assert row
    assert box
    assert box["x"] + box["width"] <= row["x"] + row["width"]
    page.locator(".row").click()
    page.wait_for_selector("dialog[open] pre")
    page.locator(".tests li").first.evaluate("(item, name) => item.append(name)", test)
    assert page.evaluate("document.getElementById('detail').scrollWidth") <= 360


def test_only_what_is_in_sight_exists(visit: Open, many: Path) -> None:
    """The list holds a screen's rows, wherever it is scrolled to."""
    page = visit(many)

    page.evaluate("document.getElementById('list').scrollTop = 1e6")
    page.wait_for_selector("#row-599")

    assert page.locator(".row").count() < 60


def test_nothing_in_a_sample_runs(visit: Open, tmp_path: Path) -> None:
    """Hostile text in every field is shown as text: nothing runs, nothing is asked for, no element appears."""
    tasks = [
        make_task(
            f"S/{n}{printable(text)}", instruct_prompt=text, complete_prompt=text, test=text, canonical_solution=text
        )
        for n, text in enumerate(HOSTILE)
    ]
    samples = [
        Sample(
            task_id=f"S/{n}{printable(t)}",
            solution=t,
            status="fail",
            kind="exception",
            message=t,
            detail=t,
            text=f"E   {t}",
        )
        for n, t in enumerate(HOSTILE)
    ]
    page = visit(make_page(tmp_path, tasks, {f"{HOSTILE[0]}.jsonl": samples, "<b>b.jsonl": samples}))

    for text in ("<script>", "__proto__"):
        page.fill("[name=q]", text)
        page.wait_for_function("() => document.querySelector('.row')")
    page.keyboard.press("Escape")
    page.locator(".row").first.click()
    for _ in HOSTILE:
        page.wait_for_selector("dialog[open] pre")
        assert page.locator("dialog img, dialog script, dialog svg, dialog style, dialog iframe").count() == 0
        page.keyboard.press("ArrowRight")

    assert page.evaluate("window.hacked === undefined && !('hacked' in Object.prototype)")


def test_hidden_characters_are_shown(visit: Open, tmp_path: Path) -> None:
    """What turns, hides or rings stands in the code as its number."""
    page = visit(
        make_page(
            tmp_path, [make_task("S/0")], {"a.jsonl": [Sample(task_id="S/0", solution="a = 1 # \u202e\x07\u200b")]}
        )
    )
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] pre")

    assert page.locator("[aria-label=Solution] .odd").all_inner_texts() == ["\\u202e", "\\u0007", "\\u200b"]
