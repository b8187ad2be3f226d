"""Parts -> Document: what every reader does once its format's marks are gone."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from itertools import takewhile
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from quizlib.errors import UnreadableSource
from quizlib.model import Block, BlockKind, Document
from quizlib.readers import _shapes
from quizlib.readers._entries import defined, marked
from quizlib.readers._letters import lettered
from quizlib.readers._marked import Part
from quizlib.readers._metadata import Metadata, said, title_of
from quizlib.readers._options import with_options
from quizlib.readers._questions import answered

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOP = 8  # so many parts at most can stand above the first paragraph


class Source(NamedTuple):
    """What a reader was given, and `text`, into which the parts that it finds map."""

    data: bytes
    name: str
    format: str
    text: str


def document(source: Source, parts: Iterable[Part], known: Metadata) -> Document:
    """The document of `parts`; `known` is what the source says about itself outside them.

    Raises UnreadableSource when there is nothing to read in it.
    """
    told, running = _top(list(parts))
    optioned = lettered(list(_once(running)), source.text)
    structured = with_options(list(answered(list(defined(marked(optioned))))))
    blocks = tuple(block for block in (part.block() for part in structured) if block)
    if not blocks:
        raise UnreadableSource(source.name, "there is no readable text in it")
    metadata = known.over(told)
    return Document(
        id=slug(source.name),
        title=metadata.title or _title(blocks) or title_of(source.name),
        name=source.name,
        format=source.format,
        text=source.text,
        blocks=blocks,
        digest=hashlib.sha256(source.data).hexdigest(),
        date=metadata.date,
        publisher=metadata.publisher,
        genre=metadata.genre,
        language=metadata.language or "en",
    )


def slug(name: str) -> str:
    """A file name as an identifier: "Notes/Über uns.md" -> "notes-uber-uns"."""
    path = PurePosixPath(name).with_suffix("") if PurePosixPath(name).name else name
    plain = unicodedata.normalize("NFKD", str(path)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "document"


def _top(parts: list[Part]) -> tuple[Metadata, list[Part]]:
    """What the lines above the first paragraph say, and the parts without those lines.

    What follows a date on its line is the title.
    """
    told, kept = Metadata(), list[Part]()
    for index, part in enumerate(parts[:_TOP]):
        lines = [part.text.cut(*span) for span in part.text.line_spans()[:_TOP]]
        found = [(line, one) for line in lines if (one := said(line.text))]
        if len(found) == len(lines):
            for line, one in found:
                told = told.over(one.metadata)
                rest = line.cut(one.end)
                kept.extend([Part(BlockKind.HEADING, rest, 1)] if rest.text else [])
        elif part.kind == BlockKind.HEADING:
            kept.append(part)
        else:
            return told, [*kept, *parts[index:]]
    return told, [*kept, *parts[_TOP:]]


def _once(parts: Iterable[Part]) -> Iterable[Part]:
    """The parts, without a heading that only repeats the one before it."""
    last = ""
    for part in parts:
        words = part.words.casefold() if part.kind == BlockKind.HEADING else ""
        if not words or words != last:
            yield part
        last = words


def _title(blocks: tuple[Block, ...]) -> str:
    """The heading that opens the document, else the highest of the others.

    Of several at the top it is the one of a page of questions, or one that asks: words in
    capitals above it say whose page it is.
    """
    headings = [block for block in blocks if block.kind == BlockKind.HEADING]
    top = list(takewhile(lambda block: block.kind == BlockKind.HEADING, blocks))
    if top:
        asking = [block for block in top if _shapes.heads_questions(block.text)]
        if _shapes.shouted(top[0].text):
            asking += [block for block in top if _shapes.ends_asking(block.text)]
        return next(iter([*asking, *top])).text.rstrip(": ")
    named = [block for block in headings if not _shapes.heads_glossary(block.text)]
    return min(named, key=lambda block: block.level).text.rstrip(": ") if named else ""
