"""Dashboards of other plugins, each with the real plugin; those that send results send them to a server of the test's.

A plugin that is not installed has its tests skipped (they come with the extra ``dashboards``).
"""

from __future__ import annotations

import html
import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from collector import Collector, collecting
from tiny import RAISES, RIGHT, WRONG, Bench

from pytest_bigcodebench.benchmark.domains import DOMAINS

Spread = tuple[str, ...]


#: pytest-xdist under the name by which collectors look for it; slow where they wait for each other's answers.
XDIST = ("-p", "xdist", "-n", "2")
ALONE_AND_SLOW_XDIST = [pytest.param((), id="alone"), pytest.param(XDIST, id="xdist", marks=pytest.mark.slow)]


def needs(module: str) -> None:
    """Skip a test whose plugin is not there, without importing it here: some of them change the process."""
    if importlib.util.find_spec(module.partition(".")[0]) is None:
        pytest.skip(f"needs {module}, which comes with the extra 'dashboards'")


@pytest.fixture
def endpoint() -> Iterator[Collector]:
    """An HTTP server on this machine."""
    with collecting() as collector:
        yield collector


def fingerprint_of(bench: Bench) -> str:
    """The environment's fingerprint in short, as ``summary.json`` of ``--bcb-output=o`` has it."""
    summary = json.loads((bench.pytester.path / "o" / "summary.json").read_text())
    short: str = summary["environment"]["fingerprint"]["short"]
    return short


def allure_results(folder: Path) -> dict[str, Any]:
    """Allure's result of each sample."""
    found = [json.loads(path.read_text()) for path in folder.glob("*-result.json")]
    return {result["name"]: result for result in found}


def test_allure_shows_domains_texts_and_samples(bench: Bench, spread: Spread) -> None:
    """Domains are tags and features, prompt and solution attachments; two samples of a task are two results."""
    needs("allure_pytest")
    bench.samples(("Tiny/3", WRONG), ("Tiny/3", RIGHT), name="m--instruct.jsonl")

    bench.run("m--instruct.jsonl", "--alluredir=a", *spread, plugins=["allure_pytest.plugin"])

    folder = bench.pytester.path / "a"
    results = allure_results(folder)
    wrong, right = results["Tiny/3[0]"], results["Tiny/3[1]"]
    labels = {(label["name"], label["value"]) for label in wrong["labels"]}
    assert {("tag", "network"), ("tag", "computation"), ("feature", "network"), ("feature", "computation")} <= labels
    assert {("model", "m"), ("split", "instruct"), ("library", "pandas"), ("kind", "wrong_answer")} <= labels
    assert (wrong["status"], right["status"]) == ("failed", "passed")
    assert "wrong_answer: test_two: AssertionError: 3 != 4" in wrong["statusDetails"]["message"]
    assert wrong["historyId"] != right["historyId"]
    texts = {each["name"]: (folder / each["source"]).read_text() for each in wrong["attachments"]}
    assert texts == {"prompt": "Square x.", "solution": WRONG}
    environment = (folder / "environment.properties").read_text().splitlines()
    assert [line for line in environment if line.startswith("bcb.fingerprint = ")]
    assert [line for line in environment if line.startswith("bcb.dataset = data.jsonl@")]


@pytest.mark.parametrize(
    ("option", "plugins"),
    [
        ("--alluredir", ["allure_pytest.plugin"]),
        ("--html", ["pytest_metadata.plugin", "pytest_html.plugin"]),
        ("--report-log", ["pytest_reportlog.plugin"]),
        ("--json-report-file", ["pytest_metadata.plugin", "pytest_jsonreport.plugin"]),
    ],
)
def test_a_dashboards_report_that_cannot_be_written_is_refused(bench: Bench, option: str, plugins: list[str]) -> None:
    """In one line before the run, where the plugin would end in a traceback, some of them after it."""
    needs(plugins[-1])
    more = ["--json-report"] if "json" in option else []

    result = bench.run("out.jsonl", f"{option}=out.jsonl/r", *more, plugins=plugins)

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    (line,) = [line for line in result.errlines if line]
    pytest.LineMatcher([line]).fnmatch_lines(
        [f"ERROR: */out.jsonl/r: cannot be written*; give {option} a f* that can be"]
    )


@pytest.fixture
def allure() -> str:
    """The program of the npm package ``allure``, on the path or named by ``BCB_ALLURE``."""
    found = shutil.which(os.environ.get("BCB_ALLURE") or "allure")
    if found is None:
        pytest.skip("needs the npm package 'allure': npm install allure, and its path in BCB_ALLURE")
    return found


