"""Objects of telling verbs: what somebody offers, prevents, supports, joined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import ATTACHED, members, sort_of, variants, wh
from quizlib.extract._wholeness import GIVING
from quizlib.extract.allowing import VERBS
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Part

#: Verbs whose object says little, or is said in too many other ways.
_EMPTY = frozenset(
    """
    have do make take get go be want need try like tell include face cover explain follow meet
    spend
    """.split()
)


_CALLING = frozenset("name call elect appoint designate consider declare make deem dub".split())


#: By themselves they say nothing: "began work", "opened talks".
_HOLLOW = frozenset("work life talk stock business progress trouble attention place part".split())
#: What is never asked for with "Whom".
_PLACES = frozenset({"GPE", "LOC", "NORP", "LANGUAGE", "FAC"})


class Objects:
    summary = "“What does X offer, prevent, join …?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            for part in claim.clause.after:
                if part.role == "dobj" and _telling(claim, part):
                    yield from _what(claim, part)


def _telling(claim: Claim, part: Part) -> bool:
    """A verb that says something, and an object that ends where the parser says it ends."""
    if claim.clause.verb.lemma_ in _EMPTY:
        return False
    named = part.head.pos_ in ("NOUN", "PROPN") or part.head.dep_ == "conj"
    if not named or part.tokens[0].tag_ in ("JJR", "RBR"):
        return False  # "finished eighth", "received more … than any other"
    if len(part.tokens) == 1 and part.head.lemma_ in _HOLLOW:
        return False
    if part.tokens[-1].pos_ == "ADV" or part.tokens[-1].lower_.endswith(("wise", "wards")):
        return False  # "migrate clockwise"
    counted = any(child.dep_ in ("nummod", "quantmod") for child in part.head.children)
    counted = counted or part.head.pos_ == "NUM"
    merged = any(token.lower_ == "as" and token.dep_ == "prep" for token in part.tokens)
    verb = claim.clause.verb.lemma_
    given = verb in GIVING and any(token.lower_ == "to" for token in part.tokens)
    if counted or merged or given:
        return False  # "1.5 tonnes" is asked with "How many", "X as Y" is two things
    behind = [p for p in claim.clause.after if p.start > part.start]
    if behind and claim.clause.after[0] is not part:
        return False  # "pushed through Congress the amendment | to the constitution"
    if verb in VERBS and any(p.role in ("xcomp", "ccomp") for p in behind):
        return False  # "inspired the North to rally" is asked for what it did
    return not behind or behind[0].tokens[0].lower_ not in ATTACHED


def _what(claim: Claim, part: Part) -> Iterator[Fact]:
    kind = sort_of(claim.analysis, claim.clause, part.tokens)
    if claim.clause.verb.lemma_ in _CALLING and kind is not AnswerType.PERSON:
        return
    asked = wh(claim.analysis, kind, part.tokens, subject=False)
    if asked == "Whom" and kind is not AnswerType.PERSON and part.head.ent_type_ in _PLACES:
        return
    if asked == "What" and part.head.pos_ == "PROPN" and kind is not AnswerType.LIST:
        return  # of what sort the named thing is, only its name could tell
    text = claim.clause.said(part.tokens)
    asking = Asking(
        form=f"object-{kind}",
        question=ask(claim.clause, asked, part),
        answer=part.tokens,
        kind=kind,
        asked=part,
        members=members(claim.clause, part.tokens) if kind is AnswerType.LIST else (),
        accepted=variants(claim.analysis, kind, text),
    )
    yield from facts(claim, "objects", asking)


method = Objects()
