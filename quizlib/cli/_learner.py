"""Whose data a command uses, and where it lies."""

from __future__ import annotations

import os
import re
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quizlib.cli._completion import completion, profiles

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from quizlib.learning import Store

#: The environment variable that says where quizlib keeps a person's data.
VARIABLE = "QUIZLIB_DATA_DIR"
#: The profile of who names none.
DEFAULT = "default"

ProfileOption = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="NAME",
        help="Whose data: each learner has a name.",
        autocompletion=completion(profiles),
    ),
]
DataDirOption = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        metavar="DIR",
        help=f"Where learners' data is kept. Default: {VARIABLE}, else the platform's folder.",
    ),
]


def data_folder(given: Path | None = None) -> Path:
    """Where a person's data is kept: as `given`, else as the environment says."""
    from platformdirs import user_data_path

    named = given or os.environ.get(VARIABLE)
    return Path(named) if named else user_data_path("quizlib", appauthor=False)


def learner_store(profile: str = DEFAULT, data_dir: Path | None = None) -> Store:
    """The learner's data, to be closed. Raises StoreError, OutputError."""
    from quizlib.learning import Store

    return Store(_file(profile, data_dir))


def stored_learner(profile: str = DEFAULT, data_dir: Path | None = None) -> Store:
    """The learner's data, to be closed; an empty store, kept nowhere, for who has none yet."""
    from quizlib.learning import Store

    file = _file(profile, data_dir)
    return Store(file if file.exists() else ":memory:")


def known_learner(
    profile: str = DEFAULT, data_dir: Path | None = None
) -> AbstractContextManager[Store | None]:
    """The learner's data; None for a learner who has none yet, and none is made."""
    return learner_store(profile, data_dir) if _file(profile, data_dir).exists() else nullcontext()


def _file(profile: str, data_dir: Path | None) -> Path:
    if not re.fullmatch(r"[\w-]{1,64}", profile):
        why = "a name of letters, digits, - and _ is needed"
        raise typer.BadParameter(why, param_hint="--profile")
    return data_folder(data_dir) / "learners" / f"{profile}.sqlite3"
