"""Trouble with content: data, collected and reported with its place."""

from __future__ import annotations

from enum import StrEnum

from quizlib.model.base import Frozen


class Severity(StrEnum):
    """How much a problem matters.

    Examples:
        >>> import quizlib
        >>> found = quizlib.check(quizlib.load("salt.json"))
        >>> any(problem.severity is quizlib.Severity.ERROR for problem in found)
        False
    """

    ERROR = "error"  # the item or file must not be used as it is
    WARNING = "warning"  # a person should look
    NOTE = "note"  # good to know


class Problem(Frozen):
    """One finding.

    `code` is short, stable and lower-case ("quote-not-found"); `where` names the
    place for a person: an item's id, or a file with its line.

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
