"""Claims: clauses fit to be asked about, and the facts made of them.

A claim is a clause of a sound sentence, with whoever vouches for it and the context
that it leans on. Every method that reads running text starts from claims, so that a
sentence that is no source of facts (chat, disclaimers, headings) is refused once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.language import Analysis, Clause, Sentence
from quizlib.language.clauses import Part, clauses
from quizlib.language.questions import inside
from quizlib.language.references import context_for, dangling, loose, personal
from quizlib.language.text import bare
from quizlib.model import AnswerType, Evidence, Fact

if TYPE_CHECKING:
    from spacy.tokens import Token

SHORTEST, LONGEST = 4, 32  # words in a sentence
LONGEST_STEM = 20  # words (QUALITY)
LONGEST_KEY = 18

_NOTICE = re.compile(
    r"disclaimer|copyright|all rights reserved|contact us|verify (the )?information|"
    r"check (the )?information|this (article|report|content|page|post) (is|was|has)|click|"
    r"subscribe|cookies|follow us|their rights",
    re.IGNORECASE,
)
_REPORTING = frozenset(
    """say believe expect suggest argue warn note claim estimate predict think report stress
    state caution maintain assert contend""".split()
)
_SPOKEN_AS_ONE = frozenset({AnswerType.REASON, AnswerType.PURPOSE, AnswerType.MEANS})
_FREE = _SPOKEN_AS_ONE | {AnswerType.CLAUSE, AnswerType.TEXT}
_VAGUE = frozenset(
    """thing issue way lot part number kind sort one something someone anything everything this
    that it they matter aspect case fact deal result role example factor reason point time
    moment what""".split()
)


@dataclass(frozen=True)
class Claim:
    """A clause that may be asked about; `speaker` is "According to …" or nothing."""

    analysis: Analysis
    sentence: Sentence
    clause: Clause
    speaker: str = ""

    @property
    def evidence(self) -> Evidence:
        return self.analysis.evidence(self.sentence)

    @property
    def statement(self) -> str:
        """The claim as a sentence of its own."""
        words = [token.i for token in self.clause.tokens if not token.is_punct]
        if words == [token.i for token in self.sentence.span if not token.is_punct]:
            return self.sentence.text
        text = self.clause.said(self.clause.tokens)
        if self.speaker:
            text = f"{self.speaker}, {text}"
        return text[:1].upper() + text[1:] + "."


@lru_cache(maxsize=2)
def claims(analysis: Analysis) -> tuple[Claim, ...]:
    """Every claim of the document, in its order."""
    return tuple(_claims(analysis))


def _claims(analysis: Analysis) -> Iterator[Claim]:
    for sentence in analysis.sentences:
        if not sound(sentence):
            continue
        for clause in clauses(sentence):
            if clause.negation is None or clause.verb.dep_ != "ROOT":
                yield _attributed(Claim(analysis, sentence, clause))


def _attributed(claim: Claim) -> Claim:
    """The claim with "According to …" taken out of the clause, as its speaker."""
    clause = claim.clause
    told = [p for p in clause.parts if [t.lower_ for t in p.tokens[:2]] == ["according", "to"]]
    if not told:
        return claim
    before = tuple(part for part in clause.before if part is not told[0])
    after = tuple(part for part in clause.after if part is not told[0])
    speaker = clause.said(told[0].tokens)
    rest = replace(clause, before=before, after=after)
    return replace(claim, clause=rest, speaker=speaker[:1].upper() + speaker[1:])


def sound(sentence: Sentence) -> bool:
    """Whether the sentence is a clean statement: whole, told, about something."""
    text = sentence.text
    count = len(text.split())
    if not SHORTEST <= count <= LONGEST or not text.endswith((".", '."', ".'", ".”", ".’")):
        return False
    if not text[0].isupper() or text.count('"') % 2 or _NOTICE.search(text):
        return False
    if any(mark in text for mark in ("…", "...", "!", "?", ";", ":", "http", "|", "\n")):
        return False
    span = sentence.span
    return not personal(span) and span.root.pos_ in ("VERB", "AUX") and _told(span.root)


def _told(root: Token) -> bool:
    """A subject before a finite verb: no command, no heading."""
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in root.children)


def make(
    claim: Claim,
    form: str,
    method: str,
    question: str | None,
    answer: Sequence[Token],
    kind: AnswerType,
    *,
    text: str = "",
    asked: Part | None = None,
    members: Sequence[str] = (),
    accepted: Sequence[str] = (),
    relation: str = "",
    least: int = 3,
) -> Fact | None:
    """The fact that `answer` (its words, or `text`) answers `question`, or None.

    None where the stem points to what is not shown, gives the key away, says too
    little to have one answer (fewer than `least` telling words), or is too long; or
    where the key is vague or too long.
    """
    clause = claim.clause
    key = text or inside(clause, answer)
    hidden = {token.i for token in (asked.tokens if asked else answer)}
    stem = [token for token in clause.tokens if token.i not in hidden]
    if question is None or not _fits(question, key, kind) or _leaks(stem, answer, kind):
        return None
    if vague(answer, kind) or loose(clause.tokens) or _nested(stem, kind):
        return None
    if _telling(stem) < least:
        return None
    shown = _context(claim, stem, answer)
    if shown is None or bare(key) in shown.casefold():
        return None
    if claim.speaker:
        question = f"{claim.speaker}, {_lower(question)}"
    statement = claim.statement
    return Fact(
        method=method,
        form=form,
        question=question,
        answer=key,
        answer_type=kind,
        evidence=(claim.evidence,),
        statement=statement,
        answer_at=statement.find(key) if statement.count(key) == 1 else -1,
        accepted=tuple(accepted),
        members=tuple(members),
        context=shown,
        subject=bare(clause.said(clause.subject.tokens)),
        relation=relation or clause.verb.lemma_,
        section=claim.sentence.section,
    )


def _lower(question: str) -> str:
    return question[:1].lower() + question[1:]


def _fits(question: str, key: str, kind: AnswerType) -> bool:
    longest = LONGEST_KEY if kind in _FREE or kind is AnswerType.LIST else 10
    return (
        4 <= len(question.split()) <= LONGEST_STEM
        and 1 <= len(key.split()) <= longest
        and len(key) > 1
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


def vague(answer: Sequence[Token], kind: AnswerType) -> bool:
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
    words = [token.lower_ for token in stem]
    if "because" in words or ("order" in words and kind in _SPOKEN_AS_ONE):
        return True
    return any(t.lower_ in ("it", "them") and t.dep_ in ("dobj", "pobj") for t in stem)


def _context(claim: Claim, stem: Sequence[Token], answer: Sequence[Token]) -> str | None:
    """What has to be shown with the stem: "" for nothing, None where nothing helps."""
    known = claim.analysis.title_lemmas
    pointers = dangling(stem, known)
    inner = [t for t in dangling([*stem, *answer], known) if t not in pointers]
    if not pointers and not inner:
        return ""
    found = context_for(claim.analysis, claim.sentence, [*pointers, *inner])
    return found[0] if found else None


