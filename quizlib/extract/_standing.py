"""Whether an author's question says by itself what it asks, and the topic before it if not.

A reader of the page knows what "How long does it take?" is about; a learner is told:
"Giving blood: how long does it take?".
"""

from __future__ import annotations

import re

from quizlib.extract._topics import asks_of_one, named_in, topic
from quizlib.language.text import words

FEWEST_WORDS = 3  # fewer ask nothing that a learner could know
LONGEST = 20  # words of a question
SHORT, STEM = 3, 5  # letters: "the" is no word of a topic; "recycle" and "recycling" are one

#: A capital within the question.
_NAME = re.compile(r"\s(?!I\b)[A-Z]")
#: In small letters: to look for them so is far quicker than by ignoring the case.
_POINTING = re.compile(
    r"\b(?:this|these|those|here"
    r"|there(?<!\bis there)(?<!\bare there)(?<!\bwas there)(?<!\bwere there)(?<!\bbe there))\b"
    r"|^(?:shall|may) i \w+ \w+ to\b"
)
#: A "that" behind such a word points; behind a noun it opens a clause: "actions that …".
_THAT = re.compile(
    r"\b(?:wh\w+|how|is|was|are|were|do|does|did|can|about|of|for|by|from|with|like|than|if|still)"
    r" that\b"
)
_STANDING_IN = re.compile(r"\b(?:it|they|them|he|she|him|its|their|his|her)\b", re.IGNORECASE)
_OWNING = frozenset({"its", "their", "his", "her"})
#: "How long does it take?": it stands for nothing.
_EMPTY = re.compile(
    r"\b(?:is|was) it (?:best|better|safe|possible|easy|hard|true|worth|necessary|legal|cheaper)\b"
    r"|\bdoes it (?:take|cost|matter|help|work)\b|\bmake it (?:easier|harder|possible)\b",
    re.IGNORECASE,
)
#: "Is it true that …", "What is it like to …": it stands for what follows.
_LEADING_ON = re.compile(
    r"\bthat\b|(?<!able )(?<!meant )(?<!used )(?<!have )(?<!has )(?<!need )(?<!going )(?<!want )"
    r"(?<!expected )(?<!supposed )(?<!designed )\bto \w+|\?.",
    re.IGNORECASE,
)
_SEVERAL = frozenset({"they", "them", "their"})
_SOMEBODY = frozenset({"he", "she", "him", "his", "her"})
#: What a pronoun may stand for, named before it: a name, "a loan", "cats"; no "Who belongs".
_NAMED = re.compile(
    r"(?<=\w )(?!I\b)(?-i:[A-Z])\w+|\b(?:an?|the|some|any|all|many|most|two) \w+"
    r"|(?<!\bwho )(?<!\bwhat )(?<!\bwhich )(?<!\bthat )(?<!\bit )\b\w{3,}s\b",
    re.IGNORECASE,
)
_NO_NOUNS = re.compile(r"\b(?:does|this|was|always|sometimes)\b", re.IGNORECASE)
#: Behind such a word another clause begins: what the first one names, its "they" may be.
_CLAUSE = re.compile(
    r"\b(?:if|when|while|because|that|who|which|before|after|once|until|unless|and|but|or|how"
    r"|why|where|what|as|so)\b",
    re.IGNORECASE,
)
_TEASING = re.compile(r"^(?:so|and|but|now|ready|what about|how about|guess|ever)\b", re.IGNORECASE)
#: "Which was the first?", "What should I do beforehand?": of what, the page says.
_ELLIPTIC = re.compile(
    r"^which (?:ones?|is|are|was|were|of)\b|\b(?:beforehand|afterwards)\b|\bnext\?", re.IGNORECASE
)
#: "The glass", "the finished compost", "use one": which, a reader of the page knows.
_DEFINITE = re.compile(
    r"\bthe (?:\w+ )??(?!(?:world|sun|moon|earth|internet|weather|public|future|past|rest|same|best"
    r"|first|last|most|main|law|time|day|year|word|name|term|difference|number|age|aim|purpose|point|text|article|explainer|report|author"
    r"|passage|story|preview|page)\b)"
    r"[a-z]+(?=\?|,| (?:is|are|was|were|do|does|did|be|have|has|go|goes|come|take|last|work|cost|if"
    r"|when|hot|cold|so|and|or|get|made|used|mean|called|for|afterwards)\b)"
    r"|\b(?:use|have|get|need|buy|find|see|make|take|want) ones?\b(?! of)|\bmy (?:present|old)\b"
    r"|\binstead\?|\benough\?"
)
#: "What happened in 1973?", "Who are they?": much may be said to it.
_OPEN = re.compile(
    r"^what (?:normally |usually |really )?happen(?:s|ed)"
    r"(?: (?:in|at|on|by|during) \S+(?: \S+)?)?\?"
    r"|^who (?:is|are|was|were) (?:he|she|it|they)\?",
    re.IGNORECASE,
)
#: What asks for the meaning of a term says which.
_DEFINING = re.compile(
    r"^(?:what|who) (?:exactly |really )?(?:is|are|was|were) (?!(?:in|on|the|for|there)\b)",
    re.IGNORECASE,
)
#: Words that open a question, and are written small within one.
_OPENERS = frozenset(
    """
    how why when where what who whom which whose am is are was were do does did can could may
    might
    isn't aren't wasn't don't doesn't didn't can't won't
    must should shall will would has have had in on at by for from to with under
    """.split()
)


