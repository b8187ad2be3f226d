"""One file per method: an analysed document -> facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from quizlib.extract._silence import Silent, silences
from quizlib.extract._surnames import by_surname
from quizlib.model import Fact
from quizlib.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.language import Analysis


__all__ = ["Method", "Silent", "by_surname", "extracted", "methods", "silences"]


class Method(Protocol):
    """Finds one sort of fact in a document."""

    @property
    def summary(self) -> str:
        """One line for `quizlib formats` and the docs."""
        ...

    def extract(self, analysis: Analysis) -> Iterable[Fact]:
        """The facts of this sort, in the order of the document."""
        ...


methods: Registry[Method] = Registry("extraction method", __name__, "method", Method)


def extracted(name: str, analysis: Analysis) -> list[Fact]:
    """What the method `name` finds in a document.

    Raises BrokenPlugin where a plug-in fails, or finds what its document does not say.
    """
    method = methods.get(name)
    with methods.guarded(name):
        found = list(method.extract(analysis))
        if not methods.own(name) and (why := _ungrounded(name, found, analysis)):
            raise methods.fault(name, why)
    return found


def _ungrounded(name: str, found: list[Fact], analysis: Analysis) -> str:
    """Why one of a plug-in's facts cannot be trusted, "" where all can."""
    text = analysis.document.text
    for fact in found:
        if not isinstance(fact, Fact) or fact.method != name:
            return f"it found {fact!r:.60}, which is no fact of its own"
        if not fact.evidence or any(text[q.start : q.end] != q.quote for q in fact.evidence):
            return f"its answer {fact.answer!r:.60} is not proven by a quote of the document"
    return ""
