"""A learner's store and a clock, for every test here that asks."""

from __future__ import annotations

from itertools import count

import pytest

from quizlib.learning import Store
from tests.learning.clock import Clock


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    numbers = count(1)
    with Store(tmp_path / "learner.sqlite3", new_id=lambda: f"entry-{next(numbers)}") as opened:
        yield opened
