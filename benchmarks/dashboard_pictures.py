"""The pictures of ``docs/dashboards.md``: a run with every dashboard's plugin, and each dashboard's own view of it.

    python benchmarks/dashboard_pictures.py [--only NAME...] [--keep FOLDER] SAMPLES [PYTEST'S ARGUMENTS...]

Needs the extras ``html`` and ``dashboards``, ``pip install playwright pillow markdown-it-py junit2html msgpack``,
Chromium, and for Allure the npm package ``allure`` (on the path, or named by ``BCB_ALLURE``). ReportPortal, Buildkite
and Datadog are services: for these a server on this machine takes what their collectors send, and the picture shows
that.
"""

from __future__ import annotations

import argparse
import functools
import html
import http.server
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "plugin"))

from collector import collecting, serving

ROOT = Path(__file__).resolve().parent.parent

#: Largest picture, in bytes, and the numbers of colours that are tried for it.
SIZE = 60_000
COLOURS = (128, 64, 32, 16)

#: The arguments that every dashboard's report takes, made in one run.
REPORTS = (
    "--bcb-html=page.html",
    "--bcb-markdown=summary.md",
    "--junit-xml=junit.xml",
    "--override-ini=junit_family=xunit1",
    "--html=pytest-html.html",
    "--self-contained-html",
    "--alluredir=allure-results",
)

#: A page around text that has none of its own.
SHELL = """<!doctype html><meta charset="utf-8"><style>
body {{ font: 15px/1.5 system-ui, sans-serif; margin: 24px 32px; color: #1f2328; }}
table {{ border-collapse: collapse; }} th, td {{ border: 1px solid #d1d9e0; padding: 5px 12px; text-align: left; }}
tr:nth-child(2n) {{ background: #f6f8fa; }} details {{ margin: 12px 0; }}
pre {{ font: 13px/1.5 ui-monospace, monospace; background: #f6f8fa; padding: 14px 18px; border-radius: 6px; }}
.note {{ color: #59636e; }}
</style><body>{body}</body>"""


def run_pytest(folder: Path, *arguments: str, **environment: str) -> None:
    """Judge the samples; that some fail is what the pictures are to show."""
    command = [sys.executable, "-m", "pytest", "-q", "--no-summary", "-p", "no:cacheprovider", *arguments]
    done = subprocess.run(command, cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stdout + done.stderr)


