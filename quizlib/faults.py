"""Plug-ins that failed, as problems."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

from quizlib.errors import BrokenPlugin
from quizlib.model import Problem, ProblemCode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


def reason(error: BaseException, target: str) -> str:
    """What was raised, on one line, and in which line of the plug-in at "module:attribute"."""
    package = target.partition(":")[0].partition(".")[0]
    lines = [
        f" ({Path(frame.f_code.co_filename).name}:{line})"
        for frame, line in walk_tb(error.__traceback__)
        if str(frame.f_globals.get("__name__", "")).partition(".")[0] == package
    ]
    said = " ".join(str(error).split())
    return f"{type(error).__name__}{f': {said}' if said else ''}{lines[-1] if lines else ''}"


BROKEN = ProblemCode(
    name="broken-plug-in",
    severity=Severity.WARNING,
    message="left out{failed}: {why}",
    cause="A plug-in, a package that was installed beside quizlib, cannot be loaded or fails.",
    cure="Mend, update or uninstall the package; `quizlib formats` tells where each plug-in comes"
    " from. All the rest works without it.",
    example={
        "where": "plug-in quizlib-epub 1.0 (source format epub)",
        "failed": "",
        "why": "ModuleNotFoundError: No module named 'ebooklib'",
    },
)


def problem(error: BrokenPlugin, at: str = "") -> Problem:
    """The plug-in as a problem; `at` names what it failed at, where it works otherwise."""
    failed = f" where it fails, first at {at}" if at else ""
    return BROKEN.at(error.where, failed=failed, why=error.why)


class Faults:
    """What plug-ins failed at in the course of one piece of work, each told once."""

    def __init__(self) -> None:
        self.first: BrokenPlugin | None = None
        self._found: dict[str, Problem] = {}

    @contextmanager
    def noted(self, at: str) -> Iterator[None]:
        """In here, a plug-in that fails is noted, with `at`, and what is left is passed over."""
        try:
            yield
        except BrokenPlugin as error:
            self.first = self.first or error
            self._found.setdefault(error.where, problem(error, at))

    def problems(self) -> list[Problem]:
        """One for each plug-in that failed, in the order in which they did."""
        return list(self._found.values())
