"""What reaches a terminal is neutral, fits the width and loses no word."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wcwidth import width

from quizlib.terminal.text import encodable, folded, neutral, shortened, side_by_side, wrapped
from tests.banks import HOSTILE

SAFE = {"\u200c", "\u200d"}


def obeyed(text):
    return [c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs"} and c not in SAFE]


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_is_left(text):
    assert not obeyed(neutral(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m\x07", r"\x1b[31mred\x1b[0m\x07"),
        ("\x9b31m", r"\x9b31m"),
        ("one\r\ntwo\ttab\u2028three", "one two tab three"),
        ("\u202eright to left\u202c", "right to left"),
        ("\ufeffmark\u200bzero\u00adsoft", "markzerosoft"),
        ("👩‍👩‍👧 e\u0301 می‌خواهم", "👩‍👩‍👧 e\u0301 می‌خواهم"),
        ("\ud800", r"\ud800"),
        ("a\\x1b", "a\\x1b"),
    ],
)
def test_how_each_is_shown(text, shown):
    assert folded(text) == shown


@settings(max_examples=200, deadline=None)
@given(st.text(), st.integers(20, 120), st.integers(0, 8))
def test_wrapping_fits_and_loses_nothing(text, columns, indent):
    lines = wrapped(text, columns, " " * indent)
    assert lines
    assert not obeyed("".join(lines))
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(folded(text).split())


def test_a_line_number_is_not_parted_from_its_word():
    assert wrapped("one two (line\u00a03)", 14) == ["one two", "(line\u00a03)"]


def test_columns_stand_side_by_side_by_display_width():
    assert side_by_side(["漢字", "ab"], ["x", "y", "z"], gap=2) == ["漢字  x", "ab    y", "      z"]


def test_a_long_quote_is_shortened_visibly():
    assert shortened("one two three", 2) == "one two …"
    assert shortened("one two", 2) == "one two"


def test_an_old_encoding_gets_plainer_punctuation():
    assert encodable("“a” – b… 漢 → ü", "latin-1") == '"a" - b... ? -> ü'
    assert encodable("“a”", "utf-8") == "“a”"
