"""Questions that the author wrote, with the author's own answer."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from quizlib.extract._answering import (
    defines,
    tells_apart,
    term_asked,
    to_the_point,
    yes_or_no,
)
from quizlib.extract._enough import PLAIN, needed, to_the_bone
from quizlib.extract._pairs import Pair, features
from quizlib.extract._persons import called
from quizlib.extract._proofs import proof
from quizlib.extract._standing import standing
from quizlib.extract._topics import lists_questions
from quizlib.extract.options import options_below
from quizlib.extract.series import ORDINALS
from quizlib.language.names import country, other_names
from quizlib.model import AnswerType, Block, BlockKind, Document, Evidence, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.language import Analysis

#: An answer of so many words is the key as a whole; of one of LONG words, as many of its first
#: sentences as hold MOST of its words: raters found that less leaves out too much. What is longer
#: goes on from its first point, of TELLING words.
WHOLE, LONG, MOST, TELLING = 40, 80, 0.5, 10
#: The longest key, in words: a longer one is not recalled.
LONGEST = 50
#: The title of a page of questions that others ask: its "Q:" marks no card of one's own.
_OFTEN_ASKED = re.compile(
    r"\bFAQs?\b|\bfrequently asked\b|\bcommon questions\b|\bquestions,? answered\b", re.IGNORECASE
)
#: The longest answers that cards of one's own have, in words on average.
CARD = 20
#: So many questions, with so many words to an answer, make a page of questions.
MANY, BRIEF = 3, 45
#: What stands before a question that was written as one, in a line of its own.
LEAD = 80  # characters before the question, at the most
_BY_HAND = re.compile(r"(?:^|\n)[ \t>*-]*Q(?:uestion)?[ \t]*[:.][ \t]*$", re.IGNORECASE)
_SENTENCE = re.compile(r"\S[^.!?]*(?:[.!?](?!\s+[A-Z\"“'‘(]|$)[^.!?]*)*(?:[.!?]+[\"”'’)]*|$)")
_COUNTED = re.compile(rf"^(?:The )?(?:{'|'.join(ORDINALS)})(?:ly)?\b", re.IGNORECASE)

#: A sentence of an answer: its block, and where it stands in the block's text.
Place = tuple[Block, int, int]


class Page(NamedTuple):
    """What holds for all questions of a document.

    Attributes:
        listed: Whether it is a page of questions and short answers.
        headed: Whether questions head the parts of the text.
        cards: Whether "Q:" and "A:" mark cards of one's own in it.
    """

    listed: bool
    headed: bool
    cards: bool


class Faq:
    summary = "question headings, FAQ entries and Q:/A: lines, with the answer below them"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        blocks = analysis.document.blocks
        page = _page(analysis.document)
        section = ""
        for number, block in enumerate(blocks):
            if block.kind is BlockKind.HEADING:
                section = block.text
            if block.kind is BlockKind.QUESTION and not options_below(blocks, number):
                after = blocks[number + 1 :]
                if page.cards and _marked(analysis, block):
                    yield _card(analysis, block, after, section)
                else:
                    yield from _pair(analysis, page, block, after, section)


def _page(document: Document) -> Page:
    return Page(
        listed=lists_questions(document.title) or _answered_briefly(document),
        headed=_of_questions(document),
        cards=not _OFTEN_ASKED.search(document.title) and _answered(document) <= CARD,
    )


def _marked(analysis: Analysis, question: Block) -> bool:
    """Whether "Q:" stands before a question."""
    before = max(0, question.start - LEAD)
    return _BY_HAND.search(analysis.document.text, before, question.start) is not None


def _below(after: Sequence[Block]) -> list[Place]:
    """The sentences of the answer."""
    kinds = (BlockKind.ANSWER, BlockKind.LIST_ENTRY)
    answers = takewhile(lambda block: block.kind in kinds, after)
    return [place for block in answers for place in _sentences(block)]


def _card(analysis: Analysis, question: Block, after: Sequence[Block], section: str) -> Fact:
    """A question marked by hand, with all of its answer."""
    places = _below(after)
    if not places:
        return _unanswered(analysis, question, section)
    quotes = tuple(analysis.document.evidence(*place) for place in places)
    answer = " ".join(quote.words for quote in quotes)
    return Fact(
        method="faq",
        form="by-hand",
        question=question.text,
        answer=answer,
        answer_type=_sort(answer),
        accepted=other_names(answer) or called(analysis, question.text, answer),
        evidence=_joined(analysis, places) or quotes,
        section=section,
        verbatim=True,
    )


def _pair(
    analysis: Analysis, page: Page, question: Block, after: Sequence[Block], section: str
) -> Iterator[Fact]:
    """A question of a page, with as much of its answer as answers it."""
    document, told = analysis.document, _below(after)
    asked = standing(question.text, document.title, document.text)
    places = _chosen(question.text, told) if asked and told else []
    if not places:
        return
    quotes = tuple(document.evidence(*place) for place in places)
    answer = " ".join(quote.words for quote in quotes)
    answer = to_the_bone(question.text, answer) if len(quotes) == 1 else answer
    proofs = proof(analysis, question.text, answer)
    pair = Pair(
        question=question.text,
        asked=asked,
        key=answer,
        answer=" ".join(_text(place) for place in told),
        listed=page.listed,
        headed=page.headed,
        proven=bool(proofs),
    )
    yield Fact(
        method="faq",
        form="pair",
        question=asked,
        answer=answer,
        answer_type=_sort(answer),
        accepted=other_names(answer),
        evidence=(*proofs, *(_joined(analysis, places) or quotes)),
        section=section,
        verbatim=True,
        features=features(pair),
    )


def _answered_briefly(document: Document) -> bool:
    """Whether the answers below the document's questions are short, as on a page of questions."""
    kinds = [block.kind for block in document.blocks]
    return kinds.count(BlockKind.QUESTION) >= MANY and _answered(document) <= BRIEF


