"""Which items a sheet holds, in what sections, and in what order on each form."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import groupby
from textwrap import shorten
from typing import TYPE_CHECKING

from quizlib.errors import EmptyBank, InvalidOption, UnknownName
from quizlib.files import digest
from quizlib.items import kinds, known
from quizlib.learning.selection import select
from quizlib.model import Problem, ProblemCode, Severity
from quizlib.ranking.difficulty import difficulty_of, difficulty_range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizlib.exporters._worksheet.options import WorksheetOptions
    from quizlib.model import Bank, Item

#: How often another order is looked for when chance gives two forms the same.
TRIES = 20
#: Characters of a stem by which a reader knows it.
STEM = 60
#: Where a quote starts and ends in its document, and the item that it belongs to.
Span = tuple[int, int, str]


def wanted(bank: Bank, options: WorksheetOptions) -> Bank:
    """`bank` with the items of the kind and difficulty wished for.

    Raises EmptyBank, and InvalidOption for a kind that nobody offers and no item has.
    """
    for option, names in {
        "kind": options.kind,
        "points": filter(None, options.points or {}),
    }.items():
        try:
            known(names, bank.items)
        except UnknownName as error:
            raise InvalidOption("worksheet", option, str(error)) from error
    items = tuple(item for item in bank.live if _fits(item, options))
    if not items:
        wished = "no item of the kind and difficulty wished for"
        raise EmptyBank(bank.title, wished if bank.live else "no item to export")
    return bank.model_copy(update={"items": items})


def choose(bank: Bank, options: WorksheetOptions) -> tuple[Bank, list[Problem]]:
    """`bank` with the items that go on the sheet, and what was left out of it.

    No two questions stand on the same words of a source, since one would give the other
    away; cards and puzzles may. Items of few quotes are taken first, since they leave room
    for the most. `count` are spread over documents and kinds.
    """
    spread = select(bank.items, len(bank.items), options.seed)
    spread.sort(key=lambda item: len(item.evidence))
    kept, problems = apart(spread) if options.asks else (spread, [])
    if options.count is not None:
        kept = select(kept, options.count, options.seed)
    ids = {item.id for item in kept}
    chosen = _sectioned([item for item in bank.items if item.id in ids], bank, options.sections)
    return bank.model_copy(update={"items": tuple(chosen)}), problems


def _fits(item: Item, options: WorksheetOptions) -> bool:
    if options.kind and item.kind not in options.kind:
        return False
    if options.difficulty is None:
        return True
    low, high = difficulty_range(options.difficulty)
    return low <= difficulty_of(item) <= high


def apart(items: Iterable[Item]) -> tuple[list[Item], list[Problem]]:
    """Those of `items` that give no earlier one away, and a Problem for each other."""
    taken: dict[str, list[Span]] = {}
    kept: dict[str, Item] = {}
    problems: list[Problem] = []
    for item in items:
        spans = list(_spans(item))
        other = next((id for name, span in spans if (id := _within(span, taken.get(name, [])))), "")
        if other:
            problems.append(_given_away(item, kept[other]))
            continue
        kept[item.id] = item
        for name, span in spans:
            insort(taken.setdefault(name, []), span)
    return list(kept.values()), sorted(problems, key=lambda problem: problem.where)


def _spans(item: Item) -> Iterator[tuple[str, Span]]:
    """The words that the item quotes: by document, in order, none within another."""
    quotes = sorted(item.evidence, key=lambda quote: (quote.document, quote.start))
    for name, group in groupby(quotes, key=lambda quote: quote.document):
        spans: list[Span] = []
        for quote in group:
            if spans and quote.start < spans[-1][1]:
                start, end, id = spans[-1]
                spans[-1] = (start, max(end, quote.end), id)
            else:
                spans.append((quote.start, quote.end, item.id))
        yield from ((name, span) for span in spans)


def _within(span: Span, taken: Sequence[Span]) -> str:
    """The id of the item that quotes some of the same words, "" for none.

    `taken` is in order and none of its spans overlap, so only one can be the last that
    begins before `span` ends.
    """
    start, end, _ = span
    before = bisect_left(taken, (end,))
    if before and taken[before - 1][1] > start:
        return taken[before - 1][2]
    return ""


GIVES_AWAY = ProblemCode(
    name="gives-away",
    severity=Severity.NOTE,
    message="left out: “{stem}”; on the same sheet “{other}” would give it away",
    cause="Two items quote the same words, so that one answers the other.",
    cure="Nothing; another sheet, with another `--seed`, asks the one that was left out.",
    example={
        "where": "3f2a9c41d0b7",
        "stem": "When was the salt tax abolished?",
        "other": "What did the council abolish in 1804?",
    },
)


def _given_away(item: Item, other: Item) -> Problem:
    one, two = (shorten(each.stem, STEM, placeholder=" …") for each in (item, other))
    return GIVES_AWAY.at(item.id, stem=one, other=two)


def _sectioned(items: Sequence[Item], bank: Bank, sections: str) -> list[Item]:
    """`items` with those of one section together, otherwise in their order."""
    if sections == "none":
        return list(items)
    names = list(dict.fromkeys(section(item, bank, sections) for item in items))
    return sorted(items, key=lambda item: names.index(section(item, bank, sections)))


def section(item: Item, bank: Bank, sections: str) -> str:
    """What heads the items that the item belongs to.

    The first document's source line is enough to answer from.
    """
    if sections == "kind":
        name = item.kind.replace("_", " ")
        return name[:1].upper() + name[1:] if item.kind in kinds else item.kind
    if sections == "source" and item.evidence:
        record = bank.document(item.evidence[0].document)
        return record.source_line if record else item.evidence[0].document
    return ""


def forms(bank: Bank, options: WorksheetOptions) -> dict[str, Bank]:
    """The chosen items by form, each form in an order of its own within the sections."""
    if not options.forms:
        return {"": bank}
    found: dict[str, Bank] = {}
    seen: set[tuple[Item, ...]] = set()
    for name in options.forms:
        tries = (tuple(_shuffled(bank, options, name, turn)) for turn in range(TRIES))
        first = next(tries)
        items = first if first not in seen else next((t for t in tries if t not in seen), first)
        seen.add(items)
        found[name] = bank.model_copy(update={"items": items})
    return found


def _shuffled(bank: Bank, options: WorksheetOptions, form: str, turn: int) -> list[Item]:
    """The items in the order that seed and form decide; `turn` tries another one."""
    salt = f"{form} {turn}" if turn else form

    def heading(item: Item) -> str:
        return section(item, bank, options.sections)

    def rank(item: Item) -> str:
        return digest("form-1", str(options.seed), salt, item.id)

    groups = (group for _, group in groupby(bank.items, key=heading))
    return [item for group in groups for item in sorted(group, key=rank)]
