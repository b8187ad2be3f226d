"""Always, never, all and none do not mark the wrong options."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, choices, keys, wrong
from quizlib.checks._wording import ENGLISH
from quizlib.checks.all_of_the_above import BARE, CATCH_ALL
from quizlib.language.text import straight
from quizlib.model import Bank, Choice, Document, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_STEM = "How did smuggling change the salt trade?"
_WHO = "Who paid the salt tax of Westhaven?"

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

ABSOLUTE_KEY = Flaw(
    code="absolute-key",
    severity=Severity.WARNING,
    cure="Word the key without the absolute, or give a distractor one as well.",
    bad=(
        example("choice", _WHO, "only the villages", distractors=("the islands", "the merchants")),
    ),
    good=(example("choice", _WHO, "the villages", distractors=("the islands", "the merchants")),),
)

#: Words that say that nothing else is meant.
_ALONE = re.compile(
    r"\b(?:(?<!the )(?<!an )only|solely|exclusively|nothing but|no one but|nobody but)\b"
)
#: Lower case: "All Saints" is a name.
_WORDS = re.compile(
    r"\b(?:always|never|none|nobody|no one|nothing|everyone|everybody|everything|every|entirely"
    r"|completely|totally|absolutely|invariably|impossible"
    r"|(?<!above )(?<!after )(?<!at )all(?! over\b| right\b))\b"
)


class Absolutes:
    summary = "always, never, all and none do not mark the wrong options, nor only the right one"
    why = (
        "Hardly anything is always so, and test takers rule such options out unread. Haladyna,"
        " Downing and Rodriguez (2002) list specific determiners such as always and never among"
        " the clues to avoid. An only that the key alone has makes it the most exact."
    )
    flaws = (ABSOLUTE, ABSOLUTE_KEY)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, choice in choices(bank, ENGLISH):
            sole = _sole(choice)
            if sole:
                yield ABSOLUTE_KEY.of(bank, item, f"only its key has {sole!r}")
            if any(_absolute(key) for key in keys(choice)):
                continue
            told = next(filter(None, map(_absolute, wrong(choice))), None)
            if told:
                yield ABSOLUTE.of(bank, item, f"only its wrong options have {told!r}")


def _sole(choice: Choice) -> str | None:
    """The word by which the right options alone shut out all else, or None."""
    if any(_ALONE.search(_lowered(option)) for option in wrong(choice)):
        return None
    found = [match for key in keys(choice) if (match := _ALONE.search(_lowered(key)))]
    return found[0].group() if len(found) == len(choice.right) else None


def _absolute(option: str) -> str | None:
    """The absolute word of an option, or None."""
    text = straight(option).strip()
    if CATCH_ALL.fullmatch(text) or BARE.fullmatch(text):
        return None
    found = _WORDS.search(_lowered(text))
    return found.group() if found else None


def _lowered(text: str) -> str:
    """`text` with a small first letter, where no other is a capital."""
    return text[:1].lower() + text[1:] if text[1:].islower() else text


rule = Absolutes()
