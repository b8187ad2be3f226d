"""Times each figure and its floor in turn, and prints the ratio of their medians.

A ratio taken in one run says more than seconds do: both sides feel the same machine.
Exits with 1 when a ratio misses its target.
"""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tests.bench import cards, corpus, deck, paper, study
from tests.bench.page import ready

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent.parent

#: The smallest Typer program: nothing can start quicker and still be Typer's.
HELLO = """
import typer
app = typer.Typer()
@app.command()
def hello() -> None:
    typer.echo("hello")
app()
"""

#: The language model by itself, over the texts that a build of sources/ reads.
MODEL = """
from importlib import import_module
from pathlib import Path
from quizlib.language.model import DEFAULT_MODEL
pipeline = import_module(DEFAULT_MODEL).load()
texts = [path.read_text(encoding="utf-8") for path in sorted(Path("sources").iterdir())]
for analysed in pipeline.pipe(texts):
    analysed.text
"""

#: A bank of 10,000 items, the deck's over and over with a word of their own each.
MANY = """
import sys
from quizlib.storage import load
deck = load("decks/north-korea-and-china.json")
items = [deck.live[n % len(deck.live)] for n in range(10_000)]
told = [item.model_copy(update={"id": f"{n}", "stem": f"Form {n}: {item.stem}"})
        for n, item in enumerate(items)]
deck.model_copy(update={"items": tuple(told)}).save(sys.argv[1])
"""
LOAD = "import sys; from quizlib.storage import load; bank = load(sys.argv[1])"
CHECK = f"{LOAD}; from quizlib.checks import check; check(bank)"
WEB = f"{LOAD}; from quizlib.exporters import exporters; exporters.get('web').export(bank)"
WORKSHEET = (
    f"{LOAD}; from quizlib.exporters import exporters; from tests.banks import apart;"
    " sheet = exporters.get('worksheet'); sheet.export(apart(bank), sheet.options(suffix='.html'))"
)

#: A learner who was asked each of them a month ago.
LEARNER = """
import datetime as dt, sys
from quizlib.learning import Rating, Review, Store
asked = dt.datetime.now(dt.UTC) - dt.timedelta(days=30)
with Store(sys.argv[1]) as store:
    store.merge(
        Review(id=f"r{n}", at=asked, card=f"{n}", rating=Rating.EASY, day=asked.date())
        for n in range(10_000)
    )
"""

QUIZLIB = "from quizlib.cli import main; main()"


class Figure(NamedTuple):
    """What is timed, the floor that it is held against, and the ratio that is allowed."""

    name: str
    measure: Callable[[], float]
    floor_name: str
    floor: Callable[[], float]
    target: float
    rounds: int


def seconds(code: str, *arguments: str) -> float:
    """How long a fresh interpreter takes to run `code`."""
    start = time.perf_counter()
    command = [sys.executable, "-c", code, *arguments]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return time.perf_counter() - start


def hello() -> float:
    return seconds(HELLO)


def version() -> float:
    return seconds(QUIZLIB, "--version")


def first_question() -> float:
    """How long `quizlib quiz` on the shipped deck takes until it waits for an answer."""
    return until_asked("quiz", "--seed", "1")


def first_card() -> float:
    """How long `quizlib study` takes until it waits, for a learner of 10,000 cards."""
    return until_asked("study", many(), "--data-dir", learner())


def until_asked(*arguments: str) -> float:
    """How long a command takes until it waits for an answer."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-u", "-c", QUIZLIB, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        shown = b""
        while not shown.endswith(b"> "):
            character = process.stdout.read(1)
            if not character:
                raise RuntimeError(f"no question was asked: {shown.decode()}")
            shown += character
        taken = time.perf_counter() - start
        process.stdin.close()
        process.stdout.read()
    return taken


def build() -> float:
    with tempfile.TemporaryDirectory() as folder:
        return seconds(QUIZLIB, "build", "sources", "-o", f"{folder}/bank.json")


@cache
def many() -> str:
    """Where the bank of 10,000 items is, until the program ends."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    path = f"{folder}/many.json"
    seconds(MANY, path)
    return path


