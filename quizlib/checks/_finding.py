"""What rules report, and how they come by their items."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.errors import QuizlibError
from quizlib.items import interaction
from quizlib.model import Bank, Choice, Frozen, Interaction, Item, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.model import DocumentRecord

#: Pairs of options that judge a statement instead of answering a question.
_JUDGEMENTS = ({"true", "false"}, {"yes", "no"}, {"right", "wrong"})

#: The place of a problem that no single item has.
WHOLE_BANK = "bank"


class Flaw(Frozen):
    """One thing that a rule reports.

    The rule reports `code` for the items `bad`, together in one bank, and nothing for
    the items `good`. Both are shown on the page of the checks; what broke the rule is the
    cause, and `cure` what to do about it (docs/errors.md).
    """

    code: str
    severity: Severity
    cure: str
    bad: tuple[Item, ...]
    good: tuple[Item, ...]

    def of(self, bank: Bank, item: Item, message: str) -> Problem:
        """The flaw as `item` has it."""
        where = place(item, bank.document(item.evidence[0].document) if item.evidence else None)
        return Problem(code=self.code, severity=self.severity, message=message, where=where)

    def of_bank(self, message: str) -> Problem:
        """The flaw as the bank as a whole has it; the message names items."""
        return Problem(code=self.code, severity=self.severity, message=message, where=WHOLE_BANK)


def place(item: Item, record: DocumentRecord | None) -> str:
    """Where a person finds the item: its id, and the document and line of its first quote."""
    return f"{item.id} ({record.name}:{item.evidence[0].line})" if record else item.id


def says(bank: Bank, item: Item) -> str:
    """The documents of the item by name, in the order of its quotes, as the subject of a key."""
    ids = dict.fromkeys(evidence.document for evidence in item.evidence)
    records = {id: bank.document(id) for id in ids}
    names = [record.name if record else id for id, record in records.items()]
    return f"{', '.join(names)} {'says' if len(names) == 1 else 'say'}"


def asked(bank: Bank, language: str = "") -> Iterator[tuple[Item, Interaction]]:
    """Live items with their interaction; those that fit no kind are another rule's.

    A rule that reads words names its `language`: banks in another have nothing for it.
    """
    if bank.language.casefold().startswith(language):
        yield from _interactions(_Itself(bank))


@dataclass(frozen=True, eq=False)
class _Itself:
    """A bank that is told from others by being it: to compare all of its items takes too long."""

    bank: Bank

    def __hash__(self) -> int:
        return id(self.bank)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.bank is self.bank


@lru_cache(maxsize=1)
def _interactions(itself: _Itself) -> tuple[tuple[Item, Interaction], ...]:
    """What nearly every rule asks of the same bank, one after the other."""
    found = []
    for item in itself.bank.live:
        with suppress(QuizlibError):
            found.append((item, interaction(item)))
    return tuple(found)


def choices(bank: Bank, language: str = "") -> Iterator[tuple[Item, Choice]]:
    """Live items with options of their own: no judgement of a statement."""
    for item, answered in asked(bank, language):
        if isinstance(answered, Choice) and not judges(answered):
            yield item, answered


def judges(interaction: Interaction) -> bool:
    """Whether a statement is to be judged: true or false, yes or no."""
    if not isinstance(interaction, Choice):
        return False
    return {option.casefold() for option in interaction.options} in _JUDGEMENTS


def keys(choice: Choice) -> list[str]:
    """The right options."""
    return [choice.options[index] for index in choice.right]


def wrong(choice: Choice) -> list[str]:
    """The wrong options."""
    return [option for index, option in enumerate(choice.options) if index not in choice.right]
