"""What "it" is in the answers of a page that asks about itself: "Who runs it?".

A question that says "it" speaks of the page's topic, and the answer's next "it" mostly does so
too: "The council runs it. It was opened in 1902." The subject of the sentence before, which an
"it" takes up elsewhere, may be meant no less; so nothing is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from quizlib.language.pronouns import RENAMED
from quizlib.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from spacy.tokens import Doc

    from quizlib.model import Block

#: A question of the topic by a pronoun, or for a doer, whom "it" behind the answer is not.
_STANDING_IN = re.compile(r"\b(?:it|its|they|them|their)\b|^who(?:se|m)?\b", re.IGNORECASE)
_PRONOUNS = frozenset({"it", "its", "they", "their", "them"})
_ARTICLE = re.compile(r"^(?:an?|the) |['’]s?$", re.IGNORECASE)


def below_pronouns(blocks: Iterable[Block]) -> frozenset[int]:
    """The `id` of each block that stands right below a question with "it" or "who" in it."""
    return frozenset(
        id(answer)
        for question, answer in pairwise(blocks)
        if question.kind is BlockKind.QUESTION
        and answer.kind is BlockKind.ANSWER
        and _STANDING_IN.search(question.text)
    )


def forget_others(parse: Doc, title: Collection[str]) -> None:
    """Take back what "it" stands for in such an answer, unless it is what the `title` says.

    What the sentence itself names before stays: "As the tide falls, it leaves …".
    """
    told: dict[int, str] = parse.user_data.get(RENAMED, {})
    for place, name in list(told.items()):
        bare = _ARTICLE.sub("", _ARTICLE.sub("", name))
        own = all(word.lower() in title for word in bare.split())
        token = parse[place]
        if token.lower_ in _PRONOUNS and not own and bare not in token.sent.text:
            del told[place]
