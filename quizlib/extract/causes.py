"""Causes that "be" tells: "X was due to Y", "X was the result of Y", "Y is the cause of X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import members, sort_of
from quizlib.language import Part
from quizlib.language.clause import tidy
from quizlib.language.questions import ask, ask_subject, inside, subject_words
from quizlib.language.text import neighbor
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Clause

#: What comes of something, told by a noun: "was a result of".
_OUTCOMES = frozenset("result consequence outcome".split())
#: Of these people say that something caused them; success they owe to something.
_CAUSED = frozenset(
    """
    accident blackout blaze blindness boom bankruptcy change chaos climb closure collapse colour
    color conflict cooling crash crisis damage death decline decrease defeat delay destruction
    difference disaster disease downfall drop drought earthquake epidemic eruption erosion
    explosion extinction failure fall famine fever fire flood flooding glow growth hunger illness
    increase inflation injury jump landslide lack loss melting noise outbreak pain panic pollution
    poverty problem rebellion reduction retreat revolt revolution riot rise rust scarcity season
    shift shortage shrinkage shutdown sinking smell sound split spread starvation storm strike
    swelling symptom tension tide unemployment unrest uprising war warming wave weakening wind
    """.split()
)
#: "What is the fact that … due to?" is nothing that anybody says.
_EMPTY = frozenset("fact reason cause one thing".split())
_PARTLY = frozenset("partly partially also".split())


class Causes:
    summary = "“X was due to Y”, “X was the result of Y”, asked with “What caused X?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            clause = claim.clause
            if clause.verb.lemma_ != "be" or not clause.after or not _told(clause):
                continue
            yield from _due(claim)
            yield from _outcome(claim)
            yield from _the_cause(claim)


def _told(clause: Clause) -> bool:
    """Whether a noun says what it is that has a cause."""
    head = clause.subject.head
    named = head.pos_ in ("NOUN", "PROPN") and head.lemma_.lower() not in _EMPTY
    maybe = any(token.tag_ == "MD" for token in clause.auxiliaries)
    return named and not maybe


def _due(claim: Claim) -> Iterator[Fact]:
    clause, part = claim.clause, claim.clause.after[-1]
    due = part.head
    if part.role not in ("acomp", "prep") or due.lower_ != "due" or due.i + 1 >= len(due.doc):
        return
    to = neighbor(due)
    answer = [token for token in part.tokens if token.i > to.i]
    if to.lower_ != "to" or to.tag_ == "TO" or any(t.lower_ in _PARTLY for t in clause.tokens):
        return
    said = clause.said([token for token in part.tokens if token.i <= to.i])
    degree = part.tokens[0] != due or bool(clause.inner)  # "largely due to" is not all of it
    plain = not degree and len(clause.after) == 1 and _caused(clause)
    asked = Part(part.role, part.head, tuple(answer))
    question = _what_caused(clause) if plain else ask(clause, "What", part, stranded=said)
    yield from _fact(claim, question, answer, asked)


def _outcome(claim: Claim) -> Iterator[Fact]:
    """“X was a result of Y”, of what nothing is said to have caused it in the text's own words."""
    clause, part = claim.clause, claim.clause.after[-1]
    if part.role != "attr" or part.head.lemma_ not in _OUTCOMES or len(clause.after) > 1:
        return
    of = [child for child in part.head.children if child.lower_ == "of"]
    opening = [token.lower_ for token in part.tokens if token.i < part.head.i]
    if len(of) != 1 or opening not in (["the"], ["a"], ["the", "direct"], ["a", "direct"]):
        return
    answer = [token for token in part.tokens if token.i > of[0].i]
    said = clause.said([token for token in part.tokens if token.i <= of[0].i])
    asked = Part(part.role, part.head, tuple(answer))
    plain = ask(clause, "What", part, stranded=said)
    yield from _fact(claim, _what_caused(clause) if _caused(clause) else plain, answer, asked)


def _the_cause(claim: Claim) -> Iterator[Fact]:
    """“Y is the cause of X”, asked with “What is the cause of X?”."""
    clause, part = claim.clause, claim.clause.after[0]
    head, opening = part.head, [child.lower_ for child in part.head.children]
    if part.role != "attr" or head.lemma_ != "cause" or len(clause.after) > 1:
        return
    if "the" in opening and "of" in opening and head.tag_ == "NN":
        answer = clause.subject.tokens
        question = ask_subject(clause, "What")
        yield from _fact(claim, question, answer, clause.subject, text=inside(clause, answer))


def _caused(clause: Clause) -> bool:
    head = clause.subject.head
    return head.lemma_.lower() in _CAUSED or head.ent_type_ == "EVENT"


def _what_caused(clause: Clause) -> str | None:
    """“What caused X?”, with what stood in front at its end; None but for a plain "be"."""
    if clause.auxiliaries or clause.inner:
        return None
    verb = "caused" if clause.verb.tag_ == "VBD" else "causes"
    front = [inside(clause, part.tokens) for part in clause.before]
    return tidy(" ".join(["What", verb, subject_words(clause), *front])) + "?"


def _fact(
    claim: Claim, question: str | None, answer: Sequence[Token], asked: Part, text: str = ""
) -> Iterator[Fact]:
    clause = claim.clause
    if not answer:
        return
    kind = sort_of(claim.analysis, clause, answer)
    asking = Asking(
        form="cause",
        question=question,
        answer=answer,
        kind=kind,
        text=text,
        asked=asked,
        members=members(clause, answer) if kind is AnswerType.LIST else (),
        relation="cause",
        least=2,
    )
    yield from facts(claim, "causes", asking)


method = Causes()
