"""The file to which `quizlib quiz --json` adds its results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import OutputError
from quizlib.files import refuse_unwritable, write_whole
from quizlib.learning.page_results import read_results
from quizlib.model import BankName

if TYPE_CHECKING:
    from pathlib import Path

    from quizlib.model import Bank, ResultsFile


def results_before(path: Path, bank: Bank, learner: str) -> ResultsFile | None:
    """The results that the file holds already; None where there is none.

    Raises OutputError for a file that cannot be written, before any answer is given in vain, or
    that holds anything else, which stays as it is; DamagedLog, NewerLog.
    """
    refuse_unwritable(path)
    try:
        found = read_results(path.read_bytes(), str(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise OutputError(path, error.strerror or str(error)) from error
    if found is None or found.bank != BankName.of(bank) or found.learner != learner:
        raise OutputError(
            path, "it is there, and holds no results of this learner with this bank; name another"
        )
    return found


def write_results(path: Path, results: ResultsFile, before: ResultsFile | None) -> None:
    """Write `results` behind those that were there before. Raises OutputError."""
    sittings = (*(before.sittings if before else ()), *results.sittings)
    told = results.model_copy(update={"sittings": sittings})
    write_whole(path, f"{told.model_dump_json(indent=1)}\n".encode())
