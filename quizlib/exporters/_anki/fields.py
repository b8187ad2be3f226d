"""An item as the fields and tags of a note: HTML that holds text and nothing live."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from quizlib.exporters._anki.note_types import CLOZE, FIELDS, note_type
from quizlib.exporters._anki.original import PLACE, seen
from quizlib.model import GAP, Choice, ExtendedText, Match, Order, TextEntry
from quizlib.model.item import GONE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.exporters._anki.original import Packing
    from quizlib.exporters._view import Shown

#: What is filled elsewhere or not at all: the last fields.
_BLANK = [""] * len(FIELDS[FIELDS.index("Id") + 1 :])
#: The same of a note with a second card.
_SECOND = ["1" if name == "Reversed" else "" for name in FIELDS[FIELDS.index("Id") + 1 :]]
#: What is live in HTML, and what Anki reads beyond it: {{c1::…}}, [sound:…], [latex], [$].
#: The ampersand comes first: it is in what the others become.
_LIVE = {c: f"&#{ord(c)};" for c in "&<>\"'{}[]"} | {"\n": "<br>"}
#: On notes whose items are not asked any more: `tag:quizlib::retired` finds them.
RETIRED = "quizlib::retired"


def written(item: Shown, packing: Packing) -> tuple[list[str], tuple[str, ...]]:
    """Fields and tags of the note of `item`."""
    values, labels = fields(item), tags(item)
    values[PLACE] = packing.packed(item.original, seen(values, labels))
    return values, labels


def fields(item: Shown, *, second: bool = False) -> list[str]:
    """The note's fields, in the order of `FIELDS`, without the item itself.

    With `second` it gets a second card.
    """
    several = isinstance(item.interaction, Choice) and item.interaction.multiple
    return [
        stem(item),
        _key(item),
        markup(", ".join(item.accepted)) if item.accepted else "",
        _options(item),
        " ".join([str(place + 1) for place in item.right]) if item.right else "",
        "1" if several else "",
        _repeated(item.instruction),
        markup(item.context),
        markup(item.explanation),
        _quotes(item),
        _repeated(item.source_line),
        markup(item.id),
        *(_SECOND if second else _BLANK),
    ]


def markup(text: str) -> str:
    """`text` as HTML that shows just it, also to Anki's own marks."""
    # Spelled out: most texts have none of them, and a loop takes twice as long to see that.
    if (
        "&" in text
        or "<" in text
        or ">" in text
        or '"' in text
        or "'" in text
        or "{" in text
        or "}" in text
        or "[" in text
        or "]" in text
        or "\n" in text
    ):
        for mark, dead in _LIVE.items():
            text = text.replace(mark, dead)
    return text


@lru_cache(maxsize=1024)
def _repeated(text: str) -> str:
    """`markup` of what many notes have in common."""
    return markup(text)


def tags(item: Shown) -> tuple[str, ...]:
    """The note's tags: kind, sources and section below one root, and the item's own."""
    titles = tuple([quote.title for quote in item.quotes])
    named = _tags(item.kind, titles, item.section, item.tags)
    gone = item.status in GONE and RETIRED not in named
    return (*named, RETIRED) if gone else named


@lru_cache(maxsize=4096)
def _tags(
    kind: str, titles: tuple[str, ...], section: str, own: tuple[str, ...]
) -> tuple[str, ...]:
    """The tags, which many items have in common."""
    named = [f"quizlib::kind::{tag(kind)}"]
    named += [f"quizlib::source::{tag(title)}" for title in titles]
    if section:  # behind the method that found the item
        named += [f"quizlib::method::{tag(own[0])}", f"quizlib::section::{tag(section)}"]
        own = own[2:]
    return tuple(dict.fromkeys([*named, *filter(None, map(tag, own))]))


@lru_cache(maxsize=1024)
def tag(text: str) -> str:
    """`text` as one tag on one level: no white space, which would split it, and no quotes."""
    joined = "_".join(text.replace('"', "").split())
    return re.sub(":+", ":", joined).strip(":")


def stem(item: Shown) -> str:
    """The stem as HTML, its gap filled as a cloze where the note type is one."""
    if note_type(item) is not CLOZE:
        return markup(item.stem)
    # A double colon inside a cloze begins its hint.
    key = _key(item).replace(":", "&#58;")
    return markup(item.stem).replace(GAP, f"{{{{c1::{key}}}}}")


def _key(item: Shown) -> str:
    match item.interaction:
        case ExtendedText():
            return markup(item.key[0])
        case TextEntry():
            return markup(" ".join(item.key[0].split()))  # typed on one line
        case Order():
            return entries("ol", item.key)
        case Match():
            return entries("ul", item.key)
        case Choice():
            return markup(item.key[0]) if len(item.key) == 1 else entries("ul", item.key)
        case _:
            assert_never(item.interaction)


def _options(item: Shown) -> str:
    match item.interaction:
        case ExtendedText() | TextEntry():
            return ""
        case Order():
            return entries("ol", item.options, "letters shuffle")
        case Match(left=left):
            return entries("ol", left) + entries("ol", item.options, "letters shuffle")
        case Choice(shuffle=shuffle):
            return entries("ol", item.options, "shuffle" if shuffle else "")
        case _:
            assert_never(item.interaction)


def entries(kind: str, texts: Iterable[str], names: str = "") -> str:
    """A list of HTML, "ol" or "ul", with the class `names`."""
    rows = "".join(f'<li dir="auto">{markup(entry)}</li>' for entry in texts)
    opening = f'<{kind} class="{names}">' if names else f"<{kind}>"
    return f"{opening}{rows}</{kind}>"


def _quotes(item: Shown) -> str:
    """The quotes, each with its document's title where there are several documents."""
    several = len(item.quotes) > 1 and len({quote.document for quote in item.quotes}) > 1
    if not several:
        return "".join([f'<p dir="auto">“{_repeated(q.words)}”</p>' for q in item.quotes])
    cited = [f"“{_repeated(q.words)}” ({markup(q.title)})" for q in item.quotes]
    return "".join([f'<p dir="auto">{each}</p>' for each in cited])
