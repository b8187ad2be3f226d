"""How every command opens a BANK: with the platform's cache, telling a waiting person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli import _say

if TYPE_CHECKING:
    from quizlib.library import Opened
    from quizlib.model import Item

#: The argument that most commands share.
BankArgument = Annotated[
    str, typer.Argument(metavar="BANK", help="A bank (.json), or a source file or folder.")
]
KindOption = Annotated[
    list[str] | None,
    typer.Option("--kind", metavar="K", help="Only items of this kind; may be given again."),
]


def opened(target: str | None) -> Opened:
    """The bank that `target` holds, the shipped one for None; trouble is told on stderr."""
    from platformdirs import user_cache_path, user_data_path

    from quizlib.library import open_target

    found = open_target(
        target,
        _say.progress,
        cache=user_cache_path("quizlib", appauthor=False),
        history=user_data_path("quizlib", appauthor=False) / "built",
    )
    _say.warn(found.problems)
    return found


def known_kinds(names: list[str] | None) -> list[str] | None:
    """`names`, each of them a kind. Raises UnknownName."""
    from quizlib.items import kinds

    for name in names or ():
        kinds.get(name)
    return names


def of_kinds(items: tuple[Item, ...], names: list[str] | None) -> tuple[Item, ...]:
    """Those of `items` that are of one of the kinds; all of them when none is named."""
    wanted = known_kinds(names)
    return tuple(item for item in items if not wanted or item.kind in wanted)
