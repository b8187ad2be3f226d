"""One file per method: an analysed document -> facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizlib.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.language import Analysis
    from quizlib.model import Fact


class Method(Protocol):
    """Finds one sort of fact in a document."""

    summary: str  # one line for the docs

    def extract(self, analysis: Analysis) -> Iterable[Fact]:
        """The facts of this sort, in the order of the document."""
        ...


methods: Registry[Method] = Registry("extraction method", __name__, "method", Method)
