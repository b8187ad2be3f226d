"""What cannot go on: the exceptions of quizlib.

Wrong *content* is a `quizlib.model.Problem` and is collected; an exception means
that the work cannot continue. Every class builds its own message, which says
what happened, where, and what would be allowed.

    QuizlibError
    ├── SourceError
    │   ├── SourceNotFound      no such file or folder
    │   ├── UnreadableSource    a file that is no text of a known format
    │   └── NothingToRead       a folder, or a list, without one readable document
    ├── BankError
    │   ├── BankNotFound        no such bank
    │   ├── DamagedBank         not a bank, with line and column where known
    │   ├── NewerBank           written by a later version of the format
    │   ├── ChangedBank         written by somebody else while it was open here
    │   └── EmptyBank           no item to ask, print or export
    ├── UnreadableDeck          a deck of another program that cannot be imported
    ├── UnknownName             a reader, kind, target … that nobody offers
    ├── InvalidOption           an option of an export that is unknown, or its value wrong
    ├── BrokenPlugin            a plug-in that cannot be loaded, or fails in use
    ├── LanguageModelError      the language model is missing or unusable
    ├── UnfitItem               an item whose fields do not fit its kind
    ├── InvalidEdit             a change that would leave no usable item
    ├── StoreError
    │   ├── DamagedStore        a file that holds no learner's data
    │   ├── NewerStore          written by a later version of the schema
    │   └── StoreTrouble        it cannot be read or written now
    ├── LogError
    │   ├── DamagedLog          a file that is no exported log
    │   └── NewerLog            an exported log of a later version of the format
    ├── ClockWentBack           a review that would lie before the last one
    ├── NothingAsked            a rating, a flag … while no card is asked
    ├── InvalidResponse         an answer of a shape that the interaction cannot take
    ├── MissingGlyph            a character that no font has, on paper
    ├── UnreadableForms         the map of a sheet's forms, or the answers to it
    ├── UnreadableResults       a file that holds no answers of learners
    ├── AnkiError
    │   ├── AnkiNotReached      no Anki with AnkiConnect answers
    │   └── AnkiRefused         Anki answers, and does not do what it is asked
    └── OutputError             a file that cannot be written
"""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from os import PathLike, fspath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime


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


class SourceError(QuizlibError):
    """A source document that cannot be used."""


class SourceNotFound(SourceError):
    def __init__(self, path: str | PathLike[str]) -> None:
        super().__init__(f"{place(path)}: no such file or folder")


class UnreadableSource(SourceError):
    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: {why}")
        self.why = why


class NothingToRead(SourceError):
    """`failed` tells, a line each, what was tried and could not be read."""

    def __init__(
        self, path: str | PathLike[str], suffixes: Iterable[str], failed: Sequence[str] = ()
    ) -> None:
        tried = "".join(f"; {line}" for line in failed[:3])
        more = f"; and {len(failed) - 3} more" if len(failed) > 3 else ""
        super().__init__(
            f"{place(path)}: nothing to read here;"
            f" readable are {', '.join(sorted(suffixes))}{tried}{more}"
        )


class BankError(QuizlibError):
    """A bank that cannot be used."""


class BankNotFound(BankError):
    def __init__(self, path: str | PathLike[str]) -> None:
        super().__init__(
            f"{place(path)}: no such bank; name a bank (.json), a deck (.apkg),"
            " or a source file or folder"
        )


class DamagedBank(BankError):
    """`line` and `column` count from 1; 0 means that the place is not known."""

    def __init__(self, path: str | PathLike[str], why: str, line: int = 0, column: int = 0) -> None:
        where = f", line {line} column {column}" if line else ""
        super().__init__(f"{place(path)}{where}: not a usable bank: {printable(why)}")


class NewerBank(BankError):
    def __init__(self, path: str | PathLike[str], found: int, known: int) -> None:
        super().__init__(
            f"{place(path)}: written in bank format {found}, this quizlib knows up to {known};"
            " update quizlib to open it"
        )


class ChangedBank(BankError):
    def __init__(self, path: str | PathLike[str]) -> None:
        super().__init__(
            f"{place(path)}: changed by somebody else meanwhile; nothing was written over it:"
            " open it again"
        )


class EmptyBank(BankError):
    def __init__(self, what: str, why: str = "no item left to ask") -> None:
        super().__init__(f"{printable(what)}: {why}")


