"""Fits the weights of the confidence to ratings: `make ranker`.

Two logistic regressions with a ridge (Hoerl and Kennard 1970) learn, from numbers alone,
how likely raters find an item good, and sound. Their sum ranks; a last regression on what
they give for documents that they have not seen makes it a chance (Platt 1999). It goes by what
was rated at first sight of a text: what is made of a text that faults were mended by is better
than of any other. Since all steps are linear before that chance, one weight for each number is
left, and one bias.

Reads ranker/ratings.csv (facts of running text) and ranker/pairs.csv (questions that an
author answers), writes quizlib/ranking/weights.json and pairs.json, prints how well they
tell good from bad on documents that were left out.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import NamedTuple

import numpy as np

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "quizlib" / "ranking"


class Settings(NamedTuple):
    """How a table is fitted.

    Attributes:
        weights: The file of the weights.
        ridge: How much large weights cost.
        boost: How much less those cost of what is asked, and of what text: they count for more
            than what is counted of the words.
        older: How much a row counts that was not rated at first sight: rules have changed since.
    """

    weights: str
    ridge: float
    boost: float
    older: float


TABLES = {
    "ratings.csv": Settings("weights.json", ridge=120.0, boost=4.0, older=0.4),
    "pairs.csv": Settings("pairs.json", ridge=40.0, boost=2.0, older=1.0),
}

#: What is no number of the fact: whose document, whether it was rated before anybody had mended
#: anything for that document, and the share of raters who said so.
LABELS = ("document", "first", "good", "sound")
ASKED, OF_TEXT = "asks ", " in history"
FOLDS = 12

Array = np.ndarray


class Rated(NamedTuple):
    """What was rated: names of the numbers, and of every row these and its labels."""

    names: list[str]
    numbers: Array
    document: Array
    first: Array
    good: Array
    sound: Array


def main() -> None:
    """Fit, say how well, and write the weights."""
    for ratings, settings in TABLES.items():
        rated = read(HERE / ratings)
        weights, bias, chance = fitted(rated, settings)
        pairs = zip(rated.names, weights, strict=True)
        told = {name: round(float(weight), 4) for name, weight in pairs}
        text = json.dumps({"bias": round(float(bias), 4), "weights": told}, indent=1)
        (WEIGHTS / settings.weights).write_text(text + "\n", encoding="utf-8")
        print(ratings)
        first = rated.first
        report(chance[first], rated.good[first], rated.sound[first])


def read(path: Path) -> Rated:
    """The ratings of a table."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    names = [name for name in rows[0] if name not in LABELS]
    numbers = np.array([[float(row[name] or "nan") for name in names] for row in rows])
    # What was not counted yet when an item was rated stands for no more than the usual.
    numbers = np.where(np.isnan(numbers), np.nanmean(numbers, axis=0), numbers)
    document = np.array([row["document"] for row in rows])
    first, good, sound = (np.array([float(row[name]) for row in rows]) for name in LABELS[1:])
    return Rated(names, numbers, document, first > 0, good, sound)


def fitted(rated: Rated, settings: Settings) -> tuple[Array, float, Array]:
    """Weights and bias for the numbers as they are, and the chance of each row when left out."""
    table, labels, ridge = rated.numbers, (rated.good, rated.sound), settings.ridge
    weighty = [name.startswith(ASKED) or name.endswith(OF_TEXT) for name in rated.names]
    boost = np.where(weighty, settings.boost, 1.0)
    mean, spread = table.mean(0), (table.std(0) + 1e-9) / boost
    scaled = (table - mean) / spread
    unseen, counts = np.zeros(len(table)), np.where(rated.first, 1.0, settings.older)
    for fold in folds(rated.document):
        inner = [one_model(scaled[~fold], label[~fold], ridge, counts[~fold]) for label in labels]
        unseen[fold] = sum(scaled[fold] @ weights + bias for weights, bias in inner)
    first = rated.first
    slope, _ = one_model(unseen[:, None], rated.good, 0.0, counts)
    shift = float(level(slope[0] * unseen[first], rated.good[first]))
    models = [one_model(scaled, label, ridge, counts) for label in labels]
    weights = slope[0] * sum(weights for weights, _ in models) / spread
    bias = slope[0] * sum(bias for _, bias in models) + shift - float(weights @ mean)
    return weights, bias, chance_of(slope[0] * unseen + shift)


def level(value: Array, label: Array) -> float:
    """What added to the values makes their chances right on the whole, by Newton's method."""
    added = 0.0
    for _ in range(100):
        chance = chance_of(value + added)
        added -= (chance - label).sum() / (chance * (1 - chance)).sum()
    return added


def folds(document: Array) -> list[Array]:
    """Masks of rows, by document, so that no document is on both sides."""
    names = sorted(set(document))
    return [np.isin(document, names[start::FOLDS]) for start in range(FOLDS)]


def chance_of(value: Array) -> Array:
    """The logistic function."""
    return 1 / (1 + np.exp(-value))


def one_model(table: Array, label: Array, ridge: float, counts: Array) -> tuple[Array, float]:
    """Weights and bias of a logistic regression on `label` in [0, 1], by Newton's method.

    `counts` tells how much each row counts.
    """
    wide = np.hstack([table, np.ones((len(table), 1))])
    penalty = np.diag([ridge] * table.shape[1] + [0.0])
    solution = np.zeros(wide.shape[1])
    for _ in range(100):
        chance = chance_of(wide @ solution)
        slope = wide.T @ (counts * (chance - label)) + penalty @ solution
        bend = (wide.T * (counts * chance * (1 - chance))) @ wide + penalty
        step = np.linalg.solve(bend, slope)
        solution = solution - step
        if np.abs(step).max() < 1e-10:
            break
    return solution[:-1], float(solution[-1])


def report(chance: Array, good: Array, sound: Array) -> None:
    """How many of the surest were good and sound by all raters, and whether chances hold."""
    order = np.argsort(-chance, kind="stable")
    print(f"{len(good)} items, {np.mean(good == 1):.0%} good, {np.mean(sound == 1):.0%} sound")
    for count in (25, 50, 75, 100, 150, 200, 300):
        best = order[:count]
        told = f"{np.mean(good[best] == 1):.0%} good, {np.mean(sound[best] == 1):.0%} sound"
        print(f"surest {count:3}: {told}, chance {chance[best[-1]]:.2f} and more")
    for low in np.arange(0, 1, 0.1):
        inside = (chance >= low) & (chance < low + 0.1)
        if inside.any():
            told = f"{inside.sum():3} items, {good[inside].mean():.0%} of ratings good"
            print(f"chance {low:.1f} to {low + 0.1:.1f}: {told}")


if __name__ == "__main__":
    main()
