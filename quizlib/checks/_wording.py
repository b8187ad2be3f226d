"""Words as the rules see them: by lists and forms, in English, without a language model."""

from __future__ import annotations

import re

from quizlib.language.text import OWNED, bare, straight, words

#: The language of the lists here.
ENGLISH = "en"

_QUOTED = re.compile(r'"[^"]*"')


def unquoted(text: str) -> str:
    """`text`, straight, with a name in place of every quotation: its words are another's."""
    return _QUOTED.sub("Quotation", straight(text))


def holds(text: str, phrase: str) -> bool:
    """Whether `phrase`, compared bare, stands in `text` as whole words."""
    wanted = _spaced(bare(phrase))
    return bool(wanted.strip()) and wanted in _spaced(text)


def _spaced(text: str) -> str:
    """The words of `text` with a space on both sides of each: "China's" is "China"."""
    found = words(straight(text).casefold().replace("-", " "))
    return f" {' '.join(word.removesuffix(OWNED) for word in found)} "
