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


class BankError(QuizlibError):
    """A bank that cannot be used."""


class BankNotFound(BankError):
    """No such bank.

    Cause: The file is not there, or its name is misspelt.
    Cure: Check the spelling; `quizlib build` makes a bank of documents, `quizlib import` one of a
    deck.

    >>> print(BankNotFound("biolgy.json"))
    biolgy.json: no such bank; name a bank (.json), a deck (.apkg), or a source file or folder
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        super().__init__(
            f"{place(path)}: no such bank; name a bank (.json), a deck (.apkg),"
            " or a source file or folder"
        )


class DamagedBank(BankError):
    """Not a bank.

    `line` and `column` count from 1; 0 means that the place is not known.

    Cause: The file was cut short or changed by hand, or is a file of another program.
    Cure: Mend the place that the message names, or take the file back from version control or a
    backup. The file is never changed meanwhile.

    >>> print(DamagedBank("biology.json", "items[3].stem: is missing", 41, 3))
    biology.json, line 41 column 3: not a usable bank: items[3].stem: is missing
    """

    def __init__(self, path: str | PathLike[str], why: str, line: int = 0, column: int = 0) -> None:
        where = f", line {line} column {column}" if line else ""
        super().__init__(f"{place(path)}{where}: not a usable bank: {printable(why)}")


class NewerBank(BankError):
    """A bank in a later version of the format.

    Cause: A later quizlib wrote it.
    Cure: Update quizlib on this machine.

    >>> print(NewerBank("biology.json", 2, 1))
    biology.json: written in bank format 2, this quizlib knows up to 1; update quizlib to open it
    """

    def __init__(self, path: str | PathLike[str], found: int, known: int) -> None:
        super().__init__(
            f"{place(path)}: written in bank format {found}, this quizlib knows up to {known};"
            " update quizlib to open it"
        )


class ChangedBank(BankError):
    """A bank that somebody else wrote while it was open here.

    Cause: Another program, or another window of `quizlib review`, saved the bank in between.
    Cure: Open it again: what was decided before this message is kept, the last decision is to be
    made again.

    >>> print(ChangedBank("biology.json"))
    biology.json: changed by somebody else meanwhile; nothing was written over it: open it again
    """

    def __init__(self, path: str | PathLike[str]) -> None:
        super().__init__(
            f"{place(path)}: changed by somebody else meanwhile; nothing was written over it:"
            " open it again"
        )


class EmptyBank(BankError):
    """No item to ask, print or export.

    Cause: The bank has no items, all are rejected or retired, or none fits what was asked for.
    Cure: Ask for less (`--kind`, `--tag`, `--about` …); look with `quizlib show` what there is.

    >>> print(EmptyBank("Biology", "no item of kind ordering"))
    Biology: no item of kind ordering
    """

    def __init__(self, what: str, why: str = "no item left to ask") -> None:
        super().__init__(f"{printable(what)}: {why}")


class UnreadableDeck(QuizlibError):
    """A deck of another program that cannot be imported; `why` tells.

    Cause: The file is damaged, protected, or no deck, whatever its ending says.
    Cure: Export it again from the program that it comes from, in Anki by File > Export.

    >>> print(UnreadableDeck("friend.apkg", "it is no zip file"))
    friend.apkg: not a usable deck: it is no zip file
    """

    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: not a usable deck: {printable(why)}")
        self.why = printable(why)


class UnknownName(QuizlibError):
    """A kind, target, source, status … that nobody offers.

    Cause: The name is misspelt, or is that of a plug-in that is not installed.
    Cure: Take one of the names listed; `quizlib formats` tells them all.

    >>> print(UnknownName("kind", "chioce", ["choice", "cloze"]))
    unknown kind 'chioce' (did you mean choice?); known: choice, cloze
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        names = sorted(known)
        close = get_close_matches(name, names, n=1)
        hint = f" (did you mean {close[0]}?)" if close else ""
        listed = ", ".join(names) or "none"
        super().__init__(f"unknown {what} {printable(name)!r}{hint}; known: {listed}")


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


class MissingGlyph(QuizlibError):
    """A character that no font has, on paper.

    `cure` says how to get a font that has it, `where` the item that it stands in.

    Cause: An item holds a character for which there is no printed form here.
    Cure: Install what the message names, or mend the item with `quizlib review`.

    >>> error = MissingGlyph(
    ...     "漢", "pip install 'quizlib-bank[cjk]' brings a font for it", "3f2a9c41d0b7"
    ... )
    >>> print(error)
    3f2a9c41d0b7: no font has a glyph for '漢' (U+6F22 CJK UNIFIED IDEOGRAPH-6F22); pip install
    'quizlib-bank[cjk]' brings a font for it
    """

    def __init__(self, text: str, cure: str = "", where: str = "") -> None:
        named = ", ".join(f"U+{ord(c):04X} {unicodedata.name(c, '')}".rstrip() for c in text[:3])
        place = f"{printable(where)}: " if where else ""
        told = f"; {cure}" if cure else ""
        super().__init__(f"{place}no font has a glyph for {printable(text)!r} ({named}){told}")
        self.text = text
        self.cure = cure


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


