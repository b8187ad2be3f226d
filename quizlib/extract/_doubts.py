"""What casts doubt on an author's answer as a key: raters fault it more often than not.

It goes on to a second fact, gives no reason where one is asked, lists nothing where a list is
asked, or says "Yes." and turns to something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.extract._answering import term_asked, yes_or_no
from quizlib.extract._enough import PLAIN, advises, asks_why
from quizlib.language.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Confidence in a key that is doubted: it is shown to who decides, and not kept.
DOUBTED = 0.28
COMPACT = 15  # words of an answer that is short as a whole, whatever it tells
SHORT = 5  # words: "As a rule, no."
ECHO = 0.4  # so much of a question's words has to stand in what tells its reason
_STEM = 5  # letters: "recycle" and "recycling" are one word

_END = re.compile(r"[.!?][\"”')]*$")
_REASON = re.compile(
    r"\b(?:because|since|due to|owing to|thanks to|so as|in order|so (?:it|they|you|we|that)"
    r"|otherwise|reasons?|too \w+|cannot|can['’]t|could(?:n['’]t| not)|(?:prevent|protect|avoid"
    r"|cause|mean|allow|make|let|help|stop|keep|save|reduce|lead)s?(?:ing|ed)?|needs?|result\w*"
    r"|made|meant|led|kept|left|drove|forced|brought|had to|to \w+)\b"
    r"|^(?:(?:partly|mostly|mainly|largely|simply|just) )?(?:for|so|as|by|out of|from)\b",
    re.IGNORECASE,
)
#: "What are the symptoms?", "What diseases must be reported?"
_ASKING_ALL = re.compile(
    r"^(?:what|which) (?:are|were) the (?!\w+ of\b|chances|odds|consequences|effects)\w+s\b",
    re.IGNORECASE,
)
_LIST = re.compile(r",[^,]+(?:,| and\b| or\b)|\band\b|\bor\b")
_WHO_ALL = re.compile(r"^(?:who|which)\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"\b(?:became|joined|followed|acceded)\b|\bthe (?:second|third|fourth|fifth|sixth|seventh)\b",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(
    r"^(?:nobody|no one|no-one|none of us)\b.*\b(?:knows?|sure|tell|say)\b|^it['’]?s too early"
    r"|^it is too early|^opinions differ|^we don['’]t know|^good question",
    re.IGNORECASE,
)
_TURNS = re.compile(r"\bplease\b|\bsurpris(?:ed|ing)\b|\bsadly\b", re.IGNORECASE)
_HEDGE = re.compile(r"^(?:a |mostly|partly|sometimes|it depends|possibly|perhaps)", re.IGNORECASE)
#: What a reason behind a "Yes." or "No." begins with, or says.
_REASONING = re.compile(
    r"^(?:it|they|there|he|she|you|we|because|since|as|if|when|only|under|even|nobody|most|both|all"
    r"|any|every|each|unless|by law|neither)\b|\b(?:offence|illegal|unlawful|law|legal|forbidden"
    r"|allowed|must|may|cannot|can['’]t|never|required|because|since)\b",
    re.IGNORECASE,
)


def doubted(question: str, key: Sequence[str], rest: Sequence[str]) -> bool:
    """Whether the sentences of the key, and the rest of the answer, speak against the key."""
    if _UNKNOWN.search(key[0]) or (asks_why(question) and not _reasons(question, " ".join(key))):
        return True
    if yes_or_no(question):
        return _turns_away(question, key)
    if _WHO_ALL.search(question) and any(_ANOTHER.search(sentence) for sentence in rest[:1]):
        return True
    if asks_all(question):
        sentences = all(_END.search(sentence) for sentence in key)
        return sentences and not any(lists(sentence) for sentence in key)
    if term_asked(question) or (not rest and len(" ".join(key).split()) <= COMPACT):
        return False
    return sum(bool(_END.search(sentence)) for sentence in key) > 1


def asks_all(question: str) -> bool:
    """Whether several things answer: "What are the symptoms?"."""
    return _ASKING_ALL.search(question) is not None


def lists(sentence: str) -> bool:
    """Whether a sentence tells of several things in a row."""
    return _LIST.search(sentence) is not None


def _reasons(question: str, key: str) -> bool:
    """Whether a reason is told, or what the question's words lead to."""
    asked = _stems(question)
    return bool(_REASON.search(key)) or len(asked & _stems(key)) >= ECHO * max(1, len(asked))


def reasoned(question: str, key: Sequence[str]) -> bool:
    """Whether the key is a bare "Yes." or "No." with its reason, and nothing else."""
    bare = len(key) > 1 and len(key[0].split()) < SHORT and not _HEDGE.search(key[0])
    return yes_or_no(question) and bare and len(key) == 2 and not doubted(question, key, ())


def _turns_away(question: str, key: Sequence[str]) -> bool:
    """Whether what follows a bare "Yes." is no reason for it."""
    if any(_TURNS.search(sentence) for sentence in key):
        return True
    if len(key[0].split()) >= PLAIN:
        return len(key) > 1 and not _supports(question, key[1])
    return not all(_supports(question, sentence) for sentence in key[1:2])


def _supports(question: str, sentence: str) -> bool:
    if advises(sentence) and not _REASONING.search(sentence):
        return False
    return bool(_stems(question) & _stems(sentence) or _REASONING.search(sentence))


def _stems(text: str) -> set[str]:
    return {word.casefold()[:_STEM] for word in words(text) if len(word) > 3}
