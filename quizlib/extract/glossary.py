"""Terms with their definition, as a glossary lists them; asked both ways."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from quizlib.extract.definitions import to_match
from quizlib.model import AnswerType, Block, BlockKind, Evidence, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis


class Glossary:
    summary = "terms and definitions that a glossary or definition list gives"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        found: list[Fact] = []
        for term, meaning in pairwise(analysis.document.blocks):
            if term.kind is BlockKind.TERM and meaning.kind is BlockKind.DEFINITION:
                quote = _quote(analysis, term, meaning)
                found.extend(both_ways("glossary", term.text, meaning.text.rstrip("."), quote))
        yield from found
        yield from to_match("glossary", found)


def _quote(analysis: Analysis, term: Block, meaning: Block) -> Evidence:
    """Term and definition as they stand, with what the author put between them."""
    document = analysis.document
    quote = document.text[term.start : meaning.end]
    words = " ".join(quote.split())
    shown = f"{term.text}: {meaning.text}"
    return Evidence(
        document=document.id,
        quote=quote,
        start=term.start,
        end=meaning.end,
        line=document.line(term.start),
        readable=None if shown == words else shown,
    )


def both_ways(method: str, term: str, meaning: str, evidence: Evidence) -> Iterator[Fact]:
    """The meaning asked by the term, and the term asked by the meaning."""
    shown = term if term[1:] != term[1:].lower() else term.lower()
    common = {
        "method": method,
        "evidence": (evidence,),
        "subject": shown,
        "relation": "mean",
        "pairs": ((shown, meaning),),
        "verbatim": True,
    }
    yield Fact.model_validate(
        common
        | {
            "form": "definition",
            "question": f"What does “{shown}” mean?",
            "answer": meaning,
            "answer_type": AnswerType.TEXT,
        }
    )
    if not _holds(meaning, term):
        yield Fact.model_validate(
            common
            | {
                "form": "term",
                "question": f"Which term means “{meaning}”?",
                "answer": shown,
                "answer_type": AnswerType.TERM,
            }
        )


def _holds(meaning: str, term: str) -> bool:
    """Whether a word of the term stands in its own definition."""
    words = {word for word in term.casefold().split() if len(word) > 3}
    return any(word in meaning.casefold() for word in words)


method = Glossary()
