"""Plain work on words: no model needed."""

from __future__ import annotations

import re

#: One character for one, so that offsets stay.
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "\u00a0": " "})

_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def straight(text: str) -> str:
    """`text` with straight quotes and plain spaces, of the same length."""
    return text.translate(_STRAIGHT)


def words(text: str) -> list[str]:
    """The words of `text`, without punctuation."""
    return _WORD.findall(text)


def bare(text: str) -> str:
    """`text` for comparing: straight, lower case, without article and outer punctuation."""
    outer = " .,;:!?\"'()"
    return _ARTICLE.sub("", straight(text).strip(outer)).strip(outer).casefold()


def capitalised(text: str) -> str:
    """`text` with its first letter in upper case."""
    return text[:1].upper() + text[1:]
