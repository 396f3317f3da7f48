"""What tests of every part use."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest

# How long an example takes says more of the machine than of the code.
hypothesis.settings.register_profile("tests", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("tests")

pytest_plugins = ["pytester"]

#: Folders whose tests take minutes.
SLOW = ("hostile", "starter")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes minutes, so that the everyday run leaves it out."""
    for item in items:
        if item.path.parent.name in SLOW:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the real data, which lies beside the project's; without it a test is skipped."""
    folder = Path(__file__).resolve().parent.parent.parent / "shared"
    if not (folder / "bigcodebench").is_dir():
        pytest.skip(f"needs the real data in {folder}, which is not part of the project")
    return folder