class UnfitItem(QuizlibError):
    """An item whose fields do not fit its kind.

    Cause: The bank was changed by hand or by a program, so that the item cannot be asked.
    Cure: Mend the item in `quizlib review`; `quizlib check` finds all that are alike.

    >>> print(UnfitItem("3f2a9c41d0b7", "true_false", "its key 'Yes' is neither True nor False"))
    item 3f2a9c41d0b7 is no true_false: its key 'Yes' is neither True nor False
    """

    def __init__(self, id: str, kind: str, why: str) -> None:
        super().__init__(f"item {printable(id)} is no {printable(kind)}: {printable(why)}")
        self.why = printable(why)


class InvalidEdit(QuizlibError):
    """A change that would leave no usable item.

    Cause: A field is missing, unknown or of another shape, or the editor ended without saving.
    Cure: Edit again: what was typed is offered again, and the item stays as it was until then.

    >>> print(InvalidEdit("an item needs a stem"))
    not taken: an item needs a stem
    """

    def __init__(self, why: str) -> None:
        super().__init__(f"not taken: {printable(why)}")


class InvalidResponse(QuizlibError):
    """An answer of a shape that the interaction cannot take.

    Cause: A program handed in something else than the question asks for, such as a number for a
    list.
    Cure: Give what the message allows; the table in `quizlib.grading.grade` has all shapes.

    >>> print(InvalidResponse(7, "an option's words, number or letter"))
    cannot grade 7; allowed: an option's words, number or letter
    """

    def __init__(self, response: object, allowed: str) -> None:
        super().__init__(f"cannot grade {printable(repr(response))}; allowed: {allowed}")


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

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{printable(name)}: no log of quizlib: {printable(why)}")


class NewerLog(LogError):
    """An exported log, or results, of a later version of the format.

    Cause: A later quizlib wrote it.
    Cure: Update quizlib on this machine.

    >>> print(NewerLog("laptop.jsonl", 2, 1))
    laptop.jsonl: written in log format 2, this quizlib knows up to 1; update quizlib to import it
    """

    def __init__(self, name: str, found: int, known: int) -> None:
        super().__init__(
            f"{printable(name)}: written in log format {found}, this quizlib knows up to {known};"
            " update quizlib to import it"
        )


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


class NothingAsked(QuizlibError):
    """A rating, a flag … while no card is asked.

    Cause: A program called a method of a session before `next`, or after the last card.
    Cure: Call `next` first, and go on only while it gives a card.

    >>> print(NothingAsked("rate"))
    cannot rate: no card is asked now
    """

    def __init__(self, what: str, why: str = "no card is asked now") -> None:
        super().__init__(f"cannot {what}: {why}")


class AnkiError(QuizlibError):
    """A running Anki that cannot be used."""


class AnkiNotReached(AnkiError):
    """No Anki with AnkiConnect answers.

    Cause: Anki is not running, lacks the add-on AnkiConnect, or listens at another address.
    Cure: Start Anki with the add-on, or open the file in Anki yourself.

    >>> print(AnkiNotReached("http://127.0.0.1:8765", "Connection refused"))
    http://127.0.0.1:8765: no Anki to be reached: Connection refused; start Anki with the add-on
    AnkiConnect, or import the file there
    """

    def __init__(self, address: str, why: str) -> None:
        super().__init__(
            f"{printable(address)}: no Anki to be reached: {printable(why)};"
            " start Anki with the add-on AnkiConnect, or import the file there"
        )


class AnkiRefused(AnkiError):
    """Anki answers, and does not do what it is asked.

    Cause: The add-on wants a key, or Anki cannot import now: a window of it waits for an answer,
    or no profile is open.
    Cure: Do what the message says, or open the file in Anki yourself.

    >>> print(AnkiRefused("http://127.0.0.1:8765", "collection is not available"))
    http://127.0.0.1:8765: not taken by Anki: collection is not available
    """

    def __init__(self, address: str, why: str) -> None:
        super().__init__(f"{printable(address)}: not taken by Anki: {printable(why)}")


class OutputError(QuizlibError):
    """A file that cannot be written.

    Cause: The folder is not there, the disk is full, you may not write there, or the ending is
    not one of the target's.
    Cure: Name another file. What was there before is untouched.

    >>> print(OutputError("deck.apkg", "No space left on device"))
    deck.apkg: cannot write: No space left on device
    """

    def __init__(self, path: str | PathLike[str], why: str) -> None:
        super().__init__(f"{place(path)}: cannot write: {why}")
