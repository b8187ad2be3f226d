"""Extended text: an answer in one's own words, which the learner has the last word on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.errors import InvalidResponse
from quizlib.grading.feedback import RIGHT, key_line, told
from quizlib.grading.wording import tokens
from quizlib.model import ExtendedText, Score

if TYPE_CHECKING:
    from quizlib.grading.numbers import Token

#: The share of the model answer's words from which an answer is suggested to be right.
ENOUGH = 2 / 3

#: Words that say nothing by themselves.
WORDS = (
    "a an the and or but of in on at to by for from with as than that this these those it its he"
    " she they them their his her we us our you your i is are was were be been being has have had"
    " do does did will would can could may might shall should because so if which who whom whose"
    " what when where why how there then also into about over under between"
)
FUNCTION = frozenset(WORDS.split())


def grade_extended_text(text: ExtendedText, response: object) -> Score:
    """Right for the model answer itself, but for case, accents, punctuation and articles.

    Else a suggestion: the share of the model answer's content words that the answer holds. From
    two thirds on it counts as right, with full points, until the learner rates it.
    """
    if not isinstance(response, str):
        raise InvalidResponse(response, "text")
    if response.strip() and tokens(response) == tokens(text.model_answer):
        return Score(points=1, right=True, feedback=RIGHT)
    wanted = _content(text.model_answer)
    given = set(tokens(response)) if response.strip() else set()
    share = len(wanted & given) / max(1, len(wanted))
    right = share >= ENOUGH
    return Score(
        points=1 if right else share,
        right=right,
        feedback=told("Compare", key_line(text)),
        self_rated=True,
    )


def _content(text: str) -> set[Token]:
    every = set(tokens(text))
    return {token for token in every if token not in FUNCTION} or every
