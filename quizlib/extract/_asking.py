"""Asking: a question put to a claim, and the gates that it has to pass to be a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizlib.extract._features import features
from quizlib.language.questions import inside
from quizlib.language.references import context_for, dangling, loose
from quizlib.language.text import bare
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.extract._claims import Claim
    from quizlib.language import Clause, Part

LONGEST_STEM = 20  # words (docs/quality.md)
LONGEST_KEY, LONGEST_PHRASE = 18, 12  # words, of a clause or list and of a phrase

_SPOKEN_AS_ONE = frozenset({AnswerType.REASON, AnswerType.PURPOSE, AnswerType.MEANS})
_FREE = _SPOKEN_AS_ONE | {AnswerType.CLAUSE, AnswerType.TEXT}
_VAGUE = frozenset(
    """
    thing issue way lot part number kind sort one something someone anything everything this
    that it they matter aspect case fact deal result role example factor reason point time
    moment what much many lots some
    """.split()
)


_NONE = frozenset("no none neither nobody nothing few only not never hardly".split())
#: Brackets, signs, an abbreviation in the middle, a counter left at the end.
_ODD = re.compile(r"[()\[\]{}±*]|\w\w\. |\b(?:first|second|third|lastly)\?", re.IGNORECASE)
_SELF = frozenset({"itself", "himself", "herself", "themselves"})


@dataclass(frozen=True)
class Asking:
    """A question for a part of a claim, as a method proposes it.

    `answer` are the words that answer it, or `text` where the key is worded otherwise;
    `asked` is the part that the question leaves out, where it is more than the answer.
    The stem needs `least` telling words to have one answer.
    """

    form: str
    question: str | None
    answer: Sequence[Token]
    kind: AnswerType
    text: str = ""
    asked: Part | None = None
    members: Sequence[str] = ()
    accepted: Sequence[str] = ()
    relation: str = ""
    least: int = 3


def facts(claim: Claim, method: str, asking: Asking) -> Iterator[Fact]:
    """The fact that answers the question, or nothing.

    Nothing where the stem points to what is not shown, gives the key away, says too
    little to have one answer, or is too long; or where the key is vague or too long.
    """
    clause = claim.clause
    hidden = {token.i for token in (asking.asked.tokens if asking.asked else asking.answer)}
    stem = [token for token in clause.tokens if token.i not in hidden]
    key = asking.text or inside(clause, asking.answer)
    question = _spoken(claim.speaker, asking.question or "")
    if not _sound(asking, question, stem, key) or loose(clause.tokens) or _negative(clause):
        return
    context = _context(claim, stem, asking.answer)
    if context is None or bare(key) in context.casefold():
        return
    statement = claim.statement
    yield Fact(
        method=method,
        form=asking.form,
        question=question,
        answer=key,
        answer_type=asking.kind,
        evidence=(claim.evidence,),
        statement=statement,
        answer_at=_once(key, statement),
        accepted=tuple(asking.accepted),
        members=tuple(asking.members),
        context=context,
        subject=bare(clause.said(clause.subject.tokens)),
        relation=asking.relation or clause.verb.lemma_,
        section=claim.sentence.section,
        features=features(claim, stem),
    )


def _once(key: str, statement: str) -> int:
    """Where the key stands in the statement, but for the case; -1 unless just once.

    A statement with a remark in brackets is not one that a person would write.
    """
    if "(" in statement:
        return -1
    told = statement.casefold()
    return told.find(key.casefold()) if told.count(key.casefold()) == 1 else -1


def _spoken(speaker: str, question: str) -> str:
    """The question with whoever vouches for the answer."""
    return f"{speaker}, {question[:1].lower()}{question[1:]}" if speaker else question


def _sound(asking: Asking, question: str, stem: Sequence[Token], key: str) -> bool:
    return (
        _fits(question, key, asking.kind)
        and not _leaks(stem, asking.answer, asking.kind)
        and not _vague(asking.answer, asking.kind)
        and not _nested(stem, asking.kind)
        and _telling(stem) >= asking.least
    )


def _fits(question: str, key: str, kind: AnswerType) -> bool:
    several = kind in _FREE or kind is AnswerType.LIST
    longest = LONGEST_KEY if several else LONGEST_PHRASE
    return (
        3 <= len(question.split()) <= LONGEST_STEM
        and 1 <= len(key.split()) <= longest
        and len(key) > 1
        and not _ODD.search(f"{question} {key}")
        and question.count('"') % 2 == 0
        and key.count('"') % 2 == 0
    )


def _leaks(stem: Sequence[Token], answer: Sequence[Token], kind: AnswerType) -> bool:
    """Whether a content word of the key stands in the stem already."""
    seen = {token.lemma_.lower() for token in stem if not token.is_stop}
    if kind in _FREE:
        told = [t for t in answer if not t.is_stop and t.pos_ in ("NOUN", "VERB", "ADJ", "PROPN")]
        return bool(told) and all(t.lemma_.lower() in seen for t in told)
    head = [t for t in answer if t.pos_ in ("NOUN", "ADJ", "VERB", "NUM")]
    names = [t for t in answer if t.pos_ == "PROPN"]
    if any(t.lemma_.lower() in seen for t in head if not t.is_stop):
        return True
    return bool(names) and not head and any(t.lemma_.lower() in seen for t in names)


def _vague(answer: Sequence[Token], kind: AnswerType) -> bool:
    """Whether the key says nothing that could be wrong."""
    if kind in _FREE:
        return False
    inside = {token.i for token in answer}
    heads = [token for token in answer if token.head.i not in inside]
    if not heads or heads[0].lemma_.lower() in _VAGUE or heads[0].pos_ in ("PRON", "DET"):
        return True
    if heads[0].pos_ == "NOUN" and len(answer) <= 2 and answer[0].pos_ == "DET":
        return True  # "the visit", "a message"
    return any(token.tag_ in ("PRP", "PRP$", "WP", "EX") for token in answer)


def _negative(clause: Clause) -> bool:
    """A claim about none, few or only some: turned into a question it says another thing."""
    parts = (clause.subject, *clause.parts)
    return any(part.tokens[0].lower_ in _NONE for part in parts)


def _telling(stem: Sequence[Token]) -> int:
    """How many different words of the stem say what it is about."""
    telling = {
        t.lemma_.lower()
        for t in stem
        if t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
        and not t.is_stop
        and t.dep_ != "compound"
    }
    return len(telling)


def _nested(stem: Sequence[Token], kind: AnswerType) -> bool:
    """A stem that tells a reason or purpose while it asks for something else."""
    words = " ".join(token.lower_ for token in stem)
    if "because" in words or ("in order to" in words and kind in _SPOKEN_AS_ONE):
        return True
    loose = any(t.lower_ in ("it", "them") and t.dep_ in ("dobj", "pobj") for t in stem)
    return loose or any(t.lower_ in _SELF and t.dep_ in ("appos", "npadvmod") for t in stem)


def _context(claim: Claim, stem: Sequence[Token], answer: Sequence[Token]) -> str | None:
    """What has to be shown with the stem: "" for nothing, None where nothing helps."""
    known = claim.analysis.title_lemmas
    pointers = dangling(stem, known)
    inner = [t for t in dangling([*stem, *answer], known) if t not in pointers]
    if not pointers and not inner:
        return ""
    found = context_for(claim.analysis, claim.sentence, [*pointers, *inner])
    return found[0] if found else None
