"""Short answer: a question whose answer is a few words to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import accepted, draft
from quizlib.items.flashcard import SPOKEN
from quizlib.model import AnswerType, Fact, Interaction, Item, TextEntry

if TYPE_CHECKING:
    from quizlib.distractors import Distractors

#: The longest answer worth typing, in words.
LONGEST = 4


class ShortAnswer:
    summary = "a question, answered by typing a few words"
    instruction = "Type the answer."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        spoken = fact.answer_type in SPOKEN or fact.answer_type is AnswerType.TERM
        if not fact.question or spoken or len(fact.answer.split()) > LONGEST:
            return None
        return draft("short_answer", fact, fact.question, accepted(fact))

    def interaction(self, item: Item) -> Interaction:
        return TextEntry(accepted=item.key)


kind = ShortAnswer()
