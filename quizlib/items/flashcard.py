"""Flashcard: a question whose answer the learner says in words of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import draft
from quizlib.model import AnswerType, ExtendedText, Fact, Interaction, Item

if TYPE_CHECKING:
    from quizlib.distractors import Distractors

#: Answers that nobody types word for word.
SPOKEN = frozenset(
    {
        AnswerType.TEXT,
        AnswerType.REASON,
        AnswerType.PURPOSE,
        AnswerType.MEANS,
        AnswerType.CLAUSE,
        AnswerType.LIST,
        AnswerType.PHRASE,
    }
)


class Flashcard:
    summary = "a question answered in one's own words, then compared with the source's"
    instruction = "Answer in your own words, then compare."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        if not fact.question or fact.form == "match" or fact.answer_type not in SPOKEN:
            return None
        return draft("flashcard", fact, fact.question, (fact.answer,))

    def interaction(self, item: Item) -> Interaction:
        return ExtendedText(model_answer=item.key[0])


kind = Flashcard()
