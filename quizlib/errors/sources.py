"""Documents that cannot be read, and the language model that reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors.root import QuizlibError, place, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from os import PathLike


class SourceError(QuizlibError):
    """A source document that cannot be used."""


class SourceNotFound(SourceError):
    """No such file or folder.

    Cause: What was named is not there, or its name is misspelt.
    Cure: Check the spelling, and the folder that the command is run in.

    >>> print(SourceNotFound("notes/biolgy.md"))
    notes/biolgy.md: no such file or folder
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        super().__init__(f"{place(path)}: no such file or folder")


class UnreadableSource(SourceError):
    """A file that is no text of a known format, or cannot be opened; `why` tells.

    Cause: The file is empty, no text, damaged, or of a sort that another command takes; or you
    may not read it.
    Cure: Do what the message says. A PDF or a word processor's file is to be saved as text,
    Markdown or HTML first.

    >>> error = UnreadableSource(
    ...     "salt.json", "is a bank; build takes the documents that it was made from"
    ... )
    >>> print(error)
    salt.json: is a bank; build takes the documents that it was made from
    """

    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: {why}")
        self.why = why


class NothingToRead(SourceError):
    """A folder, or a list, without one readable document.

    `failed` tells, a line each, what was tried and could not be read.

    Cause: No file in the folder has one of the endings listed, or each that has could not be
    read.
    Cure: Name another folder, or the file itself, which is then read as plain text.

    >>> print(NothingToRead("photos", [".md", ".txt", ".html"]))
    photos: nothing to read here; readable are .html, .md, .txt
    """

    def __init__(
        self, path: str | PathLike[str], suffixes: Iterable[str], failed: Sequence[str] = ()
    ) -> None:
        tried = "".join(f"; {line}" for line in failed[:3])
        more = f"; and {len(failed) - 3} more" if len(failed) > 3 else ""
        super().__init__(
            f"{place(path)}: nothing to read here;"
            f" readable are {', '.join(sorted(suffixes))}{tried}{more}"
        )


class LanguageModelError(QuizlibError):
    """The language model is missing or unusable.

    Cause: The model that finds sentences and names was not installed, or is damaged, or another
    one that was named lacks a part.
    Cure: Install quizlib again, which brings its model along; or name a model that has the part.

    >>> print(LanguageModelError("en_core_web_lg", "lacks ner"))
    language model 'en_core_web_lg': lacks ner
    """

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"language model {printable(name)!r}: {why}")
