"""Nothing in the stem points to a text that the learner does not see."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked
from quizlib.checks._wording import ENGLISH, unquoted
from quizlib.language.text import FUNCTION_WORDS
from quizlib.model import Bank, Document, Match, Order, Problem, Severity
from quizlib.phrasing import regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_SAID = "The council abolished the salt tax in 1804."

DANGLING = Flaw(
    code="dangling-reference",
    severity=Severity.WARNING,
    cure="Name what is meant in the stem, or give the sentence before as context.",
    bad=(
        example("flashcard", "Why did they abolish the tax?", "because of smuggling"),
        example("flashcard", "What did this tax lead to?", "smuggling"),
        example("true_false", "It was abolished in 1804.", "True"),
        example("flashcard", "What will the council tax next year?", "rope"),
        example("short_answer", "Who also built a mole?", "Anna"),
    ),
    good=(
        example("flashcard", "Why did the council abolish the tax?", "because of smuggling"),
        example("flashcard", "Why did they do so?", "because of smuggling", context=_SAID),
        example("true_false", "The council lost its salt tax in 1804.", "True"),
        example("flashcard", "Why was it hard to tax salt?", "because of smuggling"),
        example("short_answer", "What was brine also called?", "pickle"),
    ),
)

_PERSONAL = frozenset("he she they him them it".split())
_PLACES = frozenset(("here", "there"))
_OWN = frozenset("his her hers their theirs its himself herself themselves itself".split())
_DEMONSTRATIVE = frozenset("this these that those".split())
_POINTING = _PERSONAL | _OWN | _DEMONSTRATIVE | _PLACES
_FRONTED = frozenset(
    """
    do does did is are was were has have had can could will would should may might must
    """.split()
)
_CLAUSE_ENDS = frozenset(",;:.?!")
_GOES_ON = frozenset("and but so or because when if while".split())
_DEFINING = frozenset("who that which whose with of in from".split())
_CHOOSING = frozenset("which what who one all any some none each both many most".split())
_COPULA = frozenset("is are was were".split())
_ASKING = frozenset("who what which whose where when why how".split())

_WORD = re.compile(r"_{3,}|[^\W_]+(?:['-][^\W_]+)*|[,;:.?!]")

#: "It" that stands for what follows: "is it hard to …", "it takes a day to …", "it rains".
_GOES_FOR = r"(?:to|that|for|when|if|how|whether|what|who)\b"
_EMPTY_IT = re.compile(
    rf"\b(?:is|was|be|been|makes?|made|finds?|found) it (?:\w+ ){{1,3}}?{_GOES_FOR}"
    r"|\bit (?:(?:is|was|has|be|been|will|would|may|might|can|could|takes?|took|costs?|means?"
    rf"|meant|seems?|seemed|appears?|appeared|becomes?|became) )+(?:\w+ ){{0,5}}?{_GOES_FOR}"
    r"|\bit (?:rain|snow)s?\b",
    re.IGNORECASE,
)
_LATTER = re.compile(
    r"\bthe (?:latter\b|former\b(?! \w)|above\b|aforementioned\b)|\bas mentioned\b"
    r"|\b(?:text|passage|paragraph|article|picture|image|photo|figure|table|diagram|map|graph"
    r"|chart) (?:above|below)\b(?! (?:the|an?)\b)"
    r"|\b(?:according to|in|from) the (?:passage|extract|excerpt)\b(?! (?:of|from|to|between)\b)"
    r"|\bsuch an?\b(?!.* (?:as|that)\b)"
    r"|\b(?:do|did|does) so\b(?! (?:much|many|well|badly|little|few|long|often|far)\b)"
    r"|\b(?:preceding|previous) (?:text|passage|paragraph|article|sentence)\b",
    re.IGNORECASE,
)
#: Times that only the day tells on which the text was written; a year in the stem may, too.
_WHEN = re.compile(
    r"\b(?<!the )(?<!every )(?:last|next) (?:week|weekend|month|year|season|spring|summer|autumn"
    r"|winter|night|decade|century)\b|\b(?:yesterday|tomorrow)\b(?!')"
    r"|\b(?:currently|nowadays|at present|at the moment)\b",
)
_YEAR = re.compile(r"\b[12]\d{3}\b")
#: Who or what "also" did something: beside whom or what, stood before.
_ALSO = re.compile(
    r"^(?:who|what|which \w+) also\b(?! (?:called|known|named|spel|written|referred))",
    re.IGNORECASE,
)


class DanglingReference:
    summary = "nothing in the stem points to a text that is not shown"
    why = (
        "Items are asked in any order, on paper and on cards: a he or a this whose meaning stood in"
        " the sentence before means nothing there. Name what is meant, or give the sentence as the"
        " item's context. Haladyna, Downing and Rodriguez (2002): include the central idea in the"
        " stem."
    )
    flaws = (DANGLING,)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank, ENGLISH):
            if item.context.strip() or isinstance(interaction, Order | Match):
                continue
            pointer = next(_dangling(unquoted(item.stem)), None)
            if pointer:
                message = (
                    f"nothing says what {pointer!r} in its stem means: name it, or give context"
                )
                yield DANGLING.of(bank, item, message)


def _dangling(stem: str) -> Iterator[str]:
    """The words of `stem` that point to nothing in it."""
    yield from _LATTER.findall(stem)
    yield from () if _YEAR.search(stem) else _WHEN.findall(stem)
    yield from ["also"] if _ALSO.search(stem) else []
    text = _EMPTY_IT.sub("so", stem)
    found = _WORD.findall(text)
    for place, word in enumerate(found):
        named = not (word.islower() or place == 0 or found[place - 1] in ".?!")  # "Who wrote It?"
        if named or word.casefold() not in _POINTING:
            continue
        if _points(word.casefold(), found[:place], found[place + 1 : place + 2]):
            yield word


def _points(word: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether a pointing word has nothing to point to."""
    last = before[-1].casefold() if before else ""
    if word in _DEMONSTRATIVE:
        return _shows(word, last, before, after)
    if word in _PLACES:  # "Who lived there?", but not "How many are there?"
        ends = not after or after[0] in _CLAUSE_ENDS
        return ends and last not in _COPULA and not _named(before)
    if word in _PERSONAL:
        names = any(not other.islower() for other in before[1:])
        return not _named(before) or (last in _FRONTED and _asks(before) and not names)
    # Who is asked for may own: "Who lost his ship?", but not "Who was his father?".
    return not _named(before) and (last in _COPULA or not _asks(before))


