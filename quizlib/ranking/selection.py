"""Which items a bank keeps: the surest first, from every section, none twice."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from quizlib.agreement import agree, differ, parts, unsourced
from quizlib.language.text import bare, root, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quizlib.model import Evidence, Fact, Item

#: At most so many items from one sentence; it rarely holds more than two facts.
PER_SENTENCE = 2
#: And so many from one paragraph, beside those in an author's own words.
PER_PARAGRAPH = 6
#: And so many that ask when something was: a page of years is no test of what it tells.
DATES, _WHEN = 1, ("dates",)
#: One key may answer this share of the items, but always a few.
PER_KEY_SHARE, PER_KEY_LEAST = 0.04, 3
#: How many items each section may have in turn: one, two, and then what there is.
ROUNDS = (1, 2, math.inf)
#: Methods that ask a term by its meaning and the meaning by its term.
_DEFINING = (("definitions",), ("glossary",))
#: Methods that take over what an author asked.
_ASKING = (("faq",), ("options",))
#: The method that asks who did a thing.
_WHO_DID_IT = ("subjects",)
#: How the reason begins that an item is not sure enough.
DOUBT = "confidence"
#: Two stems that share this part of their words ask the same.
ALIKE = 0.8

#: Two keys of one sentence that share this part of their words are one answer.
KEYS_ALIKE = 0.6

#: How much surer the question for its date has to be than the one for who did it.
WHO_FIRST = 0.15

#: A document and where in it, a heading or a place.
Place = tuple[str, str | int]


@dataclass(frozen=True)
class Dropped:
    """An item that was not kept, and why.

    Attributes:
        item: The item.
        why: In one line.
    """

    item: Item
    why: str

    @property
    def sort(self) -> str:
        """What was dropped: an item of this kind."""
        return self.item.kind

    @property
    def told(self) -> str:
        return f"{self.item.stem} = {', '.join(self.item.key)}"

    @property
    def place(self) -> Evidence:
        return self.item.evidence[0]


@dataclass(frozen=True)
class Unasked:
    """A fact of which no item was made, and why.

    Attributes:
        fact: The fact.
        why: In one line.
    """

    fact: Fact
    why: str

    @property
    def sort(self) -> str:
        return "fact"

    @property
    def told(self) -> str:
        return f"{self.fact.question or self.fact.statement} = {self.fact.answer}"

    @property
    def place(self) -> Evidence:
        return self.fact.evidence[0]


@dataclass(frozen=True)
class Origins:
    """Where items, by id, come from.

    `written` are an author's own items, `authored` these and all in an author's own words;
    `events` says which event an item asks about, "" for none; `paragraphs`, in which block of
    which document the quote stands that proves it.
    """

    written: frozenset[str] = frozenset()
    authored: frozenset[str] = frozenset()
    events: Mapping[str, str] = field(default_factory=dict)
    paragraphs: Mapping[str, tuple[str, int]] = field(default_factory=dict)


def select(
    items: Sequence[Item],
    least: float,
    origins: Origins | None = None,
    room: Mapping[str, int] | None = None,
    *,
    every_section: bool = False,
) -> tuple[list[Item], list[Dropped]]:
    """The items to keep, in the given order, and the others with the reason.

    `least` is the lowest confidence that is kept; `room` says how many items a document
    (by id) may have. The surest come first, but a section has its third item only when
    every other one has had its chance of a first and a second. Items in an author's own
    words go before all others; an author's own items are kept whatever they look like. Of
    the questions about one event, the surest that can be kept is. With `every_section`, a
    section that would have none has its surest, however unsure that is.
    """
    known = origins or Origins()
    per_key = max(PER_KEY_LEAST, int(PER_KEY_SHARE * len(items)))
    chosen = _Chosen(least, per_key, room or {}, known)
    reasons: dict[str, str] = {}
    first = [item for item in items if item.id in known.authored]
    others = [item for item in items if item.id not in known.authored]
    for item in chain(_surest(first), _in_turn(others, chosen.sections)):
        why = chosen.refuses(item)
        if why and (item.id not in known.written or item.id in chosen.items):
            reasons[item.id] = why
        else:
            chosen.take(item)
    if every_section:
        chosen.least = 0.0
        for item in _surest([item for item in items if item.id in reasons]):
            if not chosen.sections[_section(item)]:
                why = chosen.refuses(item)
                reasons[item.id] = why or reasons[item.id]
                if not why:
                    chosen.take(item)
    kept = [item for item in items if chosen.items.get(item.id) is item]
    left = [item for item in items if chosen.items.get(item.id) is not item]
    return kept, [Dropped(item, reasons[item.id]) for item in left]


def sections_without(kept: Iterable[Item], left: Iterable[Dropped | Unasked]) -> int:
    """How many sections have no item, and what was left out of them for doubt alone."""
    doubted = [one for one in left if isinstance(one, Dropped) and one.why.startswith(DOUBT)]
    return len({_section(one.item) for one in doubted} - {_section(item) for item in kept})


def _in_turn(items: Sequence[Item], taken: Mapping[Place, int]) -> Iterator[Item]:
    """Each item once, the surest first; in each round those of sections that lack some."""
    waiting = _surest(items)
    for share in ROUNDS:
        later = []
        for item in waiting:
            if taken.get(_section(item), 0) < share:
                yield item
            else:
                later.append(item)
        waiting = later


def _surest(items: Sequence[Item]) -> list[Item]:
    return sorted(items, key=lambda item: (-_worth(item), item.id))


def _worth(item: Item) -> float:
    """Its confidence; of who did a thing and when, who is asked if it is nearly as sure."""
    return item.confidence + (WHO_FIRST if item.tags[:1] == _WHO_DID_IT else 0.0)


class _Chosen:
    """The items taken so far, counted by all that limits them."""

    def __init__(
        self, least: float, per_key: int, room: Mapping[str, int], origins: Origins
    ) -> None:
        self.least = least
        self.per_key = per_key
        self.room = room
        self._origins = origins
        self._events: dict[str, Item] = {}
        self.items: dict[str, Item] = {}
        self.sections: Counter[Place] = Counter()
        self._documents: Counter[str] = Counter()
        self._keys: Counter[str] = Counter()
        self._paragraphs: Counter[tuple[str, int]] = Counter()
        self._dates: Counter[tuple[str, int]] = Counter()
        self._sentences: dict[tuple[Place, ...], list[Item]] = defaultdict(list)
        self._stems: dict[str, list[_Asked]] = defaultdict(list)

    def take(self, item: Item) -> None:
        self.items[item.id] = item
        self._events.setdefault(self._origins.events.get(item.id, ""), item)
        self._paragraphs[self._paragraph(item)] += item.id not in self._origins.authored
        self._dates[self._paragraph(item)] += item.tags[:1] == _WHEN
        self.sections[_section(item)] += 1
        self._documents[_document(item)] += 1
        self._keys[_key(item)] += 1
        self._sentences[_sentence(item)].append(item)
        own = _asked(item)
        for word in own.words:
            self._stems[word].append(own)

    def refuses(self, item: Item) -> str:
        """Why the item is not to be taken; "" where it is."""
        if item.confidence < self.least:
            return f"{DOUBT} {item.confidence:.2f} is below {self.least:.2f}"
        event = self._origins.events.get(item.id)
        if event and event in self._events:
            return _instead(item, self._events[event])
        if self._keys[_key(item)] >= self.per_key:
            return f"its key {item.key[0]!r} answers enough other items"
        same = self._sentences[_sentence(item)]
        if crowded := self._crowded(item, same):
            return crowded
        if any(_same_key(item, other) for other in same):
            return "another item asks the same"
        if any(_tells(item, other) or _tells(other, item) for other in same):
            return "it gives away the answer of another item from its sentence"
        if item.id in self.items or self._asked(item):
            return "another item asks the same"
        if self._documents[_document(item)] >= self.room.get(_document(item), math.inf):
            return "its document has enough other items"
        return ""

    def _crowded(self, item: Item, same: Sequence[Item]) -> str:
        """Why its sentence, in which `same` stand, or its paragraph has no room for it; or ""."""
        place, authored = self._paragraph(item), item.id in self._origins.authored
        if len(item.evidence) == 1 and len(same) >= PER_SENTENCE:
            return "its sentence has enough other items"
        if self._paragraphs[place] >= PER_PARAGRAPH and not authored:
            return "its paragraph has enough other items"
        if item.tags[:1] == _WHEN and self._dates[place] >= DATES:
            return "its paragraph has enough questions for a date"
        return ""

    def _paragraph(self, item: Item) -> tuple[str, int]:
        """Its block; for an item of which none is known, one of its own."""
        return self._origins.paragraphs.get(item.id, (item.id, 0))

    def _asked(self, item: Item) -> bool:
        """Whether another stem shares nearly all words; it then has one of any few of them."""
        own = _asked(item)
        rarest = sorted(own.words, key=lambda word: (len(self._stems[word]), word))
        few = rarest[: len(own.words) - math.ceil(ALIKE * len(own.words)) + 1]
        near = (other for word in few for other in self._stems[word])
        return any(_alike(own, other) for other in near)


class _Asked(NamedTuple):
    """What an item asks, word by word, and its key."""

    words: frozenset[str]
    parting: frozenset[str]  # those of the words that tell a thing from others of its sort
    key: str
    document: str


def _asked(item: Item) -> _Asked:
    """What one source says is another question than another's."""
    source = item.stem.removesuffix(unsourced(item.stem))
    told = words(f"{item.stem} {' '.join(item.prompts)}")
    named = {f"{source}{word.casefold()}" for place, word in enumerate(told) if parts(word, place)}
    key = bare(item.key[0])
    asked = frozenset(f"{source}{word.casefold()}" for word in told) | {f"= {key}"}
    return _Asked(asked, frozenset(named), item.key[0], _document(item))


