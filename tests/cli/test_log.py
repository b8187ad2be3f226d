"""`quizlib log`, and whose data commands use."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from typer.testing import CliRunner

import quizlib
from quizlib.cli import app
from quizlib.cli._learner import data_folder, learner_store
from quizlib.learning import Rating, Store
from quizlib.model import Status
from quizlib.storage import load
from tests.banks import ITEMS, bank

NOW = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


@pytest.fixture
def data(tmp_path, monkeypatch):
    """The folder of learners' data, named in the environment."""
    monkeypatch.setenv("QUIZLIB_DATA_DIR", str(tmp_path / "learner"))
    return tmp_path / "learner"


def studied(store, *cards):
    for card in cards:
        store.review(card, Rating.GOOD, lambda: NOW)


def test_a_log_goes_to_another_machine_and_back(run, data):
    with learner_store() as store:
        studied(store, "flash1", "choice1")
    assert run("log", "export", "-o", "here.jsonl").stdout == "here.jsonl  2 entries\n"
    assert run("log", "export").stdout == Path("here.jsonl").read_text()

    there = ["--data-dir", "there"]
    assert run("log", "import", "here.jsonl", *there).stdout == "2 entries added, 0 known already\n"
    with learner_store(data_dir=Path("there")) as store:
        studied(store, "term1")
    run("log", "export", "-o", "there.jsonl", *there)
    told = run("log", "import", "there.jsonl", "here.jsonl").stdout
    assert told == "1 entry added, 4 known already\n"
    assert run("log", "rebuild").stdout == "3 cards from 3 entries\n"


def test_machines_share_a_file(run, data):
    there = ["--data-dir", "there"]
    with learner_store() as store:
        studied(store, "flash1", "choice1")
    with learner_store(data_dir=Path("there")) as store:
        studied(store, "term1")
    told = [run("log", "sync", "shared.jsonl", *where).stdout for where in ([], there, [], there)]
    assert told == [
        "shared.jsonl  0 new from there, 2 new from here\n",
        "shared.jsonl  2 new from there, 1 new from here\n",
        "shared.jsonl  1 new from there, 0 new from here\n",
        "shared.jsonl  0 new from there, 0 new from here\n",
    ]
    assert run("log", "export").stdout == run("log", "export", *there).stdout
    assert run("log", "export").stdout == Path("shared.jsonl").read_text()


def test_a_shared_file_with_damage_is_read_and_not_written_over(run, data):
    with learner_store() as store:
        studied(store, "flash1")
    run("log", "sync", "shared.jsonl", "--profile", "other")
    damaged = Path("shared.jsonl").read_text() + '{"type":"rev\n'
    Path("shared.jsonl").write_text(damaged)
    done = run("log", "sync", "shared.jsonl")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("error: shared.jsonl, line 2: no entry of a log, left out: ")
    assert done.stderr.endswith("shared.jsonl: 0 new from there; the file stays as it is\n")
    assert Path("shared.jsonl").read_text() == damaged


def test_results_are_no_file_to_share(run, data):
    run("quiz", "salt.json", "-n", "1", "--json", "results.json")
    before = Path("results.json").read_bytes()
    done = run("log", "sync", "results.json")
    assert done.exit_code == 1
    assert done.stderr == (
        "error: results.json: no log of quizlib: it holds results;"
        " `quizlib log import` takes them in\n"
    )
    assert Path("results.json").read_bytes() == before


def test_a_log_comes_from_standard_input(data):
    text = Path("x.jsonl")
    text.write_text('{"format":1,"type":"log"}\n')
    done = CliRunner().invoke(app, ["log", "import", "-"], input=text.read_text())
    assert done.stdout == "0 entries added, 0 known already\n"


