"""Golden files: expected output that a person can read, in tests/golden/; and the time of day."""

from __future__ import annotations

import datetime as dt
import os
import time
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"


class Golden:
    """Compares output with the files in tests/golden/, or rewrites those files."""

    def __init__(self, update: bool) -> None:
        self.update = update

    def check(self, name: str, text: str) -> None:
        """Assert that tests/golden/`name` holds exactly `text`.

        With `pytest --update-golden` the file is written instead: look at the diff
        before committing it.
        """
        path = FOLDER / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
            return
        assert path.is_file(), f"{path} is missing: run pytest --update-golden, then look at it"
        expected = path.read_bytes().decode("utf-8")
        assert text == expected, f"differs from {path}: run pytest --update-golden if it should"


def pytest_configure() -> None:
    """Run in a time zone where it is about noon.

    A learner's day turns at four in the morning: just before, what comes back "tomorrow" comes
    back in minutes, and pages that tell the day would differ with the hour of the run.
    """
    east = 12 - dt.datetime.now(dt.UTC).hour
    os.environ["TZ"] = f"Etc/GMT{-east:+d}"
    time.tzset()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the files in tests/golden/"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(update=request.config.getoption("--update-golden"))