def _alike(one: _Asked, other: _Asked) -> bool:
    """Whether they share nearly all words, and neither asks for another thing by its own."""
    if len(one.words & other.words) < ALIKE * max(len(one.words), len(other.words)):
        return False
    if one.document != other.document and differ(one.key, other.key):
        return False  # documents that answer otherwise ask about two things
    if agree(one.key, other.key):
        return not (one.parting - other.words and other.parting - one.words)
    mine, theirs = ({root(word) for word in each.words if word[:1] != "="} for each in (one, other))
    return mine <= theirs or theirs <= mine


def _instead(item: Item, other: Item) -> str:
    """Why one of two questions about an event is asked rather than the other."""
    if other.confidence >= item.confidence:
        return "a surer question asks about the same event"
    if other.tags[:1] == _WHO_DID_IT:
        return "another question asks about the same event: who did it"
    return "another question asks about the same event"


def _same_key(item: Item, other: Item) -> bool:
    """Whether one of two items of a sentence is its author's, and both have one key.

    What the author asked needs no asking again in other words, however much of the
    key they share.
    """
    written = item.tags[:1] in _ASKING or other.tags[:1] in _ASKING
    one, two = ({word[:5] for word in bare(each.key[0]).split()} for each in (item, other))
    return written and len(one & two) >= KEYS_ALIKE * min(len(one), len(two))


def _tells(item: Item, other: Item) -> bool:
    """Whether the stem of `item` gives the key of `other` away; both ways of a definition may."""
    both_ways = item.tags[:1] == other.tags[:1] and item.tags[:1] in _DEFINING
    return not both_ways and bare(other.key[0]) in item.stem.casefold()


def _key(item: Item) -> str:
    return bare(item.key[0]) if item.kind != "true_false" else item.id


def _document(item: Item) -> str:
    return item.evidence[0].document if item.evidence else ""


def _section(item: Item) -> Place:
    """The document and the heading over the item's fact, which is its second tag."""
    return _document(item), "".join(item.tags[1:2])


def _sentence(item: Item) -> tuple[Place, ...]:
    """Where the item's first quote stands; nowhere without one."""
    return tuple((evidence.document, evidence.start) for evidence in item.evidence[:1])
