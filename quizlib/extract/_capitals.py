"""Questions that an author wrote in capitals, as they are written elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache

#: Letters; a short word in small letters is hardly a name.
SHORT = 3
#: Words that open or join questions, which a short text may not have in small letters.
_FEW = frozenset(
    "a an am are at be by can did do for how in is it my no of on or the to was we what when where"
    " which who why will does should may must could would have has been".split()
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def calm(question: str, text: str) -> str:
    """A question in capitals in small letters; "" where the text does not show what is a name.

    "WHY HAS IT GONE BROWN?" becomes "Why has it gone brown?" where "brown" and "gone" stand in
    small letters in the text; any other question stays as it is.
    """
    if not question.isupper():
        return question
    known = _small_words(text)
    words = _WORD.findall(question)
    if any(len(word) > SHORT and word.lower() not in known | _FEW for word in words):
        return ""
    small = _WORD.sub(lambda found: _written(found.group(), known), question)
    return small[:1].upper() + small[1:]


def _written(word: str, known: frozenset[str]) -> str:
    """A short word that the text has in capitals only is an abbreviation: "TCP"."""
    if word == "I" or word.startswith(("I'", "I’")):
        return word[0] + word[1:].lower()
    return word.lower() if word.lower() in known | _FEW else word


@lru_cache(maxsize=2)
def _small_words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text) if word.islower())
