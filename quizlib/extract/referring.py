"""What people call a thing: "X refer to Y as Z", asked with "What do X call Y?"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language import Part
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Clause

#: Nobody would ask so in long words: "call" says the same.
_SHORT = {"refer to": "call", "referred to": "called"}
LONGEST = 5  # words of a name
#: What itself is "as" something.
_AS = frozenset(
    """
    use role function status work service position treatment view career reputation identity time
    life job choice election appointment
    """.split()
)


class Referring:
    summary = "“X refer to Y as Z”, asked with “What do X call Y?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            led = named_as(claim.clause)
            if led and _name(claim.clause, led[1:]):
                yield from _what(claim, led)


def named_as(clause: Clause) -> tuple[Token, ...]:
    """The words from "as" on, where the clause says that somebody "refers to" a thing as so."""
    behind = [token for part in clause.after for token in part.tokens]
    if clause.verb.lemma_ != "refer" or not behind or behind[0].lower_ != "to":
        return ()
    led = [t for t in behind if t.lower_ == "as" and t.dep_ == "prep" and _tied(t, behind[0])]
    return tuple(t for t in behind if t.i >= led[0].i) if len(led) == 1 else ()


def _tied(word: Token, to: Token) -> bool:
    """Whether the "as" may belong to the "refer to": "the use of salt as a cure" is of a use."""
    things = [child for child in to.children if child.dep_ == "pobj"]
    above = [t for t in (word.head, *word.head.ancestors) if to.head in t.ancestors]
    used = any(t.lemma_ in _AS for t in (*above, *things))
    return not used and all(t.pos_ not in ("VERB", "AUX") for t in above)


def _name(clause: Clause, words: Sequence[Token]) -> bool:
    """Whether the words are one name, and no judgement or description."""
    if not 0 < len(words) <= LONGEST or any(t.dep_ in ("conj", "cc", "relcl") for t in words):
        return False
    told = any(t.tag_ == "VBD" for t in (clause.verb, *clause.auxiliaries))
    return not (told and words[0].lower_ in ("a", "an"))  # "referred to the play as a failure"


def _what(claim: Claim, led: tuple[Token, ...]) -> Iterator[Fact]:
    clause = claim.clause
    behind = tuple(t for part in clause.after for t in part.tokens if t.i < led[0].i)
    kept = replace(clause, after=(Part("prep", behind[0], behind),))
    asking = Asking(
        form="called",
        question=_worded(ask(kept, "What", None)),
        answer=_bare(led[1:]),
        kind=AnswerType.TERM,
        asked=Part("prep", led[0], led),
        least=2,
    )
    yield from facts(claim, "referring", asking)


def _bare(name: tuple[Token, ...]) -> tuple[Token, ...]:
    """The name as a word of the dictionary has it: "drop cap" of "a drop cap"."""
    plain = all(t.pos_ in ("NOUN", "ADJ") for t in name[1:])
    article = name[0].lower_ in ("a", "an") or (name[0].lower_ == "the" and len(name) == 2)
    return name[1:] if plain and article and len(name) > 1 else name


def _worded(question: str | None) -> str | None:
    for long, short in _SHORT.items():
        question = question and question.replace(f" {long}", f" {short}", 1)
    return question


method = Referring()
