"""Slips of the fingers and of spelling, told apart from other words.

A slip is one letter too many, too few, exchanged with its neighbour, or written as
one that sounds alike: the sorts of error that make up most misspellings (Damerau
1964). Words are not taken for each other when they differ in their first letter,
which is seldom wrong (Yannakoudakis and Fawthrop 1983), or in a part that makes
another word of them, or another name: Roberta is not Robert.
"""

from __future__ import annotations

#: Letters that are written for each other by ear.
ALIKE = ("aeiouy", "sczx", "ckq", "mn", "bv", "fv", "dt", "gj")

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
    ("ane", "ene"),
    ("ane", "yne"),
    ("ene", "yne"),
    ("ol", "al"),
    ("er", "ee"),
    ("or", "ee"),
    ("o", "a"),  # Antonio, Antonia
    ("ncis", "nces"),
)


def is_slip(typed: str, word: str) -> bool:
    """Whether `typed` is `word` with a slip or, from ten letters on, two.

    Words under five letters must be right; so must a vowel in a word of five, and
    words in other alphabets than Latin, Greek and Cyrillic.
    """
    if not (typed + word).isalpha() or max(typed + word) > "\u04ff":
        return False
    shorter = min(len(typed), len(word))
    if shorter < 5 or typed[0] != word[0] or _contrast(typed, word):
        return False
    if len(typed) == len(word) == 5 and sorted(typed) != sorted(word):
        return False
    return _within(typed, word, 2 if shorter >= 10 else 1)


def _within(typed: str, word: str, budget: int) -> bool:
    """Whether `budget` slips, or fewer, lead from `word` to `typed`."""
    same = 0
    while same < min(len(typed), len(word)) and typed[same] == word[same]:
        same += 1
    typed, word = typed[same:], word[same:]
    if not typed or not word or not budget:
        return len(typed) + len(word) <= budget
    swapped = typed[:2] == word[1::-1] and _within(typed[2:], word[2:], budget - 1)
    return (
        swapped
        or _within(typed[1:], word, budget - 1)
        or _within(typed, word[1:], budget - 1)
        or (_sound_alike(typed[0], word[0]) and _within(typed[1:], word[1:], budget - 1))
    )


def _sound_alike(one: str, other: str) -> bool:
    return any(one in letters and other in letters for letters in ALIKE)


def _contrast(typed: str, word: str) -> bool:
    if f"{typed}a" == word or typed == f"{word}a":  # a name for a woman, and for a man
        return True
    return any(
        (typed.startswith(a) and word.startswith(b)) or (typed.endswith(a) and word.endswith(b))
        for pair in CONTRASTS
        for a, b in (pair, pair[::-1])
    )
