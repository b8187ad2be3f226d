"""Commands made of functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer._click import Command


def single(name: str, function: Callable[..., Any]) -> Command:
    """The command of one function."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name)(function)
    return without_types(typer.main.get_command(app))


def without_types(command: Command) -> Command:
    """Have its help name an argument by its metavar alone: "BANK" says more than "<str>"."""
    for parameter in command.params:
        if isinstance(parameter, TyperArgument):
            parameter.display_type_rich = _none  # type: ignore[method-assign]
    return command


def _none(ctx: object) -> str:  # noqa: ARG001 - as Typer calls it
    return ""
