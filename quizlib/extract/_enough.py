"""How much of an author's answer is the key: what the question asks for, and no more.

Raters fault a key that goes on to what nobody asked, as often as one that stops short.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.extract._answering import term_asked

if TYPE_CHECKING:
    from collections.abc import Sequence

_AMOUNT = re.compile(
    r"^how (?:many|much|long|far|often|old|big|large|tall|high|deep|fast|heavy|close|wide|soon"
    r"|late|early|hot|cold|common)\b",
    re.IGNORECASE,
)
_ONE_THING = re.compile(
    r"^(?:in |at |on |for |to )?(?:who|whose|which|where|when)\b", re.IGNORECASE
)
_FIGURE = re.compile(
    r"\d|\b(?:once|twice|half|quarter|third|one|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?"
    r"|thousands?|millions?|billions?|dozens?|every (?:\w+ )?(?:hour|day|week|month|year)s?"
    r"|daily|weekly|monthly|yearly|annually|several|no limit|free|nothing)\b",
    re.IGNORECASE,
)
#: A relative clause that ends the sentence: it tells more of the answer, and is none.
_TELLING_MORE = re.compile(r", (?:which|who|whose|where) [^,;:]*[.!]$")
#: "Is there a rover?" "Yes, a small one, built by …": by whom, nobody asked.
_THERE_IS = re.compile(r"^(?:is|are|was|were) there\b", re.IGNORECASE)
_MADE = re.compile(r", (?:built|made|designed|run|owned|founded|written|led)\b[^;:]*\.$")
#: What leads on from an answer to an example, to more of the same, or to what follows from it.
_GOING_ON = re.compile(
    r"\b(?:for example|for instance|also|too|as well|therefore|besides|in addition|likewise"
    r"|similarly|furthermore|moreover)\b",
    re.IGNORECASE,
)
#: A sentence that advises.
_ADVICE = re.compile(
    r"^(?:you|\w+ \w+|\w+ \w+ \w+|your \w+) (?:can|may|might|could|should|must|need|ought)\b"
    r"|^(?:please|do|don['’]t|never|always|keep|make|use|bring|check|ask|try|avoid|remember|allow"
    r"|note|see|visit|contact|call|talk|look|take|be|wear|stay|plan|expect|download|read)\b",
    re.IGNORECASE,
)
_ADVISED = re.compile(r"\b(?:I|you|we|my|your|one|should|can|may|must)\b", re.IGNORECASE)
_WHY = re.compile(r"^(?:according to the \w+, )?why\b", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:because|due to|owing to|so that|in order to)\b|^to [a-z]+ ", re.IGNORECASE
)
#: What only counts or hedges, and leaves the answer to the next sentence.
_NO_ANSWER = re.compile(
    r"(?:(?:in |for |by )?(?:just |only |at least )?(?:two|three|four|five|six|several|many|various"
    r"|different|both|some|a number of|a few|a couple of)"
    r"(?: (?:\w+ )?(?:ways?|steps?|stages?|parts?|forms?|things?|reasons?|kinds?|sorts?|times?))?"
    r"|(?:quite |only |just )?a (?:few|lot|bit|little)|(?:very |not )?(?:much|little|many|far|long)"
    r"|(?:mostly|partly|sadly|maybe|perhaps|possibly|probably|sometimes|often|usually|rarely"
    r"|plenty|yes|no|not really|not quite|nothing|good question|that depends|with delays"
    r"|it (?:all )?depends.*))[ .,!:;]*",
    re.IGNORECASE,
)
#: What a page names several of: the first of them is no answer.
_SEVERAL = re.compile(
    r"^what (?:are|were) .*\b(?:limits|limitations|drawbacks|disadvantages|advantages|benefits"
    r"|risks|dangers|uses|signs|symptoms|causes|effects|reasons|types|kinds|differences|requirements"
    r"|steps|stages|exceptions|rules|options|alternatives)\b",
    re.IGNORECASE,
)
#: Of fewer words, as "No." and "In most cases it is.", an answer is not told.
PLAIN = 8


def asks_amount(question: str) -> bool:
    """Whether a figure answers: "How long …", "How many …"."""
    return _AMOUNT.search(question) is not None


def has_figure(sentence: str) -> bool:
    """Whether it tells a number, or how often: "ten", "once", "no limit"."""
    return _FIGURE.search(sentence) is not None


def only_hedges(sentence: str) -> bool:
    """Whether it leaves the answer to the next sentence: "In two ways.", "It depends."."""
    return _NO_ANSWER.fullmatch(sentence) is not None


def asks_why(question: str) -> bool:
    """Whether a reason answers."""
    return _WHY.search(question) is not None


def asks_one_thing(question: str) -> bool:
    """Whether a person, thing, place or time answers."""
    return _ONE_THING.search(question) is not None


def asks_for_several(question: str) -> bool:
    """Whether all that the answer names is asked for: "What are its limits?"."""
    return _SEVERAL.search(question) is not None


def advises(sentence: str) -> bool:
    """Whether a sentence tells the reader what to do."""
    return _ADVICE.search(sentence) is not None


def gives_reason(question: str, sentence: str) -> bool:
    """Whether it is asked why, and the sentence tells it: "… because …"."""
    return _WHY.search(question) is not None and _REASON.search(sentence) is not None


def needed(question: str, sentences: Sequence[str]) -> int:
    """How many of the first sentences of a key are needed; the others tell what nobody asked."""
    if asks_amount(question) and has_figure(sentences[0]) and not only_hedges(sentences[0]):
        return 1
    if asks_one_thing(question) and len(sentences[0].split()) >= PLAIN:
        return 1
    if gives_reason(question, sentences[0]):
        return 1
    number = len(sentences)
    while number > 1 and _surplus(question, sentences[number - 1]):
        number -= 1
    while len(" ".join(sentences[:number]).split()) < min(PLAIN, len(" ".join(sentences).split())):
        number += 1
    return number


def _surplus(question: str, sentence: str) -> bool:
    if _GOING_ON.search(sentence):
        return True
    return advises(sentence) and not _ADVISED.search(question)


#: What takes a term up before its meaning: "Inertia is the resistance …", "It is the academy …".
_TAKEN_UP = (
    r"^(?:(?:an? |the )?{}|it|they) (?:is|are) (?=(?:an?|the) )"
    r"(?!(?:\w+ ){{1,2}}(?:mistake|case|fact|question|idea|reason|matter|pity|point) )"
)
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\.)+$|\betc\.$")


def to_the_bone(question: str, sentence: str) -> str:
    """As much of the sentence as answers.

    It goes without the relative clause at its end, where one thing is asked for; without
    "X is", where the meaning of X is.
    """
    term = term_asked(question)
    if term:
        taken_up = re.compile(_TAKEN_UP.format(re.escape(term)), re.IGNORECASE)
        meaning = taken_up.sub("", sentence)
        if meaning == sentence:
            return sentence
        return meaning if _ABBREVIATED.search(meaning) else meaning.removesuffix(".")
    if not (asks_amount(question) or asks_one_thing(question)):
        found = _MADE.search(sentence) if _THERE_IS.search(question) else None
    else:
        found = _TELLING_MORE.search(sentence)
    return sentence[: found.start()] if found else sentence
