"""Order: entries to be brought into their right order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import InvalidResponse
from quizlib.grading.feedback import RIGHT, key_line, partly, told, unanswered
from quizlib.grading.positions import one, several
from quizlib.model import Order, Score

if TYPE_CHECKING:
    from collections.abc import Sequence


def grade_order(order: Order, response: object, shown: Sequence[int]) -> Score:
    """The share of entries that stand at their right place; equal entries are alike."""
    answer = arranged(order, response, shown)
    key = key_line(order)
    if answer is None:
        return Score(points=0, right=False, feedback=told("Wrong", key, str(response)))
    if not answer:
        return Score(points=0, right=False, feedback=unanswered(key))
    total = len(order.entries)
    placed = [order.entries[index] for index in answer]
    hits = sum(a == b for a, b in zip(placed, order.entries, strict=False))
    if hits == total:
        return Score(points=1, right=True, feedback=RIGHT)
    line = partly(hits, total, key) if hits else told("Wrong", key)
    return Score(points=hits / total, right=False, feedback=line)


def arranged(order: Order, response: object, shown: Sequence[int]) -> list[int] | None:
    """The indices of the entries in the order answered; None for an unreadable text."""
    if isinstance(response, str):
        found = several(response, order.entries, shown)
        return found if found is None or len(set(found)) == len(found) else None
    if isinstance(response, list | tuple):
        entries = [one(part, order.entries, shown) for part in response]
        found = [entry for entry in entries if entry is not None]
        if len(found) == len(entries) and len(set(found)) == len(found):
            return found
    raise InvalidResponse(
        response,
        f"the numbers 1 to {len(shown)}, letters or entries in order, each once, as list or text",
    )
