"""Writes the documents that follow from the code: `make docs`."""

from __future__ import annotations

import contextlib
import doctest
import inspect
import json
import pkgutil
import shlex
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import fill
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperGroup
from typer.testing import CliRunner

import quizlib
from docs.glance import with_glance
from quizlib import errors
from quizlib.checks import checks
from quizlib.checks._examples import SOURCE, bank_of
from quizlib.cli import COMMANDS, app
from quizlib.errors import QuizlibError
from quizlib.learning.log_file import schema
from quizlib.model import FORMAT, Bank, ProblemCode, ResultsFile
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
| 1 | it cannot go on (one line on stderr says why), or `check` or `score` found an error |
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

Items that are not asked, candidates, rejected and retired ones, are left in peace. Rules of
wording know English and leave banks in other languages alone.

Sources named below: T. M. Haladyna, S. M. Downing and M. C. Rodriguez, “A Review of
Multiple-Choice Item-Writing Guidelines for Classroom Assessment”, Applied Measurement in
Education 15 (2002); M. Tarrant and others, “The frequency of item writing flaws in
multiple-choice questions used in high stakes nursing assessments”, Nurse Education in
Practice 6 (2006); P. A. Wozniak, “Effective learning: Twenty rules of formulating
knowledge” (1999).
"""

ERRORS_HEAD = """\
# Messages, and what to do

Every message of quizlib with its cause and its cure. This page is made from the code itself
(`make docs`); a test keeps it complete.

- What cannot go on is an **error**: in a program an exception below `quizlib.QuizlibError`, on
  the command line one line that begins with `error:`, and exit code 1.
- Trouble with content is a **problem**: in a program a `quizlib.Problem` in a list, on the
  command line a line that begins with its severity, `error:`, `warning:` or `note:`. The work
  goes on, and nothing is left out without such a line.
- Wrong usage of a command is such a line too, with exit code 2; it says what the option or argument
  takes, and whose `--help` tells more.
- What the system says of a file or a disk is told in one line too, as
  `error: [Errno 28] No space left on device: 'deck.apkg'`; and `error: the input ended` where
  an answer was wanted and none can come any more.
- A traceback is a bug in quizlib: please report it with the command that brought it.

Classes and codes are stable ([stability](stability.md)); the words of messages may change.
"""

USAGE_HEAD = """\
## Wrong usage

