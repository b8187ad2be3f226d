"""Terms with their definition, as a glossary lists them; asked both ways."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from quizlib.extract._run_in import run_in
from quizlib.extract.definitions import to_match
from quizlib.language.questions import ordinary
from quizlib.language.text import bare, words
from quizlib.model import AnswerType, Block, BlockKind, Evidence, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.language import Analysis


#: Letters; so long a word of a meaning gives away a term that it is a part of.
LONG = 7
_BODY = re.compile(
    r"(?:the )?(?:members|people|followers|supporters|party|group|army)\b", re.IGNORECASE
)

#: Behind the meaning: "It needs no energy.", "Still downhill.", "(as in Carlill)".
_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\b[a-z]\.[a-z])[.;](?= [A-Z])")
_REMARK = re.compile(
    r" ?\((?:as in|e\.g\.|for example|for instance|see|cf\.) [^)]*\)", re.IGNORECASE
)
#: "Isotonic, hypotonic", "endocytosis / exocytosis": several terms, and one meaning.
_SEVERAL = re.compile(r"\w[,/] |\w/\w| / ")
#: "One whose end …": one of what, the other entries show.
_ONE = re.compile(r"(?:one|ones|those|that|the (?:same|opposite|other)) ", re.IGNORECASE)


class Glossary:
    summary = "terms and definitions that a glossary, a list of them or bold words give"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        found: list[Fact] = []
        for term, meaning in pairwise(analysis.document.blocks):
            if term.kind is BlockKind.TERM and meaning.kind is BlockKind.DEFINITION:
                quote, said = _quote(analysis, term, meaning), meant(meaning.text)
                shown = _small(term.text, said, analysis)
                found.extend(both_ways("glossary", shown, said, quote))
        for entry in run_in(analysis):
            shown = _small(entry.term, entry.meaning, analysis)
            found.extend(both_ways("glossary", shown, entry.meaning, entry.evidence))
        yield from _with_synonyms(found)
        yield from to_match("glossary", found)


def _with_synonyms(found: Sequence[Fact]) -> Iterator[Fact]:
    """The facts; a question for a term takes every term that the list gives the same meaning.

    Among them is one that is not asked for itself, since its meaning names a part of it.
    """
    alike: dict[str, list[Fact]] = defaultdict(list)
    for fact in found:
        if fact.form == "definition":
            alike[bare(fact.answer)].append(fact)
    for fact in found:
        same = alike[bare(fact.pairs[0][1])] if fact.form == "term" else []
        others = [other for other in same if other.subject != fact.answer]
        more = {
            "accepted": tuple(other.subject for other in others),
            "evidence": (*fact.evidence, *(quote for o in others for quote in o.evidence)),
        }
        yield fact.model_copy(update=more) if others else fact


def meant(text: str) -> str:
    """What a glossary says that a term means: its first sentence, without remarks in brackets."""
    end = _ENDS.search(text)
    first = text[: end.start()] if end else text
    return " ".join(_REMARK.sub("", first).split()).rstrip(".")


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
    if _SEVERAL.search(term):
        return
    common = {
        "method": method,
        "evidence": (evidence,),
        "subject": term,
        "relation": "mean",
        "pairs": ((term, meaning),),
        "verbatim": True,
    }
    yield Fact.model_validate(
        common
        | {
            "form": "definition",
            "question": f"What does “{term}” mean?",
            "answer": meaning,
            "answer_type": AnswerType.TEXT,
        }
    )
    if not (_holds(meaning, term) or _ONE.match(meaning)):
        yield Fact.model_validate(
            common
            | {
                "form": "term",
                "question": f"Which term means “{meaning}”?",
                "answer": term,
                "answer_type": AnswerType.TERM,
            }
        )


def _small(term: str, meaning: str, analysis: Analysis) -> str:
    """The term without the capital that it has as the head of an entry; a name keeps its own.

    The text tells, where it has the term elsewhere. Else a term is a name that is no English
    word and stands for a body of people: "Jacobins: the members of …".
    """
    small = term.lower()
    if term[1:] != small[1:] or small == term:
        return term
    text = analysis.document.text
    if re.search(rf"\b{re.escape(small)}\b", text):
        return small
    inside = re.search(rf"[\w,] {re.escape(term)}\b", text)
    body = _BODY.match(meaning) is not None and not ordinary(small.split()[-1])
    return term if inside or body else small


def _holds(meaning: str, term: str) -> bool:
    """Whether a word of the term stands in its own definition, or nearly: "Guillotin"."""
    own = {word for word in term.casefold().split() if len(word) > 3}
    long = [word for word in words(meaning.casefold()) if len(word) >= LONG]
    return any(word in meaning.casefold() for word in own) or any(
        word in part or part in word for word in long for part in own
    )


method = Glossary()
