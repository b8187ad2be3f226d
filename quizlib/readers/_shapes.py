"""What a line of text looks like: a question, a list entry, a heading, a definition …

Shapes that authors give to plain text and to Markdown alike; nothing here knows a format.
"""

from __future__ import annotations

import re

_QUESTION_END = re.compile(r"[?？؟][\"'”’»)\]*_]*$")
_SENTENCE_END = re.compile(r"[.!?…。！？؟][\"'”’»)\]]*$")
_LEADING_ON = re.compile(r"[:;,][\"'”’»)\]]*$")
_BREAK = re.compile(r"(\S*[.!?])[\"”’)\]]*\s+(?=\S)")
_ABBREVIATIONS = frozenset(
    "mr. mrs. ms. dr. prof. st. vs. no. nos. jr. sr. cf. approx. gen. col. sen. gov.".split()
)
_OPENINGS = re.compile(
    r"""(?:(?:in|at|on|by|for|from|to|of|with|under|about|after|before|during|through|since|until
        |within|into|against)\s+)?
    (?:who|whom|whose|what|when|where|which|why|how
       |is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|shall|should|may|might
       |must|isn.t|aren.t|wasn.t|weren.t|don.t|doesn.t|didn.t|hasn.t|haven.t|can.t|couldn.t|won.t
       |wouldn.t|shouldn.t|if|according)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ELLIPTICAL = re.compile(
    r"(?:(?:what|how)\s+about|why\s+not|what\s+if|so\s+what|how\s+so)\b", re.IGNORECASE
)
_POINTING = re.compile(r"\b(?:it|this|that|these|those|they|them|he|she|him|her)\b", re.IGNORECASE)
_BULLET = re.compile(r"(?:[-*+•–—‣◦▪·●○]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))\s+(?=\S)")
_NUMBER = re.compile(r"\(?\d{1,3}[.)]\s+")
_RULE = re.compile(r"([-*_=~•–—#])(?:\s*\1)*\s*")
_GLOSSARY = re.compile(
    r"""(?:(?:key|important|useful|new|main|basic|technical|some)\s+)*
    (?:(?:definitions?|glossary|vocabulary|terminology|key\s+terms)(?:\s+(?:of|for|and|used|in)\b.*)?
       |terms|key\s?words|(?<=\s)(?:words|concepts)
       |(?:words|terms|vocabulary|concepts)\s+(?:to|(?:that\s+)?you\s+(?:should|must|need\s+to))
        \s+(?:know|learn|remember|understand)|words\s+explained|what\s+the\s+words\s+mean)
    \s*:?""",
    re.IGNORECASE | re.VERBOSE,
)
_DEFINED = re.compile(r"(?<=\S)(?:\s*:\s+|\s+[-–—=]\s+)(?=\S)")
_QUESTIONS = re.compile(
    r"\bFAQs?\b|\bQ ?& ?A\b|\b(?:common|frequent\w*(?: asked)?|your|ten|\d+) questions\b"
    r"|\bquestions (?:and answers|answered)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:in\s+(?:conclusion|short|summary|sum|brief|closing)|to\s+(?:conclude|sum\s+up|summarise"
    r"|summarize)|overall,|all\s+in\s+all|disclaimer|note)\b",
    re.IGNORECASE,
)


def ends_asking(text: str) -> bool:
    """Whether `text` ends in a question mark."""
    return _QUESTION_END.search(text) is not None


def asks(text: str) -> bool:
    """Whether `text` is one question and nothing else, of at most 60 words."""
    words = text.split() if len(text) <= 600 else []
    return (
        1 < len(words) <= 60
        and ends_asking(text)
        and not any(_ends_sentence(found[1]) for found in _BREAK.finditer(text))
    )


def asks_directly(text: str) -> bool:
    """Whether a question opens like one that wants an answer, not like a turn of talk."""
    text = text[number(text) :].lstrip("\"'“‘«(¿ ")
    return _OPENINGS.match(text) is not None and _ELLIPTICAL.match(text) is None


def points_back(question: str) -> bool:
    """Whether a short question speaks of nothing by name: "What does this mean?"."""
    return len(question.split()) <= 6 and _POINTING.search(question) is not None


def _ends_sentence(word: str) -> bool:
    if not word.endswith("."):
        return True
    bare = word.lstrip("\"'“‘(").lower()
    return not (bare in _ABBREVIATIONS or "." in bare[:-1] or len(bare) == 2)


def ends_sentence(line: str) -> bool:
    """Whether `line` ends in a mark that ends a sentence."""
    return _SENTENCE_END.search(line) is not None


def bullet(line: str) -> int:
    """The length of the list mark that `line` begins with, 0 if there is none."""
    found = _BULLET.match(line)
    return found.end() if found else 0


def number(line: str) -> int:
    """The length of the number that `line` begins with, as "3. " or "(4) "; 0 for none."""
    found = _NUMBER.match(line)
    return found.end() if found else 0


def numbered(line: str) -> bool:
    """Whether `line` begins with a number as list entries and headings do."""
    return _NUMBER.match(line) is not None


def rule(line: str) -> bool:
    """Whether `line` is nothing but a separator: "-", "---", "* * *"."""
    return _RULE.fullmatch(line) is not None


def heads_glossary(heading: str) -> bool:
    """Whether definitions stand under a heading with these words."""
    return _GLOSSARY.fullmatch(heading.strip()) is not None


def definition(entry: str) -> tuple[int, int] | None:
    """Where the mark between a term and its definition stands in `entry`, if there is one.

    A term has at most eight words and holds no sentence.
    """
    found = _DEFINED.search(entry)
    if found is None or len(entry[: found.start()].split()) > 8:
        return None
    return None if ends_sentence(entry[: found.start()]) else found.span()


def closes(paragraph: str) -> bool:
    """Whether `paragraph` sums up, or speaks of the document, and answers nothing more."""
    return _CLOSING.match(paragraph) is not None


def shouted(line: str) -> bool:
    """Whether a short line is written in capitals, as some authors write headings."""
    letters = sum(character.isalpha() for character in line)
    return line.isupper() and len(line) <= 100 and letters >= 10 and len(line.split()) > 1


def heads_questions(heading: str) -> bool:
    """Whether a heading says that questions and answers follow."""
    return _QUESTIONS.search(heading) is not None


def heading(line: str) -> bool:
    """Whether a line on its own reads as a heading: short, capital first, no end mark."""
    first = next((c for c in line if c.isalnum()), "")
    return (
        bool(first)
        and not first.islower()
        and any(c.isalpha() for c in line)
        and len(line) <= 100
        and len(line.split()) <= 14
        and not ends_sentence(line)
        and not _LEADING_ON.search(line)
    )
