"""What can be counted of a question and its sentence: the ranking's raw material."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizlib.extract._claims import Claim

_WEAK = frozenset("say show do have make take get give see use include become".split())


def features(
    claim: Claim, stem: Sequence[Token], answer: Sequence[Token]
) -> tuple[tuple[str, float], ...]:
    """Name -> number, in the order of the names. Lengths are in words; shares in [0, 1]."""
    span = claim.sentence.span
    told = [token for token in span if not token.is_punct]
    names = [token for token in stem if token.pos_ == "PROPN"]
    heads = [token for token in answer if token.head not in answer] or list(answer[:1])
    verb = claim.clause.verb
    values = {
        "sentence words": len(told),
        "sentence marks": sum(token.text in (",", "-", "–", "—", '"', "(") for token in span),
        "clause share": len(claim.clause.tokens) / max(1, len(told)),
        "first": claim.sentence.number == 0,
        "names in stem": len(names),
        "numbers in stem": sum(token.like_num for token in stem),
        "pronouns in stem": sum(token.tag_ in ("PRP", "PRP$") for token in stem),
        "verbs in stem": sum(token.pos_ == "VERB" for token in stem),
        "telling": len({t.lemma_ for t in stem if not t.is_stop and t.pos_ in _CONTENT}),
        "key is name": any(token.pos_ == "PROPN" for token in heads),
        "key has name": any(token.pos_ == "PROPN" for token in answer),
        "key definite": bool(answer) and answer[0].lower_ == "the",
        "key indefinite": bool(answer) and answer[0].lower_ in ("a", "an"),
        "key plural": any(token.tag_ in ("NNS", "NNPS") for token in heads),
        "present": verb.tag_ in ("VBZ", "VBP"),
        "passive": any(token.dep_ == "auxpass" for token in claim.clause.auxiliaries),
        "modal": any(token.tag_ == "MD" for token in claim.clause.auxiliaries),
        "weak verb": verb.lemma_ in _WEAK,
        "subject in title": any(
            token.lower_ in claim.analysis.title_lemmas for token in claim.clause.subject.tokens
        ),
        "adjuncts": sum(part.role in ("prep", "advcl", "npadvmod") for part in claim.clause.parts),
        "speaker": bool(claim.speaker),
    }
    return tuple((name, round(float(value), 3)) for name, value in sorted(values.items()))


_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
