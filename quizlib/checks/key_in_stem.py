"""The stem, the context and the wording of the question do not give the key away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked
from quizlib.checks._wording import holds
from quizlib.language.text import bare, root, straight, words
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
            told = next((key for key in keys if holds(shown, key)), None)
            if told is not None:
                message = f"its stem or context gives the key {told!r} away"
                yield KEY_IN_STEM.of(bank, item, message)
            elif isinstance(interaction, TextEntry) and (near := _kin(shown, keys)):
                word, key = near
                message = f"{word!r} in its stem or context nearly gives the key {key!r} away"
                yield KEY_IN_STEM.of(bank, item, message)


def _kin(shown: str, keys: Iterable[str]) -> tuple[str, str] | None:
    """A word there with the root of a long key of one word, and that key; None for none."""
    there = {root(word): word for word in words(straight(shown))}
    for key in keys:
        near = there.get(root(bare(key)))
        if near is not None and bare(key).isalpha() and len(root(near)) >= LONG:
            return near, key
    return None


def _given(item: Item, interaction: Interaction) -> tuple[str, ...]:
    """What the learner has to come up with, or to choose among options that are not in the stem."""
    match interaction:
        case TextEntry() | ExtendedText() if _OFFERS.search(item.stem):
            return ()
        case TextEntry(accepted=accepted):
            return accepted
        case ExtendedText(model_answer=answer):
            return (answer,)
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
