"""Items on one sheet: those that would give one another away, and what is told of it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.exporters._together import together
from quizlib.learning.shown_keys import Shown
from quizlib.model import Evidence
from tests.banks import item


def quoting(place, *fields, **more):
    words = Evidence(document="d", quote="told", start=place * 10, end=place * 10 + 4, line=place)
    return item(*fields, evidence=(words,), **more)


DEVICE = quoting(1, "device", "term", "Which term means “a machine for beheading”?", "guillotine")
KING = quoting(
    2, "king", "choice", "When did Louis meet the guillotine?", "1793", distractors=("1788",)
)
RULED = quoting(
    3, "ruled", "flashcard", "Why was it corrupt?", "so", context="The Directory ruled to 1799."
)
COUP = quoting(4, "coup", "choice", "When did the coup come?", "1799", distractors=("1794",))
MILL = quoting(5, "mill", "short_answer", "What did the miller grind?", "barley")
MEANING = quoting(1, "meaning", "definition", "What does “guillotine” mean?", "a machine")
ALL = [DEVICE, KING, RULED, COUP, MILL, MEANING]


def told(count, items=ALL):
    kept, problems = together(items, count, 0)
    return {each.id for each in kept}, [(each.code, each.where) for each in problems]


def test_no_item_shows_the_key_of_another_and_what_is_left_out_is_named():
    for seed in range(10):
        kept, problems = together(ALL, None, seed)
        ids = {each.id for each in kept}
        assert "mill" in ids
        assert not {"device", "king"} <= ids
        assert not {"ruled", "coup"} <= ids
        assert not {"device", "meaning"} <= ids
        assert {each.where for each in problems} == {each.id for each in ALL} - ids
        assert {each.code for each in problems} == {"gives-away"}


def test_of_a_term_and_its_meaning_the_one_is_asked_that_nothing_shows():
    kept, _ = told(None, [DEVICE, MEANING, KING, MILL])
    assert kept in ({"meaning", "king", "mill"}, {"device", "mill"})


def test_where_too_few_would_be_left_items_come_back_and_this_is_told():
    kept, problems = told(4, [DEVICE, KING, RULED, COUP])
    assert kept == {"device", "king", "ruled", "coup"}
    assert [code for code, _ in problems] == ["key-shown", "key-shown"]
    without = "without it there would be fewer than the 2 asked for"
    assert [str(together(pair, 2, 0)[1][0]) for pair in ([DEVICE, KING], [RULED, COUP])] == [
        f"king: it shows the key of “Which term means “a machine for beheading”?”; {without}",
        f"coup: “Why was it corrupt?” shows its key; {without}",
    ]


def test_what_answers_another_does_not_come_back():
    kept, problems = told(6)
    assert len(kept) == 5
    assert problems[0] == ("fewer-items", "")
    assert problems[-1][0] == "gives-away"
    _, problems = together([DEVICE, MEANING], 7, 0)
    assert str(problems[0]) == (
        "1 item in place of 7: all others would give one of them away, or be given away"
    )


def test_a_bank_that_is_too_small_needs_no_word():
    assert together([MILL], 12, 0) == ([MILL], [])


WORDS = st.sampled_from(["salt", "tax", "guillotine", "guillotined", "1799", "barley"])


@given(
    st.lists(st.tuples(WORDS, WORDS, st.integers(1, 6)), min_size=1, max_size=9),
    st.one_of(st.none(), st.integers(1, 10)),
    st.integers(0, 99),
)
@settings(max_examples=150, deadline=None)
def test_nothing_is_lost_or_left_out_silently(drawn, count, seed):
    items = [
        quoting(place, f"i{n}", "short_answer", f"Which of {n} is {stem}?", key)
        for n, (stem, key, place) in enumerate(drawn)
    ]
    kept, problems = together(items, count, seed)
    assert (kept, problems) == together(items, count, seed)
    ids = {each.id for each in kept}
    named = {each.where for each in problems if each.where}
    assert len(kept) <= (count or len(items))
    if count is None or len(kept) < count:
        assert {each.id for each in items} - ids <= named
    if count and len(kept) < min(count, len(items)):
        assert problems[0].code == "fewer-items"
    shown = [Shown.of(each) for each in kept if each.id not in named]
    assert not any(one.shows(other) for one in shown for other in shown if one is not other)
