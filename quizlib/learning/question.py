"""What a learner is shown of an item: all that may leave a program before the answer is in."""

from __future__ import annotations

from string import ascii_lowercase
from typing import TYPE_CHECKING

from quizlib.errors import printable
from quizlib.items import kind_of
from quizlib.model import Choice, Frozen, InteractionName, Match

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizlib.learning.presentation import Presentation
    from quizlib.model import Bank, Item

#: By which places are named.
_NUMBERS = tuple(str(number) for number in range(1, 1000))
_LETTERS = tuple(ascii_lowercase)


class Question(Frozen):
    """An item as it is put to a learner; nothing in it tells the key.

    `str(question)` is all of it as lines of plain text.

    Attributes:
        id: The item's id.
        kind: The item's kind.
        type: The name of the interaction: how one answers.
        source_line: Title, publisher and date of the document.
        context: Sentences that the stem leans on.
        stem: What is asked.
        instruction: What to do, such as “Choose one.”
        prompts: The left sides of a match.
        options: The options (choice), entries (order) or right sides (match) in the order shown:
            numbers and letters of a response count these places.
        multiple: Whether several options of a choice are right.

    Examples:
        >>> import quizlib
        >>> quiz = quizlib.Quiz(quizlib.load("salt.json"), kinds=["term"])
        >>> question = quiz.question(quiz.next())
        >>> question.type, question.options
        ('text_entry', ())
        >>> print(question)
        Salt Works
        Which term means “water that holds a lot of salt”?
        Type the term.
    """

    id: str
    kind: str
    type: InteractionName
    source_line: str
    context: str
    stem: str
    instruction: str
    prompts: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    multiple: bool = False

    @classmethod
    def of(cls, bank: Bank, item: Item, put: Presentation) -> Question:
        """The question of `item` in `bank`, with its parts where `put` has them."""
        how = put.interaction
        return cls(
            id=item.id,
            kind=item.kind,
            type=how.type,
            source_line=bank.source_line(item),
            context=item.context,
            stem=item.stem,
            instruction=kind_of(item).instruction,
            prompts=how.left if isinstance(how, Match) else (),
            options=put.options,
            multiple=isinstance(how, Choice) and how.multiple,
        )

    def __str__(self) -> str:
        marks = _LETTERS if self.type == "match" else _NUMBERS
        told = (self.source_line, self.context, self.stem)
        listed = (*_listed(self.prompts, _NUMBERS), *_listed(self.options, marks))
        lines = (*filter(None, told), *listed, self.instruction)
        return "\n".join(printable(" ".join(line.split())) for line in lines)


def _listed(texts: Sequence[str], marks: Sequence[str]) -> Iterator[str]:
    """`texts`, each behind its mark; numbers where there are more texts than marks."""
    fitting = marks if len(texts) <= len(marks) else map(str, range(1, len(texts) + 1))
    return (f"{mark}) {text}" for mark, text in zip(fitting, texts, strict=False))
