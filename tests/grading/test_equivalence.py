"""Which answers are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizlib.grading.equivalence import equivalent
from tests.banks import HOSTILE

ONE = ["6 six VI", "1,200 1200", "UK U.K.", "Norden norden", "5kg 5kilograms"]
OTHER = ["6 60", "6 sixth", "six -6", "Norway Sweden", "Lund Lunds", "O O-", "f(x) f[x]", "él el"]


@pytest.mark.parametrize("answers", ONE)
def test_wordings_of_one_answer(answers):
    for one in answers.split():
        assert all(equivalent(one, other) for other in answers.split())


@pytest.mark.parametrize("answers", OTHER)
def test_answers_that_only_look_alike(answers):
    one, other = answers.split()
    assert not equivalent(one, other)
    assert not equivalent(other, one)


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_numbers_are_one_if_they_are_equal(one, other):
    assert equivalent(f"{one:,} pans", f"{other} pans") is (one == other)


@given(st.text(max_size=12) | st.sampled_from(HOSTILE), st.text(max_size=12))
def test_it_holds_both_ways(one, other):
    assert equivalent(one, one)
    assert equivalent(one, other) == equivalent(other, one)
