"""Extended text: a suggestion, the learner having the last word."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.errors import InvalidResponse
from quizlib.grading import grade
from quizlib.model import ExtendedText

MODEL = ExtendedText(model_answer="because smuggling had made it worthless")


@pytest.mark.parametrize(
    ("response", "points", "right"),
    [
        ("Smuggling made the tax worthless.", 1, True),
        ("smugglers", 0, False),
        ("there was smuggling", 1 / 3, False),
        ("", 0, False),
        ("  \n", 0, False),
    ],
)
def test_the_share_of_content_words_is_suggested(response, points, right):
    score = grade(MODEL, response)
    assert score.points == pytest.approx(points)
    assert score.right == right
    assert score.self_rated
    assert score.feedback == "Compare: because smuggling had made it worthless"


@pytest.mark.parametrize(
    ("model", "response"),
    [
        ("Flashpoint", "flashpoint"),
        ("a flashpoint", " The Flashpoint. "),
        ("l'Ancien Régime", "L’ancien regime"),
        ("30 kg", "thirty kg"),
    ],
)
def test_the_model_answer_itself_needs_no_question(model, response):
    score = grade(ExtendedText(model_answer=model), response)
    assert (score.points, score.right, score.self_rated) == (1, True, False)
    assert score.feedback == "Right."


@pytest.mark.parametrize("response", ["a flashpoint of war", "flashpont", "no flashpoint"])
def test_what_says_more_less_or_otherwise_is_compared(response):
    assert grade(ExtendedText(model_answer="Flashpoint"), response).self_rated


def test_a_model_answer_of_function_words_alone_still_compares():
    assert grade(ExtendedText(model_answer="It was he."), "it was he").right


def test_what_is_no_text_is_refused():
    with pytest.raises(InvalidResponse) as raised:
        grade(MODEL, 1)
    assert str(raised.value) == "cannot grade 1; allowed: text"


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1).filter(str.strip), st.text())
def test_the_key_is_right_and_points_stay_in_range(answer, response):
    text = ExtendedText(model_answer=answer)
    assert grade(text, answer).right
    assert 0 <= grade(text, response).points <= 1
