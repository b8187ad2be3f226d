"""Documents written for tests, and what the extraction methods make of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.extract import methods
from quizlib.language import Analysis, analyse
from quizlib.readers import readers

if TYPE_CHECKING:
    from quizlib.model import Document, Fact


def document(text: str, title: str = "The Salt Tax", name: str = "salt-tax.md") -> Document:
    """`text`, as Markdown, under `title`."""
    source = f"---\ntitle: {title}\n---\n\n{text}\n"
    return readers.get("markdown").read(source.encode(), name)


@lru_cache(maxsize=64)
def analysed(text: str, title: str = "The Salt Tax") -> Analysis:
    """The analysis of a document with this text."""
    return next(iter(analyse([document(text, title)])))


def facts(method: str, text: str, title: str = "The Salt Tax") -> list[Fact]:
    """What `method` finds in a document with this text."""
    return list(methods.get(method).extract(analysed(text, title)))


def asked(method: str, text: str, title: str = "The Salt Tax") -> list[str]:
    """Every fact that `method` finds, as "question = answer"."""
    return [f"{fact.question} = {fact.answer}" for fact in facts(method, text, title)]
