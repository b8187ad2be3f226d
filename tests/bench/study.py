"""A session over 100,000 cards: how long the next card takes, how long an answer, and how long
the statistics of 100,000 reviews.

All are told in seconds: the time that 19 of 20 cards come within; the median answer beside what
SQLite by itself takes for a durable commit, in the same file system at the same time; and the
whole command `quizlib stats`.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

from quizlib.learning import Plan, Rating, Store, study
from quizlib.learning.entries import Review
from quizlib.model import Bank, Evidence, Item, Maker

if TYPE_CHECKING:
    from collections.abc import Iterator

QUIZLIB = "from quizlib.cli import main; main()"
CARDS = 100_000
ROUNDS = 300
NOW = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)


class Span(NamedTuple):
    """What is timed and its floor, in seconds, and how much above the floor is allowed."""

    name: str
    seconds: float
    floor_name: str
    floor: float
    allowed: float


def spans() -> list[Span]:
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "learner") as store:
        store.merge(_reviews())
        return [*_measured(store, Path(folder) / "floor"), _told(Path(folder))]


def _told(folder: Path) -> Span:
    """The page of `quizlib stats` for a learner who was asked each of 10,000 cards ten times."""
    with Store(folder / "learners/default.sqlite3") as store:
        store.merge(_history())
    command = [sys.executable, "-c", QUIZLIB, "stats", "--data-dir", str(folder)]
    taken = median(
        _seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(5)
    )
    return Span("stats of 100,000", taken, "nothing", 0, 2.0)


def _measured(store: Store, path: Path) -> list[Span]:
    """Every card is due; each round asks, answers, and commits a row in a bare SQLite file."""
    began = time.perf_counter()
    plan = Plan(due_per_day=CARDS, new_per_day=CARDS)
    session = study(_bank(), store, now=lambda: NOW + _passed(began), plan=plan)
    asked, answered, committed = [], [], []
    with closing(sqlite3.connect(path, isolation_level=None)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE log (entry TEXT)")
        for _ in range(ROUNDS):
            asked.append(_seconds(session.next))
            answered.append(_seconds(lambda: session.answer("salt")))
            committed.append(_seconds(lambda: _commit(bare)))
    floor = median(committed)
    return [
        Span("next of 100,000", quantiles(asked, n=20)[-1], "nothing", 0, 0.020),
        Span("answer kept", median(answered), "SQLite's commit", floor, 0.002),
    ]


def _passed(began: float) -> dt.timedelta:
    return dt.timedelta(seconds=time.perf_counter() - began)


def _seconds(call: object) -> float:
    assert callable(call)
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def _commit(bare: sqlite3.Connection) -> None:
    bare.execute("BEGIN IMMEDIATE")
    bare.execute("INSERT INTO log VALUES (?)", ("x" * 200,))
    bare.execute("COMMIT")


def _bank() -> Bank:
    items = tuple(
        Item(
            id=f"item{n}",
            kind="short_answer",
            stem=f"Which goods were taxed in the year {n}?",
            key=("salt",),
            evidence=(Evidence(document="a", quote="salt", start=9 * n, end=9 * n + 4, line=1),),
        )
        for n in range(CARDS)
    )
    return Bank(title="Many", generator=Maker(name="bench", version="1"), items=items)


def _history() -> Iterator[Review]:
    began = NOW - dt.timedelta(days=300)
    for n in range(CARDS):
        card, times = divmod(n, 10)
        at = began + dt.timedelta(days=3 * times**2 + card % 50, seconds=card)
        rating = Rating.GOOD if n % 7 else Rating.AGAIN
        yield Review(id=f"r{n}", at=at, card=f"item{card}", rating=rating, day=at.date(), seconds=9)


def _reviews() -> list[Review]:
    """Half of the cards are due, after one easy review; the others are new."""
    at = NOW - dt.timedelta(days=60)
    return [
        Review(id=f"review{n}", at=at, card=f"item{n}", rating=Rating.EASY, day=at.date())
        for n in range(0, CARDS, 2)
    ]
