"""Commands made of functions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer._click import Command, Context


def single(name: str, function: Callable[..., Any]) -> Command:
    """The command of one function."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name)(function)
    return adapted(typer.main.get_command(app))


def adapted(command: Command) -> Command:
    """Have its help name an argument by its metavar alone ("BANK" says more than "<str>").

    And have it name itself in its usage errors, not all of which know where they come from.
    """
    command.parse_args = _placed(command.parse_args)  # type: ignore[method-assign]
    for parameter in command.params:
        if isinstance(parameter, TyperArgument):
            parameter.display_type_rich = _none  # type: ignore[method-assign]
    return command


def _placed(parse: Callable[..., list[str]]) -> Callable[..., list[str]]:
    def parse_args(ctx: Context, args: list[str]) -> list[str]:
        from typer._click.exceptions import UsageError

        try:
            return parse(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx
            raise

    return parse_args


def _none(ctx: object) -> str:  # noqa: ARG001 - as Typer calls it
    return ""
