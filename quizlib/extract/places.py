"""Places: where something is, was founded, took place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import variants
from quizlib.language.names import country
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Part

_IN = frozenset({"in", "at", "near"})
#: "at the Battle of Hastings" says when as much as where.
_EVENTS = frozenset("battle war siege treaty council congress conference".split())
#: What is done in many places.
_ANYWHERE = frozenset("use find see know speak grow exist occur appear live work make".split())
_LABELS = frozenset({"GPE", "LOC", "FAC"})


class Places:
    summary = "“Where …?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            for part in claim.clause.after:
                if not _local(part) or part.tokens[0].lower_ not in _IN:
                    continue
                others = [p for p in claim.clause.parts if p is not part and _local(p)]
                known = claim.clause.verb.lemma_ not in _ANYWHERE and not _nearer(claim, part)
                if known and not others:
                    yield from _where(claim, part)
            yield from _found(claim)


def _nearer(claim: Claim, part: Part) -> bool:
    """Whether a place stands before it that says more: "held at Olympia, in Greece"."""
    between = claim.clause.verb.doc[claim.clause.verb.i : part.start]
    beside = between[-1].ent_type_ == "ORG" if len(between) else False  # "University of Texas"
    return beside or any(token.ent_type_ in _LABELS for token in between)


#: What is found "in winter" or "in two stages" is found when, or how.
_NO_PLACES = frozenset(
    """
    winter summer spring autumn fall morning evening night day year century time age stage step way
    case form condition order part fact response return front number pair group moment process
    """.split()
)
_WITHIN = frozenset("in on at inside under near along around within beneath between".split())


def _found(claim: Claim) -> Iterator[Fact]:
    """Where things go on or are found: "Photosynthesis takes place in the leaves"."""
    clause = claim.clause
    present = clause.verb.tag_ in ("VBZ", "VBP") and not clause.auxiliaries
    taking = clause.verb.lemma_ == "take" and any(
        p.role == "dobj" and [t.lower_ for t in p.tokens] == ["place"] for p in clause.after
    )
    going_on = present and (taking or clause.verb.lemma_ in ("occur", "happen", "live"))
    passive = [t.lower_ for t in clause.auxiliaries] in (["is"], ["are"])
    found = passive and clause.verb.lemma_ in ("find", "store", "locate", "produce")
    told = [p for p in clause.after if p.role == "prep"]
    if not (going_on or found) or len(told) != 1 or len(clause.parts) > 1 + taking:
        return
    part = told[0]
    things = [child for child in part.head.children if child.dep_ == "pobj"]
    plain = len(things) == 1 and things[0].pos_ in ("NOUN", "PROPN") and not things[0].ent_type_
    if part.tokens[0].lower_ in _WITHIN and plain and things[0].lemma_ not in _NO_PLACES:
        asking = Asking(
            form="where",
            question=ask(clause, "Where", part),
            answer=part.tokens,
            kind=AnswerType.CLAUSE,
            asked=part,
            least=2,
        )
        yield from facts(claim, "places", asking)


def _local(part: Part) -> bool:
    """Whether the part says where; of two such parts, neither is the whole answer."""
    return part.role == "prep" and _place(part)


def _place(part: Part) -> bool:
    objects = [child for child in part.head.children if child.dep_ == "pobj"]
    if len(objects) != 1 or objects[0].lower_ in _EVENTS:
        return False
    return objects[0].ent_type_ in _LABELS and objects[0].pos_ == "PROPN"


def _where(claim: Claim, part: Part) -> Iterator[Fact]:
    answer = part.tokens[part.tokens[0].lower_ != "near" :]
    asking = Asking(
        form="where",
        question=ask(claim.clause, "Where", part),
        answer=answer,
        kind=AnswerType.PLACE,
        accepted=_ways(claim, answer),
        asked=part,
        least=3,
    )
    yield from facts(claim, "places", asking)


def _ways(claim: Claim, answer: Sequence[Token]) -> tuple[str, ...]:
    """Other names of a country: "UK" for "the United Kingdom"."""
    named = claim.clause.said([token for token in answer if token.pos_ != "DET"])
    known = country(named) is not None
    return variants(claim.analysis, AnswerType.COUNTRY, named) if known else ()


method = Places()
