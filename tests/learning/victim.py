"""Sessions that are killed: `python -m tests.learning.victim FOLDER ROUNDS SEED`.

Each round a process of its own studies and tells every answer as soon as it is acknowledged,
until it is killed after a random while. The store must hold all that was told. Prints how many
answers that were.
"""

from __future__ import annotations

import datetime as dt
import os
import random
import signal
import sys
import time
from pathlib import Path

import quizlib
from quizlib.learning import Plan
from tests.banks import bank, item

BANK = bank(*(item(f"item{n}", "short_answer", f"Stem {n}?", "salt") for n in range(100)))


def now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def study(path: Path, told: int) -> None:
    """Answer, tell, and so on, until somebody ends it."""
    with quizlib.Store(path) as store:
        plan = Plan(new_per_day=10_000, siblings_apart=False)
        session = quizlib.study(BANK, store, now=now, plan=plan)
        os.write(told, b"ready\n")
        while (asked := session.next()) is not None:
            session.answer("tar")  # wrong, so that there is no end
            reviews = session.info().reviews
            os.write(told, f"{asked.item.id} {reviews[-1].id}\n".encode())


def warm_up() -> None:
    """Load here what every process would have to load anew."""
    with quizlib.Store(":memory:") as store:
        session = quizlib.study(BANK, store, now=now)
        session.next()
        session.answer("tar")


def killed(path: Path, answers: int, delay: float) -> list[str]:
    """The ids of reviews that a session told of, killed `delay` seconds after so many."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        study(path, writing)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as lines:
        first = [lines.readline() for _ in range(answers + 1)]  # the session tells it is ready
        time.sleep(delay)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [line.split()[1] for line in [*first[1:], *lines] if line.endswith("\n")]


def main(folder: str, rounds: str, seed: str) -> None:
    chance = random.Random(int(seed))
    told: list[str] = []
    path = Path(folder) / "learner.sqlite3"
    warm_up()
    for _ in range(int(rounds)):
        told += killed(path, chance.randrange(5), chance.uniform(0, 0.004))
    with quizlib.Store(path) as store:
        kept = {entry.id for entry in store.log()}
        lost = [id for id in told if id not in kept]
        assert not lost, lost
        before = list(store.cards())
        store.rebuild()
        assert list(store.cards()) == before
    print(len(told))  # noqa: T201 - its result


if __name__ == "__main__":
    main(*sys.argv[1:])
