"""A session: what it asks, what it keeps, and what can be taken back."""

from __future__ import annotations

import datetime as dt

import pytest

import quizlib
from quizlib.errors import (
    ClockWentBack,
    EmptyBank,
    InvalidArgument,
    InvalidResponse,
    NothingAsked,
    UnknownName,
)
from quizlib.learning import Plan, Rating, Store
from quizlib.learning.scheduler import Phase
from quizlib.model import Evidence, Status
from tests.banks import HOSTILE, ITEMS, bank, item
from tests.learning.clock import NOON, Clock

TOMORROW = dt.datetime(2026, 7, 2, 4, tzinfo=NOON.tzinfo)


def apart(number, kind="short_answer", **fields):
    """Items that share no quote, all answered by "salt"."""
    return [
        item(f"item{n}", kind, f"Stem {n}?", "salt", evidence=(quote(n),), **fields)
        for n in range(number)
    ]


def quote(place):
    return Evidence(document="salt-tax", quote="salt", start=place, end=place + 4, line=1)


def started(store, clock, *items, **plan):
    return quizlib.study(bank(*(items or apart(3))), store, now=clock, plan=Plan(**plan))


def learned(session, clock, limit=100):
    """Answer everything rightly, minutes apart; the ids in the order asked."""
    asked: list[str] = []
    while session.next() is not None and len(asked) < limit:
        asked.append(session.asked.item.id)
        if session.answer(session.asked.item.key[0]).unrated:
            session.rate(Rating.GOOD)
        clock.pass_(minutes=11)
    return asked


def told(counts):
    return counts.due, counts.new, counts.done


def types(store):
    return [entry.type for entry in store.log()]


def test_new_cards_are_asked_until_they_are_learned(store, clock):
    session = started(store, clock)
    assert told(session.counts) == (0, 3, 0)
    assert learned(session, clock) == ["item0", "item0", "item1", "item1", "item2", "item2"]
    assert told(session.counts) == (0, 0, 6)
    assert {card.memory.phase for card in store.cards()} == {Phase.REVIEW}


def test_the_same_card_is_asked_until_something_is_done_with_it(store, clock):
    session = started(store, clock)
    assert session.next() is session.next()
    session.answer("salt")
    assert session.next().item.id == "item1"


def test_an_answer_is_kept_before_it_is_told(store, clock):
    session = started(store, clock)
    session.next()
    clock.pass_(seconds=7)
    verdict = session.answer("salt")
    assert verdict.score.right
    assert (verdict.rating, verdict.seconds, verdict.unrated) == (Rating.GOOD, 7, False)
    [entry] = store.log()
    assert (entry.card, entry.rating, entry.seconds, entry.points, entry.bank) == (
        "item0",
        Rating.GOOD,
        7,
        1,
        "Salt",
    )
    assert entry.day == dt.date(2026, 7, 1)
    assert verdict.due[Rating.GOOD] == store.card("item0").memory.due


@pytest.mark.parametrize(
    ("response", "seconds", "rating"),
    [("salt", 3, Rating.GOOD), ("salt", 60, Rating.HARD), ("tar", 3, Rating.AGAIN)],
)
def test_the_rating_comes_from_how_the_answer_went(store, clock, response, seconds, rating):
    session = started(store, clock)
    session.next()
    clock.pass_(seconds=seconds)
    assert session.answer(response).rating is rating


def test_the_learner_has_the_last_word_on_the_rating(store, clock):
    session = started(store, clock)
    session.next()
    due = session.answer("salt").due
    assert session.rate(Rating.EASY).rating is Rating.EASY
    assert types(store) == ["review", "undo", "review"]
    assert store.card("item0").memory.due == due[Rating.EASY]
    assert store.card("item0").memory.reviews == 1
    session.rate(Rating.EASY)
    assert len(types(store)) == 3


