"""One question of GIFT, its escapes exchanged for control characters, as a written question."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from quizlib.importers._questions import Written
from quizlib.model import GAP

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What is escaped -> a character that no clean text has.
ESCAPED = {sign: chr(number) for number, sign in enumerate("~=#{}:n\\", 1)}
_SIGNS = {mark: "\n" if sign == "n" else sign for sign, mark in ESCAPED.items()}
_UNESCAPED = str.maketrans(_SIGNS)
_NAME = re.compile(r"::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\[(html|moodle|plain|markdown)\]")
_MARKUP = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|div|img|a|sub|sup|ul|ol|li|code|pre|table|tr|td|th)\b[^<>]*>"
    r"|&(?:[a-zA-Z]+|#\d+);"
)
_WEIGHT = re.compile(r"%(-?\d+(?:\.\d+)?)%")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
#: The most whole numbers that are accepted one by one, for a tolerance.
_WHOLE = 100

PARTLY = "points for answers that are right in part"
ANY_OF = "the rule that one right option is enough: all are to be chosen"
WILDCARD = "the “*” that stands for any words in an answer"
TOLERANCE = "the tolerance of a number: only the number itself is right"


class LostQuestion(Exception):
    """What cannot be asked, and why."""


class Noted(list[str]):
    """What a question is taken without."""

    def add(self, what: str) -> None:
        if what not in self:
            self.append(what)


class _Answer(NamedTuple):
    """An answer; `weight` is in percent."""

    text: str
    weight: float
    feedback: str


def question(text: str, noted: Noted) -> Written:
    """The question in a block. Raises LostQuestion."""
    body = _NAME.sub("", text, count=1).strip() if text.startswith("::") else text
    begin, end = body.find("{"), body.find("}")
    if begin < 0 and end < 0:
        raise LostQuestion("it is a description: it has no answers in braces")
    if begin < 0 or end < begin or "{" in body[end:] or "{" in body[begin + 1 : end]:
        raise LostQuestion("it has not one pair of braces")
    before, answers, after = body[:begin], body[begin + 1 : end].strip(), body[end + 1 :]
    answers, _, told = answers.partition("####")
    form = _FORMAT.match(before)
    style = form[1] if form else "moodle"
    stem = plain(f"{before}{GAP}{after}" if after.strip() else before, style)
    asked = _asked(stem, answers.strip(), told.strip(), style, noted)
    if asked.kind == "flashcard":
        return asked._replace(stem=stem)
    explanation = "\n".join(filter(None, [plain(told, style), asked.explanation]))
    return asked._replace(stem=stem, explanation=explanation)


def _asked(stem: str, answers: str, told: str, style: str, noted: Noted) -> Written:
    """Kind, answers and their feedback."""
    if not answers:
        return _essay(told, style)
    if answers.startswith("#"):
        return _number(stem, answers[1:], style, noted)
    if "~" in answers:
        return _choice(answers, style, noted)
    if "=" in answers and "->" in answers:
        return _match(answers, style)
    said, *feedback = answers.split("#", 2)
    if said.strip().upper() in ("T", "TRUE", "F", "FALSE"):
        truth = "True" if said.strip().upper().startswith("T") else "False"
        told = "\n".join(plain(each, style) for each in reversed(feedback))
        return Written(0, kind="true_false", key=(truth,), explanation=told.strip())
    return _typed(stem, answers, style, noted)


def _essay(told: str, style: str) -> Written:
    """An essay's general feedback: the answer, and behind a line what else is told."""
    form = _FORMAT.match(told)
    style, told = (form[1], told[form.end() :]) if form else (style, told)
    key, _, rest = told.partition("<hr>")
    if not key.strip():
        raise LostQuestion("it is an essay without an answer to compare with")
    explanation = plain(rest, style)
    return Written(0, kind="flashcard", key=(plain(key, style),), explanation=explanation)


def _choice(answers: str, style: str, noted: Noted) -> Written:
    found = list(_answers(answers, style, wrong=0))
    if len(found) < 2:
        raise LostQuestion("it has but one option")
    whole = [answer for answer in found if answer.weight >= 100]
    partly = [answer for answer in found if 0 < answer.weight < 100]
    right = whole or partly
    if not right:
        raise LostQuestion("none of its options is right")
    if whole and partly:
        noted.add(PARTLY)
    if len(whole) > 1:
        noted.add(ANY_OF)
    key = tuple(answer.text for answer in right)
    return Written(
        0,
        kind="choice",
        key=key,
        distractors=tuple(answer.text for answer in found if answer not in right),
        explanation=_feedback(found, key),
    )


def _feedback(answers: list[_Answer], key: tuple[str, ...]) -> str:
    """What is said of the right answer, then of the others, each named."""
    alone = [a.feedback for a in answers if a.feedback and (a.text,) == key]
    named = [f"{a.text}: {a.feedback}" for a in answers if a.feedback and (a.text,) != key]
    return "\n".join([*alone, *named])


