"""The stem asks for what is, not for what is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, assert_never

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked, judges
from quizlib.checks._wording import ENGLISH, unquoted
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

_OTHERS = ("tar", "rope")

NEGATIVE_STEM = Flaw(
    code="negative-stem",
    severity=Severity.WARNING,
    cure="Ask for what is, or turn the statement round.",
    bad=(
        example("choice", "Which goods did the council not sell?", "wool", distractors=_OTHERS),
        example("true_false", "The council did not sell wool.", "True"),
    ),
    good=(
        example("choice", "Which goods did the council sell?", "salt", distractors=("ink", "oil")),
        example("true_false", "The council sold wool.", "False"),
        example("choice", "Why did villages not pay?", "poverty", distractors=("war", "law")),
    ),
)

#: "Which statement about rust is false?"
_FALSE = re.compile(
    r"(?:which|what)\b.* (?:is|are|was|were) (false|incorrect|untrue|wrong)\W*", re.IGNORECASE
)
_EXCEPT = re.compile(r"\bexcept\b(?! (?:for|that|in|when|by)\b)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not\b(?! (?:only|just|until)\b)|never\b|cannot\b|\w+n't\b)", re.IGNORECASE)

#: What follows says more of a thing that is asked for: "a metal that does not rust".
_MORE = re.compile(r"(?<=\w)(?:,| (?:that|who|which|when|where|if|because|while|whether|after)\b)")

#: A reason for what is not so is a fact like others.
_REASON = re.compile(r"(?:why|how|what (?:made|kept|caused|prevented))\b|.*\bwhy\b", re.IGNORECASE)


class NegativeStem:
    summary = "the stem asks for what is, not for what is not"
    why = (
        "A not is easily overread, and to know what is false is not to know what is true. Haladyna,"
        " Downing and Rodriguez (2002): word the stem positively, avoid negatives such as not or"
        " except. In a statement to be judged a not asks the learner to deny a denial."
    )
    flaws = (NEGATIVE_STEM,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank, ENGLISH):
            told = _negation(item.stem, interaction)
            if told:
                yield NEGATIVE_STEM.of(bank, item, f"its stem says {told!r}: ask for what is so")


def _negation(stem: str, interaction: Interaction) -> str | None:
    """The word by which the stem asks for what is not so, or None."""
    text = unquoted(stem)
    match interaction:
        case Choice():
            asks = _MORE.split(text)[0]
            reason = not judges(interaction) and _REASON.match(asks)
            found = _EXCEPT.search(text) or (None if reason else _NOT.search(asks))
            untrue = None if judges(interaction) else _FALSE.fullmatch(text.strip())
            if untrue:
                return untrue[1]
        case TextEntry() | ExtendedText() | Order() | Match():
            # What is typed, said or arranged is a fact of its own, be it that something is not so.
            found = _EXCEPT.search(text) if "of the" in text or "of these" in text else None
        case other:
            assert_never(other)
    return found.group() if found else None


rule = NegativeStem()
