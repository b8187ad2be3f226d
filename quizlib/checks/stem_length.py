"""A stem is short enough to be read at once: twenty words at the most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw
from quizlib.model import Bank, Document, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONGEST = 20

#: Fields that hold a definition as a whole: nobody shortens a definition.
_WHOLE = frozenset({"term", "true_false"})

LONG_STEM = Flaw(
    code="long-stem",
    severity=Severity.WARNING,
    cure="Shorten the stem; move what is only needed to understand it into the context.",
    bad=(
        example(
            "short_answer",
            "In which year, after smuggling from the islands had made it worthless and fishing"
            " villages had complained, did the harbour council abolish the salt tax?",
            "1804",
        ),
    ),
    good=(example("short_answer", "In which year did the council abolish the salt tax?", "1804"),),
)


class StemLength:
    summary = "a stem has twenty words at the most"
    why = (
        "A long stem tests reading. Haladyna, Downing and Rodriguez (2002): minimise the amount of"
        " reading in each item, and avoid window dressing."
    )
    flaws = (LONG_STEM,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item in bank.live:
            count = sum(any(map(str.isalnum, word)) for word in item.stem.split())
            if count > LONGEST and item.kind not in _WHOLE:
                message = f"its stem has {count} words; {LONGEST} are enough"
                yield LONG_STEM.of(bank, item, message)


rule = StemLength()
