"""What a shell offers at the Tab key: names that an option takes; docs/howto-completion.md.

Commands, options and targets are offered by Typer, files by the shell itself. Nothing here
builds a bank or loads the language model, and trouble is kept for when the command is run.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import typer  # noqa: TC002 - Typer reads the annotations

from quizlib.errors import QuizlibError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from quizlib.exporters import Option
    from quizlib.model import Bank

    Names = Callable[[typer.Context], Iterable[str]]
    Completion = Callable[[typer.Context], list[str]]


def completion(names: Names) -> Completion:
    """`names` for the shell; those that a shell would want quoted are left to be typed."""

    def complete(ctx: typer.Context) -> list[str]:
        try:
            return [name for name in dict.fromkeys(names(ctx)) if shlex.quote(name) == name]
        except (QuizlibError, OSError):
            return []

    return complete


def kinds(_: typer.Context) -> Iterable[str]:
    """The kinds of items."""
    from quizlib.items import kinds

    return kinds.names()


def difficulties(_: typer.Context) -> Iterable[str]:
    """The difficulties that have a name."""
    from quizlib.ranking.difficulty import LEVELS

    return LEVELS


def statuses(ctx: typer.Context) -> Iterable[str]:
    """What may have become of an item; in review, what can be decided about."""
    from quizlib.model import Status
    from quizlib.review import REVIEWED

    return REVIEWED if ctx.info_name == "review" else Status


def codes(_: typer.Context) -> Iterable[str]:
    """The codes of the problems that items have."""
    from quizlib.checks import checks
    from quizlib.review import FLAGGED

    return [FLAGGED.name, *(flaw.code for rule in checks.all() for flaw in rule.flaws)]


def sources(ctx: typer.Context) -> Iterable[str]:
    """The documents of the bank that is named, by their ids."""
    return (record.id for bank in _banks(ctx) for record in bank.documents)


def tags(ctx: typer.Context) -> Iterable[str]:
    """The tags in the banks that are named, else in those that are studied."""
    return sorted({tag for bank in _banks(ctx) for item in bank.live for tag in item.tags})


def studied(ctx: typer.Context) -> Iterable[str]:
    """The banks that are studied, by their files."""
    return filter(None, _studied(ctx))


def profiles(ctx: typer.Context) -> Iterable[str]:
    """The learners who have data here."""
    from quizlib.cli._learner import data_folder

    folder = data_folder(ctx.params.get("data_dir")) / "learners"
    return sorted(path.stem for path in folder.glob("*.sqlite3"))


def of_option(option: Option) -> Names | None:
    """What an option of an export takes, where that can be told."""
    parts = option.values.split("|")
    if len(parts) > 1 and all(part.isalnum() and not part.isupper() for part in parts):
        return lambda _: parts
    named: dict[str, Names] = {"kind": kinds, "difficulty": difficulties}
    return named.get(option.name)


def _banks(ctx: typer.Context) -> Iterator[Bank]:
    """The banks that a command is about, as far as they need not be built."""
    from quizlib.library import is_bank, open_target

    # An option that still waits for its value leaves the arguments before it unread.
    given: Any = ctx.args or ctx.params.get("bank") or ctx.params.get("banks") or _studied(ctx)
    for place in [given] if isinstance(given, str) else given:
        if not place or is_bank(place):
            yield open_target(place or None).bank


def _studied(ctx: typer.Context) -> list[str]:
    """The places of the banks that are studied, "" for the deck that comes along."""
    from quizlib.cli._learner import DEFAULT, known_learner

    params = ctx.params
    with known_learner(params.get("profile") or DEFAULT, params.get("data_dir")) as store:
        return [bank.place for bank in store.banks()] if store else [""]
