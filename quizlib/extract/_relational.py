"""Nouns that are always of something: a question that leaves out of what has no one answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    remainder opposite pain vaccine protection cure treatment threat
    """.split()
)
_SAYING_WHICH = frozenset("prep poss compound nmod relcl acl appos nummod".split())


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
        if token.lemma_ in ("number", "point") and not any(c.lower_ == "of" for c in marks):
            return True  # "the number on a chip", "the turning point": of what?
    return False
