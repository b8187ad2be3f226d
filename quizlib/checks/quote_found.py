"""Every quote stands in its document, character for character, where the item says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.checks._finding import finding
from quizlib.model import Bank, Document, Evidence, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class QuoteFound:
    summary = "the quote stands in its document, where the item says"

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item in bank.live:
            if not item.evidence:
                message = "has no quote that proves its key"
                yield finding(bank, item, "no-quote", Severity.WARNING, message)
            for evidence in item.evidence:
                yield from _look_up(bank, item, evidence, documents)


def _look_up(
    bank: Bank, item: Item, evidence: Evidence, documents: Mapping[str, Document]
) -> Iterator[Problem]:
    if bank.document(evidence.document) is None:
        message = f"quotes document {evidence.document!r}, which the bank does not list"
        yield finding(bank, item, "unknown-document", Severity.ERROR, message)
        return
    document = documents.get(evidence.document)
    if document is None or document.text[evidence.start : evidence.end] == evidence.quote:
        return
    if evidence.quote and evidence.quote in document.text:
        line = document.line(document.text.index(evidence.quote))
        message = f"its quote has moved to line {line}; a rebuild mends it"
        yield finding(bank, item, "quote-moved", Severity.WARNING, message)
    else:
        message = f"its quote is not in {document.name}: “{evidence.words}”"
        yield finding(bank, item, "quote-not-found", Severity.ERROR, message)


rule = QuoteFound()