@cache
def learner() -> str:
    """The data folder of a learner who knows all of `many`, until the program ends."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    seconds(LEARNER, f"{folder}/learners/default.sqlite3")
    return folder


def check() -> float:
    return seconds(CHECK, many())


def web() -> float:
    return seconds(WEB, many())


def worksheet() -> float:
    return seconds(WORKSHEET, many())


def load() -> float:
    return seconds(LOAD, many())


def model() -> float:
    return seconds(MODEL)


def one_second() -> float:
    return 1.0


FIGURES = (
    Figure("quizlib --version", version, "bare Typer hello", hello, target=1.25, rounds=15),
    Figure("first question", first_question, "bare Typer hello", hello, target=2.5, rounds=11),
    Figure("first of 10,000 cards", first_card, "bare Typer hello", hello, target=3, rounds=11),
    Figure("build sources/", build, "model load and run", model, target=1.5, rounds=5),
    Figure("build 36,000 words", corpus.build, "the model's pipe", corpus.pipe, 1.3, rounds=5),
    Figure("build 72,000 words", corpus.double, "36,000 words", corpus.build, 2.2, rounds=3),
    Figure("MB for 144,000 words", corpus.fourfold, "36,000 words", corpus.memory, 1.25, rounds=1),
    Figure("check 10,000 items", check, "load them", load, target=8, rounds=3),
    Figure("web, 10,000 items", web, "load them", load, target=3, rounds=3),
    Figure("worksheet, 100 pages", paper.export, "typst alone", paper.typeset, 1.5, rounds=5),
    Figure("worksheet, 10,000 items", worksheet, "load them", load, target=16, rounds=3),
    Figure("Anki, 100,000 notes", cards.ours, "genanki", cards.genankis, target=1.5, rounds=3),
    Figure("its memory, GB", cards.our_memory, "genanki", cards.genankis_memory, 1.5, rounds=1),
    Figure("import 100,000 notes", deck.imported, "Anki's import", deck.by_anki, 0.5, rounds=3),
    Figure("page, 1,000 items", ready, "a second", one_second, target=1, rounds=5),
)


def medians(figure: Figure) -> tuple[float, float]:
    """The medians of figure and floor, in seconds, after one unmeasured round of both."""
    rounds = [(figure.measure(), figure.floor()) for _ in range(figure.rounds + 1)][1:]
    measured, floors = zip(*rounds, strict=True)
    return median(measured), median(floors)


def main() -> int:
    missed = False
    print(f"{'figure':<23} {'s':>7}   {'floor':<18} {'s':>7} {'ratio':>6} {'target':>7}")
    for figure in FIGURES:
        taken, floor = medians(figure)
        ratio = taken / floor
        missed = missed or ratio > figure.target
        print(
            f"{figure.name:<23} {taken:7.3f}   {figure.floor_name:<18} {floor:7.3f}"
            f" {ratio:6.2f} {figure.target:7.2f}{' missed' if ratio > figure.target else ''}",
            flush=True,
        )
    return int(missed | studying())


def studying() -> bool:
    """Prints what is allowed in seconds above a floor; whether a figure misses its target."""
    missed = False
    print(f"\n{'figure':<23} {'ms':>7}   {'floor':<18} {'ms':>7} {'above':>6} {'target':>7}")
    for span in study.spans():
        above = span.seconds - span.floor
        missed = missed or above > span.allowed
        print(
            f"{span.name:<18} {span.seconds * 1000:7.2f}   {span.floor_name:<18}"
            f" {span.floor * 1000:7.2f} {above * 1000:6.2f} {span.allowed * 1000:7.2f}"
            f"{' missed' if above > span.allowed else ''}"
        )
    return missed


if __name__ == "__main__":
    sys.exit(main())
