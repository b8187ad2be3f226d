"""Trouble with content: data, collected and reported with its place."""

from __future__ import annotations

from enum import StrEnum

from quizlib.model.base import Frozen


class Severity(StrEnum):
    ERROR = "error"  # the item or file must not be used as it is
    WARNING = "warning"  # a person should look
    NOTE = "note"  # good to know


class Problem(Frozen):
    """One finding.

    `code` is short, stable and lower-case ("quote-not-found"); `where` names the
    place for a person: an item's id, or a file with its line.
    """

    code: str
    severity: Severity
    message: str
    where: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message
