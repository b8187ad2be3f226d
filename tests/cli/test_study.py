"""`quizlib study` as a command: what it takes, what it remembers, what it tells."""

from __future__ import annotations

import datetime as dt
import shutil
from typing import get_args, get_type_hints

import pytest
from typer.testing import CliRunner

from quizlib.cli import app
from quizlib.cli.study import PLANNED
from quizlib.cli.study import study as command
from quizlib.learning import Plan, Store
from quizlib.storage import load
from tests.banks import ITEMS, bank, item

SHORT, CLOZE = ITEMS[2], ITEMS[3]
ONE = bank(SHORT)
OTHER = bank(
    item("brine1", "short_answer", "What is salty water called?", "brine", evidence=()), title="Sea"
)


@pytest.fixture(autouse=True)
def one(folder, monkeypatch):
    """One card in salt.json; no data folder but the test's own."""
    monkeypatch.delenv("QUIZLIB_DATA_DIR", raising=False)
    ONE.save(folder / "salt.json")


@pytest.fixture
def study():
    """Study, typing lines; the result has stdout, stderr and exit_code."""

    def call(typed, *arguments):
        line = ["study", *map(str, arguments)]
        return CliRunner().invoke(app, line, input=typed, prog_name="quizlib")

    return call


def test_answers_are_kept_between_sessions(study):
    first = study("council\n4\n", "salt.json")
    assert first.exit_code == 0
    assert "0 due today, 1 new, 0 done\nnew   The Salt Tax" in first.stdout
    again = study("", "salt.json")
    assert "1 done today, nothing left.\nThe next card comes in " in again.stdout


def test_without_a_bank_it_is_the_deck_that_comes_along(study):
    assert study("").stdout.startswith("North Korea and China (? helps, q leaves)\n")
    study("", "salt.json")
    assert study("").stdout.startswith("2 banks (? helps, q leaves)\n")


def test_what_was_studied_before_is_studied_again_from_anywhere(study, folder, monkeypatch):
    OTHER.save(folder / "sea.json")
    study("", "salt.json", "./sea.json", "sea.json")
    monkeypatch.chdir(folder.parent)
    result = study("s\ns\n")
    assert result.stdout.startswith("2 banks (")
    assert "Who abolished" in result.stdout
    assert "salty water" in result.stdout


def test_a_missing_bank_is_told_and_not_lost(study, folder):
    OTHER.save(folder / "sea.json")
    study("", "salt.json", "sea.json")
    (folder / "sea.json").rename(folder / "away")
    result = study("")
    assert result.stdout.startswith("Salt (")
    place = folder / "sea.json"
    assert result.stderr == (
        f"warning: {place}: not there any more; its cards wait until it is back, or is named at"
        f" its new place (quizlib study --forget {place} stops asking for it)\n"
    )
    (folder / "away").rename(place)
    assert study("").stdout.startswith("2 banks (")


def test_a_bank_that_moved_is_named_once_and_goes_on(study, folder):
    study("council\n4\n", "salt.json")
    (folder / "salt.json").rename(folder / "new.json")
    gone = study("")
    assert gone.exit_code == 1
    assert gone.stderr.startswith(f"error: {folder / 'salt.json'}: no such bank")
    moved = study("", "new.json")
    assert moved.stderr == (
        f"note: {folder / 'new.json'}: takes the place of {folder / 'salt.json'},"
        " which is not there any more\n"
    )
    assert "1 done today" in moved.stdout
    assert "1 done today" in study("").stdout


def test_a_damaged_bank_does_not_stop_the_others(study, folder):
    OTHER.save(folder / "sea.json")
    study("", "salt.json", "sea.json")
    (folder / "sea.json").write_text("{")
    result = study("")
    assert result.exit_code == 0
    assert result.stderr.startswith(f"warning: {folder / 'sea.json'}, line 1")
    named = study("", "sea.json")
    assert (named.exit_code, named.stdout) == (1, "")


def test_a_bank_is_forgotten_and_its_history_is_not(study, folder):
    study("council\n4\n", "salt.json")
    place = folder / "salt.json"
    assert study("", "--forget", "salt.json").stdout == (
        f"{place}: not studied any more; the history of its cards stays\n"
    )
    assert study("").stdout.startswith("North Korea and China")
    assert "1 done today" in study("", "salt.json").stdout
    told = "North Korea and China: not studied any more; the history of its cards stays\n"
    assert study("", "--forget", "North Korea and China").stdout == told
    assert study("", "--forget", "sea.json").stderr.startswith(
        "error: unknown studied bank 'sea.json'; known: "
    )


