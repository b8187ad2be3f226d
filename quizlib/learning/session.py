"""A session of spaced repetition, as a state machine without a screen.

    with quizlib.Store("learner.sqlite3") as store:
        session = quizlib.study(bank, store, now=lambda: datetime.now().astimezone())
        while (asked := session.next()) is not None:
            verdict = session.answer(input(asked.item.stem))
            print(verdict.score.feedback)

What the learner does is in the store before the method that does it returns; an answer in
the learner's own words is there once it is rated. So a session has no end that could be
missed: the next one goes on where the last one stopped. A program that forgets between the
question and the answer, as servers do, makes a new session and calls `ask`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from quizlib.arguments import expect
from quizlib.errors import InvalidResponse, NothingAsked, QuizlibError, UnknownName
from quizlib.files import digest
from quizlib.grading import grade
from quizlib.learning.days import aware, learner_day
from quizlib.learning.desk import Desk
from quizlib.learning.entries import Bury, CardEntry, Flag, Review, Suspend
from quizlib.learning.plan import Plan
from quizlib.learning.presentation import Presentation, present
from quizlib.learning.scheduler import Rating, retrievability, review
from quizlib.learning.shelf import Shelf
from quizlib.learning.standings import moment
from quizlib.learning.steps import Step, Steps
from quizlib.learning.store import Store
from quizlib.learning.suggestion import suggested
from quizlib.learning.told import Asked, Counts, Info, Verdict
from quizlib.model import Bank, Item, Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from quizlib.learning.cards import Card


def study(
    bank: Bank | Iterable[Bank],
    store: Store,
    *,
    now: Callable[[], dt.datetime],
    plan: Plan | None = None,
) -> Session:
    """A session over the live items of one bank or several, with the learner's `store`.

    `now` gives the time with the learner's time zone, in which days begin and end. The same
    banks, store, plan and time ask the same cards in the same order.

    Raises UnknownName for a kind that nobody offers, EmptyBank when no item fits the plan,
    InvalidArgument for anything but banks, a store and a time with its zone; that nothing is due
    is no error: `next` returns None, `next_due` tells when.

    Examples:
        >>> import quizlib
        >>> from datetime import datetime
        >>> store = quizlib.Store("learner.sqlite3")
        >>> now = lambda: datetime.now().astimezone()
        >>> session = quizlib.study(quizlib.load("salt.json"), store, now=now)
        >>> print(session.counts)
        due=0 new=4 done=0
        >>> store.close()
    """
    banks = (bank,) if isinstance(bank, Bank) or not isinstance(bank, Iterable) else tuple(bank)
    wanted = Plan() if plan is None else plan
    is_banks = all(isinstance(one, Bank) for one in banks)
    expect(is_banks, "study", "bank", bank, "a Bank, as load gives, or several")
    expect(isinstance(store, Store), "study", "store", store, "a Store, as Store(path) opens")
    expect(callable(now), "study", "now", now, "a function, as lambda: datetime.now().astimezone()")
    expect(isinstance(wanted, Plan), "study", "plan", plan, "a Plan")
    return Session(Shelf(banks, wanted), store, now, wanted)


def _length(seconds: float) -> float:
    if not isinstance(seconds, int | float) or not 0 <= seconds < inf:
        raise InvalidResponse(seconds, "a number of seconds, 0 or more")
    return float(seconds)


class Session:
    """Asks one card after the other; made by `study`.

    `asked` is the card that is asked now, `verdict` what came of its answer; None before.
    Every method raises StoreError when nothing could be kept, and then nothing has changed.
    A session is of one learner, whose program calls one method at a time, in whatever threads;
    sessions of several threads can share a store.

    Examples:
        >>> import quizlib
        >>> from datetime import datetime
        >>> with quizlib.Store("learner.sqlite3") as store:
        ...     now = lambda: datetime.now().astimezone()
        ...     session = quizlib.study(quizlib.load("salt.json"), store, now=now)
        ...     while (asked := session.next()) is not None:
        ...         verdict = session.answer(asked.item.key[0])
        ...         verdict = session.rate(quizlib.Rating.EASY)
        ...     print(session.counts)
        due=0 new=0 done=4
    """

    def __init__(
        self, shelf: Shelf, store: Store, now: Callable[[], dt.datetime], plan: Plan
    ) -> None:
        self.plan = plan
        self.store = store
        self.asked: Asked | None = None
        self.verdict: Verdict | None = None
        self._shelf = shelf
        self._clock = now
        self._began = self._shown = self._now()
        self._desk = Desk(shelf, store, plan, self._now)
        self._review: Review | None = None  # of the card asked now, as the log has it
        self._steps = Steps(store, self._desk, self._now)
        self._answers: dict[int, frozenset[str]] = {}

    # What the learner is told

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What cannot be asked, and why."""
        return tuple(self._shelf.problems)

    @property
    def counts(self) -> Counts:
        """What is left to ask today, and what is done."""
        due, new = self._desk.waiting()
        return Counts(due=due, new=new, done=self._desk.done())

    @property
    def suspended(self) -> int:
        """How many cards of these banks are suspended."""
        return len(self._desk.suspended())

    @property
    def next_due(self) -> dt.datetime | None:
        """When a card can be asked again, now that none is left; None for never."""
        due = self._desk.next_due()
        return None if due is None else moment(due).astimezone(self._now().tzinfo)

    @property
    def time_is_up(self) -> bool:
        """Whether the minutes of the plan are over."""
        minutes = self.plan.minutes
        return minutes is not None and self._now() - self._began >= dt.timedelta(minutes=minutes)

    @property
    def answers_are_in(self) -> bool:
        """Whether as many answers were given as the plan has."""
        return self.plan.answers is not None and self._steps.answers >= self.plan.answers

    def info(self) -> Info:
        """What is known of the card asked now. Raises NothingAsked."""
        asked = self._current("tell of a card")
        card = self.store.card(asked.item.id)
        reviews = [entry for entry in self.store.entries(card.id) if isinstance(entry, Review)]
        day = learner_day(self._now())
        return Info(
            card=card,
            bank=asked.bank.title,
            retrievability=retrievability(card.memory, day) if card.memory else None,
            reviews=tuple(sorted(reviews, key=lambda entry: (entry.at, entry.id))),
        )

    # What the learner does

    def next(self) -> Asked | None:
        """The card to ask now; None when nothing is left today, or the plan ends the session.

        A card that was neither answered nor put off is asked again. A rating
        that was not given is taken as proposed.
        """
        if self.verdict is not None and self.verdict.unrated:
            self.rate(self.verdict.rating)
        elsewhere = self._desk.refresh()
        if self.asked and self.verdict is None and self.asked.item.id not in elsewhere:
            return self.asked
        self._leave()
        while not (self.time_is_up or self.answers_are_in):
            id = self._desk.chosen()
            if id is None or self._ask(id):
                break
        return self.asked

    def ask(self, item: Item | str, times: int | None = None) -> Asked:
        """Ask this card now, whether or not it is its turn: it was asked by another session.

        `times` is the `Asked.times` with which it was asked there. Raises NothingAsked where
        the card has been answered since, UnknownName for one that is not of this session,
        UnknownName and UnfitItem for one that cannot be asked.
        """
        id = item if isinstance(item, str) else item.id
        if id not in self._shelf.items:
            raise UnknownName("item of this session", id, self._shelf.items)
        if self.verdict is not None and self.verdict.unrated:
            self.rate(self.verdict.rating)
        self._desk.refresh()
        self._leave()
        asked = self._asked(id)
        if times is not None and asked.times != times:
            raise NothingAsked("ask", "this card was answered meanwhile")
        self.asked, self._shown = asked, self._now()
        return asked

    def answer(self, response: object, *, seconds: float | None = None) -> Verdict:
        """Grade `response` (as `Quiz.answer` takes it) and keep it with its rating.

        An answer in the learner's own words is kept when it is rated, by `rate` or, as proposed,
        by `next`: until then the verdict is `unrated`. `seconds` is the time that it took, since
        the card was asked by this session where it is not given.

        Raises NothingAsked, InvalidResponse for a response of another shape or seconds that
        are no length of time, ClockWentBack.
        """
        asked = self._current("answer")
        if self.verdict is not None:
            raise NothingAsked("answer", "this card is answered; rate it, undo, or go on")
        took = self._took() if seconds is None else _length(seconds)
        score = grade(
            asked.put.interaction,
            response,
            shown=asked.put.shown,
            stem=asked.item.stem,
            others=self._others(asked.bank),
        )
        verdict = Verdict(
            score=score,
            rating=suggested(score, took, asked.item, asked.put.interaction),
            seconds=took,
            due=self._outlook(asked.item.id),
            unrated=score.self_rated,
        )
        if not verdict.unrated:
            self._review = self._steps.answered(asked, verdict, self.plan.scheduling)
        self.verdict = verdict
        return verdict

    def rate(self, rating: Rating) -> Verdict:
        """The learner's own rating of the answer, in place of the proposed one.

        Raises NothingAsked before an answer, ClockWentBack.
        """
        asked = self._current("rate")
        if self.verdict is None:
            raise NothingAsked("rate", "this card is not answered yet")
        verdict = self.verdict.model_copy(update={"rating": Rating(rating), "unrated": False})
        if self.verdict.unrated:
            self._review = self._steps.answered(asked, verdict, self.plan.scheduling)
        elif self._review is not None and rating != self._review.rating:
            self._review = self._steps.rated(self._review, verdict.rating)
        self.verdict = verdict
        return verdict

    def skip(self) -> None:
        """Leave the card for another session. Raises NothingAsked."""
        asked = self._current("skip")
        self._steps.skipped(Step(asked, self.verdict, self._review))
        self._leave()

    def bury(self) -> None:
        """Leave the card for another day. Raises NothingAsked."""
        asked = self._current("bury")
        tomorrow = learner_day(self._now()) + dt.timedelta(days=1)
        self._put_away(asked, Bury(**self._steps.made(), card=asked.item.id, until=tomorrow))

    def suspend(self) -> None:
        """Never ask the card again, until it is taken back. Raises NothingAsked."""
        asked = self._current("suspend")
        self._put_away(asked, Suspend(**self._steps.made(), card=asked.item.id))

    def flag(self, reason: str = "") -> None:
        """Tell that the question is bad: it goes to review, and is not asked until then.

        Raises NothingAsked.
        """
        asked = self._current("flag")
        item = asked.item
        told = " ".join(reason.encode("utf-8", "replace").decode().split())
        entry = Flag(
            **self._steps.made(),
            card=item.id,
            reason=told,
            revision=item.revision,
            bank=asked.bank.title,
        )
        self._put_away(asked, entry)

    def undo(self) -> Asked | None:
        """Take the last step of this session back and stand at its card; None without one.

        Steps are answers, with the ratings that replaced the first, and cards skipped,
        buried, suspended or flagged.
        """
        if self.verdict is not None and self.verdict.unrated:
            self.verdict = None
            self._shown = self._now()
            return self.asked
        step = self._steps.undo()
        if step is None:
            return None
        before = step.asked.item
        item = self._shelf.items.get(before.id, before)  # edited meanwhile, perhaps
        put = self._presented(item, step.asked.card)
        self.asked = replace(step.asked, item=item, put=put)
        self.verdict, self._review = step.verdict, step.review
        self._shown = self._now()
        return self.asked

    def unsuspend(self) -> int:
        """Ask the suspended cards of these banks again; how many there were."""
        return self._steps.unsuspend()

    def study_anyway(self) -> None:
        """Go on with what is not due, and with new cards beyond the day's number."""
        self._desk.study_anyway()

    def mend(self, item: Item) -> None:
        """Ask `item`, edited meanwhile, in place of the one with its id."""
        if item.id in self._shelf.items:
            self._shelf.items[item.id] = item
        if self.asked and self.asked.item.id == item.id:
            put = self._presented(item, self.asked.card)
            self.asked = replace(self.asked, item=item, put=put)

    # What happens inside

    def _now(self) -> dt.datetime:
        return aware(self._clock())

    def _took(self) -> float:
        """Seconds since the card was shown."""
        return max(0.0, (self._now() - self._shown).total_seconds())

    def _current(self, what: str) -> Asked:
        if self.asked is None:
            raise NothingAsked(what)
        return self.asked

    def _leave(self) -> None:
        self.asked = self.verdict = self._review = None

    def _ask(self, id: str) -> bool:
        """Ask the card; False, with a problem, where its item cannot be asked."""
        try:
            self.asked = self._asked(id)
        except QuizlibError as error:
            self._desk.unfit(id, str(error))
            return False
        self._shown = self._now()
        return True

    def _asked(self, id: str) -> Asked:
        item, card = self._shelf.items[id], self.store.card(id)
        return Asked(item, self._shelf.bank(id), self._presented(item, card), card)

    def _presented(self, item: Item, card: Card) -> Presentation:
        """How the item is put: each time in another order, and in the same after a break."""
        return present(item, int(digest("shown-1", str(card.times), size=4), 16))

    def _others(self, bank: Bank) -> frozenset[str]:
        from quizlib.learning.results import answers

        if id(bank) not in self._answers:
            self._answers[id(bank)] = answers(bank)
        return self._answers[id(bank)]

    def _outlook(self, id: str) -> dict[Rating, dt.datetime]:
        """When the card would be due after each rating, in the learner's time zone."""
        now, memory = self._now(), self.store.card(id).memory
        after = partial(
            review,
            memory,
            card=id,
            at=now,
            day=learner_day(now),
            scheduling=self.plan.scheduling,
        )
        return {rating: after(rating).due.astimezone(now.tzinfo) for rating in Rating}

    def _put_away(self, asked: Asked, entry: CardEntry) -> None:
        self._steps.put_away(Step(asked, self.verdict, self._review), entry)
        self._leave()
