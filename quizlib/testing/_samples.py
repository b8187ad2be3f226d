"""A document, facts and banks to try things out on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from quizlib.files import digest
from quizlib.model import (
    AnswerType,
    Bank,
    Block,
    BlockKind,
    Document,
    DocumentRecord,
    Evidence,
    Fact,
    Item,
    Maker,
)

#: Text that breaks what is written carelessly: markup, formulas, escapes, scripts.
HOSTILE = (
    "<script>alert(1)</script>",
    "a < b & c > d \"e\" 'f'",
    '=HYPERLINK("http://x","y")',
    "+1-1|cmd",
    "\x1b[31mred\x1b[0m\x07",
    "{{c1::gap}} {{field}} }}",
    "{% raw %}{{ 7*7 }}",
    "line one\nline two\ttab",
    "\u202eright to left\u202c",
    "שלום עולם",
    "漢字かな 한국어",
    "👩‍👩‍👧 e\u0301",
    "]]> --> \\ ~ = # { } : %50%",
    "\ufeffmark\u200bzero",
)

_SENTENCES = (
    "The harbour council abolished the salt tax in 1804.",
    "Norway bought the salt from Spain.",
    "A pan house is a shed in which sea water is boiled down to salt.",
    "The council sold salt, rope and tar.",
    "The tax was abolished because smuggling had made it worthless.",
)
_TEXT = "\n\n".join(_SENTENCES)
_STARTS = tuple(_TEXT.index(sentence) for sentence in _SENTENCES)

DOCUMENT = Document(
    id="salt-tax",
    title="The Salt Tax",
    name="salt-tax.txt",
    format="text",
    text=_TEXT,
    blocks=tuple(
        Block(kind=BlockKind.PARAGRAPH, text=sentence, start=start, end=start + len(sentence))
        for sentence, start in zip(_SENTENCES, _STARTS, strict=True)
    ),
    digest=digest("sample", _TEXT),
    date=dt.date(2019, 5, 3),
    publisher="Harbour Gazette",
)

_QUOTES = tuple(DOCUMENT.evidence(block) for block in DOCUMENT.blocks)


#: What `DOCUMENT` mentions, of which wrong options can be made.
NAMES = {DOCUMENT.id: {AnswerType.COUNTRY: ["Norway", "Spain", "China", "Denmark"]}}


def _fact(quote: int, question: str, answer: str, sort: AnswerType, **fields: Any) -> Fact:
    statement = _SENTENCES[quote]
    values = {
        "method": "sample",
        "form": "sample",
        "question": question,
        "answer": answer,
        "answer_type": sort,
        "evidence": (_QUOTES[quote],),
        "statement": statement,
        "answer_at": statement.find(answer) if answer else -1,
        **fields,
    }
    return Fact.model_validate(values)


_GOODS = ("salt", "rope", "tar")
_USES = tuple(zip(_GOODS, ("keeps fish", "moors ships", "seals hulls"), strict=True))
_SHED = "a shed in which sea water is boiled down to salt"
_TERM, _LIST = AnswerType.TERM, AnswerType.LIST

#: Facts of `DOCUMENT`: an answer of every sort that the kinds tell apart.
FACTS = (
    _fact(0, "Who abolished the salt tax?", "The harbour council", AnswerType.ORGANISATION),
    _fact(0, "When did the council abolish the salt tax?", "1804", AnswerType.DATE),
    _fact(1, "Which country bought the salt?", "Norway", AnswerType.COUNTRY),
    _fact(
        1,
        "Which countries traded?",
        "Norway and Spain",
        AnswerType.COUNTRY,
        members=("Norway", "Spain"),
    ),
    _fact(2, "What is a pan house?", _SHED, AnswerType.TEXT, form="definition"),
    _fact(2, "What is a shed for boiling sea water called?", "pan house", _TERM, form="term"),
    _fact(3, "What did the council sell?", "salt, rope and tar", _LIST, members=_GOODS),
    _fact(
        3, "In what order is it named?", "salt, rope, tar", _LIST, members=_GOODS, form="sequence"
    ),
    _fact(3, "Match each with its use.", "", _LIST, pairs=_USES, form="match"),
    _fact(
        4,
        "Why was the tax abolished?",
        "because smuggling had made it worthless",
        AnswerType.REASON,
    ),
)


def bank_of(items: tuple[Item, ...]) -> Bank:
    """A bank of `items`, which quote `DOCUMENT`."""
    return Bank(
        title="Salt",
        generator=Maker(name="quizlib.testing", version="1"),
        documents=(DocumentRecord.of(DOCUMENT),),
        items=items,
    )


def _item(number: int, kind: str, stem: str, *key: str, **fields: Any) -> Item:
    """An item with a quote of its own, so that none gives another away."""
    quote = Evidence(
        document=DOCUMENT.id, quote="told", start=number * 10, end=number * 10 + 4, line=1
    )
    return Item(id=f"{kind}-{number}", kind=kind, stem=stem, key=key, evidence=(quote,), **fields)


#: An item of every interaction.
BANK = bank_of(
    (
        _item(1, "flashcard", "Why was the salt tax abolished?", "because of smuggling"),
        _item(2, "choice", "When did it end?", "1804", distractors=("1794", "1814")),
        _item(3, "short_answer", "Who abolished it?", "the harbour council", "council"),
        _item(4, "cloze", "Each barrel took ______ of salt.", "thirty kilograms", "30 kg"),
        _item(5, "true_false", "Norway sold the salt.", "False"),
        _item(6, "multiple_response", "What was sold?", *_GOODS, distractors=("coal", "herring")),
        _item(7, "ordering", "Put the steps in order.", "boil", "fill", "pay"),
        _item(8, "matching", "Match them.", "keeps", "moors", "seals", prompts=_GOODS),
    )
)


def _hostile(number: int, bad: str) -> Item:
    return _item(
        100 + number,
        "short_answer",
        f"{bad} stem",
        f"{bad} key",
        context=f"{bad} context",
        explanation=f"{bad} explanation",
        tags=(f"{bad} tag",),
    )


#: A bank whose every text is hostile.
HOSTILE_BANK = bank_of(tuple(_hostile(number, bad) for number, bad in enumerate(HOSTILE)))