def test_allure_builds_its_report(bench: Bench, allure: str) -> None:
    """Its program makes a report of the results, with domains to filter by, the failure's text, prompt and solution."""
    needs("allure_pytest")
    bench.samples(("Tiny/3", WRONG), ("Tiny/3", RIGHT), ("Tiny/0", RIGHT), name="m--instruct.jsonl")
    bench.run("m--instruct.jsonl", "--alluredir=a", plugins=["allure_pytest.plugin"])

    command = [allure, "generate", "a", "-o", "site"]
    done = subprocess.run(command, cwd=bench.pytester.path, capture_output=True, text=True, timeout=120)

    assert done.returncode == 0, done.stdout + done.stderr
    site = bench.pytester.path / "site"
    assert (site / "index.html").is_file()
    assert json.loads((site / "widgets" / "statistic.json").read_text()) == {"total": 3, "failed": 1, "passed": 2}
    tags = json.loads((site / "widgets" / "tree-filters.json").read_text())["tags"]
    assert tags == ["computation", "network", "system"]
    found = (json.loads(path.read_text()) for path in (site / "data" / "test-results").iterdir())
    tests = {test["name"]: test for test in found}
    wrong = tests["Tiny/3[0]"]
    labels = {name: sorted(values) for name, values in wrong["groupedLabels"].items()}
    assert labels["tag"] == labels["feature"] == ["computation", "network"]
    assert (labels["model"], labels["split"], labels["kind"]) == (["m"], ["instruct"], ["wrong_answer"])
    assert "wrong_answer: test_two: AssertionError: 3 != 4" in wrong["error"]["message"]
    assert "E   AssertionError: 3 != 4" in wrong["error"]["trace"]
    for name, solution in (("Tiny/3[0]", WRONG), ("Tiny/3[1]", RIGHT)):
        links = (each["link"] for each in tests[name]["attachments"])
        texts = {link["name"]: (site / f"data/attachments/{link['id']}{link['ext']}").read_text() for link in links}
        assert texts == {"prompt": "Square x.", "solution": solution}
        assert not tests[name]["isRetry"]


def test_pytest_html_has_columns_and_sources(bench: Bench, spread: Spread) -> None:
    """Domain, kind and sample can be sorted by; a failing row opens on the solution and its difference, escaped."""
    needs("pytest_html")
    bench.samples(("Tiny/0", RIGHT), ("Tiny/3", '# </script><img src=x onerror="alert(1)">\n' + WRONG))

    plugins = ["pytest_metadata.plugin", "pytest_html.plugin"]
    bench.run("out.jsonl", "--html=r.html", "--self-contained-html", *spread, plugins=plugins)

    text = (bench.pytester.path / "r.html").read_text()
    assert all(f'data-column-type="{name}"' in text for name in ("domain", "kind", "sample"))
    data = json.loads(html.unescape(text.partition('data-jsonblob="')[2].partition('"')[0]))
    assert len(data["environment"]["BigCodeBench"]["fingerprint"]) == 12
    (passed,), (failed,) = (data["tests"][f"out.jsonl::{name}"] for name in ("Tiny/0[0]", "Tiny/3[0]"))
    assert failed["resultsTableRow"][2:5] == [
        '<td class="col-domain">computation, network</td>',
        '<td class="col-kind">wrong_answer</td>',
        '<td class="col-sample">0</td>',
    ]
    solution, difference = (extra["content"] for extra in failed["extras"])
    assert "<img" not in solution + difference
    assert "&lt;img" in solution
    assert "+    return x + 1" in difference
    assert "AssertionError: 3 != 4" in failed["log"]
    assert passed["extras"] == []


