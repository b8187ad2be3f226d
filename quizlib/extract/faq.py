"""Questions that the author wrote, with the author's own answer."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from quizlib.extract._antecedents import has_word_of
from quizlib.extract._capitals import calm
from quizlib.extract._doubts import DOUBTED, doubted, reasoned
from quizlib.extract._enough import to_the_bone
from quizlib.extract._hanging import key_hangs
from quizlib.extract._keys import Place, chosen_for, in_a_row, one_quote, sentences, text_of
from quizlib.extract._pairs import Pair, features
from quizlib.extract._persons import called
from quizlib.extract._phrases import answers_alone
from quizlib.extract._points import point
from quizlib.extract._proofs import proof
from quizlib.extract._standing import standing
from quizlib.extract._topics import lists_questions
from quizlib.extract.options import options_below
from quizlib.language.names import country, other_names
from quizlib.model import AnswerType, Block, BlockKind, Document, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.language import Analysis

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


class Asked(NamedTuple):
    """A question of a page, the question above it, and the heading of its section."""

    text: str
    above: str
    section: str


class Faq:
    summary = "question headings, FAQ entries and Q:/A: lines, with the answer below them"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        blocks = analysis.document.blocks
        page = _page(analysis.document)
        section = above = ""
        for number, block in enumerate(blocks):
            if block.kind is BlockKind.HEADING:
                section = block.text
            if block.kind is BlockKind.QUESTION and not options_below(blocks, number):
                after = blocks[number + 1 :]
                if page.cards and _marked(analysis, block):
                    yield _card(analysis, block, after, section)
                else:
                    question = calm(block.text.strip("*_ "), analysis.document.text)
                    yield from _pair(analysis, page, Asked(question, above, section), after)
                above = block.text


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
    return [place for block in answers for place in sentences(block)]


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
        evidence=one_quote(analysis, places) or quotes,
        section=section,
        verbatim=True,
    )


def _pair(
    analysis: Analysis, page: Page, question: Asked, after: Sequence[Block]
) -> Iterator[Fact]:
    """A question of a page, with as much of its answer as answers it."""
    document, told = analysis.document, _below(after)
    asked = standing(
        question.text, document.title, document.text, listed=page.listed, before=question.above
    )
    places = chosen_for(analysis, question.text, told) if asked and told else []
    if not places:
        return
    phrase = answers_alone(analysis, question.text, told)
    listed = any(block.level for block, *_ in places)  # half a list is no answer
    brief = "" if phrase or listed else point(analysis, question.text, places[0])
    places = places[:1] if brief else places
    quotes = tuple(document.evidence(*place) for place in places)
    answer = in_a_row([quote.words for quote in quotes])
    answer = to_the_bone(question.text, answer) if len(quotes) == 1 else answer
    answer = brief or answer
    if key_hangs(question.text, answer):
        return
    proofs = proof(analysis, question.text, answer)
    key, rest = [text_of(p) for p in places], [text_of(p) for p in told if p not in places]
    pair = Pair(
        question=question.text,
        asked=asked,
        key=answer,
        answer=" ".join(text_of(place) for place in told),
        listed=page.listed,
        headed=page.headed,
        proven=bool(proofs),
        titled=has_word_of(document.title, question.text),
        pointed=reasoned(question.text, key) or phrase or bool(brief),
    )
    yield Fact(
        method="faq",
        form="pair",
        question=asked,
        answer=answer,
        answer_type=_sort(answer),
        accepted=other_names(answer),
        evidence=(*proofs, *(one_quote(analysis, places) or quotes)),
        section=question.section,
        verbatim=True,
        features=features(pair),
        confidence=DOUBTED if doubted(question.text, key, rest) else None,
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


method = Faq()
