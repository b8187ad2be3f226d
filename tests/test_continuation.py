"""What an item continues is found by an index, and is what comparing each with each finds."""

from __future__ import annotations

from itertools import product
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.fuzz import ratio

from quizlib import continuation
from quizlib.continuation import decision, partners, stands, unused
from quizlib.language.text import bare
from quizlib.model import Status
from quizlib.model.item import edited
from quizlib.reworded import NEARLY, made_stems, quotes
from tests.banks import SENTENCES, item

QUOTES = (
    "",
    "Holm abolished the salt tax in 1804.",
    "Holm abolished the salt taxes in 1804.",
    "Holm has abolished the salt tax in 1804.",
    "Holm has abolished the salt tax in 1805.",
    "The works at Holm employed 300 workers.",
)
STEMS = ("When was the tax abolished?", "Who worked there?", "Why was it?")
KEYS = ("1804", "The 1804.", "300")
CHANGED = ((), (), (), ("stem",), ("key",), ("key", "stem"))
STATUSES = (Status.GENERATED, Status.ACCEPTED, Status.REJECTED, Status.RETIRED, Status.CANDIDATE)


def items(prefix):
    """Two to eight items that are much alike."""
    drawn = st.tuples(
        st.sampled_from(("short_answer", "flashcard")),
        st.sampled_from(STEMS),
        st.sampled_from(KEYS),
        st.sampled_from(QUOTES),
        st.sampled_from(CHANGED),
        st.sampled_from(STATUSES),
        st.sampled_from(("", "", "f")),
    )
    return st.lists(drawn.map(lambda values: made(*values)), min_size=2, max_size=8).map(
        lambda made: [one.model_copy(update={"id": f"{prefix}{n}"}) for n, one in enumerate(made)]
    )


def made(kind, stem, key, quote, changed, status, origin):
    quoted = (SENTENCES[0].model_copy(update={"quote": quote}),) if quote else ()
    kept = Status.ACCEPTED if status is Status.RETIRED and changed else None
    told = {"evidence": quoted, "changed": changed, "status": status, "origin": origin}
    stems = (stem,) if "stem" in changed else ()
    stem = f"Say: {stem}" if stems else stem
    made = item("x", kind, stem, key, origin_stems=stems)
    return made.model_copy(update={**told, "decision": kept})


class Plain(continuation._Free):
    """Compares each with each."""

    def alike(self, fresh, spare, found, *, retired=False):
        return [
            (likeness(old, item) + stem_likeness(old, item), old, item)
            for old in self._left.values()
            for item in (*fresh, *spare)
            if item.id not in found
            if old.kind == item.kind and marks(old) & asks(item)
            if likeness(old, item) >= NEARLY and stands(old, item)
            if retired or not unused(old)
            if decision(old) is not None or item in fresh
        ]


def asks(one):
    return {("stem", bare(one.stem)), ("key", bare(one.key[0]))}


def marks(one):
    stems = {("stem", bare(stem)) for stem in made_stems(one)}
    return stems if "key" in one.changed else stems | {("key", bare(one.key[0]))}


def likeness(old, item):
    return ratio(quotes(item), quotes(old))


def stem_likeness(old, item):
    return max((ratio(stem, item.stem) for stem in made_stems(old)), default=0)


@settings(max_examples=200, deadline=None)
@given(items("old"), items("new"), items("spare"))
def test_the_index_finds_what_comparing_each_with_each_does(old, fresh, spare):
    found = partners(old, fresh, spare)
    with patch.object(continuation, "_Free", Plain):
        assert partners(old, fresh, spare) == found


FOUND = "Penicillin was {} by {} in {}."


def found(id, stem, key, *slots, **fields):
    quoted = (SENTENCES[0].model_copy(update={"quote": FOUND.format(*slots)}),)
    return item(id, "short_answer", stem, key, evidence=quoted, origin=f"{stem} {key}", **fields)


def siblings(prefix, who, when, verb="discovered"):
    """Who, and when: the questions that one sentence answers."""
    slots = (verb, who, when)
    return (
        found(f"{prefix}1", f"Who {verb} penicillin in {when}?", who, *slots),
        found(f"{prefix}2", f"In what year was penicillin {verb} by {who}?", when, *slots),
    )


FIRST = siblings("old", "Alexandr Fleming", "1928")
MINE = (
    {"stem": "Say."},
    {"key": ("Fleming", "1928")},
    {"key": ("mine",)},
    {"stem": "Say.", "key": ("mine",)},
)
LATER = (
    ("Alexander Fleming", "1928"),
    ("Alexandr Fleming", "1929"),
    ("Alexander Fleming", "1929"),
    ("Alexander Fleming", "1929", "discoverd"),
)


@pytest.mark.parametrize("later", LATER)
@pytest.mark.parametrize("other", [{}, *MINE])
@pytest.mark.parametrize("mine", MINE)
def test_items_of_one_sentence_are_not_taken_for_each_other(mine, other, later):
    """Whatever a person changed of either, in whichever order they come."""
    fresh = siblings("new", *later)
    for who, when in ((mine, other), (other, mine)):
        old = [
            edited(one, changes) if changes else one
            for one, changes in zip(FIRST, (who, when), strict=True)
        ]
        for olds, news in product((old, old[::-1]), (fresh, fresh[::-1])):
            for taken in (partners(olds, news, ()), partners(olds, (), news)):
                assert {new[-1] == one.id[-1] for new, one in taken.items()} <= {True}


@pytest.mark.parametrize("mine", [{"stem": "Say."}, {"key": ("Fleming",)}])
def test_what_was_edited_goes_on_when_its_sentence_is_mended(mine):
    for later in (LATER[0], LATER[-1]):
        fresh = siblings("new", *later)
        taken = partners([edited(one, mine) for one in FIRST], fresh, ())
        assert taken["new1"].id == "old1"


def test_an_edited_item_does_not_take_the_question_that_is_left_of_its_sentence():
    for mine in ({"stem": "Say."}, {"key": ("Fleming",)}):
        who, when = (edited(one, mine) for one in FIRST)
        new_who, new_when = siblings("new", "Alexander Fleming", "1928")
        assert not partners([who], [new_when], ())
        assert not partners([when], [new_who], ())


def test_questions_that_differ_by_a_word_that_stands_in_both_quotes_are_two():
    """The mole was opened in one year and closed in another; one of the facts is gone."""
    quote = "The mole was {}opened in 1804 and closed in 1850."

    def asked(id, verb, key, quote):
        quoted = (SENTENCES[0].model_copy(update={"quote": quote}),)
        stem = f"In what year was the mole of Elmswick {verb}?"
        return item(id, "short_answer", stem, key, evidence=quoted, origin=id)

    old = asked("old", "closed", "1850", quote.format(""))
    new = asked("new", "opened", "1804", quote.format("re"))
    for changes in ({"stem": "Say."}, {"key": ("mine",)}, {"key": ("in 1850",)}):
        assert not partners([edited(old, changes)], [new], ())
