"""A key is short enough to be typed or remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked
from quizlib.language.text import words
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

#: In words: what a person types without a slip, and what one says in one go.
TYPED, SAID = 5, 40

_LONG = "smuggling from the islands had made it worthless"

LONG_KEY = Flaw(
    code="long-key",
    severity=Severity.WARNING,
    cure="Shorten the key to what is to be known, or make several items of it.",
    bad=(
        example("short_answer", "Why was the salt tax abolished?", _LONG),
        example("flashcard", "How was salt made?", "; ".join(["boiled and dried and raked"] * 9)),
    ),
    good=(
        example("short_answer", "Why was the salt tax abolished?", "because of smuggling", _LONG),
        example("flashcard", "How was salt made?", "Brine was boiled until the salt stayed."),
    ),
)


class KeyLength:
    summary = "a key is short enough to be typed or remembered"
    why = (
        f"A typed answer of more than {TYPED} words tests spelling, and one of more than {SAID}"
        " words is not recalled but recited. The minimum information principle of spaced"
        " repetition (Wozniak 1999): keep answers as short as possible."
    )
    flaws = (LONG_KEY,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank):
            count, most = _length(interaction)
            if count > most:
                yield LONG_KEY.of(bank, item, f"its key has {count} words; {most} are enough")


def _length(interaction: Interaction) -> tuple[int, int]:
    """How many words a learner has to come up with, and how many are enough."""
    match interaction:
        case TextEntry(accepted=accepted):
            return min(len(words(wording)) for wording in accepted), TYPED
        case ExtendedText(model_answer=answer):
            return len(words(answer)), SAID
        case Choice() | Order() | Match():
            return 0, 0
        case other:
            assert_never(other)


rule = KeyLength()
