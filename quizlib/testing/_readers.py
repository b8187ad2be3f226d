"""What must hold of every reader."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from quizlib.errors import UnreadableSource
from quizlib.readers import made, readers
from quizlib.testing._holding import hold, hold_line, hold_suffixes

if TYPE_CHECKING:
    from quizlib.model import Document

#: Bytes that are no document of any format, or nearly none.
_JUNK = (b"", b" \r\n\t", b"\xff\xfe", bytes(200), bytes(range(256)), b"\x89PNG\r\n\x1a\n\0\0")


def assert_reader(name: str, *samples: bytes) -> list[Document]:
    """The documents that the reader makes of `samples`, which it must read.

    Each has blocks whose words are found in the document's text, the same every time; junk
    is read too, or refused with UnreadableSource.
    """
    reader = readers.get(name)
    hold_line(reader.summary, "the summary")
    hold_suffixes(reader.suffixes)
    place = f"Notes/Salt tax{reader.suffixes[0]}"
    for junk in _JUNK:
        try:
            hold_document(made(name, junk, place))
        except UnreadableSource as error:
            hold_line(str(error), "what is said of junk")
    return [_read(name, sample, place) for sample in samples]


def _read(name: str, sample: bytes, place: str) -> Document:
    document = made(name, sample, place)
    hold(document == made(name, sample, place), "it does not read the same twice")
    hold(document.blocks, "it finds no block in a sample")
    hold(document.format == name, f"its format is {document.format!r}, not {name!r}")
    hold(document.name == place, f"the name is {document.name!r}, not {place!r}")
    hold(document.digest == hashlib.sha256(sample).hexdigest(), "the digest is no SHA-256")
    hold_document(document)
    return document


def hold_document(document: Document) -> None:
    """Raises AssertionError unless every block stands where it says, behind the one before."""
    hold_line(document.title, "the title")
    hold(document.id.strip(), "the id is empty")
    end = 0
    for block in document.blocks:
        hold(block.text.strip(), "a block is empty")
        hold(block.start >= end, f"a block begins before the one in front ends: {block.text!r}")
        end = block.end
        quote = document.evidence(block)
        found = document.text[quote.start : quote.end]
        hold(found == quote.quote, f"a block does not stand where it says: {block.text!r}")
        if not block.runs:
            hold(found == block.text, f"{block.text!r} is {found!r} in the document")
