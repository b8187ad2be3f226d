"""The tables and patterns of quizlib.grading, as the page's scripts take them.

So there is one list of units, of number words, of misspellings … for the terminal and the
page. What is done with them is written again in JavaScript; a test holds both against each
other.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from quizlib.grading import extended_text, numbers, pairs, text_entry, typos, units, wording

if TYPE_CHECKING:
    from collections.abc import Iterable

#: What Python's patterns spell otherwise than JavaScript's under the flag "u" (ECMA-262, 22.2),
#: where a class such as \w and a boundary know ASCII only.
_WORD = r"\p{L}\p{N}_"
_DIALECT = {
    r"[^\W\d_]": r"[\p{L}\p{Nl}\p{No}]",
    r"\b": rf"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))",
    r"[\w": f"[{_WORD}",
    r"\w": f"[{_WORD}]",
    r"\ ": " ",
    r"\#": "#",
    "(?P<": "(?<",
}
_FOREIGN = re.compile("|".join(map(re.escape, _DIALECT)))
_GROUP = re.compile(r"\\(\d)")


def rules() -> dict[str, object]:
    """All that the page's grading looks up, in a form that JSON can hold."""
    return {
        "superscript": javascript(wording.SUPERSCRIPT),
        "accent": javascript(wording.ACCENT),
        "apostrophes": wording.APOSTROPHES,
        "stroked": wording.STROKED,
        "phrases": _replaced(wording.PHRASES),
        "piece": javascript(wording.PIECE),
        "leading": sorted(wording.LEADING),
        "currencies": sorted(wording.CURRENCIES),
        "months": wording.MONTHS,
        "words": numbers.WORDS,
        "ordinals": list(numbers.ORDINALS),
        "scales": {word: round(math.log10(scale)) for word, scale in numbers.SCALES.items()},
        "minus": sorted(numbers.MINUS),
        "roman": numbers.ROMAN,
        "units": {word: sorted(found) for word, found in units.UNITS.items()},
        "alike": typos.ALIKE,
        "contrasts": typos.CONTRASTS,
        "pairs": " ".join("/".join(pair) for pair in pairs.PAIRS),
        "vowels": typos.VOWELS,
        "atlantic": _replaced(typos.ATLANTIC),
        "digraphs": _replaced(typos.DIGRAPHS),
        "lengths": [typos.SHORTEST, typos.LONG, typos.LONG_NAME, typos.TWO],
        "place": numbers.PLACE,
        "fraction": wording.FRACTION,
        "signs": [sign for [sign] in wording.SIGNS],
        "turning": sorted(text_entry.TURNING),
        "apart": sorted(text_entry.APART),
        "near": text_entry.NEAR,
        "lastDay": text_entry.LAST_DAY,
        "function": sorted(extended_text.FUNCTION),
        "enough": extended_text.ENOUGH,
    }


def _replaced(phrases: Iterable[tuple[re.Pattern[str], str]]) -> list[tuple[str, str]]:
    """Patterns with what stands for each match."""
    return [(javascript(pattern), _GROUP.sub(r"$\1", told)) for pattern, told in phrases]


def javascript(pattern: re.Pattern[str]) -> str:
    """The source of `pattern` for JavaScript's `new RegExp(source, "gu")`."""
    source = pattern.pattern
    if pattern.flags & re.VERBOSE:
        source = re.sub(r"(?<!\\)\s+", "", source)
    return _FOREIGN.sub(lambda found: _DIALECT[found[0]], source)
