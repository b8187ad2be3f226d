"""What a page is about, by its title, and how its text names that within a sentence."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from quizlib.language.dictionary import ordinary

LONGEST_TOPIC = 6  # words
SHORT = 3  # letters: "of" is written small in names
#: What a title says beside its topic.
_NO_TOPIC = re.compile(
    r"\b(?:questions?|answers?|answered|FAQs?|Q ?& ?A|guide|explained|advice|know|ask(?:s|ed)?)\b",
    re.IGNORECASE,
)
#: "Revised for the November election", "Our pans", "The guild and the language": no names.
_NO_NAME = re.compile(
    r"^(?:revised|updated|printed|published|version|leaflet|issue|edition|page|part|chapter|welcome"
    r"|home|about|help|dear|going|your|our|my|\d+|ten|things?)\b"
    r"|\band (?:the|your|our|its|their)\b",
    re.IGNORECASE,
)
#: The short name behind a long one: "Digital Economy Partnership Agreement (DEPA)".
_SHORT_NAME = re.compile(r"^.*\w \(([A-Z][\w-]*[A-Z][\w-]*)\)$")
#: Of what asks, or tells, all about one topic.
_ASKING = re.compile(rf"{_NO_TOPIC.pattern}|^(?:what|who) (?:is|are)\b", re.IGNORECASE)
_LISTING = re.compile(
    r"\b(?:questions|answers|answered|FAQs?|Q ?& ?A|ask us|asked)\b", re.IGNORECASE
)
_ON = re.compile(
    r"^.*\b(?:questions?|FAQs?|guide|asks?|asked)\b.*?\b(?:about|on|to) ", re.IGNORECASE
)
_ENDING = re.compile(
    r"(?<=\w),? (?:FAQs?|Q ?& ?A|questions and answers|(?:briefly )?(?:explained|answered))$",
    re.IGNORECASE,
)
_ASKED = re.compile(r"^(?:what|who) (?:is|are|was|were) ", re.IGNORECASE)
_TELLING = re.compile(r"^(?:how|why|when|where|what|who|which|is|are|do|does|can)\b", re.IGNORECASE)

#: Within a sentence, and not behind its first "The".
_WITHIN = r"(?<=[a-z,;] )(?<![Tt]he )(?<!\b[Aa] )(?<!\b[Aa]n )"


def lists_questions(title: str) -> bool:
    """Whether a title says that questions and answers follow."""
    return _LISTING.search(title) is not None


def asks_of_one(title: str) -> bool:
    """Whether the page asks, or tells, all about one topic: "Salt FAQ", "What is salt?"."""
    return _ASKING.search(title) is not None


@lru_cache(maxsize=2)  # for all questions of a page
def topic(title: str) -> str:
    """What a title says the text is about; "" where it names no thing.

    "Giving blood: your questions answered" is about giving blood, "What is OPEC?" about OPEC.
    """
    told = re.split(r"\s*[:|–—]\s*|\s+-\s+|(?<=\?)\s+", _ENDING.sub("", _ON.sub("", title)).strip())
    named = [part for part in told if part and not _NO_TOPIC.search(part)]
    if not named:
        return ""
    name = re.sub(r"(?:, (?:and|or) .*)?\?$", "", _ASKED.sub("", named[0])).strip()
    if short := _SHORT_NAME.match(name):
        return short[1]
    shouted = name.isupper() and " " in name
    if shouted or _TELLING.search(name) or _NO_NAME.search(name):
        return ""
    if len(name.split()) > LONGEST_TOPIC:
        return ""
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=2)
def named_in(text: str, name: str) -> str:
    """The topic as the text's sentences mostly name it, with its article; "" if none does.

    A title writes words large that are no names: "Quantitative Easing" is quantitative easing.
    Where sentences only begin with it, they show its article: "The Guild of Holm is …".
    """
    bare = re.sub(r"^(?:the|an?) ", "", name, flags=re.IGNORECASE)
    core = re.escape(bare)
    ways = re.compile(rf"{_WITHIN}(?:(?:the|an?) )?(?i:{core})(?=[ ,.;:?!)])")
    found: Counter[str] = Counter(ways.findall(text) if core else ())
    if found:
        return found.most_common(1)[0][0]
    proper = all(word[0].isupper() for word in bare.split() if len(word) > SHORT)
    begins = re.search(rf"(?:^|[.!?*]\s+)The {core} \w", text, re.MULTILINE) if core else None
    article = proper and (begins or name.startswith("The "))
    if article or _taken_up(text, bare):
        return f"the {bare}"
    return _several(bare)


def one_of(text: str, name: str) -> str:
    """One of the things that a title names, as the text has it: "a heat pump"; "" if it has none.

    Only of several is there one: "Heat pumps", and no "Electoral Commission".
    """
    if not name.endswith("s") or name.endswith("ss"):
        return ""
    found = re.search(rf"\b[Aa]n? (?i:{re.escape(name[:-1])})\b", text)
    return found.group()[:1].lower() + found.group()[1:] if found else ""


def _several(name: str) -> str:
    """Things of a sort need no article: "heat pumps"; "" where it is no name of such."""
    first, *others = name.split()
    sort = name.endswith("s") and not name.endswith("ss") and "and" not in others
    if not sort or not others or not all(word.islower() for word in others):
        return ""
    return first.lower() + name[len(first) :] if ordinary(first.lower()) else name


def _taken_up(text: str, name: str) -> bool:
    """Whether a long name is one thing, as "the shower" tells of a "Quadrantid meteor shower"."""
    *others, last = name.split()
    alone = last.isalpha() and last.islower() and not last.endswith("s")
    told = alone and re.search(rf"\b[Tt]he {last}\b", text)
    return bool(told) and len(others) > 1 and others[0][0].isupper()
