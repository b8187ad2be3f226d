"""What cannot be written, printed or handed on."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from quizlib.errors.root import QuizlibError, place, printable

if TYPE_CHECKING:
    from os import PathLike


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
