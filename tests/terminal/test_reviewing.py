"""A review by typed lines and by keys: the same powers, nothing lost."""

from __future__ import annotations

import io
import signal
import stat
import sys

import pytest
from wcwidth import width

from quizlib.errors import InvalidEdit, OutputError
from quizlib.model import Status
from quizlib.review import Review
from quizlib.storage import load
from quizlib.terminal.editor import edit_text
from quizlib.terminal.reasons import REASONS
from quizlib.terminal.reviewing import COMMANDS, Reviewing
from quizlib.terminal.terminal import Terminal
from tests.banks import HOSTILE, ITEMS, bank, item
from tests.terminal.person import Person

CANDIDATE = item(
    "cand",
    "cloze",
    "The council sold ______, rope and tar.",
    "salt",
    status=Status.CANDIDATE,
    confidence=0.4,
)


def unwanted(text):
    raise AssertionError(f"an editor was opened on {text}")


def walk(typed, *items, columns=80, editor=unwanted, stdin=None, save=None):
    """What is written for these lines, the bank that comes of it, and the exit code."""
    found = bank(*(items or ITEMS))
    review = Review(found, [one.id for one in found.items], save or (lambda state: None))
    out = io.StringIO()
    terminal = Terminal(stdin or io.StringIO(typed), out, {"COLUMNS": str(columns)})
    code = Reviewing(review, terminal, editor).hold("the next command")
    return out.getvalue(), review.bank, code


@pytest.mark.parametrize("columns", [80, 40])
def test_lines_do_what_they_say(golden, columns):
    typed = "a\nr 5\nr not in the book\n?\nx\ne con\nOf salt.\n-\ne\n3\nyes\nb\nu\nq\n"
    written, _, code = walk(typed, *ITEMS[:5], CANDIDATE, columns=columns)
    assert code == 0
    assert "\x1b" not in written
    golden.check(f"review-pipe-{columns}.txt", written)


def statuses(found):
    return [one.status for one in found.items]


def test_words_are_commands_too():
    typed = "accept\nREJECT because so\nskip\nback\nundo\nedit stem\nWho came?\nquit\n"
    _, found, _ = walk(typed, *ITEMS[:3])
    assert statuses(found) == ["accepted", "edited", "generated"]
    assert {name[0] for name in COMMANDS.values()} == set(COMMANDS)


@pytest.mark.parametrize(
    ("typed", "note"),
    [("r\n2\n", REASONS[1]), ("r 7\n", REASONS[6]), ("r\n\n", ""), ("r\nwhy so\n", "why so"),
     ("r 8\n", "8"), ("r ²\n", "²")],
)  # fmt: skip
def test_a_reason_is_a_number_or_words(typed, note):
    assert walk(typed, CANDIDATE)[1].items[0].note == note


def test_a_search_goes_on_from_where_it_stands():
    written, found, _ = walk("/ salt tax\nr wrong\n/ nothing\n/\n\n/ choice1\n", *ITEMS[:4])
    assert statuses(found) == ["generated", "rejected", "generated", "generated"]
    assert "No item speaks of “nothing”.\n" in written
    assert "Find: \n" in written
    assert walk("/ thirty kilograms\n", ITEMS[3])[0].count("No other item speaks of it.") == 1


def test_fields_with_several_entries_are_parted_by_signs():
    _, found, _ = walk("e dist\n1794|  1814 | \n", ITEMS[1])
    assert found.items[0].distractors == ("1794", "1814")
    assert found.items[0].changed == ("distractors",)


def test_an_empty_line_keeps_a_field_and_a_dash_empties_it():
    assert walk("e context\n\n", ITEMS[0])[1].items[0] == ITEMS[0]
    assert walk("e context\n-\n", ITEMS[0])[1].items[0].context == ""
    written, found, _ = walk("e stem\n-\n", ITEMS[0])
    assert "error: not taken: an item needs a stem\n" in written
    assert found.items[0] == ITEMS[0]


def test_an_editor_gets_the_form_until_it_can_be_taken():
    seen = []

    def editor(text):
        seen.append(text)
        if len(seen) == 1:
            return text.replace("key:", "kee:")
        return text.replace("kee:", "key:").replace("salt", "hemp")

    written, found, _ = walk("E\n\n", CANDIDATE, editor=editor)
    assert "not taken: 'kee' is no field" in written
    assert "kee:" in seen[1]
    assert (found.items[0].key, found.items[0].status) == (("hemp",), Status.EDITED)


def test_an_edit_in_the_editor_can_be_given_up():
    written, found, _ = walk("E\nx\n", CANDIDATE, editor=lambda _: "stem: ''")
    assert "not taken: an item needs a stem\n" in written
    assert "Nothing changed." in written
    assert found.items == (CANDIDATE,)


def test_the_end_of_the_items_can_be_gone_back_from():
    written, found, _ = walk("a\na\nr no\nu\n", CANDIDATE)
    assert "That was the last item.\n" in written
    assert "b back, u undo, q quit a\n" in written
    assert found.items == (CANDIDATE,)


