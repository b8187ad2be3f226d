"""Cloze: a statement of the source with a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import accepted, draft
from quizlib.model import GAP, Fact, Interaction, Item, TextEntry

if TYPE_CHECKING:
    from quizlib.distractors import Distractors

#: The longest gap worth filling, in words.
LONGEST = 4


class Cloze:
    summary = "a statement with a gap, filled by typing"
    instruction = "Fill the gap."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        if fact.answer_at < 0 or not (fact.verbatim or _natural(fact)):
            return None
        end = fact.answer_at + len(fact.answer)
        stem = fact.statement[: fact.answer_at] + GAP + fact.statement[end:]
        return draft("cloze", fact, stem, accepted(fact))

    def interaction(self, item: Item) -> Interaction:
        return TextEntry(accepted=item.key)


def _natural(fact: Fact) -> bool:
    """Short enough to type, and no "a" or "an" before it that tells how it begins."""
    article = fact.statement[: fact.answer_at].casefold().endswith(("a ", "an "))
    return len(fact.answer.split()) <= LONGEST and not article


kind = Cloze()
