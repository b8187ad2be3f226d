"""Writes docs/cli.md from the help of the commands: `make docs-cli`."""

from __future__ import annotations

from pathlib import Path

import typer

from quizlib.cli import COMMANDS, app

PAGE = Path(__file__).parent / "cli.md"

HEAD = """\
# The command line

This page is made from the commands' own help (`make docs-cli`); a test keeps it true.

Wherever a BANK is asked for, a source file or folder will do: it is built on the way and
kept in the platform's cache folder, so that the second time is instant. What a command has
to say besides its result goes to stderr.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | it cannot go on (one line on stderr says why), or `check` found an error |
| 2 | wrong usage |
| 130 | interrupted (Ctrl-C) |
"""


def page() -> str:
    """The whole page, help wrapped at 80 columns."""
    group = typer.main.get_group(app)
    top = typer.Context(group, info_name="quizlib", terminal_width=80)
    parts = [HEAD, _section("quizlib", group.get_help(top))]
    for name in COMMANDS:
        command = group.get_command(top, name)
        assert command is not None
        context = typer.Context(command, info_name=name, parent=top)
        parts.append(_section(f"quizlib {name}", command.get_help(context)))
    return "\n".join(parts)


def _section(title: str, text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
