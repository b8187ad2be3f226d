"""What decks are called in Anki."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from quizlib.exporters._view import clean, section_of
from quizlib.model.item import LIVE

if TYPE_CHECKING:
    from quizlib.exporters._view import Shown
    from quizlib.model import Bank, Item

#: How far down decks part: one for all, one for each document, or for each section of these.
Depth = Literal["sections", "documents", "one"]
Wanted = Literal["auto", "sections", "documents", "one"]
_LEVELS: dict[Depth, int] = {"one": 0, "documents": 1, "sections": 2}
#: Notes that decks of sections hold on average, for them to be decks of their own. Anki's manual
#: ("Using Decks Appropriately") advises against many little decks: their cards come in an order
#: that one gets to know. Tags find sections as well.
LARGE = 10


def level(title: str) -> str:
    """A title as one level of a deck's name, in which "::" would begin another."""
    folded = " ".join(clean(title).replace('"', "'").split())
    return re.sub("::+", ":", folded).strip(": ") or "quizlib"


def path(name: str) -> str:
    """A deck's name as a person gives it, with "::" between its levels."""
    return "::".join(level(each) for each in name.split("::") if each.strip()) or "quizlib"


def settled(depth: Wanted, bank: Bank) -> Depth:
    """`depth`; in place of "auto" by sections where those of the bank are large, or documents."""
    if depth != "auto":
        return depth
    titles = {each.id: each.title for each in bank.documents}
    places: dict[tuple[str | None, tuple[str, ...]], Item] = {}  # one item of each is enough
    live = 0
    for item in bank.items:
        if item.status in LIVE:
            live += 1
            evidence = item.evidence
            places[evidence[0].document if evidence else None, item.tags[:2]] = item
    decks = {
        _below("", (titles.get(document, ""), section_of(item))) if document is not None else ""
        for (document, _), item in places.items()
    }
    return "sections" if live >= LARGE * len(decks) else "documents"


def deck_name(root: str, item: Shown, depth: Depth) -> str:
    """The deck of `item` below `root`, by the document and the section of its first quote."""
    titles = (item.quotes[0].title, item.section) if item.quotes else ()
    return _below(root, titles[: _LEVELS[depth]])


@lru_cache(maxsize=1024)
def _below(root: str, titles: tuple[str, ...]) -> str:
    """A title that repeats the one above it is no level of its own."""
    name, above = root, root.casefold()
    for each in map(level, filter(None, titles)):
        if each.casefold() != above:
            name, above = f"{name}::{each}", each.casefold()
    return name
