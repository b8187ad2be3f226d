"""The stem, the context and the wording of the question do not give the key away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from quizlib.checks._finding import asked, finding
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


class KeyInStem:
    summary = "the key does not stand in the stem or the context"

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank):
            shown = f"{item.stem} {item.context}".casefold()
            for key in _given(item, interaction):
                if bare(key) and re.search(rf"\b{re.escape(bare(key))}\b", shown):
                    message = f"its stem or context gives the key {key!r} away"
                    yield finding(bank, item, "key-in-stem", Severity.WARNING, message)
                    break


def _given(item: Item, interaction: Interaction) -> tuple[str, ...]:
    """What the learner has to come up with, or to choose among options that are not in the stem."""
    match interaction:
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
