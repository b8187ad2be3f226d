"""Measures of a thing: how long, high or heavy it is, told with a figure and its unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.questions import ask, inside, subject_words
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Part

#: Adjectives behind a measure: "120 kilometres long".
_SIZES = frozenset("long high tall deep wide broad thick old heavy".split())
#: Verbs whose object is a measure -> what asks for it.
MEASURED = {
    "weigh": "How much",
    "cost": "How much",
    "last": "How long",
    "extend": "How far",
    "stretch": "How far",
    "measure": "What",
}
#: What has a measure: "the length of the river is …", "has a surface area of …".
_NOUNS = frozenset(
    """
    area length height depth width breadth diameter radius circumference weight mass capacity
    volume temperature speed velocity wingspan lifespan elevation altitude distance thickness
    population
    """.split()
)


class Measures:
    summary = "“X is 120 km long”, “X weighs 5 tonnes”, “the area of X is …”: “How long is X?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            for part in claim.clause.after:
                yield from _size(claim, part)
                yield from _extent(claim, part)
                yield from _of_noun(claim, part)
            yield from _is_so_much(claim)


def _measure(tokens: Sequence[Token]) -> bool:
    """Whether the words are one figure with its unit, and what makes it rough."""
    numbers = [t for t in tokens if t.like_num and t.text[0].isdigit()]
    numbers = numbers or [t for t in tokens if t.pos_ == "NUM"]
    listed = any(t.dep_ in ("conj", "relcl", "acl", "appos") for t in tokens)
    last = tokens[-1]
    united = last.pos_ in ("NOUN", "PROPN", "SYM") or last.text in ("%", "°C", "°F")
    return bool(numbers) and united and not listed and not any(t.text == "," for t in tokens)


def _size(claim: Claim, part: Part) -> Iterator[Fact]:
    """“X is 120 kilometres long”, asked with “How long is X?”."""
    head = part.head
    if part.role != "acomp" or head.lower_ not in _SIZES or claim.clause.verb.lemma_ != "be":
        return
    measure = [t for t in part.tokens if t.i < head.i]
    if not measure or part.tokens[-1] != head or not _measure(measure):
        return
    question = ask(claim.clause, f"How {head.lower_}", part)
    yield from _told(claim, part, measure, question, "size")


def _extent(claim: Claim, part: Part) -> Iterator[Fact]:
    """“X weighs 5 tonnes”, “X stretches for 300 kilometres”."""
    verb = claim.clause.verb.lemma_
    if verb not in MEASURED or len(claim.clause.after) > 2:
        return
    led = part.tokens[0].lower_ in ("for", "over") and part.role == "prep"
    if not (led or part.role in ("dobj", "npadvmod", "attr")) or claim.clause.after[0] is not part:
        return
    measure = part.tokens[1:] if led else part.tokens
    if not measure or not _measure(measure):
        return
    yield from _told(claim, part, measure, ask(claim.clause, MEASURED[verb], part), "extent")


def _of_noun(claim: Claim, part: Part) -> Iterator[Fact]:
    """“X has an area of 300 square kilometres”, asked with “What is the area of X?”."""
    noun, verb = part.head, claim.clause.verb
    if part.role != "dobj" or verb.lemma_ != "have" or len(claim.clause.parts) > 1:
        return
    if noun.lemma_ not in _NOUNS or claim.clause.auxiliaries or claim.clause.negation:
        return
    of = [c for c in noun.children if c.lower_ == "of" and c.i > noun.i]
    articles = [c for c in noun.children if c.lower_ in ("a", "an")]
    if len(of) != 1 or not articles:
        return
    measure = [t for t in part.tokens if t.i > of[0].i]
    counted = noun.lemma_ == "population" and bool(measure) and measure[-1].pos_ == "NUM"
    if not measure or not (counted or _measure(measure)):
        return
    named = claim.clause.said([t for t in part.tokens if articles[0].i < t.i < of[0].i])
    be = "was" if verb.tag_ == "VBD" else "is"
    question = f"What {be} the {named} of {subject_words(claim.clause)}?"
    yield from _told(claim, part, measure, question, "measure")


def _is_so_much(claim: Claim) -> Iterator[Fact]:
    """“The length of X is 300 kilometres”, asked with “What is the length of X?”."""
    clause = claim.clause
    noun = clause.subject.head
    parts = [p for p in clause.after if p.role == "attr"]
    if noun.lemma_ not in _NOUNS or clause.verb.lemma_ != "be" or len(clause.after) != 1:
        return
    if len(parts) != 1:
        return
    counted = noun.lemma_ == "population" and parts[0].head.pos_ == "NUM"
    if not (counted or _measure(parts[0].tokens)):
        return
    be = clause.said([*clause.auxiliaries, clause.verb])
    question = f"What {be} {inside(clause, clause.subject.tokens)}?"
    yield from _told(claim, parts[0], parts[0].tokens, question, "measure")


def _told(
    claim: Claim, part: Part, measure: Sequence[Token], question: str | None, form: str
) -> Iterator[Fact]:
    asking = Asking(
        form=form,
        question=question,
        answer=measure,
        kind=AnswerType.NUMBER,
        asked=part,
        least=1,
    )
    yield from facts(claim, "measures", asking)


method = Measures()