def test_each_profile_and_folder_has_data_of_its_own(study, tmp_path, monkeypatch):
    study("council\n4\n", "salt.json", "--profile", "ada")
    assert "1 done" in study("", "--profile", "ada").stdout
    assert "1 new, 0 done" in study("", "salt.json").stdout
    assert (tmp_path / "data" / "quizlib" / "learners" / "ada.sqlite3").is_file()
    study("council\n4\n", "salt.json", "--data-dir", tmp_path / "mine")
    monkeypatch.setenv("QUIZLIB_DATA_DIR", str(tmp_path / "mine"))
    assert "1 done" in study("").stdout
    refused = study("", "--profile", "../ada")
    assert refused.exit_code == 2


def test_options_make_the_plan(study, folder):
    bank(*ITEMS).save(folder / "all.json")
    result = study("q\n", "all.json", "--kind", "cloze", "--new", "1", "--tag", "statements")
    assert "0 due today, 1 new, 0 done" in result.stdout
    assert "Each barrel" in result.stdout
    assert result.stdout.endswith(
        "quizlib study all.json --kind cloze --tag statements --new 1 goes on.\n"
    )
    assert "0 due today, 0 new" not in result.stdout
    assert "Nothing is due." in study("", "all.json", "--hard").stdout
    assert "Nothing is due." in study("", "all.json", "--new", "0").stdout
    few = study("council\n\nq\n", "all.json", "-n", "1", "--kind", "short_answer,cloze")
    assert "That was all for now: 1 due today, 1 new, 1 done.\n" in few.stdout
    left = study("q\n", "all.json", "-n", "1", "--kind", "cloze")
    assert left.stdout.endswith("quizlib study all.json -n 1 --kind cloze goes on.\n")
    slow = study("", "all.json", "--minutes", "0.1", "--retention", "0.8", "--order", "random")
    assert "--order random --minutes 0.1 --retention 0.8 goes on." in " ".join(slow.stdout.split())


def test_the_retention_is_kept_with_every_review(study, tmp_path):
    study("council\n4\n", "salt.json", "--retention", "0.8")
    with Store(tmp_path / "data/quizlib/learners/default.sqlite3") as store:
        [review] = store.reviews()
    assert review.scheduling.retention == 0.8


def test_the_options_fit_the_plan():
    assert set(PLANNED.values()) <= set(Plan.model_fields)
    [orders] = [
        get_args(one)
        for one in get_args(get_args(get_type_hints(command, include_extras=True)["order"])[0])
        if get_args(one)
    ]
    assert sorted(orders) == sorted(get_args(Plan.model_fields["order"].annotation))


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["none.json"], 1, "error: none.json: no such bank; name a bank (.json)"),
        (["salt.json", "--kind", "clozes"], 1, "unknown kind 'clozes' (did you mean cloze?)"),
        (
            ["salt.json", "--tag", "x"],
            1,
            "error: Salt: no item tagged x; the commonest tags: statements\n",
        ),
        (["salt.json", "--retention", "0.5"], 2, "Input should be greater than or equal to 0.7"),
        (["salt.json", "--new", "-1"], 2, "invalid value for '--new'"),
        (["salt.json", "--order", "alphabet"], 2, "invalid value for '--order'"),
    ],
)
def test_what_cannot_be_studied(study, arguments, code, message):
    result = study("", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert message in " ".join(result.stderr.split()) + "\n"


def test_what_is_flagged_reaches_the_review(study, run):
    study(":f 3\n", "salt.json")
    shown = run("review", "salt.json").stdout
    assert "warning: was flagged: wrong (flagged)" in shown


def test_a_deck_of_another_program_is_studied_but_not_edited(study, run):
    run("export", "anki", "salt.json", "-o", "salt.apkg")
    result = study("e\nq\n", "salt.apkg")
    assert "error: not taken: only banks and sources can be edited" in result.stdout


def test_an_edit_survives_a_move_of_the_bank(study, folder):
    study(":e stem\nWho ended it?\nq\n", "salt.json")
    shutil.move(folder / "salt.json", folder / "new.json")
    assert "Who ended it?" in study("", "new.json").stdout
    assert load(folder / "new.json").items[0].changed == ("stem",)


def test_the_clock_has_a_zone():
    from quizlib.cli import study as module

    assert isinstance(module._now().utcoffset(), dt.timedelta)
