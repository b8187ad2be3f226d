"""How an item is put before the learner in one sitting: what stands at which place."""

from __future__ import annotations

from quizlib.files import digest
from quizlib.grading import movable, unsolved
from quizlib.items import interaction
from quizlib.model import Choice, Frozen, Interaction, Item


class Presentation(Frozen):
    """An item's interaction, and in which order its parts are shown.

    Attributes:
        interaction: How one answers.
        shown: `shown[n]` is the index, in the interaction, of what stands at place n: an option
            (choice), an entry (order) or a right side (match). Nothing is shown for text.

    Examples:
        >>> import quizlib
        >>> quiz = quizlib.Quiz(quizlib.load("salt.json"), kinds=["matching"])
        >>> item = quiz.next()
        >>> put = quiz.presented(item)
        >>> put.interaction.left[0], put.options[1]
        ('pan house', 'water that holds a lot of salt')
    """

    interaction: Interaction
    shown: tuple[int, ...] = ()

    @property
    def options(self) -> tuple[str, ...]:
        """The options, entries or right sides, in the order shown."""
        parts = movable(self.interaction)
        return tuple(parts[index] for index in self.shown)


def present(item: Item, seed: int) -> Presentation:
    """`item` with its parts in an order that depends on `seed` and the item's id alone.

    Raises UnknownName when no kind has the item's.
    """
    how = interaction(item)
    shown = list(range(len(movable(how))))
    if not isinstance(how, Choice) or how.shuffle:
        shown.sort(key=lambda index: digest("place-1", str(seed), item.id, str(index)))
    return Presentation(interaction=how, shown=tuple(unsolved(how, shown)))
