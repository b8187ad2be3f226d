"""What is accepted for a figure is the figure: no part of it, which is another number."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.grading import grade
from quizlib.grading.wording import tokens
from quizlib.model import TextEntry
from tests.documents import facts

SAID = "The Great Plague of Elmswick killed {} people."


@pytest.mark.parametrize(
    ("figure", "accepted"),
    [
        ("more than 3 million", ("3 million",)),
        ("about 40 thousand", ("40 thousand",)),
        ("2.3 million", ()),
        ("at least 300", ("300",)),
        ("300", ()),
    ],
)
def test_a_figure_may_be_given_without_what_makes_it_rough(figure, accepted):
    [fact] = facts("figures", SAID.format(figure), "The Great Plague")
    assert (fact.answer, fact.accepted) == (figure, accepted)


@settings(max_examples=15, deadline=None)
@given(
    st.sampled_from(["", "more than ", "nearly ", "at least ", "up to "]),
    st.sampled_from(["2.3", "3", "4.5", "40", "three"]),
    st.sampled_from([" million", " thousand", " billion"]),
)
def test_every_wording_has_the_same_value(rough, number, scale):
    for fact in facts("figures", SAID.format(rough + number + scale), "The Great Plague"):
        entry = TextEntry(accepted=(fact.answer, *fact.accepted))
        told = [[t for t in tokens(way) if isinstance(t, Decimal)] for way in entry.accepted]
        assert len({*map(tuple, told)}) == 1
        assert not grade(entry, scale).right
        assert not grade(entry, f"1{scale}").right
