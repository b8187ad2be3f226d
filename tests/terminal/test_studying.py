"""A session by typed lines: the same powers as by keys, nothing lost."""

from __future__ import annotations

import io

import pytest
from wcwidth import width

from quizlib.errors import StoreTrouble
from quizlib.learning import Plan, Rating, Review, Store
from quizlib.learning import study as study_bank
from quizlib.library import Opened
from quizlib.model import Bank
from quizlib.storage import load
from quizlib.terminal.reasons import REASONS
from quizlib.terminal.studying import AT_A_CARD, LETTERS, Studying
from quizlib.terminal.terminal import Terminal
from tests.banks import HOSTILE, ITEMS, bank, item
from tests.learning.clock import Clock

SHORT, CLOZE = ITEMS[2], ITEMS[3]
TERM = ITEMS[6]
TWO = (SHORT, CLOZE)


def unwanted(text):
    raise AssertionError(f"an editor was opened on {text}")


class Desk:
    """A learner's desk: banks, a store, a clock; `sit` types lines and sees what is written."""

    def __init__(self, folder):
        self.folder = folder
        self.clock = Clock()
        self.store = Store(folder / "learner.sqlite3")
        self.file = folder / "salt.json"

    def sit(self, typed, found=None, *, columns=80, editor=unwanted, **plan):
        """What is written for these lines."""
        if isinstance(found, Bank):
            found.save(self.file)
        stdin = typed if isinstance(typed, io.StringIO) else io.StringIO(typed)
        self.bank = load(self.file)
        session = study_bank(self.bank, self.store, now=self.clock, plan=Plan.model_validate(plan))
        out = io.StringIO()
        terminal = Terminal(stdin, out, {"COLUMNS": str(columns)})
        opened = [Opened(self.bank, file=self.file)]
        studying = Studying(session, terminal, editor, self.clock, opened)
        self.code = studying.hold("the next command")
        return out.getvalue()

    def ratings(self, id):
        return [e.rating for e in self.store.entries(id) if isinstance(e, Review)]

    def kinds(self):
        return [entry.type for entry in self.store.log()]


@pytest.fixture
def desk(tmp_path):
    made = Desk(tmp_path)
    yield made
    made.store.close()


TYPED = (
    "?\nthe harbor council\n?\ni\n\n"  # right
    "pinne house\n2\n"  # wrong, and rated hard
    "x\n7\n2 3\nu\n1 2 3\n:e key\n\ngood\n"
    "30 pounds\ne tags\nsalt | tax\nu\nu\n30 kg\n4\n"
    "u\n:f 3\na\nq\n"
)


@pytest.mark.parametrize("columns", [80, 40])
def test_lines_do_what_they_say(golden, desk, columns):
    found = bank(SHORT, TERM, ITEMS[7], CLOZE)
    written = desk.sit(TYPED, found, columns=columns)
    assert desk.code == 0
    assert "\x1b" not in written
    golden.check(f"study-pipe-{columns}.txt", written)


def test_the_proposed_rating_is_kept_at_once_and_may_be_replaced(desk):
    desk.sit("council\n", bank(SHORT))
    assert desk.ratings("short1") == [Rating.GOOD]
    desk.clock.pass_(minutes=10)
    desk.sit("nobody\nhard\n")
    assert desk.ratings("short1") == [Rating.GOOD, Rating.HARD]


def test_an_answer_in_own_words_is_kept_with_its_rating_alone(desk):
    desk.sit("smuggling\n", bank(ITEMS[0]))
    assert desk.kinds() == []
    desk.sit("smuggling\n\n")
    [entry] = desk.store.entries("flash1")
    assert (entry.rating, entry.points) == (Rating.AGAIN, None)


def test_an_empty_line_shows_the_answer(desk):
    written = desk.sit("\n", bank(CLOZE))
    assert "Not answered: thirty kilograms\n" in written
    assert desk.ratings("cloze1") == [Rating.AGAIN]


class Slow(io.StringIO):
    """Lines from one who thinks for a minute about each."""

    def __init__(self, typed, clock):
        super().__init__(typed)
        self.clock = clock

    def readline(self, size=-1, /):
        self.clock.pass_(minutes=1)
        return super().readline(size)


def test_right_but_slow_is_hard(desk):
    written = desk.sit(Slow("council\n", desk.clock), bank(SHORT))
    assert "[2 hard 6m]" in written
    assert desk.ratings("short1") == [Rating.HARD]


def test_any_number_of_steps_is_undone(desk):
    steps = "council\n\n30 kg\n\n"
    plain = desk.sit(f"{steps}u\nu\nq\n", bank(*TWO))
    assert plain.count("Undone.") == 2
    assert plain.rstrip().endswith("0 due today, 2 new, 0 done\n\nthe next command")
    assert list(desk.store.cards()) == []
    for away in ("s", "b", "!", "f no"):
        written = desk.sit(f":{away}\nu\nu\nq\n")
        assert written.count("Undone.") == 1
        assert "There is nothing to undo." in written
    assert list(desk.store.cards()) == []


