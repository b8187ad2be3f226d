"""Options as they are typed, for lines that say how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def as_words(given: Mapping[str, object]) -> Iterator[str]:
    """The words that give these options: none for None and False, several for a list."""
    for name, value in given.items():
        option = f"--{name}" if len(name) > 1 else f"-{name}"
        for one in value if isinstance(value, list) else [value]:
            if one is True:
                yield option
            elif one is not None and one is not False:
                yield from (option, str(one))
