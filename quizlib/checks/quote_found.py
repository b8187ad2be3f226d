"""Every quote stands in its document, character for character, where the item says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.checks._examples import example, quote
from quizlib.checks._finding import Flaw
from quizlib.model import Bank, Document, Evidence, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping


def _proved(evidence: Evidence) -> Item:
    return example("short_answer", "Who abolished the tax?", "the council", evidence=(evidence,))


_GOOD = (_proved(quote()),)

NO_QUOTE = Flaw(
    code="no-quote",
    severity=Severity.WARNING,
    cure="Add the words of the source that prove the key, or reject the item.",
    bad=(example("short_answer", "Who abolished the tax?", "the council"),),
    good=_GOOD,
)
IMPORTED = Flaw(
    code="imported",
    severity=Severity.NOTE,
    cure="Nothing: decks of other programs come without quotes, and so does what a program made.",
    bad=(example("short_answer", "Who abolished the tax?", "the council", source="my-deck"),),
    good=_GOOD,
)
UNKNOWN_DOCUMENT = Flaw(
    code="unknown-document",
    severity=Severity.ERROR,
    cure="Correct the document's id in the item, or add the document to the bank's list.",
    bad=(_proved(quote(document="elsewhere")),),
    good=_GOOD,
)
MOVED = Flaw(
    code="quote-moved",
    severity=Severity.WARNING,
    cure="Build the bank again: it finds the new place.",
    bad=(_proved(quote("abolished").model_copy(update={"start": 0, "end": 9})),),
    good=_GOOD,
)
NOT_FOUND = Flaw(
    code="quote-not-found",
    severity=Severity.ERROR,
    cure="Build the bank again: items whose words are gone are retired.",
    bad=(_proved(quote(quote="The council sold the salt works.")),),
    good=_GOOD,
)


class QuoteFound:
    summary = "the quote stands in its document, where the item says"
    why = "The quote is what proves the key; a key that nothing proves cannot be trusted."
    flaws = (NO_QUOTE, IMPORTED, UNKNOWN_DOCUMENT, MOVED, NOT_FOUND)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        listed = {record.id for record in bank.documents}
        imported = sum(not item.evidence and bool(item.source) for item in bank.live)
        if imported:
            told = "1 item was" if imported == 1 else f"{imported} items were"
            yield IMPORTED.of_bank(
                f"{told} imported or made without a source: no quote proves what is right"
            )
        for item in bank.live:
            if not item.evidence and not item.source:
                yield NO_QUOTE.of(bank, item, "has no quote that proves its key")
            for evidence in item.evidence:
                yield from _look_up(bank, item, evidence, listed, documents)


def _look_up(
    bank: Bank,
    item: Item,
    evidence: Evidence,
    listed: Collection[str],
    documents: Mapping[str, Document],
) -> Iterator[Problem]:
    if evidence.document not in listed:
        message = f"quotes document {evidence.document!r}, which the bank does not list"
        yield UNKNOWN_DOCUMENT.of(bank, item, message)
        return
    document = documents.get(evidence.document)
    if document is None or document.text[evidence.start : evidence.end] == evidence.quote:
        return
    if evidence.quote and evidence.quote in document.text:
        line = document.line(document.text.index(evidence.quote))
        yield MOVED.of(bank, item, f"its quote has moved to line {line}; a rebuild mends it")
    else:
        message = f"its quote is not in {document.name}: “{evidence.words}”"
        yield NOT_FOUND.of(bank, item, message)


rule = QuoteFound()
