"""Multiple choice: a question with one right option among plausible wrong ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import draft
from quizlib.model import Choice, Fact, Interaction, Item

if TYPE_CHECKING:
    from quizlib.distractors import Distractors

#: Fewer wrong options than this make a guess of the question.
FEWEST = 2


class MultipleChoice:
    summary = "a question with one right option among plausible wrong ones"
    instruction = "Choose one."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        if not fact.question or fact.form == "match":
            return None
        wrong = distractors.wrong(fact)
        if len(wrong) < FEWEST:
            return None
        return draft("choice", fact, fact.question, (fact.answer,), distractors=wrong)

    def interaction(self, item: Item) -> Interaction:
        return one_of(item)


def one_of(item: Item) -> Choice:
    """The item's key and distractors, in natural order where they are numbers."""
    options = (item.key[0], *item.distractors)
    numbers = [_number(option) for option in options]
    if all(number is not None for number in numbers):
        pairs = sorted(zip(numbers, options, strict=True), key=lambda pair: (pair[0], pair[1]))
        options = tuple(option for _, option in pairs)
        return Choice(options=options, right=(options.index(item.key[0]),), shuffle=False)
    return Choice(options=options, right=(0,))


def _number(option: str) -> float | None:
    digits = option.replace(",", "").split()
    try:
        return float(digits[0].rstrip("%")) if digits else None
    except ValueError:
        return None


kind = MultipleChoice()
