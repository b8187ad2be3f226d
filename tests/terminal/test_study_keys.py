"""A session on a real pseudo-terminal: keys, screens, sudden ends."""

from __future__ import annotations

import random
import re
import signal
import stat
import sys
import time

import pytest
from wcwidth import width

from quizlib.learning import Store
from quizlib.storage import load
from tests.banks import ITEMS, bank, item
from tests.terminal.person import Person

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

CHOICE, CLOZE = ITEMS[1], ITEMS[3]
SEVERAL = ITEMS[7]


@pytest.fixture
def sit(tmp_path):
    """Sit down to study a bank, with arguments, a size and an environment."""
    people = []
    script = tmp_path / "editor.sh"
    script.write_text('#!/bin/sh\nsed -i s/salt/hemp/ "$1"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)

    def start(found, *arguments, **settings):
        if found is not None:
            found.save(tmp_path / "salt.json")
        home = {"QUIZLIB_DATA_DIR": str(tmp_path / "data"), "VISUAL": str(script)}
        settings = {"program": "tests.terminal.at_nine", **home, **settings}
        named = [] if found is None else ["salt.json"]
        person = Person(tmp_path, "study", *named, *arguments, **settings)
        people.append(person)
        return person

    yield start
    for person in people:
        person.child.close(force=True)


@pytest.fixture
def kept(tmp_path):
    """The reviews that stand, as card and rating."""

    def read():
        with Store(tmp_path / "data" / "learners" / "default.sqlite3") as store:
            return [(review.card, review.rating) for review in store.reviews()]

    return read


def leaves(person, keys="q"):
    """Press q and see it end well."""
    person.press(keys)
    assert person.leaves() == 0
    assert "Traceback" not in person.raw


@pytest.mark.parametrize("columns", [80, 40])
def test_a_whole_session(sit, golden, kept, columns):
    person = sit(bank(CHOICE, SEVERAL, CLOZE, ITEMS[5]), columns=columns, rows=400)
    person.sees("Choose one.").sees("  >")
    for keys, seen in [
        ("x9?", "q, quit"),
        ("i", "never asked before"),
        ("2", "[3 good"),
        ("4", "Choose all"),
        (" ", "[1 again"),  # shows the answer
        ("u", "Undone."),
        ("1152\r", "Partly right, 2 of 3"),
        ("\r", "Fill the gap."),  # takes the rating
        ("thirty klograms\r", "typed  "),
        (" ", "Enter shows"),
        ("xta shed\r", "Compare:"),
        ("3", "Good: back"),
    ]:
        person.press(keys)
        person.sees(seen)
    person.sees("3 due today, 0 new, 4 done").sees("  >")
    leaves(person)
    golden.check(f"study-{columns}.txt", person.shown)
    assert all(width(line) <= columns for line in person.shown.splitlines())
    assert kept() == [("choice1", 4), ("several1", 1), ("cloze1", 3), ("define1", 3)]


def test_the_next_day_it_goes_on_where_it_stopped(sit, kept):
    person = sit(bank(CHOICE, SEVERAL))
    person.sees("Choose one.").press("2")
    person.sees("[3 good").press("\r")
    person.sees("1 due today, 1 new, 1 done").sees("Choose all")
    leaves(person)
    again = sit(None, DAY="2")
    again.sees("1 due today, 1 new, 0 done").sees("Choose one.").press("0")
    again.sees("[1 again").press("2")
    again.sees("1 due today, 1 new, 1 done")
    leaves(again)
    assert kept() == [("choice1", 3), ("choice1", 2)]


def test_nothing_is_due_and_one_studies_anyway(sit, kept):
    person = sit(bank(CHOICE))
    person.sees("Choose one.").press("2")
    person.sees("[3 good").press("4")
    person.sees("1 done today, nothing left.").sees("The next card comes in 8 days, on 9 July.")
    person.sees("a studies anyway, u undo, q quit").press("xa")
    person.sees("There is nothing else to ask.")
    leaves(person)
    again = sit(None)
    again.sees("a studies anyway, q quit").press("1")
    again.sees("'1' is no key here; ? lists them").press("?")
    again.sees("a, anyway").press("a")
    again.sees("0 due today, 0 new, 1 done").sees("Choose one.").press("0")
    again.sees("[1 again").press("\r")
    again.sees("Again: back in 10 minutes.")
    leaves(again)
    assert kept() == [("choice1", 4), ("choice1", 1)]


def test_what_was_only_thought_of_is_proposed_as_known(sit, kept):
    person = sit(bank(ITEMS[5], CHOICE))
    person.sees("Enter shows the answer").press("\r")
    person.sees("1 again 1m, 2 hard 6m, [3 good 10m], 4 easy").press("\r")
    person.sees("Good: back in 10 minutes.").sees("Choose one.")
    leaves(person)
    assert kept() == [("define1", 3)]


@pytest.mark.parametrize("second", [CHOICE, CLOZE, ITEMS[0]])
def test_an_enter_behind_a_rating_answers_nothing(sit, kept, second):
    person = sit(bank(ITEMS[5], second))
    person.sees("Enter shows the answer").press("\r")
    person.sees("[3 good").press("4\r")
    person.sees("Easy: back").sees("0 due today, 1 new, 1 done")
    prompt = "Enter shows the answer" if second is ITEMS[0] else "  >"
    time.sleep(0.5)
    person.sees(second.stem).sees(prompt)
    assert kept() == [("define1", 4)]
    assert not re.search(r"Compare|Not answered|Wrong", person.shown.split(second.stem)[1])
    assert person.shown.split(second.stem)[1].count(prompt) == 1
    time.sleep(0.5)
    person.press("\r")
    person.sees("1 again").press("\r")
    person.sees("2 done")


def test_of_two_enters_behind_a_rating_the_second_counts(sit):
    person = sit(bank(ITEMS[5], CHOICE))
    person.sees("Enter shows the answer").press("\r")
    person.sees("[3 good").press("4\r\r")
    person.sees("Not answered: 1804")


def test_an_enter_behind_the_last_rating_leaves_nothing(sit):
    person = sit(bank(CHOICE))
    person.sees("Choose one.").press("2")
    person.sees("[3 good").press("4\r")
    person.sees("a studies anyway, u undo, q quit").press("u")
    person.sees("Undone.")
    leaves(person)


def test_suspended_cards_are_brought_back(sit, kept):
    person = sit(bank(CHOICE))
    person.sees("Choose one.").press("!")
    person.sees("1 card suspended; quizlib study --unsuspend asks again.")
    leaves(person)
    again = sit(None, "--unsuspend", DAY="2")
    again.sees("1 suspended card brought back.").sees("Choose one.")
    leaves(again)
    once_more = sit(None, "--unsuspend", DAY="3")
    once_more.sees("No card is suspended.").sees("Choose one.")
    leaves(once_more)


def test_steps_are_undone_by_key(sit, kept):
    person = sit(bank(CHOICE, CLOZE))
    person.sees("Choose one.").press("s")
    person.sees("Skipped.").sees("Fill the gap.").press("b\r")
    person.sees("Buried until tomorrow.").sees("Nothing is due.").press("u")
    person.sees("Undone.").press("!\r")
    person.sees("Suspended:").press("u")
    person.sees("Undone.").press(":f\r")
    person.sees("Why?").press("3")
    person.sees("Flagged (wrong):").press("u")
    person.press("u\r")
    person.press("u")
    person.sees("There is nothing to undo.")
    leaves(person)
    assert kept() == []


def test_an_item_is_mended_in_place_and_in_the_editor(sit, tmp_path):
    person = sit(bank(CHOICE))
    person.sees("Choose one.").press("e1")
    person.sees("stem: When did").press("\x7f, exactly?\r")
    person.sees("Edited.").sees("salt tax, exactly?").press("E")
    person.sees("hemp tax, exactly?").press("u")
    person.sees("Undone.")
    leaves(person)
    [saved] = load(tmp_path / "salt.json").items
    assert (saved.stem, saved.status) == (
        "When did the harbour council abolish the salt tax, exactly?", "edited"
    )  # fmt: skip


def test_the_edit_of_a_built_bank_survives_the_next_build(sit, tmp_path):
    source = tmp_path / "notes.md"
    source.write_text("Q: What is brine?\nA: Salty water, as in the sea.\n", encoding="utf-8")
    home = {"QUIZLIB_DATA_DIR": str(tmp_path / "data"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    person = Person(tmp_path, "study", "notes.md", **home)
    person.sees("What is brine?").press("e1")
    person.sees("stem: What is brine?").press("\x7f, then?\r")
    person.sees("What is brine, then?")
    leaves(person)
    source.write_text(
        "Q: What is brine?\nA: Salty water, as in the sea.\n\nQ: What is tar?\nA: Pitch.\n"
    )
    again = Person(tmp_path, "study", **home)
    again.sees("What is brine, then?")
    leaves(again)


def test_colour_is_an_extra(sit):
    person = sit(bank(CHOICE))
    person.sees("Choose one.").press("1")
    person.sees("[1 again")
    assert person.looks("Wrong: 1804") == ("red", True)
    leaves(person)


def test_no_color_and_plain_lines(sit, golden):
    person = sit(bank(CHOICE), NO_COLOR="1")
    person.sees("Choose one.").press("1")
    person.sees("[1 again")
    assert person.looks("Wrong: 1804") == ("default", False)
    leaves(person)


@pytest.mark.parametrize("how", [{"TERM": "dumb"}, {"plain": "--plain"}])
def test_lines_do_all_that_keys_do(sit, golden, kept, how):
    person = sit(bank(CHOICE, CLOZE), *filter(None, [how.pop("plain", "")]), **how)
    person.sees("Choose one.").sees("  >").press("i\r")
    person.press("2\r")
    person.sees("? helps").press("easy\r")
    person.sees("Fill the gap.").press("30 klograms\r")
    person.sees("typed").press("i\r")
    person.sees("asked once").press("u\r")
    person.sees("Undone.").press(":flag wrong\r")
    person.sees("nothing left.").press("q\r")
    assert person.leaves() == 0
    assert "\x1b" not in person.raw
    golden.check("study-dumb.txt", person.shown)
    assert kept() == [("choice1", 4)]


@pytest.mark.parametrize(
    ("within", "end"),
    [("", "\x03"), ("?", "\x04"), ("e", "\x03"), ("e1", "\x04"), ("f", "\x03"), ("1", "\x04")],
)
def test_whatever_ends_it_every_answer_is_there(sit, kept, within, end):
    person = sit(bank(CHOICE, SEVERAL))
    person.sees("Choose one.").press("2")
    person.sees("[3 good").press("\r")
    person.sees("Choose all").press(within)
    marks = {"?": "q, quit", "e": "Which?", "e1": "stem:", "f": "Why?", "1": "> 1"}
    person.sees(marks.get(within, "  >")).press("\x15" * (within == "e1") + end)
    person.sees("1 done\n\nquizlib study salt.json goes on.")
    assert person.leaves() == 0
    assert "Traceback" not in person.raw
    assert kept() == [("choice1", 3)]


def test_ctrl_c_before_anything_is_an_interruption(sit):
    person = sit(bank(CHOICE))
    person.sees("Choose one.").sees("  >").press("\x03")
    assert person.leaves() == 130


def test_a_closed_window_loses_no_answer(sit, kept):
    person = sit(bank(CHOICE, SEVERAL))
    person.sees("Choose one.").press("2")
    person.sees("[3 good")
    person.child.kill(signal.SIGHUP)
    person.leaves()
    assert kept() == [("choice1", 3)]


def test_killed_at_any_moment_it_keeps_every_answer_that_was_acknowledged(sit, kept):
    """The real command, killed with SIGKILL while keys pour in."""
    chance = random.Random(7)
    found = bank(*(item(f"i{n}", "choice", "Stem?", "a", distractors=("b",), evidence=())
                   for n in range(100)))  # fmt: skip
    acknowledged = 0
    for _ in range(4):
        person = sit(found, "--new", "100", program="quizlib.cli", TERM="dumb")
        person.sees("  >").press("1\r\r" * 20)
        answers = chance.randrange(1, 15)
        while person.raw.count("again") < answers:
            person._read()
        person.child.kill(signal.SIGKILL)
        person.leaves()
        acknowledged += len(re.findall(r"Right\.|Wrong: a", person.raw))
        assert len(kept()) >= acknowledged
    assert acknowledged > 8
