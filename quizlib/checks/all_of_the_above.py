"""No option stands for the others: "all of the above", "none of these"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, choices
from quizlib.checks._wording import ENGLISH
from quizlib.language.text import straight
from quizlib.model import Bank, Document, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_STEM = "Which goods did the harbour council sell?"

ALL_OF_THE_ABOVE = Flaw(
    code="all-of-the-above",
    severity=Severity.WARNING,
    cure="Leave the option out; where several are right, make it a multiple response.",
    bad=(example("choice", _STEM, "all of the above", distractors=("salt", "rope")),),
    good=(example("choice", _STEM, "salt and rope", distractors=("tar and wool", "wine")),),
)

#: An option that speaks of the options.
CATCH_ALL = re.compile(
    r"(?:all|any|none|both|neither|some) (?:of )?"
    r"(?:these|those|(?:the )?(?:above|others?|options|answers|choices))\W*"
    r"|(?:both|neither) \(?[a-d]\)? (?:and|nor) \(?[a-d]\)?\W*"
    r"|\(?[a-d]\)? and \(?[a-d]\)? only\W*",
    re.IGNORECASE,
)

#: "A and C", where not every option is a letter or several: then they are vitamins.
_LETTERED = re.compile(r"\(?[A-H]\)? (?:and|or|&) \(?[A-H]\)?\W*")
_LETTERS = re.compile(r"\(?[A-Z]\)?(?:(?:,| and| or| &) \(?[A-Z]\)?)*\W*")
#: By itself; where an amount is asked for, it is one.
BARE = re.compile(r"(?:all|none|both|neither)(?: of them)?\W*", re.IGNORECASE)
_AMOUNT = re.compile(r"\b(?:how (?:many|much)|number|amount|share|part)\b", re.IGNORECASE)


class AllOfTheAbove:
    summary = "no option stands for the others"
    why = (
        "Options are shown in another order at every sitting, and whoever knows of two that they"
        " are right need not know the third. Haladyna, Downing and Rodriguez (2002): use none of"
        " the above carefully and avoid all of the above."
    )
    flaws = (ALL_OF_THE_ABOVE,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, choice in choices(bank, ENGLISH):
            plain = {option: straight(option).strip() for option in choice.options}
            letters = all(_LETTERS.fullmatch(option) for option in plain.values())
            found = [
                option
                for option, said in plain.items()
                if CATCH_ALL.fullmatch(said)
                or (_LETTERED.fullmatch(said) and not letters)
                or (BARE.fullmatch(said) and not _AMOUNT.search(item.stem))
            ]
            if found:
                message = f"its option {found[0]!r} stands for others"
                yield ALL_OF_THE_ABOVE.of(bank, item, message)


rule = AllOfTheAbove()
