"""What the rules' examples are made of: a small source, items, and a bank of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.files import digest
from quizlib.model import (
    Bank,
    Block,
    BlockKind,
    Document,
    DocumentRecord,
    Evidence,
    Item,
    Maker,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

TEXT = "The harbour council abolished the salt tax in 1804."

SOURCE = Document(
    id="salt-tax",
    title="The Salt Tax",
    name="salt-tax.txt",
    format="text",
    text=TEXT,
    blocks=(Block(kind=BlockKind.PARAGRAPH, text=TEXT, start=0, end=len(TEXT)),),
    digest=digest(TEXT),
)

#: Another source, which tells it otherwise.
OTHER_TEXT = "It was in 1806 that the council abolished the salt tax."
OTHER = SOURCE.model_copy(
    update={
        "id": "harbour-history",
        "title": "A History of the Harbour",
        "name": "harbour-history.txt",
        "text": OTHER_TEXT,
        "blocks": (Block(kind=BlockKind.PARAGRAPH, text=OTHER_TEXT, start=0, end=len(OTHER_TEXT)),),
        "digest": digest(OTHER_TEXT),
    }
)


def quote(words: str = TEXT, **fields: str) -> Evidence:
    """Evidence in the source; `fields` make it wrong."""
    start = TEXT.index(words)
    whole = Evidence(document=SOURCE.id, quote=words, start=start, end=start + len(words), line=1)
    return whole.model_copy(update=fields)


def other_quote() -> Evidence:
    """Evidence in the other source."""
    return OTHER.evidence(OTHER.blocks[0])


def example(kind: str, stem: str, *key: str, **fields: object) -> Item:
    """An item for an example, without a quote unless one is given."""
    values = {"id": "item-1", "evidence": (), **fields}
    return Item.model_validate({"kind": kind, "stem": stem, "key": key, **values})


def bank_of(items: Sequence[Item]) -> Bank:
    """A bank of examples, which are numbered as item-1, item-2 …"""
    numbered = (
        item.model_copy(update={"id": f"item-{number}"}) for number, item in enumerate(items, 1)
    )
    return Bank(
        title="Examples",
        generator=Maker(name="quizlib", version="1"),
        documents=(DocumentRecord.of(SOURCE), DocumentRecord.of(OTHER)),
        items=tuple(numbered),
    )
