"""What decks are called in Anki."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.exporters._view import clean

if TYPE_CHECKING:
    from quizlib.exporters._view import Shown
    from quizlib.model import Bank


def level(title: str) -> str:
    """A title as one level of a deck's name, in which "::" would begin another."""
    folded = " ".join(clean(title).replace('"', "'").split())
    return re.sub("::+", ":", folded).strip(": ") or "quizlib"


def deck_name(bank: Bank, item: Shown) -> str:
    """The deck of `item`: the bank's, or below it that of the document of its first quote."""
    root = level(bank.title)
    if not item.quotes or level(item.quotes[0].title) == root:
        return root
    return f"{root}::{level(item.quotes[0].title)}"
