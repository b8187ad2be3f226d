"""What a remark in brackets behind a name says otherwise: "the United Nations (UN)"."""

from __future__ import annotations

import re

from quizlib.language.names import country

_BRACKETED = re.compile(r"(?P<outer>[^()]+?) \((?P<inner>[^()]+)\)")
#: "(or the chukar)", "(also known as the chukar)".
_OR = re.compile(r"(?:or|also(?: called| known as)?|aka|i\.e\.),? ", re.IGNORECASE)
#: Two symbols of elements and more, or one that is no initial: "CO2", "NaCl", "Fe".
_FORMULA = re.compile(r"(?=.*[a-z\d])(?:[A-Z][a-z]?\d*){2,}|[A-Z][a-z]")
#: An abbreviation is so much shorter than what it stands for.
SHORTER = 0.6
#: An abbreviation in small letters has no more of them: "kg", but no "gas".
SMALL = 2


def ways(answer: str) -> tuple[str, ...]:
    """The name before the brackets and the one in them, where both mean the same.

    That is where one abbreviates the other, or is its formula, where they name one country, or
    where an "or" says so. What else stands in brackets tells one thing from another, as in
    "hepatitis (B)".
    """
    found = _BRACKETED.fullmatch(answer.strip())
    if found is None:
        return ()
    outer, inner = found["outer"], found["inner"]
    other = _OR.sub("", inner, count=1)
    same = other != inner or _one_country(outer, inner)
    short = _abbreviates(inner, outer) or _abbreviates(outer, inner) or _FORMULA.fullmatch(inner)
    return (outer, other) if same or short else ()


def _one_country(one: str, other: str) -> bool:
    return country(one) is not None and country(one) == country(other)


def _abbreviates(short: str, long: str) -> bool:
    """Whether the letters of `short` come in `long` in their order, from its first on."""
    letters = [letter for letter in short.casefold() if letter.isalpha()]
    plain = long.casefold().removeprefix("the ")
    if len(letters) < 2 or len(short) > SHORTER * len(plain) or " " in short:
        return False
    if not plain.startswith(letters[0]) or (short.islower() and len(letters) > SMALL):
        return False
    left = iter(plain)
    return all(letter in left for letter in letters)