def _answered(document: Document) -> float:
    """The words of an answer, on average."""
    kinds = (BlockKind.ANSWER, BlockKind.LIST_ENTRY)
    asked = sum(block.kind is BlockKind.QUESTION for block in document.blocks)
    told = sum(len(block.text.split()) for block in document.blocks if block.kind in kinds)
    return told / max(1, asked)


def _of_questions(document: Document) -> bool:
    """Whether questions head the text's parts, and are no ornament of one or two."""
    kinds = [block.kind for block in document.blocks]
    asked = kinds.count(BlockKind.QUESTION)
    return asked > 1 and asked > kinds.count(BlockKind.HEADING) - 1


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


def _sentences(block: Block) -> Iterator[Place]:
    for match in _SENTENCE.finditer(block.text):
        yield block, match.start(), match.start() + len(match.group().rstrip())


def _chosen(question: str, places: list[Place]) -> list[Place]:
    """The sentences of the key: the counted ones of an answer that counts, else the first ones.

    An answer that counts its points ("First …", "The second reason …") is not
    answered by its first sentence.
    """
    places = _defining(question, places)
    counted = [place for place in places if _COUNTED.search(_text(place))]
    if len(counted) > 1 and _size(counted) <= LONGEST:
        return counted
    chosen: list[Place] = []
    for place in places:
        if chosen and _told(question, chosen, places):
            break
        chosen.append(place)
    if not chosen or _text(chosen[0]).endswith("?"):
        return []
    chosen = chosen[: needed(question, [_text(place) for place in chosen])]
    return chosen if _size(chosen) <= LONGEST else []


def _defining(question: str, places: list[Place]) -> list[Place]:
    """The sentences from the one on that says what the term means that is asked for."""
    term = term_asked(question)
    if not term or defines(term, _text(places[0])):
        return places
    own = term.removesuffix("s")
    meant = (n for n, place in enumerate(places) if defines(term, _text(place)))
    return places[next((n for n in meant if own in _text(places[n]).casefold()), 0) :]


def _told(question: str, chosen: list[Place], places: list[Place]) -> bool:
    """Whether the chosen sentences make the first point, and the rest would be too much."""
    if yes_or_no(question) or term_asked(question):
        return _size(chosen) >= PLAIN
    words, pointed = _size(places), to_the_point(_text(places[0]))
    enough = _size(chosen) >= (MOST * words if words <= LONG and not pointed else TELLING)
    enough = enough and words > WHOLE
    return enough and tells_apart(question, " ".join(_text(place) for place in chosen))


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
