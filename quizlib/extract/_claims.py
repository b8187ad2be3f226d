"""Claims: clauses fit to be asked about, and the facts made of them.

A claim is a clause of a sound sentence, with whoever vouches for it and the context
that it leans on. Every method that reads running text starts from claims, so that a
sentence that is no source of facts (chat, disclaimers, headings) is refused once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.extract._wholeness import whole
from quizlib.language.clauses import clauses, reported
from quizlib.language.humans import human
from quizlib.language.questions import subject_words
from quizlib.language.references import PERSONAL, own, personal
from quizlib.language.trimming import trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from quizlib.language import Analysis, Clause, Sentence
    from quizlib.model import Evidence

SHORTEST, LONGEST = 4, 60  # words in a sentence
LONGEST_SPEAKER = 8  # words
LONGEST_CLAUSE = 16  # words; what a clause has more is told without its asides

#: What anything may do: English spelling "suggests" what nobody says.
_HINTING = frozenset("suggest imply indicate mean show".split())
#: What people write, find or hold.
_WORKS = frozenset(
    """
    study report survey research analysis paper review article book experiment test trial law rule
    theory model hypothesis account estimate statistic evidence finding record source tradition
    legend guideline standard agreement convention census poll investigation inquiry court tribunal
    """.split()
)
#: "According to that hypothesis" names nobody.
_POINTING = frozenset(
    "this that these those such latter former latest same another other some many".split()
)
#: A sentence that ends like this was cut in two at an abbreviation.
_CUT = re.compile(
    r"\b(?!Arts\b)(?:[A-Z][b-df-hj-np-tv-xz]{1,3}|No|Vol|St|Dr|Mr|Mrs|Ms|Prof|vs|al|ca|cf|Jr|Sr|pp?|Fig|Inc|Ltd|Co|Corp|approx|Gen|Col|Maj|Capt|Rev|Hon|Sen|Rep|Gov|Adm|Brig|Pres)\.$"
)
#: A slip of the author's; the sentence may have others.
_FAULTY = re.compile(
    r"\ba (?!one\b|once\b|eu|ewe|oui)[aeio]\w|\b(?:to to|of of|the the|are are|is is)\b"
)
#: An editor's remark behind the sentence: "[citation needed]".
_EDITED = re.compile(r"\s*\[[^\]]{1,30}\]$")
#: With these something is not done; "is not rare" tells no more than what it is.
_DENIED = frozenset({"do", "can"})
#: What is not so, and words for reasons: to look for them first is far quicker than to parse.
#: The "n" stands before all else, so that it is found first.
_DENYING = re.compile(r"n(?:(?<!\wn)(?:ot|ever|o)\b|['’]t\b|(?<=\bcann)ot\b)")
_WHY = re.compile(
    r"\b(?:because|since|due|owing|thanks|account|response|why|result|reason|therefore)\b|, as\b",
    re.IGNORECASE,
)
#: In folded text; so it is found far quicker than by ignoring the case.
_NOTICE = re.compile(
    r"disclaimer|copyright|all rights reserved|contact us|verify (the )?information|"
    r"check (the )?information|this (article|report|content|page|post) (is|was|has)|"
    r"click\b(?<=\bclick)|subscribe\b(?<=\bsubscribe)|cookies|follow us"
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
        if words == [token.i for token in self.sentence.tokens if not token.is_punct]:
            return self.sentence.text
        text = self.clause.text
        if self.speaker:
            text = f"{self.speaker}, {text}"
        return text[:1].upper() + text[1:] + "."


@lru_cache(maxsize=2)
def claims(analysis: Analysis) -> tuple[Claim, ...]:
    """Every claim of the document, in its order."""
    return tuple(_claims(analysis))


@lru_cache(maxsize=2)
def denials(analysis: Analysis) -> tuple[Claim, ...]:
    """Every claim of what is not so and why, in the order of the document: the reason is asked."""
    return tuple(
        Claim(analysis, sentence, short)
        for sentence in analysis.sentences
        if _DENYING.search(sentence.text) and _WHY.search(sentence.text) and sound(sentence)
        for short in (trimmed(clause, LONGEST_CLAUSE) for clause in clauses(sentence))
        if short.negation is not None and short.verb.dep_ == "ROOT" and whole(short)
        if any(auxiliary.lemma_ in _DENIED for auxiliary in short.auxiliaries)
        if not _personal(short)
    )


def _claims(analysis: Analysis) -> Iterator[Claim]:
    for sentence in analysis.sentences:
        if not sound(sentence):
            continue
        for clause in clauses(sentence):
            short = trimmed(clause, LONGEST_CLAUSE)
            stated = clause.negation is None or clause.verb.dep_ != "ROOT"
            if whole(short) and stated and not _personal(short):
                yield _attributed(Claim(analysis, sentence, short))
        for told, said in reported(sentence):
            speaker, short = _speaker(told), trimmed(said, LONGEST_CLAUSE)
            if speaker and whole(short) and not _personal(short):
                yield Claim(analysis, sentence, short, speaker)


def _personal(clause: Clause) -> bool:
    """Whether the author speaks of themselves or to the reader in it."""
    return not PERSONAL.isdisjoint(clause.sentence.words) and personal(clause.tokens)


def _speaker(told: Clause) -> str:
    """Whoever says it, led by "According to"; nothing where it is just "he"."""
    subject = told.subject
    if subject.head.pos_ not in ("NOUN", "PROPN") or len(subject.tokens) > LONGEST_SPEAKER:
        return ""
    if any(t.tag_ in ("PRP$", "PRP") or t.lower_ in _POINTING for t in subject.tokens):
        return ""
    if told.auxiliaries or (told.verb.lemma_ in _HINTING and not _somebody(subject.head)):
        return ""
    return f"According to {subject_words(told)}"


def _somebody(head: Token) -> bool:
    """Whether it is a person, a body, or a work that says something."""
    named = head.ent_type_ in ("PERSON", "ORG", "NORP", "GPE")
    return named or human(head) or head.lemma_.lower() in _WORKS


def _attributed(claim: Claim) -> Claim:
    """The claim with "According to …" taken out of the clause, as its speaker."""
    clause = claim.clause
    told = [p for p in clause.parts if [t.lower_ for t in p.tokens[:2]] == ["according", "to"]]
    pointing = [
        t for part in told for t in part.tokens if t.lower_ in _POINTING or t.tag_ == "PRP$"
    ]
    if not told or pointing:
        return claim
    before = tuple(part for part in clause.before if part is not told[0])
    after = tuple(part for part in clause.after if part is not told[0])
    speaker = clause.said(told[0].tokens)
    rest = replace(clause, before=before, after=after)
    return replace(claim, clause=rest, speaker=speaker[:1].upper() + speaker[1:])


def sound(sentence: Sentence) -> bool:
    """Whether the sentence is a clean statement: whole, told, about something."""
    text = sentence.text
    text = _EDITED.sub("", text) if text.endswith("]") else text
    count = len(text.split())
    if not SHORTEST <= count <= LONGEST or not text.endswith((".", '."', ".'", ".”", ".’")):
        return False
    if not text[0].isupper() or text.count('"') % 2 or _NOTICE.search(text.casefold()):
        return False
    if _CUT.search(text.rsplit(maxsplit=1)[-1]) or text.count("(") != text.count(")"):
        return False
    if any(mark in text for mark in ("…", "...", "!", "?", "http", "|", "\n")):
        return False
    if _FAULTY.search(text):
        return False
    root = sentence.root
    return root.pos_ in ("VERB", "AUX") and _told(root) and not own(sentence)


def _told(root: Token) -> bool:
    """A subject before a finite verb: no command, no heading."""
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for child in root.children)
