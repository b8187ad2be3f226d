"""The stem, the context and the wording of the question do not give the key away."""

from __future__ import annotations

import re
from decimal import Decimal
from math import ceil
from typing import TYPE_CHECKING, assert_never

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked, judges
from quizlib.checks._wording import holds
from quizlib.grading.numbers import ORDINALS
from quizlib.grading.wording import tokens
from quizlib.language.territories import ways
from quizlib.language.text import bare, root, straight, telling, words
from quizlib.model import (
    Bank,
    Choice,
    Document,
    ExtendedText,
    Interaction,
    Item,
    Match,
    Order,
    Problem,
    Severity,
    TextEntry,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: Letters of a root that words have in common by their family, not by chance.
LONG = 6
#: So many letters from the beginning, and such a share, make two roots one family.
BEGUN, ENOUGH = 10, 0.75
#: Letters of "U.S.A", and the least number that gives itself away: "one" mostly counts nothing.
ACRONYM, LEAST = 5, 2
_ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b", re.IGNORECASE)
#: The stem itself has what to choose from: "Was it sold to the council or to the king?"
_OFFERS = re.compile(r"\b(?:or|between|either|whether)\b", re.IGNORECASE)

KEY_IN_STEM = Flaw(
    code="key-in-stem",
    severity=Severity.WARNING,
    cure="Take the key's words out of stem and context, or ask for something else.",
    bad=(
        example("cloze", "The pan house of Westhaven was a ______ by the sea.", "pan house"),
        example("term", "Which term means “a device that regulates the flow”?", "regulator"),
    ),
    good=(
        example("cloze", "Salt was boiled at Westhaven in a ______ by the sea.", "pan house"),
        example("short_answer", "Did more tar or salt leave Westhaven in 1804?", "salt"),
    ),
)


class KeyInStem:
    summary = "neither the key nor a word of its family stands in the stem or the context"
    why = (
        "Who sees the key in the question need not know it. Haladyna, Downing and Rodriguez (2002)"
        " count clang associations, words of the key in the stem, among the clues to avoid."
    )
    flaws = (KEY_IN_STEM,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank):
            shown = f"{item.stem} {item.context}"
            keys = _given(item, interaction)
            told = next((key for key in keys if holds(shown, key) or _said(shown, key)), None)
            told = told or next((key for key in keys if _scattered(item.stem, key)), None)
            if told is not None:
                message = f"its stem or context gives the key {told!r} away"
                yield KEY_IN_STEM.of(bank, item, message)
            elif isinstance(interaction, TextEntry) and (near := _kin(shown, keys)):
                word, key = near
                message = f"{word!r} in its stem or context nearly gives the key {key!r} away"
                yield KEY_IN_STEM.of(bank, item, message)


def _said(shown: str, key: str) -> bool:
    """Whether the key stands there in another spelling: "six-legged", "Café", "U.S."."""
    short = [way.replace(".", "").upper() for way in ways(key) if len(way) <= ACRONYM]
    if short and not set(short).isdisjoint(words(shown.replace(".", ""))):
        return True
    wanted = tokens(key)
    numbers = [word for word in wanted if isinstance(word, Decimal)]
    if not wanted or any(number < LEAST for number in numbers):
        return False
    if not numbers and straight(key + shown).isascii():
        return False  # spelled in one way only
    told, size = tokens(shown), len(wanted)
    there = any(told[place : place + size] == wanted for place in range(len(told) - size + 1))
    return there and not _ORDINAL.search(shown)


def _scattered(stem: str, key: str) -> bool:
    """Whether all of several words of the key stand in the stem, though apart."""
    roots = set(telling(key))
    return len(roots) > 1 and roots <= set(telling(stem))


def _kin(shown: str, keys: Iterable[str]) -> tuple[str, str] | None:
    """A word there with the root of a long key of one word, and that key; None for none."""
    single = [key for key in keys if bare(key).isalpha()]
    there = {root(word): word for word in words(straight(shown))} if single else {}
    for key in single:
        own = root(bare(key))
        near = there.get(own) or next((there[each] for each in there if _begun(own, each)), None)
        if near is not None and len(root(near)) >= LONG:
            return near, key
    return None


def _begun(one: str, other: str) -> bool:
    """Whether two long roots go on differently at their very end: photosynthesis, -synthetic."""
    size = ceil(ENOUGH * max(len(one), len(other)))
    return size >= BEGUN and one[:size] == other[:size]


def _given(item: Item, interaction: Interaction) -> tuple[str, ...]:
    """What the learner has to come up with, or to choose among options that are not in the stem."""
    match interaction:
        case TextEntry() | ExtendedText() if _OFFERS.search(item.stem):
            return ()
        case TextEntry(accepted=accepted):
            return accepted
        case ExtendedText(model_answer=answer):
            return (answer,)
        case Choice() if judges(interaction):
            return ()  # "True or false: …"
        case Choice(options=options, right=right):
            # Where wrong options stand in the stem too, the key is no giveaway there.
            shown = item.stem.casefold()
            if any(bare(option) in shown for option in item.distractors):
                return ()
            return tuple(options[index] for index in right)
        case Order() | Match():
            return ()
        case other:
            assert_never(other)


rule = KeyInStem()
