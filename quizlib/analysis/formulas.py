"""The figures of classical item analysis, each with its source.

They do not depend on the order of what is counted: sums are exact (`math.fsum`).
"""

from __future__ import annotations

from math import fsum, sqrt
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

#: The share of learners in the upper and in the lower group: T. L. Kelley, "The selection of
#: upper and lower groups for the validation of test items", Journal of Educational
#: Psychology 30 (1939).
EXTREME = 0.27


def mean(values: Sequence[float]) -> float:
    """The mean, within the bounds of the values."""
    return min(max(fsum(values) / len(values), min(values)), max(values))


def correlation(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Pearson's product-moment correlation in [-1, 1]; None where one of them never varies.

    Between right or wrong (1 or 0) and a score it is the point-biserial correlation.
    """
    if len(xs) < 2 or min(xs) == max(xs) or min(ys) == max(ys):
        return None
    x, y = mean(xs), mean(ys)
    both = fsum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    spread = sqrt(fsum((a - x) ** 2 for a in xs)) * sqrt(fsum((b - y) ** 2 for b in ys))
    return max(-1.0, min(1.0, both / spread)) if spread else None


class Extremes(NamedTuple):
    """Learners with the highest and the lowest scores; empty where the scores do not differ."""

    upper: frozenset[str] = frozenset()
    lower: frozenset[str] = frozenset()


def extremes(scores: Mapping[str, float]) -> Extremes:
    """The upper and the lower 27 % by `scores`, with all that have the score of the last one."""
    ordered = sorted(scores.values())
    size = max(1, round(EXTREME * len(ordered)))
    if not ordered or ordered[-size] <= ordered[size - 1]:
        return Extremes()
    return Extremes(
        frozenset(name for name, score in scores.items() if score >= ordered[-size]),
        frozenset(name for name, score in scores.items() if score <= ordered[size - 1]),
    )
