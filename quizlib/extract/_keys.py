"""The key of an author's question: as many sentences of the answer as answer it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from quizlib.extract._answering import (
    defines,
    tells_apart,
    term_asked,
    to_the_point,
    yes_or_no,
)
from quizlib.extract._doubts import asks_all, lists
from quizlib.extract._enough import PLAIN, asks_for_several, needed
from quizlib.extract._phrases import answers_alone, begins_list
from quizlib.extract.series import ORDINALS
from quizlib.model import Block, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.language import Analysis

#: An answer of so many words is the key as a whole; of one of LONG words, as many of its first
#: sentences as hold MOST of its words: raters found that less leaves out too much. What is longer
#: goes on from its first point, of TELLING words.
WHOLE, LONG, MOST, TELLING = 40, 80, 0.5, 10
#: "No." and its reason have so many words at least.
REASON = 5
#: The longest key, in words: a longer one is not recalled.
LONGEST = 50
_SENTENCE = re.compile(
    r"\S[^.!?]*(?:(?:[.!?](?![\"”'’)]*(?:\s+[A-Z\"“'‘(]|$))|(?<=\b[A-Z])\.(?= )"
    r"|(?<=\b(?:Mr|Dr|St))\.(?= )|(?<=\b(?:Mrs|etc))\.(?= ))[^.!?]*)*(?:[.!?]+[\"”'’)]*|$)"
)
_ENDED = re.compile(r"[.!?:][\"”'’)]*$")
_WITHIN = re.compile(r"(?<=; )(?:An?|The|One|Two|Three|Four|Any|Some|No|Your)(?= )")
_COUNTED = re.compile(rf"^(?:The )?(?:{'|'.join(ORDINALS)})(?:ly)?\b", re.IGNORECASE)

#: A sentence of an answer: its block, and where it stands in the block's text.
Place = tuple[Block, int, int]


def sentences(block: Block) -> Iterator[Place]:
    """The sentences of a block, as their places."""
    for match in _SENTENCE.finditer(block.text):
        yield block, match.start(), match.start() + len(match.group().rstrip())


def chosen_for(analysis: Analysis, question: str, places: list[Place]) -> list[Place]:
    """The sentences of the key: the counted ones of an answer that counts, else the first ones.

    An answer that counts its points ("First …", "The second reason …") is not
    answered by its first sentence. A phrase that answers is the key by itself.
    """
    places = _listing(question, _defining(question, places))
    if begins_list(question, [text_of(place) for place in places]):
        return []
    if places and places[0][0].level and places[-1][0] is not places[0][0]:
        return places if _size(places) <= LONGEST else []
    if answers_alone(analysis, question, places):
        return places[:1]
    counted = [place for place in places if _COUNTED.search(text_of(place))]
    if len(counted) > 1 and _size(counted) <= LONGEST:
        return counted
    chosen: list[Place] = []
    for place in places:
        if chosen and _told(question, chosen, places):
            break
        chosen.append(place)
    if not chosen or text_of(chosen[0]).endswith("?"):
        return []
    chosen = chosen[: needed(question, [text_of(place) for place in chosen])]
    if asks_for_several(question) and len(chosen) < len(places):
        return []
    if text_of(chosen[-1]).endswith(":") or chosen[-1][0] is not places[0][0]:
        chosen = places[: len(chosen)] + _entries(places[len(chosen) :])
    return chosen if _size(chosen) <= LONGEST else []


def _entries(places: list[Place]) -> list[Place]:
    """The entries of a list: one alone, or half of them, is no answer."""
    return list(takewhile(lambda place: place[0].level > 0, places))


def _defining(question: str, places: list[Place]) -> list[Place]:
    """The sentences from the one on that says what the term means that is asked for."""
    term = term_asked(question)
    if not term or defines(term, text_of(places[0])):
        return places
    own = term.removesuffix("s")
    meant = (n for n, place in enumerate(places) if defines(term, text_of(place)))
    return places[next((n for n in meant if own in text_of(places[n]).casefold()), 0) :]


def _listing(question: str, places: list[Place]) -> list[Place]:
    """The sentences up to the one that lists what is asked for, where that is soon told."""
    texts = [text_of(place) for place in places]
    found = next((n for n, text in enumerate(texts) if lists(text)), 0)
    if not asks_all(question) or not found:
        return places
    return places[: found + 1] if _size(places[: found + 1]) <= LONGEST else places


def _told(question: str, chosen: list[Place], places: list[Place]) -> bool:
    """Whether the chosen sentences make the first point, and the rest would be too much."""
    if yes_or_no(question) and len(chosen) > 1:
        return _size(chosen) >= REASON
    if yes_or_no(question) or term_asked(question):
        return _size(chosen) >= PLAIN
    if asks_all(question) and not lists(text_of(chosen[-1])):
        return False
    words, pointed = _size(places), to_the_point(text_of(places[0]))
    enough = _size(chosen) >= (MOST * words if words <= LONG and not pointed else TELLING)
    enough = enough and words > WHOLE
    return enough and tells_apart(question, " ".join(text_of(place) for place in chosen))


def one_quote(analysis: Analysis, places: list[Place]) -> tuple[Evidence, ...]:
    """One quote for sentences that follow each other in one block."""
    block, start, _ = places[0]
    last, _, end = places[-1]
    if block is not last or len(list(_between(block, start, end))) != len(places):
        return ()
    return (analysis.document.evidence(block, start, end),)


def _between(block: Block, start: int, end: int) -> Iterator[Place]:
    return (place for place in sentences(block) if start <= place[1] < end)


def text_of(place: Place) -> str:
    """The words of a sentence."""
    block, start, end = place
    return block.text[start:end]


def _size(places: Sequence[Place]) -> int:
    return sum(len(text_of(place).split()) for place in places)


def in_a_row(sentences: Sequence[str]) -> str:
    """Sentences in a row; the entries of a list, which have no end, are told apart."""
    told = (text if _ENDED.search(text) else f"{text.rstrip(',;')};" for text in sentences)
    return _WITHIN.sub(lambda found: found[0].lower(), " ".join(told).removesuffix(";"))
