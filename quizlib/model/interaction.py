"""How one answers: the closed set of interactions, named as QTI names them.

Kinds of item are open, interactions are closed: every kind lowers itself to one
of these, and exporters, grading and the terminal know nothing else.
Source of the names: 1EdTech QTI 3.0, section "Interactions".

Examples:
    Every interaction is one of five, so that mypy sees whether a program knows all of them:

    >>> import quizlib
    >>> def widget(asked: quizlib.Interaction) -> str:
    ...     match asked:
    ...         case quizlib.Choice(multiple=multiple):
    ...             return "checkboxes" if multiple else "radio buttons"
    ...         case quizlib.TextEntry() | quizlib.ExtendedText():
    ...             return "a field"
    ...         case quizlib.Order() | quizlib.Match():
    ...             return "a list to sort"
    >>> widget(quizlib.TextEntry(accepted=("1804",)))
    'a field'
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from quizlib.model.base import Frozen


class Choice(Frozen):
    """Choose one option, or all that are right.

    Attributes:
        type: Its name.
        options: What can be chosen, in a sensible order of their own.
        right: Indices into `options`.
        multiple: Whether all that are right are to be chosen, not one.
        shuffle: Whether a sitting may show the options in another order.

    Examples:
        >>> import quizlib
        >>> asked = quizlib.Choice(options=("1794", "1804", "1814"), right=(1,))
        >>> [asked.options[index] for index in asked.right]
        ['1804']
    """

    type: Literal["choice"] = "choice"
    options: tuple[str, ...]
    right: tuple[int, ...] = Field(min_length=1)
    multiple: bool = False
    shuffle: bool = True

    @model_validator(mode="after")
    def _right_options_are_there(self) -> Self:
        if not 0 <= min(self.right) <= max(self.right) < len(self.options):
            raise ValueError("what is right stands at a place where no option is")
        return self


class TextEntry(Frozen):
    """Type a few words.

    Attributes:
        type: Its name.
        accepted: Each of these is right; the first is shown as the key.

    Examples:
        >>> import quizlib
        >>> quizlib.TextEntry(accepted=("30 kg", "thirty kilograms")).accepted[0]  # the key
        '30 kg'
    """

    type: Literal["text_entry"] = "text_entry"
    accepted: tuple[str, ...] = Field(min_length=1)


class ExtendedText(Frozen):
    """Answer in a sentence of one's own, then compare.

    Attributes:
        type: Its name.
        model_answer: What to compare with.

    Examples:
        >>> import quizlib
        >>> quizlib.ExtendedText(model_answer="Smuggling had made it worthless.").type
        'extended_text'
    """

    type: Literal["extended_text"] = "extended_text"
    model_answer: str


class Order(Frozen):
    """Bring entries into their order.

    Attributes:
        type: Its name.
        entries: In their right order.

    Examples:
        >>> import quizlib
        >>> quizlib.Order(entries=("boil sea water", "fill the barrel", "pay the tax")).entries[0]
        'boil sea water'
    """

    type: Literal["order"] = "order"
    entries: tuple[str, ...] = Field(min_length=1)


class Match(Frozen):
    """Find for every left side its right side.

    Attributes:
        type: Its name.
        left: What to find something for.
        right: `right[i]` belongs to `left[i]`; what is left over at the end belongs to nothing.

    Examples:
        >>> import quizlib
        >>> pairs = quizlib.Match(left=("brine", "bittern"), right=("salt water", "bitter liquid"))
        >>> list(zip(pairs.left, pairs.right))
        [('brine', 'salt water'), ('bittern', 'bitter liquid')]
    """

    type: Literal["match"] = "match"
    left: tuple[str, ...] = Field(min_length=1)
    right: tuple[str, ...]

    @model_validator(mode="after")
    def _each_has_its_own(self) -> Self:
        if len(self.left) > len(self.right):
            raise ValueError("not every left has its right")
        return self


#: The interactions by name.
InteractionName = Literal["choice", "text_entry", "extended_text", "order", "match"]

Interaction = Annotated[
    Choice | TextEntry | ExtendedText | Order | Match, Field(discriminator="type")
]
Interaction.__doc__ = __doc__


class Score(Frozen):
    """What a response earned.

    Attributes:
        points: In [0, 1].
        right: Whether it earned all points.
        feedback: One line for the learner.
        self_rated: Whether the learner has the last word, as on an extended text.

    Examples:
        >>> import quizlib
        >>> quiz = quizlib.Quiz(quizlib.load("salt.json"), kinds=["term"])
        >>> item = quiz.next()
        >>> quiz.answer(item, "no idea")
        Score(points=0.0, right=False, feedback='Wrong: brine (typed: no idea)', self_rated=False)
    """

    points: float = Field(ge=0, le=1)
    right: bool
    feedback: str
    self_rated: bool = False
