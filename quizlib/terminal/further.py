"""What "?" tells of an answered item, beyond what stands with the verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.items import interaction
from quizlib.model import BlockKind, TextEntry
from quizlib.terminal.pages import indent
from quizlib.terminal.text import TIE, folded
from quizlib.terminal.verdict import LONGEST_QUOTE

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizlib.model import Bank, Document, Evidence, Item
    from quizlib.terminal.terminal import Terminal

    #: The document with an id, where it is at hand.
    Find = Callable[[str], Document | None]


def further(bank: Bank, item: Item, document: Find) -> list[str]:
    """Other answers that count, and the quotes among the words around them, with their places.

    Nothing where that is but what the verdict says.
    """
    several = len(item.sources) > 1
    told = [_placed(bank, evidence, document, several=several) for evidence in item.evidence]
    return [line for line in (_others(item), *told) if line]


def explain(terminal: Terminal, told: list[str]) -> None:
    """Show what `further` found."""
    for line in told:
        terminal.say(line, indent=indent(terminal))


def _others(item: Item) -> str:
    """The answers that count too."""
    how = interaction(item)
    others = how.accepted[1:] if isinstance(how, TextEntry) else ()
    return f"Right too: {' / '.join(map(folded, others))}" if others else ""


def _placed(bank: Bank, evidence: Evidence, document: Find, *, several: bool) -> str:
    """The quote with what stands around it, its heading and its place."""
    from quizlib.review import passage

    source = document(evidence.document)
    found = passage(evidence, source)
    heading = _heading(source, evidence)
    cut = len(evidence.words.split()) > LONGEST_QUOTE
    if not (found.before or found.after or heading or cut or several):
        return ""
    record = bank.document(evidence.document)
    name = record.name if record else evidence.document
    credit = record.source_line if record and several else ""
    under = f"under “{heading}”" if heading else ""
    place = ", ".join(part for part in (credit, name, f"line{TIE}{evidence.line}", under) if part)
    if not (found.before or found.after or cut or several):  # the verdict has quoted it whole
        return f"{place}."
    around = (found.before, f"“{found.quote}”", found.after)
    return f"{' '.join(part for part in around if part)} ({place})"


def _heading(document: Document | None, evidence: Evidence) -> str:
    """The heading that the quote stands under, but for the title of it all."""
    heading = ""
    for block in document.blocks if document else ():
        if block.start > evidence.start:
            break
        if block.kind is BlockKind.HEADING:
            heading = folded(block.text)
    return "" if document and heading == folded(document.title) else heading
