"""What a page is about, by its title, and how its text names that within a sentence."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

LONGEST_TOPIC = 6  # words
#: What a title says beside its topic.
_NO_TOPIC = re.compile(
    r"\b(?:questions?|answers?|answered|FAQs?|Q ?& ?A|guide|explained|advice|know)\b", re.IGNORECASE
)
#: Of what asks, or tells, all about one topic.
_ASKING = re.compile(rf"{_NO_TOPIC.pattern}|^(?:what|who) (?:is|are)\b", re.IGNORECASE)
_LISTING = re.compile(r"\b(?:questions|answers|answered|FAQs?|Q ?& ?A)\b", re.IGNORECASE)
_ON = re.compile(r"^.*\b(?:questions?|FAQs?|guide)\b.*?\b(?:about|on|to) ", re.IGNORECASE)
_ENDING = re.compile(r"(?<=\w) (?:FAQs?|Q ?& ?A|questions and answers)$", re.IGNORECASE)
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
    if _TELLING.search(name) or len(name.split()) > LONGEST_TOPIC:
        return ""
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=2)
def named_in(text: str, name: str) -> str:
    """The topic as the text's sentences mostly name it, with its article; "" if none does.

    A title writes words large that are no names: "Quantitative Easing" is quantitative easing.
    """
    core = re.escape(re.sub(r"^(?:the|an?) ", "", name, flags=re.IGNORECASE))
    ways = re.compile(rf"{_WITHIN}(?:(?:the|an?) )?(?i:{core})(?=[ ,.;:?!)])")
    found = Counter(ways.findall(text)) if core else Counter()
    return found.most_common(1)[0][0] if found else ""
