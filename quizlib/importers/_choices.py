"""Cards as multiple choice, with wrong options from other cards of their sort."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from quizlib.agreement import agree
from quizlib.files import digest
from quizlib.grading.wording import tokens
from quizlib.language.names import country
from quizlib.language.territories import part_of_other
from quizlib.language.text import root

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quizlib.model import Bank, Item

#: How many wrong options a card gets, and with how few it is still a question.
WANTED, FEWEST = 3, 2
#: Answers longer than this, in characters, are nothing to choose among.
LONGEST = 120
#: So many answers of the nearest lengths are looked at.
_NEAR = 24

_YEAR = re.compile(r"[12]\d{3}")
_ARTICLE = re.compile(r"(?:the|an?) ", re.IGNORECASE)
_WHO = re.compile(r"\W*(?:who|whom|whose)\b", re.IGNORECASE)

#: Deck, and what tells one sort of card from another in it.
Sort = tuple[str, ...]


def as_choices(bank: Bank) -> Bank:
    """`bank` with every imported card that can be asked as multiple choice asked as one.

    Wrong options are answers of other cards of the same deck, note type and template, of
    the same sort (a country, a year, a number of that unit, a person …) and about the same
    length; never one that answers another card with the same question, nor one that says the
    same as another option or part of it. No source proves them wrong. What has too few stays
    as it is, and so do items that were not imported. The same bank gives the same options.
    """
    sorts = _sorts(bank)
    peers: dict[Sort, list[Item]] = defaultdict(list)
    for item in bank.items:
        if _fits(item):
            peers[(*sorts.get(item.origin, (item.source,)), *_sort(item))].append(item)
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
    answers: dict[str, list[str]] = defaultdict(list)
    for item in group:
        answers[_bare(item.stem)].append(item.key[0])
    texts = {_bare(item.key[0]): item.key[0] for item in reversed(group)}
    ranked = sorted(texts, key=lambda bare: (len(bare), bare))
    for item in group:
        wrong = _wrong(item, [texts[bare] for bare in _near(item, ranked)], answers)
        if len(wrong) >= FEWEST:
            yield item.model_copy(update={"kind": "choice", "distractors": tuple(wrong)})


def _near(item: Item, ranked: Sequence[str]) -> list[str]:
    """The answers nearest in length, in the order that the item's own id gives."""
    bare = _bare(item.key[0])
    place = bisect_left(ranked, (len(bare), bare), key=lambda each: (len(each), each))
    start = max(0, min(place - _NEAR // 2, len(ranked) - _NEAR))
    near = filter(None, ranked[start : start + _NEAR])
    return sorted(near, key=lambda each: digest("wrong-1", item.id, each))


def _wrong(item: Item, near: Sequence[str], answers: Mapping[str, Sequence[str]]) -> list[str]:
    """The first of `near` that neither say what is right nor what another of them says."""
    right = [*item.key, *answers[_bare(item.stem)]]
    found: list[str] = []
    for option in near:
        if not any(_clash(option, other) for other in (*right, *found)):
            found.append(option)
        if len(found) == WANTED:
            break
    return found


def _clash(one: str, other: str) -> bool:
    """Whether both could be right: one says what the other does, or a part of it."""
    return _bare(one) == _bare(other) or agree(one, other) or part_of_other(one, other)


def _sort(item: Item) -> Sort:
    """What sort of thing the key is, by its looks and by who is asked for."""
    key = item.key[0].strip()
    if country(key) is not None:
        return ("country",)
    told = tokens(key)
    # "First World War" and "Louis XIV" are names.
    if told and isinstance(told[0], Decimal) and not key[:1].isupper():
        year = _YEAR.fullmatch(key) is not None
        units = [root(token) for token in told if isinstance(token, str)]
        return ("year",) if year else ("number", *units)
    named = _ARTICLE.sub("", key)[:1].isupper()
    return ("name" if named else "words", "who" if _WHO.match(item.stem) else "what")


def _bare(words: str) -> str:
    """What makes two answers different: neither case nor white space nor full stops."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return " ".join(folded.replace(".", " ").split())
