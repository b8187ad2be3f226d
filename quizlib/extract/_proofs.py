"""The sentence of a document that proves what its author answered in a few words."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from quizlib.language.text import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizlib.language import Analysis, Sentence
    from quizlib.model import Evidence

#: The longest answer, in words, that is looked for in the text; a longer one is a text itself.
SHORT = 14
#: The share of its words that a proof has to hold, and how many of the question's.
MOST, FEWEST = 0.7, 2
#: What says nothing of what an answer is about.
_EMPTY = frozenset("their them they this that these those with from into".split())
STEM = 5  # letters: "exerting" and "exert" are one word
#: As many people write in words as in digits; "one" is left out, being a pronoun too.
_DIGITS = {
    word: str(number)
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}


def proof(analysis: Analysis, question: str, answer: str) -> tuple[Evidence, ...]:
    """The sentence elsewhere in the document that says what a short answer says.

    It holds most telling words of the answer, all of its numbers, and more of the question's
    words than any other.
    """
    # Its first word has a capital for being first: "At a summit" tells no more than "at".
    if len(answer.split()) > SHORT:
        return ()
    key, asked = _stems(answer[:1].lower() + answer[1:]), _stems(question)
    if not key:
        return ()
    holders = _holders(analysis)
    found = Counter(chain.from_iterable(holders.get(stem, ()) for stem in key))
    numbers = [holders.get(stem, ()) for stem in key if stem[0].isdigit()]
    near = sorted(
        place
        for place, count in found.items()
        if count >= MOST * len(key) and all(place in holding for holding in numbers)
    )
    best: tuple[int, Sentence] | None = None
    for place in near:
        sentence, count = analysis.sentences[place], found[place]
        if sentence.text in answer:
            continue
        shared = sum(place in holders.get(stem, ()) for stem in asked - key)
        if shared >= FEWEST and (best is None or count + shared > best[0]):
            best = count + shared, sentence
    return (analysis.evidence(best[1]),) if best else ()


@lru_cache(maxsize=2)
def _holders(analysis: Analysis) -> Mapping[str, Sequence[int]]:
    """Every stem -> the places of the sentences that hold it."""
    holders: dict[str, list[int]] = defaultdict(list)
    for place, sentence in enumerate(analysis.sentences):
        for stem in _stems(sentence.text):
            holders[stem].append(place)
    return holders


def _stems(text: str) -> frozenset[str]:
    """The telling words of a text, cut so that forms of one word are the same."""
    small = (_DIGITS.get(word.casefold(), word) for word in words(text))
    telling = [word.casefold() for word in small if len(word) > 3 or not word[0].islower()]
    # A number is not cut: 25,000 is not 25,001.
    return frozenset(
        [word if word[0].isdigit() else word[:STEM] for word in telling if word not in _EMPTY]
    )
