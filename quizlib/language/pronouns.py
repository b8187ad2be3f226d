"""Who "he" is: a pronoun for a subject, resolved only where nobody else can be meant.

"He" or "she" stands for the person who is the subject of the sentence before it in the
same paragraph, if no other person has been named since. All else would be a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Span

#: Key of a parse's user data: token index -> the name that a pronoun stands for.
RENAMED = "renamed"


def resolve(sentences: Sequence[Span], is_person: Callable[[str], bool]) -> None:
    """Note in the user data of each parse what its subject pronouns stand for."""
    current = ""
    for sentence in sentences:
        if sentence.start == 0:
            current = ""  # a new paragraph
            sentence.doc.user_data[RENAMED] = {}
        current = _subject(sentence, current, is_person)


def _subject(sentence: Span, current: str, is_person: Callable[[str], bool]) -> str:
    """The person that the sentence is about; a pronoun for them is noted on the way."""
    people = {entity.text for entity in sentence.ents if entity.label_ == "PERSON"}
    subjects = [child for child in sentence.root.children if child.dep_.startswith("nsubj")]
    if len(subjects) != 1:
        return ""
    subject = subjects[0]
    others = {person for person in people if person not in current and current not in person}
    if subject.lower_ in ("he", "she") and current:
        sentence.doc.user_data[RENAMED][subject.i] = current
        return "" if others else current
    name = " ".join(token.text for token in subject.subtree)
    alone = all(token.pos_ == "PROPN" for token in subject.subtree)
    return name if alone and is_person(name) and not people - {name} else ""
