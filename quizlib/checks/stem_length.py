"""A stem is short enough to be read at once: twenty words at the most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.checks._finding import finding
from quizlib.language.text import words
from quizlib.model import Bank, Document, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST = 20

#: Fields that hold a definition as a whole: nobody shortens a definition.
_WHOLE = frozenset({"term", "true_false"})


class StemLength:
    summary = "a stem has twenty words at the most"

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item in bank.live:
            count = len(words(item.stem))
            if count > LONGEST and item.kind not in _WHOLE:
                message = f"its stem has {count} words; {LONGEST} are enough"
                yield finding(bank, item, "long-stem", Severity.WARNING, message)


rule = StemLength()
