"""Whether an author's question says by itself what it asks, and the topic before it if not.

A reader of the page knows what "How long does it take?" is about; a learner is told:
"Giving blood: how long does it take?".
"""

from __future__ import annotations

import re

from quizlib.extract._antecedents import (
    EMPTY,
    NAME,
    STANDING_IN,
    has_word_of,
    shares,
    taken_by_another,
)
from quizlib.extract._hanging import asks_for_one, question_hangs
from quizlib.extract._topics import asks_of_one, named_in, one_of, topic

FEWEST_WORDS = 3  # fewer ask nothing that a learner could know
LONGEST = 20  # words of a question
FULL = 6  # with fewer words, a question leans on the title of its page


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
_OWNING = frozenset({"its", "their", "his", "her"})
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
    r"(?<=\w )(?!I\b)(?-i:[A-Z])\w+|\b(?:an?|the|some|any|all|many|most|two|my|your|our) \w+"
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
#: "Has my ballot been thrown away?", "Has anyone ever got lost?", "Why Phobos, and not Mars?":
#: whose case it is, what they tell for fun, what verb is meant.
_UNTOLD = re.compile(
    r"^(?:has|have|had|was|were) (?:my|our|anyone|anybody|someone|somebody)\b"
    r"|^why (?!(?:is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should"
    r"|may|might|must|not)\b|\w+n['’]t\b|\w+['’](?:s|re|ve|d|ll)\b)",
    re.IGNORECASE,
)
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
    r"^(?:what|who) (?:exactly |really )?(?:is|are|was|were) (?!(?:in|on|the|for|there|most|least"
    r"|at|behind|likely|allowed|eligible|entitled|responsible|covered|affected|excluded)\b)",
    re.IGNORECASE,
)
#: "Can I …?": whoever asks wants to do something with the page's topic.
_TO_READER = re.compile(r"\b(?-i:I)\b|\b(?:my|me|we|our|us)\b", re.IGNORECASE)
#: "How much is a ticket?", "Are dogs allowed?": where, the title of the page should say.
_OF_PLACE = re.compile(
    r"^how (?:much|many|long|far|often)\b"
    r"|\b(?:allowed|included|needed|required|open|closed|free|available|covered)\?$",
    re.IGNORECASE,
)
#: "How many species live in Ireland?": of what, its only name does not say.
_COUNTED = re.compile(r"^(?:how many|which|what) [a-z]+", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:in|at|from|near) (?:the )?(?-i:[A-Z])\w+")
#: "Keeping bees": what one does is no "it" that anybody sells.
_DOING = re.compile(r"^\w+ing\b")
#: Words that open a question, and are written small within one.
_OPENERS = frozenset(
    """
    how why when where what who whom which whose am is are was were do does did can could may
    might
    isn't aren't wasn't don't doesn't didn't can't won't
    must should shall will would has have had in on at by for from to with under
    """.split()
)


#: "How many steps?", "Pushchairs and wheelchairs?", "Must we book?": not whole, or whose.
_FRAGMENT = re.compile(
    r"^how (?:many|much) [\w-]+s\?$|^(?:must|can|may|should|shall) we\b"
    r"|^(?!(?:who|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|may|must"
    r"|should|will|would|has|have|had|am|in|on|at|for|to|from|by|with|of|under)\b|\w+n['’]t\b)"
    r"(?:[\w'’-]+,? ){1,4}[\w'’-]+\?$"
)


