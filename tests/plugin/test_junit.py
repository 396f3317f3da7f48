"""JUnit XML as Jenkins and GitLab take it."""

from __future__ import annotations

import os
import re
import xml.etree.ElementTree as ET

import pytest
from tiny import RAISES, RIGHT, WRONG, Bench

Spread = tuple[str, ...]

#: What Jenkins' xunit plugin allows: element -> (elements in it, attributes, attributes that must be there).
ALLOWED: dict[str, tuple[set[str], set[str], set[str]]] = {
    "testsuites": ({"testsuite"}, {"name", "time", "tests", "failures", "errors"}, set()),
    "testsuite": (
        {"testsuite", "properties", "testcase", "system-out", "system-err"},
        {"name", "tests", "failures", "errors", "time", "skipped", "timestamp", "hostname", "id", "package"},
        {"name", "tests", "failures", "errors"},
    ),
    "testcase": (
        {"skipped", "error", "failure", "system-out", "system-err"},
        {"name", "time", "classname", "group"},
        {"name"},
    ),
    "properties": ({"property"}, set(), set()),
    "property": (set(), {"name", "value"}, {"name", "value"}),
    **dict.fromkeys(("failure", "error", "skipped"), (set(), {"type", "message"}, set())),
    **dict.fromkeys(("system-out", "system-err"), (set(), set(), set())),
}
#: What pytest's family xunit1 has in a test case beyond that.
XUNIT1 = ({"properties"}, {"file", "line"})


def faults(element: ET.Element) -> list[str]:
    """Where a document is not what the schema allows."""
    inside, attributes, required = ALLOWED[element.tag]
    if element.tag == "testcase":
        inside, attributes = inside | XUNIT1[0], attributes | XUNIT1[1]
    found = [f"<{child.tag}> in <{element.tag}>" for child in element if child.tag not in inside]
    found += [f"{name} at <{element.tag}>" for name in element.attrib if name not in attributes]
    found += [f"<{element.tag}> without {name}" for name in required - element.attrib.keys()]
    return found + [fault for child in element if child.tag in inside for fault in faults(child)]


@pytest.fixture
def document(bench: Bench, spread: Spread) -> ET.Element:
    """The report of samples that pass, fail, raise, and cannot be judged, of two samples files."""
    bench.samples(("Tiny/3", WRONG), ("Tiny/3", RAISES), ("Tiny/0", RIGHT), name="m--instruct.jsonl")
    junit = ("--junit-xml=r.xml", "-o", "junit_family=xunit1")
    bench.run("m--instruct.jsonl", "out.jsonl", *junit, *spread)
    return ET.parse(bench.pytester.path / "r.xml").getroot()


def test_the_report_is_what_jenkins_takes(document: ET.Element) -> None:
    """In the family xunit1: the schema's elements, attributes and times."""
    assert not faults(document)
    (suite,) = document
    assert re.fullmatch(r"(([0-9]{0,3},)*[0-9]{3}|[0-9]{0,3})*(\.[0-9]*)?", suite.get("time", ""))


def test_it_is_valid_in_jenkins_own_schema(document: ET.Element) -> None:
    """Once what pytest's family adds to test cases is taken away; the schema's file is named by BCB_JUNIT_XSD."""
    path = os.environ.get("BCB_JUNIT_XSD", "")
    if not os.path.isfile(path):
        pytest.skip("needs junit-10.xsd of Jenkins' xunit plugin: name it in BCB_JUNIT_XSD")
    etree = pytest.importorskip("lxml.etree")
    for case in document.iter("testcase"):
        for properties in case.findall("properties"):
            case.remove(properties)
        for name in XUNIT1[1]:
            case.attrib.pop(name, None)

    schema = etree.XMLSchema(etree.parse(path))

    assert schema.validate(etree.fromstring(ET.tostring(document))), schema.error_log


def test_names_are_unique_and_say_which_sample(document: ET.Element) -> None:
    """The same sample has the same name in every run, and no other sample has it."""
    names = [(case.get("classname"), case.get("name")) for case in document.iter("testcase")]

    assert len(set(names)) == len(names) == 7
    assert ("m--instruct.jsonl", "Tiny/3[1]") in names


def test_properties_are_what_is_sorted_by(document: ET.Element) -> None:
    """Few of them, since GitLab counts every element."""
    cases = {(case.get("classname"), case.get("name")): case for case in document.iter("testcase")}
    raised = {each.get("name"): each.get("value") for each in cases["m--instruct.jsonl", "Tiny/3[1]"].iter("property")}
    passed = {each.get("name"): each.get("value") for each in cases["out.jsonl", "Tiny/1[0]"].iter("property")}

    assert {name: value for name, value in raised.items() if name not in ("cpu_s", "peak_mib")} == {
        "task_id": "Tiny/3",
        "sample": "1",
        "domains": "computation network",
        "model": "m",
        "split": "instruct",
        "status": "fail",
        "kind": "exception",
    }
    assert set(passed) == {"task_id", "sample", "domains", "model", "status", "cpu_s", "peak_mib"}
