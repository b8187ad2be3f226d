"""`quizlib quiz`"""

from __future__ import annotations

import shlex
from contextlib import nullcontext
from datetime import datetime
from pathlib import Path  # noqa: TC003 - Typer reads annotations when it runs
from random import SystemRandom
from typing import TYPE_CHECKING, Annotated
from uuid import uuid4

import typer

from quizlib.cli._again import as_words
from quizlib.cli._learner import DEFAULT, DataDirOption, ProfileOption, learner_store
from quizlib.cli._opening import KindOption, known_kinds, opened
from quizlib.cli._say import warn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizlib.model import Bank


def quiz(  # noqa: PLR0913, PLR0917 - Typer makes an option of each
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
    until_right: Annotated[
        bool,
        typer.Option(
            "--until-right",
            help="Ask what was missed again until it is right; the first answers count.",
        ),
    ] = False,
    exam: Annotated[
        float | None,
        typer.Option(
            metavar="MINUTES", min=0.1, help="No verdict before the end, which comes in MINUTES."
        ),
    ] = None,
    log: Annotated[
        bool,
        typer.Option("--log", help="Keep the answers for `quizlib study`, which asks again."),
    ] = False,
    json: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the results, or add them to those in FILE."),
    ] = None,
    profile: ProfileOption = DEFAULT,
    data_dir: DataDirOption = None,
) -> None:
    """Answer questions: one item at a time, then what to look at again.

    Digits choose, Enter goes on, ? explains, q leaves and keeps the score.
    """
    from quizlib.cli._results import results_before, write_results
    from quizlib.cli._screen import screen
    from quizlib.cli._studied import remember
    from quizlib.learning import Quiz, Record
    from quizlib.terminal.sitting import Sitting

    if exam is not None and until_right:
        raise typer.BadParameter("an exam asks every item once", param_hint="--until-right")
    chosen = SystemRandom().randrange(1, 10_000) if seed is None else seed
    kinds = known_kinds(kind, bank) or None
    source = opened(bank, data_dir)
    found = source.bank
    asked = _as_choices(found) if choices else found
    learner = "" if profile == DEFAULT else profile
    before = results_before(json, asked, learner) if json else None
    sitting = Quiz(asked, count=number, seed=chosen, kinds=kinds, until_right=until_right)
    warn(sitting.problems)
    given = {
        "n": number if number != 10 else None, "kind": kind, "choices": choices,
        "until-right": until_right, "exam": exam and f"{exam:g}", "log": log, "seed": chosen,
    }  # fmt: skip
    whose = {"profile": learner or None, "data-dir": data_dir}
    next_steps = [_studies(whose)] * log + [_again(bank, {**given, **(whose if log else {})})]
    with learner_store(profile, data_dir) if log else nullcontext() as store:
        if store is not None:
            remember(bank, found, store, _now)
        record = Record(sitting, _now, _new_id, exam=exam is not None, store=store)
        try:
            asking = Sitting(
                sitting, screen(), _now, keep=record.add, minutes=exam, document=source.document
            )
            code = asking.hold(*next_steps)
        finally:
            if json is not None:
                write_results(json, record.results(learner), before)
    raise typer.Exit(code)


def _now() -> datetime:
    """The time here, with its zone."""
    return datetime.now().astimezone()


def _new_id() -> str:
    return uuid4().hex


def _as_choices(bank: Bank) -> Bank:
    from quizlib.importers import as_choices

    return as_choices(bank)


def _again(bank: str | None, given: Mapping[str, object]) -> str:
    """The line that says how to be asked the same, or others."""
    words = ["quizlib", "quiz", *([bank] if bank else []), *as_words(given)]
    return f"{shlex.join(words)} asks these again; without --seed, others."


def _studies(whose: Mapping[str, object]) -> str:
    """The line that says what the log is good for."""
    return f"{shlex.join(['quizlib', 'study', *as_words(whose)])} asks each again when it is due."
