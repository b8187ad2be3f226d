"""Terms with their definition, as a glossary lists them; asked both ways."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from quizlib.extract._meanings import (
    abbreviates,
    counts,
    elsewhere,
    explains,
    holds,
    meant_twice,
    named_otherwise,
    plural,
    pointed_to,
    talks,
)
from quizlib.extract._run_in import Entry, run_in
from quizlib.extract._trades import trade
from quizlib.extract.definitions import to_match
from quizlib.language.dictionary import ordinary
from quizlib.language.text import FUNCTION_WORDS, bare
from quizlib.model import AnswerType, Block, BlockKind, Evidence, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.language import Analysis


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
#: Endings of learned words that no dictionary has: "tyrosine crystals".
_LEARNED = re.compile(r"(?:i[nt]e|ion|[ao]se|in|ic|al|ar|ous|ed|ive|ing|y|s|le|ock|ish|et|ow)$")
_ONE = re.compile(r"(?:one|ones|those|that|the (?:same|opposite|other)|short for) ", re.IGNORECASE)


class Glossary:
    summary = "terms and definitions that a glossary, a list of them or bold words give"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        entries = [*_listed(analysis), *run_in(analysis)]
        context = trade(analysis.document, entries)
        several = {pointed_to(entry.meaning) for entry in entries}
        found: list[Fact] = []
        for entry in entries:
            if talks(entry.meaning) or counts(entry.term, entry.meaning):
                continue
            said = _plain(entry.meaning)
            term = _small(entry.term, said, analysis)
            rest = "also" if entry.term.casefold() in several else entry.rest
            found.extend(both_ways(term, said, entry.evidence, rest=rest, context=context))
        found = list(_with_synonyms(found))
        yield from found
        yield from to_match("glossary", [fact for fact in found if _matches(fact)])


def _listed(analysis: Analysis) -> Iterator[Entry]:
    """The entries of the document's lists of terms."""
    for term, meaning in pairwise(analysis.document.blocks):
        if term.kind is BlockKind.TERM and meaning.kind is BlockKind.DEFINITION:
            said = _opening_small(meant(meaning.text), analysis)
            yield Entry(term.text, said, _quote(analysis, term, meaning), _rest(meaning.text))


def _matches(fact: Fact) -> bool:
    """Whether a term can be put to its meaning by knowing it, and by nothing else."""
    return not (explains(fact.answer) or holds(fact.answer, fact.subject))


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
    return _plain(first)


def _plain(meaning: str) -> str:
    """A meaning without remarks in brackets: "(see shoulder)"."""
    return " ".join(_REMARK.sub("", meaning).split()).rstrip(".")


def _opening_small(meaning: str, analysis: Analysis) -> str:
    """A meaning without the capital that it has as a sentence; a name keeps its own."""
    first = meaning.split(maxsplit=1)[0] if meaning else ""
    small = first.lower()
    if first[1:] != small[1:] or not (small in FUNCTION_WORDS or ordinary(small)):
        return meaning
    named = re.search(rf"[a-z,] {re.escape(first)}\b", analysis.document.text)
    return meaning if named else small + meaning[len(first) :]


def _rest(text: str) -> str:
    """What a glossary says behind the meaning."""
    end = _ENDS.search(text)
    return text[end.start() :] if end else ""


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


def both_ways(
    term: str, meaning: str, evidence: Evidence, *, rest: str = "", context: str = ""
) -> Iterator[Fact]:
    """The meaning asked by the term, and the term by the meaning, unless `rest` names others."""
    if _SEVERAL.search(term) or elsewhere(meaning) or meant_twice(rest):
        return
    common = {
        "method": "glossary",
        "evidence": (evidence,),
        "subject": term,
        "relation": "mean",
        "pairs": ((term, meaning),),
        "verbatim": True,
        "context": "" if bare(term) in context.casefold() else context,
    }
    yield Fact.model_validate(
        common
        | {
            "form": "definition",
            "question": _for_meaning(term, meaning),
            "answer": meaning,
            "answer_type": AnswerType.TEXT,
        }
    )
    if not (holds(meaning, term) or _ONE.match(meaning) or named_otherwise(rest)):
        yield Fact.model_validate(
            common
            | {
                "form": "term",
                "question": _for_term(meaning),
                "answer": term,
                "answer_type": AnswerType.TERM,
            }
        )


def _for_meaning(term: str, meaning: str) -> str:
    if explains(meaning):
        return f"What is meant by “{term}”?"
    stands_for = abbreviates(term, meaning)
    if stands_for is None:
        several = plural(term, meaning)
        return f"What are “{term}”?" if several else f"What does “{term}” mean?"
    return f"What does “{term}” stand for?" if stands_for else f"What is “{term}”?"


def _for_term(meaning: str) -> str:
    if explains(meaning):
        return f"Which term is described as “{meaning}”?"
    return f"Which term means “{meaning}”?"


def _small(term: str, meaning: str, analysis: Analysis) -> str:
    """The term without the capital that it has as the head of an entry; a name keeps its own.

    The text tells, where it has the term elsewhere. Else a term is a name that is no English
    word and stands for a body of people: "Jacobins: the members of …".
    """
    small = term.lower()
    if term[1:] != small[1:] or small == term:
        return term
    text = analysis.document.text
    if small in text and re.search(rf"\b{re.escape(small)}\b", text):
        return small
    # What is searched for comes first, so it is found fast; it may be in bold.
    marks = (re.escape(f"{mark}{term}") for mark in (" ", " **"))
    inside = any(re.search(rf"{marked}\b(?<=[\w,]{marked})", text) for marked in marks)
    first, _, others = term.partition(" ")
    if others and not ordinary(first.lower()) and not _LEARNED.search(first):
        return term  # "Hohmann transfer"
    body = _BODY.match(meaning) is not None and not ordinary(small.split()[-1])
    return term if inside or body else small


method = Glossary()
