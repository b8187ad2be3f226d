"""Walks docs/first-contact.md in a fresh clone, with a clock: `make first-contact`.

What a newcomer has is all that there is: an empty home, no environment, and what the page says.
The times go into the table of the page, and below it how busy the machine was.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from tests.walkthrough import Block, blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "first-contact.md"
#: The road whose files stand on another page, and how they begin.
PLUG_IN = ("A plug-in", ROOT / "docs" / "extending.md", "outline/")
HEAD = "| road | commands | lines | seconds |\n|---|---|---|---|\n"
#: The table, and the paragraph below it.
MEASURED = re.compile(rf"{re.escape(HEAD)}.*?\n\n.*?\n\n", re.DOTALL)


class Road(NamedTuple):
    """A section of the page: what is typed in it, and the files that are written."""

    name: str
    commands: list[str]
    files: dict[str, str]

    @property
    def lines(self) -> int:
        return sum(len(content.splitlines()) for content in self.files.values())

    def row(self, seconds: float) -> str:
        return f"| {self.name} | {len(self.commands)} | {self.lines} | {seconds:.1f} |\n"


def roads() -> Iterator[Road]:
    """The roads of the page, in their order."""
    page = PAGE.read_text(encoding="utf-8")
    found = blocks(page)
    inside = [range(block.start, block.end) for block in found]
    heads = [
        head
        for head in re.finditer(r"^## (.*)$", page, re.MULTILINE)
        if not any(head.start() in block for block in inside)
    ]
    for head, after in zip_longest(heads, heads[1:]):
        section = range(head.start(), after.start() if after else len(page))
        yield _road(head[1], [block for block in found if block.start in section])


def _road(name: str, found: list[Block]) -> Road:
    commands = [line for block in found for line in _typed(block)]
    return Road(name, commands, _files(found) | (plug_in() if name == PLUG_IN[0] else {}))


def _typed(block: Block) -> list[str]:
    if block.info == "sh":
        return block.body.splitlines()
    lines = block.body.splitlines() if block.info == "console" else []
    return [line[2:] for line in lines if line.startswith("$ ")]


def _files(found: list[Block]) -> dict[str, str]:
    named = {block.info.partition(" ")[2]: block.body for block in found}
    return {name: body for name, body in named.items() if name}


def plug_in() -> dict[str, str]:
    """The files of the plug-in without its test: name -> content."""
    _, page, folder = PLUG_IN
    files = _files(blocks(page.read_text(encoding="utf-8")))
    return {name: body for name, body in files.items() if re.match(f"{folder}(?!test)", name)}


def walk(road: Road, clone: Path, environment: Mapping[str, str]) -> float:
    """Do what the road says in `clone`. Gives the seconds that its commands took."""
    for name, content in road.files.items():
        (clone / name).parent.mkdir(exist_ok=True)
        (clone / name).write_text(content, encoding="utf-8")
    began = time.perf_counter()
    for command in road.commands:
        print(f"$ {command}", flush=True)
        subprocess.run(
            ["bash", "-c", command], cwd=clone, env=environment, input="q\n", text=True, check=True
        )
    return time.perf_counter() - began


def newcomer(clone: Path, home: Path) -> dict[str, str]:
    """The environment of somebody who has typed `source .venv/bin/activate`."""
    hidden = {"VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME"}
    own = str(Path(sys.executable).parent)
    path = [part for part in os.environ["PATH"].split(os.pathsep) if part != own]
    return {name: value for name, value in os.environ.items() if name not in hidden} | {
        "HOME": str(home),
        "PATH": os.pathsep.join([str(clone / ".venv" / "bin"), *path]),
    }


def machine(python: Path, before: float, after: float) -> str:
    """What the times were taken with; the loads are the average numbers of busy processes."""
    version = subprocess.run([python, "--version"], capture_output=True, text=True, check=True)
    release = version.stdout.rpartition(".")[0]
    cores = os.cpu_count()
    load = f"their load was {before:.1f} before the walk and {after:.1f} behind it"
    return f"Taken with {release} on {cores} cores; {load}."


def rewritten(page: str, rows: str, taken: str) -> str:
    """`page` with these rows, and with what was `taken` below them."""
    return MEASURED.sub(lambda _: f"{HEAD}{rows}\n{taken}\n\n", page, count=1)


def main() -> None:
    with TemporaryDirectory() as folder:
        clone, home = Path(folder, "clone"), Path(folder, "home")
        home.mkdir()
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        environment = newcomer(clone, home)
        before, *_ = os.getloadavg()
        rows = "".join(road.row(walk(road, clone, environment)) for road in roads())
        taken = machine(clone / ".venv" / "bin" / "python", before, os.getloadavg()[0])
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8"), rows, taken), encoding="utf-8")
    print(f"{HEAD}{rows}\n{taken}")


if __name__ == "__main__":
    main()
