"""Answers that are no sentence: "In 2031, according to the plan.", "Two to three weeks."

Such an answer says all that was asked; what follows it tells more.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.extract._answering import answers, term_asked, yes_or_no
from quizlib.extract._doubts import asks_all, lists
from quizlib.extract._enough import asks_amount, asks_why, gives_reason, has_figure, only_hedges

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Sentence
    from quizlib.model import Block

#: The first of several: "Cats above all!"
_FIRST = re.compile(
    r"!$|\b(?:above all|first of all|for a start|to begin with|for one)\b", re.IGNORECASE
)
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
#: Part of a list that goes on: "Parsnip and onion: a year. Beans: three."
_ENTRY = re.compile(r"^[^.:!?]{3,40}: \S")


def answers_alone(
    analysis: Analysis, question: str, sentences: Sequence[tuple[Block, int, int]]
) -> bool:
    """Whether the first of these, each a block and its place there, is a phrase that answers."""
    block, start, end = sentences[0]
    told = block.text[start:end]
    if block.level and sentences[-1][0] is not block:  # one entry of a list
        return False
    if yes_or_no(question) or only_hedges(told) or told.endswith((":", "?")):
        return False
    if _FIRST.search(told) or (asks_amount(question) and not has_figure(told)):
        return False
    if asks_all(question) and not lists(told):
        return False
    if asks_why(question) and not gives_reason(question, told):
        return False
    fits = term_asked(question) or answers(question, told, listed=True)
    return bool(fits) and _is_phrase(analysis, *sentences[0])


def begins_list(question: str, sentences: Sequence[str]) -> bool:
    """Whether the first tells of one of several things only: "Parsnip: a year. Beans: three."."""
    if not asks_amount(question) or len(sentences) < 2:
        return False
    return _ENTRY.search(sentences[0]) is not None


def _is_phrase(analysis: Analysis, block: Block, start: int, end: int) -> bool:
    """Whether no finite verb, and no command, holds it together."""
    tokens = tokens_of(analysis, (block, start, end))
    own = {token.i for token in tokens}
    heads = [token for token in tokens if token.head == token or token.head.i not in own]
    return bool(heads) and not any(_holds(head) for head in heads)


def tokens_of(analysis: Analysis, place: tuple[Block, int, int]) -> list[Token]:
    """The words of a sentence, by its block and where it stands there."""
    block, start, end = place
    return [
        token
        for sentence in _by_block(analysis).get(id(block), ())
        for token in sentence.span
        if start <= sentence.offset + token.idx < end
    ]


def _holds(head: Token) -> bool:
    """Whether a verb holds a sentence together, or tells to do something."""
    command = head.tag_ == "VB" and not any(child.tag_ == "TO" for child in head.children)
    return command or _finite(head)


def _finite(head: Token) -> bool:
    helpers = [child for child in head.children if child.dep_ in ("aux", "auxpass")]
    joined = [child for child in head.children if child.dep_ in ("conj", "parataxis", "ccomp")]
    finite = any(token.tag_ in _FINITE for token in (head, *helpers))
    return finite or any(_finite(child) for child in joined)


@lru_cache(maxsize=2)
def _by_block(analysis: Analysis) -> Mapping[int, Sequence[Sentence]]:
    """The `id` of each block -> its sentences."""
    found: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in analysis.sentences:
        found[id(sentence.block)].append(sentence)
    return found
