"""`quizlib review` as a command: what it takes, what it tells, what stands in the file."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from typer.testing import CliRunner

from quizlib import compose
from quizlib.cli import app
from quizlib.cli._learner import learner_store
from quizlib.cli.build import LEAST
from quizlib.learning.entries import Flag
from quizlib.model import Status
from quizlib.readers import read
from quizlib.storage import load
from tests.banks import ABOLISHED, ITEMS, RECORD, TEXT, bank, item

NOW = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)
CANDIDATE = item(
    "cand", "cloze", "It cost ______.", "much", status=Status.CANDIDATE, confidence=0.95
)


@pytest.fixture
def review(folder):
    """Review salt.json, typing lines; the result has stdout, stderr and exit_code."""

    def call(typed, *arguments):
        return CliRunner().invoke(
            app, ["review", "salt.json", *arguments], input=typed, prog_name="quizlib"
        )

    return call


def test_decisions_are_in_the_file(review):
    surer = ITEMS[0].model_copy(update={"confidence": 0.6})
    bank(CANDIDATE, surer, ITEMS[1]).save("salt.json")
    result = review("a\nr 5\n")
    assert result.exit_code == 0
    assert result.stdout.endswith(
        "1 accepted, 1 rejected\n1 of 3 not decided\n\nquizlib review salt.json goes on.\n"
    )
    assert [(one.status, one.note) for one in load("salt.json").items] == [
        ("accepted", ""),
        ("rejected", "not worth asking"),
        ("generated", ""),
    ]


def test_what_is_decided_does_not_come_again(review):
    bank(CANDIDATE, ITEMS[0]).save("salt.json")
    assert "Salt: 2 items to review" in review("a\n").stdout
    assert "Salt: 1 item to review" in review("a\n").stdout
    assert review("").stdout == "salt.json: nothing to review\n"
    assert "Salt: 2 items to review" in review("", "--status", "accepted").stdout


@pytest.fixture
def answers(folder):
    """Twelve learners: the better ones miss choice1, and all know short1."""
    lines = ["learner,item,share"]
    for number in range(12):
        good = number < 6
        shares = {"choice1": not good, "short1": True}
        shares |= dict.fromkeys(("cloze1", "term1", "define1"), good)
        lines += [f"pupil {number},{id},{share:d}" for id, share in shares.items()]
    (folder / "class.csv").write_text("\n".join(lines) + "\n")


def test_only_items_that_answers_speak_against(review, answers):
    accepted = [one.model_copy(update={"status": Status.ACCEPTED}) for one in ITEMS]
    bank(*accepted).save("salt.json")
    result = review("a\nr too easy\n", "--results", "class.csv")
    assert "Salt: 2 items to review" in result.stdout
    told = " ".join(result.stdout.split())
    assert "warning: the better learners missed it (discrimination -1.00)" in told
    assert "warning: too easy: 100% right (too-easy)" in told
    assert result.stdout.endswith("1 accepted, 1 rejected\n")
    decided = {one.id: one.status for one in load("salt.json").items}
    assert sorted((decided["choice1"], decided["short1"])) == ["accepted", "rejected"]
    assert decided["cloze1"] == "accepted"


def test_what_was_decided_after_these_answers_is_shown_again_only_with_others(review, answers):
    bank().save("salt.json")
    review("a\nq\n", "--results", "class.csv", "--problem", "too-easy")
    left = review("e stem\nWhen was it abolished?\nq\n", "--results", "class.csv").stdout
    assert "Salt: 1 item to review" in left
    assert "Edited." in left
    again = review("", "--results", "class.csv").stdout
    assert again == (
        "salt.json: nothing to review; 2 items decided about after these results: --status accepted"
        " or edited shows them\n"
    )
    shown = review("", "--results", "class.csv", "--status", "accepted").stdout
    assert "Salt: 1 item to review" in shown
    rows = Path("class.csv").read_text()
    Path("class.csv").write_text(f"{rows}pupil 99,short1,1\npupil 99,cloze1,1\n")
    anew = review("", "--results", "class.csv").stdout
    assert "Salt: 1 item to review" in anew
    assert "Who abolished the salt tax?" in anew


def test_one_finding_of_answers_may_be_asked_for(review, answers):
    bank().save("salt.json")
    found = review("", "--results", "class.csv", "--problem", "too-easy").stdout
    assert "Salt: 1 item to review" in found
    assert "Who abolished the salt tax?" in found
    again = "salt.json --problem too-easy --results class.csv goes on."
    assert " ".join(found.split()).endswith(again)
    none = review("", "--results", "class.csv", "--problem", "rival").stdout
    assert none == "salt.json: nothing to review\n"


def test_one_item_can_be_named_whatever_was_decided(review):
    review("r 1\n", "--find", "BARREL salt")
    shown = review("q\n", "--find", "cloze1").stdout
    assert "Salt: 1 item to review" in shown
    assert "rejected: faulty language · cloze" in shown
    assert "quizlib review salt.json --find cloze1 goes on." in shown
    assert review("", "--find", "herring in space").stdout == "salt.json: nothing to review\n"


def test_a_decision_that_is_taken_back_shows_what_answers_say_again(review, answers):
    bank().save("salt.json")
    shown = review("a\nu\n", "--results", "class.csv", "--problem", "too-easy").stdout
    assert shown.count("too easy: 100% right") == 2


def test_what_learners_flagged_is_told_beside_their_answers(review, answers, folder, monkeypatch):
    monkeypatch.setenv("QUIZLIB_DATA_DIR", str(folder / "data"))
    bank().save("salt.json")
    with learner_store() as store:
        store.append(Flag(id="f1", at=NOW, card="short1", reason="odd", revision=0))
    shown = review("a\n", "--results", "class.csv", "--problem", "flagged").stdout
    assert "warning: was flagged: odd" in shown
    assert "warning: too easy" in shown
    assert (
        "nothing to review" in review("", "--results", "class.csv", "--problem", "flagged").stdout
    )


def test_candidates_and_problems_come_first(review):
    faulty = item(
        "bad", "choice", "When did the council meet?", "1804", distractors=("1804",), confidence=0.6
    )
    sure = ITEMS[3].model_copy(update={"confidence": 0.99})
    bank(sure, CANDIDATE, faulty).save("salt.json")
    result = review("s\ns\ns\n")
    assert result.stdout.index("cand\n") < result.stdout.index("bad\n")
    assert result.stdout.index("bad\n") < result.stdout.index("cloze1\n")
    assert "error: offers '1804' more than once (option-twice)" in result.stdout
    assert review("", "--problem", "long-stem,option-twice").stdout.count("to review") == 1
    only = review("", "--problem", "option-twice")
    assert "Salt: 1 item to review" in only.stdout
    assert "quizlib review salt.json --problem option-twice goes on." in only.stdout


def test_filters_are_kept_in_what_to_do_next(review):
    options = ["--kind", "cloze", "--source", "salt-tax", "--status", "generated"]
    result = review("", *options)
    assert "Salt: 1 item to review" in result.stdout
    told = " ".join(result.stdout.split())
    assert "quizlib review salt.json --kind cloze --status generated" in told
    assert "--source salt-tax goes on." in told


def test_quotes_are_shown_in_their_place_where_the_source_is_at_hand(review, folder, tmp_path):
    sources = tmp_path / "far" / "away" / "sources"
    sources.mkdir(parents=True)
    (sources / "salt-tax.txt").write_text(TEXT, encoding="utf-8")
    [document] = read(sources)
    words = "harbour council abolished the salt tax in 1804"
    place = {"quote": words, "start": TEXT.index(words), "end": TEXT.index(words) + len(words)}
    found = bank(ITEMS[2].model_copy(update={"evidence": (ABOLISHED.model_copy(update=place),)}))
    record = RECORD.model_copy(update={"digest": document.digest})
    found.model_copy(update={"documents": (record,)}).save("salt.json")
    assert f" “{words}” (salt-tax.txt, line 1)" in " ".join(review("").stdout.split())
    within = " ".join(review("", "--sources", str(sources)).stdout.split())
    assert f"The “{words}” because smuggling had made it worthless. (salt-" in within
    (folder / "salt-tax.txt").write_text(TEXT, encoding="utf-8")
    assert "The “harbour" in " ".join(review("").stdout.split())
    (folder / "salt-tax.txt").write_text(f"New: {TEXT}", encoding="utf-8")
    assert "The “harbour" not in " ".join(review("").stdout.split())


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["none.json"], 1, "error: none.json: no such bank"),
        (
            ["salt.json", "--kind", "clozes"],
            1,
            "error: unknown kind 'clozes' (did you mean cloze?)",
        ),
        (["salt.json", "--source", "x"], 1, "error: unknown source 'x'; known: salt-tax\n"),
        (
            ["salt.json", "--status", "retired"],
            1,
            "known: accepted, candidate, drafted, edited, generated, rejected\n",
        ),
        (
            ["salt.json", "--problem", "long-stm"],
            1,
            "error: unknown problem 'long-stm' (did you mean long-stem?); known: ",
        ),
        (
            ["my notes.md"],
            2,
            "is no bank; decisions are kept in one: quizlib build 'my notes.md' -o 'my notes.json'",
        ),
    ],
)
def test_what_cannot_be_reviewed(run, arguments, code, message):
    result = run("review", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in " ".join(result.stderr.split()) + "\n" or message in result.stderr


def test_an_editor_may_do_the_work(review, monkeypatch):
    bank(CANDIDATE).save("salt.json")
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", "sed -i s/much/little/")
    assert "= little\n" in review("E\n").stdout
    assert load("salt.json").items[0].key == ("little",)


def test_somebody_elses_work_is_not_written_over(review, folder, monkeypatch):
    bank(CANDIDATE).save("salt.json")
    monkeypatch.setenv("VISUAL", "sh -c 'sed -i s/much/little/ \"$0\"; echo {} > salt.json'")
    result = review("E\n")
    assert result.exit_code == 1
    assert result.stderr == (
        "error: salt.json: changed by somebody else meanwhile;"
        " nothing was written over it: open it again\n"
    )
    assert (folder / "salt.json").read_text(encoding="utf-8") == "{}\n"


def test_the_help_tells_the_confidence_that_builds_need():
    assert LEAST == compose.LEAST
