"""Definition: a term is given, its meaning is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import draft
from quizlib.model import ExtendedText, Fact, Interaction, Item

if TYPE_CHECKING:
    from quizlib.distractors import Distractors


class Definition:
    summary = "a term, whose meaning the learner says and compares"
    instruction = "Say what it means, then compare."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        if fact.form not in ("definition", "topic"):
            return None
        return draft("definition", fact, fact.question, (fact.answer,))

    def interaction(self, item: Item) -> Interaction:
        return ExtendedText(model_answer=item.key[0])


kind = Definition()
