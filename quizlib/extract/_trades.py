"""The trade whose words a list of terms explains, where the title of the page does not tell it.

"Grain" is a word of bookbinders as of farmers. A page called "Words you'll hear at the bench"
says whose words they are above its list; that sentence is shown with every question.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.language.context import LONGEST_OCCASION
from quizlib.language.text import FUNCTION_WORDS, straight, words
from quizlib.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.extract._run_in import Entry
    from quizlib.model import Document

#: So much of a page that lists a trade's words is that list; at the end of an article, the list
#: is of the article's words.
MOST = 0.5
#: Letters: "bookbinding" is about books.
_STEM = 4
#: Entries that have a word before it counts as the trade's.
_OFTEN = 3
#: Blocks above the list that may say whose words it explains.
_ABOVE = 3
_ENDS = re.compile(r"(?<=[.!?:])\s+(?=[A-Z])")
_FEWEST = 3  # words
_TO_READER = re.compile(r"[?!:]$|\b(?:I|we|our|this|these|those|they|them|it)\b", re.IGNORECASE)


def trade(document: Document, entries: Sequence[Entry]) -> str:
    """The sentence above a list of terms that tells whose they are; "" where none need do so."""
    often = _words_of_trade([f"{one.term} {one.meaning} {one.rest}" for one in entries])
    listed = sum(len(entry.evidence.quote) + len(entry.rest) for entry in entries)
    if not often or listed < MOST * len(document.text):
        return ""
    if often & _stems(f"{document.title} {document.publisher}"):
        return ""
    start = min(entry.evidence.start for entry in entries)
    return next((said for said in _above(document, start) if often & _stems(said)), "")


def _words_of_trade(entries: Sequence[str]) -> set[str]:
    """The stems of words that many of the entries have."""
    told = [_stems(entry) for entry in entries]
    return {stem for stem in set().union(*told) if sum(stem in one for one in told) >= _OFTEN}


def _stems(text: str) -> set[str]:
    told = [word.casefold() for word in words(straight(text)) if len(word) >= _STEM]
    return {word[:_STEM] for word in told if word not in FUNCTION_WORDS}


def _above(document: Document, start: int) -> Iterator[str]:
    """The short sentences above the list that do not point to it, or speak to the reader."""
    above = [block for block in document.blocks if block.end <= start]
    for block in above[:_ABOVE]:
        if block.kind is BlockKind.PARAGRAPH:
            for said in _ENDS.split(block.text):
                whole = _FEWEST <= len(said.split()) <= LONGEST_OCCASION
                if whole and not _TO_READER.search(said):
                    yield said
