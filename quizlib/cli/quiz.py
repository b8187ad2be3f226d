"""`quizlib quiz`"""

from __future__ import annotations

import shlex
from random import SystemRandom
from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli._opening import KindOption, known_kinds, opened

if TYPE_CHECKING:
    from quizlib.model import Bank


def quiz(
    bank: Annotated[
        str | None,
        typer.Argument(
            metavar="BANK",
            help="A bank (.json), a deck (.apkg), or a source file or folder;"
            " the deck that comes along if none.",
        ),
    ] = None,
    number: Annotated[int, typer.Option("-n", metavar="N", min=1, help="How many items.")] = 10,
    kind: KindOption = None,
    choices: Annotated[
        bool,
        typer.Option("--choices", help="Ask the cards of an imported deck as multiple choice."),
    ] = False,
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
    found = opened(bank).bank
    sitting = Quiz(_as_choices(found) if choices else found, count=number, seed=chosen, kinds=kinds)
    raise typer.Exit(hold(sitting, screen(), _again(bank, number, kind, chosen, choices=choices)))


def _as_choices(bank: Bank) -> Bank:
    from quizlib.importers import as_choices

    return as_choices(bank)


def _again(
    bank: str | None, number: int, kinds: list[str] | None, seed: int, *, choices: bool
) -> str:
    """The line that says how to be asked the same, or others."""
    words = ["quizlib", "quiz", *([bank] if bank else []), *(["-n", str(number)] * (number != 10))]
    words += [word for kind in kinds or () for word in ("--kind", kind)]
    words += ["--choices"] * choices
    return f"{shlex.join([*words, '--seed', str(seed)])} asks these again; without --seed, others."
