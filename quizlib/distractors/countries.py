"""Countries near one that is the key, from data: wrong options where the texts name too few.

Near are those of the same part of the world, which the time zones of the tz database tell
(by Babel): "Europe/Paris", "Africa/Cairo".
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.language.names import country
from quizlib.language.territories import whole

if TYPE_CHECKING:
    from collections.abc import Iterator


def neighbours(name: str, turn: int) -> Iterator[str]:
    """Countries of the same part of the world; which come first, the number `turn` says."""
    shown = country(name) or name
    part = _part_of().get(shown) or _part_of().get(whole(shown), "")
    near = [each for each in _parts().get(part, ()) if each != shown]
    start = turn % len(near) if near else 0
    yield from (*near[start:], *near[:start])


@lru_cache(maxsize=1)
def _part_of() -> dict[str, str]:
    """Every country, by the name to show -> its part of the world.

    Those that ISO 3166 gives a longer official name are states, and no island of one.
    """
    import pycountry
    from babel.core import get_global

    zones = get_global("territory_zones")
    found: dict[str, str] = {}
    for one in pycountry.countries:
        placed = zones.get(one.alpha_2)
        shown = country(one.name)
        if placed and shown and hasattr(one, "official_name"):
            found[shown] = placed[0].partition("/")[0]
    return found


@lru_cache(maxsize=1)
def _parts() -> dict[str, tuple[str, ...]]:
    """Part of the world -> its countries, in the order of the alphabet."""
    placed = _part_of()
    return {
        part: tuple(sorted(name for name, own in placed.items() if own == part))
        for part in set(placed.values())
    }
