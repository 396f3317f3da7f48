"""The table of libraries and domains says what the benchmark's authors said."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from pytest_bigcodebench.benchmark.dataset import Dataset
from pytest_bigcodebench.benchmark.domains import DOMAIN_OF, DOMAINS, domains_of


def test_there_are_seven_domains_in_alphabetical_order() -> None:
    """The names are lower case, as keywords and markers use them."""
    assert DOMAINS == ("computation", "cryptography", "general", "network", "system", "time", "visualization")


def test_each_library_belongs_to_one_domain() -> None:
    """155 libraries, none of them twice: a second entry would silently win over the first."""
    assert len(DOMAIN_OF) == 155
    assert set(DOMAIN_OF.values()) == set(DOMAINS)


def test_domains_are_sorted_and_each_counts_once() -> None:
    """Two libraries of one domain do not make the task count twice."""
    assert domains_of(["requests", "pandas", "numpy", "socket"]) == ("computation", "network")


def test_an_unknown_library_adds_no_domain() -> None:
    """People's own tasks may use any library."""
    assert domains_of(["frobnicate"]) == ()
    assert domains_of(["frobnicate", "os"]) == ("system",)


def test_the_table_is_the_authors_table(official_folder: Path) -> None:
    """Library by library, the table equals the published one."""
    published = json.loads((official_folder / "lib2domain.json").read_text())

    assert {library: domain.lower() for library, domain in published.items()} == DOMAIN_OF


def test_the_official_tasks_have_the_published_domains(official: Dataset, official_folder: Path) -> None:
    """Task by task, the domains that follow from the libraries are the published ones, as sets."""
    published = json.loads((official_folder / "task2domain.json").read_text())

    derived = {task_id: set(task.domains) for task_id, task in official.tasks.items()}

    assert derived == {task_id: {name.lower() for name in names} for task_id, names in published.items()}


def test_the_official_domains_have_the_published_sizes(official: Dataset) -> None:
    """Each task counts once in each of its domains."""
    sizes = Counter(domain for task in official.tasks.values() for domain in task.domains)

    assert sizes == {
        "computation": 720,
        "general": 504,
        "visualization": 348,
        "system": 338,
        "time": 112,
        "network": 94,
        "cryptography": 61,
    }
