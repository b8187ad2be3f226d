"""The words of the key stand in the quotes, or in the context and stem that go with them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, assert_never

from quizlib.checks._examples import example, quote
from quizlib.checks._finding import Flaw, asked, judges
from quizlib.grading.wording import tokens
from quizlib.language.text import straight, words
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
    from collections.abc import Iterable, Mapping, Sequence

    from quizlib.grading.numbers import Token

#: The share of a key's words that its quotes must hold: a key may be inflected a little.
HELD = 0.6
TRUE = "True"

KEY_NOT_IN_QUOTE = Flaw(
    code="key-not-in-quote",
    severity=Severity.WARNING,
    cure="Quote the words that prove the key, or mend the key.",
    bad=(
        example("short_answer", "Who abolished the tax?", "the king", evidence=(quote(),)),
        example("short_answer", "When did the tax end?", "1804", "1805", evidence=(quote(),)),
        example("true_false", "The council taxed salt in 1814.", "True", evidence=(quote(),)),
    ),
    good=(example("short_answer", "Who abolished the tax?", "the council", evidence=(quote(),)),),
)


class QuoteHoldsKey:
    summary = "the quote holds the key"
    why = "A quote without the words of the key may prove something else."
    flaws = (KEY_NOT_IN_QUOTE,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank):
            quoted = _Quoted([quote.words for quote in item.evidence])
            for group in _wordings(interaction) if item.evidence else ():
                held = [wording for wording in group if quoted.holds(wording)]
                other = next((one for one in group if _rivals(one, held, quoted)), None)
                missing = other if held else group[0]
                if missing is not None:
                    message = f"its quote does not hold the key {missing!r}"
                    yield KEY_NOT_IN_QUOTE.of(bank, item, message)
            if item.evidence and judges(interaction):
                missing = _unproved(bank, item)
                if missing:
                    message = f"its quote does not hold {missing} of its statement"
                    yield KEY_NOT_IN_QUOTE.of(bank, item, message)


def _unproved(bank: Bank, item: Item) -> str:
    """What of a statement to be judged its quote and context do not say; "" for nothing.

    Of a false one, some part has been exchanged.
    """
    told = _Quoted([*(quote.words for quote in item.evidence), item.context, *item.tags])
    if not told.says(item.stem):
        return "most words"
    if item.key[0] != TRUE:
        return ""
    records = map(bank.document, {quote.document for quote in item.evidence})
    known = _Quoted([*told.texts, *(record.title for record in records if record)])
    later = words(straight(item.stem))[1:]
    names = [word for word in later if word[0].isupper() and not known.says(word)]
    numbers = sorted(_numbers(item.stem) - known.numbers)
    return ", ".join(map(repr, names)) or ", ".join(map(str, numbers))


class _Quoted:
    """What stands in texts: the words, and the numbers as values."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self._words = {_stem(word) for text in texts for word in words(straight(text))}
        self.numbers = {number for text in texts for number in _numbers(text)}

    def holds(self, wording: str) -> bool:
        """Whether they have HELD of its words, and every number."""
        return self.says(wording) and _numbers(wording) <= self.numbers

    def says(self, wording: str) -> bool:
        """Whether they have HELD of its words, numbers left out."""
        told = [word for word in words(straight(wording)) if not _numeric(word)]
        return sum(_stem(word) in self._words for word in told) >= HELD * len(told)


def _numeric(word: str) -> bool:
    return word[0].isdigit() or all(isinstance(token, Decimal) for token in tokens(word))


def _numbers(text: str) -> set[Decimal]:
    return {token for token in tokens(text) if isinstance(token, Decimal)}


def _rivals(wording: str, held: Sequence[str], quoted: _Quoted) -> bool:
    """Whether it says what a wording does that the quote holds, but with a number of its own."""
    if _numbers(wording) <= quoted.numbers:
        return False
    return any(_unnumbered(wording) == _unnumbered(one) for one in held)


def _unnumbered(text: str) -> list[Token | None]:
    return [None if isinstance(token, Decimal) else token for token in tokens(text)]


def _wordings(interaction: Interaction) -> list[tuple[str, ...]]:
    """What has to be proved: each thing with the wordings of which one is enough."""
    match interaction:
        case TextEntry(accepted=accepted):
            return [accepted]
        case ExtendedText(model_answer=answer):
            return [(answer,)]
        case Choice(options=options, right=right):
            # Right and wrong of a statement are judged by the statement: that is to be quoted.
            judged = judges(interaction)
            return [] if judged else [(options[index],) for index in right]
        case Order(entries=entries):
            return [(entry,) for entry in entries]
        case Match(left=left, right=right):
            return [(entry,) for entry in right[: len(left)]]
        case other:
            assert_never(other)


def _stem(word: str) -> str:
    return word.casefold().removesuffix("'s")[:7]


rule = QuoteHoldsKey()
