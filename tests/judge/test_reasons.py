"""What an environment lacks is said in words, as far as a ground truth's failure shows it."""

from __future__ import annotations

import pytest

from pytest_bigcodebench.judge.reasons import reason_for, reason_in_words
from pytest_bigcodebench.judge.verdict import Failure, Verdict

NLTK = """
**********************************************************************
  Resource \x1b[93mstopwords\x1b[0m not found.
  Please use the NLTK Downloader to obtain the resource:
"""


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"LookupError: {NLTK}", "nltk's stopwords is missing"),
        ("LookupError: Resource \\x1b[93mpunkt\\x1b[0m not found.", "nltk's punkt is missing"),
        (
            "OSError: [E050] Can't find model 'en_core_web_sm'. It doesn't seem",
            "the spaCy model en_core_web_sm is missing",
        ),
        ("URLError: <urlopen error [Errno -3] Temporary failure in name resolution>", "needs the network"),
        (
            "ConnectionError: HTTPSConnectionPool(host='x', port=443): Max retries exceeded with url",
            "needs the network",
        ),
        ("OSError: [Errno 101] Network is unreachable", "needs the network"),
        ("AssertionError: '/usr/bin/python: No module named pip' != ''", "needs pip in its environment"),
        ("FileNotFoundError: [Errno 2] No such file or directory: 'ffmpeg'", "needs ffmpeg, which is not here"),
        ("AssertionError: '/bin/sh: 1: convert: not found'", "needs the program convert"),
        ("KeyError: not found", "exception: KeyError: not found"),
        ("PermissionError: [Errno 13] Permission denied: '/x'", "needs a right that a sample does not have ({text})"),
        ("AssertionError: URLError not raised", "exception: {text}"),
        ("AssertionError: 4 != 'Permission denied'", "exception: {text}"),
        ("AssertionError: '404: Resource 17 not found' != 4", "exception: {text}"),
    ],
)
def test_a_failure_shows_what_is_missing(text: str, reason: str) -> None:
    """The text of any of its tests is enough."""
    verdict = Verdict(
        status="fail",
        kind="exception",
        message="test_a: " + " ".join(text.split()) if "KeyError" not in text else text,
        failures=(Failure(test="test_a", error=text.partition(": ")[0], message=text.partition(": ")[2]),),
    )

    assert reason_for(verdict) == reason.replace("{text}", verdict.message)


@pytest.mark.parametrize(
    ("kind", "detail", "reason"),
    [
        ("missing_library", "cv2", "the library cv2 is not installed"),
        ("missing_library", "pip", "needs pip in its environment"),
        ("timeout", "", "its ground truth does not end in time"),
        ("out_of_memory", "", "its ground truth needs more memory than allowed"),
        ("crashed", "SIGSEGV", "crashed"),
    ],
)
def test_a_kind_says_enough(kind: str, detail: str, reason: str) -> None:
    """Where there is no text to look at."""
    assert reason_in_words(kind, detail, []) == reason


def test_a_pass_needs_no_reason() -> None:
    """Sound tasks have none."""
    assert reason_for(Verdict(status="pass")) == ""
