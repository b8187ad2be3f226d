"""Formulas: TeX's mathematics as a small tree that both HTML and PDF are written from.

The tree has the elements of MathML Core's presentation markup and their texts, nothing
else: no attributes, so that no link or script of a hostile formula gets through.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from quizlib.model import Frozen

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

#: Elements, and how many children each must have (None: any number).
ELEMENTS: dict[str, int | None] = {
    "mrow": None,
    "mi": 0,
    "mn": 0,
    "mo": 0,
    "mtext": 0,
    "mspace": 0,
    "mfrac": 2,
    "msqrt": None,
    "mroot": 2,
    "msub": 2,
    "msup": 2,
    "msubsup": 3,
    "munder": 2,
    "mover": 2,
    "munderover": 3,
    "mtable": None,
    "mtr": None,
    "mtd": None,
}
#: Elements that only carry a look, which is left out.
BARE = {"math", "mstyle", "mpadded"}
#: The longest formula, in characters, and how deep it may nest.
LONGEST, DEEPEST = 500, 12

#: Dollar signs around a formula, by the rule of Pandoc's `tex_math_dollars`: no white
#: space inside them, no digit behind the last, so that prices stay prices.
FORMULA = re.compile(r"(?<![\\$])(\${1,2})(?=[^\s$])([^$\n]*?[^\s\\$])\1(?![\d$])")
#: A word of a sentence, which a formula would have in \text{…}.
_WORD = re.compile(r"(?:^|\s)[a-z]{2,}(?=\s|$)")
_QUOTED = re.compile(r"\\(?:text|mathrm|operatorname)\s*\{[^{}]*\}")


class Node(Frozen):
    """An element of MathML: its text, or its children."""

    tag: str
    text: str = ""
    children: tuple[Node, ...] = ()


def formula(tex: str) -> Node | None:
    """The formula that `tex` says; None where it says none, or one that is not known."""
    if len(tex) > LONGEST or _WORD.search(_QUOTED.sub("", tex)):
        return None
    from latex2mathml.converter import convert_to_element

    try:
        return _node(convert_to_element(tex), 0)
    except Exception:  # noqa: BLE001 - the converter raises many types; the text is shown as it is
        return None


def _node(element: Element, depth: int) -> Node:
    """Raises ValueError for what is no known formula."""
    tag = "mrow" if element.tag in BARE else str(element.tag)
    text = html.unescape(element.text or "")
    children = tuple(_fenced([_node(child, depth + 1) for child in element]))
    wanted = ELEMENTS.get(tag, -1)
    if depth > DEEPEST or "\\" in text or wanted not in (None, len(children)):
        raise ValueError(f"<{tag}>{text}")
    return Node(tag=tag, text=text, children=children)


def _fenced(nodes: Sequence[Node]) -> Iterator[Node]:
    """`nodes`, a table together with the brackets beside it, which grow with it."""
    place = 0
    while place < len(nodes):
        end = place + 1
        if nodes[place].tag == "mo" and end < len(nodes) and nodes[end].tag == "mtable":
            end += 2 if end + 1 < len(nodes) and nodes[end + 1].tag == "mo" else 1
            yield Node(tag="mrow", children=tuple(nodes[place:end]))
        else:
            yield nodes[place]
        place = end
