"""The scheduler: what holds for every history, and a second opinion on its numbers."""

from __future__ import annotations

import datetime as dt
import random
from itertools import pairwise

import fsrs_rs_python
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from quizlib.errors import ClockWentBack
from quizlib.learning.days import day_end, learner_day
from quizlib.learning.scheduler import (
    Memory,
    Phase,
    Rating,
    Scheduling,
    fuzzed,
    retrievability,
    review,
)

START = dt.datetime(2026, 7, 1, 12, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)

minutes = st.lists(st.timedeltas(dt.timedelta(minutes=1), dt.timedelta(hours=23)), max_size=3).map(
    lambda steps: tuple(sorted(steps))
)
schedulings = st.builds(
    Scheduling,
    retention=st.floats(0.7, 0.99),
    learning_steps=minutes,
    relearning_steps=minutes,
    longest=st.integers(1, 36_500),
)
waits = st.timedeltas(dt.timedelta(), dt.timedelta(days=400))
histories = st.lists(st.tuples(waits, st.sampled_from(Rating)), min_size=1, max_size=12)


def after(history, scheduling, card="card"):
    """The memory after a history of waits and ratings, and when that is."""
    memory, now = None, START
    for wait, rating in history:
        now += wait
        memory = rated(memory, rating, now, scheduling, card)
    return memory, now


def rated(memory, rating, now, scheduling=Scheduling(), card="card") -> Memory:  # noqa: B008 - frozen
    return review(memory, rating, card=card, at=now, day=learner_day(now), scheduling=scheduling)


@settings(max_examples=200, deadline=None)
@given(histories, schedulings)
def test_retrievability_is_a_probability_and_falls(history, scheduling):
    memory, now = after(history, scheduling)
    days = [learner_day(now) + dt.timedelta(days=n) for n in (0, 1, 2, 10, 100, 10_000)]
    found = [retrievability(memory, day) for day in days]
    assert found[0] == 1
    assert all(0 <= chance <= 1 for chance in found)
    assert all(later < earlier for earlier, later in pairwise(found))


@settings(max_examples=200, deadline=None)
@given(histories, waits, schedulings, st.text(min_size=1))
def test_the_better_the_rating_the_later_the_card_comes_back(history, wait, scheduling, card):
    memory, now = after(history, scheduling, card)
    due = [rated(memory, rating, now + wait, scheduling, card).due for rating in Rating]
    assert due == sorted(due)
    assert due[0] > now + wait


@pytest.mark.parametrize("history", [[], [(dt.timedelta(), Rating.EASY), (DAY, Rating.AGAIN)]])
def test_hard_waits_no_longer_than_good_at_a_step_of_many_hours(history):
    step = dt.timedelta(hours=20)
    scheduling = Scheduling(learning_steps=(step,), relearning_steps=(step,), longest=1)
    memory, now = after(history, scheduling)
    due = [rated(memory, rating, now, scheduling).due - now for rating in Rating]
    assert due == [step, DAY, DAY, DAY]


@settings(max_examples=100, deadline=None)
@given(histories, schedulings)
def test_the_same_history_gives_the_same_memory(history, scheduling):
    assert after(history, scheduling) == after(history, scheduling)


@settings(max_examples=100, deadline=None)
@given(histories, schedulings)
def test_no_wait_is_longer_than_allowed(history, scheduling):
    memory, now = after(history, scheduling)
    assert memory.due - now <= dt.timedelta(days=scheduling.longest)
    assert 1 <= memory.difficulty <= 10
    assert memory.stability > 0
    assert memory.reviews == len(history)


@settings(max_examples=50, deadline=None)
@given(histories, st.timedeltas(dt.timedelta(microseconds=1), dt.timedelta(days=9)))
def test_a_review_before_the_last_one_is_refused(history, back):
    memory, now = after(history, Scheduling())
    with pytest.raises(ClockWentBack):
        rated(memory, Rating.GOOD, now - back)


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 40_000), st.integers(1, 36_500), st.text(), st.integers(0, 50))
def test_fuzz_moves_a_date_a_little_and_never_across_a_longer_one(days, longest, card, repetition):
    days = min(days, longest)
    moved = fuzzed(days, card, repetition, longest)
    assert moved <= longest
    assert abs(moved - days) <= 0.15 * days + 2
    assert moved == fuzzed(days, card, repetition, longest)
    assert moved <= fuzzed(min(days + 1, longest), card, repetition, longest)


