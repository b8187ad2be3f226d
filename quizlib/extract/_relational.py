"""Nouns that are always of something: a question that leaves out of what has no one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.language.questions import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizlib.extract._claims import Claim

#: What is always one of, or for, something: nobody asks for "the first patent" or "a variety".
_RELATIVE = frozenset(
    """
    variety exception angle patent withdrawal number protectorate cutting production output growth
    version edition share proportion rate level amount edge side beginning origin cause consequence
    advantage disadvantage drawback benefit alternative equivalent counterpart substitute successor
    predecessor gamble name set kind delivery total average point limit relation interpretation rest
    reading application request proposal bid appeal offer objection remainder opposite forerunner
    closure mortality demolition abolition completion dissolution pain vaccine protection cure
    treatment threat half third quarter championship translation
    """.split()
)
#: What is said of a thing for somebody, among others, or in some place: "Why was tin chosen?"
_INCOMPLETE = frozenset(
    """
    absent difficult easy hard harmful suitable available necessary usual unusual rare common
    affected chosen selected preferred expected needed required involved spared inspected exempt
    """.split()
)
_COMPLETING = frozenset("prep agent xcomp ccomp advcl oprd".split())
#: What is always a part of something, so that nothing but that says which.
_OF = frozenset("number point total share proportion amount average".split())
#: What is always for something, or about it.
_FOR = frozenset("application request proposal bid appeal offer objection".split())
_SAYING_WHAT_FOR = frozenset("for to of against on about".split())
_SAYING_WHICH = frozenset("prep poss compound nmod relcl acl appos nummod".split())


def for_what(claim: Claim, stem: Sequence[Token]) -> bool:
    """Whether it tells that something of no name is chosen or absent, and not for or from what."""
    verb, own = claim.clause.verb, {token.i for token in stem}
    said = [verb, *(c for c in verb.children if c.dep_ in ("acomp", "attr"))]
    incomplete = [t for t in said if t.lower_ in _INCOMPLETE]
    titled = claim.analysis.title_lemmas
    named = any((t.pos_ == "PROPN" and names(t)) or t.lower_ in titled for t in stem)
    completed = any(
        c.i in own and c.dep_ in _COMPLETING and not _when(c) for t in said for c in t.children
    )
    return bool(incomplete) and not named and not completed


def _when(token: Token) -> bool:
    return any(t.ent_type_ in ("DATE", "TIME") or t.tag_ == "CD" for t in token.subtree)


def of_what(claim: Claim, stem: Sequence[Token]) -> bool:
    """Whether it tells of a side, a share or a number, and not of what."""
    own = {token.i for token in stem}
    roles = ("nsubj", "nsubjpass", "dobj", "attr", "pobj")
    for token in stem:
        sides = token.lemma_ == "part" and token.dep_ in ("nsubj", "nsubjpass")
        if not (token.lemma_ in _RELATIVE or sides) or token.dep_ not in roles:
            continue
        marks = [c for c in token.children if c.i in own and c.pos_ not in ("DET", "ADJ", "NUM")]
        titled = token.lemma_ in claim.analysis.title_lemmas
        if not titled and not any(c.dep_ in _SAYING_WHICH for c in marks):
            return True
        if token.lemma_ in _OF and not any(c.lower_ == "of" for c in marks):
            return True  # "the number on a chip", "the turning point": of what?
        if token.lemma_ in _FOR and not any(c.lower_ in _SAYING_WHAT_FOR for c in marks):
            return True  # "the application made by the Harrowby Paths Group": for what?
    return False