def _shows(word: str, last: str, before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether "this", "that", "these" or "those" shows something out of sight."""
    following = after[0].casefold() if after else ""
    if word == "that":  # mostly no pointer: "the king that …", "true that …"
        return last in _FRONTED and _asks(before) and not _named(before)
    if word == "those" and (following in _DEFINING or _named(before)):
        return False
    earlier = [other.casefold() for other in before]
    if last == "of" and _CHOOSING.intersection(earlier[-2:]):  # "which of these": the options
        return False
    clause = _CLAUSE_ENDS.intersection(earlier) or last in _GOES_ON
    return following not in earlier and not (clause and _named(before))


def _asks(before: Sequence[str]) -> bool:
    """Whether the words are a question's beginning, with no clause before it."""
    first = [word.casefold() for word in before[:2]]
    return bool(_ASKING.intersection(first)) and not _CLAUSE_ENDS.intersection(before)


def _named(before: Sequence[str]) -> bool:
    """Whether something has been named. A verb right behind who or what names nothing."""
    for place, word in enumerate(before):
        plain = word.casefold()
        asks = place == 1 and before[0].casefold() in _ASKING
        verb = asks and (plain.endswith("ed") or regular(plain) != plain)
        if word[0] == "_" or (plain.isalnum() and plain not in FUNCTION_WORDS and not verb):
            return True
    return False


rule = DanglingReference()
