"""What a page's results become in the log."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from quizlib.errors import DamagedLog, NewerLog
from quizlib.learning import Rating, Store
from quizlib.learning.log_file import read_log
from quizlib.learning.page_results import read_results, reviews
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


def test_what_was_only_thought_of_is_a_review_as_the_learner_judged_it():
    known = answer("known", response="", rated=True)
    unknown = answer("unknown", response="", points=0, right=False, rated=True)
    ratings = [review.rating for review in reviews(results(known, unknown))]
    assert ratings == [Rating.GOOD, Rating.AGAIN]


def test_results_merged_twice_count_once(tmp_path):
    read = reviews(results(answer("one"), answer("two", item="term1")))
    with Store(tmp_path / "learner.sqlite") as store:
        assert store.merge(read) == (2, 0)
        assert store.merge(read) == (0, 2)
        assert {card.id for card in store.cards()} == {"choice1", "term1"}


def test_a_log_may_be_read_from_results():
    data = b"\xef\xbb\xbf" + results(answer("one")).model_dump_json(indent=1).encode()
    entries, problems = read_log(data, "salt.json")
    assert ([entry.id for entry in entries], problems) == (["one"], [])


def test_results_that_cannot_be_read_are_told():
    told = json.loads(results(answer("one")).model_dump_json())
    told["sittings"][0]["answers"][0]["points"] = 2
    with pytest.raises(
        DamagedLog,
        match=r"^salt.json: no results of quizlib: sittings.0.answers.0.points: input should be"
        r" less than or equal to 1$",
    ):
        read_log(json.dumps(told).encode(), "salt.json")
    with pytest.raises(NewerLog, match=r"^salt.json: written in results format 2, "):
        read_log(json.dumps({**told, "format": 2}).encode(), "salt.json")


@pytest.mark.parametrize(
    "data", [b"", b"{}", b'["quizlib results"]', b'{"quizlib results"', b"\xff"]
)
def test_another_sort_of_file_is_left_to_others(data):
    assert read_results(data, "x") is None
