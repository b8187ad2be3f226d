"""The people and countries that a document mentions, by name, in order of first mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.language.names import country, exists
from quizlib.language.text import bare
from quizlib.model import AnswerType

if TYPE_CHECKING:
    from quizlib.language.analysis import Analysis


#: Sentences; a document is long from here on.
LONG = 15


def mentions(analysis: Analysis) -> dict[AnswerType, list[str]]:
    """AnswerType.PERSON and AnswerType.COUNTRY -> names, each once."""
    people: dict[str, None] = {}
    countries: dict[str, str] = {}
    for text, counted in analysis.labels.items():
        name = text.removesuffix("'s")
        found = country(name)
        if found is not None and exists(found):
            countries.setdefault(bare(found), shown_country(found))
        elif len(name.split()) > 1 and name[0].isupper() and analysis.is_person(text):
            # A stray name of a long document is too often no person.
            stray = counted.total() == 1 and len(analysis.sentences) >= LONG
            people.update({} if stray else {name: None})
    return {AnswerType.PERSON: list(people), AnswerType.COUNTRY: list(countries.values())}


def shown_country(name: str) -> str:
    """The name as it stands in a sentence: some take the article."""
    led = name.startswith(("United ", "Republic of ", "Democratic Republic of "))
    plural = name.endswith(("Islands", "Netherlands", "Philippines"))
    return f"the {name}" if led or plural or name.endswith((" Republic", " Union")) else name
