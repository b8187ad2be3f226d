"""One file per kind of item: how it is made from a fact, and how one answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizlib.errors import UnfitItem
from quizlib.items._natural import natural_order
from quizlib.registry import Registry

if TYPE_CHECKING:
    from quizlib.distractors import Distractors
    from quizlib.model import Fact, Interaction, Item


__all__ = ["Kind", "interaction", "kinds", "natural_order"]


class Kind(Protocol):
    """One kind of item."""

    summary: str  # one line for `quizlib formats` and the docs
    instruction: str  # what the learner is told to do, e.g. "Choose one."

    def make(self, fact: Fact, distractors: Distractors) -> Item | None:
        """An item of this kind that asks for the fact, or None where it does not fit."""
        ...

    def interaction(self, item: Item) -> Interaction:
        """How one answers an item of this kind."""
        ...


kinds: Registry[Kind] = Registry("kind", __name__, "kind", Kind)


def interaction(item: Item) -> Interaction:
    """How one answers `item`.

    Raises UnknownName when no kind has its name, UnfitItem when its fields do not fit
    its kind.
    """
    try:
        return kinds.get(item.kind).interaction(item)
    except ValueError as error:
        raise UnfitItem(item.id, item.kind, str(error).splitlines()[0]) from error
