"""People are known by their surnames: a question for one takes the surname too."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from quizlib.language.surnames import short_names
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
    answers = (fact.answer for fact in facts if _person(fact))
    people: dict[str, set[str]] = defaultdict(set)
    for name in (*named, *answers):
        for word in name.split():
            people[word.casefold()].add(name)
    return [_called(fact, people) if _person(fact) else fact for fact in facts]


def _person(fact: Fact) -> bool:
    """Whether a person answers it, be it that an author's own answer says who."""
    known = bool({*fact.accepted} & {*short_names(fact.answer)})
    return fact.answer_type is AnswerType.PERSON or (fact.answer_type is AnswerType.TEXT and known)


def _called(fact: Fact, people: Mapping[str, set[str]]) -> Fact:
    words = [word.casefold() for word in fact.answer.split()]
    others = {name for word in words for name in people.get(word, ())}
    asked = f"{fact.question} {fact.context}".casefold()
    found = [name for name in short_names(fact.answer, others) if name.casefold() not in asked]
    written = fact.answer_type is AnswerType.TEXT
    doubtful = set(short_names(fact.answer)) - set(found) if written else set()
    kept = [name for name in fact.accepted if name not in doubtful]
    accepted = tuple(dict.fromkeys((*kept, *found)))
    return fact.model_copy(update={"accepted": accepted}) if accepted != fact.accepted else fact
