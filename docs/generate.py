"""Writes the documents that follow from the code: `make docs`."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from quizlib.cli import COMMANDS, app
from quizlib.model import FORMAT, Bank

HERE = Path(__file__).parent

HEAD = """\
# The command line

This page is made from the commands' own help (`make docs`); a test keeps it true.

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


def command_line() -> str:
    """The page of the commands, help wrapped at 80 columns."""
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


def bank_schema() -> str:
    """The JSON Schema of a bank's file."""
    schema = Bank.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = f"quizlib bank, format {FORMAT}"
    schema["properties"]["format"] = {"const": FORMAT}
    schema["required"].append("format")
    return json.dumps(schema, indent=1, sort_keys=True) + "\n"


def made() -> dict[str, str]:
    """File name in docs/ -> content."""
    return {"cli.md": command_line(), "bank.schema.json": bank_schema()}


if __name__ == "__main__":
    for name, content in made().items():
        (HERE / name).write_text(content, encoding="utf-8")
