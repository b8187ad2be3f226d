"""Formulas as the page's scripts draw them: MathML's elements as lists, no markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.exporters._worksheet.mathematics import FORMULA, Node, formula

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.exporters._view import Shown


def formulas(shown: Iterable[Shown]) -> dict[str, object]:
    """What is between dollar signs in the items' texts, as [element, its text or its children]."""
    found = {
        each[2]: formula(each[2])
        for item in shown
        for text in _texts(item)
        if "$" in text
        for each in FORMULA.finditer(text)
    }
    return {tex: _drawn(node) for tex, node in found.items() if node}


def _texts(item: Shown) -> Iterable[str]:
    yield from (item.context, item.stem, item.remark)
    yield from (*item.options, *item.key, *item.accepted)
    yield from getattr(item.interaction, "left", ())
    yield from (quote.words for quote in item.quotes)


def _drawn(node: Node) -> list[object]:
    return [node.tag, [_drawn(child) for child in node.children] if node.children else node.text]
