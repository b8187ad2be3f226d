"""Subjects: who, which country or what did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import forces, members, renamed, sort_of, titled, variants, wh
from quizlib.extract._sorts import class_of, sort_named
from quizlib.language.questions import ask_subject, inside
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Clause

_WEAK = frozenset(
    "be have seem appear become mean occur include resemble explain follow cover meet visit"
    " die".split()
)

_TELLING = frozenset("say tell add report announce insist comment confirm".split())

#: Verbs that tell what brought something about.
_CAUSING = frozenset(
    """
    cause lead result prevent force allow enable influence end start destroy damage threaten reduce
    increase weaken strengthen drive trigger spark push limit inhibit improve
    """.split()
)

LONGEST, SHORTEST = 8, 7  # words in a subject that is asked for, and in its clause


class Subjects:
    summary = "“Who …?”, “Which country …?”, “What led to …?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            yield from _who(claim)


def _who(claim: Claim) -> Iterator[Fact]:
    clause = claim.clause
    tokens = clause.subject.tokens
    weak = clause.verb.lemma_ in _WEAK or clause.verb.lower_ == "born"
    if tokens[0].dep_ == "expl" or weak:
        return
    if (len(tokens) == 1 and tokens[0].pos_ == "NOUN") or clause.verb.lemma_ in _TELLING:
        return  # "police", "motorists"; what is said counts, and not who says it
    kind = sort_of(claim.analysis, clause, tokens)
    if kind is AnswerType.LIST and (len(tokens) > LONGEST or clause.verb.lemma_ not in _CAUSING):
        return
    if clause.verb.tag_ == "VBG" and any(t.tag_ == "VBD" for t in clause.auxiliaries):
        return  # "Who was teaching there?" has many answers
    named = kind in (AnswerType.PHRASE, AnswerType.PLACE) and _name(claim)
    if renamed(tokens) or (kind is AnswerType.PHRASE and not named and not _concept(claim)):
        return
    word = wh(claim.analysis, kind, tokens)
    telling = claim.speaker or clause.verb.lemma_ in _CAUSING or (named and forces(tokens))
    if word == "What" and not telling:
        return  # too many other things did it as well, as raters found
    if word.startswith("Which") and tokens[0].lower_ in ("a", "an"):
        return  # "a Livonian Institute": one of several
    counted = any(child.dep_ in ("nummod", "quantmod") for child in clause.subject.head.children)
    if counted or _looks_back(clause):
        return
    text = inside(clause, tokens)
    asking = Asking(
        form="subject-name" if named else f"subject-{kind}",
        question=ask_subject(clause, word),
        answer=tokens,
        kind=kind,
        text=text,
        accepted=variants(claim.analysis, kind, text),
        members=members(clause, tokens) if kind is AnswerType.LIST else (),
        least=2 if kind is AnswerType.PERSON else 3,
    )
    yield from facts(claim, "subjects", asking)


def _looks_back(clause: Clause) -> bool:
    """Whether "his" in "Who published his translation?" would sound like another's."""
    tail = [token for part in clause.after for token in part.tokens]
    for place, token in enumerate(tail):
        if token.tag_ == "PRP$":
            others = any(t.pos_ in ("NOUN", "PROPN") for t in tail[:place])
            return token.lower_ in ("his", "her") or not others
    return False


def _concept(claim: Claim) -> bool:
    """A common noun phrase that does something telling."""
    clause = claim.clause
    head = clause.subject.head
    plain = head.pos_ == "NOUN" and not head.ent_type_ and len(clause.subject.tokens) <= LONGEST
    return plain and len(clause.tokens) >= SHORTEST


def _name(claim: Claim) -> bool:
    """A short name of something that is neither a person nor a people."""
    clause, analysis = claim.clause, claim.analysis
    text = clause.said(clause.subject.tokens)
    sort = class_of(clause.subject.tokens) or sort_named(analysis, clause.subject.tokens)
    if sort or titled(analysis, clause.subject.head):
        return len(clause.subject.tokens) <= LONGEST
    labels = {token.ent_type_ for token in clause.subject.tokens if token.pos_ == "PROPN"}
    if clause.subject.head.pos_ != "PROPN" or len(clause.subject.tokens) > 6 or "" in labels:
        return False
    if clause.subject.tokens[0].lower_ == "the":
        return not labels & {"PERSON", "NORP", "DATE", "CARDINAL"}
    return analysis.is_place(text)


method = Subjects()
