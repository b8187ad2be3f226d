"""Figures that decide: how many, how long, for things that the document is about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract.measures import MEASURED
from quizlib.extract.prepositions import PAIRS, pair, preposition
from quizlib.language.questions import ask, ask_subject
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Clause, Part

_NEAR = frozenset(
    """
    about around over nearly almost approximately roughly some under
    """.split()
)
#: "More than", "at least", "up to", "as many as".
_BOUNDING = frozenset("more less fewer than at least most up to as many".split())

_PERCENT = frozenset({"%", "percent", "cent"})
_SHARES = frozenset("half third quarter fifth sixth seventh eighth ninth tenth".split())


class Figures:
    summary = "“How many …?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            clause = claim.clause
            for part in (clause.subject, *clause.after):
                for noun in _nouns(part):
                    number = _number(noun)
                    if number is not None:
                        yield from _how_many(claim, part, noun, number)
                yield from _share(claim, part)
                yield from _how_long(claim, part)


def _share(claim: Claim, part: Part) -> Iterator[Fact]:
    """What part of a whole: "over 60% of Norway's population", "a third of it"."""
    percent = part.head.lower_ in _PERCENT
    if not (percent or part.head.lemma_ in _SHARES) or part.role == "prep":
        return
    of = [child for child in part.head.children if child.lower_ == "of"]
    if not of:
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


#: What is done at once, and holds for as long as is said: no "How long" asks for that.
_AT_ONCE = frozenset("conclude sign grant appoint elect award agree lease close".split())
_SPANS = frozenset("year month week day hour minute century decade generation".split())


def _how_long(claim: Claim, part: Part) -> Iterator[Fact]:
    """How long something lasted: "for three years"."""
    if part.role != "prep" or part.tokens[0].lower_ != "for":
        return
    if claim.clause.verb.lemma_ in _AT_ONCE:
        return
    objects = [child for child in part.head.children if child.dep_ == "pobj"]
    if len(objects) != 1:
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


def _number(noun: Token) -> Token | None:
    """The one number that counts a noun: "five" in "five possible scenarios"."""
    if noun.tag_ not in ("NNS", "NNPS") or noun.lemma_ in _SHARES:
        return None  # "two thirds of the land" are no two of anything
    counts = [c for c in noun.children if c.dep_ == "nummod" and c.pos_ == "NUM"]
    if len(counts) != 1:
        return None
    number = counts[0]
    told = {c.dep_ for c in number.children}
    if not told <= {"quantmod", "advmod", "amod", "compound"} or number.lower_ == "one":
        return None
    return number


def _amount(number: Token) -> list[Token] | None:
    """The number with what makes it rough or is a part of it: "more than 3 million"."""
    words = list(number.subtree)
    whole = words[-1] == number and words[-1].i - words[0].i + 1 == len(words)
    return words if whole and all(_counting(t) for t in words[:-1]) else None


def _counting(token: Token) -> bool:
    return token.pos_ == "NUM" or token.lower_ in _NEAR | _BOUNDING


def _plain(clause: Clause, amount: Sequence[Token]) -> tuple[str, ...]:
    """The whole number without what makes it rough: "3 million" of "more than 3 million"."""
    rough = _NEAR | _BOUNDING
    exact = [token for token in amount if token.lower_ not in rough]
    return (clause.said(exact).lower(),) if 0 < len(exact) < len(amount) else ()


def _nouns(part: Part) -> list[Token]:
    """What a part may count: its noun, and those that it lists."""
    head = part.head
    if part.role == "prep":
        head = next((c for c in head.children if c.dep_ == "pobj"), head)
    listed = [head, *head.conjuncts] if part.role == "dobj" else [head]
    return [noun for noun in listed if noun in part.tokens]


#: Of these it is asked which they are, and not how many.
_NOTIONS = frozenset("effect purpose condition reason factor cause aim advantage way".split())


def _no_count(clause: Clause, part: Part, number: Token, counted: Sequence[Token]) -> bool:
    """Whether nobody would ask how many: of notions, of a rate, of what the clause counts twice."""
    if any(t.text == "," or t.dep_ in ("relcl", "cc") for t in counted):
        return True
    if number.head.lemma_ in _NOTIONS or (len(counted) > 1 and counted[-1].lemma_ in _SPANS):
        return True  # "How many long years …?"
    if any(t.lower_ == number.lower_ for t in clause.tokens if t != number):
        return True  # "three circles" of "three stations"
    beside = [p for p in clause.after if p.role == "npadvmod" and p.start > part.start]
    return any(p.tokens[0].lower_ in ("a", "an") for p in beside)  # "190 litres a second"


def _how_many(claim: Claim, part: Part, noun: Token, number: Token) -> Iterator[Fact]:
    clause = claim.clause
    amount, own = _amount(number), _own(part, noun)
    if amount is None or not own or own[0] not in amount or part.role == "attr":
        return
    if clause.verb.lemma_ in MEASURED:
        return  # asked with "How long …?" by the method for measures
    counted = [t for t in own if t.i > number.i]
    if not counted or _no_count(clause, part, number, counted):
        return
    if any(t.dep_ == "conj" and noun not in (t, t.head) for t in counted) or _either(clause):
        return
    wh = f"How many {clause.said(counted)}"
    if part is clause.subject:
        question = ask_subject(clause, wh, several=True)
    elif clause.subject.head.dep_ == "expl":
        question = None
    elif part.role == "prep":
        led = pair(claim, part) in PAIRS and preposition(part)
        question = ask(clause, wh, part, stranded=led) if led else None
    else:
        question = ask(clause, wh, part)
    asking = Asking(
        form="how-many",
        question=question,
        answer=amount,
        kind=AnswerType.NUMBER,
        text=clause.said(amount).lower(),
        asked=replace(part, tokens=tuple(t for t in part.tokens if t not in counted)),
        accepted=_plain(clause, amount),
        least=2,
    )
    yield from facts(claim, "figures", asking)


def _either(clause: Clause) -> bool:
    """Whether the figure tells of two things done: "were killed or injured"."""
    return any(c.dep_ == "conj" and c.tag_ == clause.verb.tag_ for c in clause.verb.children)


def _own(part: Part, noun: Token) -> list[Token]:
    """The words of a noun in the part, without those that it is listed with."""
    counted = [c for c in noun.children if c.dep_ == "conj" and _number(c) is not None]
    others = [c for c in noun.children if c.dep_ in ("conj", "cc", "punct") and counted]
    left_out = {t.i for c in others if c.i > noun.i for t in c.subtree}
    inside = {t.i for t in noun.subtree} - left_out
    words = [t for t in part.tokens if t.i in inside]
    words = words[1:] if words and words[0].dep_ == "prep" else words
    while words and (words[-1].is_punct or words[-1].dep_ == "cc"):
        words.pop()
    return words


method = Figures()
