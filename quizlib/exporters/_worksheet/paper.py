"""Papers: what goes into one file, part after part."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from quizlib.exporters._worksheet.cards import Cards
from quizlib.exporters._worksheet.crossword import Crossword
from quizlib.exporters._worksheet.look import Look
from quizlib.exporters._worksheet.sheet import Bubbles, Key, Sheet
from quizlib.exporters._worksheet.text import Text
from quizlib.exporters._worksheet.wordsearch import WordSearch
from quizlib.model import Frozen

Part = Annotated[
    Sheet | Bubbles | Key | Cards | Crossword | WordSearch, Field(discriminator="kind")
]


class Paper(Frozen):
    """One file: `code` names the form in the foot of every page."""

    title: Text
    plain_title: str
    code: str
    look: Look
    parts: tuple[Part, ...]
