"""Every item is of a known kind and fits it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.checks._finding import finding
from quizlib.errors import UnfitItem, UnknownName
from quizlib.items import interaction
from quizlib.model import Bank, Document, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class KnownKind:
    summary = "the item's kind is known, and the item fits it"

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item in bank.items:
            try:
                interaction(item)
            except UnknownName as error:
                yield finding(bank, item, "unknown-kind", Severity.ERROR, str(error))
            except UnfitItem as error:
                yield finding(bank, item, "unfit-item", Severity.ERROR, error.why)


rule = KnownKind()
