"""What the tests share: where the reference dumps are, and that tests which need them say so when they are absent."""

import os
import sys
from pathlib import Path

import hypothesis
import pytest

from tests.components import look_once

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"

hypothesis.settings.register_profile("house", deadline=None)  # no test asserts a time
hypothesis.settings.load_profile("house")
look_once()
# Python is to keep what it compiles, whatever the environment says: every process that a test starts would else compile
# all that it imports again, and pytest all tests.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs the reference dumps where they are absent."""
    if SHARED.exists():
        return
    skip = pytest.mark.skip(reason="the reference dumps (../shared) are not beside this checkout")
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(skip)
