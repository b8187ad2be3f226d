"""GIFT: plain text that Moodle imports, and other learning platforms.

Source: https://docs.moodle.org/en/GIFT_format. Texts are HTML where Moodle takes HTML, since
nothing else keeps a wrong option that begins with "%50%", or an arrow in one, what it is.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, assert_never

from quizlib.exporters import NOTHING, Export, Options
from quizlib.exporters._view import show
from quizlib.model import Choice, ExtendedText, Match, Order, ProblemCode, Severity, TextEntry
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quizlib.exporters._view import Shown
    from quizlib.model import Bank, Problem

_SPECIAL = re.compile(r"[~=#{}:\\]")
#: What a group of answers with "=" must not hold as it is: it would be one of pairs.
_ARROW = "->"
#: Moodle's shares of a point have so many digits.
_DIGITS = 5
_TRUTH = ("True", "False")


class Gift:
    summary = "GIFT, plain text that Moodle and other learning platforms import"
    suffixes = (".gift", ".txt")
    options = Options

    def export(self, bank: Bank, options: Options = NOTHING) -> Export:
        shown, problems = show(bank)
        data = "\n\n".join(map(_question, shown)).encode() + b"\n"
        problems += [problem for item in shown for problem in _lost(item)]
        return Export(data, counted(len(shown), "question"), problems)


FEWER_ANSWERS = ProblemCode(
    name="fewer-answers",
    severity=Severity.WARNING,
    message="only its first answer is accepted there: GIFT takes “->” among several for a pair",
    cause="GIFT has no way to write this sign in one of several answers to be typed.",
    cure="Add the other answers in Moodle; or write the arrow in another way (→).",
    example={"where": "3f2a9c41d0b7"},
)


def _lost(item: Shown) -> Iterator[Problem]:
    if item.accepted and _has_arrow(item):
        yield FEWER_ANSWERS.at(item.id)


def _has_arrow(item: Shown) -> bool:
    return any(_ARROW in answer for answer in (*item.key, *item.accepted))


def _question(item: Shown) -> str:
    """The question with what is told of it in a comment above."""
    labels = [("id", item.id), *(("tag", tag) for tag in item.tags)]
    told = " ".join(f"[{name}:{_label(text)}]" for name, text in labels)
    asked = "\n".join(filter(None, [item.context, item.stem]))
    answers = "\n\t".join(filter(None, [*_answers(item), _general(item)]))
    group = answers if _is_truth(item) else f"\n\t{answers}\n"
    return f"// {told}\n{_html(asked)} {{{group}}}"


def _label(text: str) -> str:
    return re.sub(r"([\\\]])", r"\\\1", " ".join(text.split()))


def _answers(item: Shown) -> Iterator[str]:
    match item.interaction:
        case Choice(multiple=multiple):
            yield from _options(item, multiple=multiple)
        case TextEntry():
            yield from _typed(item)
        case ExtendedText():
            return
        case Match(left=left):
            right = [item.options[place] for place in item.right]
            spare = [o for place, o in enumerate(item.options) if place not in item.right]
            yield from _pairs([*zip(left, right, strict=True), *(("", o) for o in spare)])
        case Order():
            yield from _pairs((str(n), entry) for n, entry in enumerate(item.key, 1))
        case _:
            assert_never(item.interaction)


def _is_truth(item: Shown) -> bool:
    return isinstance(item.interaction, Choice) and item.options == _TRUTH


def _options(item: Shown, *, multiple: bool) -> Iterator[str]:
    if _is_truth(item):
        yield item.key[0].upper()
        return
    share = f"{100 / len(item.right):.{_DIGITS}f}".rstrip("0").rstrip(".")
    right, wrong = (f"~%{share}%", "~%-100%") if multiple else ("=", "~")
    for place, option in enumerate(item.options):
        yield f"{right if place in item.right else wrong}{_html(option)}"


def _typed(item: Shown) -> Iterator[str]:
    """The accepted answers; Moodle takes "*" for any words."""
    texts = (" ".join(answer.split()) for answer in (*item.key, *item.accepted))
    answers = [text.replace("*", "\\*") for text in texts]
    if _has_arrow(item):
        yield f"[plain]{_escaped(answers[0])}"
        return
    yield from (f"=[plain]{_escaped(answer)}" for answer in answers)


def _pairs(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Right sides are plain text in Moodle."""
    return (f"={_html(left)} -> {_escaped(right)}" for left, right in pairs)


def _general(item: Shown) -> str:
    """What is told behind every answer: explanation, quotes and source.

    To an essay the answer to compare with comes first, parted by a line.
    """
    quotes = [f"“{quote.words}”" for quote in item.quotes]
    told = _markup("\n".join(filter(None, [item.explanation, *quotes, item.source_line])))
    if isinstance(item.interaction, ExtendedText):
        told = "<hr>".join(filter(None, [_markup(item.key[0]), told]))
    return f"####[html]{_signs(told)}" if told else ""


def _html(text: str) -> str:
    return f"[html]{_signs(_markup(text))}"


def _markup(text: str) -> str:
    return html.escape(text, quote=False).replace("\n", "<br>")


def _escaped(text: str) -> str:
    return _signs(text).replace("\n", "\\n")


def _signs(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text)


exporter = Gift()
