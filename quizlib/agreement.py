"""Whether two questions ask the same, and whether two answers say the same.

Both are told by words alone, without a language model, so that they hold for the facts
of a build and for the items of any bank.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from decimal import Decimal
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from quizlib.grading.text_entry import NEGATIONS, grade_text_entry
from quizlib.grading.wording import tokens
from quizlib.language.names import country
from quizlib.language.text import bare, root, words
from quizlib.model import TextEntry
from quizlib.phrasing import one_wording, regular

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizlib.grading.numbers import Token

#: A question as its telling words, in order.
Asked = tuple[str, ...]

#: Two wordings of one answer are this alike (0 to 100, rapidfuzz's ratio).
ALIKE = 90
#: Two questions share so much of their words if they may ask the same.
NEARLY = 0.8
#: So many words more may say the same thing more exactly.
MORE = 2

#: "According to the Gazette, when …", "As of May 2019, who …": the source, and the question.
_SOURCED = re.compile(
    r"(?:According to|As of) .+?, (?=(?:[a-z]+ )?(?:who|what|which|when|where|why|how)\w*\b)",
    re.IGNORECASE,
)

_ARTICLES = frozenset("a an the its their his her".split())
#: Verbs that carry tense and little else; one mark stands for any of them in a row.
_TENSE = frozenset("do does did is are was were be been being has have had".split())
MARK = "|"
_PERCENTAGE = root("percentage")
_SAME = {"whom": "who", "what": "which"}
#: Words that lead to another thing, place or time: what they open is no closer description.
_LEADING = frozenset(
    root(word)
    for word in """
    about above after against along among and around as at because before behind below between
    beyond but by despite during except for from if in into like near of off on onto or out over
    per since than that through to toward towards under until up upon via when where which while
    who whose with within without
    """.split()
)
#: Words that part one thing of a sort from the others.
_PARTING = (
    frozenset(
        root(word)
        for word in """
    first second third fourth fifth last next final former latter previous earlier later new old
    other another only same different most least more fewer less half both each every all no
    north south east west northern southern eastern western
    can could may might must shall should will would
    """.split()
    )
    | NEGATIONS
)
_SUPERLATIVE = re.compile(r"[a-z]{3,}est|best|worst")
#: Words before a number that leave it as it is.
_ABOUT = frozenset("about around approximately roughly some nearly almost".split())


def unsourced(stem: str) -> str:
    """`stem` without the source or date that it opens with."""
    found = _SOURCED.match(stem)
    return stem[found.end() :] if found else stem


@lru_cache(maxsize=10_000)
def asked(question: str) -> Asked:
    """What the question asks, for comparing: without articles, tense, number and passive voice.

    A name, or a word with a figure, is told from other words by an apostrophe in front.
    """
    told: list[str] = []
    for place, word in enumerate(regular(one_wording(question)).split()):
        low = word.casefold()
        if low in _TENSE:
            told += [MARK] if told[-1:] != [MARK] else []
        elif low not in _ARTICLES:
            named = (place > 0 and not word.islower()) or any(map(str.isdigit, word))
            told.append(f"'{root(word)}" if named else _SAME.get(low, root(word)))
    return tuple(told)


def ask_the_same(one: Asked, other: Asked) -> bool:
    """Whether one of them is the other with at most MORE words that describe a thing closer."""
    short, long = sorted((one, other), key=len)
    if not short or len(long) - len(short) > MORE:
        return False
    more = _inserted(short, long)
    if more is None or any(map(_parts, more)):
        return False
    return not more or _counted(short) == _counted(long)


def ask_nearly_the_same(one: Asked, other: Asked) -> bool:
    """Whether they share nearly all words, and none of the others makes it another thing."""
    a, b = frozenset(one), frozenset(other)
    return len(a & b) >= NEARLY * max(len(a), len(b)) and not any(map(_parts, a ^ b))


def _inserted(short: Asked, long: Asked) -> list[str] | None:
    """What has to be put into the short one to have the long one; None where that fails."""
    more: list[str] = []
    place = 0
    for word in long:
        if place < len(short) and short[place] == word:
            place += 1
        else:
            more.append(word)
    return more if place == len(short) else None


def _parts(word: str) -> bool:
    """Whether a word more makes it another thing: a name, a figure, a place, a time."""
    return word.startswith("'") or word == MARK or word in _LEADING | _PARTING


def parts(word: str, place: int) -> bool:
    """Whether the word, at that place of a question, tells one thing from others of its sort."""
    named = (place > 0 and not word.islower()) or any(map(str.isdigit, word))
    return named or root(word) in _PARTING or _SUPERLATIVE.fullmatch(word) is not None


def _counted(asked: Asked) -> Asked:
    """What "How many …" counts, up to the verb: there are fewer of each sort of it."""
    if asked[0] != "how" and _PERCENTAGE not in asked:
        return ()
    return asked[: asked.index(MARK)] if MARK in asked else asked


def grouped(questions: Sequence[str]) -> list[list[int]]:
    """The places of questions that ask the same, group by group, in the order of the first.

    A group is what asks the same as its first.
    """
    told = [asked(question) for question in questions]
    count = Counter(word for one in told for word in set(one))
    known = _Known(count)
    groups: dict[Asked, list[int]] = {}
    firsts: dict[Asked, Asked] = {}
    for place, one in enumerate(told):
        if one not in firsts:
            firsts[one] = known.same(one)
        groups.setdefault(firsts[one], []).append(place)
    return list(groups.values())


def neighbours(questions: Sequence[str]) -> list[list[int]]:
    """For each question the places of the others that ask nearly the same."""
    told = [asked(question) for question in questions]
    holding: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(told):
        for word in set(one):
            holding[word].append(place)
    found = []
    for place, one in enumerate(told):
        own = sorted(set(one), key=lambda word: (len(holding[word]), word))
        # Whoever shares most of its words has one of any few of them.
        few = own[: len(own) - math.ceil(NEARLY * len(own)) + 1]
        near = sorted({other for word in few for other in holding[word]} - {place})
        found.append([other for other in near if ask_nearly_the_same(one, told[other])])
    return found


class _Known:
    """The questions that no other was before that asks the same.

    The rarest word of the shorter of two that ask the same stands in the longer too, so
    only questions that share such a word are compared. `count` tells how often words come.
    """

    def __init__(self, count: Mapping[str, int]) -> None:
        self._count = count
        self._order: dict[Asked, int] = {}
        self._rarest: dict[str, list[Asked]] = defaultdict(list)
        self._all: dict[str, list[Asked]] = defaultdict(list)

    def same(self, one: Asked) -> Asked:
        """The first known question that asks the same; `one`, which is known then, if none is."""
        rarest = min(one, key=lambda word: (self._count[word], word), default="")
        near = [*self._all[rarest], *(known for word in set(one) for known in self._rarest[word])]
        found = min(
            filter(partial(ask_the_same, one), near), key=self._order.__getitem__, default=None
        )
        if found is not None:
            return found
        self._order[one] = len(self._order)
        self._rarest[rarest].append(one)
        for word in set(one):
            self._all[word].append(one)
        return one


def agree(one: str, other: str) -> bool:
    """Whether two answers say the same: one is part of the other, or all but the same.

    A different number or name, or a "not", is a different answer, however alike the rest is.
    """
    if one == other or bare(one) == bare(other):
        return True
    from rapidfuzz.fuzz import ratio

    a, b = _told(one), _told(other)
    figures = _figures(a)
    if figures != _figures(b) or a & NEGATIONS != b & NEGATIONS:
        return False
    if a <= b or b <= a or (figures and _equal(one, other)):
        return True
    if _names(one) == _names(other) and ratio(bare(one), bare(other)) >= ALIKE:
        return True
    return (country(one) or one) == (country(other) or other)


def differ(one: str, other: str, *, free: bool = False) -> bool:
    """Whether two answers cannot both be right.

    Where one only says more than the other, as "3 May 1804" does than "1804", they can.
    What is said in one's own words (`free`) differs for certain by its figures alone.
    """
    if agree(one, other):
        return False
    a, b = _told(one), _told(other)
    if free:
        a, b = _figures(a), _figures(b)
        return bool(a and b) and not (a <= b or b <= a)
    return not (a <= b or b <= a) or a & NEGATIONS != b & NEGATIONS


def _equal(one: str, other: str) -> bool:
    """Whether grading takes the one for the other: "30 kg" and "thirty kilograms"."""
    key = TextEntry(accepted=(one,))
    return grade_text_entry(key, other, others=(other,)).right


@lru_cache(maxsize=10_000)
def _told(answer: str) -> frozenset[Token]:
    """The words and values of the answer."""
    return frozenset(tokens(answer)) - _ABOUT


def _figures(told: frozenset[Token]) -> frozenset[Token]:
    return frozenset(token for token in told if isinstance(token, Decimal))


def _names(text: str) -> set[str]:
    return {word for word in words(text) if not word.islower()}
