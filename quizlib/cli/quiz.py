"""`quizlib quiz`"""

from __future__ import annotations

import shlex
from random import SystemRandom
from typing import Annotated

import typer

from quizlib.cli._opening import KindOption, known_kinds, opened


def quiz(
    bank: Annotated[
        str | None,
        typer.Argument(
            metavar="BANK",
            help="A bank (.json), or a source file or folder; the deck that comes along if none.",
        ),
    ] = None,
    number: Annotated[int, typer.Option("-n", metavar="N", min=1, help="How many items.")] = 10,
    kind: KindOption = None,
    seed: Annotated[
        int | None,
        typer.Option(metavar="N", help="The same seed asks the same items again."),
    ] = None,
) -> None:
    """Answer questions: one item at a time, then what to look at again.

    Digits choose, Enter goes on, ? explains, q leaves and keeps the score.
    """
    from quizlib.cli._screen import screen
    from quizlib.learning import Quiz
    from quizlib.terminal.sitting import hold

    chosen = SystemRandom().randrange(1, 10_000) if seed is None else seed
    kinds = known_kinds(kind) or None  # before a build that takes its time
    sitting = Quiz(opened(bank).bank, count=number, seed=chosen, kinds=kinds)
    raise typer.Exit(hold(sitting, screen(), _again(bank, number, kind, chosen)))


def _again(bank: str | None, number: int, kinds: list[str] | None, seed: int) -> str:
    """The line that says how to be asked the same, or others."""
    words = ["quizlib", "quiz", *([bank] if bank else []), *(["-n", str(number)] * (number != 10))]
    words += [word for kind in kinds or () for word in ("--kind", kind)]
    return f"{shlex.join([*words, '--seed', str(seed)])} asks these again; without --seed, others."
