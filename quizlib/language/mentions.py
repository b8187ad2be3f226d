"""The people and countries that a document mentions, by name, in order of first mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.language.named_once import people_named_once
from quizlib.language.names import country, exists
from quizlib.language.text import bare
from quizlib.model import AnswerType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language.analysis import Analysis, Sentence


#: Sentences; a document is long from here on.
LONG = 15


def mentions(analysis: Analysis) -> dict[AnswerType, list[str]]:
    """AnswerType.PERSON and AnswerType.COUNTRY -> names, each once.

    The people whom a long document names but once come last: it has least to do with them.
    """
    sure = people_named_once(analysis)
    people: dict[str, None] = {}
    strays: dict[str, None] = {}
    countries: dict[str, str] = {}
    for text, counted in analysis.labels.items():
        name = text.removesuffix("'s")
        found = country(name)
        if found is not None and exists(found):
            countries.setdefault(bare(found), shown_country(found))
        elif len(name.split()) > 1 and name[0].isupper() and analysis.is_person(text):
            # A stray name of a long document is too often no person.
            stray = counted.total() == 1 and len(analysis.sentences) >= LONG
            if not stray:
                people[name] = None
            elif text in sure:
                strays[name] = None
    people |= strays
    return {AnswerType.PERSON: list(people), AnswerType.COUNTRY: list(countries.values())}


def told_of(analysis: Analysis) -> Iterator[str]:
    """What each sentence tells, with the names of whom it may tell it.

    A pronoun is told by the name that it stands for. Of a "he" or "she", whoever is named in the
    sentence before may be meant besides: both sentences are told together.
    """
    before: Sentence | None = None
    for sentence in analysis.sentences:
        named = sentence.said(list(sentence.span))
        texts = [sentence.text] if named == sentence.text else [sentence.text, named]
        follows = before is not None and before.block is sentence.block
        if before and follows and any(token.lower_ in ("he", "she") for token in sentence.span):
            texts.insert(0, before.text)
        yield " ".join(texts)
        before = sentence


def shown_country(name: str) -> str:
    """The name as it stands in a sentence: some take the article."""
    led = name.startswith(("United ", "Republic of ", "Democratic Republic of "))
    plural = name.endswith(("Islands", "Netherlands", "Philippines"))
    return f"the {name}" if led or plural or name.endswith((" Republic", " Union")) else name
