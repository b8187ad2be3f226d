"""Figures that decide: how many, how long, for things that the document is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.questions import ask, ask_subject
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from quizlib.language import Analysis, Part

_NEAR = frozenset(
    """
    about around over nearly almost approximately roughly some under
    """.split()
)


_PERCENT = frozenset({"%", "percent", "cent"})
_SHARES = frozenset("half third quarter fifth sixth seventh eighth ninth tenth".split())


class Figures:
    summary = "“How many …?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            clause = claim.clause
            for part in (clause.subject, *clause.after):
                number = _number(part)
                if number is not None:
                    yield from _how_many(claim, part, number)
                yield from _share(claim, part)
                yield from _how_long(claim, part)


def _share(claim: Claim, part: Part) -> Iterator[Fact]:
    """What part of a whole: "over 60% of Norway's population", "a third of it"."""
    of = [child for child in part.head.children if child.lower_ == "of"]
    percent = part.head.lower_ in _PERCENT
    if not (percent or part.head.lemma_ in _SHARES) or not of or part.role == "prep":
        return
    share = [token for token in part.tokens if token.i < of[0].i]
    whole = [token for token in part.tokens if token.i >= of[0].i]
    asked = f"What {'percentage' if percent else 'proportion'} {claim.clause.said(whole)}"
    subject = part is claim.clause.subject
    asking = Asking(
        form="share",
        question=ask_subject(claim.clause, asked) if subject else ask(claim.clause, asked, part),
        answer=share,
        kind=AnswerType.NUMBER,
        asked=part,
    )
    yield from facts(claim, "figures", asking)


_SPANS = frozenset("year month week day hour minute century decade generation".split())


def _how_long(claim: Claim, part: Part) -> Iterator[Fact]:
    """How long something lasted: "for three years"."""
    objects = [child for child in part.head.children if child.dep_ == "pobj"]
    if part.role != "prep" or part.tokens[0].lower_ != "for" or len(objects) != 1:
        return
    counted = [child for child in objects[0].children if child.dep_ == "nummod"]
    if objects[0].lemma_ not in _SPANS or not counted or objects[0].n_rights:
        return
    asking = Asking(
        form="how-long",
        question=ask(claim.clause, "How long", part),
        answer=part.tokens[1:],
        kind=AnswerType.NUMBER,
        asked=part,
    )
    yield from facts(claim, "figures", asking)


def _number(part: Part) -> Token | None:
    """The one number that counts the part's head: "five" in "five possible scenarios"."""
    head = part.head
    if part.role == "prep" and part.tokens[0].lower_ != "for":
        head = next((c for c in part.head.children if c.dep_ == "pobj"), part.head)
    counts = [c for c in head.children if c.dep_ == "nummod" and c.pos_ == "NUM"]
    if len(counts) != 1 or head.tag_ != "NNS" or counts[0].n_lefts + counts[0].n_rights:
        return None
    if head.lemma_ in _SHARES:
        return None  # "two thirds of the land" are no two of anything
    before = part.tokens[0] if part.role != "prep" else None
    if before is not None and before.dep_ == "det":
        return None
    return counts[0] if counts[0].lower_ != "one" else None


def _how_many(claim: Claim, part: Part, number: Token) -> Iterator[Fact]:
    clause = claim.clause
    counted = [t for t in part.tokens if t is not number and t.i > number.i]
    before = [t for t in part.tokens if t.i < number.i]
    listed = any(child.dep_ == "conj" for child in number.head.children)
    if listed or not counted or any(t.text == "," for t in counted) or part.role == "attr":
        return
    if len(counted) > 1 and counted[-1].lemma_ in _SPANS:
        return  # "How many long years …?"
    if any(t.lower_ in _NEAR for t in before) or any(t.dep_ == "conj" for t in counted):
        return
    wh = f"How many {clause.said(counted)}"
    if part is clause.subject:
        question = ask_subject(clause, wh, several=True)
    elif clause.subject.head.dep_ == "expl":
        question = None
    elif part.role == "prep":
        question = None  # "How many towns did … in?"
    else:
        question = ask(clause, wh, part)
    asking = Asking(
        form="how-many",
        question=question,
        answer=[number],
        kind=AnswerType.NUMBER,
        text=number.lower_,
        asked=part,
    )
    yield from facts(claim, "figures", asking)


method = Figures()
