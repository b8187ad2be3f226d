"""People are known by their surnames: a question for one takes the surname too."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quizlib.language.surnames import surnames
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    #: What the documents name, by document and sort.
    Names = Mapping[str, Mapping[AnswerType, Iterable[str]]]


def by_surname(facts: Sequence[Fact], names: Names) -> list[Fact]:
    """`facts`, of which those that a person answers accept the surname, if nobody shares it.

    The others are all people that the documents name, and that answer a fact. A surname that the
    question says already is not enough.
    """
    named = (name for sorts in names.values() for name in sorts.get(AnswerType.PERSON, ()))
    answers = (fact.answer for fact in facts if fact.answer_type is AnswerType.PERSON)
    people: dict[str, set[str]] = defaultdict(set)
    for name in (*named, *answers):
        for word in name.split():
            people[word.casefold()].add(name)
    return [_called(fact, people) for fact in facts]


def _called(fact: Fact, people: Mapping[str, set[str]]) -> Fact:
    if fact.answer_type is not AnswerType.PERSON:
        return fact
    words = [word.casefold() for word in fact.answer.split()]
    others = {name for word in words for name in people.get(word, ())}
    asked = f"{fact.question} {fact.context}".casefold()
    found = [name for name in surnames(fact.answer, others) if name.casefold() not in asked]
    more = [name for name in found if name not in fact.accepted]
    return fact.model_copy(update={"accepted": (*fact.accepted, *more)}) if more else fact
