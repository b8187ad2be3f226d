"""Text entry: a few words, forgiven what does not change their meaning."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING
from unicodedata import category

from quizlib.errors import InvalidResponse
from quizlib.grading.feedback import RIGHT, key_line, told, unanswered
from quizlib.grading.numbers import PLACE
from quizlib.grading.typos import is_slip
from quizlib.grading.units import same_unit
from quizlib.grading.wording import FRACTION, MONTHS, tokens
from quizlib.model import Score, TextEntry

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from quizlib.grading.numbers import Token

#: Words that change what the rest means: nothing that lacks one, or adds one, is near.
NEGATING = (
    "no not never without none neither nor cannot dont doesnt didnt isnt arent wasnt werent cant"
    " wont couldnt wouldnt shouldnt hasnt havent hadnt"
)
NEGATIONS = frozenset(NEGATING.split())
#: Tokens without which it is another answer.
TURNING = NEGATIONS | {FRACTION}
#: Words that must not be drawn into the next: "not able" is not "notable".
APART = NEGATIONS | {"a", "an"}

MONTH_NAMES = frozenset(MONTHS.values())
#: A number in a date that is higher is a year.
LAST_DAY = 31

#: From this similarity on a misspelling is called almost right, in [0, 1].
NEAR = 0.75


def grade_text_entry(
    entry: TextEntry, response: object, stem: str = "", others: Collection[str] = ()
) -> Score:
    """All or nothing.

    Forgiven are case, accents, punctuation, articles, white space, number words,
    usual abbreviations of units behind a number, words of the stem said again, and slips
    (see quizlib.grading.typos); never another number or name, nor a slip that makes one of
    `others`.
    """
    if not isinstance(response, str):
        raise InvalidResponse(response, "text")
    key = key_line(entry)
    if not response.strip():
        return Score(points=0, right=False, feedback=unanswered(key))
    answer = tokens(response)
    accepted = [
        (reading, _names(words)) for words in entry.accepted for reading in _readings(words)
    ]
    readings = [answer, _without_stem(answer, stem)]
    if any(_same(reading, *words) for reading in readings for words in accepted):
        return Score(points=1, right=True, feedback=RIGHT)
    if _known(answer, response, others):
        near = any(_part_of_date(answer, tokens(words)) for words in entry.accepted)
    elif any(_misspelt(reading, *words) for reading in readings for words in accepted):
        return Score(points=1, right=True, feedback=told("Right", key, response))
    else:
        near = any(_near(answer, words) for words in _own(entry.accepted))
    return Score(points=0, right=False, feedback=told("Almost" if near else "Wrong", key, response))


def _readings(words: str) -> list[Sequence[Token]]:
    """The tokens of an accepted answer, and of what it may be shortened to.

    A share may be named by its part ("fifth" for "a fifth"), a place by its number ("6" for
    "sixth"), a prefix without its hyphen.
    """
    whole = tokens(words)
    found: list[Sequence[Token]] = [whole]
    if whole[:2] == (Decimal(1), FRACTION) and len(whole) > 2:
        found.append((whole[2], PLACE, *whole[3:]))
    elif PLACE in whole:
        found.append([token for token in whole if token != PLACE])
    if words.endswith("-") and words.islower():
        found.append(tokens(words.rstrip("-")))
    return found


def _own(accepted: Sequence[str]) -> list[Sequence[Token]]:
    """The key, and what else is right but a part of it: the surname alone is near to no other."""
    key, *others = map(tokens, accepted)
    return [key, *(words for words in others if not set(words) <= set(key))]


def _without_stem(answer: Sequence[Token], stem: str) -> Sequence[Token]:
    """The answer without words that the stem said; the whole where it offers a choice."""
    said = {word for word in tokens(stem) if isinstance(word, str)} - TURNING - {PLACE}
    return answer if "or" in said else [word for word in answer if word not in said]


def _known(answer: Sequence[Token], response: str, others: Collection[str]) -> bool:
    """Whether the answer is one of `others`; only those of about its length are read."""
    length = len(response.strip())
    return any(tokens(other) == answer for other in others if abs(len(other) - length) <= 5)


def _names(words: str) -> frozenset[Token]:
    """The tokens of words with a capital: they are held to be names."""
    capital = [word for word in words.split() if any(category(letter) == "Lu" for letter in word)]
    return frozenset(token for word in capital for token in tokens(word))


def _same(answer: Sequence[Token], accepted: Sequence[Token], names: Collection[Token]) -> bool:
    measured = any(isinstance(token, Decimal) for token in accepted)
    if len(answer) == len(accepted):
        pairs = zip(answer, accepted, strict=True)
        return all(
            a == b
            or (b not in names and (_plural(a, b) or _plural(b, a)))
            or (measured and same_unit(a, b))
            for a, b in pairs
        )
    return _run_together(answer) == _run_together(accepted) != ""


def _plural(one: Token, many: Token) -> bool:
    """Whether `many` is `one` with an "s"; not in short words or after another "s".

    Of a name it makes another one: Adam is not Adams.
    """
    return isinstance(one, str) and len(one) > 3 and one[-1] != "s" and many == f"{one}s"


def _run_together(words: Sequence[Token]) -> str:
    """The words as one, as "database" for "data base"; nothing where that is not safe."""
    safe = all(isinstance(word, str) and word not in APART for word in words)
    return "".join(map(str, words)) if safe else ""


def _misspelt(answer: Sequence[Token], accepted: Sequence[Token], names: Collection[Token]) -> bool:
    """Whether the answer differs in slips alone, in at most one word of three."""
    if len(answer) != len(accepted):
        return False
    unlike = [(a, b) for a, b in zip(answer, accepted, strict=True) if a != b]
    return len(unlike) <= 1 + len(accepted) // 3 and all(
        isinstance(a, str) and isinstance(b, str) and is_slip(a, b, name=b in names)
        for a, b in unlike
    )


def _part_of_date(answer: Sequence[Token], accepted: Sequence[Token]) -> bool:
    """Whether it is a date that tells less than the right one does, as "1789" for "May 1789"."""
    mine, right = set(answer), set(accepted)
    dated = all(isinstance(token, Decimal) or token in MONTH_NAMES for token in right)
    if not dated or not right & MONTH_NAMES or not mine < right:
        return False
    return any(token in MONTH_NAMES or Decimal(token) > LAST_DAY for token in mine)


def _near(answer: Sequence[Token], accepted: Sequence[Token]) -> bool:
    """Whether it is worth telling that the answer was close: in words, number or spelling."""
    mine, right = set(answer), set(accepted)
    if (mine ^ right) & TURNING:
        return False
    if mine < right or right < mine:
        return True
    mine_numbers, right_numbers = _numbers(answer), _numbers(accepted)
    if right_numbers or mine_numbers:
        in_words = {word for word in mine & right if isinstance(word, str)}
        return mine_numbers == right_numbers or (bool(in_words) and bool(mine_numbers))
    return _similar(" ".join(map(str, answer)), " ".join(map(str, accepted)))


def _numbers(words: Sequence[Token]) -> list[Decimal]:
    return sorted(word for word in words if isinstance(word, Decimal))


def _similar(answer: str, accepted: str) -> bool:
    from rapidfuzz.distance import OSA

    same_start = answer[:1] == accepted[:1]
    return same_start and OSA.normalized_similarity(answer, accepted) >= NEAR
