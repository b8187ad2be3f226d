"""Numbers in digits and in words, as exact values."""

from __future__ import annotations

from decimal import Context, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Token = str | Decimal

#: Exact for any number that a person types.
EXACT = Context(prec=10_000)

UP_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
)
TWENTY_ON = "twenty thirty forty fifty sixty seventy eighty ninety"
FIRST_ON = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
HIGH = "quadrillion quintillion sextillion septillion octillion nonillion decillion"
SMALL = {word: number for number, word in enumerate(UP_TO_NINETEEN.split())}
TENS = {word: 10 * number for number, word in enumerate(TWENTY_ON.split(), start=2)}
ORDINALS = {word: number for number, word in enumerate(FIRST_ON.split(), start=1)}
ORDINALS |= {f"{word[:-1]}ieth": number for word, number in TENS.items()}
WORDS = SMALL | TENS | ORDINALS
SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
    **{word: 10 ** (3 * place) for place, word in enumerate(HIGH.split(), start=5)},
}
#: Stands behind the number of an ordinal: "sixth" counts a place, "six" things.
PLACE = "th"
MINUS = frozenset({"minus", "negative"})
#: Of two letters or more; "XI" is left out, being a name too.
ROMAN_NUMERALS = "ii iii iv vi vii viii ix xii xiii xiv xv xvi xvii xviii xix xx"
ROMAN_VALUES = (2, 3, 4, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20)
ROMAN = dict(zip(ROMAN_NUMERALS.split(), ROMAN_VALUES, strict=True))


def value(digits: str, *, grouped: bool, negative: bool = False) -> Decimal:
    """The value of digits with separators of thousands (`grouped`) or a decimal sign."""
    if grouped:
        plain = digits.replace(",", "").replace("'", "").replace(" ", "")
    else:
        plain = digits.replace(",", ".")
    return Decimal(f"-{plain}" if negative else plain)


def with_values(pieces: Sequence[Token]) -> list[Token]:
    """`pieces` with every number in words, and every scale behind digits, as its value.

    Behind that of an ordinal stands PLACE.
    """
    found: list[Token] = []
    start = 0
    while start < len(pieces):
        # "30 seconds" is spelled with a word that is also an ordinal.
        unit = pieces[start] == "second" and bool(found) and isinstance(found[-1], Decimal)
        number, length = (None, 1) if unit else _number(pieces, start)
        found.append(pieces[start] if number is None else number)
        start += length
        if number is not None and pieces[start - 1] in ORDINALS:
            found.append(PLACE)
    return found


def _number(pieces: Sequence[Token], start: int) -> tuple[Decimal | None, int]:
    """The number that begins at `start` and how many pieces it takes; None for no number."""
    piece = pieces[start]
    if piece in MINUS and start + 1 < len(pieces):
        number, length = _number(pieces, start + 1)
        return (None, 1) if number is None else (-number, length + 1)
    if isinstance(piece, str) and piece in ROMAN:
        return Decimal(ROMAN[piece]), 1
    reading = _Reading()
    end = start
    while end < len(pieces) and reading.take(pieces[end : end + 2]):
        end += 1
    return (reading.value, end - start) if end > start else (None, 1)


class _Reading:
    """A number being read word by word: `total` in whole scales, `group` below them."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.scale = Decimal("Infinity")  # the last one taken: each is smaller than the one before
        self.digits = False  # the group stands in digits: no words go on with it
        self.ended = False

    @property
    def value(self) -> Decimal:
        return EXACT.add(self.total, self.group or Decimal(0))

    def take(self, ahead: Sequence[Token]) -> bool:
        """Take the first of the pieces `ahead` if it goes on with the number."""
        piece = ahead[0]
        if self.ended:
            return False
        if isinstance(piece, Decimal):
            return self._take_digits(piece)
        if piece in WORDS:
            return self._take_word(piece)
        if piece == "hundred" and (self.group is None or self.group < 100):
            self.group = self._times(100)
            return True
        if piece in SCALES and SCALES[piece] < self.scale:
            return self._take_scale(SCALES[piece])
        return piece == "and" and self._goes_on() and ahead[-1] in WORDS

    def _take_digits(self, piece: Decimal) -> bool:
        fits = self.group is None and not self.total
        if fits:
            self.group, self.digits = piece, True
        return fits

    def _take_word(self, piece: str) -> bool:
        number = WORDS[piece]
        group = self.group
        if group is not None:
            after_tens = 0 < number < 10 and group % 100 in TENS.values()
            if self.digits or not (after_tens or (group >= 100 and group % 100 == 0)):
                return False
        self.group = Decimal(number) + (group or 0)
        self.ended = piece in ORDINALS
        return True

    def _take_scale(self, scale: int) -> bool:
        self.total = EXACT.add(self.total, self._times(scale))
        self.group, self.scale, self.digits = None, Decimal(scale), False
        return True

    def _times(self, factor: int) -> Decimal:
        """The group, one where there is none ("a hundred"), so many times."""
        return EXACT.multiply(Decimal(1) if self.group is None else self.group, Decimal(factor))

    def _goes_on(self) -> bool:
        """Whether "and" may follow: "two hundred and five", not "five and six"."""
        if self.group is None:
            return bool(self.total)
        return not self.digits and self.group >= 100 and self.group % 100 == 0
