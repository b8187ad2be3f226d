"""Options are of use: enough of them, all different, and only the key is right."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked
from quizlib.grading.equivalence import equivalent
from quizlib.language.text import bare
from quizlib.model import Bank, Choice, Document, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_STEM = "Which town lost its salt works in the flood?"
_GOOD = example("choice", _STEM, "Westhaven", distractors=("Norden", "Emden"))

TOO_FEW = Flaw(
    code="too-few-options",
    severity=Severity.ERROR,
    cure="Add a distractor, or make it a short answer.",
    bad=(example("choice", _STEM, "Westhaven"),),
    good=(_GOOD,),
)
TWICE = Flaw(
    code="option-twice",
    severity=Severity.ERROR,
    cure="Replace one of the two.",
    bad=(
        example("choice", _STEM, "Westhaven", distractors=("Norden", "norden")),
        example("choice", "How many pans had a salt works?", "6", distractors=("six", "8")),
    ),
    good=(_GOOD,),
)


class Options:
    summary = "a choice has at least two options, all different"
    why = "With nothing to choose from, nothing is asked; the second of two like options is wasted."
    flaws = (TOO_FEW, TWICE)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank):
            if isinstance(interaction, Choice):
                yield from _look_at(bank, item, interaction)


def _look_at(bank: Bank, item: Item, choice: Choice) -> Iterator[Problem]:
    if len(choice.options) < 2:
        yield TOO_FEW.of(bank, item, "has nothing to choose from: give it distractors")
    told: list[str] = []
    for one, other in combinations(choice.options, 2):
        if one in told or not equivalent(one, other):
            continue
        told += [one, other]
        same = bare(one) == bare(other)
        again = "more than once" if same else f"and {other!r}, which say the same"
        yield TWICE.of(bank, item, f"offers {one!r} {again}")


rule = Options()
