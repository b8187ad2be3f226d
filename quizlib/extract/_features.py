"""What can be counted of a question and its sentence: what the confidence weighs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizlib.extract._claims import Claim

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_MARKS = frozenset({",", "-", "–", "—", '"', "("})


def features(claim: Claim, stem: Sequence[Token]) -> tuple[tuple[str, float], ...]:
    """Name -> number, in the order of the names. Lengths are in words; shares in [0, 1]."""
    clause, span = claim.clause, claim.sentence.span
    words = sum(not token.is_punct for token in span)
    titled = claim.analysis.title_lemmas
    values = {
        "sentence words": words,
        "sentence marks": sum(token.text in _MARKS for token in span),
        "clause share": len(clause.tokens) / max(1, words),
        "telling": len({t.lemma_ for t in stem if not t.is_stop and t.pos_ in _TELLING}),
        "subject in title": any(token.lower_ in titled for token in clause.subject.tokens),
        "adjuncts": sum(part.role in ("prep", "advcl", "npadvmod") for part in clause.parts),
    }
    return tuple((name, round(float(value), 3)) for name, value in sorted(values.items()))
