"""What came of a sitting."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizlib.model import Bank, Frozen, Item, Score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Result(Frozen):
    """One answered item with its score.

    Attributes:
        item: The item.
        score: What the answer that counts earned.
    """

    item: Item
    score: Score


class Tally(Frozen):
    """What answers earned together.

    Attributes:
        asked: How many items were answered.
        right: How many of them right.
        points: The sum of their points.
    """

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
    """A sitting so far.

    An item counts for the document of its first evidence, and for each of its tags.

    Attributes:
        total: The tally of all.
        by_kind: That of each kind.
        by_document: That of each document, by its id.
        by_tag: That of each tag.
        missed: What was not answered right, in the order asked.

    Examples:
        >>> import quizlib
        >>> quiz = quizlib.Quiz(quizlib.load("salt.json"), count=3, kinds=["term", "short_answer"])
        >>> while (item := quiz.next()) is not None:
        ...     score = quiz.answer(item, "brine")
        >>> quiz.summary.total
        Tally(asked=3, right=1, points=1.0)
        >>> [result.item.key[0] for result in quiz.summary.missed]
        ['1804', 'bittern']
    """

    total: Tally
    by_kind: Mapping[str, Tally]
    by_document: Mapping[str, Tally]
    by_tag: Mapping[str, Tally]
    missed: tuple[Result, ...]

    @classmethod
    def of(cls, results: Iterable[Result]) -> Summary:
        """The summary of `results`."""
        every = tuple(results)
        return cls(
            total=Tally.of(every),
            by_kind=_tallies(every, lambda item: (item.kind,)),
            by_document=_tallies(every, lambda item: (document(item),)),
            by_tag=_tallies(every, lambda item: tuple(dict.fromkeys(item.tags))),
            missed=tuple(result for result in every if not result.score.right),
        )


def _tallies(
    results: Iterable[Result], groups: Callable[[Item], tuple[str, ...]]
) -> dict[str, Tally]:
    """The tally of every group, in the order in which they come up."""
    found: dict[str, list[Result]] = {}
    for result in results:
        for name in groups(result.item):
            found.setdefault(name, []).append(result)
    return {name: Tally.of(grouped) for name, grouped in found.items()}


def document(item: Item) -> str:
    """The id of the document that the item is asked about; "" for none."""
    return next(iter(item.sources), "")


def answers(bank: Bank) -> frozenset[str]:
    """Every key and distractor in the bank: answers that mean something of their own."""
    return frozenset(words for item in bank.items for words in (*item.key, *item.distractors))
