"""What shape a glossary's meanings have, and which of the questions about a term they fit.

"The top of a wall" answers "What does “coping” mean?"; "the whole cover slips on smooth ground"
explains a term and is no meaning of it, and "see section" is neither.
"""

from __future__ import annotations

import re
from functools import cache

from quizlib.language.text import words

#: Letters; so long a word of a meaning gives away a term that it is a part of.
LONG = 7
#: Letters of a shorter word that opens the term: "tools" in "tooling".
STEM = 4
#: Words before the verb of a clause, at the most: "the entire snow cover slips".
BEFORE = 6

_ELSEWHERE = re.compile(r"^(?:see(?: also| under)?|cf\.?|compare|same as|→|=)(?=\s)", re.IGNORECASE)
#: A verb that holds a clause together, unless what stands before it opens another.
_FINITE = re.compile(
    r"^(?:is|are|was|were|has|have|had|can|could|may|might|must|will|would|should|does|do|did"
    r"|(?:is|are|was|were|does|do|did|ca|wo|would|should|could)n['’]t|cannot)$",
    re.IGNORECASE,
)
_OPENING = frozenset(
    """
    that which who whom whose where when while what how why if as because so than until since
    although though whenever unless before after
    """.split()
)
_DETERMINERS = frozenset("the a an each every some all any its their".split())
_OF = frozenset("of for with by in on at from to".split())
_AFTER = frozenset(
    """
    on in at from to into onto over off down up away out through across along around under by
    against toward towards
    """.split()
)
#: "Five steps, from low to high": what it has, and not what it is.
_COUNTING = re.compile(
    r"^(?:two|three|four|five|six|seven|eight|nine|ten|\d+|several|various) (?:[\w-]+ )?\w+s\b",
    re.IGNORECASE,
)
#: What follows a meaning: "Also signature, or gathering.", "Americans say super."
_OTHER_NAME = re.compile(
    r"^[ .;,(]*(?:also\b|aka\b|or\b|(?:the )?\w+ say\b|syn\w*\b|alias\b"
    r"|(?:sometimes|often|usually|otherwise|also) (?:called|known|named)|called\b|known as\b)",
    re.IGNORECASE,
)


#: A second meaning behind the first.
_SECOND = re.compile(r"^[ .;,(]*also,? (?:the|an?)\b", re.IGNORECASE)
#: What tells one what to do, or chats, and says of nothing what it is.
_TALKING = re.compile(
    r"^(?:what|put|give|start|take|turn|press|lift|keep|let|ask|try|one (?:that|which|who))"
    r"(?=\s|['’]|$)|…|\.\.\.|\b(?:sorry|we|our|I|where you)\b",
    re.IGNORECASE,
)


def talks(meaning: str) -> bool:
    """Whether it is no meaning, but advice, a joke, or "one that …": one of what?"""
    return _TALKING.search(meaning) is not None


def elsewhere(meaning: str) -> bool:
    """Whether it only points to another entry: "see section"."""
    return _ELSEWHERE.search(meaning) is not None


def pointed_to(meaning: str) -> str:
    """The entry that "see section" points to, in small letters; "" where it points to none."""
    found = _ELSEWHERE.search(meaning)
    return meaning[found.end() :].strip(" .“”\"'").casefold() if found else ""


def named_otherwise(rest: str) -> bool:
    """Whether what follows a meaning gives the term other names: they are right as well."""
    return _OTHER_NAME.search(rest) is not None


def meant_twice(rest: str) -> bool:
    """Whether what follows a meaning is a second one: "Also the ribbon that marks the place."."""
    return _SECOND.search(rest) is not None


def counts(term: str, meaning: str) -> bool:
    """Whether it counts the parts of one thing, and does not say what that is."""
    several = term.endswith("s") and not term.endswith("ss")
    return _COUNTING.search(meaning) is not None and not several


def plural(term: str, meaning: str) -> bool:
    """Whether term and meaning are both of several things: "endpapers: the leaves at front"."""
    named = re.split(r" (?:of|in|at|on|for|from|with|by)\b", term, maxsplit=1)[0]
    last = named.rsplit(maxsplit=1)[-1].casefold()
    if not last.endswith("s") or last.endswith(("ss", "us", "is", "ics")):
        return False
    head = re.split(
        r"[,;:(]| (?:of|in|at|on|by|for|from|with|that|which|who|to|used|made)\b",
        meaning,
        maxsplit=1,
    )
    return head[0].endswith("s") and not re.match(
        r"(?:an?|one|any|each|every)\b", meaning, re.IGNORECASE
    )


def explains(meaning: str) -> bool:
    """Whether a meaning is a clause, so that the term cannot "mean" it.

    A subject and its verb open it, with nothing between that opens another clause.
    """
    head = re.split(r"[,;:(]", meaning, maxsplit=1)[0].split()
    told = [word.casefold() for word in head]
    if told and _verb_only(told[0]):
        return True  # "begins at one spot and spreads out"
    for place, word in enumerate(told[: BEFORE + 1]):
        if word in _OPENING:
            return False
        if place and _FINITE.match(word):
            return True
        behind = told[place - 1] in _OF | _DETERMINERS
        slips = (
            not behind and 1 < place < len(told) - 1 and told[place + 1] in _AFTER and _verb(word)
        )
        if slips and told[0] in _DETERMINERS and not told[place - 1].endswith("s"):
            return place > 2 or _verb_only(word)
    return False


@cache
def _verb(word: str) -> bool:
    """Whether it may be a verb of the third person: "slips"."""
    from lemminflect import getAllLemmas

    lemmas = getAllLemmas(word)  # type: ignore[no-untyped-call]
    return word.endswith("s") and any(word != lemma for lemma in lemmas.get("VERB", ()))


@cache
def _verb_only(word: str) -> bool:
    """Whether it is a verb of the third person and no noun of several: "begins"."""
    from lemminflect import getAllLemmas

    return _verb(word) and "NOUN" not in getAllLemmas(word)  # type: ignore[no-untyped-call]


def holds(meaning: str, term: str) -> bool:
    """Whether a word of the term stands in its own definition, or nearly: "Guillotin"."""
    own = {word for word in term.casefold().split() if len(word) > STEM - 1}
    said = meaning.casefold()
    long = [word for word in words(said) if len(word) >= LONG]
    near = {word.removesuffix("s") for word in words(said)}
    return (
        any(word in said for word in own)
        or any(word in part or part in word for word in long for part in own)
        or any(_made_of(word, part) for word in near for part in own)
        or any(part in (f"{word}ing", f"{word}ed", f"{word}er") for word in near for part in own)
    )


def _made_of(word: str, part: str) -> bool:
    """Whether a word is the first part of another: "acidification"; no "bittern" of "bitter"."""
    return len(word) >= STEM and part.startswith(word) and len(part) - len(word) >= STEM - 1


def abbreviates(term: str, meaning: str) -> bool | None:
    """Whether an abbreviation's letters begin the words of the meaning; None where it is none."""
    if not (term.isupper() and term.isalpha() and 1 < len(term) <= BEFORE):
        return None
    return "".join(word[0] for word in words(meaning)).upper().startswith(term)
