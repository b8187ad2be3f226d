"""The command as a person runs it, in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import quizlib
from quizlib.cli import app
from tests.banks import bank


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """The current folder, with a bank in it; the cache is in a folder beside."""
    here = tmp_path / "here"
    here.mkdir()
    bank().save(here / "salt.json")
    monkeypatch.chdir(here)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("PYTHONPATH", str(Path(quizlib.__file__).parent.parent))
    monkeypatch.setenv("COLUMNS", "80")
    return here


@pytest.fixture
def run():
    """Run `quizlib` with these arguments; the result has stdout, stderr and exit_code."""

    def call(*arguments):
        result = CliRunner().invoke(
            app, [str(argument) for argument in arguments], prog_name="quizlib"
        )
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call
