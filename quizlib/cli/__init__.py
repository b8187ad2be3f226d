"""The command `quizlib`: one file per command, each loaded when it is called."""

from __future__ import annotations

import gc
import keyword
import os
import shutil
import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from quizlib import __version__
from quizlib.cli._command import adapted, single
from quizlib.errors import QuizlibError, printable

if TYPE_CHECKING:
    from typer._click import Command, Context
    from typer._click.exceptions import UsageError

#: In the order of the help; each is a function of its name in a module of its name.
COMMANDS = (
    "quiz",
    "study",
    "stats",
    "build",
    "import",
    "review",
    "show",
    "check",
    "export",
    "score",
    "analyse",
    "log",
    "formats",
)


class Commands(TyperGroup):
    """The commands, found by name; the one place where a QuizlibError ends the program."""

    def list_commands(self, ctx: Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        # A wrong name loads them all: Typer suggests the nearest of those it knows.
        wanted = [cmd_name] if cmd_name in COMMANDS else COMMANDS
        for name in wanted:
            if name not in self.commands:
                self.commands[name] = _load(name)
        return self.commands.get(cmd_name)

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        if args[0] not in COMMANDS and Path(args[0]).exists():
            name = printable(args[0])
            ctx.fail(f"{name!r} is no command but a file or folder: quizlib quiz {name}")
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **extra: Any) -> Any:
        from typer._click.exceptions import NoArgsIsHelpError, UsageError

        try:
            sys.exit(super().main(*args, **{**extra, "standalone_mode": False}))
        except NoArgsIsHelpError as error:
            error.show()
            sys.exit(error.exit_code)
        except UsageError as error:
            typer.echo(f"error: {printable(_usage(error))}", err=True)
            sys.exit(error.exit_code)
        except typer.Abort:
            typer.echo("error: the input ended", err=True)
            sys.exit(1)
        except (QuizlibError, OSError) as error:
            typer.echo(f"error: {printable(str(error))}", err=True)
            sys.exit(1)


def _usage(error: UsageError) -> str:
    """What is wrong with the words of a command, and where the right ones are listed."""
    told = error.format_message().replace("Value error, ", "").removesuffix(".")
    command = error.ctx.command_path if error.ctx else "quizlib"
    return f"{told[0].lower()}{told[1:]} ({command} --help)"


def _load(name: str) -> Command:
    """The command's function, or the app that stands for a command with commands of its own."""
    word = f"{name}_" if keyword.iskeyword(name) else name
    found = getattr(import_module(f"{__name__}.{word}"), word)
    if isinstance(found, typer.Typer):
        group = typer.main.get_group(found)
        group.name = name
        for command in group.commands.values():
            adapted(command)
        return group
    return single(name, found)


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"quizlib {__version__}")
        raise typer.Exit


@app.callback()
def top(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Turn what people read into questions they can trust.

    Wherever a BANK is asked for, an Anki deck or a source file or folder will do.
    """


def main() -> None:
    """Run the command line of this process."""
    # Most of what a command loads stays to its end: looking through it often finds no garbage.
    gc.set_threshold(50_000)
    # Pydantic would look through all that is installed for plug-ins of its own, at every start.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a character that the terminal lacks is no crash
            stream.reconfigure(errors="backslashreplace")
    width = min(shutil.get_terminal_size().columns, 100)
    app(prog_name="quizlib", terminal_width=width)
