"""Confidence: the chance that raters by the rubric of docs/quality.md find the item good.

For facts of running text, and for questions that an author answers, it is a logistic
function of what can be counted of them. Its weights are fitted to ratings by `make ranker`
(ranker/fit.py) and lie in weights.json and pairs.json. A list of terms, a gap and what is
marked by hand have a fixed confidence, by form.
"""

from __future__ import annotations

import json
import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from quizlib.ranking.features import numbers

if TYPE_CHECKING:
    from quizlib.model import Fact

#: Form -> the confidence of a fact of which nothing is counted.
FIXED = {
    "by-hand": 0.95,
    "gap": 0.95,
    "options": 0.95,
    "pair": 0.8,
    "definition": 0.8,
    "term": 0.76,
    "series": 0.75,
    "match": 0.38,
    "happens": 0.38,
    "sequence": 0.38,
    "lifetime": 0.38,  # a stray year by itself; but what documents disagree on has to be known
    "who-was-first": 0.6,
    "who-was": 0.38,  # of many who had the office
    "who-is": 0.38,  # offices age, as raters found
}
#: In running text a meaning seldom fits one term only, as raters found; what the whole text
#: is about, they found not worth asking.
LOOSE = {"term": 0.3, "topic": 0.38, "definition": 0.45, "gloss": 0.34}
UNKNOWN = 0.3

#: Items that a person wrote are kept whatever they look like.
WRITTEN = frozenset({"by-hand", "gap", "options"})

#: The least confidence in an author's answer that is plainly one: two in five were good.
OUTRIGHT = 0.45
#: The form whose facts have a model of their own.
PAIR = "pair"


def confidence(fact: Fact) -> float:
    """In [0, 1], rounded to two places so that no last bit decides."""
    if fact.confidence is not None:
        return fact.confidence
    if fact.form in LOOSE and not fact.verbatim:
        return LOOSE[fact.form]
    if not fact.features:
        return FIXED.get(fact.form, UNKNOWN)
    pair = fact.form == PAIR
    bias, weights = _model("pairs.json" if pair else "weights.json")
    counted = dict(fact.features) if pair else numbers(fact)
    told = [weights.get(name, 0.0) * number for name, number in counted.items() if number]
    value = bias + sum(told)
    chance = round(1 / (1 + math.exp(-max(-30.0, min(30.0, value)))), 2)
    return max(OUTRIGHT, chance) if pair and counted.get("outright") else chance


@cache
def _model(name: str) -> tuple[float, dict[str, float]]:
    told = json.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return told["bias"], told["weights"]
