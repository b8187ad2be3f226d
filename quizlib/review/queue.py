"""Which items a person is asked about, and in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.checks import checks
from quizlib.errors import UnknownName
from quizlib.model import ProblemCode, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from quizlib.model import Item, Problem

#: Statuses of items that nobody has decided about.
UNDECIDED = (Status.CANDIDATE, Status.GENERATED, Status.DRAFTED)
#: Statuses of items that can be decided about: all but those whose evidence is gone.
REVIEWED = (*UNDECIDED, Status.ACCEPTED, Status.EDITED, Status.REJECTED)

#: What no check finds: a learner flagged the item.
FLAGGED = ProblemCode(
    name="flagged",
    severity=Severity.WARNING,
    message="was flagged{why}",
    cause="A learner met the question in `quizlib study` and pressed the key for a bad one.",
    cure="Mend, keep or reject it in `quizlib review`; then it is asked again, or never.",
    example={"where": "3f2a9c41d0b7", "why": ": two answers are right"},
)


def queue(
    items: Iterable[Item],
    problems: Mapping[str, Sequence[Problem]],
    codes: Collection[str] = (),
    others: Collection[str] = (),
) -> list[str]:
    """The ids of `items` in the order of review.

    First those that need a person: candidates, and items with `problems` (by id). Among
    these and among the others the surest come first. Where `codes` are given, only
    items with one of these problems. Raises UnknownName for a code that neither a check has nor
    is FLAGGED or one of `others`.
    """
    known = {FLAGGED.name, *others, *(flaw.code for rule in checks.all() for flaw in rule.flaws)}
    for code in codes:
        if code not in known:
            raise UnknownName("problem", code, known)
    listed = list(items)
    found = {item.id: {problem.code for problem in problems.get(item.id, ())} for item in listed}
    wanted = [item for item in listed if not codes or found[item.id] & set(codes)]
    return [item.id for item in sorted(wanted, key=lambda item: _rank(item, found[item.id]))]


def _rank(item: Item, codes: Collection[str]) -> tuple[bool, float, str]:
    pressing = item.status is Status.CANDIDATE or bool(codes)
    return not pressing, -item.confidence, item.id


def speaks_of(item: Item, told: str) -> bool:
    """Whether each of the words `told` stands in what is asked or right, or is the item's id."""
    texts = (item.stem, item.context, *item.prompts, *item.key)
    held = " ".join(texts).casefold()
    return all(word in held or word == item.id for word in told.casefold().split())
