"""Order and match: shares of what is right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.errors import InvalidResponse
from quizlib.grading import grade
from quizlib.model import Match, Order

ORDER = Order(entries=("boil", "fill", "pay"))
MATCH = Match(left=("tax", "barrel", "pan"), right=("1804", "salt", "sea", "coal"))


@pytest.mark.parametrize(
    "response",
    [[1, 2, 3], "1 2 3", "123", "1, 2, 3", "abc", "a b c", ("boil", 2, "c"), "Boil; fill; pay"],
)
def test_the_right_order_is_told_in_many_ways(response):
    assert grade(ORDER, response).feedback == "Right."


def test_numbers_count_the_places_shown():
    assert grade(ORDER, "2 3 1", shown=(2, 0, 1)).right
    assert grade(MATCH, "c b a", shown=(2, 1, 0, 3)).right


@pytest.mark.parametrize(
    ("response", "points", "feedback"),
    [
        ("1 3 2", 1 / 3, "Partly right, 1 of 3: boil → fill → pay"),
        ([2, 3, 1], 0, "Wrong: boil → fill → pay"),
        ([1], 1 / 3, "Partly right, 1 of 3: boil → fill → pay"),
        ("", 0, "Not answered: boil → fill → pay"),
        ("1 1 1", 0, "Wrong: boil → fill → pay (typed: 1 1 1)"),
        ("1 2 4", 0, "Wrong: boil → fill → pay (typed: 1 2 4)"),
        ("soup", 0, "Wrong: boil → fill → pay (typed: soup)"),
    ],
)
def test_order_earns_the_share_at_its_place(response, points, feedback):
    score = grade(ORDER, response)
    assert score.points == pytest.approx(points)
    assert score.feedback == feedback


@pytest.mark.parametrize(
    "response",
    [
        [1, 2, 3],
        "1 2 3",
        "abc",
        "a, b, c",
        "1a 2b 3c",
        "3C, 1A, 2B",
        "1=a 2=b 3=c",
        ["1804", "b", 3],
    ],
)
def test_the_right_pairs_are_told_in_many_ways(response):
    assert grade(MATCH, response).feedback == "Right."


KEY = "tax = 1804; barrel = salt; pan = sea"


@pytest.mark.parametrize(
    ("response", "points", "feedback"),
    [
        ("1a 2c 3b", 1 / 3, f"Partly right, 1 of 3: {KEY}"),
        ("2b", 1 / 3, f"Partly right, 1 of 3: {KEY}"),
        ("1? 2b 3: ?", 1 / 3, f"Partly right, 1 of 3: {KEY}"),
        ("1a 3c", 2 / 3, f"Partly right, 2 of 3: {KEY}"),
        ("1? 2?", 0, f"Not answered: {KEY}"),
        ([None, 2], 1 / 3, f"Partly right, 1 of 3: {KEY}"),
        ("ddd", 0, f"Wrong: {KEY}"),
        ("", 0, f"Not answered: {KEY}"),
        ([None, None], 0, f"Not answered: {KEY}"),
        ("4a", 0, f"Wrong: {KEY} (typed: 4a)"),
        ("a b c d", 0, f"Wrong: {KEY} (typed: a b c d)"),
    ],
)
def test_match_earns_the_share_of_pairs(response, points, feedback):
    score = grade(MATCH, response)
    assert score.points == pytest.approx(points)
    assert score.feedback == feedback


def test_equal_texts_are_alike():
    assert grade(Order(entries=("a1", "b1", "a1")), [3, 2, 1]).right
    assert grade(Match(left=("x", "y"), right=("same", "same")), [2, 1]).right


@pytest.mark.parametrize("response", [None, 7, {1, 2}, [1, 1], [4], [True], ["soup"], [1, 2, 3, 1]])
def test_another_shape_is_refused_for_order(response):
    with pytest.raises(InvalidResponse) as raised:
        grade(ORDER, response)
    assert str(raised.value) == (
        f"cannot grade {response!r}; allowed: the numbers 1 to 3, letters or entries in order,"
        " each once, as list or text"
    )


@pytest.mark.parametrize("response", [None, 7, {1, 2}, [5], [0], ["soup"], [1, 2, 3, 4]])
def test_another_shape_is_refused_for_match(response):
    with pytest.raises(InvalidResponse) as raised:
        grade(MATCH, response)
    assert str(raised.value) == (
        f"cannot grade {response!r}; allowed: for each of 3 left sides a number from 1 to 4,"
        " a letter, a right side's words or None, as list or text"
    )


texts = st.lists(st.text(min_size=1).filter(str.strip), min_size=2, max_size=6)


@settings(max_examples=100, deadline=None)
@given(texts, st.data())
def test_the_key_is_right_wherever_it_is_shown(entries, data):
    shown = data.draw(st.permutations(range(len(entries))))
    places = [shown.index(index) + 1 for index in range(len(entries))]
    said = " ".join(map(str, places))
    match = Match(left=tuple(entries), right=tuple(entries))
    for interaction in (Order(entries=tuple(entries)), match):
        assert grade(interaction, places, shown=shown).right
        assert grade(interaction, said, shown=shown).right


@settings(max_examples=100, deadline=None)
@given(texts, st.text())
def test_a_text_never_raises(entries, response):
    for interaction in (
        Order(entries=tuple(entries)),
        Match(left=tuple(entries), right=tuple(entries)),
    ):
        score = grade(interaction, response)
        assert 0 <= score.points <= 1
        assert score.right == (score.points == 1)