def test_an_undone_answer_in_own_words_is_asked_again(desk):
    written = desk.sit("smuggling\nu\nu\n\n4\n", bank(ITEMS[0]))
    assert written.count("Undone.") == 1
    assert written.count("Why did the harbour council") == 2
    assert desk.ratings("flash1") == [Rating.EASY]


def test_what_was_put_away_after_its_answer_is_shown_with_its_verdict_again(desk):
    written = desk.sit("council\nb\nu\n2\n", bank(SHORT))
    assert written.count("Right.") == 2
    assert desk.ratings("short1") == [Rating.HARD]


def test_cards_are_put_away(desk):
    desk.sit("s\n:bury\n:!\n:f 5\nq\n", bank(*TWO, TERM, ITEMS[7]))
    assert desk.kinds() == ["bury", "suspend", "flag"]
    [flag] = [entry for entry in desk.store.log() if entry.type == "flag"]
    assert flag.reason == REASONS[4]
    desk.clock.pass_(days=1)
    stems = [one.stem for one in (SHORT, CLOZE, TERM, ITEMS[7])]
    written = desk.sit("s\ns\n")
    assert [stem in written for stem in stems] == [True, True, False, False]


def test_a_reason_is_asked_for_where_none_is_typed(desk):
    written = desk.sit("f\nnot in our book\n", bank(SHORT))
    assert "Why? (Enter for no reason) not in our book\n" in written
    [flag] = desk.store.log()
    assert flag.reason == "not in our book"


def test_an_edit_is_in_the_bank_and_asked_at_once(desk):
    written = desk.sit("e\n1\nWho ended the salt tax?\ncouncil\n\n", bank(SHORT))
    assert "Who ended the salt tax?\n      Type the answer.\n" in written
    [edited] = load(desk.file).items
    assert (edited.stem, edited.status, edited.changed) == (
        "Who ended the salt tax?", "edited", ("stem",)
    )  # fmt: skip
    assert desk.ratings("short1") == [Rating.GOOD]


def test_an_edit_is_undone_in_its_turn(desk):
    written = desk.sit("e\n1\nWho came?\ncouncil\nu\nu\nu\n", bank(SHORT))
    assert written.count("Undone.") == 2
    assert load(desk.file).items == (SHORT,)
    assert list(desk.store.cards()) == []


def test_the_whole_item_is_edited_in_an_editor(desk):
    desk.sit("E\n", bank(SHORT), editor=lambda text: text.replace("salt", "hemp"))
    assert load(desk.file).items[0].stem == "Who abolished the hemp tax?"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("e\n1\n-\n", "error: not taken: an item needs a stem\n"),
        (":e colour\n\n", "Nothing changed.\n"),
    ],
)
def test_an_edit_that_cannot_be_taken_changes_nothing(desk, typed, why):
    assert why in desk.sit(typed, bank(SHORT))
    assert load(desk.file).items == (SHORT,)


def test_a_bank_that_changed_meanwhile_is_edited_as_it_is_now(desk):
    bank(*TWO).save(desk.file)
    found = load(desk.file)

    class Meanwhile(io.StringIO):
        def readline(self, size=-1, /):
            bank(CLOZE).save(desk.file)
            return super().readline(size)

    written = desk.sit(Meanwhile("e\nq\n"), found)
    assert "error: not taken: the bank has lost this item meanwhile\n" in written
    assert load(desk.file).items == (CLOZE,)


def test_what_is_kept_nowhere_cannot_be_edited(desk):
    found = bank(SHORT)
    session = study_bank(found, desk.store, now=desk.clock)
    out = io.StringIO()
    terminal = Terminal(io.StringIO("e\n"), out, {})
    Studying(session, terminal, unwanted, desk.clock, [Opened(found)]).hold("")
    assert "error: not taken: only banks and sources can be edited" in out.getvalue()


def test_a_letter_is_an_answer_where_the_key_is_one(desk):
    vitamin = item("v", "short_answer", "Which vitamin?", "C")
    written = desk.sit("b\n\n:q\n", bank(vitamin))
    assert "Wrong: C (typed: b)" in written
    assert written.count("Wrong") == 1


def test_letters_name_no_options_but_words_do(desk):
    truth = ITEMS[4]
    written = desk.sit("t\nfalse\n", bank(truth))
    assert "Type a number from 1 to 2" in written
    assert desk.ratings("truth1") == [Rating.GOOD]


def test_a_typed_answer_is_shown_beside_the_right_one(desk):
    written = desk.sit("the harbor councl\n", bank(SHORT))
    assert "        typed  the harbo[·]r counc[·]l\n" in written
    assert "        right  the harbo[u]r counc[i]l\n" in written