def test_reportlog_and_json_report_hold_the_record(bench: Bench, spread: Spread) -> None:
    """They keep what the reports carry, and the environment's fingerprint."""
    needs("pytest_reportlog")
    needs("pytest_jsonreport")

    plugins = ["pytest_reportlog.plugin", "pytest_metadata.plugin", "pytest_jsonreport.plugin"]
    report = ("--json-report", "--json-report-file=r.json", "--report-log=r.jsonl")
    bench.run("out.jsonl", *report, "--bcb-output=o", *spread, plugins=plugins)

    lines = map(json.loads, (bench.pytester.path / "r.jsonl").read_text().splitlines())
    calls = [line for line in lines if line.get("$report_type") == "TestReport" and line["when"] == "call"]
    fingerprint = fingerprint_of(bench)
    assert {dict(line["user_properties"])["fingerprint"] for line in calls} == {fingerprint}
    (failed,) = [dict(line["user_properties"]) for line in calls if line["outcome"] == "failed"]
    assert (len(calls), failed["task_id"], failed["kind"]) == (4, "Tiny/3", "wrong_answer")
    written = json.loads((bench.pytester.path / "r.json").read_text())
    assert written["environment"]["BigCodeBench"]["fingerprint"] == fingerprint
    tests = {test["nodeid"]: test for test in written["tests"]}
    assert {"kind": "wrong_answer"} in tests["out.jsonl::Tiny/3[0]"]["user_properties"]
    assert {"domains": "network"} in tests["out.jsonl::Tiny/1[0]"]["user_properties"]


@pytest.mark.parametrize("spread", [pytest.param((), id="alone"), pytest.param(XDIST, id="xdist")])
def test_buildkite_is_sent_tags(bench: Bench, spread: Spread, endpoint: Collector, monkeypatch: Any) -> None:
    """A tag for each domain, at most ten in all, and the kind of what failed."""
    needs("buildkite_test_collector")
    monkeypatch.setenv("BUILDKITE_ANALYTICS_TOKEN", "token")
    monkeypatch.setenv("BUILDKITE_ANALYTICS_API_URL", endpoint.url)
    bench.samples(("Tiny/3", RAISES), ("Tiny/0", RIGHT), name="m--complete.jsonl")

    bench.run("m--complete.jsonl", "--strict-markers", *spread, plugins=["buildkite_test_collector.pytest_plugin"])

    sent = [test for body in endpoint.bodies("/uploads") for test in json.loads(body)["data"]]
    tests = {test["name"]: test for test in sent}
    assert tests["Tiny/3[0]"]["result"] == "failed"
    tags = tests["Tiny/3[0]"]["tags"]
    assert {name: value for name, value in tags.items() if name.startswith("bcb.")} == {
        "bcb.model": "m",
        "bcb.split": "complete",
        "bcb.kind": "exception",
        "bcb.domain.computation": "true",
        "bcb.domain.network": "true",
    }
    assert "bcb.kind" not in tests["Tiny/0[0]"]["tags"]


@pytest.mark.parametrize("spread", ALONE_AND_SLOW_XDIST)
def test_reportportal_is_sent_attributes(bench: Bench, spread: Spread, endpoint: Collector) -> None:
    """Every domain is one, beside task, sample, model, split and fingerprint; the kind comes as the item finishes."""
    needs("pytest_reportportal")
    bench.samples(("Tiny/3", WRONG), name="m--complete.jsonl")
    options = {"rp_endpoint": endpoint.url, "rp_project": "p", "rp_api_key": "k", "rp_launch": "l"}
    bench.pytester.makeini("[pytest]\n" + "".join(f"{name} = {value}\n" for name, value in options.items()))

    arguments = ("m--complete.jsonl", "--reportportal", "--strict-markers", "--bcb-output=o", *spread)
    result = bench.run(*arguments, plugins=["pytest_reportportal.plugin"])

    result.assert_outcomes(failed=1)
    bodies = [json.loads(body) for method, path, body in endpoint.requests if method != "GET" and "/item" in path]
    steps = [body for body in bodies if body.get("type", "").upper() == "STEP"]
    (started,) = [{(each.get("key"), each["value"]) for each in step["attributes"]} for step in steps]
    assert {("domain", "network"), ("domain", "computation"), ("task_id", "Tiny/3"), ("sample", "0")} <= started
    assert {("model", "m"), ("split", "complete"), ("fingerprint", fingerprint_of(bench))} <= started
    finished = [{(each.get("key"), each["value"]) for each in body.get("attributes") or ()} for body in bodies]
    assert any(("kind", "wrong_answer") in each for each in finished)
    assert any(b"AssertionError: 3 != 4" in body for body in endpoint.bodies("/log"))


