"""Sets that a person decided about, and whose sentences all still stand in the documents.

Which events of a document are put in order together, and which pairs are matched, depends on
all that stands there: one sentence more makes other sets of it. What was approved of as a whole
is as right as before as long as every sentence of it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.continuation import DECIDED, decision
from quizlib.files import digest
from quizlib.model import Status
from quizlib.reworded import set_field

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from quizlib.model import Bank, Document, Evidence, Item

#: What a sentence ends with, and how far behind a quote is looked for more of it.
ENDS, LINE = ".!?…", 80


def standing_sets(before: Bank, documents: Iterable[Document]) -> Iterator[Item]:
    """Items as if made anew of `documents`, one for each set that was approved of and stands."""
    known = {document.id: document for document in documents}
    for old in before.items:
        if decision(old) in DECIDED - {Status.REJECTED} and old.evidence and set_field(old):
            found = [_found(quote, known) for quote in old.evidence]
            quotes = tuple(quote for quote in found if quote is not None)
            if len(quotes) == len(found) and _told(old, known):
                made = {"id": digest("standing-1", old.id, size=6), "evidence": quotes}
                yield old.model_copy(update=made)


def _found(quote: Evidence, documents: Mapping[str, Document]) -> Evidence | None:
    """The quote where it stands now, nearest to where it stood; None where it does not."""
    document = documents.get(quote.document)
    if document is None:
        return None
    places = list(_places(document.text, quote.quote))
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - quote.start))
    moved = {"start": start, "end": start + len(quote.quote), "line": document.line(start)}
    return quote.model_copy(update=moved)


def _places(text: str, words: str) -> Iterator[int]:
    """Where `words` stand in `text` as a whole: no part of a longer sentence or entry."""
    place = text.find(words)
    while words and place >= 0:
        before = text[:place].rstrip(" \t")[-1:]
        behind = text[place + len(words) :][:LINE].lstrip(" \t")[:1]
        if not _goes_on(before) and (words[-1] in ENDS or not _goes_on(behind)):
            yield place
        place = text.find(words, place + 1)


def _goes_on(mark: str) -> bool:
    return mark.isalnum() or mark in {",", ";", "("}


def _told(old: Item, documents: Mapping[str, Document]) -> bool:
    """Whether what is shown with the set stands there too."""
    if "context" in old.changed or not old.context:
        return True
    return any(old.context in documents[id].text for id in old.sources)
