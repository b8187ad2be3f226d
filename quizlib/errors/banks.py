"""Banks and decks that cannot be used, and items that cannot be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors.root import QuizlibError, place, printable

if TYPE_CHECKING:
    from os import PathLike


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
