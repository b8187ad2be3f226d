"""What an "it" of an author's question may stand for, beside the topic of the page."""

from __future__ import annotations

import re

from quizlib.language.text import words

SHORT, STEM = 3, 5  # letters: "the" is no word of a topic; "recycle" and "recycling" are one

#: A capital within the question.
NAME = re.compile(r"\s(?!I\b)[A-Z]")
STANDING_IN = re.compile(r"\b(?:it|they|them|he|she|him|its|their|his|her)\b", re.IGNORECASE)
#: "How long does it take?": it stands for nothing.
EMPTY = re.compile(
    r"\b(?:is|was) it (?:best|better|safe|possible|easy|hard|true|worth|necessary|legal|cheaper)\b"
    r"|\bdoes it (?:take|cost|matter|help|work)\b|\bmake it (?:easier|harder|possible)\b",
    re.IGNORECASE,
)
#: A name within the question before.
_NAMED = re.compile(r"(?<=\s)(?!I\b)[A-Z][\w-]+")
#: A thing that the question before speaks of: "Why did the dam fail?" "Was it rebuilt?"
_THING = re.compile(
    r"\b(?:the|an?|my|this) ((?!same\b)[\w-]+(?: (?!(?:is|are|was|were|do|does|did|has|have|had"
    r"|can|will|of|in|on|at|for|to|from|with|by|that|which|and|or|so|as|be|work|cost|mean)\b)[\w-]+){0,2})",
    re.IGNORECASE,
)


def taken_by_another(before: str, question: str, title: str, name: str) -> bool:
    """Whether "it" may be what the question above asks about, and no topic."""
    pointers = {found.lower() for found in STANDING_IN.findall(question)}
    if not pointers & {"it", "its"} or EMPTY.search(question) or name in before:
        return False
    named = [found.group() for found in _NAMED.finditer(before)]
    if any(_foreign(one, title) for one in named):
        return True
    return any(_other(found[1].split(), title, name) for found in _THING.finditer(before))


def _foreign(name: str, title: str) -> bool:
    """Whether a name is neither in the title nor made of its letters: "MWA"."""
    letters = "".join(word[0] for word in words(title) if word[0].isupper())
    return name not in letters and not has_word_of(name, title)


def _other(thing: list[str], title: str, name: str) -> bool:
    """Whether these words behind an article name one thing, and not the title's."""
    if any(word.endswith("s") and not word.endswith("ss") for word in thing):
        return False  # several are no "it"
    parts = [part.split() for part in (*re.split(r"[^\w -]+", title), name)]
    heads = {part[-1].casefold().removesuffix("s") for part in parts if part}
    own = heads & {word.casefold() for word in thing}
    return not own and not any(word[0].isupper() for word in thing)


def shares(name: str, question: str) -> bool:
    """Whether the question has a name, or a word of the topic: it says what it is about."""
    return NAME.search(question) is not None or has_word_of(name, question)


def has_word_of(name: str, question: str) -> bool:
    """Whether a telling word stands in both."""
    asked, named = (
        {word.casefold().removesuffix("s")[:STEM] for word in words(text) if len(word) > SHORT}
        for text in (question, name)
    )
    return bool(asked & named)
