"""What learners answered, and what is kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors.root import QuizlibError, place, printable

if TYPE_CHECKING:
    from datetime import datetime
    from os import PathLike


class InvalidResponse(QuizlibError):
    """An answer of a shape that the interaction cannot take.

    Cause: A program handed in something else than the question asks for, such as a number for a
    list.
    Cure: Give what the message allows; the table at `quizlib.Quiz.answer` has all shapes.

    >>> print(InvalidResponse(7, "an option's words, number or letter"))
    cannot grade 7; allowed: an option's words, number or letter
    """

    def __init__(self, response: object, allowed: str) -> None:
        super().__init__(f"cannot grade {printable(repr(response))}; allowed: {allowed}")


class NothingAsked(QuizlibError):
    """A rating, a flag … while no card is asked.

    Cause: A program called a method of a session before `next`, or after the last card.
    Cure: Call `next` first, and go on only while it gives a card.

    >>> print(NothingAsked("rate"))
    cannot rate: no card is asked now
    """

    def __init__(self, what: str, why: str = "no card is asked now") -> None:
        super().__init__(f"cannot {what}: {why}")


class ClockWentBack(QuizlibError):
    """A review that would lie before the last one.

    Cause: The clock of this machine is wrong, or was when the card was reviewed last.
    Cure: Set the clock right and answer again.

    >>> from datetime import UTC, datetime
    >>> error = ClockWentBack(
    ...     datetime(2026, 7, 1, 9, tzinfo=UTC), datetime(2026, 7, 1, 10, tzinfo=UTC)
    ... )
    >>> print(error)
    the clock shows 2026-07-01 09:00:00 UTC, but this card was reviewed at 2026-07-01 10:00:00
    UTC; nothing was kept: set the clock right
    """

    def __init__(self, now: datetime, last: datetime) -> None:
        super().__init__(
            f"the clock shows {now.astimezone(last.tzinfo):%Y-%m-%d %H:%M:%S %Z}, but this card"
            f" was reviewed at {last:%Y-%m-%d %H:%M:%S %Z}; nothing was kept: set the clock right"
        )


class StoreError(QuizlibError):
    """Learner's data that cannot be used."""


class DamagedStore(StoreError):
    """A file that holds no learner's data.

    Cause: The file is of another program, or its disk has damaged it.
    Cure: Name another with `--data-dir`, or put a backup in its place; a log that `quizlib log
    export` wrote brings everything back.

    >>> print(DamagedStore("default.sqlite3", "file is not a database"))
    default.sqlite3: not usable as a learner's data: file is not a database
    """

    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: not usable as a learner's data: {printable(why)}")


class NewerStore(StoreError):
    """A learner's data written by a later version of the schema.

    Cause: A later quizlib has used it.
    Cure: Update quizlib on this machine.

    >>> print(NewerStore("default.sqlite3", 2, 1))
    default.sqlite3: written by a later quizlib (schema 2, this one knows up to 1); nothing was
    changed: update quizlib to use it
    """

    def __init__(self, path: str | PathLike[str], found: int, known: int) -> None:
        super().__init__(
            f"{place(path)}: written by a later quizlib (schema {found}, this one knows up to"
            f" {known}); nothing was changed: update quizlib to use it"
        )


class StoreTrouble(StoreError):
    """A learner's data that cannot be read or written now.

    Cause: Another program holds the file, the disk is full, or you may not write there.
    Cure: Close the other program, or make room; nothing that was kept before is lost.

    >>> print(StoreTrouble("default.sqlite3", "database is locked"))
    default.sqlite3: cannot be used now: database is locked
    """

    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: cannot be used now: {printable(why)}")


class LogError(QuizlibError):
    """An exported log that cannot be used."""


class DamagedLog(LogError):
    """A file that is no exported log, or results that do not fit their schema.

    Cause: It is another sort of file, or was cut at its beginning.
    Cure: Export it again with `quizlib log export`, or download the results again.

    >>> print(DamagedLog("laptop.jsonl", "it is empty"))
    laptop.jsonl: no log of quizlib: it is empty
    """

    def __init__(self, name: str, why: str, *, what: str = "log") -> None:
        super().__init__(f"{printable(name)}: no {what} of quizlib: {printable(why)}")


class NewerLog(LogError):
    """An exported log, or results, of a later version of the format.

    Cause: A later quizlib wrote it.
    Cure: Update quizlib on this machine.

    >>> print(NewerLog("laptop.jsonl", 2, 1))
    laptop.jsonl: written in log format 2, this quizlib knows up to 1; update quizlib to import it
    """

    def __init__(self, name: str, found: int, known: int, *, what: str = "log") -> None:
        super().__init__(
            f"{printable(name)}: written in {what} format {found}, this quizlib knows up to"
            f" {known}; update quizlib to import it"
        )


class UnreadableForms(QuizlibError):
    """The map of a sheet's forms, or the answers to it.

    Cause: The file is not the …-map.json of a worksheet, or the table of answers lacks a column
    or has a row too short.
    Cure: Take the map from beside the worksheet that was printed, and correct the table as the
    message says.

    >>> print(UnreadableForms("answers.csv", "it is no UTF-8 text"))
    answers.csv: it is no UTF-8 text
    """

    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: {printable(why)}")


class UnreadableResults(QuizlibError):
    """A file that holds no answers of learners.

    Cause: It is neither results, scores, a log nor a table with the columns learner, item and
    share.
    Cure: Name one of these; `quizlib analyse --help` lists them.

    >>> print(UnreadableResults("grades.xlsx", "it is no UTF-8 text"))
    grades.xlsx: it is no UTF-8 text
    """

    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: {printable(why)}")
