"""What a person wishes of a bank: a topic, a difficulty, so many items at the most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import EmptyBank
from quizlib.ranking.difficulty import difficulty_of, difficulty_range
from quizlib.ranking.selection import Dropped
from quizlib.ranking.topic import Topic

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizlib.model import DocumentRecord, Item


class Wishes:
    """Each may be None, for none.

    `about` is a topic in words, `difficulty` a level or a range such as "0.2-0.5".
    Raises UnknownName for what is no difficulty.
    """

    def __init__(
        self, about: str | None, difficulty: str | None, max_per_1000_words: float | None
    ) -> None:
        self.about = about
        self._topic = None if about is None else Topic(about)
        self.difficulty = difficulty
        self._range = None if difficulty is None else difficulty_range(difficulty)
        self._most = max_per_1000_words

    def room(self, documents: Iterable[DocumentRecord]) -> dict[str, int]:
        """How many items each document (by id) may have, at least one; {} for no limit."""
        if self._most is None:
            return {}
        return {record.id: max(1, int(self._most * record.words / 1000)) for record in documents}

    def narrowed(
        self, items: Sequence[Item], documents: Iterable[DocumentRecord]
    ) -> tuple[list[Item], list[Dropped]]:
        """The items that are wished for, and the others with the reason.

        Raises EmptyBank, so that a slip takes nobody's bank apart: when items there are,
        but none bears on the topic or is of the difficulty.
        """
        reasons = [self._off_topic(item, title) for item, title in _titled(items, documents)]
        if self._topic is not None and self._topic.wordless and items:
            raise EmptyBank(f"topic {self.about!r}", "it has no word to look for")
        if items and all(reasons):
            raise EmptyBank(str(self.about), "nothing that could be asked bears on it")
        told = [
            (item, why or self._off_range(item)) for item, why in zip(items, reasons, strict=True)
        ]
        if items and all(why for _, why in told):
            raise EmptyBank(str(self.difficulty), "no item of this difficulty could be made")
        return (
            [item for item, why in told if not why],
            [Dropped(item, why) for item, why in told if why],
        )

    def _off_topic(self, item: Item, title: str) -> str:
        if self._topic is None or self._topic.met(item, title):
            return ""
        return f"it does not bear on {self.about!r}"

    def _off_range(self, item: Item) -> str:
        if self._range is None:
            return ""
        (low, high), found = self._range, difficulty_of(item)
        told = f"its difficulty {found:.2f} is not within {low:.2f} and {high:.2f}"
        return "" if low <= found <= high else told


def _titled(items: Iterable[Item], documents: Iterable[DocumentRecord]) -> list[tuple[Item, str]]:
    """Each item with the titles of its documents."""
    titles = {record.id: record.title for record in documents}
    return [
        (item, " ".join(titles.get(quote.document, "") for quote in item.evidence))
        for item in items
    ]
