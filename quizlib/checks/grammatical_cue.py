"""The stem's grammar does not tell which option is right."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from quizlib.checks._examples import example
from quizlib.checks._finding import Flaw, asked, judges, keys, wrong
from quizlib.checks._wording import ENGLISH
from quizlib.language.text import bare, words
from quizlib.model import Bank, Choice, Document, Problem, Severity, TextEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    Fits = Callable[[str], bool | None]  # None: there is no telling

_BARN = "At Westhaven, salt was kept in "

ARTICLE_CUE = Flaw(
    code="article-cue",
    severity=Severity.WARNING,
    cure="Let the stem fit every option, as by “a(n)”, or put the articles into the options.",
    bad=(example("choice", f"{_BARN}an ______.", "attic", distractors=("barn", "cellar")),),
    good=(example("choice", f"{_BARN}a(n) ______.", "attic", distractors=("barn", "cellar")),),
)
NUMBER_CUE = Flaw(
    code="number-cue",
    severity=Severity.WARNING,
    cure="Let the stem fit every option, or make all options singular or plural.",
    bad=(
        example(
            "choice", "What are people who dry salt called?", "salters", distractors=("cooper",)
        ),
    ),
    good=(
        example(
            "choice", "What are people who dry salt called?", "salters", distractors=("coopers",)
        ),
    ),
)
ARTICLE_BEFORE_GAP = Flaw(
    code="article-before-gap",
    severity=Severity.NOTE,
    cure="Put the article into the gap, or write “a(n)”.",
    bad=(example("cloze", f"{_BARN}an ______.", "attic"),),
    good=(example("cloze", f"{_BARN}______.", "an attic", "attic"),),
)

_ARTICLE = re.compile(r"\b([Aa]n?)(?: _{3,}| *[:…]*$)")
_PLURAL = re.compile(
    r"\b(are|were|these|those|several|many|two|three|four|five) _{3,}"
    r"|^what (are|were)\b.* called\W*$",
    re.IGNORECASE,
)
_SINGULAR = re.compile(
    r"\b(is|was|this|each|every) _{3,}|^what (is|was)\b.* called\W*$", re.IGNORECASE
)

#: "Which animals lay …", but not "Which lies by the sea?".
_WHICH = re.compile(
    r"which ([a-z]+) (?!(?:of|on|in|by|at|to|for|from|with|the|an?|as|into|over|under)\b)[a-z]",
    re.IGNORECASE,
)

#: Written with a vowel, spoken with a consonant; and the other way round.
_CONSONANT = re.compile(r"uni(?!n|m)|us[aeu]|uti|ubi|ura|ute|eu|one\b|once|[^aeiou]", re.IGNORECASE)
_SILENT = re.compile(r"hour|honest|honou?r|heir|8|1[18]\b", re.IGNORECASE)

#: Has its own article, or is spelled out (an FBI agent, a NATO base).
_ARTICLED = re.compile(r"(?:the|an?) |[A-Z]\.?[A-Z]", re.ASCII)

#: A noun's number is read before these: "coopers of the town", "coopers who …".
_AFTER_NOUN = re.compile(r" (?:of|in|on|at|for|from|to|with|by|that|which|who|and|or)\b|[,(]")
#: Nouns whose number their end does not tell, and what is no noun alone.
_UNTOLD = re.compile(
    r".*(?:ss|us|is|ics|ae|men|ia|ena)|news|series|species|means|people|children|feet|teeth"
    r"|mice|geese|cattle|police|data|media|criteria|sheep|fish|deer|aircraft|.*[^a-z'-].*"
)
_NO_NOUN = re.compile(r"(?:in|on|at|by|to|for|from|with|under|as|because|that|very|not)\b|.* and ")


class GrammaticalCue:
    summary = "the stem's grammar does not tell which option is right"
    why = (
        "An option that does not go on with the stem is ruled out by grammar alone. Haladyna,"
        " Downing and Rodriguez (2002): avoid grammatical inconsistencies that cue the key. A gap"
        " that is typed tells by its article how the word begins."
    )
    flaws = (ARTICLE_CUE, NUMBER_CUE, ARTICLE_BEFORE_GAP)

    def check(self, bank: Bank, documents: Mapping[str, Document]) -> Iterable[Problem]:
        for item, interaction in asked(bank, ENGLISH):
            article = _ARTICLE.search(item.stem)
            if isinstance(interaction, TextEntry) and article:
                message = f"{article[1]!r} before its gap tells how the key begins"
                yield ARTICLE_BEFORE_GAP.of(bank, item, message)
            if isinstance(interaction, Choice) and not judges(interaction):
                for flaw, told, fits in _demands(item.stem):
                    misfit = _misfit(interaction, fits)
                    if misfit is not None:
                        message = f"{told!r} in its stem rules {misfit!r} out"
                        yield flaw.of(bank, item, message)
                if noun := _told_by_noun(item.stem, interaction):
                    yield NUMBER_CUE.of(
                        bank, item, f"{noun!r} in its stem rules all but the key out"
                    )


def _told_by_noun(stem: str, choice: Choice) -> str:
    """The noun that only the keys go with in number: "Which animals …" among singular options."""
    found = _WHICH.match(stem)
    # A class of things may be named by its number: "human rights" is one concern.
    nouns = all(" " not in bare(option) for option in choice.options)
    if found is None or not nouns or _UNTOLD.fullmatch(found[1].casefold()):
        return ""
    fits = partial(_is_plural, asked=found[1].endswith("s"))
    alone = all(fits(key) for key in keys(choice)) and all(
        fits(option) is False for option in wrong(choice)
    )
    return found[1] if alone else ""


def _demands(stem: str) -> Iterator[tuple[Flaw, str, Fits]]:
    """What the stem's grammar asks of every option, with the word that asks it."""
    if article := _ARTICLE.search(stem):
        yield ARTICLE_CUE, article[1], partial(_follows, article[1].casefold())
    for pattern, plural in ((_PLURAL, True), (_SINGULAR, False)):
        if found := pattern.search(stem):
            yield NUMBER_CUE, found[1] or found[2], partial(_is_plural, asked=plural)


def _misfit(choice: Choice, fits: Fits) -> str | None:
    """A wrong option that surely does not fit where every key surely does."""
    if not all(fits(key) for key in keys(choice)):
        return None
    return next((option for option in wrong(choice) if fits(option) is False), None)


def _follows(article: str, option: str) -> bool | None:
    """Whether the option can stand behind the article, by the sound that it begins with."""
    first = option.split(" ", maxsplit=1)[0]
    if not first[:1].isascii() or not first[:1].isalnum() or _ARTICLED.match(option):
        return None
    vowel = bool(_SILENT.match(first)) or not _CONSONANT.match(first)
    return vowel == (article == "an")


def _is_plural(option: str, *, asked: bool) -> bool | None:
    """Whether the option, a common noun, has the number asked for."""
    noun = words(_AFTER_NOUN.split(option)[0])[-1:]
    if not noun or _NO_NOUN.match(option) or _UNTOLD.fullmatch(noun[0]):
        return None
    return noun[0].endswith("s") == asked


rule = GrammaticalCue()