def test_a_full_disk_is_told_and_the_review_goes_on():
    full = [True, False]

    def save(_):
        if full.pop(0):
            raise OutputError("salt.json", "no space left on device")

    written, found, _ = walk("a\na\n", CANDIDATE, save=save)
    assert "error: salt.json: cannot write: no space left on device\n" in written
    assert statuses(found) == ["accepted"]


def test_the_end_of_input_ends_with_what_was_decided():
    written, _, code = walk("a\nr no", *ITEMS[:3])
    assert code == 0
    assert written.endswith("1 accepted, 1 rejected\n1 of 3 not decided\n\nthe next command\n")
    assert walk("", CANDIDATE)[0].endswith(
        "Nothing decided\n1 of 1 not decided\n\nthe next command\n"
    )


class Interrupting(io.StringIO):
    """Ctrl-C in place of the end of input."""

    def readline(self, size=-1, /):
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


@pytest.mark.parametrize(("typed", "code"), [("", 130), ("a\n", 0), ("a\ne stem\n", 0)])
def test_ctrl_c_loses_no_decision(typed, code):
    _, found, got = walk("", *ITEMS[:2], stdin=Interrupting(typed))
    assert got == code
    assert statuses(found)[0] == ("accepted" if typed else "generated")


def test_nothing_reviewed_can_break_the_screen():
    items = [
        item(
            f"h{number}",
            ("choice", "matching", "unheard-of", "true_false")[number % 4],
            text,
            text,
            context=text,
            explanation=text,
            distractors=("a", text),
            prompts=(text,),
            tags=(text,),
            note=text,
            status=Status.REJECTED,
        )
        for number, text in enumerate(HOSTILE)
    ]
    for columns in (20, 61, 100):
        written, _, _ = walk("r \x1b[31m\ns\n" * 7, *items, columns=columns)
        assert not {"\x1b", "\x07", "\r", "\t", "\u202e", "\u202c", "\ufeff"} & set(written)
        prompts = ("? helps", "q quit")
        told = [line for line in written.splitlines() if not any(p in line for p in prompts)]
        assert [line for line in told if width(line) > columns] == []


OTHER = "; set VISUAL or EDITOR to another"


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("no-such-editor", "did not work: No such file or directory" + OTHER),
        ("false", "ended with code 1"),
        ("'", "did not work: No closing quotation" + OTHER),
    ],
)
def test_an_editor_that_does_not_work(command, why):
    with pytest.raises(InvalidEdit) as error:
        edit_text("stem: Who?", command)
    assert str(error.value) == f"not taken: the editor {command!r} {why}"


def test_an_editor_changes_the_text():
    assert edit_text("stem: Wer?\n", "sed -i s/Wer/Wo/") == "stem: Wo?\n"


needs_terminal = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")


@pytest.fixture
def sit(tmp_path):
    """Sit down before a review, with arguments, a size and an environment."""
    people = []
    script = tmp_path / "editor.sh"
    script.write_text('#!/bin/sh\nsed -i s/salt/hemp/ "$1"\n')
    script.chmod(script.stat().st_mode | stat.S_IXUSR)

    def start(found, *arguments, **settings):
        found.save(tmp_path / "salt.json")
        settings = {"VISUAL": str(script), **settings}
        person = Person(tmp_path, "review", "salt.json", *arguments, **settings)
        people.append(person)
        return person

    yield start
    for person in people:
        person.child.close(force=True)


def saved(tmp_path, id="cand"):
    return next(one for one in load(tmp_path / "salt.json").items if one.id == id)


@needs_terminal
@pytest.mark.parametrize("columns", [80, 40])
def test_a_review_by_keys(sit, golden, tmp_path, columns):
    person = sit(bank(CANDIDATE, *ITEMS[:2]), columns=columns, rows=250)
    person.sees("1/3").sees("? helps").press("?")
    person.sees("q, quit").press("x\x1b[AE")
    person.sees("= hemp").press("u")
    person.sees("Undone.").press("e")
    person.sees("Which?").press("92")
    person.sees("context:").press("By the harbour.\r")
    person.sees("changed: context").press("e")
    person.sees("changed: context").press("\r")
    person.sees("Nothing changed.").press("a")
    person.sees("2/3").press("r")
    person.sees("Why?").press("85")
    person.sees("3/3").press("s")
    person.sees("That was the last item.").press("b")
    person.sees("Rejected:").press("\r")
    person.press("q")
    assert person.leaves() == 0
    assert "Traceback" not in person.raw
    golden.check(f"review-{columns}.txt", person.shown)
    assert saved(tmp_path).context == "By the harbour."
    assert (saved(tmp_path).status, saved(tmp_path).changed) == ("edited", ("context",))
    assert all(width(line) <= columns for line in person.shown.splitlines())


