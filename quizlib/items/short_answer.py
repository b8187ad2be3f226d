"""Short answer: a question whose answer is a few words to type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.items._draft import accepted, draft, first_id
from quizlib.items.flashcard import SPOKEN
from quizlib.model import AnswerType, Fact, Interaction, Item, TextEntry

if TYPE_CHECKING:
    from quizlib.distractors import Distractors

#: The longest answer worth typing, in words.
LONGEST = 4

#: What asks why or in what manner: each tells that in words of their own.
_ASKS_TO_TELL = re.compile(
    r"\b(?:why|how (?:come|to|can|could|do|does|did|is|are|was|were|has|have|had|will|would"
    r"|shall|should|may|might|must))\b",
    re.IGNORECASE,
)
#: What begins an answer that tells; brackets and backslashes are of pictures and mathematics.
_TELLS = re.compile(r"(?:because|so|to|by|it|they|he|she|there)\b|.*[\[\\]", re.IGNORECASE)
#: What may be left out before a number: the question has asked how many.
_ABOUT = re.compile(
    r"(?:more than|over|at least|about|around|some|nearly|almost|roughly|approximately) (?=\d)",
    re.IGNORECASE,
)


class ShortAnswer:
    summary = "a question, answered by typing a few words"
    instruction = "Type the answer."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        if not fact.question or len(fact.answer.split()) > LONGEST:
            return None
        if fact.answer_type in SPOKEN:
            return _written(fact)
        if fact.answer_type is AnswerType.TERM and fact.form != "called":
            return None
        key = _without_about(fact) if fact.answer_type is AnswerType.NUMBER else accepted(fact)
        return draft("short_answer", fact, fact.question, key)

    def interaction(self, item: Item) -> Interaction:
        return TextEntry(accepted=item.key)


def _written(fact: Fact) -> Item | None:
    """A question that an author wrote by hand, where its answer is to be typed as it stands.

    It has the id that it would have as a flashcard: a person has known it by that.
    """
    told = _ASKS_TO_TELL.search(fact.question) or _TELLS.match(fact.answer)
    if fact.form != "by-hand" or told:
        return None
    first = first_id("flashcard", fact)
    return draft("short_answer", fact, fact.question, _without_about(fact), id=first)


def _without_about(fact: Fact) -> tuple[str, ...]:
    """The accepted answers, and "30%" where the text has "about 30%"."""
    return tuple(dict.fromkeys((*accepted(fact), _ABOUT.sub("", fact.answer, count=1))))


kind = ShortAnswer()
