"""A quiz: one sitting over a bank, without input or output."""

from __future__ import annotations

from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING

from quizlib.arguments import expect
from quizlib.arguments import kinds as names_of_kinds
from quizlib.errors import EmptyBank, InvalidResponse, QuizlibError, UnknownName
from quizlib.grading import grade, readable
from quizlib.items import interaction, known
from quizlib.learning.presentation import Presentation, present
from quizlib.learning.question import Question
from quizlib.learning.results import Result, Summary, answers
from quizlib.learning.selection import sitting
from quizlib.learning.shelf import UNFIT_ITEM
from quizlib.model import Bank

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quizlib.model import Item, Problem, Score


def _askable(items: Sequence[Item], count: int, seed: int) -> tuple[list[Item], list[Problem]]:
    """Up to `count` of `items`, without those that nobody can ask, which are problems."""
    left_out: dict[str, Problem] = {}
    while True:
        chosen = sitting((item for item in items if item.id not in left_out), count, seed)
        unfit = {item.id: why for item in chosen if (why := _unfit(item))}
        if not unfit:
            return chosen, list(left_out.values())
        left_out |= unfit


def _unfit(item: Item) -> Problem | None:
    try:
        interaction(item)
    except QuizlibError as error:
        return UNFIT_ITEM.at(item.id, why=error)
    return None


class Quiz:
    """A sitting: asks each of its items and keeps what the answers earned.

    The same bank, count, seed and kinds give the same sitting: the same items in the
    same order, with the same options at the same places; a server draws a seed for each
    learner. No question answers another one, as long as the bank has others. With
    `until_right` those that were answered wrong are asked again after the others, until each
    is right; what counts is the first answer. `problems` tell of items that were left out,
    since their kind is not known or they do not fit it.

    Examples:
        >>> import quizlib
        >>> quiz = quizlib.Quiz(quizlib.load("salt.json"), count=3, seed=7, kinds=["term"])
        >>> while (item := quiz.next()) is not None:
        ...     score = quiz.answer(item, "Brine")
        ...     print(score.points, score.feedback)
        1.0 Right.
        0.0 Wrong: bittern (typed: Brine)
        0.0 Wrong: pan house (typed: Brine)
    """

    def __init__(
        self,
        bank: Bank,
        count: int = 10,
        seed: int = 7,
        kinds: Collection[str] | None = None,
        *,
        until_right: bool = False,
    ) -> None:
        """Choose up to `count` live items, of `kinds` only where given.

        Raises UnknownName for a kind that nobody offers, EmptyBank when nothing fits,
        InvalidArgument.
        """
        expect(isinstance(bank, Bank), "Quiz", "bank", bank, "a Bank, as load gives")
        counts = isinstance(count, int) and count > 0
        expect(counts, "Quiz", "count", count, "a number of items, 1 or more")
        wanted = None if kinds is None else names_of_kinds("Quiz", kinds)
        known(wanted or (), bank.live)
        fitting = [item for item in bank.live if wanted is None or item.kind in wanted]
        chosen, self.problems = _askable(fitting, count, seed)
        if not chosen:
            why = f"no item of kind {' or '.join(wanted)}" if wanted else "no item left to ask"
            raise EmptyBank(bank.title, why)
        self.bank = bank
        self.seed = seed
        self.items = tuple(chosen)
        self.until_right = until_right
        self.round = 1  # of asking; the later ones ask what was missed in the one before
        self._by_id = {item.id: item for item in self.items}
        self._waiting = deque(self.items)
        self._scores: dict[str, Score] = {}  # of the first round
        self._latest: dict[str, Score] = {}

    @property
    def waiting(self) -> int:
        """How many items this round has still to ask."""
        return len(self._waiting)

    def next(self) -> Item | None:
        """The item to ask now; None when all have been asked."""
        if not self._waiting and self.until_right:
            self._waiting.extend(self.missed)
            self.round += bool(self._waiting)
        return self._waiting.popleft() if self._waiting else None

    @property
    def missed(self) -> tuple[Item, ...]:
        """The items whose latest answer was not right."""
        wrong = {id for id, score in self._latest.items() if not score.right}
        return tuple(item for item in self.items if item.id in wrong)

    def item(self, item: Item | str) -> Item:
        """The item of this sitting with this id. Raises UnknownName for one of another."""
        id = item if isinstance(item, str) else item.id
        if id not in self._by_id:
            raise UnknownName("item of this sitting", id, self._by_id)
        return self._by_id[id]

    def presented(self, item: Item) -> Presentation:
        """How `item` is put in this sitting: numbers and letters in answers count its places."""
        return present(item, self.seed)

    def question(self, item: Item | str) -> Question:
        """What a learner is shown of `item`, or of the one with this id; no key is in it.

        Raises UnknownName for an item of another sitting.
        """
        asked = self.item(item)
        return Question.of(self.bank, asked, self.presented(asked))

    def readable(self, item: Item | str, text: str) -> bool:
        """Whether `text` is an answer to `item`; else it is better asked for again.

        Any words are one where words are to be typed, and so is nothing at all. Pairs ("1b 3c")
        may leave others out; without the numbers all are wanted.
        """
        put = self.presented(self.item(item))
        return readable(put.interaction, text, shown=put.shown)

    def answer(self, item: Item | str, response: object) -> Score:
        """Grade `response` to `item`, or to the one with this id, and keep its score.

        | type of the question | response |
        |---|---|
        | `choice` | an option's words, its number from 1 (int or digits) or its letter from "a"; \
several in one string or in a list, tuple or set |
        | `text_entry`, `extended_text` | a text |
        | `order` | numbers from 1, letters or the entries' words, in a list or tuple, or as \
"2 1 3" |
        | `match` | for every left side in turn the number, letter or words of a right side, \
in a list or tuple (None leaves one out), or as "b a c", "2 1 3", "1b 2a 3c", or "1b 3c", \
which leaves one out |

        Numbers and letters count the options in the order shown. A string never raises: one that
        names nothing is a wrong answer. A second answer in one round replaces the first. Raises
        InvalidResponse for a response of another shape, UnknownName for an item of another sitting.
        """
        asked = self.item(item)
        put = self.presented(asked)
        score = grade(
            put.interaction, response, shown=put.shown, stem=asked.stem, others=self._answers
        )
        self._keep(asked, score)
        return score

    def rate(self, item: Item | str, right: bool) -> Score:
        """The learner's own verdict on an answer in words of their own, in place of the grade.

        Raises InvalidResponse unless such an answer was given.
        """
        asked = self.item(item)
        score = self._latest.get(asked.id)
        if score is None or not score.self_rated:
            raise InvalidResponse(right, "a rating of an answer given in one's own words")
        update = {"points": float(right), "right": right}
        rated = score.model_copy(update=update)
        self._keep(asked, rated)
        return rated

    def _keep(self, item: Item, score: Score) -> None:
        self._latest[item.id] = score
        if self.round == 1:
            self._scores[item.id] = score

    @property
    def results(self) -> tuple[Result, ...]:
        """The answered items with their scores, in the order asked."""
        return tuple(
            Result(item=item, score=self._scores[item.id])
            for item in self.items
            if item.id in self._scores
        )

    @property
    def summary(self) -> Summary:
        """What the answers so far have earned."""
        return Summary.of(self.results)

    @cached_property
    def _answers(self) -> frozenset[str]:
        return answers(self.bank)
