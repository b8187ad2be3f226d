"""`quizlib export`: a command for each target, with the options that the target names."""

from __future__ import annotations

from collections import Counter
from inspect import Parameter, Signature
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from quizlib.cli import _say
from quizlib.cli._command import single
from quizlib.cli._completion import completion, of_option
from quizlib.cli._opening import BankArgument, opened
from quizlib.errors import printable
from quizlib.terminal.text import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from typer._click import Command, Context, HelpFormatter

    from quizlib.exporters import Exporter, Option
    from quizlib.library import Offer
    from quizlib.model import Bank, Problem

#: How many notes of a sort are told one by one.
FEW = 3
#: Characters of a stem by which a reader knows it.
STEM = 60

Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Default: named after the bank; its ending may be left out.",
    ),
]
Verbose = Annotated[
    bool, typer.Option("--verbose", help="Tell every message, not the first few of a sort.")
]


class Targets(TyperGroup):
    """The targets, found in the registry."""

    def list_commands(self, ctx: Context) -> list[str]:
        from quizlib.exporters import exporters

        return exporters.names()

    def get_command(self, ctx: Context, cmd_name: str) -> Command:
        """The target's command. Raises UnknownName, listing the valid ones."""
        from quizlib.exporters import exporters

        if mistaken := _mistaken(cmd_name):
            ctx.fail(mistaken)
        exporter = exporters.get(cmd_name)
        with exporters.guarded(cmd_name):  # its options may be any
            return single(cmd_name, _export_to(cmd_name, exporter))

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        from quizlib import library

        with formatter.section("Targets"):
            formatter.write_dl([(offer.name, _told(offer)) for offer in library.targets()])


def _mistaken(word: str) -> str:
    """What to do instead, when a bank or an ending stands where the target should."""
    from quizlib import library

    offers = library.targets()
    if word in {offer.name for offer in offers}:
        return ""
    if Path(word).exists():
        return f"the target comes first, then the bank: quizlib export anki {printable(word)}"
    makers = [offer.name for offer in offers if f".{word}" in offer.files]
    return f"{printable(word)!r} is an ending; made by: {', '.join(makers)}" if makers else ""


def _told(offer: Offer) -> str:
    flags = ", ".join(option.flag for option in offer.options)
    return offer.broken or f"{offer.summary}{f'; {flags}' if flags else ''}"


export = typer.Typer(
    cls=Targets,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    subcommand_metavar="TARGET BANK [OPTIONS]...",
)


@export.callback()
def _export() -> None:
    """Write a bank for Anki, for paper, as a web page or for programs.

    `quizlib export TARGET --help` tells of the target's options.
    """


def _export_to(target: str, exporter: Exporter) -> Callable[..., None]:
    """The command that exports to `target`; its signature has the target's options."""
    from quizlib.exporters import choices

    own = {option.name: option for option in choices(exporter.options)}

    def command(bank: str, output: Path | None, verbose: bool, **given: Any) -> None:
        said = {name: ",".join(v) if isinstance(v, list) else v for name, v in given.items()}
        wanted = {name: value for name, value in said.items() if value not in (None, False)}
        _run(target, bank, output, wanted, verbose=verbose)

    shared = {"bank": BankArgument, "output": Output, "verbose": Verbose}
    kinds = {**shared, **{name: _type(option) for name, option in own.items()}}
    command.__doc__ = f"{exporter.summary[:1].upper()}{exporter.summary[1:]}."
    command.__annotations__ = kinds
    command.__signature__ = Signature(  # type: ignore[attr-defined]
        [_parameter(name, kind) for name, kind in kinds.items()]
    )
    return command


def _parameter(name: str, kind: Any) -> Parameter:
    default = {"bank": Parameter.empty, "verbose": False}.get(name)
    return Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=kind)


def _type(option: Option) -> Any:
    """A switch, or a text that the target's own type reads."""
    default = f" [default: {option.default}]" if option.default else ""
    if not option.values:
        return Annotated[bool | None, typer.Option(option.flag, help=option.help)]
    several = option.values.endswith(",…")
    return Annotated[
        list[str] | None if several else str | None,
        typer.Option(
            option.flag,
            metavar=option.values,
            help=f"{option.help}{default}",
            autocompletion=completion(names) if (names := of_option(option)) else None,
        ),
    ]


def _run(
    target: str,
    bank: str,
    output: Path | None,
    options: dict[str, Any],
    *,
    verbose: bool,
) -> None:
    from quizlib import exporters, library
    from quizlib.errors import OutputError

    exporter = exporters.exporters.get(target)
    found = opened(bank).bank
    path = output or Path(library.slug(found.title) + exporter.suffixes[0])
    if not path.suffix and not path.exists():
        path = path.with_name(path.name + exporter.suffixes[0])
    if path.suffix.lower() not in ("", *exporter.suffixes):
        makes = " or ".join(exporter.suffixes)
        raise OutputError(path, f"{target} makes {makes} files; give it that ending")
    if _made_from(path, bank, found, chosen=output is not None):
        raise OutputError(path, "the questions are made from this file; name another one with -o")
    made = exporters.export(found, target, path, **options)
    stems = {item.id: item.stem for item in found.items}
    _say.warn(_noted(made.problems, stems, len(made.problems) if verbose else FEW))
    written = "  ".join(folded(str(place)) for place in exporters.named(path, made))
    typer.echo(f"{written}  {folded(made.summary)}")


def _made_from(path: Path, source: str, bank: Bank, *, chosen: bool) -> bool:
    """Whether the file that an export would replace is a source of the questions.

    A bank names its documents, not where they are: only a name that nobody has `chosen` is
    held against those.
    """
    if not path.exists():
        return False
    file, given = path.resolve(), Path(source).resolve()
    if file == given or (given.is_dir() and given in file.parents):
        return True
    return not chosen and path.name in {Path(one.name).name for one in bank.documents}


def _noted(problems: Sequence[Problem], stems: Mapping[str, str], most: int) -> Iterator[Problem]:
    """Warnings one by one; of each sort of note at most so many, the last with how many are left.

    Notes ask for nothing to be done, so they name an item by its stem, not by its id.
    """
    from quizlib.model import Severity

    every = Counter(problem.code for problem in problems)
    seen = Counter[str]()
    for problem in problems:
        seen[problem.code] += 1
        number, left = seen[problem.code], every[problem.code] - most
        if problem.severity != Severity.NOTE:
            yield problem
        elif number <= most:
            stem = shorten(folded(stems.get(problem.where, "")), STEM, placeholder=" …")
            where = f"“{stem}”" if stem else problem.where
            more = f" (and {left} more like this; --verbose tells all)"
            message = f"{problem.message}{more if number == most and left > 0 else ''}"
            yield problem.model_copy(update={"where": where, "message": message})
