"""False statements by exchange: who did what to whom, turned about.

"China supplies North Korea with food" becomes "North Korea supplies China with food":
both names are the source's own, so nothing but the fact tells which is right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.language.text import capitalised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizlib.model import Fact

#: Words of relations that hold both ways: to turn them about says nothing false.
_MUTUAL = re.compile(
    r"\b(?:all(?:y|ies|ied)|alliance|partner\w*|neighbo\w+|met|meet\w*|talk\w*|share\w*|border\w*"
    r"|cooperat\w+|together|each other|mutual\w*|both|common|equal\w*|same|similar\w*|between"
    r"|among|relation\w*|joint\w*|agree\w*|separat\w+|differ\w*)\b",
    re.IGNORECASE,
)


def reversed_statement(fact: Fact, names: Iterable[str]) -> str:
    """The statement with the answer and the one other name in it exchanged, or "".

    `names` are those of the answer's sort in the fact's document. "" where there is
    not just one other, each is not named just once, or the relation holds both ways.
    """
    text = fact.statement
    if _MUTUAL.search(text):
        return ""
    key = fact.answer
    others = [name for name in dict.fromkeys(names) if name != key and _count(name, text)]
    longest = [name for name in others if not any(name in other != name for other in others)]
    if len(longest) != 1 or _count(longest[0], text) != 1 or _count(key, text) != 1:
        return ""
    other = longest[0]
    both = re.compile(rf"\b(?:{re.escape(key)}|{re.escape(other)})\b")
    turned = both.sub(lambda found: other if found.group() == key else key, text)
    return capitalised(turned)


def _count(name: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(name)}\b", text))
