"""Who "he" is, and what "it" is: subject pronouns, resolved only where nothing else can be meant.

"He" or "she" stands for the person who is the subject of the sentence before it in the
same paragraph, if no other person has been named since; in a text about one person, for
that one from the paragraph's beginning until another person is named. "It" stands for
the named thing that is the subject of the sentence before, if no other is named beside
it. All else would be a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Span, Token

#: Key of a parse's user data: token index -> the name that a pronoun stands for.
RENAMED = "renamed"

LONGEST = 6  # words in a name that a pronoun stands for
#: What a name is made of, beside its own words.
_WITHIN = frozenset({"DET", "ADP"})
#: What shows that "it" stands for a clause, or for nothing.
_EMPTY_IT = frozenset({"ccomp", "csubj", "csubjpass", "xcomp", "acomp"})


class Protagonist(NamedTuple):
    """Whom a text is about: as its title names them, as it calls them, and "he" or "she"."""

    full: str
    name: str
    pronoun: str


def resolve(
    sentences: Sequence[Span],
    is_person: Callable[[str], bool],
    about: Protagonist | None = None,
) -> None:
    """Note in the user data of each parse what its subject pronouns stand for."""
    first = about.name if about else ""
    person, thing = first, ""
    for sentence in sentences:
        if sentence.start == 0:
            person, thing = first, ""  # a new paragraph
            sentence.doc.user_data[RENAMED] = {}
        thing = _thing(sentence, thing, is_person)
        person = _person(sentence, person, is_person, about)


def _person(
    sentence: Span, current: str, is_person: Callable[[str], bool], about: Protagonist | None
) -> str:
    """The person that the sentence is about; a pronoun for them is noted on the way."""
    subject = _subject(sentence)
    people = {entity.text for entity in sentence.ents if entity.label_ == "PERSON"}
    lead = about is not None and current == about.name
    others = _others(people, about.full if about and lead else current)
    kept = current if lead and not others else ""
    if subject is None:
        return kept
    if subject.lower_ in ("he", "she") and current:
        if about and lead and subject.lower_ != about.pronoun:
            return ""
        sentence.doc.user_data[RENAMED][subject.i] = current
        return "" if others else current
    words = _name(subject)
    name = " ".join(token.text for token in words)
    if about and name == about.full:
        return "" if _others(people, name) else about.name
    alone = bool(words) and all(token.pos_ == "PROPN" for token in words)
    known = is_person(name) or all(token.ent_type_ == "PERSON" for token in words)
    return name if alone and known and not _others(people, name) else kept


def _thing(sentence: Span, current: str, is_person: Callable[[str], bool]) -> str:
    """The named thing that the sentence is about; an "it" for it is noted on the way."""
    subject = _subject(sentence)
    if subject is None:
        return ""
    if subject.text == "It" and subject.i == sentence.start:
        if current and not _EMPTY_IT & {child.dep_ for child in sentence.root.children}:
            sentence.doc.user_data[RENAMED][subject.i] = current
            return current
        return ""
    words = _name(subject)
    named = subject.tag_ == "NNP" and subject.ent_type_ not in ("PERSON", "NORP", "DATE")
    plain = all(token.pos_ == "PROPN" or token.pos_ in _WITHIN for token in words)
    if not named or not plain or not 0 < len(words) <= LONGEST or _rivals(sentence, subject):
        return ""
    if any(is_person(token.text) for token in words):
        return ""  # the tagger takes a surname for a company now and then
    first, *rest = [token.text for token in words]
    return " ".join([first.lower() if words[0].pos_ == "DET" else first, *rest])


def _subject(sentence: Span) -> Token | None:
    found = [child for child in sentence.root.children if child.dep_.startswith("nsubj")]
    return found[0] if len(found) == 1 else None


def _name(subject: Token) -> list[Token]:
    """The words of the subject without what is said beside it."""
    beside = {
        token.i
        for child in subject.children
        if child.dep_ in ("appos", "relcl", "acl", "punct")
        for token in child.subtree
    }
    return [token for token in subject.subtree if token.i not in beside]


def _others(people: set[str], name: str) -> set[str]:
    return {person for person in people if person not in name and name not in person}


def _rivals(sentence: Span, subject: Token) -> bool:
    """Whether another name in the sentence may be what the next one is about."""
    told = {token.i for token in subject.subtree}
    return any(
        token.pos_ == "PROPN"
        and token.i not in told
        and token.dep_ in ("dobj", "attr", "nsubj", "nsubjpass", "conj", "agent")
        for token in sentence
    )
