"""What can be counted of an author's pair: what the confidence in it weighs.

Counts are in words, shares in [0, 1], all else is 0 or 1. No language model is needed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from quizlib.extract._answering import answers, term_asked, to_the_point, yes_or_no
from quizlib.extract._enough import advises, asks_amount, asks_one_thing, gives_reason
from quizlib.extract._features import share
from quizlib.language.text import words

_FIGURE = re.compile(r"\d[\d,.]*")
_NAME = re.compile(r"(?<=\w )(?!I\b)[A-Z]\w")
_READER = re.compile(r"\b(?:you|your|I|my|me)\b", re.IGNORECASE)
_END = re.compile(r"[.!?](?=\s|$)")
_OPENERS = ("what", "why", "how", "who", "which")
#: The longest answer that is one all by itself, in words.
COMPACT = 15
#: The longest phrase that tells one thing, and the longest "Yes." with its reason, in words.
POINTED, REASONED = 20, 20
#: So much of a question's words has to stand in an answer that tells its reason.
ECHO = 0.4
#: Words of a question that has to be about a thing known to all.
SHORT = 8
STEM = 5  # letters: "recycle" and "recycling" are one word


class Pair(NamedTuple):
    """An author's question and answer, as they are to be asked.

    Attributes:
        question: As the author wrote it.
        asked: As it is asked, with its topic.
        key: As much of the answer as is the key.
        answer: All of it.
        listed: Whether a page of questions and short answers has it.
        headed: Whether questions head the parts of the text.
        proven: Whether a sentence elsewhere in the text says the same.
        titled: Whether the question has a word of the title.
        pointed: Whether the key says just what was asked: a phrase, or "Yes." with its reason.
    """

    question: str
    asked: str
    key: str
    answer: str
    listed: bool
    headed: bool
    proven: bool
    titled: bool = False
    pointed: bool = False


def features(pair: Pair) -> tuple[tuple[str, float], ...]:
    """Name -> number, in the order of the names."""
    key, all_of_it = len(pair.key.split()), max(1, len(pair.answer.split()))
    opener = pair.question.split(maxsplit=1)[0].casefold()
    whole = pair.key.rstrip(".") == pair.answer.rstrip(".")
    sentences = len(_END.findall(pair.key))
    yes_asked, echoed = yes_or_no(pair.question), echo(pair.question, pair.key)
    to_reader, keyed_to_reader = (
        _READER.search(text) is not None for text in (pair.question, pair.key)
    )
    compact = whole and not (to_reader or keyed_to_reader) and _compact(pair)
    answered = answers(pair.question, pair.key, listed=pair.listed and whole)
    named = _NAME.search(pair.question) is not None
    before, inside = ": " in pair.asked and ": " not in pair.question, pair.asked != pair.question
    short = len(pair.asked.split()) < SHORT
    values = {
        **{f"asks {word}": opener == word for word in _OPENERS},
        "asks yes or no": yes_asked,
        "asks an amount": asks_amount(pair.question),
        "asks one thing": asks_one_thing(pair.question),
        "asks a meaning": bool(term_asked(pair.question)),
        "answered": answered,
        "yes or no untold": yes_asked and not answered,
        "listed, not answered": pair.listed and not answered,
        "listed": pair.listed,
        "headed": pair.headed,
        "whole": whole,
        "proven": pair.proven,
        "outright": (pair.titled or not short)
        and (_outright(pair, sentences, echoed) or (answered and (compact or _pointed(pair)))),
        "key phrase": not pair.answer.endswith((".", "!", "?")),
        "key share": share(key, all_of_it),
        "key words": key,
        "key long": key > 20,
        "key short": key < 8,
        "key sentences": sentences,
        "key figures": len(_FIGURE.findall(pair.key)),
        "key advises": advises(pair.key),
        "key to reader": keyed_to_reader,
        "answer words": all_of_it,
        "question to reader": to_reader,
        "question named": named,
        "question short": short,
        "question bare": short and not (named or inside),
        "question words": len(pair.asked.split()),
        "topic before": before,
        "topic inside": inside and ": " not in pair.asked,
        "echo": round(echoed, 3),
    }
    return tuple(sorted(values.items()))


def _outright(pair: Pair, sentences: int, echoed: float) -> bool:
    """Whether a reason is asked and told in so many words: "The mills closed because …"."""
    if sentences > 1 or not gives_reason(pair.question, pair.key):
        return False
    return to_the_point(pair.key) or echoed >= ECHO


def _compact(pair: Pair) -> bool:
    """Whether a question that stands by itself has a short answer."""
    return pair.asked == pair.question and len(pair.answer.split()) <= COMPACT


def _pointed(pair: Pair) -> bool:
    """Whether a yes or no, a person, place, time or figure is asked for, and told alone."""
    words = len(pair.key.split())
    if yes_or_no(pair.question):
        return pair.pointed and words <= REASONED
    asked = asks_amount(pair.question) or asks_one_thing(pair.question)
    return pair.pointed and asked and words <= POINTED


def echo(question: str, key: str) -> float:
    """The share of the question's telling words that the key takes up."""
    asked, told = (
        {word.casefold()[:STEM] for word in words(text) if len(word) > 3}
        for text in (question, key)
    )
    return len(asked & told) / max(1, len(asked))
