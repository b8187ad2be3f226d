"""What holds for the command as a whole: help, errors, pipes and start-up."""

from __future__ import annotations

import keyword
import os
import subprocess
import sys

import pytest
from wcwidth import width

import quizlib
from quizlib.cli import COMMANDS
from tests.banks import bank

RUN = [sys.executable, "-m", "quizlib.cli"]


def loaded_after(statement):
    """The names of the modules that a fresh interpreter has loaded after `statement`."""
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_version(run):
    assert run("--version").stdout == f"quizlib {quizlib.__version__}\n"


@pytest.mark.parametrize("columns", [80, 40])
def test_help_names_every_command_and_fits(columns):
    done = subprocess.run(
        [*RUN, "--help"],
        env={**os.environ, "COLUMNS": str(columns)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert max(map(width, done.stdout.splitlines())) <= columns
    for command in COMMANDS:
        assert f"\n  {command} " in done.stdout


def test_no_command_shows_the_help(run):
    result = run()
    assert result.exit_code == 2
    assert "Turn what people read into questions they can trust." in result.output


def test_a_misspelt_command_is_guessed(run):
    result = run("shwo")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: no such command 'shwo'. Did you mean 'show'? (quizlib --help)\n"
    )


def test_a_file_in_the_place_of_a_command_is_told_what_to_do(run, folder):
    (folder / "notes.md").write_text("Tar was taxed in 1804.")
    result = run("notes.md")
    assert result.exit_code == 2
    assert result.stderr == (
        "error: 'notes.md' is no command but a file or folder: quizlib quiz notes.md"
        " (quizlib --help)\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ["salt.json", "anki"],
            "the target comes first, then the bank: quizlib export anki salt.json",
        ),
        (["pdf", "salt.json"], "'pdf' is an ending; made by: worksheet"),
    ],
)
def test_what_stands_in_the_place_of_a_target_is_told_what_to_do(run, folder, arguments, told):
    (folder / "salt.json").write_text("{}")
    result = run("export", *arguments)
    assert result.exit_code == 2
    assert result.stderr == f"error: {told} (quizlib export --help)\n"


def test_the_list_of_commands_cuts_no_summary_short(run):
    for group in ([], ["log"]):
        assert "..." not in run(*group, "--help").output.partition("Commands:")[2]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show"], "missing argument 'BANK' (quizlib show --help)"),
        (["quiz", "--json"], "option '--json' requires an argument (quizlib quiz --help)"),
        (["log", "export", "-o"], "option '-o' requires an argument (quizlib log export --help)"),
        (["build"], "missing argument 'SOURCE' (quizlib build --help)"),
        (["export", "anki"], "missing argument 'BANK' (quizlib export anki --help)"),
        (["show", "a", "--no\x1b"], "no such option: --no\\x1b (quizlib show --help)"),
        (
            ["study", "--order", "x"],
            (
                "invalid value for '--order': 'x' is not one of 'due', 'random', 'hard'"
                " (quizlib study --help)"
            ),
        ),
    ],
)
def test_wrong_usage_exits_with_2_and_one_line(arguments, told, run):
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"error: {told}\n"


def test_start_up_loads_no_command_and_nothing_heavy():
    modules = loaded_after("import quizlib.cli")
    assert not {f"quizlib.cli.{command}" for command in COMMANDS} & modules
    assert not {"spacy", "genanki", "jinja2", "rich", "quizlib.model"} & modules


def test_the_commands_load_nothing_heavy():
    modules = [f"{name}_" if keyword.iskeyword(name) else name for name in COMMANDS]
    imports = "; ".join(f"import quizlib.cli.{module}" for module in modules)
    assert not {"spacy", "genanki", "jinja2", "trafilatura"} & loaded_after(imports)


def test_a_reader_that_leaves_early_is_no_error(folder):
    bank(*(bank().items[0].model_copy(update={"id": f"i{n}"}) for n in range(2000))).save(
        "big.json"
    )
    command = f"{' '.join(RUN)} show big.json --json | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stdout.startswith('{"id": "i0"')
    assert done.stderr == ""


def test_a_terminal_without_the_characters_is_no_error():
    done = subprocess.run(
        [*RUN, "show", "salt.json"],
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        encoding="latin-1",
        check=True,
    )
    assert r"\u201cEach barrel of herring took thirty kilograms of salt.\u201d" in done.stdout


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_error(closed, folder):
    (folder / "notes.txt").write_text("Q: Why was tar taxed in 1804?\nA: It was dear.\n")
    command = f'exec "{sys.executable}" -m quizlib.cli build notes.txt -o x.json {closed}'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (folder / "x.json").is_file()
