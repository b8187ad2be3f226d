"""What stands in brackets behind a name is another way to say it, or tells things apart."""

from __future__ import annotations

import pytest

from quizlib.language.brackets import ways
from tests.banks import HOSTILE


@pytest.mark.parametrize(
    "answer",
    [
        "the United Nations (UN)",
        "carbon dioxide (CO2)",
        "salt (NaCl)",
        "iron (Fe)",
        "deoxyribonucleic acid (DNA)",
        "DNA (deoxyribonucleic acid)",
        "kilogram (kg)",
        "Türkiye (Turkey)",
    ],
)
def test_both_are_right(answer):
    outer, _, inner = answer.removesuffix(")").partition(" (")
    assert ways(answer) == (outer, inner)


def test_an_or_says_so():
    assert ways("the rock partridge (or chukar)") == ("the rock partridge", "chukar")
    assert ways("brine (also called pickle)") == ("brine", "pickle")


@pytest.mark.parametrize(
    "answer",
    ["hepatitis (B)", "vitamin (B12)", "Mercury (planet)", "1804 (May)", "salt", "(UN)", *HOSTILE],
)
def test_else_only_the_whole_is_right(answer):
    assert ways(answer) == ()
