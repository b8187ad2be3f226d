"""What a reader is, and where the readers are found."""

from __future__ import annotations

from typing import Protocol

from quizlib.errors import UnreadableSource
from quizlib.faults import problem
from quizlib.model import Document, Problem
from quizlib.registry import Registry


class Reader(Protocol):
    """Turns the bytes of one source into a document."""

    @property
    def summary(self) -> str:
        """One line for `quizlib formats` and the docs."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file endings that it reads, with the dot, in lower case."""
        ...

    def read(self, data: bytes, name: str) -> Document:
        """The document in `data`; `name` is its path relative to what is read.

        Raises UnreadableSource when `data` is no text of this format.
        """
        ...


readers: Registry[Reader] = Registry("source format", "quizlib.readers", "reader", Reader)


def by_suffix() -> dict[str, str]:
    """File ending -> the reader's name: one of quizlib's own, else the first by name."""
    found: dict[str, str] = {}
    for name, reader in sorted(readers.usable().items(), key=lambda one: not readers.own(one[0])):
        for suffix in reader.suffixes:
            found.setdefault(suffix, name)
    return found


def overruled() -> list[Problem]:
    """The endings that a plug-in reads too, and does not get."""
    given = by_suffix()
    return [
        problem(readers.fault(name, f"{suffix} files are read by {given[suffix]}"))
        for name, reader in readers.usable().items()
        for suffix in reader.suffixes
        if given[suffix] != name
    ]


def made(reader: str, data: bytes, name: str) -> Document:
    """What the reader called `reader` makes of `data`.

    Raises UnreadableSource; BrokenPlugin where a plug-in fails, or makes what is no sound
    document.
    """
    one = readers.get(reader)
    with readers.guarded(reader, UnreadableSource):
        document = one.read(data, name)
        if not readers.own(reader) and (why := _unsound(document)):
            raise readers.fault(reader, why)
    return document


def _unsound(document: Document) -> str:
    """Why what a plug-in read cannot be used, "" where it can."""
    if not isinstance(document, Document):
        return f"it read {document!r:.60}, which is no Document"
    for block in document.blocks:
        if not 0 <= block.start < block.end <= len(document.text):
            return f"its block {block.text!r:.60} stands nowhere in the document"
    return ""