def standing(question: str, title: str, text: str) -> str:
    """The question as it can be asked, with the topic of the title if need be; "" if not so.

    The topic takes the place of the word that stands for it, where the page's `text` shows how
    sentences name it: "How did it begin?" becomes "How did the European Union begin?".
    """
    asks_one = not re.search(r"[.!?]\s", question)
    small = question.lower()
    points = _POINTING.search(small) or _THAT.search(small)
    if not asks_one or points or _TEASING.search(question) or _OPEN.search(question):
        return ""
    if len(question.split()) < FEWEST_WORDS:
        return ""
    name = topic(title)
    if not (_leans(question) or _definite(question, title)):
        # Below such a title, readers take each question for one about its topic.
        page = name and asks_of_one(title) and not _DEFINING.search(question)
        return question if not page or _shares(name, question) else _under(name, question)
    if not name or not _agrees(name, question):
        return ""
    return _in_place(named_in(text, name), question) or _under(name, question)


def _in_place(named: str, question: str) -> str:
    """The question with the topic for its first pronoun; "" where that may say something else."""
    found = _STANDING_IN.search(question)
    if not named or found is None or found.group().lower() in _SOMEBODY | {"her"}:
        return ""
    if _EMPTY.search(question) or _LEADING_ON.search(question, found.end()):
        return ""
    if found.group().lower() in _OWNING:
        named += "’" if named.endswith("s") else "’s"
    asked = question[: found.start()] + named + question[found.end() :]
    return asked if len(asked.split()) <= LONGEST else ""


def _under(name: str, question: str) -> str:
    """The question with its topic before it: "Organ donation: who is excluded?"."""
    first, _, rest = question.partition(" ")
    opening = first.lower() if first.lower() in _OPENERS else first
    return f"{name}: {opening} {rest}"


def _shares(name: str, question: str) -> bool:
    """Whether the question has a name, or a word of the topic: it says what it is about."""
    if _NAME.search(question):
        return True
    asked, named = (
        {word.casefold().removesuffix("s")[:STEM] for word in words(text) if len(word) > SHORT}
        for text in (question, name)
    )
    return bool(asked & named)


def _agrees(name: str, question: str) -> bool:
    """Whether what the question points to may be the topic: "they" are several, "she" a person."""
    pointers = {found.lower() for found in _STANDING_IN.findall(question)}
    if pointers & _SEVERAL:
        return any(word.endswith("s") for word in name.split())
    if pointers & {"it", "its"} and not _EMPTY.search(question):
        last = name.rsplit(maxsplit=1)[-1]
        return " and " not in name and (not last.endswith("s") or last.endswith("ss"))
    return not pointers & _SOMEBODY or name.istitle()


def _definite(question: str, title: str) -> bool:
    """Whether it asks about "the glass", and neither the title nor a name says which."""
    found = _DEFINITE.search(question)
    if found is None or _NAME.search(question):
        return False
    return not _shares(title, found.group())


def _leans(question: str) -> bool:
    """Whether a word of it stands for what the question itself does not name."""
    if _ELLIPTIC.search(question):
        return True
    found = _STANDING_IN.search(question)
    if found is None:
        return False
    before = _NO_NOUNS.sub("", question[: found.start()])
    inner = list(_CLAUSE.finditer(before, 1))
    if found.group().lower() not in _OWNING:
        if not inner:
            return True  # "Which illnesses do they prevent?": not the illnesses
        before = before[: inner[-1].start()]
    return _NAMED.search(before) is None
