"""Long clauses made short: without what adds to the claim, but is no part of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizlib.language.asides import set_off

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from quizlib.language.clauses import Clause, Part

#: What a thing does that a "when" defines: "Runoff occurs when …".
OCCURRING = frozenset("occur happen arise form result".split())
SHORTEST = 3  # words; a reason cut shorter says nothing
_CONTRASTS = frozenset("while whilst whereas although though".split())
#: What opens a clause that only adds a contrast or a time to what is told.
_ASIDES = _CONTRASTS | frozenset("as when after before since once".split())


def trimmed(clause: Clause, most: int) -> Clause:
    """The clause without asides, the last ones first, until it has `most` words.

    An aside is a subordinate clause of contrast or time, or an adverbial that a comma
    sets off; a condition, a reason or a purpose is none: the claim hangs on it.
    """
    contrasts = [part for part in clause.parts if part.tokens[0].lower_ in _CONTRASTS]
    clause = _without(clause, contrasts)
    while len(clause.tokens) > most:
        asides = [part for part in clause.parts if _aside(part)]
        if not asides:
            return _shortened(clause)
        clause = _without(clause, asides[-1:])
    return clause


def shortened(tokens: Sequence[Token], most: int) -> tuple[Token, ...]:
    """The words without the last clauses that only add to them, until there are `most`."""
    kept = tuple(tokens)
    while len(kept) > most:
        ends = [t for t in kept if _adds(t) and t.right_edge.i >= kept[-1].i]
        starts = [t.left_edge.i for t in ends if t.left_edge.i > kept[0].i + SHORTEST]
        if not starts:
            return tuple(tokens)
        kept = _closed(t for t in kept if t.i < max(starts))
    return kept


def _adds(token: Token) -> bool:
    relative = {t.lower_ for t in token.subtree if t.i <= token.i} & {"which", "who", "where"}
    return token.dep_ == "relcl" and bool(relative)


def _closed(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The words without a mark or an "and" at their end."""
    kept = list(tokens)
    while kept and (kept[-1].is_punct or kept[-1].dep_ == "cc"):
        kept.pop()
    return tuple(kept)


def _without(clause: Clause, parts: Sequence[Part]) -> Clause:
    if not parts:
        return clause
    gone = {id(part) for part in parts}
    return replace(
        clause,
        before=tuple(part for part in clause.before if id(part) not in gone),
        after=tuple(part for part in clause.after if id(part) not in gone),
    )


def _shortened(clause: Clause) -> Clause:
    """The clause without the relative clause at its end, where that says more of "a …"."""
    last = max(clause.parts, key=lambda part: part.start, default=None)
    if last is None or last not in clause.after or last.role == "attr":
        return clause
    for noun in last.tokens:
        ends = [c for c in noun.children if c.dep_ == "relcl" and c.right_edge == last.tokens[-1]]
        if ends and any(c.lower_ in ("a", "an") for c in noun.children):
            kept = tuple(token for token in last.tokens if token.i < ends[0].left_edge.i)
            shorter = replace(last, tokens=kept)
            return replace(clause, after=tuple(shorter if p is last else p for p in clause.after))
    return clause


def _aside(part: Part) -> bool:
    opener = part.tokens[0].lower_
    if part.role == "advcl":
        plain = opener in _ASIDES or part.head.tag_ in ("VBG", "VBN")
        if opener == "since" and set_off(part.head):
            return False  # a reason, mostly
        if opener == "when" and part.head.head.lemma_ in OCCURRING:
            return False  # it says what is meant
        return plain and opener not in ("if", "unless", "because", "until")
    if part.role not in ("advmod", "prep", "npadvmod") or opener in ("because", "due", "according"):
        return False
    return set_off(part.head) and part.start > 0
