"""Answers as tokens: what the spellings of one answer have in common.

Case, accents, punctuation, articles and white space go; numbers become values,
whether in digits or in words, and parts of a whole fractions ("a fifth" is 1/5). Two
answers with the same tokens are the same answer.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.grading.numbers import ORDINALS, PLACE, Token, value, with_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: Letters whose stroke or joint is no accent to Unicode.
STROKED = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "\u0131": "i"}

SUPERSCRIPT = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
#: Over Latin, Greek and Cyrillic letters; the points of Hebrew, the signs of Arabic vowels.
ACCENT = re.compile(
    "(?<=[a-z\u0370-\u04ff])[\u0300-\u036f]+|[\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652]+"
)
NOT_EQUAL = "=\u0338"  # as Unicode decomposes the sign
FRACTION = "\u2044"  # as in the decomposed ½
MINUS = "\u2212"
APOSTROPHES = "\u2019\u2018\u02bc`\u00b4"

NAMES = "january february march april may june july august september october november december"
MONTHS = {name[:length]: name for name in NAMES.split() for length in (3, 4, len(name))}

#: Words for a part of a whole, which is no whole number; a second is one of time.
PARTS = "|".join(word for word in ORDINALS if word not in {"first", "second"})
#: An ion, a blood group, a mark: what a minus behind it makes another one.
_CHARGED = r"[^\W\d_]{1,3}|[^\W\d_]\w*\d"
#: What shows that a part is meant: nothing more, or of what it is one.
_WHOLE = r"(?= of\b|[ .,;:!?)]*$)"

#: What is written in several ways, over folded text. Initials and possessives first.
PHRASES = (
    (re.compile(rf"(?:\b(?:a|one)[ -]|^)half{_WHOLE}"), f"1{FRACTION}2"),
    (re.compile(rf"(?:\b(?:a|one)[ -]|^)quarter{_WHOLE}"), f"1{FRACTION}4"),
    (re.compile(rf"\b(?:a|one)[ -]({PARTS}){_WHOLE}"), rf"1{FRACTION}\1"),
    (re.compile(r"(?<=\w)[ -]halves\b"), f"{FRACTION}2"),
    (re.compile(r"(?<=\w)[ -]quarters\b"), f"{FRACTION}4"),
    (re.compile(rf"(?<=\w)[ -]({PARTS})s\b"), rf"{FRACTION}\1"),
    (re.compile(r"(^|\b(?:of|at|to|about|from|and|between|than|below) )- (?=\.?\d)"), r"\1-"),
    (re.compile(rf"(?<!\w)({_CHARGED})-(?=[ .)]*$)"), r"\1 minus"),
    (re.compile(r"\b([^\W\d_])\.(?=[^\W\d_]\b)"), r"\1"),
    (re.compile(r"(?<=[^\W\d_])'"), ""),
    (re.compile(r"\bper ?cent\b"), "%"),
    (re.compile(r"(?<![^\W\d_])(?:km/h|kmh|kph)\b"), " km per hour"),
    (re.compile(r"(?<![^\W\d_])mph\b"), " miles per hour"),
    (re.compile(r"(?<![^\W\d_])(km|m|cm)(?: ?\^ ?)?2\b"), r" square \1"),
    (re.compile(r"\bsq\b\.?"), "square"),
    (re.compile(r"([$€£¥] ?[\d.,]*\d) ?m\b"), r"\1 million"),
    (re.compile(r"-([$€£¥])(?=\d)"), r" \1-"),
    (re.compile(r"(?<=\d)/(?=\d)"), FRACTION),
    (re.compile("!="), NOT_EQUAL),
    (re.compile("&"), " and "),
    (re.compile(rf"\b({'|'.join(MONTHS)})\.? of(?= \d{{3,4}}\b)"), r"\1"),
)

#: Thousands in groups of three; else one decimal point or comma; else a whole number.
PIECE = re.compile(
    r"""(?P<sign>(?<![\w.)%-])-)?
        (?: (?P<grouped>[1-9]\d{0,2}(?:(?:,\d{3})+|(?:\ \d{3})+|(?:'\d{3})+)(?:\.\d+)?)(?!\d)
          | (?P<plain>\d+(?:[.,]\d+)?|(?<!\w)\.\d+) )
        (?P<ordinal>(?:st|nd|rd|th)(?![^\W\d_]))?
      | (?P<word>[^\W\d_]+(?:\+\+|\#)?)
      | (?P<sole>\S)""",
    re.VERBOSE,
)

#: Behind a mark or a blood group: the "A" of "A-" is no article.
SIGNS = (["minus"], ["+"])
LEADING = frozenset({"a", "an", "in", "on", "at"})
CURRENCIES = frozenset("$€£¥")
#: Texts whose tokens are kept: the words of a bank come again and again, its quotes in every rule.
KNOWN = 2**12


@lru_cache(maxsize=KNOWN)
def tokens(text: str) -> tuple[Token, ...]:
    """The words and values of `text`; what has neither letters nor digits stands for itself."""
    folded = fold(text)
    for pattern, instead in PHRASES:
        folded = pattern.sub(instead, folded)
    found = _arranged(with_values(_without_articles(list(_pieces(folded)))))
    return tuple(found) or tuple(folded.split() or text.split())


def fold(text: str) -> str:
    """`text` without case, accents and invisible characters; white space is one space each."""
    raised = SUPERSCRIPT.sub(lambda match: "^" + unicodedata.normalize("NFKD", match[0]), text)
    apart = unicodedata.normalize("NFKD", raised.translate(_BEFORE)).casefold()
    bare = ACCENT.sub("", unicodedata.normalize("NFKD", apart).translate(_AFTER))
    return " ".join(bare.split())


class _Before(dict[int, str]):
    """Keeps numerals such as ½ and ₂ from running into the digits before them."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        apart = unicodedata.category(character) == "No"
        self[code] = f" {character} " if apart else character
        return self[code]


class _After(dict[int, str]):
    """One form for every dash, quote, space and digit; none for what is invisible."""

    def __missing__(self, code: int) -> str:
        self[code] = self._plain(chr(code))
        return self[code]

    def _plain(self, character: str) -> str:
        category = unicodedata.category(character)
        if category == "Nd":
            return str(unicodedata.decimal(character))
        if category == "Cf" or "\ufe00" <= character <= "\ufe0f":
            return ""
        if category in {"Cc", "Zs", "Zl", "Zp"} or character == "—":
            return " "
        if category == "Pd" or character == MINUS:
            return "-"
        return "'" if character in APOSTROPHES else STROKED.get(character, character)


_BEFORE, _AFTER = _Before(), _After()


def _pieces(folded: str) -> Iterator[Token]:
    for match in PIECE.finditer(folded):
        digits = match["grouped"] or match["plain"]
        if digits:
            yield value(digits, grouped=bool(match["grouped"]), negative=bool(match["sign"]))
            if match["ordinal"]:
                yield PLACE
        elif match["word"]:
            yield match["word"]
        elif match["sole"] == "%" or unicodedata.category(match["sole"])[0] in "SM":
            yield match["sole"]


def _without_articles(pieces: list[Token]) -> list[Token]:
    """Without "the" anywhere, other articles and light prepositions in front."""
    kept = [piece for piece in pieces if piece != "the"]
    while len(kept) > 1 and kept[0] in LEADING and kept[1:] not in SIGNS:
        del kept[0]
    return kept or pieces


def _arranged(found: Iterable[Token]) -> list[Token]:
    """Dates with the month first, currency signs behind the amount.

    An ordinal is no other number than its own where it tells a day, or which of a name:
    "Louis the Fourteenth".
    """
    arranged: list[Token] = []
    for token in found:
        before = arranged[-1] if arranged else ""
        if isinstance(token, str) and token in MONTHS and _day(arranged):
            arranged.insert(len(arranged) - 1, MONTHS[token])
        elif token == PLACE and len(arranged) > 1 and isinstance(arranged[-2], str):
            continue
        elif isinstance(token, Decimal) and before in CURRENCIES:
            arranged[-1:] = [token, before]
        elif isinstance(token, Decimal) and isinstance(before, str) and before in MONTHS:
            arranged[-1:] = [MONTHS[before], token]
        else:
            arranged.append(token)
    return arranged


def _day(arranged: list[Token]) -> bool:
    """Whether a day stands last; an "of" behind it, and what makes it an ordinal, go."""
    end = len(arranged) - (arranged[-1:] == ["of"])
    end -= arranged[:end][-1:] == [PLACE]
    day = end > 0 and isinstance(arranged[end - 1], Decimal)
    if day:
        del arranged[end:]
    return day
