"""Whether the sentences below an author's question answer it, as far as words can show.

A page may lead up to its answer, or give advice; a key has to be the answer.
"""

from __future__ import annotations

import re

#: How the answer to a question of yes or no begins.
_YES_OR_NO = re.compile(
    r"^(?:yes|no|not|never|usually|often|generally|normally|sometimes|rarely|hardly|probably"
    r"|almost|mostly|partly|only|in (?:most|many|some|a few) |as a rule|if |of course|certainly"
    r"|absolutely|definitely|both|(?:it|they|he|she|there|you|we|that|this|some|many|most|all|few)"
    r" ?(?:is|are|was|were|do|does|did|can|could|may|will|would|should|must|have|has|had)"
    r"(?:n['’]t| not|[.,;]|$)|(?:it|they|you)['’]re not|don['’]t\b)"
    r"|^[^.]{,60}(?:, yes\b|\b(?:it|they|you|there) (?:is|are|do|does|did|can|will)[.,;])",
    re.IGNORECASE,
)
_JUDGING = re.compile(r"^(?:is|are|was|were|should) ", re.IGNORECASE)
_ASKING_YES_OR_NO = re.compile(
    r"^(?:is|are|was|were|do|does|did|can|could|may|might|must|should|will|would|has|have|had) ",
    re.IGNORECASE,
)
_ADVISING = re.compile(r"^what should\b", re.IGNORECASE)
_WARNING = re.compile(r"^(?:never|don['’]t|do not|avoid|not)\b", re.IGNORECASE)
_DEPENDS = re.compile(r"^(?:that|it|this)(?: all)? depends\b", re.IGNORECASE)
_WHEN = re.compile(r"^when\b", re.IGNORECASE)
_MOMENT = re.compile(
    r"\d|\b(?:when|after|before|during|until|since|once|as soon as|every|day|week|month|year"
    r"|century|spring|summer|autumn|fall|winter|morning|noon|evening|night|January|February|March"
    r"|April|May|June|July|August|September|October|November|December|\w+day)s?\b",
    re.IGNORECASE,
)
_BEST = re.compile(r"\b(?:best|worst|most|\w+est)\b", re.IGNORECASE)
_BEST_TIME = re.compile(r"\b(?:best|worst) (?:time|season|month)", re.IGNORECASE)
_APART = re.compile(r"\bdifferences? between (.+?) and (.+?)\?", re.IGNORECASE)
_ARTICLES = frozenset("a an the".split())
STEM = 5  # letters: "passport" and "passports" are one word


def answers(question: str, answer: str, *, listed: bool) -> bool:
    """Whether `answer` seems to answer; `listed` tells that the text is a list of questions.

    Elsewhere a heading that asks for a yes or no has to be answered in so many words.
    """
    firm = _YES_OR_NO.search(answer) is not None
    if _ASKING_YES_OR_NO.search(question) and not firm and not _DEPENDS.search(answer):
        return listed and not _JUDGING.search(question)
    if _DEPENDS.search(answer):
        return False
    if _ADVISING.search(question) and _WARNING.search(answer):
        return False
    if _WHEN.search(question):
        same = _BEST_TIME.search(question) is None or _BEST.search(answer) is not None
        return same and _MOMENT.search(answer) is not None
    return tells_apart(question, answer)


def yes_or_no(question: str) -> bool:
    """Whether it asks for a yes or a no."""
    return _ASKING_YES_OR_NO.search(question) is not None


def tells_apart(question: str, answer: str) -> bool:
    """Whether both things are told of, where the question asks for their difference."""
    found = _APART.search(question)
    if found is None:
        return True
    told = answer.casefold()
    return all(_last_word(thing)[:STEM] in told for thing in found.groups())


def _last_word(thing: str) -> str:
    words = [word for word in thing.casefold().split() if word not in _ARTICLES]
    return words[-1] if words else ""
