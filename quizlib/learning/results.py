"""What came of a sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.model import Bank, Frozen, Item, Score

if TYPE_CHECKING:
    from collections.abc import Iterable


class Result(Frozen):
    """One answered item with its score."""

    item: Item
    score: Score


class Tally(Frozen):
    """How many items were answered, how many of them right, and the points earned."""

    asked: int = 0
    right: int = 0
    points: float = 0.0

    @classmethod
    def of(cls, results: Iterable[Result]) -> Tally:
        """The tally of `results`."""
        scores = [result.score for result in results]
        return cls(
            asked=len(scores),
            right=sum(score.right for score in scores),
            points=sum(score.points for score in scores),
        )


class Summary(Frozen):
    """A sitting so far: its tally, by kind and document id too, and what was missed."""

    total: Tally
    by_kind: dict[str, Tally]
    by_document: dict[str, Tally]
    missed: tuple[Result, ...]

    @classmethod
    def of(cls, results: Iterable[Result]) -> Summary:
        """The summary of `results`; an item counts for the document of its first evidence."""
        every = tuple(results)
        kinds = dict.fromkeys(result.item.kind for result in every)
        documents = dict.fromkeys(document(result.item) for result in every)
        return cls(
            total=Tally.of(every),
            by_kind={kind: Tally.of(r for r in every if r.item.kind == kind) for kind in kinds},
            by_document={
                id: Tally.of(r for r in every if document(r.item) == id) for id in documents
            },
            missed=tuple(result for result in every if not result.score.right),
        )


def document(item: Item) -> str:
    """The id of the document that the item is asked about; "" for none."""
    return next(iter(item.sources), "")


def answers(bank: Bank) -> frozenset[str]:
    """Every key and distractor in the bank: answers that mean something of their own."""
    return frozenset(words for item in bank.items for words in (*item.key, *item.distractors))
