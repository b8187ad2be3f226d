"""Multiple response: all right options are to be found among wrong ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import draft
from quizlib.items._natural import natural_order
from quizlib.model import Choice, Fact, Interaction, Item

if TYPE_CHECKING:
    from quizlib.distractors import Distractors


class MultipleResponse:
    summary = "a question with several right options, all of which are to be chosen"
    instruction = "Choose all that apply."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        if not fact.question or len(fact.members) < 2:
            return None
        wrong = distractors.wrong(fact)
        if len(wrong) < 2 and not fact.distractors:
            return None
        return draft("multiple_response", fact, fact.question, fact.members, distractors=wrong)

    def interaction(self, item: Item) -> Interaction:
        options = (*item.key, *item.distractors)
        ordered = natural_order(options)
        if ordered is None:
            return Choice(options=options, right=tuple(range(len(item.key))), multiple=True)
        right = tuple(place for place, option in enumerate(ordered) if option in item.key)
        return Choice(options=ordered, right=right, multiple=True, shuffle=False)


kind = MultipleResponse()
