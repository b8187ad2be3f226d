"""Whether an author's question says by itself what it asks, and the topic before it if not.

A reader of the page knows what "How long does it take?" is about; a learner is told:
"Giving blood: how long does it take?".
"""

from __future__ import annotations

import re

from quizlib.language.text import words

FEWEST_WORDS = 3  # fewer ask nothing that a learner could know
LONGEST_TOPIC = 6  # words
SHORT, STEM = 3, 5  # letters: "the" is no word of a topic; "recycle" and "recycling" are one

_POINTING = re.compile(r"\b(?:this|these|those|here)\b", re.IGNORECASE)
#: A "that" behind such a word points; behind a noun it opens a clause: "actions that …".
_THAT = re.compile(
    r"\b(?:wh\w+|how|is|was|are|were|do|does|did|can|about|of|for|by|from|with|like|than|if|still)"
    r" that\b",
    re.IGNORECASE,
)
_STANDING_IN = re.compile(r"\b(?:it|they|them|he|she|him|its|their|his|her)\b", re.IGNORECASE)
_OWNING = frozenset({"its", "their", "his", "her"})
#: "How long does it take?": it stands for nothing.
_EMPTY = re.compile(
    r"\b(?:is|was) it (?:best|better|safe|possible|easy|hard|true|worth|necessary|legal|cheaper)\b"
    r"|\bdoes it (?:take|cost|matter|help|work)\b|\bmake it (?:easier|harder|possible)\b",
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
#: "What happened in 1973?", "Who are they?": much may be said to it.
_OPEN = re.compile(
    r"^what (?:normally |usually |really )?happen(?:s|ed)"
    r"(?: (?:in|at|on|by|during) \S+(?: \S+)?)?\?"
    r"|^who (?:is|are|was|were) (?:he|she|it|they)\?",
    re.IGNORECASE,
)
#: What a title says beside its topic.
_NO_TOPIC = re.compile(
    r"\b(?:questions?|answers?|answered|FAQs?|Q ?& ?A|guide|explained|advice|know)\b", re.IGNORECASE
)
#: Of what asks, or tells, all about one topic.
_ASKING = re.compile(rf"{_NO_TOPIC.pattern}|^(?:what|who) (?:is|are)\b", re.IGNORECASE)
_LISTING = re.compile(r"\b(?:questions|answers|answered|FAQs?|Q ?& ?A)\b", re.IGNORECASE)
_ON = re.compile(r"^.*\b(?:questions?|FAQs?|guide)\b.*?\b(?:about|on|to) ", re.IGNORECASE)
_ENDING = re.compile(r"(?<=\w) (?:FAQs?|Q ?& ?A|questions and answers)$", re.IGNORECASE)
_ASKED = re.compile(r"^(?:what|who) (?:is|are|was|were) ", re.IGNORECASE)
#: What asks for the meaning of a term says which.
_DEFINING = re.compile(
    r"^(?:what|who) (?:exactly |really )?(?:is|are|was|were) (?!(?:in|on|the|for|there)\b)",
    re.IGNORECASE,
)
_TELLING = re.compile(r"^(?:how|why|when|where|what|who|which|is|are|do|does|can)\b", re.IGNORECASE)
#: Words that open a question, and are written small within one.
_OPENERS = frozenset(
    """
    how why when where what who whom which whose am is are was were do does did can could may
    might
    isn't aren't wasn't don't doesn't didn't can't won't
    must should shall will would has have had in on at by for from to with under
    """.split()
)


def standing(question: str, title: str) -> str:
    """The question as it can be asked, with the topic of the title if need be; "" if not so."""
    asks_one = not re.search(r"[.!?]\s", question)
    points = _POINTING.search(question) or _THAT.search(question)
    if not asks_one or points or _TEASING.search(question) or _OPEN.search(question):
        return ""
    if len(question.split()) < FEWEST_WORDS:
        return ""
    name = topic(title)
    if not _leans(question):
        # Below such a title, readers take each question for one about its topic.
        page = name and _ASKING.search(title) and not _DEFINING.search(question)
        return question if not page or _shares(name, question) else _under(name, question)
    return _under(name, question) if name and _agrees(name, question) else ""


def _under(name: str, question: str) -> str:
    """The question with its topic before it: "Organ donation: who is excluded?"."""
    first, _, rest = question.partition(" ")
    opening = first.lower() if first.lower() in _OPENERS else first
    return f"{name}: {opening} {rest}"


def _shares(name: str, question: str) -> bool:
    """Whether the question has a name, or a word of the topic: it says what it is about."""
    if re.search(r"\s(?!I\b)[A-Z]", question):
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


def lists_questions(title: str) -> bool:
    """Whether a title says that questions and answers follow."""
    return _LISTING.search(title) is not None


def topic(title: str) -> str:
    """What a title says the text is about; "" where it names no thing.

    "Giving blood: your questions answered" is about giving blood, "What is OPEC?" about OPEC.
    """
    told = re.split(r"\s*[:|–—]\s*|\s+-\s+", _ENDING.sub("", _ON.sub("", title)).strip())
    named = [part for part in told if part and not _NO_TOPIC.search(part)]
    if not named:
        return ""
    name = re.sub(r"(?:, (?:and|or) .*)?\?$", "", _ASKED.sub("", named[0])).strip()
    if _TELLING.search(name) or len(name.split()) > LONGEST_TOPIC:
        return ""
    return name[:1].upper() + name[1:]
