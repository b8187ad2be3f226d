"""Ordering: entries to be brought into their right order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import draft
from quizlib.model import Fact, Interaction, Item, Order

if TYPE_CHECKING:
    from quizlib.distractors import Distractors


class Ordering:
    summary = "entries to be brought into their right order"
    instruction = "Put the entries in order, the first one first."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        if fact.form != "sequence" or len(fact.members) < 3:
            return None
        return draft("ordering", fact, fact.question, fact.members)

    def interaction(self, item: Item) -> Interaction:
        return Order(entries=item.key)


kind = Ordering()
