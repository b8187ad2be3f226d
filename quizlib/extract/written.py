"""Gaps that an author marked: "C: Brine is [salt water]." Each gap is a fact of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.model import AnswerType, Block, BlockKind, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis

_GAP = re.compile(r"\[([^\[\]]+)\]")


class Written:
    summary = "C: lines, with every [gap] that the author marked"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        section = ""
        for block in analysis.document.blocks:
            if block.kind is BlockKind.HEADING:
                section = block.text
            if block.kind is BlockKind.CLOZE:
                yield from _gaps(analysis, block, section)


def _gaps(analysis: Analysis, block: Block, section: str) -> Iterator[Fact]:
    statement = _GAP.sub(lambda gap: gap[1].strip(), block.text)
    for gap in _GAP.finditer(block.text):
        answer = gap[1].strip()
        before = _GAP.sub(lambda other: other[1].strip(), block.text[: gap.start()])
        if answer:
            yield Fact(
                method="written",
                form="gap",
                question="",
                answer=answer,
                answer_type=AnswerType.TERM,
                statement=statement,
                answer_at=len(before),
                evidence=(analysis.document.evidence(block),),
                section=section,
                verbatim=True,
            )


method = Written()