def test_nothing_due_is_told_with_what_comes_next(desk):
    desk.sit("council\n4\n", bank(SHORT))
    written = desk.sit("a\ncouncil\n\n")
    assert "1 done today, nothing left.\nThe next card comes in " in written
    assert written.count("Who abolished") == 1
    assert len(desk.ratings("short1")) == 2


def test_at_the_end_all_can_be_undone(desk):
    written = desk.sit("council\n4\nx\nu\nq\n", bank(SHORT))
    assert "'x' is no command; ? lists them" in written
    assert "Undone." in written
    assert desk.ratings("short1") == []


def test_the_time_is_up(desk):
    typed = Slow("council\n\na\nq\n", desk.clock)
    written = desk.sit(typed, bank(*TWO), minutes=1)
    assert "The time is up: 1 due today, 1 new, 1 done.\n" in written
    assert "Each barrel" not in written


def test_so_many_answers_are_enough(desk):
    written = desk.sit("council\n\na\nu\nq\n", bank(*TWO), answers=1)
    assert "That was all for now: 1 due today, 1 new, 1 done.\nu undo, q quit a\n" in written
    assert "studies anyway" not in written
    assert "Undone." in written
    assert "Each barrel" not in written


def test_nothing_but_what_was_put_away_for_good(desk):
    assert "Nothing is due.\nNo card is waiting.\n" in desk.sit(":!\n", bank(SHORT))


def test_the_history_of_a_card_is_told(desk):
    desk.sit("nobody\n\n", bank(SHORT))
    for days in (1, 5, 30):
        desk.clock.pass_(days=days)
        desk.sit("council\n")
    written = desk.sit(":s\na\n:i\nq\n")
    assert "asked 4 times" in written
    assert "2026-07-01 12:00 again, 0 s\n" in written
    assert "2026-08-06 12:00 good, 0 s\n" in written
    assert "retrievability 100%" in written


def test_an_item_that_cannot_be_asked_is_told(desk):
    written = desk.sit("s\n", bank(item("x", "unheard-of", "Who?", "he"), CLOZE))
    assert "warning: x in “Salt”: unknown kind 'unheard-of'" in " ".join(written.split())
    assert "Each barrel" in written


def test_what_cannot_be_kept_is_told_and_asked_again(desk, monkeypatch):
    full = [True, False]
    review = desk.store.review

    def once(*arguments, **named):
        if full.pop(0):
            raise StoreTrouble(desk.store.path, "database or disk is full")
        return review(*arguments, **named)

    monkeypatch.setattr(desk.store, "review", once)
    written = desk.sit("council\ncouncil\n", bank(SHORT))
    assert "cannot be used now: database or disk is full >" in " ".join(written.split())
    assert written.count("Right.") == 1
    assert desk.ratings("short1") == [Rating.GOOD]


def test_a_clock_that_went_back_is_told(desk):
    desk.sit("nobody\n\n", bank(SHORT))
    desk.clock.pass_(minutes=-5)
    assert "error: the clock shows 2026-07-01" in desk.sit("a\ncouncil\n")
    assert len(desk.ratings("short1")) == 1


class Interrupting(io.StringIO):
    """Ctrl-C in place of the end of input."""

    def readline(self, size=-1, /):
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


@pytest.mark.parametrize(("typed", "code"), [("", 130), ("council\n", 0), ("i\n", 130)])
def test_ctrl_c_loses_no_answer(desk, typed, code):
    written = desk.sit(Interrupting(typed), bank(*TWO))
    assert desk.code == code
    assert written.endswith("the next command\n")
    assert desk.ratings("short1") == ([Rating.GOOD] if typed == "council\n" else [])


def test_every_command_has_its_letter():
    assert {name[0] for name in LETTERS.values()} == set(LETTERS)
    others = {"editor", "suspend", "help"}
    assert {AT_A_CARD.of_key(key) for key in "eEuUsSbBfFiIqQ!?"} == {*LETTERS.values(), *others}


def test_nothing_asked_can_break_the_screen(desk):
    found = bank(
        *(
            item(f"h{n}", "short_answer", text, text, context=text, explanation=text, evidence=())
            for n, text in enumerate(HOSTILE)
        ),
        title=HOSTILE[4],
    )
    typed = "".join(f"x{text.splitlines()[0]}\ni\nf {text}\n" for text in HOSTILE)
    for columns in (20, 61, 100):
        written = desk.sit(typed, found, columns=columns)
        assert not {"\x1b", "\x07", "\r", "\t", "\u202e", "\u202c", "\ufeff"} & set(written)
        prompts = ("[1", "> ", "a anyway", "Why?")
        lines = written.splitlines()
        told = [line for line in lines if not line.strip().startswith(prompts)]
        assert [line for line in told if width(line) > columns] == []
