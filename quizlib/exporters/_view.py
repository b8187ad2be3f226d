"""The one view of a bank's items that every exporter writes from.

It knows interactions, never kinds: texts are clean, options stand in the order in
which they are shown, and the key is readable. An item that cannot be shown at all is
left out and named by a Problem.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, assert_never

from quizlib.errors import EmptyBank, UnfitItem, UnknownName
from quizlib.extract import methods
from quizlib.files import digest
from quizlib.grading import movable, unsolved
from quizlib.items import interaction, kind_of, natural_order
from quizlib.model import (
    Bank,
    Choice,
    Evidence,
    ExtendedText,
    Interaction,
    Item,
    Match,
    Order,
    Problem,
    ProblemCode,
    Severity,
    Status,
    TextEntry,
    remark,
    says_more,
)
from quizlib.model.item import GONE, LIVE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

#: Characters that no text format may hold: controls but tab and line feed, lone
#: surrogates, noncharacters (HTML Living Standard 13.2.3.5, XML 1.0 section 2.2).
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
#: The characters of ASCII that one can see, and the blank.
_PRINTABLE = bytes(range(0x20, 0x7F))
_WORDS = itemgetter("id", "stem", "context", "explanation")
_LISTS = itemgetter("key", "prompts", "distractors", "tags")
_TEXTS = ("stem", "key", "context", "prompts", "distractors", "explanation", "tags")


# Items come by the hundred thousand: named tuples, which are made in a quarter of the time
# that a frozen dataclass takes.
class Quote(NamedTuple):
    """Words that prove a key: from which document, and on which line of it."""

    words: str
    document: str
    title: str
    source_line: str
    line: int


class Shown(NamedTuple):
    """One item as exporters show it; its texts are clean (see `clean`).

    `options` is what there is to choose from, in the order shown: a choice's options,
    a match's right side, an order's entries, nothing where one writes. `right` holds
    indices into them: a choice's right ones, what each left belongs to (match), the
    entries in their order (order). `places[n]` is the index, in the interaction's own order,
    of the option shown at place n. `key` is for reading and runs along `right`: options,
    "left — right", entries; else it is the one text to be written. `accepted` is right
    besides the key. `original` is the item as the bank has it.
    """

    number: int  # from 1, in the order of the bank
    id: str
    kind: str
    revision: int
    status: Status
    source_line: str
    context: str
    instruction: str
    stem: str
    interaction: Interaction
    options: tuple[str, ...]
    right: tuple[int, ...]
    places: tuple[int, ...]
    key: tuple[str, ...]
    accepted: tuple[str, ...]
    distractors: tuple[str, ...]
    explanation: str
    quotes: tuple[Quote, ...]
    section: str  # the heading over what the item asks, "" where none is known
    tags: tuple[str, ...]
    original: Item

    @property
    def telling(self) -> tuple[Quote, ...]:
        """The quotes that say more than the key does; all where none does."""
        if len(self.quotes) < 2:
            return self.quotes
        key = " ".join(self.key).casefold()
        more = tuple(q for q in self.quotes if q.words.strip(" .").casefold() not in key)
        return more or self.quotes

    @property
    def remark(self) -> str:
        """The explanation, where it says more than the quotes do that are told."""
        more = says_more(self.explanation, [quote.words for quote in self.telling])
        return self.explanation if more else ""


def show(
    bank: Bank, form: str = "", *, downwards: bool = False
) -> tuple[list[Shown], list[Problem]]:
    """The live items of `bank` as exporters show them, and what there is to say of them.

    Each `form` shuffles the options in a way of its own. Options by time or size stand so
    everywhere, `downwards` from the last or largest.
    Raises EmptyBank when not one item can be shown.
    """
    problems: list[Problem] = []
    shown = list(showing(bank, problems, form, downwards=downwards))
    if not shown:
        raise EmptyBank(bank.title, "no item to export")
    return shown, problems


def showing(
    bank: Bank,
    problems: list[Problem],
    form: str = "",
    *,
    retired: bool = False,
    downwards: bool = False,
) -> Iterator[Shown]:
    """The same one by one, for targets that hold no more than one in memory.

    `problems` grows meanwhile. With `retired` those that are asked no more come behind the live
    ones.
    """
    view = _Showing(bank, form, downwards=downwards)
    live = (item for item in bank.items if item.status in LIVE)
    gone = (item for item in bank.items if retired and item.status in GONE)
    for raw in itertools.chain(live, gone):
        item = raw if _is_clean(_all_texts(raw)) else _cleaned(raw)
        asked = _asked(item)
        if isinstance(asked, Problem):
            problems.append(asked)
        else:
            if item is not raw:
                problems.extend(_changed(raw))
            yield view.shown(raw, item, asked)


def clean(text: str) -> str:
    """`text` in NFC, with line feeds as line ends and without forbidden characters."""
    if _is_clean(text):
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _FORBIDDEN.sub("", lines))


def _is_clean(text: str) -> bool:
    """Whether `text` is surely as `clean` leaves it; what is rare is not looked into."""
    if text.isascii():  # in half the time that `isprintable` takes
        return not text.encode().translate(None, _PRINTABLE)
    return text.isprintable() and unicodedata.is_normalized("NFC", text)


def _all_texts(item: Item) -> str:
    told = vars(item)
    return " ".join((*_WORDS(told), *itertools.chain.from_iterable(_LISTS(told))))


def _cleaned(item: Item) -> Item:
    texts = {}
    for name in _TEXTS:
        value: str | tuple[str, ...] = getattr(item, name)
        texts[name] = clean(value) if isinstance(value, str) else tuple(map(clean, value))
    return item.model_copy(update=texts)


def _asked(item: Item) -> Interaction | Problem:
    """How one answers the item, or why it cannot be shown."""
    if not (_visible(item.stem) and all(map(_visible, item.key))):
        return _left_out(item, "its stem or key has no character that can be seen")
    try:
        asked = interaction(item)
    except UnknownName as error:
        return _left_out(item, str(error))
    except UnfitItem as error:
        return _left_out(item, error.why)
    return asked


NOT_EXPORTED = ProblemCode(
    name="not-exported",
    severity=Severity.WARNING,
    message="left out: {why}",
    cause="The item is none that can be asked: its fields do not fit its kind, nobody offers the"
    " kind, or its text cannot be seen.",
    cure="Mend it with `quizlib review`; where the kind is a plug-in's, install the plug-in.",
    example={"where": "3f2a9c41d0b7", "why": "its stem or key has no character that can be seen"},
)
CONTROL_CHARACTERS = ProblemCode(
    name="control-characters",
    severity=Severity.NOTE,
    message="control characters left out",
    cause="A text of the item holds characters that are no text and harm other programs.",
    cure="Nothing; the bank keeps them. `quizlib review` mends the item.",
    example={"where": "3f2a9c41d0b7"},
)


def _left_out(item: Item, why: str) -> Problem:
    return NOT_EXPORTED.at(item.id, why=why)


def _changed(item: Item) -> Iterable[Problem]:
    """A note when the item is not shown with every character that it has."""
    texts = (item.stem, *item.key, item.context, *item.prompts, *item.distractors)
    if any(_FORBIDDEN.search(text.replace("\r", "")) for text in (*texts, item.explanation)):
        yield CONTROL_CHARACTERS.at(item.id)


def _visible(text: str) -> bool:
    return text[:1].isalnum() or any(c.isprintable() and not c.isspace() for c in text)


def place(item: Shown, quote: Quote) -> str:
    """Where a reader without the file finds the quote: the document of several, the heading.

    "" where neither tells anything: the lines of the file are not those of a page, the title
    stands on it anyway, and of several quotes only one stands below the item's heading.
    """
    if len({each.document for each in item.telling}) > 1:
        return quote.title
    return item.section if len(item.quotes) == 1 and item.section != quote.title else ""


def section_of(item: Item) -> str:
    """The heading over the item's fact: its second tag, behind the method that found it."""
    tags = item.tags
    return tags[1] if len(tags) > 1 and item.evidence and tags[0] in methods else ""


