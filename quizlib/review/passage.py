"""A quote with the words around it, which show whether it is fairly quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.model import Frozen

if TYPE_CHECKING:
    from quizlib.model import Document, Evidence

#: Where one sentence ends and another begins, as far as marks and capitals tell.
_BOUNDARY = re.compile(r"[.!?][\"”’')]*(\s+)(?=[\"“‘'(]?[^\W_a-z])")


class Passage(Frozen):
    """A quote as a person reads it, with what stands before and after it."""

    before: str = ""
    quote: str
    after: str = ""


def passage(evidence: Evidence, document: Document | None) -> Passage:
    """The quote with the rest of its sentence, or with the sentences around it.

    Nothing stands around it without its document, or where its paragraph ends.
    """
    for block in document.blocks if document else ():
        at = block.text.find(evidence.words)
        if block.start <= evidence.start < block.end and at >= 0:
            before, after = block.text[:at], block.text[at + len(evidence.words) :]
            return Passage(before=_last(before), quote=evidence.words, after=_first(after))
    return Passage(quote=evidence.words)


def _last(text: str) -> str:
    """The last sentence of `text`, whole or not."""
    starts = [found.end() for found in _BOUNDARY.finditer(text.rstrip())]
    return text[starts[-1] if starts else 0 :].strip()


def _first(text: str) -> str:
    """The first sentence of `text`, whole or not."""
    found = _BOUNDARY.search(text)
    return (text[: found.start(1)] if found else text).strip()
