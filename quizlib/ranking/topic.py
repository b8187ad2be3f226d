"""Topics: whether an item bears on one, wherever it stands.

Words are compared by their forms: the word itself, its lemmas, and what is left of
each without an ending that makes another word of it (smuggling, smuggler). A topic of
several words is met where each of them is. The context of an item is there to tell what
its stem means: of it, only what describes a thing of the stem counts.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.language.text import FUNCTION_WORDS, straight, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.model import Item

#: Words of a topic that say nothing by themselves.
_EMPTY = frozenset("a an and by for from in of on or the to with".split())
#: Words of a stem that only the context explains.
_POINTING = frozenset("he she it they him them this these those".split())
#: Words that tie a closer description to a noun: "the tax on salt".
_TYING = frozenset("of on for in".split())
#: So many words beside a noun describe it.
DEEP = 2
_ENDINGS = ("ment", "ing", "ers", "er", "ed", "es", "e", "s")
#: Letters that an ending must leave, so that "corner" is not about corn.
_LEAST = 5


class Topic:
    """A topic in words, as a person names it."""

    def __init__(self, name: str) -> None:
        self.name = name
        told = words(straight(name).casefold())
        self._wanted = [_forms(word) for word in told if word not in _EMPTY or len(told) == 1]

    @property
    def wordless(self) -> bool:
        """Whether it has no word that could be met."""
        return not self._wanted

    def met(self, item: Item, title: str) -> bool:
        """Whether the item, from a document with this title, bears on the topic.

        Never for a topic without a word.
        """
        texts = (item.stem, _resolving(item), item.explanation, title)
        held = _all_forms((*texts, *item.key, *item.prompts, *item.tags[1:]))
        return bool(self._wanted) and all(forms & held for forms in self._wanted)


def _resolving(item: Item) -> str:
    """What the context adds to the words of the stem: "salt" to "the tax", all to an "it"."""
    stem = words(straight(item.stem).casefold())
    if not item.context or _POINTING.intersection(stem):
        return item.context
    there = _all_forms(word for word in stem if word not in FUNCTION_WORDS)
    found = words(straight(item.context).casefold())
    told = []
    for place, word in enumerate(found):
        if _forms(word) & there:
            before, after = found[max(0, place - DEEP) : place], found[place + 1 :]
            told += before
            told += after[1 : 1 + DEEP] if after[:1] and after[0] in _TYING else []
    return " ".join(told)


def _all_forms(texts: Iterable[str]) -> frozenset[str]:
    told = {word for text in texts for word in words(straight(text).casefold())}
    return frozenset().union(*map(_forms, told))


@lru_cache(maxsize=20_000)
def _forms(word: str) -> frozenset[str]:
    """What two words share that mean about the same; each part of a compound counts."""
    whole = word.removesuffix("'s")
    forms = {whole, *whole.split("-")}
    forms |= {lemma for form in list(forms) for lemma in _lemmas(form)}
    return frozenset(forms | {_trunk(form) for form in forms})


def _lemmas(word: str) -> set[str]:
    """The word as a dictionary lists it, for each part of speech that it may be."""
    from lemminflect import getAllLemmas

    found = getAllLemmas(word)  # type: ignore[no-untyped-call]
    return {lemma.casefold() for lemmas in found.values() for lemma in lemmas}


def _trunk(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word.removesuffix(ending)
    return word
