"""The weights of the confidence are what ranker/fit.py makes of ranker/ratings.csv."""

from __future__ import annotations

import csv
import json
import runpy
from pathlib import Path

import numpy as np
import pytest

from quizlib.model import AnswerType, Fact
from quizlib.ranking import confidence
from quizlib.ranking.features import GROUPS, numbers
from tests.banks import ABOLISHED
from tests.documents import facts

ROOT = Path(__file__).parents[2]
WEIGHTS = json.loads((ROOT / "quizlib/ranking/weights.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("ratings", ["ratings.csv", "pairs.csv"])
def test_the_weights_are_those_of_the_ratings(ratings):
    ranker = runpy.run_path(str(ROOT / "ranker" / "fit.py"))
    settings = ranker["TABLES"][ratings]
    rated = ranker["read"](ROOT / "ranker" / ratings)
    weights, bias, _ = ranker["fitted"](rated, settings)
    told = json.loads((ROOT / "quizlib/ranking" / settings.weights).read_text(encoding="utf-8"))
    assert list(told["weights"]) == rated.names
    # Processors differ in the last bits of a solution, not in the third decimal.
    assert np.allclose(list(told["weights"].values()), weights, atol=2e-3)
    assert told["bias"] == pytest.approx(bias, abs=5e-3)


@pytest.mark.parametrize("ratings", ["ratings.csv", "pairs.csv"])
def test_the_tables_hold_numbers_only(ratings):
    with (ROOT / "ranker" / ratings).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) >= 250
    for row in rows:
        # What was not counted yet when the item was rated is blank.
        assert all(np.isfinite(float(value or 0)) for value in row.values())
        assert 0 <= float(row["good"]) <= 1
        assert 0 <= float(row["sound"]) <= 1


def test_every_number_of_a_fact_has_a_weight():
    [fact] = facts("reasons", "Holm lost its salt trade due to cheap imports from Spain.")
    told = numbers(fact)
    assert sum(told[f"asks {name}"] for name in GROUPS) == 1
    assert set(told) == set(WEIGHTS["weights"])


def test_the_confidence_is_the_chance_that_the_weights_give():
    [fact] = facts("reasons", "Holm lost its salt trade due to cheap imports from Spain.")
    told = numbers(fact)
    value = WEIGHTS["bias"] + sum(WEIGHTS["weights"][name] * told[name] for name in told)
    assert confidence(fact) == round(1 / (1 + np.exp(-value)), 2)


def test_a_fact_of_which_nothing_is_counted_has_what_its_form_has():
    fact = Fact(
        method="m",
        form="pair",
        question="Why?",
        answer="Because.",
        answer_type=AnswerType.TEXT,
        evidence=(ABOLISHED,),
    )
    assert confidence(fact) == 0.8