class Studio:
    """Takes the pictures."""

    def __init__(self, folder: Path, pictures: Path, arguments: list[str]) -> None:
        self.folder, self.pictures, self.arguments = folder, pictures, arguments

    @functools.cached_property
    def reports(self) -> Path:
        """The folder of the run that makes all reports."""
        if not (self.folder / "page.html").exists():
            run_pytest(self.folder, *REPORTS, *self.arguments, BUILDKITE_ANALYTICS_TOKEN="")
        return self.folder

    def shoot(self, name: str, url: str, look: Callable[[Any], None] | None = None, *, height: int = 720) -> None:
        """Take a picture of an address, 1,200 pixels wide."""
        from playwright.sync_api import sync_playwright

        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1200, "height": height})
            page.set_default_timeout(90_000)
            page.goto(url, wait_until="load")
            if look:
                look(page)
            page.wait_for_timeout(500)  # Animations of other people's pages.
            self.save(name, page.screenshot())
            browser.close()

    def save(self, name: str, picture: bytes) -> None:
        """Write a picture with as many colours as its size allows."""
        from PIL import Image

        image = Image.open(io.BytesIO(picture)).convert("RGB")
        for colours in COLOURS:
            content = io.BytesIO()
            small = image.quantize(colours, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
            small.save(content, "PNG", optimize=True)
            if content.tell() <= SIZE:
                break
        self.pictures.mkdir(parents=True, exist_ok=True)
        (self.pictures / f"{name}.png").write_bytes(content.getvalue())
        print(f"{name}.png: {content.tell():,} bytes, {colours} colours", flush=True)

    def write_page(self, name: str, body: str) -> str:
        """Write a page around some markup; return its address."""
        path = self.folder / name
        path.write_text(SHELL.format(body=body), "utf-8")
        return path.as_uri()

    def page(self) -> None:
        """Our own page: the rates, then one sample."""
        url = (self.reports / "page.html").as_uri()
        self.shoot("page", url, lambda page: page.wait_for_selector("html[data-ready] .row"), height=900)

        def open_failure(page: Any) -> None:
            page.wait_for_selector("html[data-ready] .row")
            page.locator(".row:has(.fail)").first.click()
            page.wait_for_selector("dialog[open] pre")

        self.shoot("page-sample", f"{url}#kind=wrong_answer", open_failure, height=760)

    def allure(self) -> None:
        """Allure's report, at a sample that failed."""
        allure = os.environ.get("BCB_ALLURE") or shutil.which("allure")
        if not allure:
            sys.exit("needs the npm package 'allure', on the path or in BCB_ALLURE")
        for path in (self.reports / "allure-results").glob("*-result.json"):
            result = json.loads(path.read_text("utf-8"))
            # What tells of the machine is not for a picture.
            result["labels"] = [label for label in result["labels"] if label["name"] not in ("host", "thread")]
            path.write_text(json.dumps(result), "utf-8")
        command = [allure, "generate", "allure-results", "-o", "allure-report"]
        subprocess.run(command, cwd=self.folder, check=True, stdout=subprocess.DEVNULL)
        handler = functools.partial(Quiet, directory=str(self.folder / "allure-report"))

        def open_failure(page: Any) -> None:
            page.locator("[data-testid=tree-leaf]:has([data-testid=tree-leaf-status-failed])").first.click()
            page.get_by_text("solution", exact=False).first.wait_for()

        with serving(handler) as url:
            self.shoot("allure", url, open_failure, height=900)

    def pytest_html(self) -> None:
        """pytest-html's table, its failing rows open."""

        def failing(page: Any) -> None:
            page.wait_for_selector(".results-table-row")
            page.locator(".controls").evaluate("controls => controls.scrollIntoView()")

        self.shoot("pytest-html", (self.reports / "pytest-html.html").as_uri(), failing, height=800)

    def github(self) -> None:
        """The Markdown as HTML, in colours like GitHub's."""
        from markdown_it import MarkdownIt

        text = (self.reports / "summary.md").read_text("utf-8").replace("<details>", "<details open>")
        url = self.write_page("summary.html", MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
        self.shoot("github-summary", url)

    def junit(self) -> None:
        """The JUnit XML in junit2html's view of it."""
        junit2html = Path(sys.executable).with_name("junit2html")
        subprocess.run([junit2html, "junit.xml", "junit.html"], cwd=self.reports, check=True)

        def failing(page: Any) -> None:
            page.locator(".test.outcome-failed").first.evaluate("test => test.scrollIntoView()")

        self.shoot("junit", (self.folder / "junit.html").as_uri(), failing)

    def received(self, name: str, title: str, sent: object) -> None:
        """What a collector sent, as a picture that says so."""
        text = html.escape(json.dumps(sent, indent=2, ensure_ascii=False))
        body = (
            f"<h2>{title}</h2><p class=note>As its collector sent it to a server on this machine.</p><pre>{text}</pre>"
        )
        self.shoot(name, self.write_page(f"{name}.html", body))

    def reportportal(self) -> None:
        """The attributes of a sample that failed."""
        settings = {"rp_project": "bigcodebench", "rp_api_key": "key", "rp_launch": "bigcodebench"}
        with collecting() as collector:
            settings["rp_endpoint"] = collector.url
            settings["rp_ignore_attributes"] = "lib dd_tags execution_tag allure_label"
            options = [f"--override-ini={name}={value}" for name, value in settings.items()]
            run_pytest(self.folder, "--reportportal", *options, *self.arguments)
        items = [json.loads(body) for verb, path, body in collector.requests if verb == "POST" and "/item" in path]
        ended = [json.loads(body) for verb, path, body in collector.requests if verb == "PUT" and "/item" in path]
        started = next(item for item in items if str(item.get("type")).upper() == "STEP")
        failed = next(item for item in ended if str(item.get("status")).upper() == "FAILED")
        for item in (started, failed):
            item["attributes"] = sorted(
                ":".join(filter(None, (each.get("key"), each["value"]))) for each in item.get("attributes") or ()
            )
        shown = {
            "started": {key: started[key] for key in ("name", "type", "attributes")},
            "finished": {key: failed[key] for key in ("status", "attributes")},
        }
        self.received("reportportal", "ReportPortal: a sample as it starts and finishes", shown)

    def buildkite(self) -> None:
        """The tags of a sample that failed."""
        with collecting() as collector:
            url = {"BUILDKITE_ANALYTICS_TOKEN": "token", "BUILDKITE_ANALYTICS_API_URL": collector.url}
            run_pytest(self.folder, *self.arguments, **url)
        sent = [test for _, path, body in collector.requests if "/uploads" in path for test in json.loads(body)["data"]]
        failed = next(test for test in sent if test["result"] == "failed")
        shown = {key: failed[key] for key in ("scope", "name", "location", "result", "failure_reason", "tags")}
        self.received("buildkite", "Buildkite: a test execution", shown)

    def datadog(self) -> None:
        """The tags of a sample that failed."""
        import msgpack

        settings = {
            "DD_CIVISIBILITY_AGENTLESS_ENABLED": "1",
            "DD_API_KEY": "key",
            "DD_CIVISIBILITY_GIT_UPLOAD_ENABLED": "0",
            "DD_INSTRUMENTATION_TELEMETRY_ENABLED": "0",
        }
        with collecting() as collector:
            settings["DD_CIVISIBILITY_AGENTLESS_URL"] = collector.url
            run_pytest(self.folder, "--ddtrace", *self.arguments, **settings)
        bodies = [msgpack.unpackb(body) for _, path, body in collector.requests if "citestcycle" in path]
        tests = [each["content"] for body in bodies for each in body["events"] if each["type"] == "test"]
        failed = next(test for test in tests if test["meta"].get("test.status") == "fail")
        names = ("test.name", "test.suite", "test.status", "error.message")
        meta = {key: value for key, value in failed["meta"].items() if key in names or key.startswith("bcb.")}
        shown = {"type": "test", "content": {"resource": failed["resource"], "meta": meta}}
        self.received("datadog", "Datadog: a test event", shown)


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


#: Names of pictures -> how they are taken.
PICTURES = {
    "page": Studio.page,
    "allure": Studio.allure,
    "pytest-html": Studio.pytest_html,
    "github": Studio.github,
    "junit": Studio.junit,
    "reportportal": Studio.reportportal,
    "buildkite": Studio.buildkite,
    "datadog": Studio.datadog,
}


def main() -> None:
    """Take all pictures, or some."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", choices=PICTURES, help="take this picture; repeatable")
    parser.add_argument("--keep", type=Path, help="folder for the reports; those that are there are used again")
    parser.add_argument("--pictures", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("samples", type=Path)
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="arguments for pytest")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / options.samples.name).exists():
            shutil.copy(options.samples, folder)
        studio = Studio(folder.resolve(), options.pictures.resolve(), [options.samples.name, *options.arguments])
        for name in options.only or PICTURES:
            PICTURES[name](studio)


if __name__ == "__main__":
    main()
