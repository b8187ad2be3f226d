"""The stem, the context and the wording of the question do not give the key away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked
from quizlib.checks._wording import holds
from quizlib.language.text import bare
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


#: The stem itself has what to choose from: "Was it sold to the council or to the king?"
_OFFERS = re.compile(r"\b(?:or|between|either|whether)\b", re.IGNORECASE)

KEY_IN_STEM = Flaw(
    code="key-in-stem",
    severity=Severity.WARNING,
    cure="Take the key's words out of stem and context, or ask for something else.",
    bad=(example("cloze", "The pan house of Westhaven was a ______ by the sea.", "pan house"),),
    good=(
        example("cloze", "Salt was boiled at Westhaven in a ______ by the sea.", "pan house"),
        example("short_answer", "Did more tar or salt leave Westhaven in 1804?", "salt"),
    ),
)


class KeyInStem:
    summary = "the key does not stand in the stem or the context"
    why = (
        "Who sees the key in the question need not know it. Haladyna, Downing and Rodriguez (2002)"
        " count clang associations, words of the key in the stem, among the clues to avoid."
    )
    flaws = (KEY_IN_STEM,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank):
            shown = f"{item.stem} {item.context}"
            told = next((key for key in _given(item, interaction) if holds(shown, key)), None)
            if told is not None:
                message = f"its stem or context gives the key {told!r} away"
                yield KEY_IN_STEM.of(bank, item, message)


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