A command that is put wrongly does nothing, says why and exits with 2. The same is said of other
names and options that do not exist, and of values that an option cannot take.
"""

#: Where problems come up: package of quizlib -> heading.
STAGES = {
    "readers": "Reading sources",
    "faults": "Plug-ins",
    "library": "Building again",
    "importers": "Importing decks",
    "checks": "Checking a bank",
    "exporters": "Exporting",
    "learning": "Studying, and logs",
    "scoring": "Scoring worksheets",
    "analysis": "Analysing results",
    "cli": "On the command line",
}

#: Wrong usage -> what to type instead; run in a folder with the bank salt.json and notes.md.
USAGE = {
    "quizlib shwo salt.json": "quizlib show salt.json",
    "quizlib notes.md": "quizlib quiz notes.md",
    "quizlib show": "quizlib show salt.json",
    "quizlib show salt.json --knid term": "quizlib show salt.json --kind term",
    "quizlib quiz salt.json -n ten": "quizlib quiz salt.json -n 10",
    "quizlib quiz salt.json --exam 5 --until-right": "quizlib quiz salt.json --exam 5",
    "quizlib stats --profile 'Anna B'": "quizlib stats --profile Anna-B",
    "quizlib review notes.md": "quizlib build notes.md -o notes.json",
    "quizlib export salt.json anki": "quizlib export anki salt.json",
    "quizlib export pdf salt.json": "quizlib export worksheet salt.json -o salt.pdf",
    "quizlib analyse results.csv --json --csv": "quizlib analyse results.csv --csv",
    "quizlib stats --json --csv": "quizlib stats --csv",
}

#: How text is filled: no word is broken.
WHOLE = {"break_on_hyphens": False, "break_long_words": False}

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
    return json.dumps(schema, indent=1, sort_keys=True) + "\n"


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
    return f"## {name}\n\n{fill(told, 95, **WHOLE)}\n\n{flaws}"


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


def errors_page() -> str:
    """The page of the messages: exceptions in the order of their tree, then problems."""
    problems: dict[str, list[str]] = {stage: [] for stage in STAGES}
    for module, code in problem_codes():
        problems[module.split(".")[1]].append(_code(code))
    problems["checks"] = [_flaw_code(rule, flaw) for rule in checks.all() for flaw in rule.flaws]
    parts = [f"## {heading}\n\n" + "\n".join(problems[key]) for key, heading in STAGES.items()]
    exceptions = "\n".join(_exception(error) for error in exception_tree(QuizlibError))
    usage = "\n".join(_usage())
    return "\n".join(
        [ERRORS_HEAD, f"## What cannot go on\n\n{exceptions}", *parts, USAGE_HEAD, usage]
    )


def _usage() -> Iterator[str]:
    """Each wrong command, run, with what it says and what to type instead."""
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        bank_of(()).save("salt.json")
        Path("notes.md").write_text("Brine: water with salt", encoding="utf-8")
        for typed, instead in USAGE.items():
            done = CliRunner().invoke(app, shlex.split(typed)[1:], prog_name="quizlib")
            assert done.exit_code == 2, done.output
            assert done.stderr.startswith("error: "), done.stderr
            told = fill(" ".join(done.stderr.split()), 95, **WHOLE)
            yield f"```text\n$ {typed}\n{told}\n```\n"
            yield f"- Cure: `{instead}`\n"


def exception_tree(error: type[QuizlibError]) -> list[type[QuizlibError]]:
    """The exceptions of quizlib below `error`, each followed by those below it."""
    drawn = errors.__doc__ or ""
    below = [one for one in error.__subclasses__() if one.__module__.startswith(errors.__name__)]
    ours = sorted(below, key=lambda one: drawn.index(f" {one.__name__}"))
    return [each for one in ours for each in (one, *exception_tree(one))]


def problem_codes() -> list[tuple[str, ProblemCode]]:
    """Every code of a problem with the module that defines it, by the names of both."""
    found = {}
    for module in pkgutil.walk_packages(quizlib.__path__, "quizlib."):
        if not module.name.endswith("__main__"):
            for value in vars(import_module(module.name)).values():
                if isinstance(value, ProblemCode):
                    found.setdefault(id(value), (module.name, value))
    return sorted(found.values(), key=lambda one: (one[0].split(".")[1], one[1].name))


def _exception(error: type[QuizlibError]) -> str:
    told = inspect.getdoc(error) or ""
    first = " ".join(told.partition("\n\n")[0].split())
    below = [f"[{one.__name__}](#{one.__name__.lower()})" for one in error.__subclasses__()]
    if below:
        catches = fill(f"{first} Catches {', '.join(below)}.", 95, **WHOLE)
        return f"### {error.__name__}\n\n{catches}\n"
    cause, _, rest = told.partition("Cause: ")[2].partition("\nCure: ")
    cure = rest.partition("\n\n")[0]
    [*_, example] = doctest.DocTestParser().get_examples(told)
    message = f"error: {' '.join(example.want.split())}"
    return _message(error.__name__, message, cause, cure)


def _code(code: ProblemCode) -> str:
    message = f"{code.severity}: {code.at(**code.example)}"
    return _message(f"`{code.name}`", message, code.cause, code.cure)


def _flaw_code(rule: Check, flaw: Flaw) -> str:
    found = rule.check(bank_of(flaw.bad), {SOURCE.id: SOURCE})
    message = next(f"{p.severity}: {p}" for p in found if p.code == flaw.code)
    [name] = [name for name in checks.names() if checks.get(name) is rule]
    cause = f"It breaks the rule [{name}](checks.md#{name}): {rule.summary}."
    return _message(f"`{flaw.code}`", message, cause, flaw.cure)


def _message(heading: str, message: str, cause: str, cure: str) -> str:
    causes = (f"- Cause: {cause}", f"- Cure: {cure}")
    told = (fill(" ".join(line.split()), 95, subsequent_indent="  ", **WHOLE) for line in causes)
    shown = fill(message, 95, **WHOLE)
    return f"### {heading}\n\n```text\n{shown}\n```\n\n" + "\n".join(told) + "\n"


def made() -> dict[str, str]:
    """File name in docs/ -> content."""
    return {
        "cli.md": command_line(),
        "checks.md": checks_page(),
        "howto-notebook.md": notebook_page(),
        "errors.md": errors_page(),
        "reference.md": with_glance((HERE / "reference.md").read_text(encoding="utf-8")),
        "bank.schema.json": bank_schema(),
        "results.schema.json": results_schema(),
        "form-map.schema.json": form_map_schema(),
        "scores.schema.json": scores_schema(),
        "log.schema.json": log_schema(),
    }


if __name__ == "__main__":
    for name, content in made().items():
        (HERE / name).write_text(content, encoding="utf-8")
