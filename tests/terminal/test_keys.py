"""The quiz on a real pseudo-terminal: keys, screens, endings."""

import sys
import time

import pytest
from wcwidth import width

from quizlib.model import DocumentRecord, Evidence
from quizlib.readers import read
from tests.banks import BARREL, HOSTILE, ITEMS, bank, item
from tests.terminal.person import Person

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

PAUSE = "Enter goes on, "
MORE, NO_MORE = f"{PAUSE}? explains, q leaves", f"{PAUSE}q leaves"


def of(*kinds):
    return bank(*(one for one in ITEMS if one.kind in kinds))


@pytest.fixture
def sit(tmp_path):
    """Sit down before a quiz of a bank, with arguments, a size and an environment."""
    people = []

    def start(questions, *arguments, **settings):
        questions.save(tmp_path / "salt.json")
        person = Person(tmp_path, "quiz", "salt.json", "--seed", "3", *arguments, **settings)
        people.append(person)
        return person

    yield start
    for person in people:
        person.child.close(force=True)


def answer_all(person):
    """Answer one item of every kind, in the order of seed 3, some wrongly."""
    for keys, verdict in [
        ("312\r", "Right."),
        ("the harbor council\r", "Right: the harbour"),
        ("24\x7f235\r", "Right."),
        ("1a 2b 3c\r", "Partly right, 1 of 3"),
        ("30 pounds\r", "Almost: thirty"),
    ]:
        person.press(keys)
        person.sees(verdict).sees(PAUSE)
        person.press("\r")
        person.sees("  >")
    person.press("it had become worthless\r")
    person.sees("Was it right? y/[n]")
    person.press("y")
    person.sees("Was it right? yes").sees(NO_MORE)
    person.press("\r")
    person.sees("What is a pan house?")
    person.press("\r")
    person.sees("Was it right? y/[n]")
    person.press("\r")
    person.sees("True or false?")
    person.press("1")
    person.sees("Wrong: False").sees(PAUSE)
    person.press("\r")
    person.sees("boiled down to salt called?")
    person.press("a pan huose\r")
    person.sees("Right: pan house").sees(PAUSE)
    person.press(" ")
    person.sees("1821")
    person.press("1")
    person.sees("without --seed, others.")


@pytest.mark.parametrize("columns", [80, 40])
def test_a_whole_sitting(sit, golden, columns):
    person = sit(bank(), columns=columns, rows=250)
    person.sees("first.")
    answer_all(person)
    assert person.leaves() == 0
    golden.check(f"quiz-{columns}.txt", person.shown)
    assert all(width(line) <= columns for line in person.shown.splitlines())


def test_colour_is_an_extra(sit):
    person = sit(of("choice"))
    person.sees("1821")
    assert person.looks("When did") == ("default", True)
    person.press("1")
    person.sees("Wrong: 1804")
    assert person.looks("Wrong: 1804") == ("red", True)


def test_no_color_is_respected(sit):
    person = sit(of("choice"), NO_COLOR="1")
    person.sees("1821").press("1")
    person.sees("Wrong: 1804").leaves()
    assert "\x1b[1" not in person.raw
    assert "\x1b[2m" not in person.raw
    assert person.looks("Wrong: 1804") == ("default", False)


def test_a_dumb_terminal_gets_plain_lines_and_no_escapes(sit, golden):
    person = sit(of("choice", "cloze"), TERM="dumb")
    person.sees("______").press("30 kg\r")
    person.sees("Right.").sees("1821").press("9\r")
    person.sees("Type a number from 1 to 4").press("2\r")
    assert person.sees("2 of 2 right").leaves() == 0
    assert "\x1b" not in person.raw
    golden.check("quiz-dumb.txt", person.shown)


def test_keys_that_name_nothing_do_nothing(sit):
    person = sit(of("choice"))
    person.sees("1821").press("\r79x\x1b[A\x1bOP\x7f é漢2")
    assert person.sees("Right.").leaves() == 0
    assert "1 of 1 right" in person.shown


@pytest.mark.parametrize(
    ("kind", "stem", "hint", "right"),
    [
        ("choice", "When did", "Press a number from 1 to 4", "2"),
        ("multiple_response", "Which goods", "Press the numbers of all that apply", "235\r"),
    ],
)
def test_a_sentence_typed_for_an_option_is_answered_once(sit, kind, stem, hint, right):
    person = sit(of(kind))
    person.sees(stem).sees(">").press("what a bad cab")
    person.sees(hint).press("?")  # the question comes back, and how to answer it
    person.sees(hint).sees("q ends the").press(f"x{right}")
    assert person.sees("Right.").leaves() == 0
    assert person.shown.count(stem) == 2
    assert person.shown.count(hint) == 3


