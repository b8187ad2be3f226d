"""`quizlib study`"""

from __future__ import annotations

import gc
import shlex
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from quizlib.cli._again import as_words
from quizlib.cli._completion import completion, studied, tags
from quizlib.cli._learner import DEFAULT, DataDirOption, ProfileOption, learner_store
from quizlib.cli._opening import KindOption, known_kinds
from quizlib.terminal.text import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from quizlib.learning import Plan


def study(  # noqa: PLR0913, PLR0917 - Typer makes an option of each
    banks: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BANK",
            help="Banks (.json), Anki decks (.apkg), or source files or folders; all that were"
            " studied before if none, at first the deck that comes along.",
        ),
    ] = None,
    number: Annotated[
        int | None,
        typer.Option("-n", metavar="N", min=1, help="Stop after so many answers."),
    ] = None,
    kind: KindOption = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(
            metavar="T",
            help="Only items with this tag; may be given again.",
            autocompletion=completion(tags),
        ),
    ] = None,
    hard: Annotated[bool, typer.Option("--hard", help="Only cards that are hard for you.")] = False,
    order: Annotated[
        Literal["due", "random", "hard"] | None,
        typer.Option(
            help="What comes first: the longest due, any, or the hardest.  [default: due]"
        ),
    ] = None,
    new: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help="New cards a day, at most.  [default: 20]"),
    ] = None,
    due: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help="Due cards a day, at most.  [default: 200]"),
    ] = None,
    minutes: Annotated[
        float | None, typer.Option(metavar="M", min=0.1, help="Stop after so many minutes.")
    ] = None,
    retention: Annotated[
        float | None,
        typer.Option(
            metavar="R",
            min=0.7,
            max=0.99,
            help="The share of cards that you want to know when they come back.  [default: 0.9]",
        ),
    ] = None,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="Ask and answer in lines, as for a screen reader."),
    ] = False,
    forget: Annotated[
        str | None,
        typer.Option(
            metavar="BANK",
            help="Do not study this bank again unless it is named.",
            autocompletion=completion(studied),
        ),
    ] = None,
    unsuspend: Annotated[
        bool, typer.Option("--unsuspend", help="Ask suspended cards again.")
    ] = False,
    profile: ProfileOption = DEFAULT,
    data_dir: DataDirOption = None,
) -> None:
    """Learn for good: a card comes back before you forget it.

    Digits choose and rate, Enter shows the answer and goes on, u takes back, ? explains,
    q leaves. Every answer is kept at once.
    """
    from quizlib.cli import _studied
    from quizlib.cli._screen import editor, screen
    from quizlib.learning import study as study_banks
    from quizlib.terminal.studying import Studying

    known_kinds(kind, *(banks or []))
    with learner_store(profile, data_dir) as store:
        if forget is not None:
            name = _studied.forget(forget, store)
            typer.echo(f"{folded(name)}: not studied any more; the history of its cards stays")
            return
        given = {
            "n": number, "kind": kind, "tag": tag, "hard": hard, "order": order, "new": new,
            "due": due, "minutes": minutes, "retention": retention,
        }  # fmt: skip
        found = _studied.banks_to_study(banks or [], store, _now, data_dir)
        gc.freeze()  # what was loaded stays to the end, and is no garbage to be looked through
        session = study_banks([one.bank for one in found], store, now=_now, plan=_plan(given))
        brought = session.unsuspend() if unsuspend else None
        asking = Studying(session, screen(plain=plain), editor(), _now, found)
        where = {"plain": plain, "profile": profile if profile != DEFAULT else None}
        told = {**given, **where, "data-dir": data_dir}
        raise typer.Exit(asking.hold(_again(banks or [], told), brought))


def _now() -> datetime:
    """The time here, with its zone."""
    return datetime.now().astimezone()


#: Options by the names that a plan has for them.
PLANNED = {
    "n": "answers",
    "kind": "kinds",
    "tag": "tags",
    "hard": "hard",
    "order": "order",
    "new": "new_per_day",
    "due": "due_per_day",
    "minutes": "minutes",
    "retention": "retention",
}


def _plan(given: Mapping[str, Any]) -> Plan:
    from quizlib.learning import Plan

    return Plan.model_validate({PLANNED[n]: v for n, v in given.items() if v is not None})


def _again(banks: Sequence[str], given: Mapping[str, Any]) -> str:
    """The line that says how to go on."""
    return f"{shlex.join(['quizlib', 'study', *banks, *as_words(given)])} goes on."
