"""What can be counted of a question, its key and its sentence: what the confidence weighs.

Counts are in words, shares in [0, 1], all else is 0 or 1. Nothing here depends on the
last bits of a score of the language model, only on its labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._anchors import anchors
from quizlib.language.frequency import common
from quizlib.language.pronouns import RENAMED
from quizlib.language.references import dangling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizlib.extract._claims import Claim

_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_MARKS = frozenset({",", "-", "–", "—", '"', "("})
#: Sentences; shorter texts tell one thing after the other, longer ones many things at once.
SHORT_TEXT = 60
#: What happens to a thing once: it begins, ends, or becomes what it is known as.
_DECISIVE = frozenset(
    """
    abolish adopt annex ban bear begin build close collapse come complete create declare defeat
    demolish describe destroy die disband discover dissolve elect enact end enter erupt establish
    form found free identify inaugurate incorporate introduce invent kill launch merge name open
    outlaw pass patent prove publish ratify rename repeal replace settle show sign sink start
    surrender unify unite win
    """.split()
)
_MODALS = frozenset("may might could can would should must will".split())


def features(
    claim: Claim, stem: Sequence[Token], key: Sequence[Token], question: str, context: str
) -> tuple[tuple[str, float], ...]:
    """Name -> number, in the order of the names."""
    leaning = len(dangling(stem, claim.analysis.title_lemmas))
    values = {
        **_of_sentence(claim),
        **_of_clause(claim),
        **_of_stem(claim, stem),
        **anchors(claim, stem, context),
        "stem leaning": leaning,
        **_of_key(claim, key),
        "question words": len(question.split()),
        "text dated": round(claim.analysis.dated, 2),
        "text short": len(claim.analysis.sentences) < SHORT_TEXT,
        "with context": bool(context) and leaning > 0,
        "with opening": context.startswith(claim.analysis.sentences[0].text),
        "with speaker": bool(claim.speaker),
    }
    return tuple(sorted(values.items()))


def share(part: int, whole: int) -> float:
    """To three places; of nothing there is none."""
    return round(part / max(1, whole), 3)


def _of_sentence(claim: Claim) -> dict[str, float]:
    tokens = claim.sentence.tokens
    words = sum(not token.is_punct for token in tokens)
    return {
        "sentence words": words,
        "sentence marks": sum(token.text in _MARKS for token in tokens),
        "sentence opens": claim.sentence.number == 0,
        "sentence leads": claim.sentence.block == claim.analysis.sentences[0].block,
        "sentence number": claim.sentence.number,
        "sentence figures": sum(token.like_num for token in tokens),
        "clause share": share(len(claim.clause.tokens), words),
    }


def _of_clause(claim: Claim) -> dict[str, float]:
    clause = claim.clause
    subject = clause.subject
    opener = subject.tokens[0].lower_
    known = claim.analysis.known
    return {
        "clause joined": clause.verb.dep_ == "conj",
        "clause goes on": any(c.dep_ == "conj" for c in clause.verb.children),
        "clause relative": clause.verb.dep_ == "relcl",
        "verb be": clause.verb.lemma_ == "be",
        "verb decisive": clause.verb.lemma_ in _DECISIVE,
        "verb past": any(t.tag_ == "VBD" for t in (clause.verb, *clause.auxiliaries)),
        "verb passive": any(t.dep_ == "auxpass" for t in clause.auxiliaries),
        "verb modal": any(t.lower_ in _MODALS for t in clause.auxiliaries),
        "subject named": subject.head.pos_ == "PROPN",
        "subject some": opener in ("a", "an", "some", "many", "several", "most"),
        "subject plural": subject.head.tag_ == "NNS",
        "subject renamed": any(
            t.i in t.doc.user_data.get(RENAMED, {}) or t.pos_ == "PRON" for t in subject.tokens
        ),
        "subject in title": any(t.lower_ in claim.analysis.title_lemmas for t in subject.tokens),
        "subject known": subject.head.lemma_.lower() in known,
        "subject words": len(subject.tokens),
        "adjuncts": sum(part.role in ("prep", "advcl", "npadvmod") for part in clause.parts),
        **_of_object(claim),
    }


def _of_object(claim: Claim) -> dict[str, float]:
    heads = [part.head for part in claim.clause.after if part.role in ("dobj", "attr")]
    articles = {child.lower_ for head in heads[:1] for child in head.children}
    return {
        "object none": not heads,
        "object named": bool(heads) and heads[0].pos_ == "PROPN",
        "object definite": "the" in articles,
        "object some": bool(articles & {"a", "an", "some"}),
    }


def _of_stem(claim: Claim, stem: Sequence[Token]) -> dict[str, float]:
    often, titled = claim.analysis.lemmas, claim.analysis.title_lemmas
    told = [t for t in stem if t.pos_ in _TELLING]
    counted = [often.get(t.lemma_.lower(), 0) for t in told]
    names = [count for t, count in zip(told, counted, strict=True) if t.pos_ == "PROPN"]
    return {
        "telling": len({t.lemma_ for t in told if not t.is_stop}),
        "stem names": sum(t.pos_ == "PROPN" and t.dep_ != "compound" for t in stem),
        "stem figures": sum(t.like_num for t in stem),
        "stem commas": sum(t.text == "," for t in stem),
        "stem definite": sum(t.lower_ == "the" for t in stem),
        "stem in title": any(
            (t.lower_ in titled or t.lemma_ in titled) and not t.is_stop for t in stem
        ),
        "stem at home": share(sum(count > 2 for count in counted), len(counted)),
        "stem unplaced": sum(_unplaced(claim, token, stem) for token in stem),
        "stem name often": share(max(names, default=0), len(claim.analysis.sentences)),
    }


def _unplaced(claim: Claim, noun: Token, stem: Sequence[Token]) -> bool:
    """Whether "the" stands before a noun, and only adjectives say which: "the oval rings"."""
    if noun.pos_ != "NOUN" or not any(c.lower_ == "the" for c in noun.children):
        return False
    told = [c for c in noun.children if c.i > noun.i and c in stem and c.dep_ != "punct"]
    named = any(c.pos_ == "PROPN" or c.tag_ in ("JJS", "RBS") for c in noun.children)
    return not told and not named and noun.lemma_.lower() not in claim.analysis.title_lemmas


def _of_key(claim: Claim, key: Sequence[Token]) -> dict[str, float]:
    words = [t for t in key if not t.is_punct]
    known = claim.analysis.title_lemmas
    return {
        "key words": len(words),
        "key named": any(t.pos_ == "PROPN" for t in words),
        "key plain": len(words) == 1 and all(t.is_lower and common(t.lower_) for t in words),
        "key listed": any(t.dep_ == "conj" for t in words),
        "key in title": any(t.lemma_.lower() in known and not t.is_stop for t in words),
        "key once": all(claim.analysis.lemmas.get(t.lemma_.lower(), 0) < 2 for t in words),
        "key rare": sum(t.is_alpha and not common(t.lemma_.lower()) for t in words),
        "key often": share(
            max((claim.analysis.lemmas.get(t.lemma_.lower(), 0) for t in words), default=0),
            len(claim.analysis.sentences),
        ),
    }