def test_keys_that_are_no_verdict_are_answered_once(sit):
    person = sit(of("flashcard"))
    person.sees(">").press("worthless\r")
    person.sees("Was it right?").press("maab")
    person.sees("in brackets").press("n")
    person.sees("Was it right? no")
    assert person.shown.count("in brackets") == 1


def test_a_full_width_digit_chooses_too(sit):
    person = sit(of("choice"))
    person.sees("1821").press("\uff12")
    person.sees("1 of 1 right")


def test_zero_leaves_unanswered(sit):
    person = sit(of("choice"))
    person.sees("1821").press("0")
    person.sees("Not answered: 1804").sees("0 of 1 right")


def test_the_question_mark_helps_before_and_explains_after(sit):
    person = sit(of("choice", "cloze"))
    person.sees("______").press("?\r")
    person.sees("Type the answer; slips in spelling are forgiven.").press("30 kg\r")
    person.sees(MORE).press("?")
    person.sees("Right too: 30 kg").sees(NO_MORE).press("?")
    person.sees("Right too: 30 kg\n").press("\r")
    person.sees("1821").press("?")
    person.sees("Press a number from 1 to 4; 0 if unknown. q ends the quiz").press("2")
    person.sees("2 of 2 right")


def test_nothing_more_is_offered_where_the_verdict_said_it_all(sit):
    person = sit(of("choice", "cloze"))
    person.sees("______").press("30 kg\r")
    person.sees(MORE).press("\r")
    person.sees("1821").press("2")
    person.sees("2 of 2 right")
    again = sit(bank(ITEMS[1], ITEMS[4]))
    again.sees("True or false?").press("2")
    again.sees(NO_MORE).press("?")
    again.sees("There is nothing more to tell.").press("x")
    again.sees("Press Enter, or q.")


NOTES = """# Salt

## Taxes

Salt was dear. The tax on salt was abolished in 1804 because smuggling had made it worthless. Nobody
wept.

Q: When was the tax abolished?
A: In the spring of 1804.
"""


