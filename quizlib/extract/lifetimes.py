"""Lifetimes in brackets: "Anna Lund (1804-1880)"; asked with "In what year was … born?".

What stands behind a ruler's name may be a reign, and a short span a term of office: neither
is asked.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.extract._claims import sound
from quizlib.language.surnames import own_name
from quizlib.language.text import bare
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Sentence

SHORTEST = 25  # years of a life
_DAY = r"(?:\d{1,2} [A-Z][a-z]+ |[A-Z][a-z]+ \d{1,2}, )?"
#: A full name and, right behind it, when its bearer was born and died.
_LIFETIME = re.compile(
    r"\b(?P<name>[A-Z][\w.'’-]+(?: (?:[A-Z][\w.'’-]*|van|von|de|der|da|di|of|al|ibn)){0,3}"
    r" [A-Z][\w'’-]+)"
    rf" \((?:born |b\. )?{_DAY}(?P<born>1\d{{3}}|20\d\d)"
    rf"(?: ?[-–—] ?(?:died |d\. )?{_DAY}(?P<died>1\d{{3}}|20\d\d))?\)"
)


class Lifetimes:
    summary = "“X (1804-1880)”, asked with “In what year was X born?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for sentence in analysis.sentences:
            if not sound(sentence):
                continue
            for found in _LIFETIME.finditer(sentence.text):
                if not _told(analysis, found):
                    continue
                yield _fact(analysis, sentence, found["name"], "born", found["born"])
                if found["died"]:
                    yield _fact(analysis, sentence, found["name"], "die", found["died"])


def _told(analysis: Analysis, found: re.Match[str]) -> bool:
    """Whether a person's name is followed by a lifetime, or by a birth that is called so."""
    name = found["name"]
    if not analysis.is_person(name) or own_name(name) != name.split():
        return False
    if found["died"]:
        return int(found["died"]) - int(found["born"]) >= SHORTEST
    return re.search(r"\((?:born|b\.) ", found[0]) is not None


def _fact(analysis: Analysis, sentence: Sentence, name: str, verb: str, year: str) -> Fact:
    return Fact(
        method="lifetimes",
        form="lifetime",
        question=f"In what year {'was' if verb == 'born' else 'did'} {name} {verb}?",
        answer=year,
        answer_type=AnswerType.DATE,
        evidence=(analysis.evidence(sentence),),
        statement=sentence.text,
        answer_at=-1,
        subject=bare(name),
        relation=verb,
        section=sentence.section,
    )


method = Lifetimes()
