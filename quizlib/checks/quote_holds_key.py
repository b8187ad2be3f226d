"""The words of the key stand in the quotes, or in the context and stem that go with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from quizlib.checks._examples import example, quote
from quizlib.checks._finding import Flaw, asked, judges
from quizlib.language.text import straight, words
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
    from collections.abc import Collection, Iterable, Mapping

#: The share of a key's words that its quotes must hold: a key may be inflected a little.
HELD = 0.6


KEY_NOT_IN_QUOTE = Flaw(
    code="key-not-in-quote",
    severity=Severity.WARNING,
    cure="Quote the words that prove the key, or mend the key.",
    bad=(example("short_answer", "Who abolished the tax?", "the king", evidence=(quote(),)),),
    good=(example("short_answer", "Who abolished the tax?", "the council", evidence=(quote(),)),),
)


class QuoteHoldsKey:
    summary = "the quote holds the key"
    why = "A quote without the words of the key may prove something else."
    flaws = (KEY_NOT_IN_QUOTE,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank):
            quotes = straight(" ".join(quote.words for quote in item.evidence))
            quoted = set(map(_stem, words(quotes)))
            for group in _wordings(interaction) if item.evidence else ():
                if not any(_held(quoted, wording) for wording in group):
                    message = f"its quote does not hold the key {group[0]!r}"
                    yield KEY_NOT_IN_QUOTE.of(bank, item, message)


def _wordings(interaction: Interaction) -> list[tuple[str, ...]]:
    """What has to be proved: each thing with the wordings of which one is enough."""
    match interaction:
        case TextEntry(accepted=accepted):
            return [accepted]
        case ExtendedText(model_answer=answer):
            return [(answer,)]
        case Choice(options=options, right=right):
            # Right and wrong of a statement are judged by the statement, not quoted.
            judged = judges(interaction)
            return [] if judged else [(options[index],) for index in right]
        case Order(entries=entries):
            return [(entry,) for entry in entries]
        case Match(left=left, right=right):
            return [(entry,) for entry in right[: len(left)]]
        case other:
            assert_never(other)


def _held(quoted: Collection[str], wording: str) -> bool:
    told = [_stem(word) for word in words(straight(wording))]
    return not told or sum(word in quoted for word in told) >= HELD * len(told)


def _stem(word: str) -> str:
    return word.casefold().removesuffix("'s")[:7]


rule = QuoteHoldsKey()
