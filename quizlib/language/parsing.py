"""Documents through the language model: the parse of each piece of what they tell."""

from __future__ import annotations

import re
from itertools import islice, tee
from typing import TYPE_CHECKING, NamedTuple

from quizlib.language.names import one_word
from quizlib.language.text import straight
from quizlib.model import Block, BlockKind, Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

#: Blocks whose sentences are claims; the rest are headings, questions and terms.
TOLD = frozenset({BlockKind.PARAGRAPH, BlockKind.ANSWER, BlockKind.LIST_ENTRY})

#: The most characters that the parser gets as one text: its memory grows with them.
PIECE = 10_000
#: The most characters that the model gets at once. With fewer it is slower; with more only its
#: memory grows.
BATCH = 40_000

_SPLIT = re.compile(r"(?<=[.!?])\s+|\s+")


class Piece(NamedTuple):
    """What the parser gets of a block, from its character `start`; `section` is its heading."""

    block: Block
    start: int
    end: int
    section: str

    @property
    def text(self) -> str:
        return straight(self.block.text[self.start : self.end])


class Parsed(NamedTuple):
    """A document with the parse of its title, its pieces, and the parse of each."""

    document: Document
    title: Doc
    pieces: list[Piece]
    parses: list[Doc]


def parsed(documents: Iterable[Document], pipeline: Language) -> Iterator[Parsed]:
    """Each document in turn; the texts of several go to the model together."""
    ahead, told = tee((document, list(_pieces(document))) for document in documents)
    texts = (
        text
        for document, pieces in ahead
        for text in (straight(document.title), *(piece.text for piece in pieces))
    )
    parses = (
        parse
        for batch in _batches(texts)
        for parse in pipeline.pipe(
            [_tokens(text, pipeline) for text in batch], batch_size=len(batch)
        )
    )
    for document, pieces in told:
        yield Parsed(document, next(parses), pieces, list(islice(parses, len(pieces))))


def _tokens(text: str, pipeline: Language) -> Doc:
    """The words of `text`; a country's name that the parser would tear is one."""
    doc = pipeline.make_doc(text)
    if "'" in text:
        with doc.retokenize() as retokenizer:
            for match in one_word().finditer(text):
                span = doc.char_span(*match.span())
                if span is not None:
                    retokenizer.merge(span)
    return doc


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in runs of at most BATCH characters, or of one text that has more."""
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    if batch:
        yield batch


def _pieces(document: Document) -> Iterator[Piece]:
    """Every told block, in pieces that the parser can hold, with its section."""
    section = ""
    for block in document.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.QUESTION):
            section = block.text
        elif block.kind in TOLD:
            for start, end in _cut(block.text):
                yield Piece(block, start, end, section)


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Spans of at most PIECE characters, cut at a sentence's end where there is one."""
    start = 0
    while len(text) - start > PIECE:
        window = text[start : start + PIECE]
        cuts = [match.end() for match in _SPLIT.finditer(window)]
        ends = [cut for cut in cuts if window[:cut].rstrip()[-1:] in ".!?"]
        cut = (ends or cuts or [PIECE])[-1]
        yield start, start + cut
        start += cut
    yield start, len(text)
