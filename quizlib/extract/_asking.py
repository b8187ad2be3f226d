"""Asking: a question put to a claim, and the gates that it has to pass to be a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizlib.extract._anchors import hangs
from quizlib.extract._features import features
from quizlib.extract._gates import LONGEST_KEY, LONGEST_PHRASE, LONGEST_STEM, refused
from quizlib.extract._giveaways import FREE
from quizlib.extract._parts import renamed
from quizlib.extract._scene import context
from quizlib.extract._views import held
from quizlib.language.clause import tidy
from quizlib.language.questions import inside, names
from quizlib.language.text import THE_TEXT, bare, in_order
from quizlib.language.trimming import cut
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.extract._claims import Claim
    from quizlib.language import Part


#: Words of which no name is made: "Harold at Hastings" is two.
_JOINED = frozenset("at in on from for by with and to".split())


@dataclass(frozen=True)
class Asking:
    """A question for a part of a claim, as a method proposes it.

    `answer` are the words that answer it, or `text` where the key is worded otherwise;
    `asked` is the part that the question leaves out, where it is more than the answer.
    `lead` is a word that the key needs before those of the text, as "because". The stem needs
    `least` telling words to have one answer. A `bare` one is shown without the sentence that
    tells what it is about.
    """

    form: str
    question: str | None
    answer: Sequence[Token]
    kind: AnswerType
    text: str = ""
    asked: Part | None = None
    lead: str = ""
    members: Sequence[str] = ()
    accepted: Sequence[str] = ()
    relation: str = ""
    least: int = 3
    bare: bool = False


def facts(claim: Claim, method: str, asking: Asking) -> Iterator[Fact]:
    """The fact that answers the question, or nothing.

    Nothing where the stem points to what is not shown, gives the key away, says too
    little to have one answer, or is too long; or where the key is vague or too long.
    """
    wording = asking.question
    if not wording:
        return
    clause = claim.clause
    hidden = {token.i for token in (asking.asked.tokens if asking.asked else asking.answer)}
    stem = [token for token in clause.tokens if token.i not in hidden]
    asking = _recalled(asking)
    key = asking.text or inside(clause, asking.answer)
    if renamed(asking.answer):
        key = _verbatim(claim, asking.answer)  # a key stands in its quote
    key = f"{asking.lead} {key}".strip()
    question = _spoken(claim.speaker, wording)
    if refused(claim, asking, question, stem, key) or claim.analysis.has_namesake(key):
        return
    counted = question
    question = _introduced(claim, stem, question, key)
    if len(question.split()) > LONGEST_STEM:
        return
    if not claim.speaker and held(claim, asking):
        question = _spoken(THE_TEXT, question)
        if len(question.split()) > LONGEST_STEM:
            return
    shown = context(claim, stem, asking)
    if shown is None or bare(key) in shown.casefold() or hangs(claim, stem, shown):
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
        answer_at=_once(key, statement) if not asking.lead else -1,
        accepted=tuple(asking.accepted),
        members=tuple(asking.members),
        context=shown,
        subject=bare(clause.said(clause.subject.tokens)),
        relation=asking.relation or clause.verb.lemma_,
        section=claim.sentence.section,
        features=features(claim, stem, asking.answer, counted, shown),
    )


def _recalled(asking: Asking) -> Asking:
    """With as much of a long answer as can be recalled, where the rest says more of a noun."""
    longest = LONGEST_KEY if asking.kind in FREE else LONGEST_PHRASE
    told = [place for place, t in enumerate(asking.answer) if t.tag_ == "PRP"]
    if told and asking.kind not in FREE:
        longest = min(longest, told[0])  # "organisms that die when they are warm"
    if asking.text or asking.members or len(asking.answer) <= longest:
        return asking
    return replace(asking, answer=cut(asking.answer, longest))


def _verbatim(claim: Claim, answer: Sequence[Token]) -> str:
    """The words as the sentence has them, with its "it" and "the king"."""
    told = sorted(answer, key=in_order)
    text = tidy(claim.sentence.said(told, verbatim=True))
    opens = told[0].is_sent_start and not names(told[0])
    return text[:1].lower() + text[1:] if opens or told[0].tag_ == "PRP" else text


def _introduced(claim: Claim, stem: Sequence[Token], question: str, key: str) -> str:
    """The question with a person's full name, where it has the surname alone."""
    analysis = claim.analysis
    for token in stem:
        if token.ent_type_ != "PERSON" or token.pos_ != "PROPN" or token.n_lefts:
            continue
        beside = token.doc[max(0, token.i - 1) : token.i + 2]
        joined = token.dep_ == "compound" or any(t.pos_ == "CCONJ" for t in beside)
        if joined or token.lower_ in analysis.title_lemmas:
            continue
        full = analysis.full_name(token.text)
        said = token.text not in key and key not in full
        if full and said and full not in question and not _JOINED & {*full.split()}:
            question = re.sub(rf"\b{re.escape(token.text)}\b", full, question, count=1)
    return question


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
