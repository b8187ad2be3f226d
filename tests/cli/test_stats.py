"""`quizlib stats` as a command."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from functools import partial

import pytest
from wcwidth import width

from quizlib.cli._learner import learner_store
from quizlib.learning import Rating
from tests.terminal.person import Person


def moment(now, back):
    return now - dt.timedelta(days=back)


@pytest.fixture
def studied(folder, tmp_path, monkeypatch):
    """A learner who has studied two items for some weeks, one of them with trouble."""
    monkeypatch.setenv("QUIZLIB_DATA_DIR", str(tmp_path / "learner"))
    now = dt.datetime.now().astimezone()
    with learner_store() as store:
        store.remember_bank(str(folder / "salt.json"), "Salt", now)
        for back in (40, 39, 30, 20, 10, 1):
            then = partial(moment, now, back)
            hard = Rating.AGAIN if back in {30, 10} else Rating.GOOD
            store.review("term1", hard, then, seconds=30, bank="Salt")
            store.review("choice1", Rating.EASY, then, seconds=5, bank="Salt")


def test_a_new_learner_is_told_how_to_begin_and_nothing_is_made(run, tmp_path):
    made = ("--profile", "nobody", "--data-dir", str(tmp_path / "none"))
    assert run("stats", *made).stdout == "Nothing studied yet; quizlib study begins.\n"
    assert run("log", "export", *made).stdout.count("\n") == 1
    assert run("log", "rebuild", *made).stdout == "0 cards from 0 entries\n"
    assert not (tmp_path / "none").exists()


def test_a_screen_holds_what_matters_most(run, folder, studied):
    with learner_store() as store:
        now = dt.datetime.now().astimezone()
        for card in ("cloze1", "order1", "match1"):
            store.review(card, Rating.AGAIN, lambda: now, seconds=5, bank="Salt")
    person = Person(folder, "stats", rows=24)
    assert person.leaves() == 0
    assert len(person.shown.splitlines()) <= 23  # and the shell's next line
    assert person.shown.startswith("5 cards, 15 reviews")
    assert "█ up to 3 a day" in person.shown
    assert "\nDue: 3 today, " in person.shown
    assert "\nRemembered: predicted " in person.shown
    hardest = person.shown.partition("Hardest\n")[2].splitlines()[:3]
    assert hardest[0].startswith("  difficulty ")
    assert ", forgotten 2 times: What is a shed in which sea" in hardest[0]
    assert "forgotten" not in hardest[1]
    assert person.shown.rstrip().endswith("day by day, decks, tags, predictions")
    short = run("stats").stdout
    assert len(short.splitlines()) <= 23
    assert "Reviews, day by day" in short
    assert short.isascii()


def test_a_pipe_gets_figures(run, studied):
    done = run("stats", "--all")
    assert done.stderr == ""
    assert done.stdout.startswith("2 cards, 12 reviews on 6 days, 3 min 30 s; ")
    for head in ("Reviews, day by day", "Due", "By deck", "By tag", "Hardest"):
        assert f"\n\n{head}\n" in done.stdout
    assert ": What is a shed in which sea water" in done.stdout.partition("Hardest\n")[2]
    assert done.stdout.isascii()


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_terminal_gets_pictures_that_fit(folder, studied, columns):
    person = Person(folder, "stats", "--all", columns=columns)
    assert person.leaves() == 0
    assert "█ up to 2 a day" in person.shown
    assert "(predicted)\n" in person.shown
    assert "(days)\n" in person.shown
    assert "Mon  " in person.shown
    assert all(width(line) <= columns for line in person.shown.splitlines())


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {"PYTHONIOENCODING": "ascii"}])
def test_a_screen_without_pictures_gets_figures(folder, studied, environment):
    person = Person(folder, "stats", **environment)
    assert person.leaves() == 0
    assert person.shown.isascii()
    assert "predicted" in person.shown


def test_plain_has_no_pictures_and_no_color_no_colours(folder, studied):
    person = Person(folder, "stats", "--plain")
    person.leaves()
    assert person.shown.isascii()
    person = Person(folder, "stats", NO_COLOR="1")
    person.leaves()
    assert "\x1b[" not in person.raw
    assert "█" in person.shown


def test_json_csv_and_a_page_say_the_same(run, folder, studied):
    data = json.loads(run("stats", "--json").stdout)
    rows = list(csv.DictReader(io.StringIO(run("stats", "--csv").stdout)))
    assert data["reviews"] == sum(int(row["reviews"]) for row in rows) == 12
    assert run("stats", "--html", "s.html").stdout == "s.html  12 reviews\n"
    assert "2 cards, 12 reviews on 6 days" in (folder / "s.html").read_text()


def test_a_terminal_gets_a_table_of_decks_and_of_the_busiest_tags(folder, studied):
    person = Person(folder, "stats", "--all")
    person.leaves()
    head, deck = person.shown.partition("By deck\n")[2].splitlines()[:2]
    assert head.split() == ["cards", "reviews", "time", "predicted", "actual"]
    assert deck.split()[:6] == ["Salt", "2", "12", "3", "min", "30"]
    assert len(head) == len(deck) == 80
    narrow = Person(folder, "stats", "--all", columns=40)
    narrow.leaves()
    assert "\n  Salt: 2 cards, 12 reviews, 3 min" in narrow.shown


def test_a_bank_narrows_it_down(run, folder, studied):
    (folder / "other.md").write_text("# Other\n\n## Definitions\n\n- Brine: salt water\n")
    assert "2 cards" in run("stats", "salt.json").stdout
    assert run("stats", "--json", "--csv").exit_code == 2


def test_a_bank_that_is_gone_is_told(run, folder, studied):
    (folder / "salt.json").unlink()
    done = run("stats")
    assert done.exit_code == 0
    assert "no such bank" in done.stderr
    assert "term1" in done.stdout
