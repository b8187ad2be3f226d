"""One file per target: bank -> bytes, with what the target could not represent."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from quizlib.arguments import expect
from quizlib.errors import EmptyBank, QuizlibError
from quizlib.exporters._options import NOTHING, Option, Options, choice, choices, chosen
from quizlib.files import write_whole
from quizlib.model import Bank, ProblemCode, Severity
from quizlib.registry import Registry

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Mapping, Sequence

    from quizlib.model import Problem

__all__ = [
    "NOTHING",
    "Export",
    "Exporter",
    "Option",
    "Options",
    "choice",
    "choices",
    "export",
    "exporters",
    "named",
]


@dataclass(frozen=True)
class Export:
    """What an exporter made.

    Attributes:
        data: The content of the file that was asked for.
        summary: What to say of it, such as "212 notes, 248 cards, 3 decks".
        problems: What it left out, or changed.
        ending: Where a target writes several files, what comes behind the stem of that of `data`
            ("-A": sheet.pdf becomes sheet-A.pdf).
        beside: The other files, by what comes in place of the suffix ("-key.pdf").
        blank: Files that a person fills in, named as those beside: one that has more lines than
            it was made with was filled in, and stays.
        deliver: What is left to be done with the written file of `data`; it returns what to say
            of that.

    Examples:
        >>> import quizlib
        >>> made = quizlib.export(quizlib.load("salt.json"), "csv", "salt.csv")
        >>> made.summary, made.problems
        ('8 rows', [])
    """

    data: bytes = field(repr=False)
    summary: str  # e.g. "212 notes, 248 cards, 3 decks"
    problems: Sequence[Problem] = field(default=())
    ending: str = ""
    beside: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    blank: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    deliver: Callable[[Path], str] | None = None


class Exporter(Protocol):
    """Writes banks for one target. Only the bank's live items are exported."""

    @property
    def summary(self) -> str:
        """One line for `quizlib formats` and the docs."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The endings of the files that it can write, with the dot, the usual one first."""
        ...

    @property
    def options(self) -> type[Options]:
        """What may be chosen: `Options` itself for nothing."""
        ...

    def export(self, bank: Bank, options: Any = ...) -> Export:
        """The bank in the target's format: the same bank and options give the same bytes.

        `options` is an instance of the type that the exporter names; the default one
        stands for no choice made.
        """
        ...


exporters: Registry[Exporter] = Registry("export target", __name__, "exporter", Exporter)


def export(bank: Bank, target: str, path: str | os.PathLike[str], **options: object) -> Export:
    """Write `bank` for `target` to `path`, each file whole or not at all.

    `options` are the target's own, which `quizlib.formats()` lists, as in
    `export(bank, "worksheet", "sheet.pdf", forms=("A", "B"), key="separate")`. Where the
    target writes several formats, the path's suffix decides.
    Raises UnknownName (the valid targets listed), InvalidOption, EmptyBank, OutputError;
    AnkiError where a running Anki is to import the file and does not; BrokenPlugin where a
    plug-in's target fails.

    Examples:
        >>> import quizlib
        >>> bank = quizlib.load("salt.json")
        >>> quizlib.export(bank, "anki", "salt.apkg", deck="Harbour").summary
        '8 notes, 8 cards, 1 deck'
        >>> quizlib.export(bank, "ankki", "salt.apkg")
        Traceback (most recent call last):
        quizlib.errors.UnknownName: unknown export target 'ankki' (did you mean anki?); known: ...
    """
    expect(isinstance(bank, Bank), "export", "bank", bank, "a Bank, as load gives")
    exporter = exporters.get(target)
    suffix = Path(path).suffix.lower()
    if suffix not in exporter.suffixes:
        suffix = exporter.suffixes[0]
    wanted = chosen(exporter.options, target, suffix, options)
    if not any(item.live for item in bank.items):
        raise EmptyBank(bank.title, "no item to export")
    with exporters.guarded(target, QuizlibError):
        made = exporter.export(bank, wanted)
    if not isinstance(made, Export):
        raise exporters.fault(target, f"it made {made!r:.60}, which is no Export")
    files = named(path, made)
    kept = [place for place, data in files.items() if _filled_in(place, data, made)]
    for place, data in files.items():
        if place not in kept:
            write_whole(place, data)
    made = replace(made, problems=[*made.problems, *(KEPT.at(place.name) for place in kept)])
    if made.deliver is None:
        return made
    with exporters.guarded(target, QuizlibError):
        told = made.deliver(next(iter(files)))
    return replace(made, summary=f"{made.summary}; {told}")


def named(path: str | os.PathLike[str], made: Export) -> dict[Path, bytes]:
    """The files of an export to `path`, the one of `made.data` first."""
    asked = Path(path)
    stem = asked.name.removesuffix(asked.suffix)
    files = {asked.with_name(f"{stem}{made.ending}{asked.suffix}"): made.data}
    beside = {**made.beside, **made.blank}
    files.update((asked.with_name(f"{stem}{end}"), data) for end, data in beside.items())
    return files


KEPT = ProblemCode(
    name="filled-in",
    severity=Severity.NOTE,
    message="kept as it is: somebody has written into it",
    cause="A table to type answers into was there from an export before, and was filled in.",
    cure="Nothing, if it belongs to this sheet. For another sheet, export under another name.",
    example={"where": "test-answers.csv"},
)


def _filled_in(place: Path, blank: bytes, made: Export) -> bool:
    """Whether a file that is to be filled in was, by lines that it has more than when blank."""
    if not any(place.name.endswith(end) for end in made.blank) or not place.is_file():
        return False
    return place.read_bytes().count(b"\n") > blank.count(b"\n")