def standing(
    question: str, title: str, text: str, *, listed: bool = False, before: str = ""
) -> str:
    """The question as it can be asked, with the topic of the title if need be; "" if not so.

    The topic takes the place of the word that stands for it, where the page's `text` shows how
    sentences name it: "How did it begin?" becomes "How did the European Union begin?".
    `listed` tells that the page is one of questions, `before` which question is above.
    """
    asks_one = not re.search(r"(?<!\b[A-Z])(?<!\bSt)(?<!\bDr)[.!?][\"”’)]*\s", question)
    small = question.lower()
    points = _POINTING.search(small) or _THAT.search(small) or question_hangs(question)
    if (
        not asks_one
        or points
        or _TEASING.search(question)
        or _UNTOLD.search(question)
        or _OPEN.search(question)
    ):
        return ""
    if len(question.split()) < FEWEST_WORDS or _FRAGMENT.search(small):
        return ""
    name = topic(title)
    if (found := asks_for_one(question)) is not None:
        one = one_of(text, name) if asks_of_one(title) or listed else ""
        return question[: found.start()] + one + question[found.end() :] if one else ""
    if not (_leans(question) or _definite(question, title)):
        return _told_of(name, question, title, listed=listed)
    if not name or not _agrees(name, question) or taken_by_another(before, question, title, name):
        return ""
    whole = f"The {name}" if name.isupper() and title.startswith("The ") else name
    return _in_place(named_in(text, whole), question) or _under(name, question)


def _told_of(name: str, question: str, title: str, *, listed: bool) -> str:
    """A question that names what it asks of; readers of such a page take it for its topic's."""
    of_one = asks_of_one(title) or (listed and _TO_READER.search(question) is not None)
    counted = _PLACED.sub("", question) if _COUNTED.search(question) else question
    told = has_word_of if _TO_READER.search(question) else shares  # "Can I fly to Germany with it?"
    if not of_one or _DEFINING.search(question) or told(name, counted):
        return question
    if not name:
        # "Do I need a lawyer?", "How much is a ticket?": for what, nothing says.
        short = len(question.split()) < FULL and _OF_PLACE.search(question)
        return "" if listed and (short or _TO_READER.search(question)) else question
    return _under(name, question)


def _in_place(named: str, question: str) -> str:
    """The question with the topic for its first pronoun; "" where that may say something else."""
    found = STANDING_IN.search(question)
    if not named or found is None or found.group().lower() in _SOMEBODY | {"her"}:
        return ""
    if EMPTY.search(question) or _LEADING_ON.search(question, found.end()):
        return ""
    if found.group().lower() in _OWNING:
        named += "’" if named.endswith("s") else "’s"
    asked = question[: found.start()] + named + question[found.end() :]
    return asked if len(asked.split()) <= LONGEST else ""


def _under(name: str, question: str) -> str:
    """The question with its topic before it: "Organ donation: who is excluded?"."""
    first, _, rest = question.partition(" ")
    opener = re.split(r"['’]", first.lower())[0]
    opening = first.lower() if {first.lower(), opener} & _OPENERS else first
    return f"{name}: {opening} {rest}"


def _agrees(name: str, question: str) -> bool:
    """Whether what the question points to may be the topic: "they" are several, "she" a person."""
    pointers = {found.lower() for found in STANDING_IN.findall(question)}
    if pointers & _SEVERAL:
        return any(word.endswith("s") for word in name.split())
    if pointers & {"it", "its"} and not EMPTY.search(question):
        if _DOING.search(name):
            return False
        last = name.rsplit(maxsplit=1)[-1]
        return " and " not in name and (not last.endswith("s") or last.endswith("ss"))
    return not pointers & _SOMEBODY or name.istitle()


def _definite(question: str, title: str) -> bool:
    """Whether it asks about "the glass", and neither the title nor a name says which."""
    found = _DEFINITE.search(question)
    if found is None or NAME.search(question):
        return False
    return not shares(title, found.group())


def _leans(question: str) -> bool:
    """Whether a word of it stands for what the question itself does not name."""
    if _ELLIPTIC.search(question):
        return True
    found = STANDING_IN.search(question)
    if found is None:
        return False
    before = _NO_NOUNS.sub("may", question[: found.start()])
    inner = list(_CLAUSE.finditer(before, 1))
    if found.group().lower() not in _OWNING:
        if not inner:
            return True  # "Which illnesses do they prevent?": not the illnesses
        before = before[: inner[-1].start()]
    return _NAMED.search(before) is None