def test_an_answer_in_ones_own_words_is_kept_when_it_is_rated(store, clock):
    session = started(store, clock, *ITEMS[:1])
    session.next()
    verdict = session.answer("")
    assert verdict.unrated
    assert types(store) == []
    assert not session.rate(Rating.HARD).unrated
    [entry] = store.log()
    assert (entry.rating, entry.points) == (Rating.HARD, None)


def test_who_goes_on_without_rating_takes_what_was_proposed(store, clock):
    session = started(store, clock, *ITEMS[:1])
    session.next()
    session.answer("because smuggling had made it worthless")
    session.next()
    assert [entry.rating for entry in store.log()] == [Rating.GOOD]


def test_steps_are_undone_one_by_one_back_to_the_beginning(store, clock):
    session = started(store, clock, *apart(6))
    session.next()
    session.answer("salt")
    session.rate(Rating.EASY)
    session.next()
    session.skip()
    session.next()
    session.bury()
    session.next()
    session.suspend()
    session.next()
    session.flag("nobody knows")
    assert session.next().item.id == "item5"
    assert [session.undo().item.id for _ in range(5)] == [
        "item4",
        "item3",
        "item2",
        "item1",
        "item0",
    ]
    assert session.undo() is None
    assert list(store.cards()) == []
    assert told(session.counts) == (0, 6, 0)
    assert session.next().item.id == "item0"


def test_an_answer_that_waits_for_its_rating_is_undone_without_a_trace(store, clock):
    session = started(store, clock, *ITEMS[:1])
    session.next()
    session.answer("")
    assert session.undo().item.id == "flash1"
    assert session.verdict is None
    assert types(store) == []


def test_a_card_that_was_answered_and_then_buried_comes_back_answered(store, clock):
    session = started(store, clock)
    session.next()
    verdict = session.answer("salt")
    session.bury()
    session.undo()
    assert session.verdict == verdict
    session.undo()
    assert session.verdict is None
    assert list(store.cards()) == []


def test_what_is_put_away_is_not_asked(store, clock):
    session = started(store, clock, *apart(5))
    for put_away in (session.skip, session.bury, session.suspend, session.flag):
        session.next()
        put_away()
    assert set(learned(session, clock)) == {"item4"}
    assert set(learned(started(store, clock, *apart(5)), clock)) == {"item0"}  # skipped only then
    clock.pass_(days=1)
    assert set(learned(started(store, clock, *apart(5)), clock)) == {"item1"}  # buried for a day


def test_what_was_suspended_comes_back_when_it_is_wanted(store, clock):
    session = started(store, clock, *apart(2))
    session.next()
    session.suspend()
    later = started(store, clock, *apart(2))
    assert told(later.counts) == (0, 1, 0)
    assert later.unsuspend() == 1
    assert told(later.counts) == (0, 2, 0)
    assert later.unsuspend() == 0


def test_a_flag_falls_when_the_question_is_mended(store, clock):
    session = started(store, clock)
    session.next()
    session.flag("  two answers\nare right ")
    [flagged] = [card for card in store.cards() if card.flag]
    assert (flagged.id, flagged.flag.reason, flagged.flag.revision) == (
        "item0",
        "two answers are right",
        0,
    )
    mended = apart(3)[0].model_copy(update={"revision": 1})
    assert started(store, clock, mended).next().item.id == "item0"


def test_a_session_goes_on_where_the_last_one_stopped(store, clock):
    first = started(store, clock, *apart(5))
    for _ in range(2):
        first.next()
        first.answer("salt")
    stopped = first.next()
    second = started(store, clock, *apart(5))
    assert second.next() == stopped
    assert told(second.counts) == (2, 3, 2)


def test_what_was_learned_comes_back_when_it_is_due(store, clock):
    learned(started(store, clock), clock)
    session = started(store, clock)
    assert session.next() is None
    due = session.next_due
    assert due.hour == 4
    assert due.tzinfo == NOON.tzinfo
    clock.now = due - dt.timedelta(seconds=1)
    assert started(store, clock).next() is None
    clock.now = due
    assert started(store, clock).next() is not None


