"""The Tab key: in a real bash, and as zsh and fish ask."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest
import typer
from typer._completion_shared import get_completion_script

from quizlib.cli import app
from quizlib.cli._completion import completion
from quizlib.errors import BankNotFound

ROOT = Path(__file__).parent.parent.parent
SCRIPT = get_completion_script(prog_name="quizlib", complete_var="_QUIZLIB_COMPLETE", shell="bash")
COMMAND = f'#!/bin/sh\nexec "{sys.executable}" -m quizlib.cli "$@"\n'


@pytest.fixture
def home(tmp_path, monkeypatch):
    """A home in which `quizlib` is a program, as if it were installed."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "quizlib").write_text(COMMAND)
    (programs / "quizlib").chmod(0o755)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("PS1", "> ")
    return tmp_path


class Bash:
    """An interactive bash that has read its ~/.bashrc."""

    def __init__(self) -> None:
        self.process = pexpect.spawn(
            "bash", ["--noprofile", "-i"], encoding="utf-8", timeout=60, dimensions=(24, 200)
        )
        self.run("bind 'set enable-bracketed-paste off'; bind 'set bell-style none'; PS1='> '")

    def run(self, line: str) -> str:
        """What `line` prints."""
        self.process.sendline(f"{line}; echo '<''end>'")
        self.process.expect_exact("<end>")
        return self.process.before or ""

    def completed(self, typed: str) -> str:
        """What `typed` has become when Tab was pressed."""
        self.process.send(f"{typed}\t\x01echo '<''begin>' \x05'|'")
        printed = self.run("")
        return printed.rpartition("<begin> ")[2].partition("|")[0]


def test_bash_completes_once_it_was_installed(home, folder):
    (folder / "my notes.md").write_text("Brine: salt water")
    shell = Bash()
    assert "bash completion installed" in shell.run("quizlib --install-completion")
    shell = Bash()
    assert {typed: shell.completed(typed) for typed in TYPED} == TYPED
    shell.process.close()


#: What is typed in a folder with salt.json and "my notes.md" -> what becomes of it, as one word
#: after the other is printed.
TYPED = {
    "quizlib ex": "quizlib export ",
    "quizlib export wor": "quizlib export worksheet ",
    "quizlib quiz sa": "quizlib quiz salt.json ",
    "quizlib export anki my": "quizlib export anki my notes.md ",
    "quizlib quiz salt.json --kind flash": "quizlib quiz salt.json --kind flashcard ",
    "quizlib log imp": "quizlib log import ",
}


def offered(home, *words):
    """What bash gets to choose from when the last of `words` is to be completed."""
    line = " ".join(map(shlex.quote, words))
    script = (
        f"{SCRIPT}\n"
        f"COMP_WORDS=({line}); COMP_CWORD={len(words) - 1};"
        "_quizlib_completion quizlib; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("words", "some"),
    [
        (["quiz", "--kind", ""], ["choice", "cloze", "true_false"]),
        (["build", "--difficulty", ""], ["easy", "medium", "hard"]),
        (["review", "salt.json", "--problem", "quote"], ["quote-moved", "quote-not-found"]),
        (["show", "salt.json", "--status", "re"], ["rejected", "retired"]),
        (["show", "salt.json", "--source", ""], ["salt-tax"]),
        (["study", "salt.json", "--tag", ""], ["statements"]),
        (["study", "--order", ""], ["due", "random", "hard"]),
        (["export", "worksheet", "salt.json", "--key", ""], ["none", "after", "inline"]),
        (["export", "csv", "salt.json", "--"], ["--output"]),
        (["stats", "--profile", ""], ["Anna"]),
        (["show", "gone.json", "--source", ""], []),
    ],
)
def test_options_offer_what_they_take(home, folder, words, some):
    learner = home / "data" / "quizlib" / "learners" / "Anna.sqlite3"
    learner.parent.mkdir(parents=True)
    learner.touch()
    found = offered(home, "quizlib", *words)
    assert set(some) <= set(found)
    assert bool(found) is bool(some)


def test_what_is_studied_is_known(home, folder, run):
    run("quiz", "salt.json", "-n", "1", "--log")
    assert offered(home, "quizlib", "study", "--forget", "") == [str(folder / "salt.json")]
    assert offered(home, "quizlib", "study", "--tag", "") == ["statements"]


@pytest.mark.parametrize(
    ("shell", "told"),
    [
        ("zsh", """_arguments '*: :(("choice"\n"cloze"))'"""),
        ("fish", "choice\ncloze"),
    ],
)
def test_other_shells_are_told_in_their_own_way(home, shell, told):
    environment = {
        "_QUIZLIB_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": "quizlib quiz --kind c",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    done = subprocess.run(
        ["quizlib"], env={**os.environ, **environment}, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == (told, "")


@pytest.mark.parametrize("words", ["export ", "quiz --kind ", "study --tag ", "review --problem "])
def test_nothing_heavy_is_loaded(home, words):
    code = "import sys, quizlib.cli\ntry: quizlib.cli.main()\nfinally: print('|', *sys.modules)"
    line = f"quizlib {words}"
    environment = {
        "_QUIZLIB_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    offered, _, modules = done.stdout.partition("|")
    assert offered.strip()
    assert not {"spacy", "genanki", "typst", "trafilatura", "rich"} & set(modules.split())


def test_trouble_is_kept_for_the_command_and_odd_names_are_left_to_be_typed():
    def broken(ctx):
        raise BankNotFound("gone.json")
        yield

    ctx = typer.Context(typer.main.get_command(app))
    assert completion(broken)(ctx) == []
    named = completion(lambda _: ["brine", "two words", "it's", "$(rm)", "brine"])
    assert named(ctx) == ["brine"]


def test_the_page_tells_every_option_that_is_completed():
    page = (ROOT / "docs/howto-completion.md").read_text(encoding="utf-8")
    for option in ("kind", "tag", "source", "status", "problem", "difficulty", "profile", "forget"):
        assert f"`--{option}`" in page
