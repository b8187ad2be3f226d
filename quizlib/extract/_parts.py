"""What sort of thing a part of a clause is: decides the wh-word and the kind of answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.extract._sorts import class_of, head_of, sort_named
from quizlib.language.clauses import SAYING
from quizlib.language.dictionary import ordinary
from quizlib.language.humans import human, single
from quizlib.language.names import country, other_names
from quizlib.language.pronouns import RENAMED
from quizlib.model import AnswerType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Clause

#: Prepositions that belong to the noun before them more often than to the verb.
ATTACHED = frozenset(
    """
    of about between among on against over behind for toward towards
    """.split()
)
#: Number words, from one on.
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight")


def sort_of(analysis: Analysis, clause: Clause, tokens: Sequence[Token]) -> AnswerType:
    """PERSON, COUNTRY, LIST, PLACE or PHRASE; the tagger alone is never believed."""
    text = clause.said(tokens)
    if any(token.pos_ == "PROPN" for token in tokens) and country(text) is not None:
        return AnswerType.COUNTRY
    if is_person(analysis, tokens, text):
        return AnswerType.PERSON
    if len(members(clause, tokens)) > 1:
        return AnswerType.LIST
    if all(token.pos_ == "PROPN" for token in tokens) and analysis.is_place(text):
        return AnswerType.PLACE
    return AnswerType.PHRASE


def is_person(analysis: Analysis, tokens: Sequence[Token], text: str) -> bool:
    """The name of a person whom the document names in full somewhere."""
    names = [token for token in tokens if token.pos_ == "PROPN" or token.ent_type_ == "PERSON"]
    told = len(names) == len(tokens) and analysis.known_person(text)
    return told and not _the_thing(tokens[-1]) and not sort_named(analysis, tokens)


def _the_thing(head: Token) -> bool:
    """Whether "the" and a word of the dictionary show that it is nobody: "the Hallen Glacier"."""
    marks = list(head.children)
    before = [c for c in marks if c.i < head.i and c.lower_ != "the"]
    plain = all(c.pos_ == "PROPN" for c in before) and not human(head)
    return any(c.lower_ == "the" for c in marks) and plain and ordinary(head.lower_)


def _placed(head: Token) -> bool:
    """Whether the words behind a name say where it lies: "Popovo Polje in Herzegovina"."""
    behind = [c for c in head.children if c.dep_ == "prep" and c.lower_ in ("in", "near")]
    return any(t.ent_type_ in ("GPE", "LOC") for c in behind for t in c.children)


def wh(
    analysis: Analysis, kind: AnswerType, tokens: Sequence[Token], *, subject: bool = True
) -> str:
    """The wh-phrase for an answer of this sort: "Who", "Which country", "Which treaty", "What"."""
    who = "Who" if subject else "Whom"
    if kind is AnswerType.PERSON:
        return who
    if kind is AnswerType.COUNTRY:
        return "Which country"
    head = head_of(tokens)
    if kind is AnswerType.LIST and countries(tokens):
        return f"Which {COUNTS[countries(tokens) - 1]} countries"
    if forces(tokens):
        return "What"
    if kind is AnswerType.LIST and not any(_somebody(token) for token in tokens):
        return "What"  # "Egyptian, Berber, and Semitic"
    if head.pos_ == "NOUN" and head.tag_ == "NN" and (sort := sort_named(analysis, tokens)):
        return f"Which {sort}"  # "the Drengot family"
    acted_on = not subject and human(head) and not single(head)  # "the U.S. Army"
    if kind is not AnswerType.PLACE and not acted_on and (human(head) or titled(analysis, head)):
        listed = kind is AnswerType.LIST and tokens[0].pos_ != "NUM"
        return _people(tokens, who) if listed else who  # "two children, Helga and Jacob"
    sort = class_of(tokens) or sort_named(analysis, tokens)
    return f"Which {sort}" if sort else "What"


def _people(tokens: Sequence[Token], who: str) -> str:
    """What a list of people answers, by their number; "What" where not all of them are people."""
    several = 1 + sum(token.dep_ == "conj" for token in tokens)
    heads = [token for token in tokens if token.dep_ == "conj" or token == tokens[-1]]
    if not all(_somebody(token) for token in heads):
        return "What"
    return f"Which {COUNTS[several - 1]} people" if 1 < several <= len(COUNTS) else who


def _somebody(token: Token) -> bool:
    """Whether the word is a person's name, or several people."""
    return token.ent_type_ == "PERSON" or (human(token) and token.tag_ in ("NNS", "NNPS"))


