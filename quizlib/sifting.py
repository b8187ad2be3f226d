"""Which facts are asked: each once, and only where the question has one answer."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from quizlib.language.text import bare
from quizlib.ranking import WRITTEN, confidence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizlib.model import Fact

#: Forms that tell of a clause's event who or what was in it: one of them says it all.
_EVENT = ("subject-", "object-", "content-", "role", "if", "how-many", "year", "date")
#: Two wordings of one answer are this alike (0 to 100, rapidfuzz's ratio).
ALIKE = 90

_NUMBER = re.compile(r"\d+")


def sifted(facts: Sequence[Fact]) -> list[Fact]:
    """Those of `facts` to be asked, in their order, with all of their evidence."""
    return _one_per_event(_unambiguous(facts))


def _unambiguous(facts: Sequence[Fact]) -> list[Fact]:
    """The facts whose question has one answer, each once with all of its evidence.

    Where several sentences answer one question alike, the first speaks for all.
    Where they answer it differently, nothing is asked.
    """
    by_question: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_question[_asked(fact)].append(fact)
    merged = [_merged(same) for same in by_question.values()]
    return _clear([fact for fact in merged if fact is not None])


def _one_per_event(facts: Sequence[Fact]) -> list[Fact]:
    """Of the questions that turn one event about, the surest."""
    best: dict[object, Fact] = {}
    for fact in facts:
        event = fact.method == "prepositions" or fact.form.startswith(_EVENT)
        key = (fact.evidence[0].document, fact.evidence[0].start, fact.statement)
        slot = key if event else (fact.fingerprint, fact.evidence[0].document)
        rival = best.get(slot)
        if rival is None or confidence(fact) > confidence(rival):
            best[slot] = fact
    kept = {id(fact) for fact in best.values()}
    return [fact for fact in facts if id(fact) in kept]


def _clear(facts: Sequence[Fact]) -> list[Fact]:
    """Without facts whose question, but for a word or two, is another's with another answer."""
    rivals: dict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.relation and not fact.form.startswith("subject-"):
            rivals[fact.subject, fact.relation, fact.method].append(fact)
    unclear = {
        id(fact)
        for same in rivals.values()
        for fact in same
        for other in same
        if fact is not other and _nearly_asks(fact, other) and not _alike(fact, other)
    }
    return [fact for fact in facts if id(fact) not in unclear]


def _nearly_asks(one: Fact, other: Fact) -> bool:
    """Whether one question holds all but two of the other's words, or the other way round."""
    a, b = (frozenset(bare(fact.question).split()) for fact in (one, other))
    return min(len(a - b), len(b - a)) <= 1 and max(len(a - b), len(b - a)) <= 2


def _asked(fact: Fact) -> str:
    """What two facts share that ask the same; an author's own items are all different."""
    if fact.form in WRITTEN:
        return f"{fact.fingerprint} {fact.evidence[0]}"
    pairs = (
        " ".join(f"{left} {right}" for left, right in fact.pairs) if fact.form == "match" else ""
    )
    return f"{bare(fact.question)} {pairs}"


def _merged(same: Sequence[Fact]) -> Fact | None:
    first = max(same, key=confidence)
    if not all(_alike(first, other) for other in same):
        return first if first.verbatim or first.form == "definition" else None
    evidence = dict.fromkeys(quote for fact in same for quote in fact.evidence)
    return first.model_copy(update={"evidence": tuple(evidence)})


def _alike(one: Fact, other: Fact) -> bool:
    """Whether two answers say the same: one is part of the other, or all but the same.

    A different number is a different answer, however alike the rest is.
    """
    from rapidfuzz.fuzz import ratio

    a, b = bare(one.answer), bare(other.answer)
    if _NUMBER.findall(a) != _NUMBER.findall(b):
        return False
    short, long = sorted((set(a.split()), set(b.split())), key=len)
    return short <= long or ratio(a, b) >= ALIKE
