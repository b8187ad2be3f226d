"""What callers hand in, looked at before it is used: else it would fail later, and say less."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from quizlib.errors import InvalidArgument, UnknownName

if TYPE_CHECKING:
    from pydantic import ValidationError

    from quizlib.errors import QuizlibError


_TEXTS = "a list of texts"


def expect(fits: bool, function: str, name: str, value: object, allowed: str) -> None:
    """Raises InvalidArgument unless what was given `fits`."""
    if not fits:
        raise InvalidArgument(function, name, value, allowed)


def texts(function: str, name: str, given: object, allowed: str = _TEXTS) -> list[str]:
    """The texts in a list, a set … Raises InvalidArgument for one text, which is none of its
    letters, and for what is no list of texts.
    """
    listed = list(given) if isinstance(given, Iterable) and not isinstance(given, str) else [None]
    if not all(isinstance(one, str) for one in listed):
        raise InvalidArgument(function, name, given, allowed)
    return [one for one in listed if isinstance(one, str)]


def kinds(function: str, given: object) -> list[str]:
    """The names of kinds in a list. Raises InvalidArgument."""
    return texts(function, "kinds", given, "a list of names, such as ['term']")


def refused(function: str, error: ValidationError, fields: Iterable[str]) -> QuizlibError:
    """What Pydantic does not take of a function's arguments, the first of it, as an error here."""
    first = error.errors(include_url=False)[0]
    name = ".".join(map(str, first["loc"]))
    if first["type"] == "extra_forbidden":
        return UnknownName(f"argument of {function}", name, fields)
    allowed = first["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
    if first["type"] == "sequence_str":
        allowed = _TEXTS
    return InvalidArgument(function, name, first["input"], allowed)
