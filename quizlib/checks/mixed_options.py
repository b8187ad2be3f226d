"""Options are of one sort: all numbers, all names or all common words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, choices, keys, wrong
from quizlib.checks._numbers import numeric
from quizlib.grading.units import same_unit
from quizlib.grading.wording import tokens
from quizlib.language.text import straight
from quizlib.model import Bank, Choice, Document, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WHO = "Who abolished the salt tax?"
_WHEN = "When was the salt tax abolished?"
_GOOD = (example("choice", _WHO, "the council", distractors=("the king", "the bishop")),)

MIXED = Flaw(
    code="mixed-options",
    severity=Severity.WARNING,
    cure="Make all options of one sort.",
    bad=(example("choice", _WHEN, "1804", distractors=("1794", "after the flood")),),
    good=(example("choice", _WHEN, "1804", distractors=("1794", "1821")),),
)
ODD_KEY = Flaw(
    code="odd-key",
    severity=Severity.WARNING,
    cure="Replace the distractors by some of the key's sort.",
    bad=(example("choice", _WHO, "the council", distractors=("Anna", "Bela")),),
    good=_GOOD,
)
ODD_OPTION = Flaw(
    code="odd-option",
    severity=Severity.NOTE,
    cure="Replace the odd option by one of the others' sort.",
    bad=(example("choice", _WHO, "the council", distractors=("the king", "Anna")),),
    good=_GOOD,
)

#: Small words that names begin with.
_PARTICLE = re.compile(r"(?:de|del|della|da|di|du|van|von|der|la|le|el|al|bin|ibn)[ -]|[dl]'")


#: Units that are measured one in the other, by one spelling of each.
_MEASURES = {
    "weights": ("kg", "g", "mg", "tonne", "lb", "oz"),
    "lengths": ("km", "m", "cm", "mm", "mile", "ft", "inch"),
    "volumes": ("litre", "ml"),
    "areas": ("ha",),
    "times": ("hour", "minute", "second", "day", "week", "month", "year"),
    "temperatures": ("degree", "celsius", "fahrenheit"),
    "sums of money": ("dollar", "euro", "£", "yen", "yuan"),
}


class MixedOptions:
    summary = "options are of one sort: numbers, names or common words"
    why = (
        "An option of another sort is ruled out, or chosen, for its looks. Haladyna, Downing and"
        " Rodriguez (2002): keep choices homogeneous in content and grammatical structure."
    )
    flaws = (MIXED, ODD_KEY, ODD_OPTION)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, choice in choices(bank):
            sorts = {option: _sort(option) for option in choice.options}
            found = set(sorts.values())
            if found == {"numbers"}:
                found = {_measure(option) for option in choice.options}
                if None not in found and len(found) > 1:
                    mixed = " and ".join(sorted(filter(None, found)))
                    yield MIXED.of(bank, item, f"its options mix {mixed}")
                continue
            if None in found or len(found) < 2:
                continue
            listed = " and ".join(sorted(filter(None, found)))
            if "numbers" in found:
                yield MIXED.of(bank, item, f"its options mix {listed}")
            elif _apart(choice, sorts):
                yield ODD_KEY.of(bank, item, f"its options mix {listed}; the key stands alone")
            else:
                yield ODD_OPTION.of(bank, item, f"its options mix {listed}")


def _apart(choice: Choice, sorts: Mapping[str, str | None]) -> bool:
    """Whether the right options are of one sort and the wrong ones of another."""
    right = {sorts[option] for option in keys(choice)}
    return right.isdisjoint(sorts[option] for option in wrong(choice))


def _measure(option: str) -> str | None:
    """What a number with its unit measures; None where that is not certain."""
    told = tokens(option)
    if len(told) != 2 or not isinstance(told[0], Decimal):
        return None
    found = [name for name, units in _MEASURES.items() if any(same_unit(told[1], u) for u in units)]
    return found[0] if len(found) == 1 else None


def _sort(option: str) -> str | None:
    """What an option is, by its looks; None where its script or spelling does not tell.

    Acronyms stand among names and among common words alike (DNA beside protein).
    """
    if numeric(option):
        return "numbers"
    first = re.sub(r"^(?:the|an?) ", "", straight(option).strip(), flags=re.IGNORECASE)
    if not first[:1].isalpha() or first[:1].lower() == first[:1].upper():
        return None
    acronym = re.match(r"\w?[A-Z0-9]{2,}|[A-Z]\b", first)
    if acronym or (first[:1].islower() and _PARTICLE.match(first)):
        return None
    return "names" if first[:1].isupper() else "common words"


rule = MixedOptions()
