"""What every kind shares when it turns a fact into an item."""

from __future__ import annotations

from typing import Any

from quizlib.files import digest
from quizlib.language.brackets import ways
from quizlib.language.names import other_names
from quizlib.model import Fact, Item


def draft(kind: str, fact: Fact, stem: str, key: tuple[str, ...], **fields: Any) -> Item:
    """An item of `kind` for `fact`; its id is provisional until the bank gives one."""
    quoted = " ".join(quote.words for quote in fact.evidence)
    fields.setdefault("explanation", fact.statement or quoted)
    origin = fact.fingerprint
    fields.setdefault("id", _id(kind, origin))
    return Item(
        kind=kind,
        stem=stem,
        key=key,
        context=fact.context,
        evidence=fact.evidence,
        tags=tuple(dict.fromkeys((fact.method, *filter(None, [fact.section])))),
        origin=origin,
        **fields,
    )


def first_id(kind: str, fact: Fact) -> str:
    """The id of an item of `kind` for `fact`, as long as no bank gives another one."""
    return _id(kind, fact.fingerprint)


def _id(kind: str, origin: str) -> str:
    return digest("item-1", kind, origin, size=6)


def accepted(fact: Fact) -> tuple[str, ...]:
    """The answer with its accepted variants, the answer first; none of them twice."""
    told = (fact.answer, *fact.accepted)
    more = (name for way in told for name in (*other_names(way), *ways(way)))
    return tuple(dict.fromkeys((*told, *more)))
