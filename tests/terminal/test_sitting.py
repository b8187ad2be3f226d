"""The quiz without a real terminal: pipes, files and their ends."""

import datetime as dt
import io
import re

import pytest
from wcwidth import width

from quizlib.learning import Quiz
from quizlib.model import Bank
from quizlib.terminal.sitting import Sitting
from quizlib.terminal.terminal import Terminal
from tests.banks import HOSTILE, ITEMS, bank, evidence, item

NOON = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


def sit(questions: Bank, typed: str, columns: int = 80, seed: int = 3, stdin=None):
    """What is written for these typed lines, and the exit code."""
    out = io.StringIO()
    environment = {"COLUMNS": str(columns), "TERM": "xterm"}
    terminal = Terminal(stdin or io.StringIO(typed), out, environment)
    quiz = Quiz(questions, count=20, seed=seed)
    code = Sitting(quiz, terminal, lambda: NOON).hold("the next command")
    return out.getvalue(), code


def of(*kinds):
    return bank(*(one for one in ITEMS if one.kind in kinds))


TYPED = "3 1 2\nthe harbor council\n2 3 5\n1c 2b 3a\n30 pounds\nworthless\ny\n\n\n2\npan house\nd\n"


@pytest.mark.parametrize("columns", [120, 40])
def test_a_pipe_gets_plain_lines(golden, columns):
    written, code = sit(bank(), TYPED, columns)
    assert code == 0
    assert written.isprintable() or set(written) & {"\n"}
    assert "\x1b" not in written
    assert "\r" not in written
    assert all(width(line) <= columns for line in written.splitlines())
    golden.check(f"quiz-pipe-{columns}.txt", written)


def test_the_end_of_input_ends_with_the_score():
    written, code = sit(bank(), TYPED[:6])
    assert code == 0
    assert "1 of 1 right; 9 not answered\n\nthe next command\n" in written


def test_no_input_at_all_ends_cleanly():
    written, code = sit(bank(), "")
    assert code == 0
    assert written.endswith("Nothing answered.\n\nthe next command\n")


def test_the_end_of_input_at_a_rating_keeps_the_suggestion():
    written, _ = sit(of("flashcard"), "smuggling made it worthless")
    assert "Was it right? [y]/n \n" in written
    assert "1 of 1 right" in written


@pytest.mark.parametrize(
    ("rating", "score"), [("", "1 of 1"), ("n", "0 of 1"), ("?\nYES", "1 of 1")]
)
def test_the_learner_rates_answers_in_own_words(rating, score):
    written, _ = sit(of("flashcard"), f"smuggling made it worthless\n{rating}\n")
    assert f"{score} right" in written


def test_who_types_the_answer_itself_is_not_asked_whether_it_was_right():
    written, _ = sit(of("flashcard"), "Because SMUGGLING had made it worthless.\n")
    assert "Was it right?" not in written
    assert "Right." in written
    assert "1 of 1 right" in written


@pytest.mark.parametrize("kind", ["choice", "multiple_response", "ordering", "matching"])
def test_what_names_nothing_is_asked_again(kind):
    written, _ = sit(of(kind), "soup\n1 1 99\n\n")
    assert " ".join(written.split()).count("q ends the quiz and keeps the score.") == 2
    assert "Not answered: " in written


@pytest.mark.parametrize(
    ("kind", "typed", "told"),
    [
        ("matching", "c a", "number with its letter, as 1b 2a 3c; leave out what you do not know."),
        ("ordering", "2 1", "Type all numbers from 1 to 3 in the right order, as 2 1 3."),
    ],
)
def test_half_an_answer_is_asked_for_again_with_what_it_needs(kind, typed, told):
    written, _ = sit(of(kind), f"{typed}\n\n")
    assert told in " ".join(written.split())


def test_pairs_that_are_named_are_taken_without_the_others():
    written, _ = sit(of("matching"), "1c 2b\n")
    assert "Type each number" not in written
    assert "Partly right, 2 of 3: " in written


def test_a_number_is_a_place_even_where_it_is_an_options_words():
    questions = bank(item("a", "choice", "How many?", "4", distractors=("2", "1", "3")))
    written, _ = sit(questions, "1\n")
    assert "Wrong: 4 (chosen: 1)" in written
    assert "1 of 1 right" in sit(questions, "4\n")[0]


def test_an_options_words_may_be_typed():
    assert "1 of 1 right" in sit(of("choice"), "1804\n")[0]
    assert "1 of 1 right" in sit(of("true_false"), "false\n")[0]


