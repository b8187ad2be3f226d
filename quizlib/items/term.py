"""Term: a meaning is given, the term is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import accepted, draft
from quizlib.model import Fact, Interaction, Item, TextEntry

if TYPE_CHECKING:
    from quizlib.distractors import Distractors


class Term:
    summary = "a meaning, whose term the learner types"
    instruction = "Type the term."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        if fact.form != "term":
            return None
        return draft("term", fact, fact.question, accepted(fact))

    def interaction(self, item: Item) -> Interaction:
        return TextEntry(accepted=item.key)


kind = Term()
