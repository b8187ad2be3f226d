"""Choice: what names an option, and what it earns."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.errors import InvalidResponse
from quizlib.grading import grade
from quizlib.model import Choice

ONE = Choice(options=("1794", "1804", "1814"), right=(1,))
TRUTH = Choice(options=("True", "False"), right=(1,), shuffle=False)
GOODS = Choice(options=("salt", "rope", "tar", "coal"), right=(0, 1, 2), multiple=True)


@pytest.mark.parametrize("response", ["1804", " 1,804 ", 2, "2", "b", "(B)", [2], ["1804"], {"b"}])
def test_an_option_is_named_by_words_number_or_letter(response):
    assert grade(ONE, response).feedback == "Right."


@pytest.mark.parametrize("response", ["f", "F", "false", "FALSE.", 2, "2", "b"])
def test_an_unmistakable_beginning_names_an_option(response):
    assert grade(TRUTH, response).right


def test_numbers_and_letters_count_the_places_shown():
    assert grade(ONE, 1, shown=(1, 0, 2)).right
    assert grade(ONE, "a", shown=(1, 0, 2)).right
    assert not grade(ONE, 2, shown=(1, 0, 2)).right


def test_an_options_own_words_come_before_its_number():
    digits = Choice(options=("2", "4", "6"), right=(0,))
    assert grade(digits, "2").right
    assert not grade(digits, 2).right


def test_exact_words_come_before_words_that_differ_in_case():
    letters = Choice(options=("c", "C"), right=(1,))
    assert grade(letters, "C").right
    assert not grade(letters, "c").right


@pytest.mark.parametrize(
    ("choice", "response", "points", "feedback"),
    [
        (ONE, 1, 0, "Wrong: 1804 (chosen: 1794)"),
        (ONE, "180", 0, "Wrong: 1804 (typed: 180)"),
        (ONE, "7", 0, "Wrong: 1804 (typed: 7)"),
        (ONE, "1 2", 0, "Wrong: 1804 (typed: 1 2)"),
        (ONE, [1, 2], 0, "Wrong: 1804 (chosen: 1794; 1804)"),
        (ONE, "", 0, "Not answered: 1804"),
        (ONE, [], 0, "Not answered: 1804"),
        (GOODS, "1 2 3", 1, "Right."),
        (GOODS, "tar, salt and rope", 0, "Wrong: salt; rope; tar (typed: tar, salt and rope)"),
        (GOODS, "tar, salt, rope", 1, "Right."),
        (GOODS, "cab", 1, "Right."),
        (GOODS, "1,3", 2 / 3, "Partly right, 2 of 3: salt; rope; tar (chosen: salt; tar)"),
        (GOODS, "124", 1 / 3, "Partly right, 2 of 3: salt; rope; tar (chosen: salt; rope; coal)"),
        (GOODS, (1, 4), 0, "Wrong: salt; rope; tar (chosen: salt; coal)"),
        (GOODS, [4], 0, "Wrong: salt; rope; tar (chosen: coal)"),
        (GOODS, {1, 2, 3, 4}, 2 / 3, None),
    ],
)
def test_points_and_feedback(choice, response, points, feedback):
    score = grade(choice, response)
    assert score.points == pytest.approx(points)
    assert score.right == (points == 1)
    assert feedback is None or score.feedback == feedback


@pytest.mark.parametrize("response", [None, True, 0, 4, -1, 1.0, {"a": 1}, [9]])
def test_another_shape_is_refused(response):
    with pytest.raises(InvalidResponse) as raised:
        grade(ONE, response)
    shown = response[0] if isinstance(response, list) else response
    assert str(raised.value) == (
        f"cannot grade {shown!r}; allowed: an option's words, its number from 1 to 3,"
        " its letter, or several"
    )


options = st.lists(st.text(min_size=1).filter(str.strip), min_size=2, max_size=6, unique=True)


@settings(max_examples=100, deadline=None)
@given(options, st.data())
def test_the_key_is_right_by_words_and_by_number_in_any_order(texts, data):
    right = data.draw(st.integers(0, len(texts) - 1))
    shown = data.draw(st.permutations(range(len(texts))))
    choice = Choice(options=tuple(texts), right=(right,))
    assert grade(choice, texts[right], shown=shown).right
    assert grade(choice, shown.index(right) + 1, shown=shown).right


@settings(max_examples=100, deadline=None)
@given(options, st.data())
def test_several_points_lie_between_none_and_all(texts, data):
    indices = st.sets(st.integers(0, len(texts) - 1), min_size=1)
    right, picked = data.draw(indices), data.draw(indices)
    choice = Choice(options=tuple(texts), right=tuple(sorted(right)), multiple=True)
    score = grade(choice, [index + 1 for index in picked])
    assert 0 <= score.points <= 1
    assert score.right == (picked == right) == (score.points == 1)


@settings(max_examples=100, deadline=None)
@given(options, st.text())
def test_a_text_never_raises(texts, response):
    assert grade(Choice(options=tuple(texts), right=(0,)), response).points in (0, 1)
