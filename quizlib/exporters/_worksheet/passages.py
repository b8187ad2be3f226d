"""The passages that a sheet's items are about, from the documents themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import InvalidOption, QuizlibError
from quizlib.exporters._view import clean
from quizlib.exporters._worksheet.text import Text, text
from quizlib.model import BlockKind, Problem, ProblemCode, Severity

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


def passages(items: Iterable[Item], found: Mapping[str, Document]) -> tuple[Text, ...]:
    """The paragraphs that the items quote, in the order of their documents."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for item in items:
        for quote in item.evidence:
            if quote.document in found:
                spans.setdefault(quote.document, []).append((quote.start, quote.end))
    return tuple(
        text(clean(line)) for id, wanted in spans.items() for line in _lines(found[id], wanted)
    )


def _lines(document: Document, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    last = -1
    for place, parts in enumerate(_entries(document.blocks)):
        quoted = any(start < parts[-1].end and parts[0].start < end for start, end in spans)
        if quoted and not _tells(parts[0]):
            if last >= 0 and place > last + 1:
                yield LEFT_OUT
            yield ": ".join(part.text for part in parts)
            last = place


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
