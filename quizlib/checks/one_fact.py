"""An item asks one thing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked, judges
from quizlib.checks._wording import ENGLISH, unquoted
from quizlib.model import Bank, Document, Problem, Severity, TextEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SEVERAL_QUESTIONS = Flaw(
    code="several-questions",
    severity=Severity.WARNING,
    cure="Make an item of each question.",
    bad=(
        example("flashcard", "Who abolished the salt tax, and why?", "the council; smuggling"),
        example("flashcard", "When and where was the fair?", "in May; at Westhaven"),
        example("flashcard", "Who sold salt? Who bought it?", "the council; villages"),
    ),
    good=(
        example("flashcard", "Why was the salt tax abolished?", "because of smuggling"),
        example("flashcard", "Who was the man who sold salt and who built ships?", "Bela"),
    ),
)
SEVERAL_GAPS = Flaw(
    code="several-gaps",
    severity=Severity.WARNING,
    cure="Keep the gap that matters, and fill the others.",
    bad=(example("cloze", "The ______ abolished the ______ in 1804.", "council"),),
    good=(example("cloze", "The ______ abolished the salt tax in 1804.", "council"),),
)

_WH = r"(?:who|whom|whose|what|when|where|why|how)"
_JOINED = re.compile(
    rf"\b(?:and|or) (?:in )?{_WH}\b|\b(?:and|or) which\b(?! \w+ed\b)", re.IGNORECASE
)
_ASKS = re.compile(rf"(?:\w+ )?(?:{_WH}|which)\b", re.IGNORECASE)
_TWICE = re.compile(r"\?[^?\w]*\w[^?]*\?")
#: Two dated things in one statement: "… in 1804 and burned in 1805".
_DATED = re.compile(r"\b[12]\d{3}\b.* (?:and|but) \D+\b[12]\d{3}\b")
_GAPS = re.compile(r"_{3,}")


class OneFact:
    summary = "an item asks one thing"
    why = (
        "Who knows half of the answer is neither right nor wrong. Haladyna, Downing and Rodriguez"
        " (2002): every item should reflect specific content and a single mental behaviour."
    )
    flaws = (SEVERAL_QUESTIONS, SEVERAL_GAPS)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank, ENGLISH):
            if _several(unquoted(item.stem)):
                yield SEVERAL_QUESTIONS.of(bank, item, "its stem asks more than one question")
            elif judges(interaction) and _DATED.search(item.stem):
                yield SEVERAL_QUESTIONS.of(bank, item, "its statement says more than one thing")
            gaps = len(_GAPS.findall(item.stem))
            if gaps > 1 and isinstance(interaction, TextEntry):
                yield SEVERAL_GAPS.of(bank, item, f"its stem has {gaps} gaps for one answer")


def _several(stem: str) -> bool:
    """Whether the stem asks twice.

    After a relative clause ("the man who …") an "and who" goes on with that clause.
    """
    if _TWICE.search(stem):
        return True
    joined = _JOINED.search(stem)
    if joined is None or "?" not in stem or not _ASKS.match(stem):
        return False  # "the merger of A and what network?" asks once
    before = stem[: joined.start()].strip()
    return not re.search(rf"\w\W+(?:{_WH}|which|that)\b", before, re.IGNORECASE)


rule = OneFact()
