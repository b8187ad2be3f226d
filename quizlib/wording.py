"""Numbers with their nouns, as summaries and screens tell them."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """`number` with its noun, whose plural ends in "s": "1 item", "2 items"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
