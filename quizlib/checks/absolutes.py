"""Always, never, all and none do not mark the wrong options."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, choices, keys, wrong
from quizlib.checks._wording import ENGLISH
from quizlib.checks.all_of_the_above import CATCH_ALL
from quizlib.language.text import straight
from quizlib.model import Bank, Document, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_STEM = "How did smuggling change the salt trade?"

ABSOLUTE = Flaw(
    code="absolute-distractor",
    severity=Severity.WARNING,
    cure="Word the distractor without the absolute, or give the key one as well.",
    bad=(
        example(
            "choice",
            _STEM,
            "it lowered the price of salt",
            distractors=("it never touched the price", "it ruined all the merchants"),
        ),
    ),
    good=(
        example(
            "choice",
            _STEM,
            "it lowered the price of salt",
            distractors=("it left the price alone", "it ruined some of the merchants"),
        ),
    ),
)

#: Lower case: "All Saints" is a name.
_WORDS = re.compile(
    r"\b(?:always|never|none|nobody|no one|nothing|everyone|everybody|everything|every|entirely"
    r"|completely|totally|absolutely|invariably|impossible"
    r"|(?<!above )(?<!after )(?<!at )all(?! over\b| right\b))\b"
)


class Absolutes:
    summary = "always, never, all and none do not mark the wrong options"
    why = (
        "Hardly anything is always so, and test takers rule such options out unread. Haladyna,"
        " Downing and Rodriguez (2002) list specific determiners such as always and never among"
        " the clues to avoid."
    )
    flaws = (ABSOLUTE,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, choice in choices(bank, ENGLISH):
            if any(_absolute(key) for key in keys(choice)):
                continue
            told = next(filter(None, map(_absolute, wrong(choice))), None)
            if told:
                yield ABSOLUTE.of(bank, item, f"only its wrong options have {told!r}")


def _absolute(option: str) -> str | None:
    """The absolute word of an option, or None."""
    text = straight(option).strip()
    if CATCH_ALL.fullmatch(text):
        return None
    found = _WORDS.search(text[:1].lower() + text[1:] if text[1:].islower() else text)
    return found.group() if found else None


rule = Absolutes()
