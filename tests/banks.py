"""Banks written by hand, for tests of everything downstream of generation."""

from __future__ import annotations

import datetime as dt

from quizlib.model import Bank, DocumentRecord, Evidence, Item, Maker
from quizlib.testing import HOSTILE

__all__ = ["HOSTILE"]

TEXT = (
    "The harbour council abolished the salt tax in 1804 because smuggling had made it worthless.\n"
    "Each barrel of herring took thirty kilograms of salt.\n"
    "A pan house is a shed in which sea water is boiled down to salt.\n"
    "The council sold salt, rope and tar.\n"
)


def evidence(quote: str) -> Evidence:
    start = TEXT.index(quote)
    line = TEXT.count("\n", 0, start) + 1
    return Evidence(
        document="salt-tax", quote=quote, start=start, end=start + len(quote), line=line
    )


SENTENCES = tuple(evidence(sentence) for sentence in TEXT.splitlines())
ABOLISHED, BARREL, PAN_HOUSE, SOLD = SENTENCES


def item(id: str, kind: str, stem: str, *key: str, **fields: object) -> Item:
    values = {"evidence": (ABOLISHED,), "tags": ("statements",), **fields}
    return Item.model_validate({"id": id, "kind": kind, "stem": stem, "key": key, **values})


ITEMS = (
    item(
        "flash1",
        "flashcard",
        "Why did the harbour council abolish the salt tax?",
        "because smuggling had made it worthless",
        context="The salt tax fell hardest on fishing villages.",
    ),
    item(
        "choice1",
        "choice",
        "When did the harbour council abolish the salt tax?",
        "1804",
        distractors=("1794", "1814", "1821"),
        explanation="The harbour council abolished the salt tax in 1804.",
    ),
    item("short1", "short_answer", "Who abolished the salt tax?", "the harbour council", "council"),
    item(
        "cloze1",
        "cloze",
        "Each barrel of herring took ______ of salt.",
        "thirty kilograms",
        "30 kg",
        evidence=(BARREL,),
    ),
    item("truth1", "true_false", "The harbour council abolished the salt tax in 1814.", "False"),
    item(
        "define1",
        "definition",
        "What is a pan house?",
        "a shed in which sea water is boiled down to salt",
        evidence=(PAN_HOUSE,),
    ),
    item(
        "term1",
        "term",
        "What is a shed in which sea water is boiled down to salt called?",
        "pan house",
        evidence=(PAN_HOUSE,),
    ),
    item(
        "several1",
        "multiple_response",
        "Which goods did the council sell?",
        "salt",
        "rope",
        "tar",
        distractors=("herring", "coal"),
        evidence=(SOLD,),
    ),
    item(
        "match1",
        "matching",
        "Match each thing with what is said of it.",
        "abolished in 1804",
        "thirty kilograms of salt",
        "boils sea water",
        prompts=("salt tax", "barrel of herring", "pan house"),
        evidence=(ABOLISHED, BARREL, PAN_HOUSE),
    ),
    item(
        "order1",
        "ordering",
        "Put the steps in order.",
        "boil sea water",
        "fill the barrel",
        "pay the tax",
        evidence=(PAN_HOUSE, BARREL, ABOLISHED),
    ),
)

RECORD = DocumentRecord(
    id="salt-tax",
    title="The Salt Tax",
    name="salt-tax.txt",
    format="text",
    digest="0" * 32,
    words=len(TEXT.split()),
    date=dt.date(2019, 5, 3),
    publisher="Harbour Gazette",
)


def bank(*items: Item, title: str = "Salt") -> Bank:
    """A bank of `items`, of one item of every kind when none is given."""
    return Bank(
        title=title,
        generator=Maker(name="quizlib", version="0.1.0"),
        seed=7,
        documents=(RECORD,),
        items=items or ITEMS,
    )


#: What items of the bank below say where none shows what another asks for.
SAID_APART: dict[str, dict[str, object]] = {
    "short1": {"stem": "Who met at noon?", "key": ("the town council", "council")},
    "term1": {"key": ("boilery",)},
    "match1": {"key": ("abolished in 1804", "a sack of salt", "boils sea water")},
}


def apart(bank: Bank) -> Bank:
    """`bank` with each item quoting and saying words of its own: none gives another away."""
    return bank.model_copy(
        update={"items": tuple(_alone(item, place) for place, item in enumerate(bank.items))}
    )


def _alone(item: Item, place: int) -> Item:
    quote = Evidence(
        document="salt-tax", quote="told", start=place * 10, end=place * 10 + 4, line=place + 1
    )
    said = SAID_APART.get(item.id, {})
    return item.model_copy(update={"evidence": (quote,) if item.evidence else (), **said})
