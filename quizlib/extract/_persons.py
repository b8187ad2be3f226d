"""Who answers an author's question: known by more than the name that the author wrote."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.extract._sorts import CLASSES
from quizlib.language.dictionary import ordinary
from quizlib.language.humans import names_person
from quizlib.language.names import country
from quizlib.language.surnames import short_names

if TYPE_CHECKING:
    from quizlib.language import Analysis

#: What else the name of a club, a company or a paper ends in.
_BODIES = frozenset(
    """
    united city town rovers wanderers athletic motors brothers press times post nations cross
    """.split()
)
_WHO = re.compile(r"(?:(?:by|to|from|with|for|of|on|under|after|about) )?who(?:m|se)?\b")
#: "Which English scientist …": what is asked for stands among the first words.
_WHICH = re.compile(
    r"(?:(?:by|to|from|with|for|of|on|under|after) )?(?:which|what)((?: [\w-]+){1,3})"
)


def called(analysis: Analysis, question: str, answer: str) -> tuple[str, ...]:
    """What the person `answer` may be called too; nothing where it may be no person.

    The form of the name decides. Where it ends in a word of the dictionary, the tagger must
    have seen a person as well, and no word for a body of people be there: "Manchester United".
    """
    if not _asks_who(question) or country(answer) is not None:
        return ()
    people = [name for name in analysis.labels if analysis.is_person(name)]
    found = short_names(answer, [name for name in people if name not in answer])
    known = any(analysis.is_person(name) for name in (answer, *found))
    bodies = {word.casefold() for word in answer.split()} & (CLASSES | _BODIES)
    odd = any(ordinary(name.lower()) or country(name) is not None for name in found)
    return found if not bodies and (known or not odd) else ()


def _asks_who(question: str) -> bool:
    lower = question.casefold()
    asked = _WHICH.match(lower)
    named = asked is not None and any(names_person(word) for word in asked[1].split())
    return named or _WHO.match(lower) is not None
