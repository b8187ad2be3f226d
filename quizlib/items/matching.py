"""Matching: what belongs to what, over several pairs of one relation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import draft
from quizlib.model import Fact, Interaction, Item, Match

if TYPE_CHECKING:
    from quizlib.distractors import Distractors


class Matching:
    summary = "pairs of one relation, to be put together again"
    instruction = "Match each entry with what belongs to it."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        if len(fact.pairs) < 3:
            return None
        prompts = tuple(left for left, _ in fact.pairs)
        key = tuple(right for _, right in fact.pairs)
        return draft("matching", fact, fact.question, key, prompts=prompts)

    def interaction(self, item: Item) -> Interaction:
        if not 1 <= len(item.prompts) <= len(item.key):
            raise ValueError("it has not one key for each of its prompts")
        return Match(left=item.prompts, right=(*item.key, *item.distractors))


kind = Matching()
