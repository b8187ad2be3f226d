"""Cards as multiple choice, with wrong options from other cards of their sort."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from quizlib.files import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.model import Bank, Item

#: How many wrong options a card gets, and with how few it is still a question.
WANTED, FEWEST = 3, 2
#: Answers longer than this, in characters, are nothing to choose among.
LONGEST = 120
#: So many answers of the nearest lengths are looked at.
_NEAR = 24

#: Deck, and what tells one sort of card from another in it.
Sort = tuple[str, ...]


def as_choices(bank: Bank) -> Bank:
    """`bank` with every imported card that can be asked as multiple choice asked as one.

    Wrong options are answers of other cards of the same deck, note type and template, of
    about the same length; never one that answers another card with the same question. No
    source proves them wrong. What has too few stays as it is, and so do items that were
    not imported. The same bank gives the same options.
    """
    sorts = _sorts(bank)
    peers: dict[Sort, list[Item]] = defaultdict(list)
    for item in bank.items:
        if _fits(item):
            peers[sorts.get(item.origin, (item.source,))].append(item)
    made: dict[str, Item] = {}
    for group in peers.values():
        made.update((item.id, item) for item in _made(group))
    items = tuple(made.get(item.id, item) for item in bank.items)
    return bank.model_copy(update={"items": items})


def _sorts(bank: Bank) -> dict[str, Sort]:
    """Origin -> deck, note type and template of the card."""
    notes = bank.package.notes if bank.package else ()
    return {
        f"{note.guid}#{card.number}": (card.deck, str(note.type), str(card.number))
        for note in notes
        for card in note.cards
    }


def _fits(item: Item) -> bool:
    key = item.key[0]
    plain = item.kind in ("short_answer", "flashcard")
    return bool(item.source and plain and item.live and len(key) <= LONGEST and "\n" not in key)


def _made(group: Sequence[Item]) -> Iterator[Item]:
    """Those of `group` for which there are enough wrong options."""
    answers: dict[str, set[str]] = defaultdict(set)
    for item in group:
        answers[_bare(item.stem)].add(_bare(item.key[0]))
    texts = {_bare(item.key[0]): item.key[0] for item in reversed(group)}
    ranked = sorted(texts, key=lambda bare: (len(bare), bare))
    for item in group:
        right = answers[_bare(item.stem)]
        wrong = _wrong(item, ranked, right)
        if len(wrong) >= FEWEST:
            distractors = tuple(texts[bare] for bare in wrong)
            yield item.model_copy(update={"kind": "choice", "distractors": distractors})


def _wrong(item: Item, ranked: Sequence[str], right: set[str]) -> list[str]:
    """Of the answers nearest in length, those that the item's own id picks."""
    bare = _bare(item.key[0])
    place = bisect_left(ranked, (len(bare), bare), key=lambda each: (len(each), each))
    start = max(0, min(place - _NEAR // 2, len(ranked) - _NEAR))
    near = [each for each in ranked[start : start + _NEAR] if each and each not in right]
    near.sort(key=lambda each: digest("wrong-1", item.id, each))
    return near[:WANTED]


def _bare(words: str) -> str:
    """What makes two answers different: neither case nor white space nor full stops."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(folded.replace(".", " ").split())
