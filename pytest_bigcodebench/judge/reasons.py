"""Why a ground truth fails here, in words: what its environment lacks, as far as its failure shows that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from pytest_bigcodebench.judge.verdict import Verdict

__all__ = ["reason_for", "reason_in_words"]

#: What a failure's text shows -> what is said of it; the first that is found counts. An assertion's text may quote the
#: same words for another reason: what is looked for stands as a system or an exception writes it.
_SIGNS: Final = (
    (
        r"LookupError:.*?Resource\s+(?:\x1b\[\d+m|\\x1b\[\d+m)*(?P<what>\w+)(?:\x1b\[\d+m|\\x1b\[\d+m)*\s+not\s+found",
        "nltk's {what} is missing",
    ),
    (r"MissingCorpusError", "the nltk data that textblob reads are missing"),
    (r"\[E050\] Can't find model '(?P<what>[^']+)'", "the spaCy model {what} is missing"),
    (r"No module named '?pip'?\b", "needs pip in its environment"),
    (r"Failed to establish a new connection|Max retries exceeded|Network is unreachable", "needs the network"),
    (r"Name or service not known|name resolution|nodename nor servname|getaddrinfo failed", "needs the network"),
    (r"(?:URLError|gaierror|NameResolutionError|ConnectTimeout)\b[:(]|Could not reach host", "needs the network"),
    (r"tesseract is not installed", "needs the program tesseract"),
    (
        r"FileNotFoundError: \[Errno 2\] No such file or directory: '(?P<what>[\w.+-]+)'",
        "needs {what}, which is not here",
    ),
    (r"sh: (?:\d+: |line \d+: )?(?P<what>[\w.+-]+): (?:command )?not found", "needs the program {what}"),
    (r"cannot open shared object file", "a system library is missing ({text})"),
    (
        r"PermissionError|[]:] (?:Operation not permitted|Permission denied)",
        "needs a right that a sample does not have ({text})",
    ),
)


def reason_for(verdict: Verdict) -> str:
    """Why this verdict on a ground truth is no pass; empty if it is one."""
    texts = [verdict.message, *(f"{failure.error}: {failure.message}" for failure in verdict.failures)]
    return "" if verdict.passed else reason_in_words(verdict.kind, verdict.detail, texts)


def reason_in_words(kind: str, detail: str, texts: Iterable[str]) -> str:
    """Why a ground truth of this failure kind fails, from the texts of its failures, the most telling first."""
    shown = [" ".join(text.split()) for text in texts if text]
    if kind == "missing_library":
        return "needs pip in its environment" if detail == "pip" else f"the library {detail} is not installed"
    if kind == "timeout":
        return "its ground truth does not end in time"
    if kind == "out_of_memory":
        return "its ground truth needs more memory than allowed"
    for pattern, words in _SIGNS:
        for text in shown:
            if found := re.search(pattern, text):
                return words.format(what=found.groupdict().get("what", ""), text=_short(text))
    return f"{kind.replace('_', ' ')}: {_short(shown[0])}" if shown else kind.replace("_", " ")


def _short(text: str) -> str:
    return text if len(text) <= 160 else f"{text[:157]}..."