def test_nothing_due_is_no_reason_not_to_study(store, clock):
    learned(started(store, clock, *apart(4), new_per_day=2), clock)
    session = started(store, clock, *apart(4), new_per_day=2)
    assert session.next() is None
    assert session.next_due == TOMORROW
    session.study_anyway()
    assert set(learned(session, clock)) == {"item0", "item1", "item2", "item3"}


def test_a_day_has_its_limits_over_all_its_sessions(store, clock):
    for _ in range(2):
        learned(started(store, clock, *apart(6), new_per_day=2), clock)
    assert len(list(store.cards())) == 2
    assert len(set(learned(started(store, clock, *apart(6), new_per_day=3), clock))) == 1
    clock.pass_(days=30)
    session = started(store, clock, *apart(6), new_per_day=0, due_per_day=2)
    assert told(session.counts) == (2, 0, 0)
    assert len(learned(session, clock)) == 2
    assert started(store, clock, *apart(6), new_per_day=0, due_per_day=2).next() is None


def test_siblings_are_kept_for_another_day(store, clock):
    same = [item(f"item{n}", "short_answer", f"Stem {n}?", "salt") for n in range(3)]
    session = started(store, clock, *same)
    assert told(session.counts) == (0, 1, 0)
    assert set(learned(session, clock)) == {"item0"}
    assert session.next_due == TOMORROW
    clock.pass_(days=1)
    assert set(learned(started(store, clock, *same), clock)) >= {"item1"}
    together = started(store, Clock(), *same, siblings_apart=False)
    assert together.counts.new == 1


def test_items_of_one_fact_are_siblings(store, clock):
    two = [one.model_copy(update={"origin": "fact"}) for one in apart(2)]
    assert started(store, clock, *two).counts.new == 1


def test_a_sibling_comes_when_a_card_is_put_away(store, clock):
    same = [item(f"item{n}", "short_answer", f"Stem {n}?", "salt") for n in range(2)]
    session = started(store, clock, *same)
    session.next()
    session.suspend()
    assert session.next().item.id == "item1"


def test_a_sibling_of_a_skipped_card_waits(store, clock):
    same = [item(f"item{n}", "short_answer", f"Stem {n}?", "salt") for n in range(2)]
    session = started(store, clock, *same)
    session.next()
    session.skip()
    assert session.next() is None


def test_filters_choose_by_kind_and_tag(store, clock):
    session = started(store, clock, *ITEMS, kinds=("cloze", "choice"))
    assert {session.next().item.id, session.skip(), session.next().item.id} == {
        "choice1",
        "cloze1",
        None,
    }
    tagged = [*apart(2), *(one.model_copy(update={"id": "t", "tags": ("x",)}) for one in apart(1))]
    assert set(learned(started(store, clock, *tagged, tags=("x",)), clock)) == {"t"}


def test_what_fits_nothing_is_told(store, clock):
    with pytest.raises(UnknownName, match="unknown kind 'clozes'"):
        started(store, clock, kinds=("clozes",))
    with pytest.raises(EmptyBank) as raised:
        started(store, clock, kinds=("cloze", "term"), tags=("x",))
    assert (
        str(raised.value)
        == "Salt: no item of kind cloze or term and tagged x; the commonest tags: statements"
    )
    gone = ITEMS[0].model_copy(update={"status": Status.REJECTED})
    with pytest.raises(EmptyBank, match=r"^Salt: no item left to ask$"):
        started(store, clock, gone)
    with pytest.raises(EmptyBank, match=r"^no bank: no item left to ask$"):
        quizlib.study([], store, now=clock)


def test_hard_cards_only(store, clock):
    session = started(store, clock)
    session.next()
    session.answer("tar")
    session.next()
    session.answer("salt")
    hard = started(store, clock, hard=True)
    assert told(hard.counts)[:2] == (1, 0)
    assert set(learned(hard, clock)) == {"item0"}