def test_the_explanation_is_shown_where_the_quote_does_not_say_it():
    known = "The harbour council abolished the salt tax in 1804."
    written, _ = sit(of("choice"), "2\n")
    assert known not in written
    new = ITEMS[1].model_copy(update={"explanation": "Nobody paid it anyway."})
    assert "Nobody paid it anyway.\n" in sit(bank(new), "2\n")[0]


class Interrupting(io.StringIO):
    """Ctrl-C in place of the end of input."""

    def readline(self, size=-1, /):
        line = super().readline(size)
        if not line:
            raise KeyboardInterrupt
        return line


@pytest.mark.parametrize(("typed", "code"), [("", 130), ("council\n", 0)])
def test_ctrl_c_is_safe(typed, code):
    written, got = sit(of("short_answer", "cloze"), "", stdin=Interrupting(typed), seed=1)
    assert got == code
    assert written.endswith("the next command\n")


def test_hostile_text_and_answers_are_neutral():
    items = [
        item(f"h{n}", "short_answer", text, text, context=text, explanation=text)
        for n, text in enumerate(HOSTILE)
    ]
    typed = "".join(f"{text.splitlines()[0]}\n" for text in HOSTILE)
    written, _ = sit(bank(*items, title=HOSTILE[4]), typed)
    assert not {"\x1b", "\x07", "\r", "\t", "\u202e", "\u202c", "\ufeff", "\u200b"} & set(written)


def test_nothing_asked_can_break_the_screen():
    for seed in range(len(HOSTILE)):
        texts = HOSTILE[seed:] + HOSTILE[:seed]
        items = [
            item("a", "matching", texts[0], *texts[1:4], prompts=texts[4:7]),
            item("b", "ordering", texts[0], *texts[1:4]),
            item("c", "multiple_response", texts[0], *texts[1:3], distractors=texts[3:6]),
        ]
        for columns in (20, 61, 200):
            written, _ = sit(bank(*items), "1a 2b 3c\n1 2\n" * 5, columns)
            assert all(width(line) <= min(columns, 100) for line in written.splitlines())


@pytest.mark.parametrize("told", ["", "0", "wide", "-5", "²"])
def test_a_width_that_is_none_is_80(told):
    out = io.StringIO()
    assert Terminal(io.StringIO(), out, {"COLUMNS": told}).width == 80


def timed(minutes, seconds, typed):
    """What an exam of so many minutes writes when every look at the clock takes `seconds`."""
    ticks = iter(range(1000))
    out, kept = io.StringIO(), []
    terminal = Terminal(io.StringIO(typed), out, {"COLUMNS": "80"})
    Sitting(
        Quiz(of("term", "cloze", "short_answer"), count=3, seed=1),
        terminal,
        lambda: NOON + dt.timedelta(seconds=next(ticks) * seconds),
        keep=lambda *answered: kept.append(answered),
        minutes=minutes,
    ).hold()
    return out.getvalue(), kept


def test_what_comes_when_the_time_is_up_does_not_count():
    written, kept = timed(1, 16, "soup\nsoup\nsoup\n")
    assert "The time is up: this answer does not count.\n" in written
    assert len(kept) < 3
    assert re.search(r"\n(Nothing answered|0 of 3 right.*; \d not answered)", written)


def test_an_exam_with_time_enough_is_told_how_long_it_took():
    written, kept = timed(60, 10, "soup\nsoup\nsoup\n")
    assert len(kept) == 3
    assert re.search(r"\n0 of 3 right in \d min", written)


def test_answers_of_an_exam_that_is_broken_off_are_kept_as_suggested():
    kept = []
    terminal = Terminal(io.StringIO("smuggling made it worthless\n"), io.StringIO(), {})
    sitting = Sitting(
        Quiz(of("flashcard"), count=2, seed=1),
        terminal,
        lambda: NOON,
        keep=lambda *answered: kept.append(answered),
        minutes=5,
    )
    assert sitting.hold() == 0
    assert [(one.id, score.right) for one, _, score, _ in kept] == [("flash1", True)]


def test_a_quote_that_the_verdict_says_already_is_told_by_its_place_alone_or_not():
    key = evidence("thirty kilograms")
    card = item("f", "flashcard", "How much salt?", "Thirty kilograms.", evidence=(key,))
    written, _ = sit(bank(card), "\n\n")
    assert "      Compare: Thirty kilograms.\n      In the source: line 2\n" in written
    both = card.model_copy(update={"evidence": (evidence("Each barrel of herring"), key)})
    written, _ = sit(bank(both), "\n\n")
    assert "Thirty kilograms.\n      “Each barrel of herring” (line 2)\n      Was" in written
