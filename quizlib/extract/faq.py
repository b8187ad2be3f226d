"""Questions that the author wrote, with the author's own answer."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from quizlib.extract._proofs import proof
from quizlib.extract.options import options_below
from quizlib.extract.series import ORDINALS
from quizlib.language.names import VARIANTS, country
from quizlib.model import AnswerType, Block, BlockKind, Evidence, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.language import Analysis

#: An answer of so many words is the key as a whole; of a longer one, the sentences that
#: make a first point of TELLING words do.
WHOLE, TELLING = 30, 10
#: The longest key, in words: a longer one is not recalled.
LONGEST = 60
#: The confidence that the first sentences below a question answer it, where the text is no list
#: of questions: raters found that they mostly lead up to the answer.
OPENING = 0.38
#: What stands before a question that was written as one, in a line of its own.
LEAD = 80  # characters before the question, at the most
_BY_HAND = re.compile(r"(?:^|\n)[ \t>*-]*Q(?:uestion)?[ \t]*[:.][ \t]*$", re.IGNORECASE)
_POINTING = re.compile(r"\b(?:this|these|those|here)\b", re.IGNORECASE)
_STANDING_IN = re.compile(r"\b(?:it|its|they|their|them|he|she|his|her|him)\b", re.IGNORECASE)
#: A "that" behind such a word points; behind a noun it opens a clause: "actions that …".
_THAT = re.compile(
    r"\b(?:wh\w+|how|is|was|are|were|do|does|did|can|about|of|for|by|from|with|like|than|if)"
    r" that\b",
    re.IGNORECASE,
)
#: What "it" or "they" may stand for, named before it: a name, "a loan", "cats".
_NAMED = re.compile(
    r"(?<=\w )(?!I\b)[A-Z]\w+|\b(?:an?|the|some|any|all|many|most|two) \w+|\w{3,}s\b"
)
_NO_NOUNS = re.compile(r"\b(?:does|this|was|always|sometimes)\b", re.IGNORECASE)
_TEASING = re.compile(r"^(?:so|and|but|now|ready|what about|how about|guess|ever)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"\S[^.!?]*(?:[.!?](?!\s+[A-Z\"“'‘(]|$)[^.!?]*)*(?:[.!?]+[\"”'’)]*|$)")
_COUNTED = re.compile(rf"^(?:The )?(?:{'|'.join(ORDINALS)})(?:ly)?\b", re.IGNORECASE)

#: A sentence of an answer: its block, and where it stands in the block's text.
Place = tuple[Block, int, int]


class Faq:
    summary = "question headings, FAQ entries and Q:/A: lines, with the answer below them"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        blocks = analysis.document.blocks
        section = ""
        for number, block in enumerate(blocks):
            if block.kind is BlockKind.HEADING:
                section = block.text
            if block.kind is BlockKind.QUESTION and not options_below(blocks, number):
                yield from _pair(analysis, block, blocks[number + 1 :], section)


def _pair(
    analysis: Analysis, question: Block, after: Sequence[Block], section: str
) -> Iterator[Fact]:
    kinds = (BlockKind.ANSWER, BlockKind.LIST_ENTRY)
    answers = takewhile(lambda block: block.kind in kinds, after)
    places = [place for block in answers for place in _sentences(block)]
    before = max(0, question.start - LEAD)
    by_hand = _BY_HAND.search(analysis.document.text, before, question.start) is not None
    told = places
    if not by_hand:
        places = _chosen(places) if _alone(question.text) else []
    if not places:
        if by_hand:
            yield _unanswered(analysis, question, section)
        return
    quotes = [analysis.document.evidence(*place) for place in places]
    own = _joined(analysis, places) or tuple(quotes)
    answer = " ".join(quote.words for quote in quotes)
    yield Fact(
        method="faq",
        form="by-hand" if by_hand else "pair",
        question=question.text,
        answer=answer,
        answer_type=_sort(answer),
        accepted=_variants(answer),
        evidence=own if by_hand else (*proof(analysis, question.text, answer), *own),
        section=section,
        verbatim=True,
        confidence=None if by_hand or places == told or _of_questions(analysis) else OPENING,
    )


def _of_questions(analysis: Analysis) -> bool:
    """Whether questions head the text's parts, and are no ornament of one or two."""
    kinds = [block.kind for block in analysis.document.blocks]
    asked = kinds.count(BlockKind.QUESTION)
    return asked > kinds.count(BlockKind.HEADING) - 1


def _unanswered(analysis: Analysis, question: Block, section: str) -> Fact:
    """A question that was written to be asked, and cannot: no kind of item fits it."""
    return Fact(
        method="faq",
        form="by-hand",
        question=question.text,
        answer="",
        answer_type=AnswerType.TERM,
        evidence=(analysis.document.evidence(question),),
        section=section,
        verbatim=True,
    )


def _sort(answer: str) -> AnswerType:
    """A country, which one can be asked to type; else words of one's own."""
    return AnswerType.TEXT if country(answer) is None else AnswerType.COUNTRY


def _variants(answer: str) -> tuple[str, ...]:
    found = country(answer)
    return tuple(way for way in (found, *VARIANTS.get(found, ())) if way != answer) if found else ()


def _alone(question: str) -> bool:
    """Whether the question is one question, and says by itself what it is about."""
    single = not re.search(r"[.!?]\s", question)
    telling = len(question.split()) >= 4 and not _TEASING.search(question)
    return single and telling and not _points(question)


def _points(question: str) -> bool:
    """Whether a word of it stands for what the question itself does not name."""
    if _POINTING.search(question) or _THAT.search(question):
        return True
    found = _STANDING_IN.search(question)
    return found is not None and not _NAMED.search(_NO_NOUNS.sub("", question[: found.start()]))


def _sentences(block: Block) -> Iterator[Place]:
    for match in _SENTENCE.finditer(block.text):
        yield block, match.start(), match.start() + len(match.group().rstrip())


def _chosen(places: list[Place]) -> list[Place]:
    """The sentences of the key: the counted ones of an answer that counts, else the first ones.

    An answer that counts its points ("First …", "The second reason …") is not
    answered by its first sentence.
    """
    counted = [place for place in places if _COUNTED.search(_text(place))]
    if len(counted) > 1 and _size(counted) <= LONGEST:
        return counted
    chosen: list[Place] = []
    for place in places:
        if chosen and _size(places) > WHOLE and _size(chosen) >= TELLING:
            break
        chosen.append(place)
    if not chosen or _size(chosen) > LONGEST or _text(chosen[0]).endswith("?"):
        return []
    return chosen


def _joined(analysis: Analysis, places: list[Place]) -> tuple[Evidence, ...]:
    """One quote for sentences that follow each other in one block."""
    block, start, _ = places[0]
    last, _, end = places[-1]
    if block is not last or len(list(_between(block, start, end))) != len(places):
        return ()
    return (analysis.document.evidence(block, start, end),)


def _between(block: Block, start: int, end: int) -> Iterator[Place]:
    return (place for place in _sentences(block) if start <= place[1] < end)


def _text(place: Place) -> str:
    block, start, end = place
    return block.text[start:end]


def _size(places: Sequence[Place]) -> int:
    return sum(len(_text(place).split()) for place in places)


method = Faq()
