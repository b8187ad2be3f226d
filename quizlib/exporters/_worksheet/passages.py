"""The passages that a sheet's items are about, from the documents themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import InvalidOption, QuizlibError
from quizlib.exporters._view import clean
from quizlib.exporters._worksheet.text import Text, text
from quizlib.model import BlockKind, Frozen, Problem, ProblemCode, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from quizlib.model import Bank, Block, Document, Item

#: Blocks that pose or answer the questions themselves; a long answer is a passage.
TELLING = {BlockKind.QUESTION, BlockKind.DISTRACTOR, BlockKind.CLOZE}
#: Words of an answer that says more than the answer.
LONG = 25
#: Stands where parts of the document are left out.
LEFT_OUT = "[…]"


def documents(bank: Bank, folder: Path) -> tuple[dict[str, Document], list[Problem]]:
    """The bank's documents in `folder` by id, and a Problem for each that is not there.

    They are known by their content. Raises InvalidOption.
    """
    from quizlib.readers import read

    try:
        found = read(folder)
    except QuizlibError as error:
        raise InvalidOption("worksheet", "sources", str(error)) from error
    by_digest = {document.digest: document for document in found}
    known = {record.id: by_digest.get(record.digest) for record in bank.documents}
    quoted = {quote.document for item in bank.items for quote in item.evidence}
    problems = [
        _missing(record.name)
        for record in bank.documents
        if record.id in quoted and not known[record.id]
    ]
    return {id: document for id, document in known.items() if document}, problems


SOURCE_MISSING = ProblemCode(
    name="source-missing",
    severity=Severity.WARNING,
    message="not among the sources, or changed: its passages are not printed",
    cause="`--sources` names files without this document, or it was changed since the build.",
    cure="Name its folder with `--sources`; if it was changed, build the bank again.",
    example={"where": "salt-tax.md"},
)


def _missing(name: str) -> Problem:
    return SOURCE_MISSING.at(name)


class Passage(Frozen):
    """A paragraph of a document, or a heading over some."""

    text: Text
    heading: bool = False


def passages(items: Iterable[Item], found: Mapping[str, Document]) -> tuple[Passage, ...]:
    """The paragraphs that the items quote, as the documents have them, below their headings."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for item in items:
        for quote in item.evidence:
            if quote.document in found:
                spans.setdefault(quote.document, []).append((quote.start, quote.end))
    return tuple(
        passage for id, wanted in spans.items() for passage in _passages(found[id], wanted)
    )


def _passages(document: Document, spans: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    """What is quoted, each heading before the first of what stands below it."""
    waiting: list[Block | None] = []  # headings, and None where text is left out
    begun = False
    for parts in _entries(document.blocks):
        if parts[0].kind is BlockKind.HEADING:
            if parts[0].text != document.title:  # which heads the whole
                waiting = [*_above(waiting, parts[0]), parts[0]]
        elif _quoted(parts, spans) and not _tells(parts[0]):
            yield from _before(waiting if begun else _from_heading(waiting))
            yield _passage(": ".join(part.text for part in parts))
            waiting, begun = [], True
        elif waiting[-1:] != [None]:
            waiting.append(None)


def _above(waiting: Iterable[Block | None], heading: Block) -> list[Block | None]:
    """What still waits at a heading: others above it, and once that something was left out."""
    kept: list[Block | None] = []
    for block in waiting:
        if (block is not None and block.level < heading.level) or (
            block is None and kept[-1:] != [None]
        ):
            kept.append(block)
    return kept


def _from_heading(waiting: Sequence[Block | None]) -> Sequence[Block | None]:
    """Without what is left out before everything else."""
    return waiting[1:] if waiting[:1] == [None] else waiting


def _before(waiting: Iterable[Block | None]) -> Iterator[Passage]:
    for block in waiting:
        yield _passage(LEFT_OUT) if block is None else _passage(block.text, heading=True)


def _passage(words: str, *, heading: bool = False) -> Passage:
    return Passage(text=text(clean(words)), heading=heading)


def _quoted(parts: Sequence[Block], spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < parts[-1].end and parts[0].start < end for start, end in spans)


def _entries(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks, a term together with its definition."""
    entry: list[Block] = []
    for block in blocks:
        if entry and block.kind is not BlockKind.DEFINITION:
            yield entry
            entry = []
        entry.append(block)
        if block.kind is not BlockKind.TERM:
            yield entry
            entry = []
    if entry:
        yield entry


def _tells(block: Block) -> bool:
    if block.kind is BlockKind.ANSWER:
        return len(block.text.split()) < LONG
    return block.kind in TELLING
