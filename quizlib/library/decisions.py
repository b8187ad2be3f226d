"""What a rebuild made of a person's decisions, where that is more than to keep them."""

from __future__ import annotations

import os
import shlex
from typing import TYPE_CHECKING

from quizlib.model import ProblemCode, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.model import Bank, Item, Problem

DECIDED_GONE = ProblemCode(
    name="decided-retired",
    severity=Severity.WARNING,
    message="is asked no more: no sentence of the documents says it now. You had {decided} it:"
    " {stem}",
    cause="What a person accepted or edited was retired by a rebuild: its sentence is gone from the"
    " documents, or so much of it has changed that it may say another thing.",
    cure="The item stays in the bank with all that was done to it. Put its sentence back and build"
    " again, or write the question into the document, as a line Q: … with a line A: … below it.",
    example={
        "where": "3f2a9c01b7de",
        "decided": "edited",
        "stem": "When was the salt tax abolished?",
    },
)
DECIDED_UNPROVEN = ProblemCode(
    name="decided-unproven",
    severity=Severity.WARNING,
    message="is asked no more: its document answers the question otherwise now, and does not say"
    " “{key}”. You had {decided} it: {stem} ({command} shows the new answer)",
    cause="The answer to a question was reworded in its document, and the item has an answer that"
    " a person gave, which the new sentence does not prove.",
    cure="Look at the candidate with the new answer by the command in the message: accept, edit or"
    " reject it. The item itself stays in the bank, retired, and comes back with its sentence.",
    example={
        "where": "3f2a9c01b7de",
        "decided": "edited",
        "key": "in May 1804",
        "stem": "When was the salt tax abolished?",
        "command": "quizlib review salt.json",
    },
)
DECIDED_REWORDED = ProblemCode(
    name="decided-reworded",
    severity=Severity.WARNING,
    message="its document gives another answer now, which is the key: “{after}”, no longer"
    " “{before}”. You had {decided} it: {stem}",
    cause="The answer to a question that a person accepted, or mended without changing the answer,"
    " was reworded in its document.",
    cure="See whether question and answer still fit: `quizlib review BANK --find ID`.",
    example={
        "where": "3f2a9c01b7de",
        "decided": "accepted",
        "before": "in May 1804",
        "after": "in the summer of 1805",
        "stem": "When was the salt tax abolished?",
    },
)
REJECTED_REWORDED = ProblemCode(
    name="rejected-reworded",
    severity=Severity.NOTE,
    message="stays rejected{why}, though its document gives another answer now: {stem}",
    cause="The answer to a question that a person rejected was reworded in its document.",
    cure="Nothing. Who wants the question after all accepts it:"
    " `quizlib review BANK --status rejected`.",
    example={
        "where": "3f2a9c01b7de",
        "why": " (too easy)",
        "stem": "When was the salt tax abolished?",
    },
)


def told_of_decisions(
    made: Bank, before: Bank | None, file: str | os.PathLike[str]
) -> Iterator[Problem]:
    """What a person has to know, item by item, of a rebuild of `before` that is kept in `file`."""
    old = {item.id: item for item in before.items} if before else {}
    for item in made.items if before else ():
        was = old.get(item.id)
        if item.status is Status.REJECTED:
            if _rejected_anew(item, was):
                why = f" ({item.note})" if item.note else ""
                yield REJECTED_REWORDED.at(item.id, why=why, stem=item.stem)
        elif was is not None and item.status is Status.RETIRED:
            yield from _gone(made, item, os.fspath(file)) if was.live else ()
        elif was is not None and item.status in {Status.ACCEPTED, Status.EDITED}:
            yield from _reworded(was, item)


def _rejected_anew(item: Item, was: Item | None) -> bool:
    return was is None or was.status is not Status.REJECTED or _answers_otherwise(was, item)


def _gone(made: Bank, item: Item, file: str) -> Iterator[Problem]:
    from quizlib.reworded import asks_again

    if not item.decision:
        return
    decided = str(item.decision)
    aside = (one for one in made.items if one.status is Status.CANDIDATE)
    documents = {record.id for record in made.documents}
    instead = next((one for one in aside if asks_again(one, item, documents)), None)
    if instead is not None:
        command = shlex.join(["quizlib", "review", file])
        key = next((key for key in item.key if key not in instead.key), item.key[0])
        told = {"decided": decided, "key": key, "stem": item.stem, "command": command}
        yield DECIDED_UNPROVEN.at(item.id, **told)
    else:
        yield DECIDED_GONE.at(item.id, decided=decided, stem=item.stem)


def _reworded(was: Item, item: Item) -> Iterator[Problem]:
    if _answers_otherwise(was, item):
        yield DECIDED_REWORDED.at(
            item.id,
            decided=str(item.status),
            before="; ".join(was.key),
            after="; ".join(item.key),
            stem=item.stem,
        )


def _answers_otherwise(was: Item, item: Item) -> bool:
    from quizlib.agreement import agree

    if len(was.key) != len(item.key):
        return True
    return not all(agree(one, other) for one, other in zip(was.key, item.key, strict=True))
