"""What may be chosen of a worksheet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from quizlib.errors import UnknownName
from quizlib.exporters._options import Options, choice
from quizlib.ranking.difficulty import difficulty_range


def _split(value: Any) -> Any:
    """The parts of "A,B"; what is no text stays as it is."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _form_names(names: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(names)) < len(names):
        raise ValueError("every form needs a name of its own")
    for name in names:
        if not name.isalnum() or len(name) > 10:
            raise ValueError(f"{name!r} is no name for a form: up to 10 letters and digits")
    if len(names) == 1 and names[0].isdecimal():
        raise ValueError(f"{names[0]!r} would be the name of a single form; name each, as A,B")
    return names


def _range(wanted: str) -> str:
    try:
        difficulty_range(wanted)
    except UnknownName as error:
        raise ValueError(str(error)) from error
    return wanted


def _points(value: Any) -> Any:
    """{"": 2} of "2"; {"choice": 1, "cloze": 2} of "choice=1,cloze=2"."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return {"": value}
    if not isinstance(value, str):
        return value
    pairs = [part.rpartition("=") for part in value.split(",")]
    return {kind.strip(): points.strip() for kind, _, points in pairs}


def _family(name: str) -> str:
    if not name or not all(c.isalnum() or c in " -" for c in name):
        raise ValueError("a font family's name has letters, digits, spaces and hyphens")
    return name


Family = Annotated[str, AfterValidator(_family)]
Names = Annotated[tuple[str, ...], BeforeValidator(_split), AfterValidator(_form_names)]
Kinds = Annotated[tuple[str, ...], BeforeValidator(_split)]
Difficulty = Annotated[str, AfterValidator(_range)]
Points = Annotated[
    dict[str, Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)]], BeforeValidator(_points)
]
Count = Annotated[int, Field(ge=1)]


#: What may stand instead of the questions.
INSTEAD = ("flashcards", "crossword", "wordsearch")


class WorksheetOptions(Options):
    forms: Names = choice(
        (), "Forms by these names, each with items and options in an order of its own.", "A,B,…"
    )
    key: Literal["none", "after", "separate", "inline"] = choice(
        "after",
        "Where the key goes: behind the sheet, in a file (as usual with forms), below each item.",
    )
    answer_sheet: bool = choice(default=False, help="A page of bubbles to fill in.")
    word_bank: bool = choice(default=False, help="The words that fill the gaps, in a box.")
    points: Points | None = choice(
        None, "Points beside each item: for all, or by kind.", "N|KIND=N,…"
    )
    count: Count | None = choice(None, "How many items at most.", "N")
    kind: Kinds = choice((), "Only items of these kinds.", "K,…")
    difficulty: Difficulty | None = choice(
        None, "Only items of this difficulty: easy, medium, hard or 0.2-0.5.", "LEVEL"
    )
    sections: Literal["source", "kind", "none"] = choice("source", "What heads the items.")
    sources: Path | None = choice(
        None, "Print the passages asked about, from the documents there.", "DIR"
    )
    flashcards: bool = choice(
        default=False, help="Cards to cut out, with backs for printing on both sides."
    )
    crossword: bool = choice(default=False, help="A crossword of the terms and names.")
    wordsearch: bool = choice(default=False, help="A word search of the terms and names.")
    paper: Literal["a4", "letter"] = choice("a4", "The paper's size.")
    columns: Annotated[int, Field(ge=1, le=2)] = choice(1, "Columns of items.", "1|2")
    large_print: bool = choice(default=False, help="Letters of 18 points.")
    font: Family = choice(
        "Noto Sans", "A font family, also of any fontpkg-… package that is installed.", "NAME"
    )
    title: str = choice("", "Instead of the bank's title.", "TEXT")
    instructions: str = choice("", "Below the head.", "TEXT")
    logo: Path | None = choice(None, "A picture beside the title: PNG, JPEG or SVG.", "FILE")
    seed: int = choice(0, "Another seed orders and chooses differently.", "N")

    @model_validator(mode="before")
    @classmethod
    def _no_key_in_the_hands_of_pupils(cls, given: Any) -> Any:
        """Forms are copied for a class, so their key is apart unless it was said where it goes."""
        if isinstance(given, dict) and given.get("forms") and "key" not in given:
            return {**given, "key": "separate"}
        return given

    @model_validator(mode="after")
    def _one_sheet(self) -> Self:
        """Cards and puzzles stand instead of the questions."""
        instead = [name for name in INSTEAD if getattr(self, name)]
        if len(instead) > 1:
            raise ValueError(f"choose one of {', '.join(instead)}")
        if instead:
            clash = [
                n for n in ("forms", "answer_sheet", "word_bank", "sources") if getattr(self, n)
            ]
            if clash:
                raise ValueError(f"{instead[0]} has no {clash[0].replace('_', ' ')}")
        return self

    @property
    def asks(self) -> bool:
        """Whether it is a sheet of questions."""
        return not any(getattr(self, name) for name in INSTEAD)

    @property
    def ending(self) -> str:
        """The suffix of the files to write."""
        return self.suffix or ".pdf"

    def worth(self, kind: str) -> float:
        """The points of an item of this kind: 1 where nothing else is said."""
        points = self.points or {}
        return points.get(kind, points.get("", 1))
