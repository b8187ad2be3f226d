"""Writes the documents that follow from the code: `make docs`."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import fill
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup

from quizlib.checks import checks
from quizlib.checks._examples import SOURCE, bank_of
from quizlib.cli import COMMANDS, app
from quizlib.learning.log_file import schema
from quizlib.model import FORMAT, Bank, ResultsFile
from quizlib.scoring import FormMap, Results

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from typer._click import Command

    from quizlib.checks import Check
    from quizlib.checks._finding import Flaw
    from quizlib.model import Item

HERE = Path(__file__).parent

HEAD = """\
# The command line

This page is made from the commands' own help (`make docs`); a test keeps it true.

Wherever a BANK is asked for, an Anki deck or a source file or folder will do. A bank that is
built on the way is kept in the platform's cache folder, so that the second time is instant.
What a command has to say besides its result goes to stderr.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | it cannot go on (one line on stderr says why), or `check` found an error |
| 2 | wrong usage |
| 130 | interrupted (Ctrl-C) |
"""

CHECKS_HEAD = """\
# The checks

`quizlib check BANK` and `quizlib.check(bank)` hold every item against the rules below, each
one file in `quizlib/checks/`. This page is made from the rules themselves (`make docs`); a
test keeps it true and runs the examples.

| severity | meaning |
|---|---|
| error | the item must not be used as it is; `quizlib check` exits with 1 |
| warning | a person should look |
| note | good to know; chance alone brings some |

Rejected and retired items are left in peace. Rules of wording know English and leave banks
in other languages alone.

Sources named below: T. M. Haladyna, S. M. Downing and M. C. Rodriguez, “A Review of
Multiple-Choice Item-Writing Guidelines for Classroom Assessment”, Applied Measurement in
Education 15 (2002); M. Tarrant and others, “The frequency of item writing flaws in
multiple-choice questions used in high stakes nursing assessments”, Nurse Education in
Practice 6 (2006); P. A. Wozniak, “Effective learning: Twenty rules of formulating
knowledge” (1999).
"""

#: Items of an example that are shown; longer ones go on alike.
SHOWN = 3


def command_line() -> str:
    """The page of the commands, help wrapped at 80 columns."""
    group = typer.main.get_group(app)
    top = typer.Context(group, info_name="quizlib", terminal_width=80)
    parts = [HEAD, _section("quizlib", group.get_help(top))]
    for name in COMMANDS:
        command = group.get_command(top, name)
        assert command is not None
        context = typer.Context(command, info_name=name, parent=top)
        parts += _sections(f"quizlib {name}", command, context)
    return "\n".join(parts)


def _sections(title: str, command: Command, context: typer.Context) -> Iterator[str]:
    """The command's section, then those of the commands below it."""
    yield _section(title, command.get_help(context))
    if isinstance(command, TyperGroup):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            inner = typer.Context(below, info_name=name, parent=context)
            yield from _sections(f"{title} {name}", below, inner)


def _section(title: str, text: str) -> str:
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return f"## {title}\n\n```text\n{lines}\n```\n"


def bank_schema() -> str:
    """The JSON Schema of a bank's file."""
    schema = Bank.model_json_schema()
    schema["properties"]["format"] = {"const": FORMAT}
    schema["required"].append("format")
    return _schema(schema, f"quizlib bank, format {FORMAT}")


def results_schema() -> str:
    """The JSON Schema of the results that a page offers for download."""
    schema = ResultsFile.model_json_schema()
    schema["required"] += ["type", "format"]
    return _schema(schema, "quizlib results, format 1")


def form_map_schema() -> str:
    """The JSON Schema of the map of a sheet's forms."""
    schema = FormMap.model_json_schema()
    schema["required"].append("format")
    for definition in schema["$defs"].values():
        if "type" in definition["properties"]:
            definition["required"].append("type")
    return _schema(schema, "quizlib map of forms, format 1")


def scores_schema() -> str:
    """The JSON Schema of what `quizlib score` writes."""
    schema = Results.model_json_schema()
    schema["required"].append("format")
    return _schema(schema, "quizlib scores, format 1")


def log_schema() -> str:
    """The JSON Schema of a line of an exported log."""
    return _written(schema())