def test_reportportal_can_leave_out_what_others_are_told(bench: Bench, endpoint: Collector) -> None:
    """With the line of docs/dashboards.md its attributes are its own, though other dashboards' markers are there."""
    others = ["buildkite_test_collector.pytest_plugin", "ddtrace.testing.internal.pytest.entry_point"]
    for module in ("pytest_reportportal", "allure_pytest", *others):
        needs(module)
    text = (Path(__file__).parents[2] / "docs" / "dashboards.md").read_text()
    (line,) = [line.strip() for line in text.splitlines() if line.strip().startswith("rp_ignore_attributes")]
    told = [f"rp_endpoint = {endpoint.url}", "rp_project = p", "rp_api_key = k", line]
    bench.pytester.makeini("\n".join(["[pytest]", *told]))

    plugins = ["pytest_reportportal.plugin", "allure_pytest.plugin", *others]
    bench.run("out.jsonl", "--reportportal", "--alluredir=a", plugins=plugins)

    bodies = [json.loads(body) for method, path, body in endpoint.requests if method != "GET" and "/item" in path]
    sent = {(each.get("key"), each["value"]) for body in bodies for each in body.get("attributes") or ()}
    assert {key for key, _ in sent} == {"task_id", "sample", "model", "domain", "fingerprint", "kind", None}
    # Markers without an argument, which domains are, have no key.
    assert {value for key, value in sent if key is None} <= set(DOMAINS)


PLACE = ("rp_endpoint = http://127.0.0.1:9", "rp_project = p")
OAUTH = ("rp_oauth_uri = http://127.0.0.1:9/t", "rp_oauth_username = u", "rp_oauth_password = p")


@pytest.mark.parametrize(
    ("lines", "missing"),
    [
        ((), "rp_endpoint, rp_project and rp_api_key are not set, * as RP_ENDPOINT, RP_PROJECT and RP_API_KEY in *"),
        (("rp_api_key = k", "rp_project = p"), "rp_endpoint is not set, and nothing would be sent; set it in *"),
        (("rp_api_key = k", PLACE[0], "rp_project ="), "rp_project is not set, * or as RP_PROJECT in the environment"),
        (PLACE, "rp_api_key is not set, *"),
        ((*PLACE, *OAUTH), "rp_api_key is not set, *"),
    ],
)
def test_reportportal_without_what_it_needs_is_refused(bench: Bench, lines: tuple[str, ...], missing: str) -> None:
    """In one line before the run, where the agent sends nothing and says nothing of it, or ends in a traceback."""
    needs("pytest_reportportal")
    bench.pytester.makeini("\n".join(["[pytest]", *lines]))

    result = bench.run("out.jsonl", "--reportportal", plugins=["pytest_reportportal.plugin"])

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    (line,) = [line for line in result.errlines if line]
    pytest.LineMatcher([line]).fnmatch_lines([f"ERROR: --reportportal: {missing}"])


@pytest.mark.parametrize("place", ["environment", "options", "oauth"])
def test_reportportal_may_be_told_anywhere(bench: Bench, endpoint: Collector, monkeypatch: Any, place: str) -> None:
    """What the agent itself reads is taken for set: variables, options, ini values, and OAuth in the key's place."""
    needs("pytest_reportportal")
    told = {"rp_endpoint": endpoint.url, "rp_project": "p", "rp_api_key": "k"}
    arguments = []
    if place == "environment":
        for name, value in told.items():
            monkeypatch.setenv(name.upper(), value)
    elif place == "options":
        arguments = [f"--{name.replace('_', '-')}={value}" for name, value in told.items()]
    else:
        lines = ["[pytest]", f"rp_endpoint = {endpoint.url}", PLACE[1], *OAUTH, "rp_oauth_client_id = c"]
        bench.pytester.makeini("\n".join(lines))

    result = bench.run("out.jsonl", "--reportportal", *arguments, plugins=["pytest_reportportal.plugin"])

    result.assert_outcomes(passed=3, failed=1)
    assert endpoint.requests


@pytest.mark.parametrize("spread", ALONE_AND_SLOW_XDIST)
def test_datadog_is_sent_tags(bench: Bench, spread: Spread, endpoint: Collector, monkeypatch: Any) -> None:
    """Domains joined and one by one, with task, model and fingerprint; the error's message begins with the kind."""
    needs("ddtrace")
    settings = {
        "DD_CIVISIBILITY_AGENTLESS_ENABLED": "1",
        "DD_CIVISIBILITY_AGENTLESS_URL": endpoint.url,
        "DD_API_KEY": "key",
        "DD_CIVISIBILITY_GIT_UPLOAD_ENABLED": "0",
        "DD_INSTRUMENTATION_TELEMETRY_ENABLED": "0",
    }
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    bench.samples(("Tiny/3", WRONG), name="m--complete.jsonl")

    arguments = ("m--complete.jsonl", "--ddtrace", "--strict-markers", "--bcb-output=o", *spread)
    result = bench.run(*arguments, plugins=["ddtrace.testing.internal.pytest.entry_point"])

    result.assert_outcomes(failed=1)
    sent = b"".join(endpoint.bodies("citestcycle"))
    for text in (
        b"bcb.domains",
        b"computation,network",
        b"bcb.domain.network",
        b"bcb.task_id",
        b"Tiny/3",
        b"bcb.model",
        b"bcb.fingerprint",
        fingerprint_of(bench).encode(),
    ):
        assert text in sent
    assert b"wrong_answer: test_two: AssertionError: 3 != 4" in sent


