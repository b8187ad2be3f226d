"""A store on a server: whatever thread asks, nothing is lost and nothing counts twice."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event, Thread

import pytest

import quizlib
from quizlib.errors import NothingAsked, StoreTrouble
from quizlib.learning import Plan, Rating, Store, store
from tests.banks import bank, item
from tests.learning.clock import NOON

THREADS = 8
BANK = bank(*(item(f"item{n}", "short_answer", f"Stem {n}?", "salt") for n in range(40)))
PLAN = Plan(new_per_day=1000, siblings_apart=False)


@pytest.fixture
def shared(tmp_path):
    """A store that is opened in a thread of its own."""
    with ThreadPoolExecutor(1) as threads:
        opened = threads.submit(Store, tmp_path / "learner.sqlite3").result()
    with opened:
        yield opened


def now():
    return dt.datetime.now(dt.UTC)


def at_once(work, number=THREADS):
    """What `work(0)`, `work(1)` … give, begun at the same moment in a thread each."""
    begin = Barrier(number)

    def begun(place):
        begin.wait()
        return work(place)

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(begun, range(number)))


def test_threads_at_once_lose_nothing(shared):
    def review(thread):
        for n in range(25):
            shared.review(f"card {n % 3}", Rating.GOOD, now)
            assert shared.card(f"card {n % 3}").memory.reviews
            assert len(list(shared.log())) > n

    at_once(review)
    assert len(list(shared.reviews())) == THREADS * 25
    states = list(shared.cards())
    assert sum(card.times for card in states) == THREADS * 25
    shared.rebuild()
    assert list(shared.cards()) == states


def test_sessions_of_several_threads_share_a_store(shared):
    def answer(thread):
        session = quizlib.study(BANK, shared, now=now, plan=PLAN)
        for n in range(thread, len(BANK.items), THREADS):
            session.ask(f"item{n}")
            session.answer("salt")

    at_once(answer)
    assert {card.id: card.times for card in shared.cards()} == {i.id: 1 for i in BANK.items}


def test_an_answer_sent_twice_at_once_counts_once(shared):
    def answer(thread):
        with shared.transaction():
            session = quizlib.study(BANK, shared, now=now, plan=PLAN)
            try:
                session.ask("item7", times=0)
                return session.answer("salt", seconds=4).rating
            except NothingAsked as error:
                return str(error)

    results = at_once(answer)
    assert results.count(Rating.GOOD) == 1
    assert results.count("cannot ask: this card was answered meanwhile") == THREADS - 1
    assert [entry.seconds for entry in shared.reviews()] == [4]


def test_a_transaction_of_one_thread_is_nothing_to_another(shared):
    """What is read elsewhere is never what is taken back afterwards."""
    wrote, seen = Event(), []

    def look():
        wrote.wait()
        seen.append(shared.length)

    def stop():
        with shared.transaction():
            shared.review("card", Rating.GOOD, now)
            wrote.set()
            looking.join(0.05)
            raise KeyboardInterrupt

    looking = Thread(target=look)
    looking.start()
    with pytest.raises(KeyboardInterrupt):
        stop()
    looking.join()
    assert seen == [0]


def test_all_entries_are_told_while_others_are_written(shared, monkeypatch):
    monkeypatch.setattr(store, "PAGE", 3)
    for n in range(10):
        shared.review(f"card {n}", Rating.GOOD, lambda: NOON)
    told = shared.log()
    next(told)
    with ThreadPoolExecutor(1) as threads:
        threads.submit(shared.review, "card 0", Rating.EASY, now).result()
    assert len(list(told)) == 10
    assert len(list(shared.cards())) == 10


def test_a_closed_store_is_told(tmp_path):
    shut = Store(tmp_path / "learner.sqlite3")
    shut.close()
    with pytest.raises(StoreTrouble, match="cannot be used now: Cannot operate on a closed"):
        shut.card("card")
