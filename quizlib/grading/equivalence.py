"""Whether two answers are one: told by what grading takes for the same, and by nothing less.

What a quiz may ask about is no mere wording: neither a slip nor a plural is forgiven, and
"in the house" is another option than "on the house", "él" than "el", "a[0]" than "a(0)".
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.grading.numbers import ORDINALS
from quizlib.grading.units import same_unit
from quizlib.grading.wording import LEADING, tokens
from quizlib.language.names import country
from quizlib.language.text import bare, straight

if TYPE_CHECKING:
    from quizlib.grading.numbers import Token

#: Signs in which formulas and lines of a program differ, but hardly two wordings.
_SIGN = re.compile(r"[^\w\s.,'%°$€£¥]|_")
#: The hyphen of "twenty-one", which tells nothing.
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_ORDINAL = re.compile(rf"\b(?:{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))\b", re.IGNORECASE)


@lru_cache(maxsize=10_000)
def equivalent(one: str, other: str) -> bool:
    """Whether they say the same: "6" and "six", "the UK" and "Great Britain".

    >>> equivalent("5 km", "5 kilometres"), equivalent("5 km", "5 miles")
    (True, False)
    """
    if bare(one) == bare(other):
        return True
    named = country(one)
    if named is not None:
        return named == country(other)
    if _looks(one) != _looks(other) or _apart(one, other):
        return False
    return _agree(tokens(one), tokens(other))


def _looks(answer: str) -> tuple[object, ...]:
    """What tells two answers apart though grading forgives it: signs, ordinals, accents."""
    plain = _HYPHEN.sub(" ", straight(answer))
    accents = {one for one in answer if answer.islower() and one.isalpha() and not one.isascii()}
    return _SIGN.findall(plain), len(_ORDINAL.findall(plain)), accents


def _apart(one: str, other: str) -> bool:
    """Whether each opens with a light word of its own: "on time" is not "in time"."""
    first, second = ("".join(bare(answer).split()[:1]) for answer in (one, other))
    return first != second and {first, second} <= LEADING


def _agree(one: tuple[Token, ...], other: tuple[Token, ...]) -> bool:
    """Whether the tokens are the same; behind a number, units may be abbreviated."""
    measured = any(isinstance(token, Decimal) for token in one)
    return len(one) == len(other) and all(
        a == b or (measured and same_unit(a, b)) for a, b in zip(one, other, strict=True)
    )
