"""Facts: claims extracted from documents, not yet questions."""

from __future__ import annotations

from enum import StrEnum

from quizlib.files import digest
from quizlib.model.base import Frozen
from quizlib.model.evidence import Evidence


class AnswerType(StrEnum):
    """What sort of thing answers the question: decides wh-word, kind and distractors."""

    PERSON = "person"
    COUNTRY = "country"
    PLACE = "place"
    ORGANISATION = "organisation"
    DATE = "date"
    NUMBER = "number"
    TERM = "term"
    PHRASE = "phrase"  # a noun phrase
    LIST = "list"  # several, all of them needed
    REASON = "reason"
    PURPOSE = "purpose"
    MEANS = "means"
    CLAUSE = "clause"  # what somebody says, fears, expects …
    TEXT = "text"  # an answer in sentences


class Fact(Frozen):
    """One claim: a question that it answers, the answer, and the words that prove it.

    Attributes:
        method: The module of quizlib.extract that found it.
        form: The pattern there.
        question: It asks for `answer`.
        answer: What is right.
        answer_type: What sort of thing answers.
        evidence: The quotes that prove it.
        statement: The claim as a sentence of its own.
        answer_at: Where the answer stands in the statement, in characters; -1: not word for word.
        accepted: Other wordings of the answer.
        members: The parts of a list answer, or of a set of `pairs`.
        distractors: Wrong options that the author gave.
        pairs: What belongs together, of a match.
        context: Sentences that the question leans on.
        subject: What the claim is about.
        relation: The lemma that ties subject and answer: two facts with the same of both compete
            for one question.
        section: The heading that it stands below.
        salience: How much the document is about it, in [0, 1].
        verbatim: Whether question and answer are the author's own words.
        features: What feeds the ranking, by name.
        confidence: How sure a plug-in's method is that a good question comes of it, in [0, 1];
            None for quizlib's own methods, whose facts are judged by their features and forms.

    Examples:
        >>> import quizlib
        >>> left_out = []
        >>> documents = quizlib.read("salt-works.md")
        >>> bank = quizlib.build(documents, kinds=["ordering"], dropped=left_out)
        >>> fact = left_out[0].fact
        >>> isinstance(fact, quizlib.Fact), fact.question, fact.answer
        (True, 'When was the salt tax abolished?', '1804')
    """

    method: str
    form: str
    question: str
    answer: str
    answer_type: AnswerType
    evidence: tuple[Evidence, ...]
    statement: str = ""
    answer_at: int = -1
    accepted: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    context: str = ""
    subject: str = ""
    relation: str = ""
    section: str = ""
    salience: float = 0.0
    verbatim: bool = False  # question and answer are the author's own words
    features: tuple[tuple[str, float], ...] = ()
    confidence: float | None = None

    @property
    def fingerprint(self) -> str:
        """The same for the same claim, whatever else the document says."""
        return digest(
            "fact-1", self.method, self.form, self.question or self.statement, self.answer, size=8
        )