class _Showing:
    """Shows items in turn; what is said of the bank's documents is worked out once for all.

    Many fields of an item are read by `vars`: an attribute of a model takes twice as long.
    """

    def __init__(self, bank: Bank, form: str, *, downwards: bool) -> None:
        self._bank = bank
        self._downwards = downwards
        self._form = form
        self._numbers = itertools.count(1)
        self._documents = {
            each.id: (clean(each.title), clean(each.source_line))
            for each in reversed(bank.documents)
        }
        self._source_lines: dict[tuple[str, ...], str] = {}

    def shown(self, raw: Item, item: Item, asked: Interaction) -> Shown:
        """`item`, which is `raw` with clean texts."""
        told = vars(item)
        options, right, places = self._options(item, asked)
        key, accepted = _keys(asked, tuple([options[place] for place in right]))
        quotes = tuple([self._quote(each) for each in told["evidence"]])
        explanation = told["explanation"]
        # By place: by name it would take three times as long.
        return Shown(
            next(self._numbers),
            told["id"] if item is raw else clean(told["id"]),
            told["kind"],
            told["revision"],
            told["status"],
            self._source_line(item),
            told["context"],
            kind_of(item).instruction,
            told["stem"],
            asked,
            options,
            right,
            places,
            key,
            accepted,
            told["distractors"],
            explanation and remark(explanation, [each.words for each in quotes]),
            quotes,
            section_of(item),
            told["tags"],
            raw,
        )

    def _options(
        self, item: Item, asked: Interaction
    ) -> tuple[tuple[str, ...], tuple[int, ...], tuple[int, ...]]:
        """What there is to choose from as it is shown, what of it is right, and its places."""
        texts = movable(asked)
        if not texts:
            return (), (), ()
        salt = f"{self._form} {item.id}" if self._form else item.id
        order = _laid_out(salt, asked, downwards=self._downwards)
        return tuple([texts[place] for place in order]), _right(asked, order), tuple(order)

    def _source_line(self, item: Item) -> str:
        sources = item.sources
        if sources not in self._source_lines:
            self._source_lines[sources] = clean(self._bank.source_line(item))
        return self._source_lines[sources]

    def _quote(self, evidence: Evidence) -> Quote:
        document = evidence.document
        title, source_line = self._documents.get(document) or (clean(document),) * 2
        words = evidence.words
        if evidence.readable is not None or words is not evidence.quote or not words.isascii():
            words = clean(words)  # else they are the quote, which can be printed as it stands
        return Quote(words, document, title, source_line, evidence.line)


