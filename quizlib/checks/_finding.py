"""How a check words what it finds."""

from __future__ import annotations

from quizlib.model import Bank, Item, Problem, Severity


def finding(bank: Bank, item: Item, code: str, severity: Severity, message: str) -> Problem:
    """A problem of `item`, with its place: id, document and line."""
    first = item.evidence[0] if item.evidence else None
    record = bank.document(first.document) if first else None
    place = f" ({record.name}:{first.line})" if first and record else ""
    return Problem(code=code, severity=severity, message=message, where=f"{item.id}{place}")
