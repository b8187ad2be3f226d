"""True or false: a statement as the source has it, or with one part exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import draft
from quizlib.model import Choice, Fact, Interaction, Item

if TYPE_CHECKING:
    from quizlib.distractors import Distractors

OPTIONS = ("True", "False")


class TrueFalse:
    summary = "a statement to be judged; a false one has one part exchanged"
    instruction = "True or false?"

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        false = distractors.false_statement(fact)
        if not false:
            return None
        # Half of the statements are made false; a true one could have been made false too.
        told = distractors.turn("false", fact, 2)
        stem = false if told else fact.statement
        return draft("true_false", fact, stem, (OPTIONS[told],))

    def interaction(self, item: Item) -> Interaction:
        if item.key[0] not in OPTIONS:
            raise ValueError(f"its key {item.key[0]!r} is neither True nor False")
        return Choice(options=OPTIONS, right=(OPTIONS.index(item.key[0]),), shuffle=False)


kind = TrueFalse()