def test_fuzz_spreads_cards_and_repetitions():
    assert {fuzzed(30, f"card{n}", 0, 999) for n in range(200)} == set(range(27, 34))
    assert {fuzzed(30, "card", n, 999) for n in range(200)} == set(range(27, 34))
    assert [fuzzed(n, "card", 0, 999) for n in range(3)] == [0, 1, 2]


def test_the_first_reviews_of_a_card():
    memory = rated(None, Rating.GOOD, START)
    assert (memory.phase, memory.step) == (Phase.LEARNING, 1)
    assert memory.due == START + dt.timedelta(minutes=10)
    memory = rated(memory, Rating.GOOD, memory.due)
    assert memory.phase is Phase.REVIEW
    assert memory.due - memory.last == dt.timedelta(days=2)
    memory = rated(memory, Rating.AGAIN, memory.due)
    assert (memory.phase, memory.lapses) == (Phase.RELEARNING, 1)
    assert memory.due - memory.last == dt.timedelta(minutes=10)
    assert memory.began == START.date()
    assert memory.recalled == memory.day == dt.date(2026, 7, 3)


def test_global_randomness_is_left_alone():
    random.seed(5)
    expected = random.Random(5).random()
    after([(dt.timedelta(days=9), Rating.EASY)] * 5, Scheduling())
    assert random.random() == expected


@pytest.mark.parametrize(
    "wrong",
    [
        {"retention": 0.5},
        {"retention": 1},
        {"learning_steps": [dt.timedelta(days=1)]},
        {"learning_steps": [dt.timedelta(minutes=9), dt.timedelta(minutes=1)]},
        {"relearning_steps": [dt.timedelta()]},
        {"longest": 0},
    ],
)
def test_a_scheduling_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(ValidationError):
        Scheduling(**wrong)


def test_a_day_begins_at_four_in_the_morning():
    zone = dt.timezone(dt.timedelta(hours=-5))
    night = dt.datetime(2026, 7, 2, 3, 59, tzinfo=zone)
    assert learner_day(night) == dt.date(2026, 7, 1)
    assert day_end(night) == dt.datetime(2026, 7, 2, 4, tzinfo=zone)
    morning = night + dt.timedelta(minutes=1)
    assert learner_day(morning) == dt.date(2026, 7, 2)
    assert day_end(morning) == dt.datetime(2026, 7, 3, 4, tzinfo=zone)


def test_an_evening_and_the_next_morning_are_a_day_apart():
    evening = dt.datetime(2026, 7, 1, 22, tzinfo=dt.UTC)
    first = rated(None, Rating.EASY, evening)
    early = rated(first, Rating.GOOD, evening + dt.timedelta(hours=12))
    same_day = rated(first, Rating.GOOD, evening + dt.timedelta(hours=5))
    assert early.stability > first.stability
    assert same_day.stability == pytest.approx(first.stability)


def test_who_flies_west_may_live_a_day_twice():
    memory = rated(None, Rating.GOOD, START)
    again = review(
        memory,
        Rating.GOOD,
        card="card",
        at=START + dt.timedelta(hours=1),
        day=memory.day - dt.timedelta(days=1),
        scheduling=Scheduling(),
    )
    assert again.stability >= memory.stability
    assert retrievability(memory, memory.day - dt.timedelta(days=1)) == 1


def test_a_second_implementation_agrees_over_a_thousand_histories():
    """Stability, difficulty and days after every review, by FSRS's reference in Rust."""
    reference = fsrs_rs_python.FSRS(fsrs_rs_python.DEFAULT_PARAMETERS)
    chance = random.Random(1)
    worst = 0.0
    dates = []
    for number in range(1000):
        card, memory, known, now = f"card{number}", None, None, START
        scheduling = Scheduling(retention=chance.choice([0.8, 0.9, 0.95]))
        for repetition in range(chance.randrange(1, 15)):
            days = chance.choice([0, 0, 1, 2, 5, 20, 100, 400]) if repetition else 0
            rating = chance.choice(list(Rating))
            now += dt.timedelta(days=days)
            memory = rated(memory, rating, now, scheduling, card)
            states = reference.next_states(known, scheduling.retention, days)
            state = getattr(states, rating.name.lower())
            known = state.memory
            worst = max(
                worst,
                abs(memory.stability / known.stability - 1),
                abs(memory.difficulty / known.difficulty - 1),
            )
            if memory.phase is Phase.REVIEW:
                wait = fuzzed(max(1, round(state.interval)), card, repetition, scheduling.longest)
                dates.append((memory.due - memory.last).days == wait)
    assert worst < 1e-4
    assert len(dates) > 3000
    assert dates.count(False) < len(dates) / 1000  # a half is rounded up here, down there