def _laid_out(salt: str, asked: Interaction, *, downwards: bool) -> list[int]:
    """The indices of what there is to choose from, in the order shown."""
    match asked:
        case Choice(shuffle=False, options=options):
            places = list(range(len(options)))
            return places[::-1] if downwards and natural_order(options) == options else places
        case Choice():
            return _shuffled(salt, asked.options)
        case Match():
            return unsolved(asked, _shuffled(salt, asked.right))
        case Order():
            return unsolved(asked, _shuffled(salt, asked.entries))
        case TextEntry() | ExtendedText():
            return []
        case _:
            assert_never(asked)


def _right(asked: Interaction, order: list[int]) -> tuple[int, ...]:
    """The places at which stands what is right."""
    match asked:
        case Choice():
            return tuple(sorted(order.index(place) for place in asked.right))
        case Match():
            return tuple(order.index(place) for place in range(len(asked.left)))
        case Order():
            return tuple(order.index(place) for place in range(len(order)))
        case TextEntry() | ExtendedText():
            return ()
        case _:
            assert_never(asked)


def _shuffled(salt: str, texts: Sequence[str]) -> list[int]:
    """The places of `texts` in an order that the salt (the item's id) and the texts decide.

    The order of two texts does not depend on the others, so that adding one moves none.
    """
    return sorted(range(len(texts)), key=lambda place: digest("shown-1", salt, texts[place]))


def _keys(asked: Interaction, right: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The key for reading, and what is accepted besides; `right` are the right options."""
    match asked:
        case ExtendedText():
            return (asked.model_answer,), ()
        case TextEntry():
            return asked.accepted[:1], asked.accepted[1:]
        case Choice() | Order():
            return right, ()
        case Match():
            return tuple(map(" — ".join, zip(asked.left, right, strict=True))), ()
        case _:
            assert_never(asked)