def test_orders(store, clock):
    items = [one.model_copy(update={"difficulty": n / 10}) for n, one in enumerate(apart(8))]
    orders: dict[str, list[str]] = {}
    for order in ("due", "random", "hard"):
        session = started(store, clock, *items, order=order)
        orders[order] = []
        while (asked := session.next()) is not None:
            orders[order].append(asked.item.id)
            session.skip()
    assert orders["due"] == [one.id for one in items]
    assert orders["hard"] == [one.id for one in reversed(items)]
    assert sorted(orders["random"]) == sorted(orders["due"])
    assert orders["random"] not in (orders["due"], orders["hard"])


def test_the_time_is_up_after_so_many_minutes(store, clock):
    session = started(store, clock, minutes=5)
    assert session.next() is not None
    clock.pass_(minutes=6)
    assert session.time_is_up
    session.answer("salt")
    assert session.next() is None


def test_nothing_is_asked_after_so_many_answers(store, clock):
    session = started(store, clock, answers=1)
    session.next()
    session.skip()
    assert session.next() is not None
    session.answer("salt")
    assert session.answers_are_in
    assert session.next() is None
    session.undo()
    assert not session.answers_are_in
    assert session.next() is not None
    session.answer("salt")
    session.bury()
    assert session.next() is None


def test_several_banks_are_studied_at_once(store, clock):
    banks = [bank(*apart(2)), bank(*ITEMS[3:4], title="Fish")]
    session = quizlib.study(banks, store, now=clock)
    titles = {}
    while (asked := session.next()) is not None:
        titles[asked.item.id] = asked.bank.title
        session.skip()
    assert titles == {"item0": "Salt", "item1": "Salt", "cloze1": "Fish"}
    assert session.problems == ()


def test_two_items_of_one_id_are_told(store, clock):
    other = apart(1)[0].model_copy(update={"stem": "Another?", "origin": "other"})
    session = quizlib.study([bank(*apart(1)), bank(other, title="Fish")], store, now=clock)
    assert [str(problem) for problem in session.problems] == [
        "item0 in “Fish”: left out, since “Salt” has another item of this id"
    ]


def test_an_item_that_cannot_be_asked_is_told_and_passed_over(store, clock):
    bad = item("bad", "true_false", "Is it?", "Perhaps", evidence=(quote(90),))
    session = started(store, clock, bad, *apart(1))
    assert session.next().item.id == "item0"
    [problem] = session.problems
    assert (problem.code, problem.where) == ("unfit-item", "bad in “Salt”")


def test_a_sibling_of_an_item_that_cannot_be_asked_is_asked(store, clock):
    bad = item("bad", "true_false", "Is it?", "Perhaps", evidence=(quote(90),))
    sibling = item("good", "short_answer", "Which?", "salt", evidence=(quote(90),))
    session = started(store, clock, bad, sibling, *apart(1))
    assert session.next().item.id == "item0"
    session.answer("salt")
    assert session.next().item.id == "good"


def test_an_edited_item_is_asked_as_it_is_now(store, clock):
    session = started(store, clock)
    session.next()
    session.mend(apart(1)[0].model_copy(update={"stem": "Better?", "key": ("tar",)}))
    assert session.asked.item.stem == "Better?"
    assert session.answer("tar").score.right
    session.next()
    assert session.undo().item.stem == "Better?"


def test_two_sessions_on_one_store_know_of_each_other(store, clock):
    first, second = started(store, clock), started(store, clock)
    assert first.next().item.id == second.next().item.id == "item0"
    with Store(store.path) as another:
        third = started(another, clock)
        third.next()
        third.answer("salt")
    assert first.next().item.id == "item1"
    second.answer("tar")  # what was on the screen is answered all the same
    assert store.card("item0").memory.reviews == 2


