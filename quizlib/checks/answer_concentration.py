"""The same key does not answer much of a bank."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, assert_never

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked, judges, keys
from quizlib.language.text import bare
from quizlib.model import (
    Bank,
    Choice,
    Document,
    ExtendedText,
    Interaction,
    Match,
    Order,
    Problem,
    Severity,
    TextEntry,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

#: The share of a bank's items that one key may answer, and how many it always may.
MOST, ALWAYS = 0.06, 3

_DEEDS = ("abolished the tax", "built the mole", "dug the canal", "sold the salt works")

FREQUENT_KEY = Flaw(
    code="frequent-key",
    severity=Severity.WARNING,
    cure="Reject some of these items, or build with more sources or other kinds.",
    bad=tuple(example("short_answer", f"Who {deed}?", "the council") for deed in _DEEDS),
    good=tuple(
        example("short_answer", f"Who {deed}?", who)
        for deed, who in zip(_DEEDS, ("the council", "Anna", "the king", "Bela"), strict=True)
    ),
)


class AnswerConcentration:
    summary = "the same key does not answer much of a bank"
    why = (
        "Whoever has noticed what is always right need not read on. This is the item writer's rule"
        " of varying the place of the key, applied to its words."
    )
    flaws = (FREQUENT_KEY,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        answered: dict[str, list[tuple[str, str]]] = defaultdict(list)
        total = 0
        for item, interaction in asked(bank):
            total += not judges(interaction)
            for key in _keys(interaction):
                answered[bare(key)].append((key, item.id))
        for found in answered.values():
            if len(found) > max(ALWAYS, MOST * total):
                (key, first), (_, second) = found[:2]
                message = (
                    f"the key {key!r} answers {len(found)} of {total} items"
                    f" ({first}, {second} …); {MOST:.0%} are enough"
                )
                yield FREQUENT_KEY.of_bank(message)


def _keys(interaction: Interaction) -> tuple[str, ...]:
    """What answers the item: the shown wording of what is typed or said, or the right options."""
    match interaction:
        case Choice():
            return () if judges(interaction) else tuple(dict.fromkeys(keys(interaction)))
        case TextEntry(accepted=accepted):
            return accepted[:1]
        case ExtendedText(model_answer=answer):
            return (answer,)
        case Order() | Match():
            return ()
        case other:
            assert_never(other)


rule = AnswerConcentration()
