"""Python's search for garbage, put off while much is made that stays."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def all_before_kept() -> Iterator[None]:
    """No search for garbage among what is there already: it stays, and there is much of it."""
    frozen = gc.get_freeze_count()  # by whom else, is left as it is
    if not frozen:
        gc.freeze()
    try:
        yield
    finally:
        if not frozen:
            gc.unfreeze()


@contextmanager
def everything_kept() -> Iterator[None]:
    """No search for garbage meanwhile: what is made here stays, and searching doubles the time.

    Afterwards all that was made counts as old at once, or it would be searched right away.
    """
    searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # else it would thaw what the program has frozen
            gc.freeze()
            gc.unfreeze()
        if searching:
            gc.enable()
