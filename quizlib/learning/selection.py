"""Which items a sitting asks, and in what order."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from itertools import islice
from typing import TYPE_CHECKING

from quizlib.files import digest
from quizlib.learning.giveaways import Told, apart
from quizlib.learning.results import document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizlib.model import Item

#: So many items at least are tried at once, of which none gives another away.
_LEAST = 20

Group = tuple[str, str]  # document and kind


def select(items: Iterable[Item], count: int, seed: int) -> list[Item]:
    """Up to `count` of `items`, spread over documents, kinds and facts.

    The same items and seed give the same choice, in whatever order they come. Two
    items about one fact stand next to each other only where nothing else is left.
    """
    return _apart(list(islice(_spread(_ranked(items, seed)), count)))


def sitting(items: Iterable[Item], count: int, seed: int) -> list[Item]:
    """As `select`, and no item gives another away, as long as there are others to ask.

    Where there are none, what another one would answer comes before it.
    """
    spread = _spread(_ranked(items, seed))
    places: dict[str, int] = {}
    chosen: list[Item] = []
    given_away: list[tuple[Item, Item]] = []
    while len(chosen) < count and (more := list(islice(spread, max(_LEAST, count)))):
        places.update((item.id, len(places) + n) for n, item in enumerate(more))
        chosen, clashing = apart([*chosen, *more])
        given_away += clashing
    spare = given_away[: max(0, count - len(chosen))]
    picked = [*chosen[:count], *(item for item, _ in spare)]
    picked.sort(key=lambda item: places[item.id])
    return _apart(_answered_first(picked, spare))


def _answered_first(items: list[Item], pairs: Iterable[tuple[Item, Item]]) -> list[Item]:
    """`items` with the first of each pair before the second, where that answers it."""
    for item, other in pairs:
        one, two = Told.of(item), Told.of(other)
        if two.answers(one) and not one.answers(two) and items.index(other) < items.index(item):
            items.remove(item)
            items.insert(items.index(other), item)
    return items


def _ranked(items: Iterable[Item], seed: int) -> list[Item]:
    return sorted(items, key=lambda item: digest("sitting-1", str(seed), item.id))


def fact(item: Item) -> str:
    """What the item is about: its first quote's place, else its origin, else itself.

    Behind a "#" an origin tells cards of one imported note apart, which are about one thing.
    """
    if item.evidence:
        first = item.evidence[0]
        return f"{first.document} {first.start}"
    return item.origin.partition("#")[0] or item.id


def _spread(ranked: Sequence[Item]) -> Iterator[Item]:
    """One at a time from the group used least; facts asked already come last."""
    groups: dict[Group, deque[Item]] = defaultdict(deque)
    for item in ranked:
        groups[document(item), item.kind].append(item)
    again: list[Item] = []
    asked: set[str] = set()
    used: Counter[str] = Counter()
    while groups:
        group = min(groups, key=lambda g: (used[f"document {g[0]}"], used[f"kind {g[1]}"]))
        item = groups[group].popleft()
        if not groups[group]:
            del groups[group]
        if fact(item) in asked:
            again.append(item)
            continue
        asked.add(fact(item))
        used.update([f"document {group[0]}", f"kind {group[1]}"])
        yield item
    yield from again


def _apart(items: list[Item]) -> list[Item]:
    """`items` with those about one fact kept apart, otherwise in their order.

    A fact that more than half of what is left is about has to come next.
    """
    left = Counter(map(fact, items))
    if all(number == 1 for number in left.values()):
        return items
    waiting, arranged, last = list(items), [], ""
    while waiting:
        most, number = left.most_common(1)[0]
        pressing = number * 2 > len(waiting) and most != last
        fitting = (
            place
            for place, item in enumerate(waiting)
            if (fact(item) == most if pressing else fact(item) != last)
        )
        item = waiting.pop(next(fitting, 0))
        last = fact(item)
        left[last] -= 1
        arranged.append(item)
    return arranged
