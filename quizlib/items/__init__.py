"""One file per kind of item: how it is made from a fact, and how one answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizlib.errors import BrokenPlugin, UnfitItem, UnknownName
from quizlib.items._draft import accepted, draft
from quizlib.items._natural import natural_order
from quizlib.model import Choice, ExtendedText, Item, Match, Order, TextEntry
from quizlib.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.distractors import Distractors
    from quizlib.model import Fact, Interaction


__all__ = [
    "Kind",
    "accepted",
    "draft",
    "interaction",
    "kind_of",
    "kinds",
    "known",
    "make",
    "natural_order",
    "portable",
    "stood_in",
]


class Kind(Protocol):
    """One kind of item."""

    @property
    def summary(self) -> str:
        """One line for `quizlib formats` and the docs."""
        ...

    @property
    def instruction(self) -> str:
        """What the learner is told to do, as in “Choose one.”"""
        ...

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        """An item of this kind that asks for the fact, or None where it does not fit."""
        ...

    def interaction(self, item: Item) -> Interaction:
        """How one answers an item of this kind. Raises ValueError for one that does not fit."""
        ...


kinds: Registry[Kind] = Registry("kind", __name__, "kind", Kind)

#: The kind that asks for an item whose own kind is not installed, by its interaction.
STAND_INS = {
    "text_entry": "short_answer",
    "extended_text": "flashcard",
    "order": "ordering",
    "match": "matching",
}


def known(names: Iterable[str], items: Iterable[Item] = ()) -> None:
    """Raises UnknownName for one of `names` that is no kind, nor that of one of `items`."""
    missing = set(names) - {item.kind for item in items}
    for name in sorted(missing):
        if name not in kinds:
            raise UnknownName(kinds.what, name, kinds.names(), plugins=True)


def kind_of(item: Item) -> Kind:
    """The kind of `item`, or one that asks alike where its plug-in cannot be used.

    Raises UnknownName when no kind has its name, and it has no `interaction` either.
    """
    try:
        return kinds.get(item.kind)
    except (UnknownName, BrokenPlugin):
        if item.interaction is None:
            raise
        return kinds.get(_stand_in(item))


def _stand_in(item: Item) -> str:
    if item.interaction == "choice":
        return "choice" if len(item.key) == 1 else "multiple_response"
    return STAND_INS[item.interaction or "extended_text"]


def interaction(item: Item) -> Interaction:
    """How one answers `item`.

    An item whose kind's plug-in is not installed, or fails, is asked as its `interaction`
    says. Raises UnknownName when no kind has its name, UnfitItem when its fields do not fit
    its kind.
    """
    try:
        return _lowered(item.kind, item)
    except BrokenPlugin as error:
        if item.interaction is None:
            raise UnfitItem(item.id, item.kind, f"{error.where}: {error.why}") from error
    except UnknownName:
        if item.interaction is None:
            raise
    return stood_in(item)


def stood_in(item: Item) -> Interaction:
    """How one answers `item` where its plug-in is missing: as its `interaction` says."""
    return _lowered(_stand_in(item), item)


def _lowered(name: str, item: Item) -> Interaction:
    """The item's interaction as the kind `name` gives it; a plug-in that fails is broken."""
    kind = kinds.get(name)
    if kinds.own(name):
        return _asked(kind, name, item)
    with kinds.guarded(name, UnfitItem):
        how = _asked(kind, name, item)
    if not isinstance(how, Choice | TextEntry | ExtendedText | Order | Match):
        raise kinds.fault(name, f"{how!r} is no interaction")
    return how


def _asked(kind: Kind, name: str, item: Item) -> Interaction:
    """Raises UnfitItem."""
    try:
        return kind.interaction(item)
    except ValueError as error:
        raise UnfitItem(item.id, name, str(error).splitlines()[0]) from error


def portable(item: Item) -> Item:
    """The item, with the name of its interaction where it is of a plug-in's kind.

    Raises UnknownName and UnfitItem.
    """
    if kinds.own(item.kind):
        return item
    return item.model_copy(update={"interaction": interaction(item).type})


def make(name: str, fact: Fact, distractors: Distractors) -> Item | None:
    """An item of the kind `name` that asks for the fact, or None where the kind does not fit.

    Raises BrokenPlugin where a plug-in fails, or makes what is no item of its kind that
    quotes the fact's evidence.
    """
    kind = kinds.get(name)
    with kinds.guarded(name):
        item = kind.make(fact, distractors)
    if item is None or kinds.own(name):
        return item
    if not isinstance(item, Item) or item.kind != name:
        raise kinds.fault(name, f"it made {item!r:.60}, which is no item of its kind")
    if not item.evidence or not set(item.evidence) <= set(fact.evidence):
        raise kinds.fault(name, "it made an item that does not quote its fact's evidence")
    try:
        return portable(item)
    except UnfitItem as error:
        raise kinds.fault(name, f"it made an item that does not fit it: {error.why}") from error
