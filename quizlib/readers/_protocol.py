"""What a reader is, and where the readers are found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizlib.registry import Registry

if TYPE_CHECKING:
    from quizlib.model import Document


class Reader(Protocol):
    """Turns the bytes of one source into a document.

    `suffixes` are the file endings it reads, with the dot, in lower case.
    """

    summary: str  # one line for `quizlib formats`
    suffixes: tuple[str, ...]

    def read(self, data: bytes, name: str) -> Document:
        """The document in `data`; `name` is its path relative to what is read.

        Raises UnreadableSource when `data` is no text of this format.
        """
        ...


readers: Registry[Reader] = Registry("source format", "quizlib.readers", "reader", Reader)