def _schema(schema: dict[str, object], title: str) -> str:
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return _written({**schema, "$schema": dialect, "title": title})


def _written(schema: dict[str, object]) -> str:
    return json.dumps(_without_examples(schema), indent=1, sort_keys=True) + "\n"


def _without_examples(schema: Any) -> Any:
    """The schema with descriptions for any language: examples in Python are cut off."""
    if isinstance(schema, dict):
        return {key: _without_examples(value) for key, value in schema.items()}
    if isinstance(schema, list):
        return [_without_examples(value) for value in schema]
    return schema.partition("\n\nExamples:")[0] if isinstance(schema, str) else schema


def checks_page() -> str:
    """The page of the checks: what each reports, why, and on which example."""
    rules = {name: checks.get(name) for name in checks.names()}
    rows = "\n".join(
        f"| [{name}](#{name}) | {rule.summary} | {_codes(rule)} |" for name, rule in rules.items()
    )
    table = f"| rule | asks that | reports |\n|---|---|---|\n{rows}\n"
    return "\n".join([CHECKS_HEAD, table, *(_rule(name, rule) for name, rule in rules.items())])


def _codes(rule: Check) -> str:
    return ", ".join(f"`{flaw.code}` ({flaw.severity})" for flaw in rule.flaws)


def _rule(name: str, rule: Check) -> str:
    flaws = "\n".join(_flaw(rule, flaw) for flaw in rule.flaws)
    told = f"{rule.summary[0].upper()}{rule.summary[1:]}. {rule.why}"
    return f"## {name}\n\n{fill(told, 95, break_on_hyphens=False)}\n\n{flaws}"


def _flaw(rule: Check, flaw: Flaw) -> str:
    found = rule.check(bank_of(flaw.bad), {SOURCE.id: SOURCE})
    told = [f"{p.severity}: {p}" for p in found if p.code == flaw.code][:SHOWN]
    bad, good = ("\n".join(_example(bank_of(items).items)) for items in (flaw.bad, flaw.good))
    return (
        f"### `{flaw.code}` ({flaw.severity})\n\nReported:\n\n```text\n{bad}\n\n"
        + "\n".join(told)
        + f"\n```\n\nNot reported:\n\n```text\n{good}\n```\n"
    )


def _example(items: Sequence[Item]) -> Iterator[str]:
    for item in items[:SHOWN]:
        yield f"{item.id:10} {item.kind}: {item.stem}"
        fields = {
            "context": (item.context,) if item.context else (),
            "key": item.key,
            "distractor": item.distractors,
            "quote": tuple(quote.quote for quote in item.evidence),
        }
        for name, values in fields.items():
            for value in values:
                yield f"{'':11}{name}: {value}"
    if len(items) > SHOWN:
        yield f"… and {len(items) - SHOWN} more like these"


NOTEBOOK_NOTE = """\
This page shows [a notebook](howto-notebook.ipynb), cell by cell, with what was put out; pictures
and pages are left out. It is made from the notebook (`make docs`); a test executes both.
"""


def notebook_page() -> str:
    """The notebook as a page: its text as it is, its programs with what they print."""
    notebook = json.loads((HERE / "howto-notebook.ipynb").read_text(encoding="utf-8"))
    first, *others = (_cell(cell) for cell in notebook["cells"])
    return "\n".join([first, NOTEBOOK_NOTE, *others])


def _cell(cell: dict[str, Any]) -> str:
    text = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        return f"{text}\n"
    printed = "".join("".join(output.get("text", "")) for output in cell["outputs"])
    shown = f"\n```text\n{printed}```\n" if printed else ""
    return f"```python\n{text}\n```\n{shown}"


def made() -> dict[str, str]:
    """File name in docs/ -> content."""
    return {
        "cli.md": command_line(),
        "checks.md": checks_page(),
        "howto-notebook.md": notebook_page(),
        "bank.schema.json": bank_schema(),
        "results.schema.json": results_schema(),
        "form-map.schema.json": form_map_schema(),
        "scores.schema.json": scores_schema(),
        "log.schema.json": log_schema(),
    }


if __name__ == "__main__":
    for name, content in made().items():
        (HERE / name).write_text(content, encoding="utf-8")
