"""Places: where something is, was founded, took place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

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
                others = [p for p in claim.clause.parts if p is not part and _local(p)]
                known = claim.clause.verb.lemma_ not in _ANYWHERE
                if _local(part) and part.tokens[0].lower_ in _IN and not others and known:
                    yield from _where(claim, part)


def _local(part: Part) -> bool:
    """Whether the part says where; of two such parts, neither is the whole answer."""
    return part.role == "prep" and _place(part)


def _place(part: Part) -> bool:
    objects = [child for child in part.head.children if child.dep_ == "pobj"]
    if len(objects) != 1 or objects[0].lower_ in _EVENTS:
        return False
    return objects[0].ent_type_ in _LABELS and objects[0].pos_ == "PROPN"


def _where(claim: Claim, part: Part) -> Iterator[Fact]:
    asking = Asking(
        form="where",
        question=ask(claim.clause, "Where", part),
        answer=part.tokens[part.tokens[0].lower_ != "near" :],
        kind=AnswerType.PLACE,
        asked=part,
        least=3,
    )
    yield from facts(claim, "places", asking)


method = Places()
