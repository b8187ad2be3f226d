"""Purposes: behind "in order to" and "so as to"; asked with "Why" or "For what purpose"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language import Part
from quizlib.language.dictionary import only_noun
from quizlib.language.questions import ask
from quizlib.language.text import neighbor
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from quizlib.language import Analysis, Clause


#: With these, a "to" tells what was done, and not what for.
_LEADING = frozenset(
    """
    go come have be bear need take require lead help allow make get continue assign commission hire
    appoint ask choose select
    """.split()
)


#: Nouns of which a "to" says more: "an offer to become …".
_NOUNS_TO = frozenset(
    """
    offer plan attempt decision effort ability right way power permission need chance opportunity
    tendency intention desire order request agreement promise proposal failure refusal
    deal contract bill law
    """.split()
)
#: What has no purpose of its own, and foretells what a "to" says.
_AIMLESS = frozenset("contain have predict expect guide accept cause make leave".split())


class Purposes:
    summary = "“… in order to …”, “… so that …”, asked with “Why”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            for part in claim.clause.after:
                if is_purpose(part):
                    yield from _why(claim, part)


def is_purpose(part: Part) -> bool:
    """Whether the part says what for: a bare "to" is too often something else."""
    first = part.tokens[0]
    if first.tag_ != "TO" and first.lower_ not in ("in", "so"):
        return False
    if first.tag_ == "TO" and not _to_do(first):
        return False
    words = [token.lower_ for token in part.tokens[:3]]
    parted = neighbor(first, -1).text == ","
    if words[:2] == ["so", "that"] and parted and not _able(part):
        return False  # "becomes scarce, so that leaves turn yellow": it came of that
    if part.head.head.lemma_ == "be" and not _used_to(part):
        return False  # "is the practice of … in order to …" tells what it is
    ordered = words == ["in", "order", "to"] or words[:2] in (["so", "as"], ["so", "that"])
    return ordered or _used_to(part) or _done_to(part)


def _to_do(first: Token) -> bool:
    """Whether a verb follows: the parser has taken "to village depots" for one."""
    following = neighbor(first)
    return following.tag_ not in ("NN", "NNS") and not only_noun(following.lower_)


def _able(part: Part) -> bool:
    """Whether it tells what can or shall be, and not what is or was."""
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in part.head.children)


def _done_to(part: Part) -> bool:
    """What a thing is done to something for: "built a wall to keep smugglers out"."""
    verb = part.head.head
    own = {child.dep_ for child in verb.children}
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    done = bool(own & {"dobj", "nsubjpass"}) and verb.lemma_ not in _LEADING | _AIMLESS
    if any(child.lemma_ in _NOUNS_TO for child in objects):
        return False
    return part.role == "advcl" and part.tokens[0].tag_ == "TO" and done


def _used_to(part: Part) -> bool:
    """What something "is used to" do."""
    verb = part.head.head
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return verb.lemma_ == "use" and passive and part.tokens[0].tag_ == "TO"


def _parted(clause: Clause, whole: Part) -> tuple[Clause, Part]:
    """The clause without the purpose, and the purpose without the time of the deed.

    "Traders formed the company | to compete with another | in 1779".
    """
    rest = tuple(part for part in clause.after if part is not whole)
    start = _time_at(whole)
    if start is None:
        return replace(clause, after=rest), whole
    time = Part("prep", whole.tokens[start], whole.tokens[start:])
    purpose = Part(whole.role, whole.head, whole.tokens[:start])
    return replace(clause, after=(*rest, time)), purpose


def _time_at(part: Part) -> int | None:
    """Which of the words opens the time that ends the part: "in 1779"."""
    ends = part.tokens[-1].i
    for place, token in enumerate(part.tokens[2:-1], 2):
        led = token.dep_ == "prep" and token.lower_ in ("in", "on") and token.right_edge.i == ends
        if led and neighbor(token).ent_type_ == "DATE":
            return place
    return None


def _why(claim: Claim, whole: Part) -> Iterator[Fact]:
    clause, part = _parted(claim.clause, whole)
    used = clause.verb.lemma_ == "use"
    question = ask(clause, "For what purpose" if used else "Why", None)
    text = clause.said(part.tokens)
    asking = Asking(
        form="in-order-to",
        question=question,
        answer=part.tokens,
        kind=AnswerType.PURPOSE,
        text=text.removeprefix("in order "),
        asked=part,
        least=2 if used else 3,
    )
    yield from facts(claim, "purposes", asking)


method = Purposes()