def _typed(stem: str, answers: str, style: str, noted: Noted) -> Written:
    marked = answers if answers.startswith("=") else f"={answers}"
    found = [answer for answer in _answers(marked, style, wrong=100) if answer.text != "*"]
    right = [answer for answer in found if answer.weight >= 100]
    if not right:
        raise LostQuestion("it has no answer that is wholly right")
    if len(right) < len([answer for answer in found if answer.weight > 0]):
        noted.add(PARTLY)
    key = tuple(answer.text.replace("\\*", "\0") for answer in right)
    if any("*" in text for text in key):
        noted.add(WILDCARD)
    texts = tuple(" ".join(text.replace("*", " ").split()).replace("\0", "*") for text in key)
    told = _feedback(found, texts[:1])
    return Written(0, kind=_typed_kind(stem), key=texts, explanation=told)


def _typed_kind(stem: str) -> str:
    return "cloze" if GAP in stem else "short_answer"


def _match(answers: str, style: str) -> Written:
    pairs = [pair.partition("->") for pair in answers.split("=")[1:]]
    if answers.partition("=")[0].strip() or not all(arrow for _, arrow, _ in pairs):
        raise LostQuestion("it has a pair without “->”")
    # Moodle takes the right sides for plain text, whatever the left ones are.
    sides = [(plain(left, style), plain(right, "plain")) for left, _, right in pairs]
    whole = [(left, right) for left, right in sides if left]
    return Written(
        0,
        kind="matching",
        prompts=tuple(left for left, _ in whole),
        key=tuple(right for _, right in whole),
        distractors=tuple(right for left, right in sides if not left),
    )


def _number(stem: str, answers: str, style: str, noted: Noted) -> Written:
    """A question for a number: `4`, `4:0.5` (the tolerance) or `3..5`."""
    given, _, wrong = answers.partition("~")
    marked = given.strip() if given.strip().startswith("=") else f"={given}"
    found = [answer for answer in _answers(marked, style, wrong=100) if answer.text]
    right = [answer for answer in found if answer.weight >= 100]
    if not right:
        raise LostQuestion("it has no number that is wholly right")
    if len(right) < len(found):
        noted.add(PARTLY)
    key = [number for answer in right for number in _accepted(answer.text, noted)]
    told = [_feedback(found, (found[0].text,)), plain(wrong.partition("#")[2], style)]
    return Written(
        0,
        kind=_typed_kind(stem),
        key=tuple(dict.fromkeys(key)),
        explanation="\n".join(filter(None, told)),
    )


def _accepted(given: str, noted: Noted) -> list[str]:
    """The numbers that are right, the middle first. Raises LostQuestion."""
    low, dots, high = given.partition("..")
    value, _, tolerance = given.partition(":")
    numbers = [part.strip() for part in ((low, high) if dots else (value, tolerance or "0"))]
    if not all(_NUMBER.fullmatch(number) for number in numbers):
        raise LostQuestion("its number is none")
    first, second = map(float, numbers)
    if not dots:
        if second == 0:
            return [numbers[0]]
        first, second = first - second, first + second
    if first.is_integer() and second.is_integer() and 0 <= second - first <= _WHOLE:
        middle = numbers[0] if not dots else str(int((first + second) // 2))
        return [middle, *map(str, range(int(first), int(second) + 1))]
    if dots:
        raise LostQuestion("a range of numbers has no one answer")
    noted.add(TOLERANCE)
    return [numbers[0]]


def _answers(text: str, style: str, *, wrong: float) -> Iterator[_Answer]:
    """The answers behind “=” and “~”; one behind “~” without a weight has that of `wrong`."""
    parts = re.split(r"([=~])", text)
    if parts[0].strip():
        raise LostQuestion("it has an answer without “=” or “~”")
    for sign, answer in zip(parts[1::2], parts[2::2], strict=True):
        rest = answer.strip()
        weight = _WEIGHT.match(rest)
        rest = rest[weight.end() :] if weight else rest
        words, _, feedback = rest.partition("#")
        share = float(weight[1]) if weight else (100 if sign == "=" else wrong)
        said = plain(words, style)
        if said:
            yield _Answer(said, share, plain(feedback, style))


def plain(text: str, style: str = "moodle") -> str:
    """What a person reads: escapes and markup resolved, line ends only where they are escaped."""
    from quizlib.importers._text import text as read

    bare = text.strip()
    if form := _FORMAT.match(bare):
        style, bare = form[1], bare[form.end() :]
    folded = " ".join(re.split(r"[ \n\t]+", bare.strip()))
    words = folded.translate(_UNESCAPED)
    if style == "html" or (style == "moodle" and _MARKUP.search(words)):
        try:
            return read(words.replace("\n", "<br>"))
        except ValueError:
            return html.unescape(words)
    return words.strip()
