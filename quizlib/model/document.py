"""Documents and their blocks: what a reader makes of a source."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from enum import StrEnum
from functools import cached_property

from quizlib.model.base import Frozen
from quizlib.model.evidence import Evidence


class BlockKind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ENTRY = "list_entry"
    QUESTION = "question"  # a question that the author wrote, answered by the block(s) after it
    ANSWER = "answer"
    DISTRACTOR = "distractor"  # an option that the author gave with a question, and called wrong
    TERM = "term"  # defined by the block after it
    DEFINITION = "definition"
    CLOZE = "cloze"  # a sentence with its gap(s) marked in [brackets] by the author


class Run(Frozen):
    """`length` characters of a block's text, in a row in the original too.

    `width` is given where they stand for another number of characters of the
    original, which cannot be parted: an entity such as `&amp;`.
    """

    at: int  # in the block's text
    start: int  # in the document's original text
    length: int
    width: int = 0


class Block(Frozen):
    """One part of a document.

    `text` is what a person reads: markup and line breaks inside it are gone.
    `start` and `end` span the block in the document's original text. `runs` maps
    `text` onto the original, in order, and is empty where the two are the same.
    `level` is a heading's depth (1 is the top) or a list entry's (1 is outermost).
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    level: int = 0
    runs: tuple[Run, ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` (not empty) stands in the document's original text."""
        return self._original(start)[0], self._original(end - 1)[1]

    def _original(self, position: int) -> tuple[int, int]:
        """Where the character at `position` starts and ends in the original."""
        if not self.runs:
            return self.start + position, self.start + position + 1
        run = self.runs[bisect_right(self.runs, position, key=lambda run: run.at) - 1]
        if run.width:
            return run.start, run.start + run.width
        place = run.start + min(position - run.at, run.length - 1)
        return place, place + 1


class Document(Frozen):
    """A source with its parts.

    Attributes:
        id: Its name as an identifier; items name it by that.
        title: Shown with every question.
        name: The file's path relative to what was read.
        format: The name of the reader that read it.
        text: The original as decoded, every character of it, into which all spans point; for
            formats that are not text with marks (HTML) the readable text that the reader
            extracted.
        blocks: Its parts, in order.
        digest: SHA-256 of the file's bytes, in hexadecimal digits.
        date: When it was published.
        publisher: Who published it.
        genre: What sort of text it says it is.
        language: The language's code, as in ISO 639-1.

    Examples:
        >>> import quizlib
        >>> [document] = quizlib.read("salt-works.md")
        >>> block = document.blocks[1]
        >>> block.kind.value, block.text, document.line(block.start)
        ('question', 'When was the salt tax abolished?', 3)
        >>> document.text[block.start : block.end]
        'When was the salt tax abolished?'
    """

    id: str
    title: str
    name: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    digest: str
    date: dt.date | None = None
    publisher: str = ""
    genre: str = ""
    language: str = "en"

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\r\n|\r|\n", self.text))]

    def line(self, position: int) -> int:
        """The line, from 1, that holds the character at `position`."""
        return bisect_right(self._line_starts, position)

    def evidence(self, block: Block, start: int = 0, end: int | None = None) -> Evidence:
        """The quote of `block.text[start:end]`, the whole block when not given."""
        words = block.text[start:end]
        first, last = block.span(start, start + len(words))
        quote = self.text[first:last]
        readable = " ".join(words.split())
        return Evidence(
            document=self.id,
            quote=quote,
            start=first,
            end=last,
            line=self.line(first),
            readable=None if readable == " ".join(quote.split()) else readable,
        )
