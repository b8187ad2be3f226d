"""Reasons told first: "X. That is why Y", "X, which is why Y", "X. As a result, Y"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import LONGEST_CLAUSE, Claim, claims, denials, sound
from quizlib.extract._wholeness import whole
from quizlib.language.clauses import inner_clause
from quizlib.language.questions import ask, names
from quizlib.language.references import dangling, loose, personal
from quizlib.language.text import neighbor
from quizlib.language.trimming import trimmed
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from quizlib.language import Analysis, Clause, Sentence

LONGEST_REASON = 25  # words
#: What opens a sentence that tells what comes of the one before.
_RESULTING = ("as a result", "for this reason", "for that reason", "because of this", "therefore")


class Whys:
    summary = "“X. That is why Y”, “X, which is why Y”, “X. As a result, Y”, asked with “Why Y?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        told = {id(c.sentence): c for c in reversed((*claims(analysis), *denials(analysis)))}
        for before, sentence in pairwise(analysis.sentences):
            text = sentence.text.casefold()
            resulting = " why " in text or text.startswith(_RESULTING)
            if resulting and before.block is sentence.block and sound(before):
                yield from _after(analysis, before, sentence, told.get(id(sentence)))
        for sentence in analysis.sentences:
            if ", which is why " in sentence.text and sound(sentence):
                yield from _within(analysis, sentence)


def _after(
    analysis: Analysis, before: Sentence, sentence: Sentence, claim: Claim | None
) -> Iterator[Fact]:
    """What the sentence before is the reason of."""
    verb = _why_verb(sentence, ("that", "this"))
    if verb is not None:
        clause = _fit(inner_clause(sentence, verb))
        claim = Claim(analysis, sentence, clause) if clause is not None else None
    elif not sentence.text.casefold().startswith(_RESULTING):
        return
    if claim is None:
        return
    reason = [t for t in before.span if not t.is_space]
    key = before.text.rstrip(".")
    if len(key.split()) > LONGEST_REASON or loose(reason) or personal(reason):
        return
    if dangling(reason, analysis.title_lemmas):
        return
    key = key if names(reason[0]) else key[:1].lower() + key[1:]
    for fact in facts(claim, "whys", _asking(claim, reason, key)):
        yield fact.model_copy(
            update={"evidence": (analysis.evidence(before), *fact.evidence), "answer_at": -1}
        )


def _within(analysis: Analysis, sentence: Sentence) -> Iterator[Fact]:
    """What the words before the comma are the reason of."""
    verb = _why_verb(sentence, ("which",))
    clause = _fit(inner_clause(sentence, verb)) if verb is not None else None
    if verb is None or clause is None:
        return
    which = next(
        t for t in sentence.tokens if t.lower_ == "which" and neighbor(t, 2).lower_ == "why"
    )
    reason = [t for t in sentence.tokens if t.i < which.i - 1]
    text = sentence.said(reason)
    if len(text.split()) > LONGEST_REASON or loose(reason):
        return
    text = text if names(reason[0]) else text[:1].lower() + text[1:]
    claim = Claim(analysis, sentence, clause)
    yield from facts(claim, "whys", _asking(claim, reason, text))


def _asking(claim: Claim, reason: list[Token], text: str) -> Asking:
    own = {token.i for token in claim.clause.tokens}
    return Asking(
        form="because",
        question=ask(claim.clause, "Why", None),
        answer=[token for token in reason if token.i not in own],
        kind=AnswerType.REASON,
        text=text,
        least=2,
    )


def _why_verb(sentence: Sentence, pointers: tuple[str, ...]) -> Token | None:
    """The verb behind "that is why", "which is one reason why"."""
    for token in sentence.tokens:
        if token.lower_ != "why" or token.dep_ != "advmod":
            continue
        before = [t.lower_ for t in sentence.tokens if t.i < token.i][-5:]
        if "is" in before and before[before.index("is") - 1] in pointers:
            return token.head
    return None


def _fit(clause: Clause | None) -> Clause | None:
    """The clause without its "why", if it can be asked about."""
    if clause is None:
        return None
    without = replace(
        clause,
        before=tuple(p for p in clause.before if p.tokens[0].lower_ != "why"),
        inner=tuple(t for t in clause.inner if t.lower_ != "why"),
    )
    short = trimmed(without, LONGEST_CLAUSE)
    return short if whole(short) and not personal(short.tokens) else None


method = Whys()
