"""Plain work on words: no model needed."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: One character for one, so that offsets stay.
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "\u00a0": " "})

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

#: Who says what a text explains, weighs or supposes, where it names nobody.
THE_TEXT = "According to the text"

#: Words that join, point or ask, and nouns and verbs too general to tell anything.
FUNCTION_WORDS = frozenset(
    """
    a an the and or but nor so if then than as at by for from in into of off on onto out over
    to up upon with within without about above below between among against during through
    until while because since per via like
    i me my mine you your yours he him his she her hers it its we us our ours they them their
    theirs this that these those there here himself herself itself themselves one ones
    who whom whose what which when where why how
    am is are was were be been being do does did done have has had having can could may might
    must shall should will would
    no yes any some all each every both either neither such same other another only also just
    very too even still yet well much many more most
    two three four five six seven eight nine ten
    thing things kind kinds type types sort sorts way ways name names named call called term
    terms word words mean means meant meaning following example examples happen happens
    happened item items
    """.split()
)

OWNED = "'s"
#: Letters that two words have in common from their beginning, if they are of one family.
KIN = 6
#: Endings that make another word of a long one: smuggler, collection.
_DERIVED = re.compile(r"(?<=\w{5})(?:er|or|ion)s?$")
_ENDING = re.compile(r"(?:ing|ed|es|s|e)$")
_DOUBLE = re.compile(r"([^aeiou\W\d])\1$")


#: By this, words are sorted as they stand in the text.
in_order = attrgetter("i")


def neighbor(token: Token, steps: int = 1) -> Token:
    """The word so many steps on; `token` itself where the text ends before."""
    place = token.i + steps
    return token.doc[place] if 0 <= place < len(token.doc) else token


def straight(text: str) -> str:
    """`text` with straight quotes and plain spaces, of the same length."""
    return text if text.isascii() else text.translate(_STRAIGHT)


def words(text: str) -> list[str]:
    """The words of `text`, without punctuation."""
    return _WORD.findall(text)


@lru_cache(maxsize=20_000)
def bare(text: str) -> str:
    """`text` for comparing: straight, lower case, without article and outer punctuation."""
    outer = " .,;:!?\"'()"
    return _ARTICLE.sub("", straight(text).strip(outer)).strip(outer).casefold()


def capitalised(text: str) -> str:
    """`text` with its first letter in upper case."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=100_000)
def root(word: str) -> str:
    """`word` without the endings of number, tense, possession and the like: "taxes" is "tax"."""
    plain = straight(word).casefold().removesuffix(OWNED)
    plain = re.sub(r"(?<=[^aeiou])(?:ies|ied)$", "y", plain)
    cut = _ENDING.sub("", _DERIVED.sub("", plain))
    return _DOUBLE.sub(r"\1", cut if len(cut) >= 3 else plain)


def akin(one: str, other: str) -> bool:
    """Whether two roots are of one word or family: alike, or a long one begins the other.

    >>> akin(root("Directory"), root("directors"))
    True
    """
    if one == other or min(len(one), len(other)) < KIN:
        return one == other
    return one.startswith(other) or other.startswith(one)


def telling(text: str) -> list[str]:
    """The words of `text` that tell something, in order, each without its inflection."""
    found = words(straight(text))
    return [root(word) for word in found if word.casefold() not in FUNCTION_WORDS]
