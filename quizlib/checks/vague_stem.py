"""The stem says what it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked
from quizlib.checks._wording import ENGLISH
from quizlib.language.text import root, telling
from quizlib.model import Bank, Document, Match, Order, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FEWEST = 2

VAGUE_STEM = Flaw(
    code="vague-stem",
    severity=Severity.WARNING,
    cure="Say in the stem what is asked about, so that one answer fits.",
    bad=(
        example("short_answer", "When was the tax?", "1804"),
        example("cloze", "It was ______.", "salt"),
        example(
            "choice", "Which statement is true?", "salt is white", distractors=("salt is sweet",)
        ),
    ),
    good=(
        example("short_answer", "When was the tax abolished?", "1804"),
        example("definition", "What is brine?", "salt water"),
    ),
)

#: Asks for a meaning, or what somebody or something is: one word is the whole subject.
_IDENTITY = re.compile(
    r"(?:what|who) (?:is|are|was|were)\b|what (?:does|do|did) .* (?:mean|stand for)\b|define\b",
    re.IGNORECASE,
)
_CLAIMS = r"(?:statement|sentence|claim|answer|option)s?"
#: Leaves all to the options: "Which statement is true?"
_WHICH_IS_RIGHT = re.compile(
    rf"(?:which|what)(?: {_CLAIMS})?(?: of (?:the following|these|those)(?: {_CLAIMS})?)?"
    r" (?:is|are) (?:true|right|correct|false|wrong|incorrect)\W*",
    re.IGNORECASE,
)
#: "Choose the correct answer.", "Who was the man?", "What is the most important thing?"
_GENERAL = frozenset(
    map(
        root,
        """
        choose pick select mark tick give find answer option statement question correct right best
        true man woman person people boy girl place event reason problem fact important
        interesting main
        """.split(),
    )
)
_SENTENCE = re.compile(r"_{3,}|[?.!…]\W*$")


class VagueStem:
    summary = "the stem says what it is about"
    why = (
        "Such a stem has several answers, and none without the text that it was taken from."
        " Haladyna, Downing and Rodriguez (2002): include the central idea in the stem. Unclear"
        " stems are among the most frequent flaws that Tarrant et al. (2006) found in real exams."
    )
    flaws = (VAGUE_STEM,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank, ENGLISH):
            # A bare word is a prompt of its own: vocabulary is learned so.
            if isinstance(interaction, Order | Match) or not _SENTENCE.search(item.stem):
                continue
            enough = 1 if _IDENTITY.match(item.stem) else FEWEST
            unfocused = not item.context.strip() and _WHICH_IS_RIGHT.fullmatch(item.stem.strip())
            told = telling(f"{item.stem} {item.context}")
            if unfocused or len(told) < enough or _GENERAL.issuperset(told):
                yield VAGUE_STEM.of(bank, item, "its stem does not say what it is about")


rule = VagueStem()
