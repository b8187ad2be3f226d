"""How a check comes by its items, and how it words what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import QuizlibError
from quizlib.items import interaction
from quizlib.model import Bank, Interaction, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


def asked(bank: Bank) -> Iterator[tuple[Item, Interaction]]:
    """Live items with their interaction; those that fit no kind are another rule's."""
    for item in bank.live:
        try:
            yield item, interaction(item)
        except QuizlibError:
            continue


def finding(bank: Bank, item: Item, code: str, severity: Severity, message: str) -> Problem:
    """A problem of `item`, with its place: id, document and line."""
    first = item.evidence[0] if item.evidence else None
    record = bank.document(first.document) if first else None
    place = f" ({record.name}:{first.line})" if first and record else ""
    return Problem(code=code, severity=severity, message=message, where=f"{item.id}{place}")
