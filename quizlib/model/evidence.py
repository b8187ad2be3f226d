"""Evidence: the quote that proves a key, with its place in the document."""

from __future__ import annotations

from quizlib.model.base import Frozen


class Evidence(Frozen):
    """`quote` is `document.text[start:end]`, character for character.

    `start` and `end` count characters in the document's original text; `line`
    counts from 1. `readable` is the quote without the format's markup, given only
    where that differs from the quote with its white space folded.

    Examples:
        >>> import quizlib
        >>> [document] = quizlib.read("salt-works.md")
        >>> [evidence] = quizlib.load("salt.json").items[0].evidence
        >>> evidence.words, evidence.line
        ('1804', 4)
        >>> document.text[evidence.start : evidence.end] == evidence.quote
        True
    """

    document: str
    quote: str
    start: int
    end: int
    line: int
    readable: str | None = None

    @property
    def words(self) -> str:
        """The quote as a person reads it, on one line."""
        if self.readable is not None:
            return self.readable
        quote = self.quote
        folded = quote.isprintable() and "  " not in quote and quote == quote.strip()
        return quote if folded else " ".join(quote.split())
