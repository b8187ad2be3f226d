"""Every item is of a kind that quizlib, or a plug-in that is installed, knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.checks._finding import finding
from quizlib.items import kinds
from quizlib.model import Bank, Document, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class KnownKind:
    summary = "the item's kind is known"

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        known = kinds.names()
        for item in bank.items:
            if item.kind not in known:
                message = f"unknown kind {item.kind!r}; known: {', '.join(known)}"
                yield finding(bank, item, "unknown-kind", Severity.ERROR, message)


rule = KnownKind()
