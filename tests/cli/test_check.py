from __future__ import annotations

import json

import pytest

from quizlib.checks import checks
from quizlib.model import Problem, Severity, Status
from tests.banks import ITEMS, bank
from tests.plugins import only


class Rule:
    summary = "items are fresh"

    def __init__(self, severity):
        self.severity = severity

    def check(self, bank, documents):
        yield Problem(
            code="stale",
            severity=self.severity,
            message=f"stale beside {len(documents)} documents",
            where="choice1",
        )


@pytest.fixture
def rule(monkeypatch):
    """Let one made-up rule stand for all."""

    def alone(severity):
        only(monkeypatch, checks, "stale", Rule(severity))

    return alone


def test_problems_are_told_with_their_place_and_an_error_fails(run, rule):
    rule(Severity.ERROR)
    result = run("check", "salt.json")
    assert result.exit_code == 1
    assert result.stdout == (
        "error: choice1: stale beside 0 documents\n"
        "10 items checked: 1 error, 0 warnings, 0 notes\n"
        "1 of 1 document not at hand: their quotes were not looked up (--sources PATH)\n"
    )


def test_a_warning_does_not_fail(run, rule):
    rule(Severity.WARNING)
    result = run("check", "salt.json")
    assert result.exit_code == 0
    assert "10 items checked: 0 errors, 1 warning, 0 notes\n" in result.stdout


def test_only_items_that_are_asked_count_as_checked(run, folder):
    first, *others = ITEMS
    bank(first.model_copy(update={"status": Status.RETIRED}), *others).save(folder / "salt.json")
    assert "9 items checked: " in run("check", "salt.json").stdout


def test_json_is_one_problem_a_line(run, rule):
    rule(Severity.NOTE)
    result = run("check", "salt.json", "--json")
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {
            "code": "stale",
            "severity": "note",
            "message": "stale beside 0 documents",
            "where": "choice1",
        }
    ]
    assert result.stderr.startswith("10 items checked: ")
