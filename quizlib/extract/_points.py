"""The point of an author's answer: the words of it that answer, where others tell more.

"Who makes curling stones?" is answered by "Kays of Scotland", and not by what that firm holds
and since when. The sentence stays the proof; the key can be recalled, and tells one fact.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.extract._enough import asks_amount
from quizlib.extract._phrases import tokens_of
from quizlib.language.references import personal
from quizlib.language.text import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from quizlib.extract._keys import Place
    from quizlib.language import Analysis

LONGEST_NAME, LONGEST_FIGURE = 8, 7  # words
_WHO_DOES = re.compile(
    r"^who (?!(?:is|are|was|were|am|can|could|may|should|must)\b)", re.IGNORECASE
)
_WHEN = re.compile(r"^(?:when|in (?:what|which) year|since when)\b", re.IGNORECASE)
_HOW_LONG = re.compile(r"^how (?:long|soon|late|early|old)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"^how many ([\w-]+)", re.IGNORECASE)
_TIMES = frozenset("second minute hour day night week fortnight month year decade century".split())
_LENGTHS = frozenset("metre meter kilometre kilometer mile foot centimetre inch millimetre".split())
#: Behind a figure: "fifty years or more", "two weeks at most".
_BOUNDED = re.compile(r" (?:or (?:more|less|so|longer|fewer)|at (?:most|least))\b", re.IGNORECASE)
#: Before it: "up to two weeks", "at least five".
_BOUNDING = re.compile(
    r"(?:up to|at least|at most|more than|less than|fewer than|no more than|as many as|between"
    r"|about|around|roughly|nearly|almost|over|under|approximately|some) $",
    re.IGNORECASE,
)
#: "A professional might do 20 metres" leaves more open than its figure.
_GUESSING = frozenset("might could would perhaps probably".split())


def point(analysis: Analysis, question: str, place: Place) -> str:
    """The phrase of a sentence that answers the question; "" where none does for certain."""
    tokens = tokens_of(analysis, place)
    if not tokens or personal(tokens) or any(token.lower_ in _GUESSING for token in tokens):
        return ""
    if _WHO_DOES.search(question):
        return _doer(tokens)
    if asks_amount(question):
        return _figure(question, place, tokens)
    return _day(tokens) if _WHEN.search(question) else ""


def _root(tokens: Sequence[Token]) -> Token | None:
    """The only root of the words."""
    roots = [token for token in tokens if token.dep_ == "ROOT"]
    return roots[0] if len(roots) == 1 else None


def _doer(tokens: Sequence[Token]) -> str:
    """Who does what the sentence tells, or by whom it is done."""
    root = _root(tokens)
    if root is None or any(child.dep_ == "neg" for child in root.children):
        return ""
    agents = [p for c in root.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    subjects = [child for child in root.children if child.dep_ == "nsubj"]
    heads = agents or subjects
    if len(heads) != 1 or heads[0].pos_ not in ("PROPN", "NOUN"):
        return ""
    named = heads[0].pos_ == "PROPN" or heads[0].tag_ == "NNS"
    words = _phrase(heads[0])
    return _said(words) if named and len(words) <= LONGEST_NAME else ""


def _phrase(head: Token) -> list[Token]:
    """The words of a noun and what says which, without what is told of it besides."""
    found: list[Token] = []
    last = max((c.right_edge.i for c in head.children if c.dep_ == "conj"), default=head.i)
    for token in sorted(head.subtree, key=in_order):
        if token.i > last and (token.text in (",", "(", ";", "–", "—") or token.dep_ == "relcl"):
            break
        found.append(token)
    return found


def _figure(question: str, place: Place, tokens: Sequence[Token]) -> str:
    """The only figure of a sentence, with its unit or what it counts."""
    numbers = [t for t in tokens if t.like_num and t.lower_ not in ("one", "first", "second")]
    groups = {t.head.i if t.head.like_num or t.dep_ == "compound" else t.i for t in numbers}
    if len(groups) != 1:
        return ""
    noun = next((t for t in (numbers[-1], *numbers[-1].ancestors) if t.pos_ == "NOUN"), None)
    if noun is None or noun.i < numbers[-1].i or noun.i - numbers[-1].i > 2:
        return ""
    counted = _HOW_MANY.search(question)
    if counted and noun.lemma_.lower() != _lemma(counted[1]):
        return ""
    unit = noun.lemma_.lower()
    if _HOW_LONG.search(question) and unit not in _TIMES | _LENGTHS:
        return ""
    block, start, end = place
    text, base = block.text, start - tokens[0].idx
    first, last = numbers[0].idx + base, noun.idx + len(noun) + base
    before = _BOUNDING.search(text, max(start, first - 20), first)
    first = before.start() if before else first
    after = _BOUNDED.match(text, last, end)
    figure = text[first : after.end() if after else last]
    return figure if len(figure.split()) <= LONGEST_FIGURE else ""


def _lemma(noun: str) -> str:
    return re.sub(r"ies$", "y", noun.lower()) if noun.endswith("ies") else noun.lower().rstrip("s")


def _day(tokens: Sequence[Token]) -> str:
    """The only date of a sentence, with its preposition."""
    root = _root(tokens)
    dates = [t for t in tokens if t.ent_type_ == "DATE" and t.ent_iob_ == "B"]
    if root is None or len(dates) != 1 or any(t.dep_ == "advcl" for t in tokens):
        return ""
    own = [t for t in tokens if t.ent_type_ == "DATE"]
    before = own[0].doc[own[0].i - 1] if own[0].i else None
    dated = any(t.like_num and t.text[:4].isdigit() for t in own)
    if not dated or before is None or before.pos_ != "ADP":
        return ""
    return _said([before, *own])


def _said(words: Iterable[Token]) -> str:
    text = "".join(token.text_with_ws for token in words).strip()
    return text[:1].lower() + text[1:] if text.split()[0].lower() in ("the", "a", "an") else text
