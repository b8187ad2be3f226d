"""Which facts are asked: each once, and only where the question has one answer."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from quizlib.agreement import agree, differ, grouped, neighbours
from quizlib.disagreement import FREE, settled, with_source
from quizlib.language.text import bare, words
from quizlib.ranking import WRITTEN, Unasked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from quizlib.model import DocumentRecord, Fact

#: Forms that tell of a clause's event who or what was in it: one of them says it all.
_EVENT = ("subject-", "object-", "content-", "role", "if", "how-many", "year", "date")
#: Forms that ask all their sets in the same words.
_SETS = frozenset({"match", "sequence"})

UNCLEAR = "a question that differs by a word or two has another answer"
GRANTED = "it takes for granted what documents disagree on"
REPEATED = "its document says it more than once"


#: The relation of a term and its meaning.
_MEANING = "mean"


class Told(NamedTuple):
    """A fact as it was found, as it is to be asked, and the number of its group.

    Facts of one group ask the same.
    """

    found: Fact
    asked: Fact
    group: int


def sifted(
    facts: Sequence[Fact], documents: Iterable[DocumentRecord]
) -> tuple[list[Fact], list[Unasked]]:
    """Those of `facts` to be asked, with all of their evidence, and the others; in their order.

    Where several sentences answer one question alike, the surest speaks for all. Where
    they answer it differently, nothing is asked; but several documents that disagree are
    each asked with source or date. `documents` are those that the facts come from.
    """
    records = {record.id: record for record in documents}
    told: dict[int, Told] = {}
    left: dict[int, Unasked] = {}
    for number, group in enumerate(_groups(facts)):
        same = [facts[place] for place in group]
        for place, verdict in zip(group, settled(same, records), strict=True):
            if isinstance(verdict, Unasked):
                left[place] = verdict
            else:
                told[place] = Told(facts[place], verdict, number)
    for sieve, why in ((_unclear, UNCLEAR), (_granted, GRANTED), (_repeated, REPEATED)):
        for place in sieve(dict(sorted(told.items()))):
            left[place] = Unasked(told.pop(place).asked, why)
    for place, verdict in _rivalled(told, records).items():
        if isinstance(verdict, Unasked):
            left[place] = Unasked(told.pop(place).asked, verdict.why)
        else:
            told[place] = told[place]._replace(asked=verdict)
    return [told[place].asked for place in sorted(told)], [left[place] for place in sorted(left)]


def _groups(facts: Sequence[Fact]) -> Iterator[list[int]]:
    """The places of facts that ask the same: nearly, and in one document with one answer.

    An author's own items are all different, whatever they ask; what a term means is another
    thing than what is told of it.
    """
    sets: dict[str, list[int]] = defaultdict(list)
    plain: dict[bool, list[int]] = {True: [], False: []}
    for place, fact in enumerate(facts):
        if fact.form in WRITTEN:
            yield [place]
        elif fact.form in _SETS:
            sets[f"{fact.question} {fact.answer}"].append(place)
        else:
            plain[fact.relation == _MEANING].append(place)
    yield from sets.values()
    near = [
        [places[number] for number in numbers]
        for places in plain.values()
        for numbers in grouped([facts[place].question for place in places])
    ]
    for group in near:
        if len({facts[place].evidence[0].document for place in group}) > 1:
            yield group
        else:
            yield from _within(facts, group)


def _within(facts: Sequence[Fact], group: Sequence[int]) -> list[list[int]]:
    """What asks the same in one document: word for word, or nearly and with one answer."""
    same: dict[str, list[int]] = defaultdict(list)
    for place in group:
        same[bare(facts[place].question)].append(place)
    joined: list[list[int]] = []
    for places in same.values():
        known = next((one for one in joined if _one_answer(facts, [*one, *places])), None)
        if known is None:
            joined.append(places)
        else:
            known += places
    return [sorted(places) for places in joined]


def _one_answer(facts: Sequence[Fact], places: Sequence[int]) -> bool:
    first = facts[places[0]].answer
    return all(agree(first, facts[place].answer) for place in places)


def _unclear(told: dict[int, Told]) -> set[int]:
    """Whose question, but for a word or two, is another's with another answer."""
    rivals: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, (fact, _, _) in told.items():
        if fact.relation and fact.form not in _SETS and not fact.form.startswith("subject-"):
            rivals[fact.subject, fact.relation, fact.method].append(place)
    pairs = (pair for same in rivals.values() for pair in combinations(same, 2))
    return {place for pair in pairs if _rivals(*(told[n] for n in pair)) for place in pair}


def _rivals(one: Told, other: Told) -> bool:
    """Documents that disagree are none: what they say is settled."""
    return (
        one.group != other.group
        and _nearly_asks(one.found, other.found)
        and not agree(one.found.answer, other.found.answer)
    )


def _nearly_asks(one: Fact, other: Fact) -> bool:
    """Whether one question holds all but two of the other's words, or the other way round."""
    a, b = (frozenset(bare(fact.question).split()) for fact in (one, other))
    return min(len(a - b), len(b - a)) <= 1 and max(len(a - b), len(b - a)) <= 2


def _granted(told: dict[int, Told]) -> set[int]:
    """Whose question holds the answer that another document disputes, for the same event."""
    disputed: dict[object, list[str]] = defaultdict(list)
    for found, asked, _ in told.values():
        if found.question != asked.question:
            disputed[_event(found)].append(f" {bare(found.answer)} ")
    return {
        place
        for place, (found, _, _) in told.items()
        for answer in disputed.get(_event(found), ())
        if answer in f" {' '.join(words(found.question)).casefold()} "
    }


def _repeated(told: dict[int, Told]) -> set[int]:
    """All but the first of those that ask the same question of one document."""
    first: dict[tuple[str, str], int] = {}
    for place, (found, asked, _) in told.items():
        first.setdefault((asked.fingerprint, found.evidence[0].document), place)
    return told.keys() - set(first.values())


def _rivalled(
    told: Mapping[int, Told], records: Mapping[str, DocumentRecord]
) -> dict[int, Fact | Unasked]:
    """Of questions that other documents nearly ask, and answer otherwise, what becomes of them."""
    if len(records) < 2:
        return {}
    plain = [
        (place, one.asked)
        for place, one in sorted(told.items())
        if one.found.question and one.found.question == one.asked.question
        if one.found.form not in _SETS | WRITTEN
    ]
    near = neighbours([fact.question for _, fact in plain])
    found = {}
    for (place, fact), numbers in zip(plain, near, strict=True):
        rivals = [plain[n][1] for n in numbers if _contradict(fact, plain[n][1])]
        if rivals:
            found[place] = with_source(fact, rivals, records)
    return found


def _contradict(one: Fact, other: Fact) -> bool:
    apart = one.evidence[0].document != other.evidence[0].document
    apart = apart and one.relation == other.relation  # who buys and who sells do two things
    return apart and differ(one.answer, other.answer, free=one.answer_type in FREE)


def event(fact: Fact) -> str:
    """What tells apart the events that facts ask about; "" for a fact that asks for no event.

    Of several questions that turn one event about, a bank asks the surest.
    """
    if fact.method != "prepositions" and not fact.form.startswith(_EVENT):
        return ""
    return " ".join(map(str, _event(fact)))


def _event(fact: Fact) -> tuple[str, int, str]:
    return fact.evidence[0].document, fact.evidence[0].start, fact.statement
