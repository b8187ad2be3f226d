"""Which items the page asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import EmptyBank, InvalidOption, UnknownName
from quizlib.exporters._together import together
from quizlib.exporters._view import show
from quizlib.exporters._web.data import topics_of
from quizlib.items import known
from quizlib.learning.selection import select

if TYPE_CHECKING:
    from quizlib.exporters.web import WebOptions
    from quizlib.model import Bank, Item, Problem


def choose(bank: Bank, options: WebOptions) -> tuple[Bank, list[Problem]]:
    """`bank` with the items that go on the page, and what was left out of a test.

    In a test no question gives another away, since one can go back. `count` are spread over
    documents and kinds. Raises EmptyBank, and InvalidOption for an unknown kind or topic.
    """
    items = _wished(bank, options)
    problems: list[Problem] = []
    if options.fixed:
        items, problems = together(items, options.count, options.seed)
    elif options.count is not None:
        items = select(items, options.count, options.seed)
    ids = {item.id for item in items}
    kept = tuple(item for item in bank.live if item.id in ids)
    return bank.model_copy(update={"items": kept}), problems


def _wished(bank: Bank, options: WebOptions) -> list[Item]:
    try:
        known(options.kind, bank.items)
    except UnknownName as error:
        raise InvalidOption("web", "kind", str(error)) from error
    items = [item for item in bank.live if not options.kind or item.kind in options.kind]
    if options.topic:
        items = _about(bank, options.topic, items)
    if not items:
        raise EmptyBank(bank.title, "no item of the kind and topic wished for")
    return items


def _about(bank: Bank, topic: str, items: list[Item]) -> list[Item]:
    """Those of `items` that the page of the whole bank offers under this topic."""
    shown, _ = show(bank)
    topics = topics_of(shown)
    names = {name.casefold(): name for each in topics for name in each}
    name = names.get(topic.casefold())
    if name is None:
        raise InvalidOption("web", "topic", str(UnknownName("topic", topic, names.values())))
    ids = {one.original.id for one, each in zip(shown, topics, strict=True) if name in each}
    return [item for item in items if item.id in ids]