def countries(tokens: Sequence[Token]) -> int:
    """How many countries a list names, if it names nothing else and not too many."""
    names = [word.strip() for word in re.split(r",| and | or ", " ".join(t.text for t in tokens))]
    names = [name for name in names if name]
    plain = all(country(name) is not None for name in names)
    return len(names) if plain and 1 < len(names) <= len(COUNTS) else 0


def titled(analysis: Analysis, head: Token) -> bool:
    """Whether a person's name ends here that may have a title: "German engineer Carl von Linde"."""
    if head.pos_ != "PROPN" or head.ent_type_ != "PERSON" or _the_thing(head) or _placed(head):
        return False
    name = " ".join(t.text for t in head.subtree if t.ent_type_ == "PERSON" and t.i <= head.i)
    acts = head.dep_ == "nsubj" and head.head.lemma_ in _HUMAN_ACTS
    return analysis.known_person(name) or (acts and analysis.is_person(name))


#: What only people do.
_HUMAN_ACTS = SAYING | frozenset(
    """
    write order tell ask marry travel arrive die convert study teach paint compose invent discover
    found coin design launch sign win lead visit meet join move succeed defeat
    """.split()
)


def forces(tokens: Sequence[Token]) -> bool:
    """Whether a name is a storm's or the like: it has one, but is nobody."""
    return any(token.lower_ in _FORCES for token in tokens)


_FORCES = frozenset("storm hurricane typhoon cyclone earthquake volcano flood plague".split())


def renamed(tokens: Sequence[Token]) -> bool:
    """Whether a pronoun in it was given a name that the sentence does not hold."""
    told = tokens[0].doc.user_data.get(RENAMED, {}) if tokens else {}
    return bool(told) and any(token.i in told for token in tokens)


def variants(analysis: Analysis, kind: AnswerType, text: str) -> tuple[str, ...]:
    """Other ways to type the same answer: a country's names, a person's surname."""
    if kind is AnswerType.PERSON:
        full = analysis.full_name(text)
        return (full,) if full and full != text else surname(analysis, text)
    if kind is AnswerType.COUNTRY:
        return other_names(text)
    return ()


def surname(analysis: Analysis, name: str) -> tuple[str, ...]:
    """The part of a full name that the document uses alone, for this person only.

    Which part that is differs between languages, so the document is asked.
    """
    others = [other for other in analysis.labels if " " in other and not other.startswith(name)]
    return tuple(
        part
        for part in name.split()
        if analysis.is_person(part) and not any(part in other.split() for other in others)
    )


def members(clause: Clause, tokens: Sequence[Token]) -> tuple[str, ...]:
    """The entries of a list ("food, fuel and other goods"), or nothing for a single thing."""
    if all(token.dep_ not in ("conj", "appos") for token in tokens):
        return ()
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if token.head.i not in inside]
    if len(heads) != 1:
        return ()
    chain, current = [heads[0]], heads[0]
    while True:
        joined = [c for c in current.children if c.dep_ in ("conj", "appos") and c.i in inside]
        if not joined:
            break
        current = joined[0]
        chain.append(current)
    if len(chain) < 2:
        return ()
    bounds = [tokens[0].i, *(_left(token) for token in chain[1:])]
    said = []
    for number, start in enumerate(bounds):
        end = bounds[number + 1] if number + 1 < len(bounds) else tokens[-1].i + 1
        run = [t for t in tokens if start <= t.i < end]
        while run and (
            run[-1].dep_ in ("cc", "punct", "preconj") or run[-1].lower_ in ("well", "as")
        ):
            run.pop()
        said.append(clause.said(run))
    return tuple(said)


def _left(token: Token) -> int:
    return int(token.left_edge.i)
