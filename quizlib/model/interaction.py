"""How one answers: the closed set of interactions, named as QTI names them.

Kinds of item are open, interactions are closed: every kind lowers itself to one
of these, and exporters, grading and the terminal know nothing else.
Source of the names: 1EdTech QTI 3.0, section "Interactions".
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from quizlib.model.base import Frozen


class Choice(Frozen):
    """Choose one option, or all that are right when `multiple`.

    `right` holds indices into `options`. Options stand in a sensible order of their
    own; `shuffle` says whether a sitting may show them in another.
    """

    type: Literal["choice"] = "choice"
    options: tuple[str, ...]
    right: tuple[int, ...]
    multiple: bool = False
    shuffle: bool = True


class TextEntry(Frozen):
    """Type a few words; any of `accepted` is right, the first is shown as the key."""

    type: Literal["text_entry"] = "text_entry"
    accepted: tuple[str, ...]


class ExtendedText(Frozen):
    """Answer in a sentence of one's own, then compare with `model_answer`."""

    type: Literal["extended_text"] = "extended_text"
    model_answer: str


class Order(Frozen):
    """Bring `entries`, here in their right order, into that order."""

    type: Literal["order"] = "order"
    entries: tuple[str, ...]


class Match(Frozen):
    """Find for every `left` its `right`: `left[i]` belongs to `right[i]`.

    `right` may be longer than `left`; what is left over belongs to nothing.
    """

    type: Literal["match"] = "match"
    left: tuple[str, ...]
    right: tuple[str, ...]


Interaction = Annotated[
    Choice | TextEntry | ExtendedText | Order | Match, Field(discriminator="type")
]


class Score(Frozen):
    """What a response earned.

    `points` is in [0, 1]; `right` only for all of them. `feedback` is one line for
    the learner. `self_rated` says that the learner has the last word (extended text).
    """

    points: float = Field(ge=0, le=1)
    right: bool
    feedback: str
    self_rated: bool = False