def test_damaged_lines_are_told_and_the_rest_is_merged(run, data):
    with learner_store() as store:
        studied(store, "flash1")
    run("log", "export", "-o", "x.jsonl")
    with Path("x.jsonl").open("a") as file:
        file.write('{"type":"rev\n')
    done = run("log", "import", "x.jsonl", "--profile", "other")
    assert done.exit_code == 1
    assert done.stdout == "1 entry added, 0 known already\n"
    assert done.stderr.startswith("error: x.jsonl, line 3: no entry of a log, left out: ")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "error: x.jsonl: no such file or folder\n"),
        ("", "error: x.jsonl: no log of quizlib: it is empty\n"),
        (
            '{"format":2,"type":"log"}',
            (
                "error: x.jsonl: written in log format 2, this quizlib knows up to 1; update"
                " quizlib to import it\n"
            ),
        ),
    ],
)
def test_what_is_no_log_is_refused(content, told, run, data):
    if content is not None:
        Path("x.jsonl").write_text(content)
    done = run("log", "import", "x.jsonl")
    assert (done.exit_code, done.stderr) == (1, told)


def test_a_folder_is_no_log(run, data):
    Path("x.jsonl").mkdir()
    done = run("log", "import", "x.jsonl")
    assert done.exit_code == 1
    assert done.stderr.startswith("error: x.jsonl: ")


def test_the_folder_is_the_one_named_then_the_environments_then_the_platforms(
    data, tmp_path, monkeypatch
):
    assert data_folder(Path("x")) == Path("x")
    assert data_folder() == data
    monkeypatch.delenv("QUIZLIB_DATA_DIR")
    assert data_folder() == tmp_path / "data" / "quizlib"


def test_profiles_are_apart(run, data):
    with learner_store("ann") as store:
        studied(store, "flash1")
    assert run("log", "rebuild", "--profile", "ann").stdout == "1 card from 1 entry\n"
    assert run("log", "rebuild", "--profile", "bob").stdout == "0 cards from 0 entries\n"


@pytest.mark.parametrize("name", ["../other", "", "a b", "x" * 65])
def test_a_profile_is_a_plain_name(name, run, data):
    done = run("log", "rebuild", "--profile", name)
    assert done.exit_code == 2
    assert "a name of letters, digits, - and _ is needed" in " ".join(done.stderr.split())


def test_damaged_data_is_told_in_a_line(run, data):
    (data / "learners").mkdir(parents=True)
    (data / "learners" / "default.sqlite3").write_text("nothing of the kind" * 100)
    done = run("log", "export")
    assert done.exit_code == 1
    assert done.stderr.endswith("not usable as a learner's data: file is not a database\n")


# What was flagged goes to review


@pytest.fixture
def review():
    def call(typed, *arguments):
        return CliRunner().invoke(
            app, ["review", "salt.json", *arguments], input=typed, prog_name="quizlib"
        )

    return call


@pytest.fixture
def flagged(data):
    """An accepted item that a learner flagged."""
    accepted = ITEMS[1].model_copy(update={"status": Status.ACCEPTED})
    made = bank(accepted)
    made.save("salt.json")
    with learner_store() as store:
        session = quizlib.study(made, store, now=lambda: NOW)
        session.next()
        session.flag("the year is in the question")
    return data / "learners" / "default.sqlite3"


def flags(path):
    with Store(path) as store:
        return [card.flag for card in store.cards() if card.flag]


def test_a_flagged_item_is_reviewed_with_its_reason(flagged, review):
    shown = review("q\n").stdout
    assert "Salt: 1 item to review" in shown
    assert "warning: was flagged: the year is in the question (flagged)" in " ".join(shown.split())
    assert "1 item to review" in review("q\n", "--problem", "flagged").stdout
    assert review("q\n", "--profile", "other").stdout == "salt.json: nothing to review\n"


@pytest.mark.parametrize("decision", ["a", "r 1", "e stem\nWhen was it?"])
def test_a_decision_settles_the_flag(decision, flagged, review):
    review(f"{decision}\nq\n")
    assert flags(flagged) == []
    assert review("q\n").stdout == "salt.json: nothing to review\n"


def test_a_decision_that_is_taken_back_leaves_the_flag(flagged, review):
    before = load("salt.json")
    review("a\nu\nq\n")
    assert len(flags(flagged)) == 1
    assert load("salt.json") == before


def test_a_review_makes_no_learner(folder, data, review):
    review("q\n")
    assert not data.exists()
