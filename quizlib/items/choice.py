"""Multiple choice: a question with one right option among plausible wrong ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import draft
from quizlib.items._natural import natural_order
from quizlib.model import Choice, Fact, Interaction, Item

if TYPE_CHECKING:
    from quizlib.distractors import Distractors

#: Fewer wrong options than this make a guess of the question.
FEWEST = 2


class MultipleChoice:
    summary = "a question with one right option among plausible wrong ones"
    instruction = "Choose one."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        if not fact.question or not fact.answer or fact.form == "match" or len(fact.members) > 1:
            return None
        wrong = distractors.wrong(fact)
        if len(wrong) < FEWEST and not fact.distractors:
            return None
        return draft("choice", fact, fact.question, (fact.answer,), distractors=wrong)

    def interaction(self, item: Item) -> Interaction:
        return one_of(item)


def one_of(item: Item) -> Choice:
    """The item's key and distractors, in their natural order where they have one."""
    options = (item.key[0], *item.distractors)
    ordered = natural_order(options)
    if ordered is None:
        return Choice(options=options, right=(0,))
    return Choice(options=ordered, right=(ordered.index(item.key[0]),), shuffle=False)


kind = MultipleChoice()
