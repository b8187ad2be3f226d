"""People by their role: "Guo Jiakun, a spokesperson for …", and all of them to be matched."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.extract._claims import sound
from quizlib.extract._parts import surname
from quizlib.language.clause import tidy
from quizlib.model import AnswerType, Evidence, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Span, Token

    from quizlib.language import Analysis, Sentence

#: What only one can be.
_RANKED = re.compile(
    r"the (?:first|second|third|\w+th|last|only|sole|main|principal|most \w+|\w+est)\b"
)
#: What ages before the text does.
_FLEETING = re.compile(r"\b(?:since|until|from \d|current|incumbent|acting|outgoing|emeritus)\b")
#: A sentence with one of these tells of the past.
_LONG_AGO = re.compile(r"\b1\d\d\d\b")
FEWEST, MOST = 3, 6  # pairs worth matching, pairs that fit one item


class People:
    summary = "who somebody is, from “X, the leader of Y,” and “X is the leader of Y”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        roles: dict[str, tuple[str, Evidence]] = {}
        for sentence in analysis.sentences:
            found = list(_roles(analysis, sentence))
            if not found or not sound(sentence):
                continue
            for person, role in found:
                if person not in roles:
                    roles[person] = (role, analysis.evidence(sentence))
                    if role.startswith("the "):  # many others may be "a member of …"
                        yield from _who(analysis, sentence, person, role)
        yield from _matched(roles)


def _roles(analysis: Analysis, sentence: Sentence) -> Iterator[tuple[str, str]]:
    for person in sentence.people:
        name = person.text.removesuffix("'s")
        if len(name.split()) < 2 or not analysis.is_person(name):
            continue
        if any(word.casefold() in analysis.title_lemmas for word in name.split()):
            continue  # whom the title names, the reader knows
        role = _apposition(sentence, person) or _predicate(sentence, person)
        if role:
            yield name, role


def _apposition(sentence: Sentence, person: Span) -> str:
    for child in person.root.children:
        if child.dep_ == "appos" and child.i > person.root.i and _tells(child):
            return _said(sentence, child)
    return ""


def _predicate(sentence: Sentence, person: Span) -> str:
    verb = person.root.head
    if person.root.dep_ != "nsubj" or verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBD"):
        return ""
    found = [child for child in verb.children if child.dep_ == "attr" and _tells(child)]
    return _said(sentence, found[0]) if found else ""


def _tells(head: Token) -> bool:
    """A common noun with an article and of something: "the leader of North Korea"."""
    marks = {child.dep_ for child in head.children}
    joined = marks & {"conj", "relcl", "acl"}
    if any(child.lower_ in ("another", "one", "this", "that") for child in head.children):
        return False
    led = [t.lower_ for c in head.children if c.dep_ == "prep" for t in c.subtree]
    if led[1:2] in (["a"], ["an"]):
        return False  # "the wife of a merchant" are many
    return head.tag_ == "NN" and "prep" in marks and "det" in marks and not joined


def _said(sentence: Sentence, head: Token) -> str:
    return tidy(sentence.said(list(head.subtree)))


def _who(analysis: Analysis, sentence: Sentence, person: str, role: str) -> Iterator[Fact]:
    if any(word in role for word in person.split()) or _FLEETING.search(role):
        return
    # An office is held as far as the text knows; who was first, was so when it happened.
    root = sentence.root
    past = root.tag_ == "VBD" or any(c.tag_ == "VBD" for c in root.children if c.dep_ == "aux")
    ranked = _RANKED.match(role) is not None
    ended = past and (ranked or _LONG_AGO.search(sentence.text) is not None)
    verb = "was" if ended else "is"
    yield Fact(
        method="people",
        form="who-was-first" if past and ranked else "who-was" if ended else "who-is",
        question=f"Who {verb} {role}?",
        answer=person,
        answer_type=AnswerType.PERSON,
        accepted=surname(analysis, person),
        evidence=(analysis.evidence(sentence),),
        statement=f"{person} {verb} {role}.",
        answer_at=0,
        subject=person.casefold(),
        relation="be",
        section=sentence.section,
    )


def _matched(roles: dict[str, tuple[str, Evidence]]) -> Iterator[Fact]:
    """All people of a document whose roles differ, to be matched with them."""
    kept: dict[str, tuple[str, Evidence]] = {}
    for person, (role, evidence) in roles.items():
        if role not in [told for told, _ in kept.values()] and len(kept) < MOST:
            kept[person] = (role, evidence)
    if len(kept) >= FEWEST:
        pairs = tuple((person, role) for person, (role, _) in kept.items())
        yield Fact(
            method="people",
            form="match",
            question="Match each person with their role.",
            answer="; ".join(f"{person}: {role}" for person, role in pairs),
            answer_type=AnswerType.LIST,
            evidence=tuple(dict.fromkeys(evidence for _, evidence in kept.values())),
            pairs=pairs,
        )


method = People()
