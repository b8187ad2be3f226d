"""What a page's results become in the log."""

from __future__ import annotations

import datetime as dt

from quizlib.learning import Rating, Store
from quizlib.learning.page_results import reviews
from quizlib.model import ResultsFile

AT = dt.datetime(2026, 11, 23, 3, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))


def answer(id, **fields):
    values = {"item": "choice1", "response": ["1804"], "points": 1, "right": True, "rated": False}
    return {"id": id, "revision": 0, "at": AT, "seconds": 2.5, **values, **fields}


def results(*answers):
    sitting = {"id": "s", "mode": "exam", "started": AT, "ended": AT, "asked": ["choice1"]}
    return ResultsFile.model_validate(
        {
            "bank": {"id": "b", "title": "Salt"},
            "learner": "Ada",
            "sittings": [{**sitting, "answers": answers}],
        }
    )


def test_an_answer_is_a_review_on_the_learners_own_day():
    [review] = reviews(results(answer("one")))
    assert (review.id, review.card, review.bank, review.during) == (
        "one",
        "choice1",
        "Salt",
        "quiz",
    )
    assert review.at == AT
    assert review.day == dt.date(2026, 11, 22)  # the night still belongs to the day before
    assert (review.rating, review.points, review.seconds) == (Rating.GOOD, 1, 2.5)


def test_only_a_right_answer_is_good():
    wrong = answer("wrong", response=["1794"], points=0, right=False)
    partly = answer("partly", response=["a", None], points=0.5, right=False)
    rated = answer("rated", response="so", points=1, rated=True)
    ratings = {
        review.id: (review.rating, review.points)
        for review in reviews(results(wrong, partly, rated))
    }
    assert ratings == {
        "wrong": (Rating.AGAIN, 0),
        "partly": (Rating.AGAIN, 0.5),
        "rated": (Rating.GOOD, None),
    }


def test_what_was_not_answered_is_no_review():
    empty = {"points": 0, "right": False}
    given = results(answer("a", response="", **empty), answer("b", response=[], **empty))
    assert reviews(given) == []


def test_results_merged_twice_count_once(tmp_path):
    read = reviews(results(answer("one"), answer("two", item="term1")))
    with Store(tmp_path / "learner.sqlite") as store:
        assert store.merge(read) == (2, 0)
        assert store.merge(read) == (0, 2)
        assert {card.id for card in store.cards()} == {"choice1", "term1"}
