"""What differs between a typed answer and the right one; how long a wait is."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.learning.presentation import Presentation
from quizlib.model import Match, Order
from quizlib.terminal.difference import ALIKE, MISSING, differences, misplaced
from quizlib.terminal.text import folded
from quizlib.terminal.waits import short, until
from tests.learning.clock import NOON


@pytest.mark.parametrize(
    ("typed", "accepted", "shown"),
    [
        ("the harbor", ["the harbour"], ("the harbo[·]r", "the harbo[u]r")),
        ("pan huose", ["pan house"], ("pan h[·]u[o]se", "pan h[o]u[·]se")),
        ("1814", ["1804", "eighteen hundred and four"], ("18[1]4", "18[0]4")),
        ("resume\u0301", ["re\u0301sume\u0301"], ("r[e]sume\u0301", "r[e\u0301]sume\u0301")),
        ("Council", ["the council", "council"], None),
        ("brine", ["bittern"], None),
        ("", ["bittern"], None),
        ("x" * 300, ["x" * 299], None),
    ],
)  # fmt: skip
def test_what_differs_is_marked(typed, accepted, shown):
    assert differences(typed, accepted) == shown


ORDER = Presentation(interaction=Order(entries=("boil", "fill", "pay")), shown=(2, 0, 1))
PAIRS = Match(left=("brine", "pan", "tax"), right=("water", "shed", "duty", "boat"))
MATCH = Presentation(interaction=PAIRS, shown=(3, 1, 0, 2))
MANY = tuple(f"r{n}" for n in range(30))


@pytest.mark.parametrize(
    ("typed", "put", "shown"),
    [
        ("2 1 3", ORDER, ("2 [1] [3]", "2 [3] [1]")),
        ("3, 1, 2", ORDER, ("[3] [1] [2]", "[2] [3] [1]")),
        ("boil, pay, fill", ORDER, ("2 [1] [3]", "2 [3] [1]")),
        ("1c 2a 3d", MATCH, ("1c 2[a] 3d", "1c 2[b] 3d")),
        ("c, b", MATCH, ("1c 2b", "1c 2b")),
        ("2a", MATCH, ("1[·] 2[a] 3[·]", "1[c] 2[b] 3[d]")),
        ("", ORDER, None),
        ("what?", MATCH, None),
        (
            "2 1",
            Presentation(interaction=Match(left=MANY[:2], right=MANY), shown=tuple(range(30))),
            ("[2] [1]", "[1] [2]"),
        ),
    ],
)
def test_what_stands_at_the_wrong_place_is_marked(typed, put, shown):
    assert misplaced(typed, put) == shown


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_without_the_marks_both_texts_are_there(typed, right):
    if {*"[]", MISSING} & {*typed, *right}:
        return
    found = differences(typed, [right])
    if found is not None:
        for shown, text in zip(found, (typed, right), strict=True):
            bare = shown.replace(f"[{MISSING}]", "").replace("[", "").replace("]", "")
            assert bare == folded(text)
    assert 0 < ALIKE < 1


@pytest.mark.parametrize(
    ("wait", "told"),
    [
        ({"seconds": 59}, "1m"),
        ({"seconds": -9}, "1m"),
        ({"minutes": 10}, "10m"),
        ({"hours": 5}, "5h"),
        ({"days": 4}, "4d"),
        ({"days": 70}, "2.3mo"),
        ({"days": 550}, "1.5y"),
    ],
)
def test_a_wait_in_a_few_characters(wait, told):
    assert short(dt.timedelta(**wait)) == told


@pytest.mark.parametrize(
    ("wait", "told"),
    [
        ({"seconds": 20}, "in a minute"),
        ({"minutes": 10}, "in 10 minutes"),
        ({"hours": 5}, "at 17:00"),
        ({"hours": 15}, "at 03:00"),
        ({"hours": 16}, "tomorrow"),
        ({"days": 4}, "in 4 days, on 5 July"),
        ({"days": 365}, "in 365 days, on 1 July 2027"),
    ],
)
def test_a_wait_in_words(wait, told):
    assert until(NOON + dt.timedelta(**wait), NOON) == told
