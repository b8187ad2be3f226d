"""Evidence: the quote that proves a key, with its place in the document."""

from __future__ import annotations

from quizlib.model.base import Frozen


class Evidence(Frozen):
    """`quote` is `document.text[start:end]`, character for character.

    Attributes:
        document: The document's id.
        quote: The words as they stand in the document's original text.
        start: Where they start, in characters of that text.
        end: Where they end.
        line: Their line there, from 1.
        readable: The quote without the format's markup, only where that differs from the quote
            with its white space folded.

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
