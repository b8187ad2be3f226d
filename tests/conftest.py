"""Golden files: expected output that a person can read, in tests/golden/."""

from __future__ import annotations

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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite the files in tests/golden/"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(update=request.config.getoption("--update-golden"))