@pytest.fixture
def judges(bench: Bench) -> Path:
    """A file that gets a line for each judge that starts."""
    path = bench.pytester.path / "judges.txt"
    path.touch()
    bench.pytester.makeconftest(f"""
        from pytest_bigcodebench.judge.judge import Judge

        start = Judge.start

        def noted(self):
            new = self.environment is None
            start(self)
            with open({str(path)!r}, "a") as file:
                file.write("started\\n" * new)

        Judge.start = noted
    """)
    return path


def test_datadog_without_a_key_is_refused(bench: Bench, monkeypatch: Any) -> None:
    """In one line before the run, where its plugin logs an error and then sends nothing."""
    needs("ddtrace")
    monkeypatch.setenv("DD_CIVISIBILITY_AGENTLESS_ENABLED", "true")
    monkeypatch.delenv("DD_API_KEY", raising=False)

    result = bench.run("out.jsonl", "--ddtrace", plugins=["ddtrace.testing.internal.pytest.entry_point"])

    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --ddtrace: DD_API_KEY is not set, and nothing would be sent; set it in *"])


COLLECTORS = [
    pytest.param("ddtrace.testing.internal.pytest.entry_point", "--ddtrace", id="datadog"),
    pytest.param("pytest_reportportal.plugin", "--reportportal", id="reportportal"),
    pytest.param("pytest_reportlog.plugin", "--report-log=r.jsonl", id="reportlog"),
]


@pytest.mark.parametrize(("plugin", "option"), COLLECTORS)
def test_only_collecting_starts_no_judge(bench: Bench, judges: Path, plugin: str, option: str) -> None:
    """What dashboards are told of the environment is not worth asking an interpreter for where nothing is judged."""
    needs(plugin)

    result = bench.run("out.jsonl", "--collect-only", "-q", option, plugins=[plugin])

    assert [line for line in result.outlines if line.startswith("out.jsonl::")] != []
    assert judges.read_text() == ""


@pytest.mark.parametrize("spread", [pytest.param((), id="alone"), pytest.param(XDIST, id="xdist")])
def test_the_fingerprint_starts_no_judge_again(bench: Bench, judges: Path, spread: Spread) -> None:
    """It stands in every report of every round; rounds have a judge each, of which the first has long been closed."""
    needs("pytest_reportlog")
    bench.samples(("Tiny/0", RIGHT), ("Tiny/3", RIGHT))

    arguments = ("--bcb-repeat=2", "--report-log=r.jsonl", "--bcb-output=o", *spread)
    bench.run("out.jsonl", *arguments, plugins=["pytest_reportlog.plugin"]).assert_outcomes(passed=4)

    lines = map(json.loads, (bench.pytester.path / "r.jsonl").read_text().splitlines())
    calls = [dict(line["user_properties"]) for line in lines if line.get("when") == "call"]
    assert [call["fingerprint"] for call in calls] == [fingerprint_of(bench)] * 4
    # Under xdist the controller's looks whether samples can be judged; each worker has one for each round it judges in.
    started = len(judges.read_text().splitlines())
    assert started == 2 if not spread else started <= 5


@pytest.mark.parametrize(
    ("name", "argument"),
    [("allure_pytest.plugin", "--alluredir=a"), ("buildkite_test_collector.pytest_plugin", "--strict-markers")],
)
def test_domains_still_select(bench: Bench, name: str, argument: str) -> None:
    """What a dashboard's plugin is told changes no ``-k``."""
    needs(name)

    result = bench.run("out.jsonl", "--collect-only", "-q", "-k", "network", argument, plugins=[name])

    assert [line for line in result.outlines if "::" in line] == [
        "out.jsonl::Tiny/1[0]",
        "out.jsonl::Tiny/3[0]",
    ]
