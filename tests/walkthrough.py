"""Pages that are run: every command and program of a Markdown page, with what it prints.

A fenced block is told by its first words:

- any language and NAME: the content of the file NAME, which is written
- `console`: commands after `$ `, each with what it prints, in a shell
- `python`: a program of no name; a `text` block right behind it holds what it prints

Any other block is `unrun`.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from typing import NamedTuple

import quizlib

FENCE = re.compile(r"^```(?P<info>.*)\n(?P<body>(?:.*\n)*?)```$", re.MULTILINE)


class Block(NamedTuple):
    """A fenced block of a page; `start` and `end` are where its content stands."""

    info: str
    body: str
    start: int
    end: int


class Walkthrough:
    """Runs a page in `folder`; `true_page` is the page with what really was printed.

    `quizlib` and `python` are this checkout's, or those in the folder `programs`.
    """

    def __init__(self, page: str, folder: Path, programs: Path | None = None) -> None:
        self.page = page
        self.folder = folder
        self.names: dict[str, object] = {}
        self.unrun: list[Block] = []
        self.environment = _environment(folder, programs)

    def write_files(self) -> None:
        """Write every file of the page, and run nothing."""
        for block in blocks(self.page):
            self._write(block)

    def _write(self, block: Block) -> bool:
        """Write the block's content, if it is that of a file."""
        name = block.info.partition(" ")[2]
        if name:
            (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / name).write_text(block.body, encoding="utf-8")
        return bool(name)

    def true_page(self) -> str:
        parts, position = [], 0
        for block, body in self._run():
            parts += [self.page[position : block.start], body]
            position = block.end
        return "".join([*parts, self.page[position:]])

    def _run(self):
        found = blocks(self.page)
        output = None
        for block, after in zip_longest(found, found[1:]):
            language = block.info.partition(" ")[0]
            if self._write(block):
                continue
            if language == "console":
                yield block, self._console(block.body)
            elif language == "python":
                output = after if after and after.info == "text" else None
                printed = self._python(block.body)
                assert output or not printed, f"the page does not show what is printed: {printed}"
            elif block is output:
                yield block, printed
            else:
                self.unrun.append(block)

    def _console(self, body: str) -> str:
        commands = [line for line in body.splitlines() if line.startswith("$ ")]
        return "".join(f"{command}\n{self._shell(command[2:])}" for command in commands)

    def _shell(self, command: str) -> str:
        done = subprocess.run(
            command,
            shell=True,
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        return done.stdout

    def _python(self, body: str) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.chdir(self.folder):
            exec(compile(body, "page", "exec"), self.names)
        return printed.getvalue()


def blocks(page: str) -> list[Block]:
    return [
        Block(found["info"], found["body"], found.start("body"), found.end("body"))
        for found in FENCE.finditer(page)
    ]


def _environment(folder: Path, programs: Path | None) -> dict[str, str]:
    """A shell with the programs, and with a cache and a data folder of its own."""
    checkout = {} if programs else {"PYTHONPATH": str(Path(quizlib.__file__).parent.parent)}
    others = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return {
        **others,
        **checkout,
        "PATH": f"{programs or _of_the_checkout(folder)}{os.pathsep}{os.environ['PATH']}",
        "XDG_CACHE_HOME": str(folder / ".cache"),
        "XDG_DATA_HOME": str(folder / ".data"),
        "COLUMNS": "80",
    }


def _of_the_checkout(folder: Path) -> Path:
    """A folder in which `quizlib` is this checkout's and `python` ours."""
    programs = folder / ".programs"
    programs.mkdir(exist_ok=True)
    for name, what in {"quizlib": " -m quizlib.cli", "python": ""}.items():
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}"{what} "$@"\n')
        program.chmod(0o755)
    return programs