@needs_terminal
def test_a_reason_is_a_key_or_typed(sit, tmp_path):
    person = sit(bank(CANDIDATE, *ITEMS[:3]))
    person.sees("1/4").press("r\x1b[A9")
    person.sees("Press a number from 1 to 7, or type a reason.").press("\r")
    person.sees("2/4").press("r")
    person.sees("Why?").press("no\x7fot in our book\r")
    person.sees("3/4").press("r5q")
    person.sees("Rejected: not worth asking.").sees("3 rejected")
    assert person.leaves() == 0
    notes = [saved(tmp_path, id).note for id in ("cand", "choice1", "flash1")]
    assert notes == ["", "not in our book", "not worth asking"]


@needs_terminal
def test_an_item_is_found_by_its_words(sit):
    person = sit(bank(CANDIDATE, *ITEMS[:5]))
    person.sees("1/6").press("/")
    person.sees("Find:").press("Barrel took\r")
    person.sees("3/6").press("/truth1\r")
    person.sees("6/6").press("/rope\r")
    person.press("q")
    assert person.leaves() == 0
    assert person.shown.count("1/6") == 2


@needs_terminal
def test_a_field_is_given_to_be_edited(sit, tmp_path):
    person = sit(bank(CANDIDATE))
    person.sees("1/1").press("e1")
    person.sees("stem: The council sold").press("\x7f\x7f\x7f\x7fhemp.\r")
    person.sees("changed: stem").press("e3")
    person.sees("key: salt").press(" | sea salt\r")
    person.sees("= salt / sea salt").press("q")
    assert person.leaves() == 0
    assert saved(tmp_path).stem == "The council sold ______, rope and hemp."
    assert saved(tmp_path).key == ("salt", "sea salt")


@needs_terminal
@pytest.mark.parametrize("typed", ["3", "3\r", "key\r", "k\r", "x\x7fKEY\r"])
def test_a_field_is_a_number_or_a_name_and_none_of_it_stands_in_the_text(sit, tmp_path, typed):
    person = sit(bank(CANDIDATE))
    person.sees("1/1").press("e")
    person.sees("Which? (number or name, or Enter)").press(typed)
    person.sees("key: salt").press(" or hemp\r")
    person.sees("key, before: salt\n").sees("key, now: salt or hemp\n").sees("Edited.").press("q")
    assert person.leaves() == 0
    assert saved(tmp_path).key == ("salt or hemp",)


@needs_terminal
def test_a_field_that_there_is_not_is_asked_for_again(sit, tmp_path):
    person = sit(bank(CANDIDATE))
    person.sees("1/1").press("eyes\r")
    person.sees("'yes' is none of these.").sees("Which?").press("\r")
    person.sees("Nothing changed.").press("q")
    assert person.leaves() == 0
    assert saved(tmp_path) == CANDIDATE


@needs_terminal
@pytest.mark.parametrize("end", ["\x03", "\x04"])
@pytest.mark.parametrize("within", ["", "e", "e1", "r"])
def test_whatever_ends_it_every_decision_is_there(sit, tmp_path, end, within):
    person = sit(bank(CANDIDATE, ITEMS[0]))
    person.sees("1/2").press("a")
    person.sees("2/2").press(within)
    person.sees({"": "2/2", "e": "Which?", "e1": "stem:", "r": "Why?"}[within])
    person.press("\x15" * (within == "e1") + end)
    assert person.sees("1 accepted\n").leaves() == 0
    assert "Traceback" not in person.raw
    assert saved(tmp_path).status is Status.ACCEPTED
    assert saved(tmp_path, ITEMS[0].id) == ITEMS[0]


@needs_terminal
def test_a_closed_window_loses_no_decision(sit, tmp_path):
    person = sit(bank(CANDIDATE, ITEMS[0]))
    person.sees("1/2").press("a")
    person.sees("2/2")
    person.child.kill(signal.SIGHUP)
    person.leaves()
    assert saved(tmp_path).status is Status.ACCEPTED


@needs_terminal
def test_a_dumb_terminal_gets_lines(sit, tmp_path):
    person = sit(bank(CANDIDATE, ITEMS[0]), TERM="dumb")
    person.sees("1/2").press("e key\r")
    person.sees("key: salt").press("hemp\r")
    person.sees("= hemp").press("a\r")
    person.sees("2/2").press("q\r")
    assert person.leaves() == 0
    assert "\x1b" not in person.raw
    assert saved(tmp_path).key == ("hemp",)


@needs_terminal
def test_colour_is_an_extra(sit):
    person = sit(bank(CANDIDATE))
    person.sees("? helps\n")
    assert person.looks("= salt") == ("green", True)
    plain = sit(bank(CANDIDATE), NO_COLOR="1")
    plain.sees("? helps\n")
    assert plain.looks("= salt") == ("default", False)


@needs_terminal
def test_an_enter_behind_a_decision_passes_over_no_item(sit):
    person = sit(bank(CANDIDATE, *ITEMS[:3]))
    person.sees("1/4").press("a\r")
    person.sees("2/4").press("r1\r")
    person.sees("3/4").sees("? helps").press("q")
    assert person.leaves() == 0
    assert "4/4" not in person.shown
