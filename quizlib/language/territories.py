"""Countries that are part of others, and every name that one goes by."""

from __future__ import annotations

from functools import lru_cache

from quizlib.language.names import countries, country

#: Country -> its parts, as `country` shows their names or a text says them.
_PARTS = {
    "United Kingdom": """
        England, Scotland, Wales, Northern Ireland, Gibraltar, Bermuda, Anguilla, Montserrat,
        Cayman Islands, Falkland Islands, British Virgin Islands, Turks & Caicos Islands,
        Saint Helena, St. Helena, Pitcairn Islands, Jersey, Guernsey, Isle of Man""",
    "Soviet Union": """
        Russia, Ukraine, Belarus, Estonia, Latvia, Lithuania, Moldova, Georgia, Armenia,
        Azerbaijan, Kazakhstan, Uzbekistan, Turkmenistan, Kyrgyzstan, Tajikistan""",
    "Germany": "East Germany, West Germany",
    "Denmark": "Greenland, Faroe Islands",
    "China": "Hong Kong, Hong Kong SAR China, Macao, Macao SAR China, Taiwan",
    "United States": """
        Puerto Rico, Guam, American Samoa, Northern Mariana Islands, U.S. Virgin Islands""",
    "France": """
        French Guiana, Guadeloupe, Martinique, Mayotte, Réunion, New Caledonia, French Polynesia,
        St. Pierre & Miquelon, St. Barthélemy, St. Martin, Wallis & Futuna""",
    "Netherlands": "Aruba, Curaçao, Sint Maarten, Caribbean Netherlands",
    "Norway": "Svalbard, Svalbard & Jan Mayen, Bouvet Island",
    "Finland": "Åland Islands",
    "Australia": "Christmas Island, Norfolk Island, Cocos (Keeling) Islands",
    "New Zealand": "Cook Islands, Niue, Tokelau",
    "Serbia": "Kosovo",
    "Morocco": "Western Sahara",
    "Israel": "Palestine, Palestinian Territories",
}
_WHOLE = {
    part: whole
    for whole, parts in _PARTS.items()
    for part in (" ".join(each.split()) for each in parts.split(","))
}


def part_of_other(one: str, other: str) -> bool:
    """Whether one of two names is that of a country, and the other that of a part of it.

    It stands for what is disputed too: what two countries claim is no safe wrong option.
    """
    first, second = country(one) or one, country(other) or other
    return _WHOLE.get(first) == second or _WHOLE.get(second) == first


def whole(name: str) -> str:
    """The country that `name` is a part of; "" for what is none."""
    return _WHOLE.get(country(name) or name, "")


def ways(name: str) -> tuple[str, ...]:
    """Every name of the country that `name` is one of, in `bare` form; () for no country."""
    return _ways().get(country(name) or "", ())


@lru_cache(maxsize=1)
def _ways() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for way, shown in countries().items():
        found[shown] = (*found.get(shown, ()), way)
    return found
