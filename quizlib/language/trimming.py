"""Long clauses made short: without what adds to the claim, but is no part of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizlib.language.asides import SUBJECTS, set_off
from quizlib.language.clauses import SAYING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from quizlib.language.clause import Clause, Part

#: What a thing does that a "when" defines: "Runoff occurs when …".
OCCURRING = frozenset("occur happen arise form result".split())
SHORTEST = 3  # words; a reason cut shorter says nothing
#: What says of which sort a noun is.
_DESCRIBING = frozenset({"amod", "compound", "prep", "nmod", "poss", "nummod"})
#: Nouns so general that a word or two do not say which: "an area of land".
GENERAL = frozenset("area piece type kind form sort group set place part thing body".split())
_CONTRASTS = frozenset("while whilst whereas although though".split())
#: What opens a clause that only adds a contrast or a time to what is told.
_ASIDES = _CONTRASTS | frozenset("as when after before since once".split())


#: What others do to a thing by a name or a remark: "as it is called", "as Hobson put it".
_REMARKING = SAYING | frozenset("call know put say describe expect see plan hope use do".split())


def explains(part: Part) -> bool:
    """Whether an "as" behind a comma gives a reason: "…, as it is staffed by the hospital".

    It does where a pronoun takes the subject up, or where both tell what is so in general.
    """
    verb, opening = part.head, part.tokens[0]
    if opening.lower_ != "as":
        return False
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if opening.dep_ != "mark" or not set_off(verb) or len(subjects) != 1:
        return False
    if verb.lemma_ in _REMARKING or subjects[0].i > verb.i or verb.i < verb.head.i:
        return False
    taken_up = subjects[0].lower_ in ("it", "they", "he", "she")
    lasting = all(t.tag_ in ("VBZ", "VBP") or t.lemma_ == "be" for t in (verb, verb.head))
    return taken_up or lasting


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


def cut(tokens: Sequence[Token], most: int) -> tuple[Token, ...]:
    """The words up to a clause or example that says more of a noun, so that `most` are left.

    As `shortened`, but a clause that tells which one is meant goes too: what is left is less
    exact, and as true; not so of "the" thing or the largest. All where nothing can go.
    """
    kept = tuple(tokens)
    inside = {token.i for token in kept}
    while len(kept) > most:
        starts = [
            t.left_edge.i
            for t in kept
            if _more(t) and t.head.i in inside and t.right_edge.i >= kept[-1].i
        ]
        starts = [start for start in starts if start >= kept[0].i + SHORTEST]
        if not starts:
            return tuple(tokens)
        kept = _closed(t for t in kept if t.i < max(starts))
    return kept


def _more(token: Token) -> bool:
    """Whether a relative clause, a participle, or examples of a noun hang on it."""
    participle = token.dep_ == "acl" and token.tag_ in ("VBN", "VBG")
    examples = token.dep_ == "prep" and token.left_edge.lower_ in ("such", "including")
    singled = any(c.lower_ == "the" or c.tag_ in ("JJS", "RBS") for c in token.head.children)
    needed = singled or _untold(token.head)
    return examples or ((participle or token.dep_ == "relcl") and not needed)


def _untold(noun: Token) -> bool:
    """Whether only the clause behind it says which is meant: "people who eat cassava"."""
    some = noun.tag_ == "NNS" or any(child.lower_ in ("a", "an") for child in noun.children)
    told = any(child.dep_ in _DESCRIBING and not child.is_stop for child in noun.children)
    said = told and noun.lemma_ not in GENERAL
    return noun.pos_ == "NOUN" and some and not said


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
        some = any(c.lower_ in ("a", "an") for c in noun.children)
        if ends and some and not _untold(noun):
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
        if opener == "as" and explains(part):
            return False
        if opener == "when" and part.head.head.lemma_ in OCCURRING:
            return False  # it says what is meant
        return plain and opener not in ("if", "unless", "because", "until")
    if part.role not in ("advmod", "prep", "npadvmod") or opener in ("because", "due", "according"):
        return False
    return set_off(part.head) and part.start > 0
