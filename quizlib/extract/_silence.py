"""Sentences of which no method makes a fact, and why, as far as that can be known.

A sentence goes through three gates: it has to be a plain statement, one of its clauses has to
stand by itself, and some method has to find a question in that. The first gate that it does not
pass is told, with the word that tells most.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from quizlib.extract._claims import LONGEST, SHORTEST, claims, sound
from quizlib.language.context import context_for
from quizlib.language.references import dangling, loose, personal
from quizlib.model import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.extract._claims import Claim
    from quizlib.language import Analysis, Sentence
    from quizlib.model import Evidence, Fact

ASKS = "it asks"
UNENDED = "no full stop ends it"
SHORT = f"it has fewer than {SHORTEST} words"
LONG = f"it has more than {LONGEST} words"
PERSONAL = "it speaks of its author, or to its reader"
NO_STATEMENT = "it is no plain statement with a subject and a verb"
LOOSE = "it is tied to a moment or a text that no question shows"
NEGATED = "it says what is not so"
UNCLEAR = "its clauses cannot be told apart for certain"
POINTING = "it points to what neither it nor the sentence before names"
UNASKED = "this question of the author's, or the answer to it, needs the page to be understood"
NO_QUESTION = "no question with one sure answer was found in it"


#: Methods that ask what the author asks, and what stands below such a question.
_AUTHORS = frozenset({"faq", "options", "gaps"})
_ANSWERING = frozenset({BlockKind.ANSWER, BlockKind.LIST_ENTRY, BlockKind.DISTRACTOR})


@dataclass(frozen=True)
class Silent:
    """A sentence in which nothing to ask was found.

    Attributes:
        place: The sentence, where it stands.
        cause: Why, in words that are the same for all such sentences.
        word: What shows it, "" where no one word does.
    """

    place: Evidence
    cause: str
    word: str = ""

    @property
    def why(self) -> str:
        """In one line."""
        return f"{self.cause}: “{self.word}”" if self.word else self.cause


def silences(analysis: Analysis, found: Iterable[Fact]) -> Iterator[Silent]:
    """The sentences of the document that prove none of its facts, those `found`.

    What stands below a question of the author's own is a part of its answer. The questions
    that are not asked come last.
    """
    found = list(found)
    spans = sorted((quote.start, quote.end) for fact in found for quote in fact.evidence)
    told = {id(claim.sentence): claim for claim in reversed(claims(analysis))}
    for sentence in analysis.sentences:
        place = analysis.evidence(sentence)
        start, end = place.start, place.end
        if sentence.block.kind is BlockKind.ANSWER:
            start, end = sentence.block.start, sentence.block.end
        if not any(first < end and last > start for first, last in spans):
            cause, token = _cause(analysis, sentence, told.get(id(sentence)))
            yield Silent(place, cause, token.text if token else "")
    yield from _unasked(analysis, found)


def _unasked(analysis: Analysis, found: Sequence[Fact]) -> Iterator[Silent]:
    """The author's questions, with an answer below, that are not asked."""
    told = {quote.start for fact in found if fact.method in _AUTHORS for quote in fact.evidence}
    blocks = analysis.document.blocks
    for number, question in enumerate(blocks):
        if question.kind is not BlockKind.QUESTION:
            continue
        below = takewhile(lambda block: block.kind in _ANSWERING, islice(blocks, number + 1, None))
        spans = [(block.start, block.end) for block in below]
        if spans and not any(question.start <= at <= spans[-1][1] for at in told):
            yield Silent(analysis.document.evidence(question), UNASKED)


def _cause(analysis: Analysis, sentence: Sentence, claim: Claim | None) -> tuple[str, Token | None]:
    """Why nothing is asked, and the word that shows it."""
    if not sound(sentence):
        return _unsound(sentence), None
    if claim is None:
        if personal(sentence.tokens):
            return PERSONAL, None
        tied = loose(sentence.tokens)
        if tied is not None:
            return LOOSE, tied
        negation = next((token for token in sentence.tokens if token.dep_ == "neg"), None)
        return (NEGATED, negation) if negation is not None else (UNCLEAR, None)
    pointing = _pointing(analysis, sentence, claim.clause.tokens)
    return (NO_QUESTION, None) if pointing is None else (POINTING, pointing)


def _unsound(sentence: Sentence) -> str:
    words = len(sentence.text.split())
    checks = (
        (sentence.text.endswith("?"), ASKS),
        (not sentence.text.rstrip("\"'”’").endswith("."), UNENDED),
        (words < SHORTEST, SHORT),
        (words > LONGEST, LONG),
        (personal(sentence.tokens), PERSONAL),
    )
    return next((cause for holds, cause in checks if holds), NO_STATEMENT)


def _pointing(analysis: Analysis, sentence: Sentence, tokens: Sequence[Token]) -> Token | None:
    """The first word that stands for something which nobody who is asked would see."""
    pointers = dangling(tokens, analysis.known)
    lost = pointers and context_for(analysis, sentence, pointers) is None
    return pointers[0] if lost else None
