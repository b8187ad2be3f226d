"""Names for things: "… is called X", "pores called X", "a hormone, X,"; the name is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.clauses import NAMING
from quizlib.language.humans import human
from quizlib.language.questions import ask, ask_subject, inside, relative
from quizlib.language.text import neighbor
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Part

#: "an ore known as pitchblende"
_KNOWN = "known"
_COUNTING = frozenset("a an the many several some numerous certain various other".split())
#: The longest name, and the shortest meaning of one, in words.
LONGEST, SHORTEST_MEANING = 4, 6


class Called:
    summary = "“… is called X”, “tubes called X”, asked with “What … called?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            passive = any(token.dep_ == "auxpass" for token in claim.clause.auxiliaries)
            for part in claim.clause.after:
                named = part.role == "oprd" and claim.clause.verb.lemma_ in NAMING
                if named and passive:
                    yield from _both_ways(*_unowned(claim, part))
            for part in (claim.clause.subject, *claim.clause.after):
                yield from _apposed(claim, part)
            yield from _summed_up(claim)


def _unowned(claim: Claim, part: Part) -> tuple[Claim, Part]:
    """The name without whose it is: "is called their Hamming distance"."""
    if part.tokens[0].tag_ != "PRP$" or len(part.tokens) == 1:
        return claim, part
    name = replace(part, tokens=part.tokens[1:])
    after = tuple(name if each is part else each for each in claim.clause.after)
    return replace(claim, clause=replace(claim.clause, after=after)), name


def _both_ways(claim: Claim, part: Part) -> Iterator[Fact]:
    yield from _what(claim, part)
    yield from _meaning(claim, part)


def _what(claim: Claim, part: Part) -> Iterator[Fact]:
    subject = claim.clause.subject
    marks = [child.lower_ for child in subject.head.children if not child.is_punct]
    if subject.head.pos_ == "NOUN" and marks in (["the"], ["this"], ["these"]):
        return  # "the practice is called": which one, what stands before tells
    asking = Asking(
        form="called",
        question=ask(claim.clause, "What", part),
        answer=part.tokens,
        kind=AnswerType.TERM,
        asked=part,
        least=2,
    )
    yield from facts(claim, "called", asking)


def _meaning(claim: Claim, part: Part) -> Iterator[Fact]:
    """What the name means, where what is called so is told in full: "the set of … that …"."""
    clause, subject = claim.clause, claim.clause.subject
    now = clause.auxiliaries[0].tag_ in ("VBZ", "VBP") and len(clause.auxiliaries) == 1
    told = {child.dep_ for child in subject.head.children} & {"relcl", "acl", "prep"}
    first = subject.tokens[0].lower_
    if not now or not told or len(clause.parts) > 1 or first not in ("a", "an", "the"):
        return
    if len(subject.tokens) < SHORTEST_MEANING or subject.head.pos_ != "NOUN":
        return
    name = clause.said(part.tokens)
    asking = Asking(
        form="definition",
        question=f"What {clause.auxiliaries[0].text} {name}?",
        answer=subject.tokens,
        kind=AnswerType.TEXT,
        text=inside(clause, subject.tokens),
        asked=subject,
        least=1,
    )
    yield from facts(claim, "definitions", asking)


def _apposed(claim: Claim, part: Part) -> Iterator[Fact]:
    """What is named in passing: "through tiny pores called stomata"."""
    noun, name = _naming(part)
    if noun is None or not 0 < len(name) <= LONGEST:
        return
    opening = [token for token in part.tokens if noun.left_edge.i <= token.i <= noun.i]
    what = inside(claim.clause, [t for t in opening if t.lower_ not in _COUNTING])
    if any(t.ent_type_ == "PERSON" for t in name):
        if part is claim.clause.subject:
            yield from _who(claim, name)
        return
    rest = relative(claim.clause, part, noun)
    if rest is None or any(t.tag_ in ("CD", "PRP$") or t.dep_ == "poss" for t in opening):
        return
    asking = Asking(
        form="called",
        question=f"What name is given to the {what} {rest}?",
        answer=name,
        kind=AnswerType.TERM,
        least=2,
    )
    yield from facts(claim, "called", asking)


def _who(claim: Claim, name: Sequence[Token]) -> Iterator[Fact]:
    """Who did it, of whom the name is told in passing: "a craftsman called Bi Sheng made …"."""
    asking = Asking(
        form="subject-person",
        question=ask_subject(claim.clause, "Who"),
        answer=name,
        kind=AnswerType.PERSON,
        asked=claim.clause.subject,
    )
    yield from facts(claim, "subjects", asking)


def _summed_up(claim: Claim) -> Iterator[Fact]:
    """What all that a sentence tells is called: "…, which is called transpiration"."""
    clause, tokens = claim.clause, claim.sentence.tokens
    if "which" not in claim.sentence.words or clause.verb != claim.sentence.root:
        return
    for token in tokens:
        if token.dep_ != "relcl" or token.lemma_ not in NAMING:
            continue
        opening, names = token.left_edge, [c for c in token.children if c.dep_ == "oprd"]
        one = any(c.lower_ == "is" for c in token.children)
        noun = token.head
        if (
            opening.lower_ != "which"
            or clause.before
            or not one
            or len(names) != 1
            or noun.tag_ == "NN"
        ):
            continue  # "the rock, which is called …": the rock is
        told = [t for t in tokens if t.i < opening.i - 1]
        asking = Asking(
            form="called",
            question=f"What is it called when {inside(clause, told)}?",
            answer=list(names[0].subtree),
            kind=AnswerType.TERM,
            least=2,
        )
        yield from facts(claim, "called", asking)


def _naming(part: Part) -> tuple[Token | None, Sequence[Token]]:
    """The common noun at the end of a part that is given a name, and the name."""
    beside = _beside(part)
    if beside:
        return part.head if part.role != "prep" else part.tokens[-1], beside
    for token in part.tokens:
        if token.dep_ != "acl":
            continue
        known = token.lower_ == _KNOWN
        if not (known or token.lemma_ in NAMING) or token.tag_ != "VBN":
            continue
        noun = token.head
        roles = ("pobj",) if known else ("oprd", "dobj", "attr")
        above = [c for c in token.children if c.lower_ == "as"] if known else [token]
        named = [c for head in above for c in head.children if c.dep_ in roles and c.i > token.i]
        if len(named) != 1 or noun.pos_ != "NOUN" or noun.i != token.left_edge.i - 1:
            continue
        words = [t for t in named[0].subtree if t in part.tokens]
        ends = bool(words) and words[-1] == part.tokens[-1]
        told = {t.i for c in named[0].children if c.dep_ in ("relcl", "acl") for t in c.subtree}
        words = [t for t in words if t.i not in told and t.lower_ not in ("a", "an", "the")]
        if ends and not any(t.dep_ == "conj" or t.is_punct for t in words):
            return noun, words
    return None, ()


def _beside(part: Part) -> Sequence[Token]:
    """The name that stands between commas behind "a hormone" or "a substance", if one does."""
    noun = part.tokens[-1]
    if noun.pos_ != "NOUN" or noun.ent_type_ or noun.i + 1 == len(noun.doc):
        return ()
    if not any(c.lower_ in ("a", "an") for c in noun.children) or neighbor(noun).text != ",":
        return ()
    following = neighbor(noun, 2)
    names = [t for t in following.sent if t.dep_ == "appos" and t.left_edge == following]
    if len(names) != 1:
        return ()
    about = {t.i for c in names[0].children if c.dep_ in ("relcl", "acl") for t in c.subtree}
    words = [t for t in names[0].subtree if t.i not in about]
    while words and words[-1].is_punct:
        words.pop()
    plain = all(t.pos_ in ("NOUN", "PROPN", "ADJ") and t.ent_type_ != "DATE" for t in words)
    plain = plain and not human(noun)
    ends = words[-1].i + 1 if words else len(noun.doc)
    closed = noun.doc[ends : ends + 1].text in (",", ".", ";")
    return words if plain and closed and words[-1].tag_ in ("NN", "NNP") else ()


method = Called()
