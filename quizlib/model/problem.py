"""Trouble with content: data, collected and reported with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from quizlib.model.base import Described, Frozen

if TYPE_CHECKING:
    from collections.abc import Mapping


class Severity(Described, StrEnum):
    """How much a problem matters.

    Attributes:
        ERROR: The item or file must not be used as it is.
        WARNING: A person should look.
        NOTE: It is good to know.

    Examples:
        >>> import quizlib
        >>> found = quizlib.check(quizlib.load("salt.json"))
        >>> any(problem.severity is quizlib.Severity.ERROR for problem in found)
        False
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Problem(Frozen):
    """One finding.

    Attributes:
        code: Short, stable and in lower case, such as "quote-not-found".
        severity: How much it matters.
        message: What it is, for a person.
        where: The place, for a person: an item's id, or a file with its line.

    Examples:
        >>> import quizlib
        >>> problem = quizlib.Problem(
        ...     code="unreadable-source",
        ...     severity=quizlib.Severity.WARNING,
        ...     message="it is empty",
        ...     where="old.md",
        ... )
        >>> print(f"{problem.severity}: {problem}")
        warning: old.md: it is empty
    """

    code: str
    severity: Severity
    message: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


@dataclass(frozen=True)
class ProblemCode:
    """What all problems of one code have in common; docs/errors.md tells it of each.

    `message` has {names} for what differs, `example` the names' values and `where`.
    """

    name: str
    severity: Severity
    message: str
    cause: str
    cure: str
    example: Mapping[str, object]

    def at(self, where: str = "", **values: object) -> Problem:
        """The problem at this place."""
        message = self.message.format(**values)
        return Problem(code=self.name, severity=self.severity, message=message, where=where)
