"""True or false: a statement as the source has it, or with one part exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items._draft import draft
from quizlib.language.text import capitalised
from quizlib.model import Choice, Fact, Interaction, Item

if TYPE_CHECKING:
    from quizlib.distractors import Distractors

OPTIONS = ("True", "False")


class TrueFalse:
    summary = "a statement to be judged; a false one has one part exchanged"
    instruction = "True or false?"

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        if not fact.statement or fact.answer_at < 0:
            return None
        wrong = distractors.wrong(fact)
        if not wrong:
            return None
        stem, key = fact.statement, OPTIONS[0]
        if distractors.turn(fact, 2):
            end = fact.answer_at + len(fact.answer)
            stem = capitalised(stem[: fact.answer_at] + wrong[0] + stem[end:])
            key = OPTIONS[1]
        return draft("true_false", fact, stem, (key,))

    def interaction(self, item: Item) -> Interaction:
        return Choice(options=OPTIONS, right=(OPTIONS.index(item.key[0]),), shuffle=False)


kind = TrueFalse()
