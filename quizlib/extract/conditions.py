"""Conditions: "If X, Y could happen", "When X, Y happens", asked for what happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._gates import LONGEST_STEM
from quizlib.language.asides import SUBJECTS
from quizlib.language.pronouns import RENAMED
from quizlib.language.questions import ask, inside
from quizlib.language.trimming import OCCURRING
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Part

_MODALS = {"could": "could", "would": "would", "will": "will", "may": "may", "might": "might"}


class Conditions:
    summary = "“If X, Y could …”, “When X, Y …”, asked with “What happens when X?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            if claim.sentence.words.isdisjoint(("if", "when")):
                continue
            yield from _what_if(claim)
            yield from _when(claim)


def _what_if(claim: Claim) -> Iterator[Fact]:
    clause = claim.clause
    modal = next((t.lower_ for t in clause.auxiliaries if t.lower_ in _MODALS), None)
    condition = next((part for part in clause.parts if _opens(part, modal)), None)
    if condition is None or not (modal or _always(claim, condition)) or _open(condition):
        return
    happens = [token for token in clause.tokens if token not in condition.tokens]
    asked = f"What {modal} happen" if modal else "What happens"
    question = f"{asked} {inside(clause, condition.tokens)}?"
    if len(question.split()) > LONGEST_STEM:
        return
    text = inside(clause, happens)
    asking = Asking(form="if", question=question, answer=happens, kind=AnswerType.CLAUSE, text=text)
    yield from facts(claim, "conditions", asking)


def _when(claim: Claim) -> Iterator[Fact]:
    """When a thing comes about, which says what it is: "Demand-pull inflation occurs when …"."""
    clause = claim.clause
    present = clause.verb.tag_ in ("VBZ", "VBP") and not clause.auxiliaries
    told = [p for p in clause.after if p.role == "advcl" and p.tokens[0].lower_ == "when"]
    if clause.verb.lemma_ not in OCCURRING or not present or len(clause.parts) != 1 or not told:
        return
    if _open(told[0]):
        return
    question = ask(clause, "When", told[0])
    asking = Asking(
        form="occurs",
        question=question,
        answer=told[0].tokens,
        kind=AnswerType.CLAUSE,
        asked=told[0],
        least=2,
    )
    yield from facts(claim, "conditions", asking)


def _opens(part: Part, modal: str | None) -> bool:
    return part.role == "advcl" and part.tokens[0].lower_ in (("if",) if modal else ("if", "when"))


def _open(condition: Part) -> bool:
    """Whether it tells of an "it" that only the rest of the sentence names."""
    subjects = [t for t in condition.head.children if t.dep_ in SUBJECTS]
    told = condition.head.doc.user_data.get(RENAMED, {})
    return any(t.tag_ == "PRP" and t.i not in told for t in subjects)


def _always(claim: Claim, condition: Part) -> bool:
    """Whether both clauses tell in the present what happens each time: "When water freezes, …"."""
    clause = claim.clause
    verbs = [clause.verb, *clause.auxiliaries]
    verbs += [t for t in condition.tokens if condition.head in (t, t.head)]
    finite = [token.tag_ for token in verbs if token.tag_ in ("VBZ", "VBP", "VBD", "MD")]
    empty = clause.verb.lemma_ in ("be", "have", *OCCURRING)
    happens = not empty and not clause.negation
    told = any(t.dep_ in SUBJECTS for t in condition.head.children)
    return happens and told and len(finite) > 1 and not {"VBD", "MD"} & {*finite}


method = Conditions()
