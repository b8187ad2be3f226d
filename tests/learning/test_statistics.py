"""Statistics from a log: sums that agree, whatever the log holds."""

from __future__ import annotations

import csv
import datetime as dt
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizlib.learning import Rating, Store
from quizlib.learning.entries import Bury, Flag, Suspend
from quizlib.learning.scheduler import retrievability
from quizlib.learning.statistics import AHEAD, statistics
from quizlib.learning.statistics_page import page
from quizlib.model import Status
from tests.banks import HOSTILE, bank, item

START = dt.datetime(2026, 7, 1, 12, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def study(store, *steps):
    """Review cards: (days after the start, card, rating)."""
    for n, (days, card, rating) in enumerate(steps):
        at = START + dt.timedelta(days=days, seconds=n)
        store.review(card, rating, lambda at=at: at, seconds=10, bank="Salt")


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.sampled_from("abc"), st.sampled_from(Rating)), max_size=40
    )
)
@settings(max_examples=50, deadline=None)
def test_every_review_is_counted_once_everywhere(steps):
    with Store(":memory:") as store:
        study(store, *sorted(steps, key=lambda step: step[0]))
        told = statistics(store, START + dt.timedelta(days=41))
    assert told.reviews == len(steps)
    assert sum(day.reviews for day in told.days) == len(steps)
    assert sum(group.reviews for group in told.by_bank) == len(steps)
    assert told.seconds == sum(day.seconds for day in told.days) == 10 * len(steps)
    assert told.retention.reviews == sum(one.reviews for one in told.bins)
    assert sum(due.cards for due in told.forecast) <= told.cards == len({s[1] for s in steps})
    assert len(told.forecast) == AHEAD
    for one in told.bins:
        if one.predicted is not None and one.actual is not None:
            assert one.low <= one.predicted <= one.high
            assert 0 <= one.actual <= 1


def test_retention_is_of_learned_cards_only(tmp_path):
    with Store(tmp_path / "s.sqlite3") as store:
        study(store, (0, "a", Rating.GOOD), (0, "a", Rating.GOOD))
        memory = store.card("a").memory
        assert memory is not None
        study(store, (5, "a", Rating.AGAIN))
        told = statistics(store, START + dt.timedelta(days=5))
    assert told.retention.reviews == 1
    assert told.retention.predicted == retrievability(memory, memory.day + dt.timedelta(days=5))
    assert told.retention.actual == 0
    assert [(card.card, card.lapses) for card in told.hardest] == [("a", 1)]


def test_what_is_overdue_is_due_today_and_suspended_cards_are_not(tmp_path):
    with Store(tmp_path / "s.sqlite3") as store:
        study(store, (0, "a", Rating.EASY), (0, "b", Rating.EASY))
        store.append(Suspend(id="s", at=START, card="c"))
        study(store, (0, "c", Rating.EASY))
        later = statistics(store, START + dt.timedelta(days=25))
        now = statistics(store, START)
    assert later.forecast[0].cards == 2
    assert now.forecast[0].cards == 0
    assert sum(due.cards for due in now.forecast) == 2


def test_only_what_is_asked_again_comes_due(tmp_path):
    first, second, third, fourth = (item(id, "term", id, id) for id in "abcd")
    mended = second.model_copy(update={"revision": 1})
    gone = fourth.model_copy(update={"status": Status.REJECTED})
    tomorrow = START.date() + dt.timedelta(days=1)
    with Store(tmp_path / "s.sqlite3") as store:
        study(store, *((-20, id, Rating.EASY) for id in "abcd"))
        store.append(
            Flag(id="f1", at=START, card="a"),
            Flag(id="f2", at=START, card="b"),
            Bury(id="b", at=START, card="c", until=tomorrow),
        )
        told = statistics(store, START, [bank(first, mended, third, gone)])
        unknown = statistics(store, START)
    assert [day.cards for day in told.forecast[:3]] == [1, 1, 0]
    assert [day.cards for day in unknown.forecast[:3]] == [1, 1, 0]


def test_banks_tell_stems_and_tags_and_may_narrow(tmp_path):
    with Store(tmp_path / "s.sqlite3") as store:
        study(store, (0, "term1", Rating.GOOD), (0, "elsewhere", Rating.GOOD))
        every = statistics(store, START, [bank()])
        some = statistics(store, START, [bank()], only=True)
    assert (every.cards, some.cards) == (2, 1)
    assert [(tag.name, tag.cards) for tag in every.by_tag] == [("statements", 1)]
    assert some.hardest == ()  # known at once
    with Store(tmp_path / "hard.sqlite3") as store:
        study(store, (0, "term1", Rating.AGAIN))
        [hardest] = statistics(store, START, [bank()]).hardest
    assert hardest.stem.startswith("What is a shed")


def test_a_row_for_each_day(tmp_path):
    with Store(tmp_path / "s.sqlite3") as store:
        study(store, (0, "a", Rating.AGAIN), (1, "a", Rating.EASY))
        told = statistics(store, START + dt.timedelta(days=2))
    rows = list(csv.DictReader(io.StringIO(told.to_csv(), newline="")))
    assert rows[0] == {
        "day": "2026-07-01", "reviews": "1", "known": "0", "seconds": "10.0", "due": ""
    }  # fmt: skip
    assert len(rows) == 2 + AHEAD


@pytest.mark.parametrize("empty", [True, False])
def test_the_page_needs_no_script_and_no_network(tmp_path, empty):
    items = [item(f"h{n}", "term", text, text, tags=(text,)) for n, text in enumerate(HOSTILE)]
    with Store(tmp_path / "s.sqlite3") as store:
        if not empty:
            study(store, *((0, one.id, Rating.GOOD) for one in items))
        made = page(statistics(store, START, [bank(*items)]))
    assert "default-src 'none'" in made
    assert "<script" not in made
    assert "http" not in made.replace("http-equiv", "").replace("&#34;http://x&#34;", "")
    assert ("&lt;script&gt;" in made) is not empty
