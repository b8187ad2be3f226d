"""The root of the exceptions, and how their messages are written."""

from __future__ import annotations

from os import PathLike, fspath


def printable(text: str) -> str:
    """`text` with control characters as escapes, so that a message is safe to print."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def place(path: str | PathLike[str]) -> str:
    """A path as shown in messages."""
    return printable(fspath(path))


class QuizlibError(Exception):
    """The root of the tree; `str(error)` is one line for a person.

    Examples:
        >>> import quizlib
        >>> try:
        ...     quizlib.read("no-such-folder")
        ... except quizlib.QuizlibError as error:
        ...     print(f"error: {error}")
        error: no-such-folder: no such file or folder
    """
