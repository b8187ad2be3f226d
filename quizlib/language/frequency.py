"""How common a word is in English, by the ranks of SymSpell's dictionary.

That lists 82,765 words by how often they are used: the words of SCOWL, counted in Google's
Books n-grams (https://github.com/wolfgarbe/SymSpell, MIT).
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

_LIST = "frequency_dictionary_en_82_765.txt"
#: The words that say little of what is meant; any number near it tells sound questions as well.
COMMON = 10_000


def common(word: str) -> bool:
    """Whether the word, in lower case, is among the COMMON most frequent ones."""
    return word in _common()


@cache
def _common() -> frozenset[str]:
    # Only the file is wanted: to import the package would take longer than to read it.
    found = find_spec("symspellpy")
    folder = Path(found.origin or "").parent if found else Path()
    with (folder / _LIST).open(encoding="utf-8-sig") as lines:
        return frozenset(line.split(" ", 1)[0] for line in islice(lines, COMMON))
