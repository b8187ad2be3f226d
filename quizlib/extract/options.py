"""Questions with options that an author wrote: "- [x] right", "- [ ] wrong"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from quizlib.extract._proofs import proof
from quizlib.model import AnswerType, Block, BlockKind, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.language import Analysis

_OPTIONS = frozenset({BlockKind.ANSWER, BlockKind.DISTRACTOR})


class Options:
    summary = "questions with options, of which the author marked the right ones: [x]"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        blocks = analysis.document.blocks
        section = ""
        for number, block in enumerate(blocks):
            if block.kind is BlockKind.HEADING:
                section = block.text
            options = options_below(blocks, number)
            if options:
                yield _asked(analysis, block, options, section)


def options_below(blocks: Sequence[Block], number: int) -> list[Block]:
    """The options of the block with this number; none where it is no question with some."""
    if blocks[number].kind is not BlockKind.QUESTION:
        return []
    below = list(takewhile(lambda block: block.kind in _OPTIONS, blocks[number + 1 :]))
    return below if any(block.kind is BlockKind.DISTRACTOR for block in below) else []


def _asked(analysis: Analysis, question: Block, options: list[Block], section: str) -> Fact:
    """Without a right option it has no answer, and no kind of item fits it."""
    right = [block for block in options if block.kind is BlockKind.ANSWER]
    keys = tuple(dict.fromkeys(block.text for block in right))
    wrong = (block.text for block in options if block.kind is BlockKind.DISTRACTOR)
    own = tuple(analysis.document.evidence(block) for block in right or [question])
    return Fact(
        method="options",
        form="options",
        question=question.text,
        answer="; ".join(keys),
        answer_type=AnswerType.TERM,
        members=keys if len(keys) > 1 else (),
        distractors=tuple(dict.fromkeys(wrong)),
        evidence=(*proof(analysis, question.text, ", ".join(keys)), *own),
        section=section,
        verbatim=True,
    )


method = Options()
