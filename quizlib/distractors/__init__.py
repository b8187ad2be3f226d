"""Wrong options: of the key's sort, plausible, and not supported by any document."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.distractors import countries
from quizlib.distractors.numbers import neighbours
from quizlib.distractors.reversal import reversed_statement
from quizlib.distractors.support import Support
from quizlib.files import digest
from quizlib.language.names import country
from quizlib.language.territories import part_of_other
from quizlib.language.text import bare, capitalised
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: How many wrong options an item gets; three good ones beat four with a filler.
WANTED = 3

#: A set of definitions holds its own wrong answers.
_CLOSED = frozenset({"definition", "term"})

#: A glossary lists nouns, verbs and adjectives alike: its terms are no options beside each other.
_LISTED = "glossary"

_NAMED = frozenset({AnswerType.PERSON, AnswerType.COUNTRY})


class Distractors:
    """Draws wrong options for facts from all facts and names of a corpus.

    `names` gives the people and countries that each document (by id) mentions;
    `sentences` are all sentences of the corpus, against which every option is held; `written`
    gives the year of each document that has a date: no later one is an option.
    """

    def __init__(
        self,
        facts: Sequence[Fact],
        names: dict[str, dict[AnswerType, list[str]]],
        sentences: Iterable[str],
        seed: int = 0,
        written: Mapping[str, int] | None = None,
    ) -> None:
        self._facts = facts
        self._names = names
        self._support = Support(sentences)
        self._seed = seed
        self._written = written or {}

    def turn(self, what: str, fact: Fact, count: int) -> int:
        """A number below `count` for the choice `what`, by nothing but fact and seed.

        Choices made by it do not depend on each other, and stay as they are when the rest
        of the corpus changes, or the wording of the question does.
        """
        told = (str(self._seed), fact.method, fact.relation, fact.answer)
        return int(digest("turn-2", what, *told, size=8), 16) % count

    def wrong(self, fact: Fact) -> tuple[str, ...]:
        """At most WANTED options that are wrong for `fact`; none where it cannot be known.

        Where the author gave some, all of these and no others.
        """
        if fact.distractors:
            return fact.distractors
        found: list[str] = []
        for option in self._candidates(fact):
            if self._usable(fact, option, found):
                found.append(option)
            if len(found) == WANTED:
                break
        return tuple(found)

    def false_statement(self, fact: Fact) -> str:
        """The fact's statement made false, or "" where that cannot be done for certain."""
        if not fact.statement or fact.answer_at < 0:
            return ""
        if fact.answer_type in _NAMED:
            return reversed_statement(fact, self._named(fact, fact.answer_type))
        wrong = self.wrong(fact)
        if not wrong:
            return ""
        end = fact.answer_at + len(fact.answer)
        return capitalised(fact.statement[: fact.answer_at] + wrong[0] + fact.statement[end:])

    def _candidates(self, fact: Fact) -> Iterator[str]:
        if fact.answer_type in (AnswerType.NUMBER, AnswerType.DATE):
            years = [self._written.get(one.document) for one in fact.evidence]
            latest = min((year for year in years if year is not None), default=None)
            yield from neighbours(fact, self.turn("neighbours", fact, 4), latest)
        elif (sort := self._sort(fact)) in _NAMED:
            yield from self._named(fact, sort)
        elif fact.form in _CLOSED:
            yield from self._siblings(fact)

    def _sort(self, fact: Fact) -> AnswerType:
        """The sort of the answer; of a list, the one that all its members have."""
        if fact.answer_type is not AnswerType.LIST:
            return fact.answer_type
        own = [self._names.get(evidence.document, {}) for evidence in fact.evidence]
        for sort in (AnswerType.COUNTRY, AnswerType.PERSON):
            known = {bare(name) for names in own for name in names.get(sort, [])}
            if fact.members and all(bare(member) in known for member in fact.members):
                return sort
        return AnswerType.LIST

    def _named(self, fact: Fact, sort: AnswerType) -> Iterator[str]:
        """Names of the same sort: of the fact's own documents, countries of others and of data too.

        A person of another document has nothing to do with the question.
        """
        own = [evidence.document for evidence in fact.evidence]
        others = sorted(self._names) if sort is AnswerType.COUNTRY else []
        for document in dict.fromkeys([*own, *others]):
            yield from self._names.get(document, {}).get(sort, [])
        if sort is AnswerType.COUNTRY:
            one = fact.members[0] if fact.members else fact.answer
            yield from countries.neighbours(one, self.turn("countries", fact, 60))

    def _siblings(self, fact: Fact) -> Iterator[str]:
        """Answers of the same form: nearest by document, then by likeness of length."""
        same = [
            other
            for other in self._facts
            if other.form == fact.form
            and other.subject != fact.subject
            and (fact.form != "term" or _LISTED not in (fact.method, other.method))
            and _agree(fact, other)
        ]
        own = {evidence.document for evidence in fact.evidence}
        size = len(fact.answer)

        def distance(other: Fact) -> tuple[bool, int, str]:
            near = any(evidence.document in own for evidence in other.evidence)
            return not near, abs(len(other.answer) - size), other.answer

        yield from (other.answer for other in sorted(same, key=distance))

    def _usable(self, fact: Fact, option: str, found: Sequence[str]) -> bool:
        keys = [fact.answer, *fact.accepted, *fact.members]
        if any(_same(option, other) for other in [*keys, *found]):
            return False
        if _within(bare(option), f"{fact.question} {fact.context}".casefold()):
            return False
        return fact.form in _CLOSED or not self._support.speaks_for(fact, option)


def _agree(fact: Fact, other: Fact) -> bool:
    """Both about one thing or both about several, and meanings of one class.

    Else the verb gives the key away, or the wrong meaning is absurd.
    """
    if fact.form in _CLOSED and _class(fact) != _class(other):
        return False
    return _several(fact) == _several(other)


def _class(fact: Fact) -> list[str]:
    """The class of a meaning: "a country" of "a country that lies between …"."""
    meaning = fact.pairs[0][1] if fact.pairs else fact.answer
    return meaning.casefold().split()[:2]


def _several(fact: Fact) -> bool:
    return fact.question.startswith("What are ") or " are " in fact.statement


def _within(words: str, text: str) -> bool:
    return re.search(rf"\b{re.escape(words)}\b", text) is not None


def _same(one: str, other: str) -> bool:
    """Alias, part or superset: options that could both be defended."""
    if part_of_other(one, other):
        return True
    first, second = country(one) or one, country(other) or other
    a, b = bare(first), bare(second)
    if a == b:
        return True
    short, long = sorted((a.split(), b.split()), key=len)
    return bool(short) and set(short) <= set(long)
