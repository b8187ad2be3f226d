"""Names and options that nobody offers, and plug-ins that do not work."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from quizlib.errors.root import QuizlibError, printable

if TYPE_CHECKING:
    from collections.abc import Iterable


#: Of a value that is told in a message, in characters.
_LONGEST = 60


class UnknownName(QuizlibError):
    """A kind, target, source, status … that nobody offers.

    Cause: The name is misspelt, or is that of a plug-in that is not installed.
    Cure: Take one of the names listed; `quizlib formats` tells them all.

    >>> print(UnknownName("kind", "chioce", ["choice", "cloze"]))
    unknown kind 'chioce' (did you mean choice?); known: choice, cloze

    Where `plugins` may offer more names, and no known one is alike, the message says so.
    """

    def __init__(
        self, what: str, name: str, known: Iterable[str], *, plugins: bool = False
    ) -> None:
        names = sorted(known)
        close = get_close_matches(name, names, n=1)
        hint = f" (did you mean {close[0]}?)" if close else ""
        listed = ", ".join(names) or "none"
        other = " (any other needs its plug-in installed)" if plugins and not close else ""
        super().__init__(f"unknown {what} {printable(name)!r}{hint}; known: {listed}{other}")


class InvalidArgument(QuizlibError):
    """An argument of a kind that a function cannot take.

    Cause: A program handed in something else than asked for, such as a path for what was loaded
    from it, or one name for a list of them.
    Cure: Give what the message allows.

    >>> print(InvalidArgument("Quiz", "kinds", "term", "a list of names, such as ['term']"))
    Quiz: cannot take kinds='term'; allowed: a list of names, such as ['term']
    """

    def __init__(self, function: str, name: str, value: object, allowed: str) -> None:
        told = repr(value)
        shown = told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"
        super().__init__(f"{function}: cannot take {name}={printable(shown)}; allowed: {allowed}")


class InvalidOption(QuizlibError):
    """An option of an export that is unknown, or its value wrong.

    Cause: The target has no such option, its value is none that it takes, or two exclude each
    other.
    Cure: `quizlib export TARGET --help` tells the options and their values.

    >>> print(InvalidOption("worksheet", "count", "Input should be a valid integer"))
    worksheet: option count: Input should be a valid integer
    """

    def __init__(self, target: str, name: str, why: str) -> None:
        option = f"option {printable(name)}: " if name else ""
        super().__init__(f"{printable(target)}: {option}{printable(why)}")


class BrokenPlugin(QuizlibError):
    """A plug-in that cannot be loaded, or fails in use.

    `what` is the sort of thing that it offers as `name`, `origin` its distribution.

    Cause: A package that was installed beside quizlib is broken, or made for another version.
    Cure: Update or uninstall that package; all the rest works without it.

    >>> print(BrokenPlugin("export target", "moodle", "quizlib-moodle 1.0", "it has no summary"))
    plug-in quizlib-moodle 1.0 (export target moodle): it has no summary; mend, update or
    uninstall that package
    """

    def __init__(self, what: str, name: str, origin: str, why: str) -> None:
        self.where = printable(f"plug-in {origin} ({what} {name})")
        self.why = printable(why)
        super().__init__(f"{self.where}: {self.why}; mend, update or uninstall that package")
