"""What must hold of every extraction method."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from quizlib.extract import extracted, methods
from quizlib.readers import made
from quizlib.testing._holding import hold, hold_line
from quizlib.testing._samples import HOSTILE

if TYPE_CHECKING:
    from quizlib.model import Fact

#: Texts that are no good prose.
_ODD = (
    *HOSTILE,
    "In the the end,,, nothing of of it.",
    "WHO? What! 1804 1805 1806.",
    "A",
    "¿Qué? If if because because in order to by being.",
)


def assert_method(name: str, *texts: str) -> list[Fact]:
    """The facts that the method finds in `texts`, which are Markdown and hold some.

    Each is proven by a quote of its document, and found every time; odd texts break nothing.
    """
    hold_line(methods.get(name).summary, "the summary")
    _facts(name, "\n\n".join(_ODD))
    found = [fact for text in texts for fact in _facts(name, text)]
    hold(found, "it finds nothing in the texts")
    return found


def _facts(name: str, text: str) -> list[Fact]:
    from quizlib.language import analyse

    data = text.encode()
    document = made("markdown", data, f"{hashlib.sha256(data).hexdigest()[:8]}.md")
    [analysis] = analyse([document])
    found = extracted(name, analysis)
    hold(found == extracted(name, analysis), "it does not find the same twice")
    for fact in found:
        _hold_fact(fact, document.text)
    return found


def _hold_fact(fact: Fact, text: str) -> None:
    hold(fact.answer or fact.pairs, f"a fact has no answer: {fact.question!r}")
    asks = fact.question.endswith(("?", "."))
    hold(asks or fact.answer_at >= 0, f"a fact neither asks nor states: {fact.question!r}")
    for quote in fact.evidence:
        hold(text[quote.start : quote.end] == quote.quote, f"no quote: {quote.quote!r}")
    if fact.answer_at >= 0:
        said = fact.statement[fact.answer_at : fact.answer_at + len(fact.answer)]
        hold(said.casefold() == fact.answer.casefold(), f"{fact.answer!r} is not at answer_at")
