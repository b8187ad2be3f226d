"""The point of an author's answer: the words of it that answer, where others tell more.

"Who makes curling stones?" is answered by "Kays of Scotland", and not by what that firm holds
and since when. The sentence stays the proof; the key can be recalled, and tells one fact.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from quizlib.extract._enough import asks_amount
from quizlib.extract._phrases import tokens_of
from quizlib.language.references import personal
from quizlib.language.text import in_order, neighbor, root

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from quizlib.extract._keys import Place
    from quizlib.language import Analysis

LONGEST_NAME, LONGEST_FIGURE = 8, 7  # words
#: A unit stands behind its figure, with so many words between at the most.
FAR = 2
LEAD = 20  # characters before a figure in which "no more than" may stand
#: What stands between the numbers of one figure, or of a range.
_RANGING = frozenset({"", "to", "and", "or", "-", "–"})
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
    verb = _root(tokens)
    if verb is None or personal(tokens) or any(token.lower_ in _GUESSING for token in tokens):
        return ""
    if _WHO_DOES.search(question):
        return _doer(verb)
    if asks_amount(question):
        return _figure(question, place, tokens)
    return _day(tokens) if _WHEN.search(question) else ""


def _root(tokens: Sequence[Token]) -> Token | None:
    """The only root of the words."""
    roots = [token for token in tokens if token.dep_ == "ROOT"]
    return roots[0] if len(roots) == 1 else None


def _doer(verb: Token) -> str:
    """Who does what the sentence tells, or by whom it is done."""
    if any(child.dep_ == "neg" for child in verb.children):
        return ""
    agents = [p for c in verb.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"]
    heads = agents or [child for child in verb.children if child.dep_ == "nsubj"]
    if len(heads) != 1 or not (heads[0].pos_ == "PROPN" or heads[0].tag_ == "NNS"):
        return ""
    if any(c.dep_ == "relcl" and neighbor(c.left_edge, -1).text != "," for c in heads[0].children):
        return ""  # "the people who pay the rates" are told whole
    words = _phrase(heads[0])
    return _said(words) if len(words) <= LONGEST_NAME else ""


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
    """The only figure of a sentence, or its only range, with its unit or what it counts."""
    numbers = [t for t in tokens if t.like_num and t.lower_ not in ("one", "first", "second")]
    if not numbers or not _together(numbers):
        return ""
    noun = next((t for t in (numbers[-1], *numbers[-1].ancestors) if t.pos_ == "NOUN"), None)
    if noun is None or not numbers[-1].i <= noun.i <= numbers[-1].i + FAR:
        return ""
    if not _asked_for(question, noun):
        return ""
    block, start, end = place
    base = start - tokens[0].idx
    opening = neighbor(numbers[0], -1)
    start_of = opening if opening.lower_ in ("a", "an", "one") else numbers[0]  # "a hundred years"
    first, last = start_of.idx + base, noun.idx + len(noun) + base
    before = _BOUNDING.search(block.text, max(start, first - LEAD), first)
    after = _BOUNDED.match(block.text, last, end)
    figure = block.text[before.start() if before else first : after.end() if after else last]
    return figure if len(figure.split()) <= LONGEST_FIGURE else ""


def _together(numbers: Sequence[Token]) -> bool:
    """Whether they are one number, as "two million", or a range: "five to fourteen"."""
    gaps = [later.doc[one.i + 1 : later.i].text for one, later in pairwise(numbers)]
    return all(gap in _RANGING for gap in gaps) and sum(bool(gap) for gap in gaps) <= 1


def _asked_for(question: str, noun: Token) -> bool:
    """Whether a figure of these is asked for: how many "pans", how long in "days"."""
    counted = _HOW_MANY.search(question)
    if counted:
        return root(noun.text) == root(counted[1])
    return not _HOW_LONG.search(question) or noun.lemma_.lower() in _TIMES | _LENGTHS


def _day(tokens: Sequence[Token]) -> str:
    """The only date of a sentence, with its preposition."""
    dates = [t for t in tokens if t.ent_type_ == "DATE" and t.ent_iob_ == "B"]
    if len(dates) != 1 or any(t.dep_ == "advcl" for t in tokens):
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
