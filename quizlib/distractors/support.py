"""Whether what the documents say could make a wrong option right.

A sentence speaks for an option not only where it says the whole question again. It may say
"it" or "the prize" for what the question names, or add "as well": all that may be so is
taken for support, since an option has to be wrong for certain.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.language.names import DEMONYMS, country
from quizlib.language.territories import ways
from quizlib.language.text import bare, straight, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from quizlib.model import Fact

#: So many sentences behind one that speaks of the matter, an "it" or "also" may mean it.
REACH = 3
#: Letters that the word for a country's people has in common with its name: Norway, Norwegian.
_KIN = 4
#: Letters of "USA", which are told from words by their case.
_ACRONYM = 3

#: Words that take up what a sentence before said.
_LEANING = re.compile(
    r"\b(?:he|she|it|they|him|them|this|these|those|also|too|as well|so (?:did|was|were|had|has)"
    r"|likewise|again|both|another|others?|same|former|latter|together|jointly|shared?|one)\b",
    re.IGNORECASE,
)
#: A thing known already: "the prize", "this great prize".
_KNOWN = re.compile(
    r"\b(?:the|this|that|these|those|its|their) ((?:[a-z-]+ ){0,2}[a-z-]+)", re.IGNORECASE
)
#: Verbs that say nothing by themselves.
_EMPTY = frozenset(("be", "have", "do", "make", "mean", "count", "follow"))
#: What the question asks for, which no sentence has to say.
_ASKED_FOR = frozenset("country countries person people year date day month many much".split())


class Support:
    """The sentences of a corpus, by their words."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self._holding: dict[str, set[int]] = defaultdict(set)
        self._begun: dict[str, set[int]] = defaultdict(set)
        self._known: dict[str, set[int]] = defaultdict(set)
        self._leaning: set[int] = set()
        self._naming = lru_cache(maxsize=10_000)(self._named)
        self._most = lru_cache(maxsize=8)(self._sites)
        for number, sentence in enumerate(sentences):
            self._read(number, straight(sentence))

    def _read(self, number: int, sentence: str) -> None:
        for word in words(sentence):
            self._holding[_stem(word)].add(number)
            self._begun[word.casefold()[:_KIN]].add(number)
            if word.isupper():
                self._holding[word].add(number)
        for found in _KNOWN.finditer(sentence):
            for word in words(found[1]):
                self._known[_stem(word)].add(number)
        if _LEANING.search(sentence):
            self._leaning.add(number)

    def speaks_for(self, fact: Fact, option: str) -> bool:
        """Whether a sentence that names `option`, or the next that leans on it, may bear it out."""
        named = self._naming(option)
        if not named:
            return False
        told = tuple(word for word in _telling(fact.question) if word not in bare(fact.answer))
        places = named | ({place + 1 for place in named} & self._leaning)
        return (
            self._meet(places, _forms(fact.relation), self._holding)
            or self._meet(places, told, self._known)
            or self._meet(places & self._leaning, told, self._holding)
            or not places.isdisjoint(self._most(told))
            or self._follows(fact, option, told)
        )

    def _meet(self, places: set[int], told: Iterable[str], where: dict[str, set[int]]) -> bool:
        return any(not places.isdisjoint(where.get(_stem(word), ())) for word in told)

    def _follows(self, fact: Fact, option: str, told: tuple[str, ...]) -> bool:
        """Whether the option is named right behind a sentence that speaks of the matter.

        There are other countries; a person is ruled out where a word leans on what was said,
        or the answer is named too.
        """
        sites = self._most(told)
        near = {
            place
            for place in self._naming(option)
            if any(place - away in sites for away in range(1, REACH + 1))
        }
        if country(option):
            return bool(near)
        return not near.isdisjoint(self._leaning) or not near.isdisjoint(self._naming(fact.answer))

    def _named(self, option: str) -> set[int]:
        """The sentences that name the option, in whatever way; or a country's people."""
        found = self._all(map(_stem, words(option)))
        for way in ways(option):
            letters = way.replace(".", "").upper()
            if len(letters) <= _ACRONYM:  # "US" is no "us", and may be written "U.S."
                found |= self._all([letters]) | self._all(letters)
            else:
                found |= self._all(map(_stem, words(way)))
        if country(option):
            name = bare(option).split()
            found |= self._all([word[:_KIN] for word in name], self._begun)
            people = DEMONYMS.get(name[-1])
            return found | (self._all([people[:_KIN]], self._begun) if people else set())
        last = words(option)[-1:]
        return found | (self._all(map(_stem, last)) if option[:1].isupper() else set())

    def _all(self, keys: Iterable[str], where: Mapping[str, set[int]] | None = None) -> set[int]:
        """The sentences that hold all of the words."""
        hits = [(where or self._holding).get(key, set()) for key in keys if key]
        return set.intersection(*hits) if hits else set()

    def _sites(self, told: tuple[str, ...]) -> set[int]:
        """The sentences that hold over half of the words."""
        count: dict[int, int] = defaultdict(int)
        for word in told:
            for place in self._holding.get(_stem(word), ()):
                count[place] += 1
        return {place for place, hits in count.items() if hits > len(told) / 2}


def _telling(text: str) -> list[str]:
    told = [word.casefold() for word in words(straight(text))[1:] if len(word) > 3]
    return [word for word in told if word not in _ASKED_FOR]


@lru_cache(maxsize=1_000)
def _forms(relation: str) -> frozenset[str]:
    """A verb in all its forms, and who does it; of no other relation any."""
    from lemminflect import getAllInflections

    if not relation.isalpha() or relation in _EMPTY:
        return frozenset()
    found = getAllInflections(relation, upos="VERB")  # type: ignore[no-untyped-call]
    doing = (form.removesuffix("ing") for form in found.get("VBG", ()))
    doers = (f"{each}{ending}" for each in doing for ending in ("er", "ers", "or", "ors"))
    return frozenset((*(form for forms in found.values() for form in forms), *doers))


def _stem(word: str) -> str:
    return word.casefold().removesuffix("'s")[:6]
