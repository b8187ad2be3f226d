"""A verb with its preposition: what something depends on, leads to, is based on."""

from __future__ import annotations

from collections.abc import Iterator

from quizlib.extract._claims import Claim, claims, make
from quizlib.extract._parts import members, sort_of, variants, wh
from quizlib.language import Analysis, Part
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

#: Verb and preposition that belong together: the object says what matters.
PAIRS = frozenset(
    """base on|depend on|rely on|rest on|lead to|result in|result from|consist of|contribute to
    |belong to|stem from|derive from|arise from|grow out of|supply with|provide with|refer to
    |focus on|range from|aim at|turn to|replace by|know for|divide into|compose of|make of
    |compare with|compare to|protect from|protect against|convert into|evolve from|point to
    |allow for|account for|call for|insist on|feed on|use for|use as|serve as|act as|know as
    |regard as|describe as|view as|start as|begin as|associate with|connect to|date to|specialize in
    |specialise in|play in|warn against|warn of""".replace("\n", "").replace("    ", "").split("|")
)


class Prepositions:
    summary = "verb with preposition: “What is X based on?”, “What did X lead to?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            for part in claim.clause.after:
                if part.role == "prep" and pair(claim, part) in PAIRS:
                    yield from _what(claim, part)


def pair(claim: Claim, part: Part) -> str:
    """"depend on", "grow out of": the verb's lemma and the whole preposition."""
    return f"{claim.clause.verb.lemma_} {preposition(part)}"


def preposition(part: Part) -> str:
    """"on", "out of": the words before the object."""
    inner = part.head
    words = [inner.lower_]
    for child in inner.children:
        if child.dep_ == "prep" and not any(c.dep_ == "pobj" for c in inner.children):
            words.append(child.lower_)
    return " ".join(words)


def _what(claim: Claim, part: Part) -> Iterator[Fact]:
    led = preposition(part)
    answer = part.tokens[len(led.split()) :]
    if not answer or answer[0].tag_ == "VBG":
        return
    kind = sort_of(claim.analysis, claim.clause, answer)
    question = ask(claim.clause, wh(kind), part, stranded=led)
    text = claim.clause.said(answer)
    fact = make(
        claim,
        pair(claim, part).replace(" ", "-"),
        "prepositions",
        question,
        answer,
        kind,
        asked=part,
        members=members(claim.clause, answer) if kind is AnswerType.LIST else (),
        accepted=variants(kind, text),
        relation=pair(claim, part),
    )
    if fact is not None:
        yield fact


method = Prepositions()
