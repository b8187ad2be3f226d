from __future__ import annotations

import json

import pytest

from quizlib.items import kinds
from quizlib.language.model import DEFAULT_MODEL


def test_everything_on_offer_is_listed_with_the_language_model(run):
    shown = run("formats").stdout
    for title in ("Reads\n", "Makes\n", "Checks\n", "Imports\n", "Exports\n", "Language model\n"):
        assert title in shown
    assert f"  {DEFAULT_MODEL} 3.8.0\n" in shown
    assert "  choice             a question with one right option" in shown


def test_json_holds_the_same(run):
    told = json.loads(run("formats", "--json").stdout)
    assert list(told) == ["readers", "kinds", "checks", "importers", "exporters", "model"]
    assert told["model"] == {"name": DEFAULT_MODEL, "version": "3.8.0"}
    assert {offer["name"] for offer in told["kinds"]} == set(kinds.names())
    assert {"anki", "worksheet", "csv"} <= {offer["name"] for offer in told["exporters"]}


@pytest.mark.parametrize("attribute", ["nowhere:kind", "tests.banks:nothing"])
def test_a_broken_plug_in_is_listed_as_broken(attribute, run, monkeypatch):
    monkeypatch.setattr(kinds, "_places", {**kinds.places(), "extra": attribute})
    shown = run("formats")
    assert shown.exit_code == 0
    told = " ".join(shown.stdout.split())
    assert " extra broken: " in told
    assert f"({attribute})" in told
