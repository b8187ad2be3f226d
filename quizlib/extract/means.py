"""Means: what stands behind "by …-ing" or "using"; asked with "How"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.clause import Part
from quizlib.language.questions import ask
from quizlib.language.text import neighbor
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis


#: Without one of these a sentence tells no means.
_WORDS = frozenset({"by", "through", "using"})


class Means:
    summary = "“… by …-ing …”, “… using …”, asked with “How”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        told = [one for one in claims(analysis) if not _WORDS.isdisjoint(one.sentence.words)]
        for claim in map(_apart, told):
            for part in claim.clause.after:
                if is_means(part):
                    yield from _how(claim, part)


def _apart(claim: Claim) -> Claim:
    """The claim with "using …" as a part of its own where the parser hangs it on the object."""
    clause = claim.clause
    if "using" not in claim.sentence.words:
        return claim
    after: list[Part] = []
    for part in clause.after:
        objects = part.tokens if part.role == "dobj" else ()
        tools = [t for t in objects if t.lower_ == "using" and t.dep_ == "acl"]
        if len(tools) != 1 or tools[0].right_edge.i < part.tokens[-1].i:
            after.append(part)
            continue
        tool = tools[0]
        kept = tuple(t for t in part.tokens if t.i < tool.i)
        told = tuple(t for t in part.tokens if t.i >= tool.i)
        after += [Part(part.role, part.head, kept), Part("advcl", tool, told)]
    if len(after) == len(clause.after):
        return claim
    return replace(claim, clause=replace(clause, after=tuple(after)))


def is_means(part: Part) -> bool:
    """Whether the part is "by" or "through" with a verb in -ing, or "using" something."""
    if len(part.tokens) < 3:
        return False
    if part.role == "advcl" and part.head.lower_ == "using" and part.head == part.tokens[0]:
        return neighbor(part.head, -1).text != ","
    led = part.tokens[0].lower_ in ("by", "through")
    return led and any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in part.head.children)


def _how(claim: Claim, part: Part) -> Iterator[Fact]:
    if any(token.lower_ in ("nothing", "only") for token in part.tokens):
        return
    if claim.clause.verb.lemma_ == "be":
        return  # "How is the usual way of …?"
    asking = Asking(
        form="by-doing",
        question=ask(claim.clause, "How", part),
        answer=part.tokens,
        kind=AnswerType.MEANS,
        least=2,
        asked=part,
    )
    yield from facts(claim, "means", asking)


method = Means()
