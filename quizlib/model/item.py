"""Items: the smallest question that stands alone, with its scoring."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from pydantic import Field

from quizlib.model.base import Described, Frozen
from quizlib.model.evidence import Evidence
from quizlib.model.interaction import InteractionName

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

GAP = "______"


class Status(Described, StrEnum):
    """What has become of an item, by the generator or by a person.

    Attributes:
        GENERATED: The generator made it, and nobody has decided about it.
        DRAFTED: A language model proposed it, and it passed the checks.
        ACCEPTED: A person kept it.
        EDITED: A person changed it.
        REJECTED: A person threw it out: it is never asked again.
        RETIRED: Its evidence is gone.
        CANDIDATE: It is not sure enough to be asked: kept for a person to pick from.

    Examples:
        >>> import quizlib
        >>> bank = quizlib.load("salt.json")
        >>> {item.status for item in bank.items} == {quizlib.Status.GENERATED}
        True
    """

    GENERATED = "generated"
    DRAFTED = "drafted"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    RETIRED = "retired"
    CANDIDATE = "candidate"


#: Statuses of items that are asked, printed and exported.
LIVE = frozenset({Status.GENERATED, Status.DRAFTED, Status.ACCEPTED, Status.EDITED})

#: Statuses of items that are asked no more, though a learner may have them.
GONE = frozenset({Status.REJECTED, Status.RETIRED})


def remark(explanation: str, quotes: Sequence[str]) -> str:
    """What the explanation says besides the quotes, "" where it is but one or all of them."""
    return "" if explanation in quotes or explanation == " ".join(quotes) else explanation


def says_more(text: str, quotes: Sequence[str]) -> bool:
    """Whether the quotes, one behind the other, have not all the words of `text` in its order."""
    said = iter(_words(" ".join(quotes)))
    return not all(word in said for word in _words(text))


def _words(text: str) -> list[str]:
    return [word.strip(".,;:") for word in text.casefold().split()]


class Item(Frozen):
    """One question, whatever its kind.

    Attributes:
        id: Given once and kept through every rebuild.
        kind: The name of its kind, such as short_answer; `quizlib.formats().kinds` lists them.
        stem: What is asked.
        key: What is right: accepted wordings, the one to show first (text entry), the answer in
            full (extended text), all right options (choice), the entries in order (order), or
            what each of `prompts` belongs to (match).
        evidence: The quotes that prove the key.
        context: Verbatim sentences that the stem leans on.
        prompts: The left sides of a match.
        distractors: Wrong options.
        explanation: What is told with the verdict.
        tags: By which items are chosen: how the item was found, its heading, tags of one's own.
        difficulty: The expected share answered wrong, in [0, 1].
        confidence: How sure it is that a teacher would accept it, in [0, 1].
        status: What has become of it.
        origin: The fingerprint of the fact that it was made from, by which a rebuild finds it
            again.
        origin_stems: The stems that it was made with and that it has no longer, since a person has
            changed it, or the document says it in other words: by them a rebuild finds the
            question again.
        changed: The names of the fields that a person has changed.
        note: Why it was rejected, or left out and made a candidate.
        decision: What was decided of an item that is retired; it holds again when its evidence is
            back.
        settled: By what `quizlib review` knows the answers of learners after which a person has
            decided about it: those speak against it no more.
        revision: Raised whenever what a learner is shown of it changes (any text of it, its
            quotes, its source line), and when it ceases to be asked or is asked again, so that a
            program that has the item knows a newer one.
        source: The id of the document that it comes from without a quote, as imported items do.
        interaction: That of a plug-in's kind, so that the item can be asked where the plug-in is
            not installed.

    Examples:
        >>> import quizlib
        >>> item = quizlib.load("salt.json").items[0]
        >>> item.kind, item.stem, item.key
        ('short_answer', 'When was the salt tax abolished?', ('1804',))
        >>> mended = item.model_copy(update={"stem": "When did the salt tax end?"})
        >>> item.stem, mended.stem
        ('When was the salt tax abolished?', 'When did the salt tax end?')
    """

    id: str
    kind: str
    stem: str
    key: tuple[str, ...] = Field(min_length=1)
    evidence: tuple[Evidence, ...]
    context: str = ""
    prompts: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    explanation: str = ""
    tags: tuple[str, ...] = ()
    difficulty: float = Field(default=0.5, ge=0, le=1)
    confidence: float = Field(default=0.5, ge=0, le=1)
    status: Status = Status.GENERATED
    origin: str = ""
    origin_stems: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    note: str = ""
    decision: Status | None = None
    settled: str = ""
    revision: int = Field(default=0, ge=0)
    source: str = ""
    interaction: InteractionName | None = None

    @property
    def remark(self) -> str:
        """The explanation, unless it is but the quotes that it is shown beside."""
        return remark(self.explanation, [quote.words for quote in self.evidence])

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the documents that the item is about, that of its first quote first."""
        evidence = self.evidence
        if not evidence:
            return (self.source,) if self.source else ()
        first = evidence[0].document
        for quote in evidence[1:]:
            if quote.document != first:
                return tuple(dict.fromkeys([quote.document for quote in evidence]))
        return (first,)  # mostly there is but one

    @property
    def live(self) -> bool:
        """Whether the item is to be asked."""
        return self.status in LIVE


def edited(item: Item, changes: Mapping[str, Any]) -> Item:
    """`item` as a person has changed it: with `changes`, values by the names of their fields."""
    first = "stem" in changes and "stem" not in item.changed
    told = {
        "changed": tuple(dict.fromkeys((*item.changed, *changes))),
        "origin_stems": (*item.origin_stems, *([item.stem] if first and item.origin else [])),
        "status": Status.EDITED,
        "revision": item.revision + 1,
    }
    return item.model_copy(update={**changes, **told})
