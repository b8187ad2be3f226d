"""No word of the stem comes back in the key alone among the options."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, choices, keys, wrong
from quizlib.checks._wording import ENGLISH, holds
from quizlib.language.text import telling
from quizlib.model import Bank, Choice, Document, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_STEM = "Where was brine boiled in large pans?"

WORD_ECHO = Flaw(
    code="word-echo",
    severity=Severity.WARNING,
    cure="Use another word in the stem or in the key, or the same word in all options.",
    bad=(example("choice", _STEM, "in a pan house", distractors=("in a barn", "in a mill")),),
    good=(example("choice", _STEM, "in a salt works", distractors=("in a barn", "in a mill")),),
)


class WordEcho:
    summary = "no word of the stem comes back in the key alone"
    why = (
        "Who knows nothing chooses the option that sounds like the question. Haladyna, Downing and"
        " Rodriguez (2002) call this a clang association."
    )
    flaws = (WORD_ECHO,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, choice in choices(bank, ENGLISH):
            echo = _echo(item, choice)
            if echo:
                message = f"its stem and its key share {echo!r}, and no other option does"
                yield WORD_ECHO.of(bank, item, message)


def _echo(item: Item, choice: Choice) -> str | None:
    """A word, without its inflection, that ties a key to the stem, or None.

    A key that stands in the stem as a whole is another rule's. Where wrong options
    have words of the stem too, nothing is given away.
    """
    stem = set(telling(item.stem))
    if any(stem.intersection(telling(option)) for option in wrong(choice)):
        return None
    apart = [key for key in keys(choice) if not holds(item.stem, key)]
    return next((word for key in apart for word in telling(key) if word in stem), None)


rule = WordEcho()
