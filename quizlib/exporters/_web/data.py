"""The items as the page's scripts take them.

What is asked is plain; what is right is kept apart from it and obscured, so that nobody reads
an answer by looking at the page's source. It is no secret: the page itself can read it.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections import Counter
from typing import TYPE_CHECKING, assert_never

from quizlib.exporters._view import clean, place
from quizlib.exporters._web.formulas import formulas
from quizlib.exporters._worksheet.mathematics import FORMULA
from quizlib.extract import methods
from quizlib.model import GAP, Bank, BankName, Choice, ExtendedText, Match, Order, TextEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quizlib.exporters._view import Shown


#: How a build finds the entries of a glossary, and the topic that these are of.
GLOSSARY, TERMS = "glossary", "Terms"
#: By what bytes are changed, place after place, over and over; as in scripts/items.js.
_MASK = bytes((place * 7 + 91) & 255 for place in range(256))


def data(bank: Bank, shown: Sequence[Shown], modes: Sequence[str]) -> dict[str, object]:
    """Everything that the page knows of `bank`, in a form that JSON can hold.

    `modes` are offered to the learner, the usual one first.
    """
    facts = _facts(shown)
    topics = topics_of(shown)
    counts = Counter(topic for each in topics for topic in each)
    places = {topic: place for place, topic in enumerate(counts)}
    chosen = [[places[topic] for topic in each] for each in topics]
    drawn = formulas(shown)
    return {
        "id": BankName.of(bank).id,
        "title": title(bank),
        "language": bank.language,
        "gap": GAP,
        "modes": modes,
        "sources": _named(shown, title(bank)),
        "topics": list(counts.items()),
        "items": [_asked(*each) for each in zip(shown, facts, chosen, strict=True)],
        "keys": obscured(json.dumps([_key(item) for item in shown], ensure_ascii=False)),
        "formulas": obscured(json.dumps(drawn, ensure_ascii=False)) if drawn else "",
        "formula": FORMULA.pattern,
    }


def _named(shown: Sequence[Shown], headline: str) -> list[str]:
    """The documents, each once; none where the page's title says it already."""
    lines = list(dict.fromkeys(line for item in shown for line in _sources(item) if line))
    return lines if lines != [headline] else []


def _sources(item: Shown) -> list[str]:
    """Each of its documents by itself; what an item without quotes says of its source."""
    return [quote.source_line for quote in item.quotes] or [item.source_line]


def title(bank: Bank) -> str:
    """The bank's title as the page shows it."""
    return clean(bank.title).strip() or "Questions"


def obscured(text: str) -> str:
    """`text`, unreadable at a glance: its bytes, each changed by its place, in Base64."""
    plain = text.encode()
    mask = (_MASK * (len(plain) // len(_MASK) + 1))[: len(plain)]
    changed = int.from_bytes(plain) ^ int.from_bytes(mask)
    return b64encode(changed.to_bytes(len(plain))).decode()


def _facts(shown: Iterable[Shown]) -> list[int]:
    """A number for each item; items that rest on one quote share theirs."""
    known: dict[object, int] = {}
    return [known.setdefault(item.quotes[:1] or item.id, len(known)) for item in shown]


def topics_of(shown: Sequence[Shown]) -> list[list[str]]:
    """For each item what a learner may choose it by: where it is from, and its own tags.

    Where it is from is the document's title or, among items of one document, the heading; the
    entries of a glossary have none. The tag for how a build found it tells a learner nothing.
    """
    several = len({quote.title for item in shown for quote in item.quotes}) > 1
    return [_of_item(item, titled=several) for item in shown]


def _of_item(item: Shown, *, titled: bool) -> list[str]:
    found = bool(item.quotes) and item.tags[:1] and item.tags[0] in methods
    listed = found and item.tags[0] == GLOSSARY
    heading = item.section or (TERMS if listed else "")
    titles = [quote.title for quote in item.quotes] if titled else [heading]
    own = item.tags[2 if item.section else 1 :] if found else item.tags
    return [topic for topic in dict.fromkeys((*titles, *own)) if topic]


def _asked(item: Shown, fact: int, topics: Sequence[int]) -> dict[str, object]:
    """What the learner may know before answering; `topics` are places in the page's list."""
    told = {
        "id": item.id,
        "revision": item.revision,
        "type": item.interaction.type,
        "source": item.source_line,
        "context": item.context,
        "stem": item.stem,
        "ask": item.instruction,
        "topics": topics,
        "fact": fact,
    }
    match item.interaction:
        case Choice(multiple=multiple, shuffle=shuffle):
            told |= {"options": item.options, "multiple": multiple, "fixed": not shuffle}
        case Order():
            told |= {"options": item.options}
        case Match(left=left):
            told |= {"options": item.options, "left": left}
        case TextEntry() | ExtendedText():
            pass
        case _:
            assert_never(item.interaction)
    return {name: value for name, value in told.items() if value != "" and value is not False}


def _key(item: Shown) -> dict[str, object]:
    """What is right, and why."""
    told: dict[str, object] = {
        "explanation": item.remark,
        "quotes": [(quote.words, place(item, quote)) for quote in item.telling],
    }
    match item.interaction:
        case Choice() | Order() | Match():
            told["right"] = item.right
        case TextEntry(accepted=accepted):
            told["accepted"] = accepted
        case ExtendedText(model_answer=answer):
            told["model"] = answer
        case _:
            assert_never(item.interaction)
    return told
