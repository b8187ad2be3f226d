"""Units of measurement and how they are abbreviated, where that is not ambiguous."""

from __future__ import annotations

#: The spellings of one unit a line; "£" and "lb" are both pounds, but not each other.
SPELLINGS = """
kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs
gram grams gramme grammes g
milligram milligrams mg
tonne tonnes t
pound pounds lb lbs
ounce ounces oz
kilometre kilometres kilometer kilometers km kms
metre metres meter meters m
centimetre centimetres centimeter centimeters cm
millimetre millimetres millimeter millimeters mm
mile miles mi
foot feet ft
inch inches
litre litres liter liters l
millilitre millilitres milliliter milliliters ml
hectare hectares ha
hour hours hr hrs h
minute minutes min mins
second seconds sec secs
day days
week weeks
month months
year years yr yrs
watt watts w
degree degrees °
celsius centigrade c
fahrenheit f
dollar dollars $
euro euros €
pound pounds £
yen ¥
yuan ¥
"""

UNITS: dict[str, frozenset[int]] = {}
for _number, _line in enumerate(SPELLINGS.strip().splitlines()):
    for _spelling in _line.split():
        UNITS[_spelling] = UNITS.get(_spelling, frozenset()) | {_number}


def same_unit(one: object, other: object) -> bool:
    """Whether two words behind a number can mean the same unit."""
    nothing: frozenset[int] = frozenset()
    return bool(UNITS.get(str(one), nothing) & UNITS.get(str(other), nothing))