class UnreadableDeck(QuizlibError):
    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: not a usable deck: {printable(why)}")
        self.why = printable(why)


class UnknownName(QuizlibError):
    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        close = get_close_matches(name, names, n=1)
        hint = f" (did you mean {close[0]}?)" if close else ""
        listed = ", ".join(names) or "none"
        super().__init__(f"unknown {what} {printable(name)!r}{hint}; known: {listed}")


class InvalidOption(QuizlibError):
    def __init__(self, target: str, name: str, why: str) -> None:
        option = f"option {printable(name)}: " if name else ""
        super().__init__(f"{printable(target)}: {option}{printable(why)}")


class MissingGlyph(QuizlibError):
    """`cure` says how to get a font that has it, `where` the item that it stands in."""

    def __init__(self, text: str, cure: str = "", where: str = "") -> None:
        named = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, '')}".rstrip() for c in text[:3])
        place = f"{printable(where)}: " if where else ""
        told = f"; {cure}" if cure else ""
        super().__init__(f"{place}no font has a glyph for {printable(text)!r} ({named}){told}")
        self.text = text
        self.cure = cure


class UnreadableForms(QuizlibError):
    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: {printable(why)}")


class UnreadableResults(QuizlibError):
    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: {printable(why)}")


class BrokenPlugin(QuizlibError):
    """`what` is the sort of thing that it offers as `name`, `origin` its distribution."""

    def __init__(self, what: str, name: str, origin: str, why: str) -> None:
        self.where = printable(f"plug-in {origin} ({what} {name})")
        self.why = printable(why)
        super().__init__(f"{self.where}: {self.why}; mend, update or uninstall that package")


class LanguageModelError(QuizlibError):
    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"language model {printable(name)!r}: {why}")


class UnfitItem(QuizlibError):
    def __init__(self, id: str, kind: str, why: str) -> None:
        super().__init__(f"item {printable(id)} is no {printable(kind)}: {printable(why)}")
        self.why = printable(why)


class InvalidEdit(QuizlibError):
    def __init__(self, why: str) -> None:
        super().__init__(f"not taken: {printable(why)}")


class InvalidResponse(QuizlibError):
    def __init__(self, response: object, allowed: str) -> None:
        super().__init__(f"cannot grade {printable(repr(response))}; allowed: {allowed}")


class StoreError(QuizlibError):
    """Learner's data that cannot be used."""


class DamagedStore(StoreError):
    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: not usable as a learner's data: {printable(why)}")


class NewerStore(StoreError):
    def __init__(self, path: str | PathLike[str], found: int, known: int) -> None:
        super().__init__(
            f"{place(path)}: written by a later quizlib (schema {found}, this one knows up to"
            f" {known}); nothing was changed: update quizlib to use it"
        )


class StoreTrouble(StoreError):
    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: cannot be used now: {printable(why)}")


class LogError(QuizlibError):
    """An exported log that cannot be used."""


class DamagedLog(LogError):
    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{printable(name)}: no log of quizlib: {printable(why)}")


class NewerLog(LogError):
    def __init__(self, name: str, found: int, known: int) -> None:
        super().__init__(
            f"{printable(name)}: written in log format {found}, this quizlib knows up to {known};"
            " update quizlib to import it"
        )


class ClockWentBack(QuizlibError):
    def __init__(self, now: datetime, last: datetime) -> None:
        super().__init__(
            f"the clock shows {now.astimezone(last.tzinfo):%Y-%m-%d %H:%M:%S %Z}, but this card"
            f" was reviewed at {last:%Y-%m-%d %H:%M:%S %Z}; nothing was kept: set the clock right"
        )


class NothingAsked(QuizlibError):
    def __init__(self, what: str, why: str = "no card is asked now") -> None:
        super().__init__(f"cannot {what}: {why}")


class AnkiError(QuizlibError):
    """A running Anki that cannot be used."""


class AnkiNotReached(AnkiError):
    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"{printable(address)}: no Anki to be reached: {printable(why)};"
            " start Anki with the add-on AnkiConnect, or import the file there"
        )


class AnkiRefused(AnkiError):
    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{printable(address)}: not taken by Anki: {printable(why)}")


class OutputError(QuizlibError):
    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: cannot write: {why}")