@pytest.mark.parametrize("target", ["notes.md", "notes.json"])
def test_the_source_is_shown_around_the_quote(tmp_path, target):
    (tmp_path / "notes.md").write_text(NOTES, encoding="utf-8")
    [document] = read(tmp_path / "notes.md")
    start = document.text.index("The tax on salt")
    end = document.text.index(" Nobody")
    quote = Evidence(document="notes", quote=document.text[start:end], start=start, end=end, line=5)
    asked = item("a", "short_answer", "When did it end?", "1804", evidence=(quote,))
    questions = bank(asked, asked.model_copy(update={"id": "b", "stem": "When, then?"}))
    record = DocumentRecord.of(document)
    questions = questions.model_copy(update={"documents": (record,)})
    questions.save(tmp_path / "notes.json")
    home = {"QUIZLIB_DATA_DIR": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    person = Person(tmp_path, "quiz", target, "--seed", "3", columns=120, **home)
    if target == "notes.json":
        person.sees("  >").press("soup\r")
        person.sees(MORE).press("?")
        person.sees("Salt was dear. “The tax on salt").sees("worthless.” Nobody wept. (notes.md,")
        person.sees("under “Taxes”)")
    else:
        person.sees("  >").press("\r")
        person.sees("Was it right? y/[n]").press("?")
        person.sees("      notes.md, line 9, under “Taxes”.\n").sees("y for yes, n for no")
    person.child.close(force=True)


@pytest.mark.parametrize("behind", [0, 1.5])
def test_an_enter_behind_y_or_n_answers_nothing(sit, behind):
    third = item("f", "flashcard", "How much salt?", "Thirty kilograms.", evidence=(BARREL,))
    person = sit(bank(ITEMS[0], ITEMS[5], third))
    person.sees("  >").press("\r")
    person.sees("Was it right? y/[n]").press("y")
    time.sleep(behind)
    person.press("\r")
    person.sees("2/3").sees("  >").press("\r")
    person.sees("y/[n]").press("n\r")
    person.sees("3/3").sees("  >").press("q\r")
    person.sees("1 of 2 right; 1 not answered")


def test_an_enter_behind_y_or_n_judges_nothing_else_in_an_exam(sit):
    person = sit(of("flashcard", "definition"), "--exam", "5")
    person.sees("1/2").sees("  >").press("\r")
    person.sees("2/2").sees("  >").press("\r")
    person.sees("Was it right? y/[n]").press("y\ry")
    person.sees("2 of 2 right").leaves()


def test_q_leaves_with_the_score_kept(sit):
    person = sit(of("cloze", "short_answer", "term"))
    person.sees("Who abolished").press("council\r")
    person.sees(PAUSE).press("q")
    assert person.sees("1 of 1 right; 2 not answered").leaves() == 0


def test_q_is_an_answer_where_it_is_right(sit):
    person = sit(bank(item("a", "short_answer", "Which letter?", "Q")))
    person.sees("  >").press("q\r")
    person.sees("1 of 1 right")


@pytest.mark.parametrize(("before", "code"), [("30 kg\r", 0), ("", 130)])
def test_ctrl_c_shows_the_score(sit, before, code):
    person = sit(of("choice", "cloze"))
    person.sees("  >")
    if before:
        person.press(before)
        person.sees(PAUSE)
    person.press("\x03")
    person.sees("without --seed, others.")
    assert person.leaves() == code
    assert "Traceback" not in person.raw
    assert ("1 of 1 right; 1 not answered" if before else "Nothing answered.") in person.shown


@pytest.mark.parametrize("kind", ["choice", "cloze", "flashcard"])
def test_ctrl_d_ends_politely(sit, kind):
    person = sit(of(kind))
    person.sees("  >").press("\x04")
    assert person.sees("Nothing answered.").leaves() == 0


def test_the_terminal_is_left_as_it_was(sit):
    import termios

    person = sit(of("choice", "cloze"))
    before = termios.tcgetattr(person.child.child_fd)
    person.sees("  >").press("30 kg\r")
    person.sees(PAUSE).press("\r")
    person.sees("1821").press("\x03")
    person.sees("1 of 1 right")
    assert termios.tcgetattr(person.child.child_fd) == before


def test_a_verdict_that_is_none_is_asked_for_again(sit):
    person = sit(of("definition"))
    person.sees("  >").press("\r")
    person.sees("Was it right? y/[n]").press("z")
    person.sees("y for yes, n for no; Enter takes the one in brackets").press("y")
    person.sees("Was it right? yes").sees("1 of 1 right")
    assert person.leaves() == 0


def test_a_resized_window_is_followed(sit):
    person = sit(of("cloze"), columns=40)
    person.sees("______ of\n").resize(80)
    person.press("no idea\r")
    person.sees(
        "(typed: no idea)\n      “Each barrel of herring took thirty kilograms of salt.” (l"
    )


def test_a_typed_line_can_be_edited(sit):
    person = sit(of("cloze"))
    person.sees("  >").press("30 kx\x7fg\x1b[D\x1b[D\x1b[D\x1b[C\r")
    person.sees("1 of 1 right")


def test_hostile_text_reaches_no_terminal(sit):
    items = [
        item(f"h{n}", "choice", text, text, distractors=("a", "b"), context=text, explanation=text)
        for n, text in enumerate(HOSTILE)
    ]
    person = sit(bank(*items, title=HOSTILE[4]), "-n", "20", rows=400)
    for number in range(1, len(HOSTILE) + 1):
        person.sees(f"{number}/{len(HOSTILE)}").press("1\r")
    assert person.leaves() == 0
    assert "\x1b[31m" not in person.raw.replace("\x1b[1;31m", "")
    assert not {"\x07", "\u202e", "\u202c", "\ufeff", "\u200b", "\x9b"} & set(person.raw)
    assert r"\x1b[31mred\x1b[0m\x07" in person.shown


def test_wide_and_right_to_left_text_aligns(sit, golden):
    items = [
        item(
            "wide",
            "matching",
            "漢字と한국어を結びなさい。",
            "水をわかす",
            "שלום עולם",
            "e\u0301te\u0301 fini",
            prompts=("塩の税", "ملح البحر", "zwölf Fässer"),
            evidence=(BARREL,),
            context="塩税は漁村に最も重くのしかかった。" * 4,
        )
    ]
    person = sit(bank(*items))
    person.sees("  >").press("1a 2b 3c\r")
    person.sees("others.").leaves()
    golden.check("quiz-wide.txt", person.shown)


def test_more_options_than_digits_are_typed(sit):
    many = tuple(f"place {chr(97 + n)}" for n in range(11))
    person = sit(bank(item("a", "choice", "Where?", "here", distractors=many)))
    person.sees("12  ").press("here\r")
    person.sees("1 of 1 right")


def test_only_y_n_and_enter_rate(sit):
    person = sit(of("flashcard"))
    person.sees("  >").press("smuggling\r")
    person.sees("Was it right? y/[n]").press("\x1b[Ax7y")
    person.sees("Was it right? yes").sees("1 of 1 right")
