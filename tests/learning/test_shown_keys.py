"""An item that shows the key of another, and how one is told from one that does not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.learning.giveaways import apart
from quizlib.learning.shown_keys import Shown, ShownKeys
from tests.banks import item

YEARS = ("1794", "1796", "1801")
DEVICE = "Which term means “a machine for beheading people”?"


def shows(one, other):
    return Shown.of(one).shows(Shown.of(other))


@pytest.mark.parametrize(
    ("stem", "key", "wrong", "seen"),
    [
        (DEVICE, "guillotine", (), "In what year was Louis XVI executed by guillotine?"),
        (DEVICE, "the guillotine", (), "Who was guillotined in 1793?"),
        ("Who rules without a king?", "a republic", (), "Which republicans met in Paris?"),
        ("When was the Directory overthrown?", "1799", YEARS, "From 1795 to 1799 it ruled. Why?"),
        ("When did it begin?", "1789", YEARS, "Why did they storm it on 14 July 1789?"),
        ("Who ruled in the end?", "the Directory", ("the king",), "How did the Directory end?"),
        ("Who led it?", "Maximilien Robespierre", (), "Why was Maximilien Robespierre shot?"),
    ],
)  # fmt: skip
def test_a_key_that_stands_in_what_is_read(stem, key, wrong, seen):
    asked = item("asked", "choice" if wrong else "term", stem, key, distractors=wrong, evidence=())
    other = item("other", "flashcard", seen, "so", evidence=())
    assert shows(other, asked)
    _, [(left, beside)] = apart([other, asked], ShownKeys([other, asked]))
    assert (left.id, beside.id) == ("asked", "other")
    assert apart([asked, other])[1] == []  # no more is asked for where one follows another


@pytest.mark.parametrize(
    ("key", "wrong", "seen"),
    [
        ("1799", YEARS, "What happened between 1796 and 1799?"),  # one is as good as the other
        ("the Directory", ("the king",), "How was the Directory paid?"),  # what of it?
        ("the tax", (), "When was the taxation reformed?"),  # short words are alike by chance
        ("communist", (), "Which community met?"),
        ("Maximilien Robespierre", (), "Why was Robespierre shot? Who was Maximilien?"),
        ("!", (), "Why!"),
        ("in order to raise new taxes", (), "Was it done in order to raise new taxes?"),
    ],
)
def test_a_key_that_does_not(key, wrong, seen):
    asked = item("asked", "choice" if wrong else "term", "Which?", key, distractors=wrong)
    assert not shows(item("other", "flashcard", seen, "so"), asked)


def test_what_is_to_be_typed_is_shown_by_options_too():
    club = item("club", "choice", "Who ruled?", "Feuillants", distractors=("Jacobins", "1799"))
    pairs = item("pairs", "matching", "Match.", "a club", "a tax", prompts=("Jacobins", "tithe"))
    typed = item("typed", "term", "Which club?", "the Jacobins")
    chosen = item("chosen", "choice", "Who ruled?", "Jacobins", distractors=("Cordeliers",))
    year = item("year", "short_answer", "When?", "1799")
    assert shows(club, typed)
    assert shows(pairs, typed)
    assert not shows(club, chosen)
    assert not shows(club, year)


def test_what_cannot_be_looked_for():
    other = item("other", "flashcard", "Is it true that salt, rope and tar were sold?", "so")
    for kind, keys, more in (
        ("true_false", ["True"], {}),
        ("multiple_response", ["salt", "rope"], {"distractors": ("tar",)}),
        ("ordering", ["salt", "rope", "tar"], {}),
        ("of-no-kind", ["salt"], {}),
    ):
        assert not shows(other, item("asked", kind, "Which?", *keys, **more))


def test_the_commonest_key_clashes_with_the_most():
    salt = item("salt", "short_answer", "What is white?", "salt", evidence=())
    others = [
        item(f"o{n}", "flashcard", f"Who sold salt {n}?", f"Anna {n}", evidence=())
        for n in range(5)
    ]
    keys = ShownKeys([salt, *others])
    assert [keys.clashes(each.id) for each in (salt, *others)] == [5, 1, 1, 1, 1, 1]
    ranked = sorted([salt, *others], key=lambda each: keys.clashes(each.id))
    assert [each.id for each, _ in apart(ranked, keys)[1]] == ["salt"]


WORDS = "republic republicans tax taxes smuggling smuggler salt 1799".split()
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
ITEMS = st.builds(
    lambda number, stem, key, wrong: item(
        str(number),
        "choice" if wrong else "short_answer",
        f"Who {stem}?",
        key,
        distractors=wrong,
        evidence=(),
    ),
    st.integers(0, 10**6),
    TEXTS,
    TEXTS,
    st.lists(TEXTS, max_size=2),
)


@given(st.lists(ITEMS, max_size=10, unique_by=lambda each: each.id))
@settings(max_examples=200, deadline=None)
def test_of_those_kept_none_shows_the_key_of_another(items):
    kept, others = apart(items, ShownKeys(items))
    assert not any(shows(a, b) for a in kept for b in kept if a.id != b.id)
    assert len(kept) + len(others) == len(items)
    at_all = {each.id for each, _ in apart(items)[1]}
    for one, other in others:
        assert shows(one, other) or shows(other, one) or at_all
