"""Words of an author's question or answer that point at the page: "the same rubber bed".

Who reads the page knows which; no topic before the question tells it to anybody else.
"""

from __future__ import annotations

import re

_STEM = 5  # letters: "tile" and "tiles" are one word

_IN_QUESTION = re.compile(
    r"\binstead\b(?! of)|\b(?:how|what|who|where|when|which|anything|anyone|nothing) else\b"
    # "The big Japanese one".
    r"|\b(?:the|a|my|your) (?:[\w-]+ ){1,3}ones?(?![\w-])(?! of\b)"
    r"|\bthat (?:night|day|evening|morning|afternoon|weekend|week|month|year|time|season|place)\b"
    r"|\bthe \d{1,2}(?:st|nd|rd|th)\b(?! (?:century|centuries|[A-Z]|of [A-Z]))"
    r"|^then\b|\bthen\?|\bthe link\b|\bsame\?",
    re.IGNORECASE,
)
#: "Who can have one?": no "one of", "one day", "anyone", "how does one".
_ONE = re.compile(
    r"(?<!\bdoes )(?<!\bcan )(?<!\bmay )(?<!\bno )(?<!\bthis )(?<!\bthat )(?<!\beach )\bone"
    r"(?=\?|,| (?:on|in|at|for|from|with|if|when|by|to|without)\b)"
    r"|\bone(?= (?:costs?|lasts?|weighs?)\b)"
)
#: "Do you lend books?": who that is, the page shows. "How do you fold it?" asks anybody.
_TO_AUTHOR = re.compile(
    r"^(?!how (?:do|can|would) you\b)(?:[\w']+ ){0,3}?(?:do|will|did|would|have) you"
    r"(?! (?:need|have to|get|know|say|call|mean))\b|\bwill you be\b"
    r"|\bare you (?:open|looking|doing|planning|based|going|closed|the|a|an)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^\(|^(?:then|otherwise|instead|also|however|likewise|the rest|the others?|these)\b"
    r"|^those\b(?! (?:of|who|that|with|in)\b)"
    r"|^(?:same|the same) \w+\.|^this\b|^see\b"
    r"|^(?:yes|no|not [^,.;:]*)?[,.;:]? ?(?:and |but )?(?:this|that)(?: is|['’]s) (?:why|how)\b",
    re.IGNORECASE,
)
_LINKED = re.compile(
    r"\b(?:is|are|see|click|read|find|found|listed|give|apply|book|download|look) (?:\w+ )?"
    r"(?:here|below|above|overleaf)\b|\bhere[).]*$|\bthe link\b"
    r"|\bthis (?:page|site|website|leaflet|form|guide|document|link|sheet|table)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(
    r"\b(?:tonight|tomorrow|yesterday|last time|(?:this|last|next) (?:week|month|year|spring|summer"
    r"|autumn|winter|season|time))\b"
    r"|\b(?:the|on|from|until|by) (?:the )?\d{1,2}(?:st|nd|rd|th)\b"
    r"(?! (?:century|centuries|[A-Z]|of))"
    r"|\bthat (?:night|day|evening|morning|afternoon|weekend|week|month|season)\b",
    re.IGNORECASE,
)
#: "The same bed", "these frequencies", "the present dam": to be named before, or the page does.
_POINTED = re.compile(
    r"\b(?:the same (?!time\b|as\b|way\b|thing\b|place\b|person\b|day\b|year\b|amount\b|number\b"
    r"|rate\b|goes\b|is\b|for\b|applies\b)|these |those (?!who\b|that\b|which\b|of\b|in\b|with\b"
    r"|whose\b|at\b|on\b|for\b|from\b|under\b|over\b|aged\b|born\b|\w+ed\b|\w+ing\b)"
    r"|this |the (?:present|existing|latter|former|next|other|above|said) )"
    r"((?:[\w-]+ ){0,2}?[\w-]+)(?=[ ,.;:?!)]|$)",
    re.IGNORECASE,
)
#: "This is", "these are", "that can": the pronoun stands for what the key has said.
_NO_NOUN = re.compile(
    r"(?:is|are|was|were|can|may|must|will|would|should|has|have|means?|makes?|does|do|did|one|ones"
    r"|include|to|and|or)\b",
    re.IGNORECASE,
)


def question_hangs(question: str) -> bool:
    """Whether a question needs the page: "How else can I tell?", "Why the big one?"."""
    return bool(_IN_QUESTION.search(question) or _TO_AUTHOR.search(question))


def asks_for_one(question: str) -> re.Match[str] | None:
    """The "one" of a question that does not say one of what: "Who can have one?"."""
    return _ONE.search(question)


def key_hangs(question: str, key: str) -> bool:
    """Whether an answer needs the page, or what the page links to."""
    if _OPENING.search(key) or _LINKED.search(key) or _WHEN.search(key):
        return True
    for found in _POINTED.finditer(key):
        if _NO_NOUN.match(found[1]):
            continue
        before = f"{question} {key[: found.start()]}".casefold()
        nouns = [word for word in found[1].casefold().split() if len(word) > 2]
        if not any(noun.removesuffix("s")[:_STEM] in before for noun in nouns):
            return True
    return False
