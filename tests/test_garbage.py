"""Python's search for garbage is put off, and left as it was."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from quizlib.garbage import all_before_kept, everything_kept

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def thawed() -> Iterator[None]:
    """Nothing is frozen before a test, as by a command that another one ran, nor after it."""
    gc.unfreeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_was_there_is_searched_again_afterwards():
    with all_before_kept():
        assert gc.get_freeze_count()
        assert gc.isenabled()
    assert not gc.get_freeze_count()


@pytest.mark.usefixtures("thawed")
def test_it_is_searched_again_after_an_error():
    with pytest.raises(ValueError, match="salt"), all_before_kept():
        raise ValueError("salt")
    assert not gc.get_freeze_count()


@pytest.mark.usefixtures("thawed")
def test_what_the_program_froze_stays_frozen():
    gc.freeze()
    with all_before_kept():
        pass
    assert gc.get_freeze_count()


@pytest.mark.usefixtures("thawed")
def test_one_within_the_other():
    with all_before_kept():
        with everything_kept():
            assert not gc.isenabled()
        assert gc.isenabled()
        assert gc.get_freeze_count()
    assert not gc.get_freeze_count()
