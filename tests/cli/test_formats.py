from __future__ import annotations

import json

import pytest

from quizlib.items import kinds
from quizlib.language.model import DEFAULT_MODEL
from tests.plugins import plug_in, plug_in_at


def test_everything_on_offer_is_listed_with_the_language_model(run):
    shown = run("formats").stdout
    for title in (
        "Reads\n",
        "Finds\n",
        "Makes\n",
        "Checks\n",
        "Imports\n",
        "Exports\n",
        "Language model\n",
    ):
        assert title in shown
    assert f"  {DEFAULT_MODEL} 3.8.0\n" in shown
    assert "  choice             a question with one right option" in shown


def test_json_holds_the_same(run):
    told = json.loads(run("formats", "--json").stdout)
    assert list(told) == [
        "readers",
        "methods",
        "kinds",
        "checks",
        "importers",
        "exporters",
        "model",
    ]
    assert told["model"] == {"name": DEFAULT_MODEL, "version": "3.8.0"}
    assert {offer["name"] for offer in told["kinds"]} == set(kinds.names())
    assert {"anki", "worksheet", "csv"} <= {offer["name"] for offer in told["exporters"]}


def test_each_is_shown_with_where_it_comes_from(run, monkeypatch):
    plug_in(monkeypatch, kinds, "riddle", kinds.get("flashcard"))
    shown = run("formats").stdout
    assert "  choice             a question with one right option" in shown
    told = " ".join(shown.split())
    assert "plausible wrong ones [quizlib] " in told
    assert " riddle a question answered in one's own words, then compared with" in told
    assert "the source's [quizlib-extra 1.0] " in told
    offered = json.loads(run("formats", "--json").stdout)["kinds"]
    assert {
        (offer["origin"], offer["place"]) for offer in offered if offer["name"] == "riddle"
    } == {("quizlib-extra 1.0", "extra:riddle")}


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("nowhere:kind", "ModuleNotFoundError: No module named 'nowhere'"),
        (
            "tests.banks:nothing",
            "AttributeError: module 'tests.banks' has no attribute 'nothing'",
        ),
        ("tests.banks:RECORD", "it has no summary"),
    ],
)
def test_a_broken_plug_in_is_listed_as_broken(target, why, run, monkeypatch):
    plug_in_at(monkeypatch, kinds, "extra", target)
    shown = run("formats")
    assert shown.exit_code == 0
    told = " ".join(shown.stdout.split())
    assert f" extra broken: {why} [quizlib-extra 1.0, {target}] " in told


def test_a_plug_in_whose_name_is_taken_is_listed_beside_the_other(run, monkeypatch):
    plug_in_at(monkeypatch, kinds, "choice", "extra:kind", "the name is taken by quizlib")
    told = " ".join(run("formats").stdout.split())
    assert "plausible wrong ones [quizlib] choice broken: the name is taken by quizlib" in told
