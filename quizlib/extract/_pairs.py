"""What can be counted of an author's pair: what the confidence in it weighs.

Counts are in words, shares in [0, 1], all else is 0 or 1. No language model is needed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from quizlib.extract._answering import answers, term_asked, yes_or_no
from quizlib.extract._enough import advises, asks_amount, asks_one_thing
from quizlib.language.text import words

_FIGURE = re.compile(r"\d[\d,.]*")
_NAME = re.compile(r"(?<=\w )(?!I\b)[A-Z]\w")
_READER = re.compile(r"\b(?:you|your|I|my|me)\b", re.IGNORECASE)
_END = re.compile(r"[.!?](?=\s|$)")
_OPENERS = ("what", "why", "how", "who", "which")
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
    """

    question: str
    asked: str
    key: str
    answer: str
    listed: bool
    headed: bool
    proven: bool


def features(pair: Pair, *, outright: bool) -> tuple[tuple[str, float], ...]:
    """Name -> number, in the order of the names.

    `outright`: the answer is short and all there is, or tells a reason that was asked for.
    """
    key, all_of_it = len(pair.key.split()), max(1, len(pair.answer.split()))
    opener = pair.question.split(maxsplit=1)[0].casefold()
    whole = pair.key.rstrip(".") == pair.answer.rstrip(".")
    answered = answers(pair.question, pair.key, listed=pair.listed and whole)
    values = {
        **{f"asks {word}": opener == word for word in _OPENERS},
        "asks yes or no": yes_or_no(pair.question),
        "asks an amount": asks_amount(pair.question),
        "asks one thing": asks_one_thing(pair.question),
        "asks a meaning": bool(term_asked(pair.question)),
        "answered": answered,
        "yes or no untold": yes_or_no(pair.question) and not answered,
        "listed, not answered": pair.listed and not answered,
        "listed": pair.listed,
        "headed": pair.headed,
        "whole": whole,
        "proven": pair.proven,
        "outright": outright,
        "key phrase": not pair.answer.endswith((".", "!", "?")),
        "key share": key / all_of_it,
        "key words": key,
        "key long": key > 20,
        "key short": key < 8,
        "key sentences": len(_END.findall(pair.key)),
        "key figures": len(_FIGURE.findall(pair.key)),
        "key advises": advises(pair.key),
        "key to reader": _READER.search(pair.key) is not None,
        "answer words": all_of_it,
        "question to reader": _READER.search(pair.question) is not None,
        "question named": _NAME.search(pair.question) is not None,
        "question words": len(pair.asked.split()),
        "topic before": ": " in pair.asked and ": " not in pair.question,
        "topic inside": pair.asked != pair.question and ": " not in pair.asked,
        "echo": echo(pair.question, pair.key),
    }
    return tuple((name, round(float(value), 3)) for name, value in sorted(values.items()))


def echo(question: str, key: str) -> float:
    """The share of the question's telling words that the key takes up."""
    asked, told = (
        {word.casefold()[:STEM] for word in words(text) if len(word) > 3}
        for text in (question, key)
    )
    return len(asked & told) / max(1, len(asked))
