"""Why a sentence gave no fact."""

import pytest

from quizlib.extract import _silence as causes
from quizlib.extract import extracted, methods, silences
from quizlib.language import analyse
from tests.documents import document


def told(text):
    """Each silent sentence of the text with its cause and the word that shows it."""
    [analysis] = analyse([document(text)])
    found = [fact for name in methods.usable() for fact in extracted(name, analysis)]
    return [(one.place.words, one.cause, one.word) for one in silences(analysis, found)]


@pytest.mark.parametrize(
    ("sentence", "cause", "word"),
    [
        ("A sundial is a device that shows the time", causes.UNENDED, ""),
        ("How does a sundial work in winter?", causes.ASKS, ""),
        ("Nobody wept.", causes.SHORT, ""),
        (f"Salt is {'very ' * 60}dear.", causes.LONG, ""),
        ("We like the salt of our sea.", causes.PERSONAL, ""),
        ("Salt from the sea and from the rock.", causes.NO_STATEMENT, ""),
        ("State media reported the meeting last week.", causes.LOOSE, "last"),
        ("The council did not sell the salt of the town.", causes.NEGATED, "not"),
        ("It casts a shadow on the wall.", causes.POINTING, "It"),
        ("Salt was dear.", causes.SHORT, ""),
        ("Salt was dear in the north.", causes.NO_QUESTION, ""),
    ],
)
def test_the_cause_is_told_with_the_word_that_shows_it(sentence, cause, word):
    assert told(sentence) == [(sentence, cause, word)]


def test_an_answer_of_the_authors_own_is_asked_as_a_whole():
    assert told("Q: Who made it?\nA: Ann made it. She was old.") == []


def test_a_question_that_needs_its_page_is_told():
    text = "# Salt FAQ\n\n## How else can I tell?\n\nBy its taste and by its weight.\n"
    assert told(text)[-1] == ("How else can I tell?", causes.UNASKED, "")


def test_a_question_that_is_asked_or_has_no_answer_is_no_silence():
    text = "# Salt FAQ\n\n## How long does it take to boil salt?\n\nTwo days.\n\n## And why?\n"
    assert causes.UNASKED not in [cause for _, cause, _ in told(text)]
