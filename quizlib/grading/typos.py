"""Slips of the fingers and of spelling, told apart from other words and other names.

A slip is
- two neighbouring letters exchanged: "huose" for "house";
- a letter doubled, or one of two left out: "bitern" for "bittern";
- in a long word one letter, from twelve letters on two, too many, too few or written as one that
  sounds alike, but neither the first letter nor one of the last three: "seperate";
- the spelling of the other side of the Atlantic: "harbor".

They are the sorts of error that make up most misspellings (Damerau 1964); what begins or ends
otherwise is seldom one (Yannakoudakis and Fawthrop 1983), and often another word: "lactase" is
no "lactose". Nor is a slip what makes another word of the PAIRS.

One letter makes another name of a name: Johnson is not Johnston, Grenada not Granada, Louis not
Louise. So less is forgiven where the right word has a capital: of single letters only doubled
consonants and, in names so long that hardly two differ in it, one inside; and no exchange of a
vowel and a consonant at the end: Christian is not Christina.
"""

from __future__ import annotations

import re

from quizlib.grading.pairs import PAIRS

#: Letters that are written for each other by ear.
ALIKE = ("aeiouy", "sczx", "ckq", "mn", "bv", "fv", "dt", "gj")
VOWELS = "aeiouy"

#: Parts of words that a slip must not exchange.
CONTRASTS = (
    ("hyper", "hypo"),
    ("inter", "intra"),
    ("macro", "micro"),
    ("pre", "pro"),
    ("per", "pro"),
    ("over", "under"),
    ("super", "sub"),
    ("ante", "anti"),
    ("endo", "ecto"),
    ("mono", "mini"),
    ("ate", "ite"),
    ("ate", "ide"),
    ("ite", "ide"),
    ("ase", "ose"),
    ("ane", "ene"),
    ("ane", "yne"),
    ("ene", "yne"),
    ("ol", "al"),
    ("er", "ee"),
    ("or", "ee"),
    ("o", "a"),  # Antonio, Antonia
    ("ncis", "nces"),
)


def _spellings(*told: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(british), american) for british, american in told)


#: How one word is spelled in Britain -> in America.
ATLANTIC = _spellings(
    (r"(?<=[a-z]{2})our(?=$|s|ed|ing|ful|less|able|ite|er|al|hood|y|ist)", "or"),
    (r"(?<=[a-z]{3}[iy])s(?=[ei]|a[bt])", "z"),
    (r"(?<=en)ce$", "se"),
    (r"ogue$", "og"),
    (r"gramme(?=s?$)", "gram"),
    (r"^sulph", "sulf"),
    (r"^alumini", "alumin"),
)
#: The same in words that are no names: Michael is not Michel.
DIGRAPHS = _spellings(
    (r"ae(?=[a-z])", "e"),
    (r"^oe|(?<=^f)oe|(?<=^am)oe|(?<=^hom)oe|(?<=^diarrh)oe|(?<=^man)oe", "e"),
)

#: The shortest words that a slip is forgiven in, a wrong letter, the same in a name, and two.
SHORTEST, LONG, LONG_NAME, TWO = 5, 8, 10, 12


def is_slip(typed: str, word: str, *, name: bool = False) -> bool:
    """Whether `typed` is `word`, which may be a part of a name, with a slip.

    Words of other alphabets than Latin, Greek and Cyrillic must be right.
    """
    if not (typed + word).isalpha() or max(typed + word) > "\u04ff":
        return False
    shorter = min(len(typed), len(word))
    if shorter < SHORTEST or _contrast(typed, word):
        return False
    if _american(typed, name=name) == _american(word, name=name):
        return True
    if typed[0] != word[0]:
        return False
    if _swapped(typed, word):
        return not (name and _turned(typed, word))
    if _doubled(typed, word, name=name):
        return True
    inside = typed[-3:] == word[-3:]
    long = shorter >= (LONG_NAME if name else LONG)
    return inside and long and _within(typed, word, 2 if shorter >= TWO else 1)


def _american(word: str, *, name: bool) -> str:
    for british, american in ATLANTIC if name else DIGRAPHS + ATLANTIC:
        word = british.sub(american, word)
    return word


def _same(one: str, other: str) -> int:
    """How many letters two words have in common from their beginning."""
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    return same


def _swapped(typed: str, word: str) -> bool:
    """Whether they differ in two neighbouring letters exchanged."""
    at = _same(typed, word)
    return typed[at : at + 2] == word[at : at + 2][::-1] and typed[at + 2 :] == word[at + 2 :]


def _turned(typed: str, word: str) -> bool:
    """Whether they end in a vowel and a consonant, the other way round."""
    ends = [letter in VOWELS for letter in word[-2:]]
    return typed[-1] != word[-1] and ends[0] != ends[1]


def _doubled(typed: str, word: str, *, name: bool) -> bool:
    """Whether one has a letter twice that the other has once; "-ee" makes another of a word."""
    at = _same(typed, word)
    short, long = sorted((typed, word), key=len)
    if long[at : at + 1] != long[at - 1 : at] or long[at + 1 :] != short[at:]:
        return False
    vowel = long[at] in VOWELS
    return not vowel or not (name or at == len(short))


def _within(typed: str, word: str, budget: int) -> bool:
    """Whether `budget` slips, or fewer, lead from `word` to `typed`.

    A letter too many and one too few in one place are no slips: they make any letter of any.
    """
    same = _same(typed, word)
    typed, word = typed[same:], word[same:]
    if not typed or not word or not budget:
        return len(typed) + len(word) <= budget
    swapped = typed[:2] == word[1::-1] and _within(typed[2:], word[2:], budget - 1)
    return (
        swapped
        or (typed[1:2] == word[0] and _within(typed[1:], word, budget - 1))
        or (word[1:2] == typed[0] and _within(typed, word[1:], budget - 1))
        or (_sound_alike(typed[0], word[0]) and _within(typed[1:], word[1:], budget - 1))
    )


def _sound_alike(one: str, other: str) -> bool:
    return any(one in letters and other in letters for letters in ALIKE)


def _contrast(typed: str, word: str) -> bool:
    if f"{typed}a" == word or typed == f"{word}a":  # a name for a woman, and for a man
        return True
    if any(_paired(typed, word, *pair) or _paired(word, typed, *pair) for pair in PAIRS):
        return True
    return any(
        (typed.startswith(a) and word.startswith(b)) or (typed.endswith(a) and word.endswith(b))
        for pair in CONTRASTS
        for a, b in (pair, pair[::-1])
    )


def _paired(typed: str, word: str, one: str, other: str) -> bool:
    """Whether they are the words of a pair, or made of them alike: "deserts", "desserts"."""
    return (
        typed.startswith(one) and word.startswith(other) and typed[len(one) :] == word[len(other) :]
    )