def test_options_stand_as_they_stood_before_a_break(store, clock):
    one = item("a", "multiple_response", "Which?", "a", "b", "c", distractors=("d", "e", "f"))
    shown = started(store, clock, one).next().put
    session = started(store, clock, one)
    assert session.next().put == shown
    session.answer("1")
    clock.pass_(minutes=2)
    assert session.next().put != shown


def test_what_is_known_of_a_card(store, clock):
    session = started(store, clock)
    assert session.next().new
    info = session.info()
    assert (info.bank, info.retrievability, info.reviews) == ("Salt", None, ())
    session.answer("salt")
    info = session.info()
    assert info.retrievability == 1
    assert [entry.rating for entry in info.reviews] == [Rating.GOOD]
    clock.pass_(minutes=30)
    session.next()
    session.skip()


def test_a_clock_that_went_back_is_refused(store, clock):
    session = started(store, clock)
    session.next()
    session.answer("salt")
    clock.pass_(hours=-1)
    session = started(store, clock)
    session.study_anyway()
    session.next()
    session.skip()
    late = started(store, Clock(NOON + dt.timedelta(minutes=10)))
    late.next()
    late._clock = clock
    with pytest.raises(ClockWentBack) as raised:
        late.answer("salt")
    assert str(raised.value) == (
        "the clock shows 2026-07-01 09:00:00 UTC, but this card was reviewed at"
        " 2026-07-01 10:00:00 UTC; nothing was kept: set the clock right"
    )
    assert types(store) == ["review"]


def test_a_time_without_its_zone_is_refused(store):
    with pytest.raises(InvalidArgument, match="allowed: one with its zone"):
        started(store, lambda: dt.datetime(2026, 7, 1, 12))  # noqa: DTZ001 - the point of it


def test_what_makes_no_sense_now_is_told(store, clock):
    session = started(store, clock)
    for name in ("skip", "bury", "suspend", "flag", "info"):
        with pytest.raises(NothingAsked):
            getattr(session, name)()
    with pytest.raises(NothingAsked, match=r"^cannot answer: no card is asked now$"):
        session.answer("salt")
    session.next()
    with pytest.raises(NothingAsked, match=r"^cannot rate: this card is not answered yet$"):
        session.rate(Rating.GOOD)
    session.answer("salt")
    with pytest.raises(NothingAsked, match=r"rate it, undo, or go on"):
        session.answer("salt")


def test_hostile_text_is_asked_answered_and_flagged(store, clock):
    items = [
        item(text, "short_answer", text, "x", evidence=(quote(n),), tags=(text,))
        for n, text in enumerate(HOSTILE)
    ]
    session = started(store, clock, *items)
    for text in HOSTILE:
        session.next()
        session.answer(text)
        session.flag(text + "\ud800\x00")
    assert sorted(card.id for card in store.cards()) == sorted(HOSTILE)
    while session.undo():
        pass
    assert list(store.cards()) == []


def test_a_session_that_is_kept_for_days_asks_what_is_due(store, clock):
    session = started(store, clock)
    assert learned(session, clock)
    clock.pass_(days=30)
    assert learned(session, clock) == ["item0", "item1", "item2"]


# A whole and its parts


def terms():
    """A match of three terms, each of which is asked by itself in two ways, as banks have them."""
    return [
        item("whole", "matching", "Match.", *"abc", prompts=tuple("xyz"), evidence=QUOTES),
        *(
            item(f"{kind}{n}", "short_answer", f"{kind} {n}?", "salt", evidence=(QUOTES[n],))
            for n in range(3)
            for kind in ("term", "definition")
        ),
    ]


QUOTES = tuple(quote(place) for place in (0, 50, 90))


def day(session, clock, wrong=()):
    """What is asked in a day, each card once; those in `wrong` are not known."""
    asked: list[str] = []
    while session.next() is not None and len(asked) < 50:
        asked.append(session.asked.item.id)
        key = session.asked.item.key
        session.answer(key[0] if len(key) == 1 else key)
        session.rate(Rating.AGAIN if asked[-1] in wrong else Rating.EASY)
        clock.pass_(seconds=20)
    return list(dict.fromkeys(asked))


def test_a_whole_is_begun_after_its_parts(store, clock):
    session = started(store, clock, *terms())
    days = []
    for _ in range(3):
        days.append(day(session, clock))
        clock.pass_(days=1)
    assert days == [
        ["term0", "term1", "term2"],
        ["definition0", "definition1", "definition2"],
        ["whole"],
    ]


def test_a_whole_that_is_forgotten_every_day_keeps_nothing_back(store, clock):
    with_whole = bank(terms()[0])
    before = quizlib.study(with_whole, store, now=clock)
    assert day(before, clock, wrong=["whole"]) == ["whole"]
    session = started(store, clock, *terms())
    assert set(day(session, clock, wrong=["whole"])) == {"term0", "term1", "term2", "whole"}
    clock.pass_(days=1)
    session = started(store, clock, *terms())
    assert "definition0" in day(session, clock, wrong=["whole"])


def test_parts_that_are_due_keep_no_whole_back_and_come_first(store, clock):
    session = started(store, clock, *terms(), siblings_apart=False)
    assert day(session, clock)[-1] == "whole"
    clock.pass_(days=60)
    again = day(started(store, clock, *terms()), clock)
    assert again[-1] == "whole"
    assert len(again) == 4


def test_a_part_that_is_put_away_for_good_keeps_no_whole_back(store, clock):
    session = started(store, clock, *terms())
    session.next()
    session.suspend()
    clock.pass_(days=1)
    asked = []
    for _ in range(3):
        asked += day(session, clock)
        clock.pass_(days=1)
    assert asked[-1] == "whole"


def test_what_asks_two_quotes_of_one_is_no_whole(store, clock):
    two = item("two", "short_answer", "Two?", "salt", evidence=QUOTES[:2])
    one = item("one", "short_answer", "One?", "salt", evidence=QUOTES[:1])
    assert day(started(store, clock, two, one), clock) == ["two"]


# Asked by one session, answered in another


def test_a_card_of_another_session_is_asked_again_as_it_was(store, clock):
    asked = started(store, clock, *ITEMS).next()
    clock.pass_(minutes=2)
    session = started(store, clock, *ITEMS)
    again = session.ask(asked.item.id, times=asked.times)
    assert again.question == asked.question
    assert session.answer(asked.item.key[0], seconds=5).seconds == 5


def test_seconds_are_those_that_a_program_measured(store, clock):
    session = started(store, clock)
    session.next()
    assert session.answer("salt", seconds=60).rating is Rating.HARD
    assert [entry.seconds for entry in store.log()] == [60]


@pytest.mark.parametrize("seconds", [-1, float("nan"), float("inf"), "5"])
def test_seconds_that_are_no_length_of_time_are_refused(store, clock, seconds):
    session = started(store, clock)
    session.next()
    with pytest.raises(InvalidResponse, match="allowed: a number of seconds, 0 or more"):
        session.answer("salt", seconds=seconds)
    assert types(store) == []


def test_a_card_that_was_answered_meanwhile_is_not_asked(store, clock):
    session = started(store, clock)
    asked = session.next()
    session.answer("salt")
    late = started(store, clock)
    with pytest.raises(NothingAsked, match=r"^cannot ask: this card was answered meanwhile$"):
        late.ask(asked.item, times=asked.times)
    assert late.asked is None
    assert late.ask(asked.item).times == 1


def test_a_card_of_no_bank_here_is_not_asked(store, clock):
    with pytest.raises(UnknownName, match="unknown item of this session 'item9'"):
        started(store, clock).ask("item9")


def test_who_asks_another_card_takes_what_was_proposed(store, clock):
    session = started(store, clock, *ITEMS)
    session.ask(ITEMS[0])
    session.answer("because smuggling had made it worthless")
    session.ask(ITEMS[1])
    assert [entry.card for entry in store.log()] == [ITEMS[0].id]
    assert session.verdict is None
