"""Names of countries, from data rather than a tagger.

Sources: ISO 3166 by pycountry, the English territory names of the Unicode CLDR by Babel;
names in use beside those, and former countries, are listed here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize

from quizlib.language.text import bare, straight

#: An apostrophe before a capital: no possessive has that.
_INNER = re.compile(r"'[A-Z]")

#: The name to show, where that of the CLDR is no name that people say.
SHOWN = {
    "CD": "Democratic Republic of the Congo",
    "CG": "Republic of the Congo",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
}

#: The name to show -> the usual ones beside it: each is known, and each may be typed for it.
USUAL = {
    "United States": ("US", "U.S.", "USA", "America", "United States of America"),
    "United Kingdom": ("UK", "U.K.", "Britain", "Great Britain"),
    "England": (),
    "Scotland": (),
    "Wales": (),
    "Ireland": ("Republic of Ireland",),
    "China": ("People's Republic of China", "PRC"),
    "Hong Kong": ("Hong Kong SAR China",),
    "Macao": ("Macau",),
    "North Korea": ("DPRK", "Democratic People's Republic of Korea"),
    "South Korea": ("Republic of Korea", "ROK"),
    "Russia": ("Russian Federation",),
    "Soviet Union": ("USSR", "Union of Soviet Socialist Republics"),
    "East Germany": ("German Democratic Republic", "GDR"),
    "West Germany": (),
    "Germany": ("Federal Republic of Germany",),
    "Netherlands": ("Holland",),
    "Czechia": ("Czech Republic",),
    "Slovakia": ("Slovak Republic",),
    "Bosnia and Herzegovina": ("Bosnia",),
    "Vatican City": ("Vatican", "Holy See"),
    "Türkiye": ("Turkey",),
    "Syria": ("Syrian Arab Republic",),
    "Palestine": ("State of Palestine", "Palestinian Territories"),
    "United Arab Emirates": ("UAE",),
    "Kyrgyzstan": ("Kyrgyz Republic",),
    "Laos": ("Lao People's Democratic Republic",),
    "Myanmar": ("Burma", "Myanmar (Burma)"),
    "Vietnam": ("Viet Nam",),
    "Brunei": ("Brunei Darussalam",),
    "Timor-Leste": ("East Timor",),
    "Côte d’Ivoire": ("Ivory Coast",),
    "Cape Verde": ("Cabo Verde",),
    "Democratic Republic of the Congo": ("DR Congo", "DRC", "Congo-Kinshasa"),
    "Republic of the Congo": ("Congo-Brazzaville",),
    "Eswatini": ("Swaziland",),
    "Tanzania": ("United Republic of Tanzania",),
    "Micronesia": ("Federated States of Micronesia",),
    "Trinidad and Tobago": ("Trinidad",),
}

#: Countries of USUAL that are no more.
FORMER = frozenset({"Soviet Union", "East Germany", "West Germany"})


#: Countries whose people are called by a word that begins otherwise: how it begins.
DEMONYMS = {
    "france": "french",
    "netherlands": "dutch",
    "spain": "spani",
    "switzerland": "swiss",
    "denmark": "danish",
    "wales": "welsh",
    "ireland": "irish",
    "poland": "polish",
    "greece": "greek",
    "turkey": "turk",
    "philippines": "filipin",
    "kingdom": "british",
    "states": "america",
}


@lru_cache(maxsize=1)
def countries() -> dict[str, str]:
    """Every way of naming a country, official ones too, as `_plain` has it -> the name to show."""
    import pycountry
    from babel import Locale

    named: dict[str, str] = {}
    territories = Locale("en").territories
    for one in pycountry.countries:
        told = territories.get(one.alpha_2, one.name)
        shown = SHOWN.get(one.alpha_2, told.replace(" & ", " and "))
        more = (getattr(one, way, shown) for way in ("common_name", "official_name"))
        named.update({_plain(way): shown for way in (one.name, told, shown, *more)})
    return named | {_plain(way): shown for shown, ways in USUAL.items() for way in (shown, *ways)}


def country(text: str) -> str | None:
    """The country that `text` names, by the name to show, or None."""
    return countries().get(_plain(text))


@lru_cache(maxsize=1)
def one_word() -> re.Pattern[str]:
    """Names that stand for one word, since parsers tear them at the apostrophe: "Côte d'Ivoire"."""
    torn = {straight(name) for name in countries().values() if _INNER.search(straight(name))}
    ways = sorted(torn | {_unaccented(name) for name in torn})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ways))})\b")


def other_names(text: str) -> tuple[str, ...]:
    """The usual names of the country that `text` names, but for `text`; nothing for no country."""
    shown = country(text)
    ways = (shown, *USUAL.get(shown, ())) if shown else ()
    return tuple(way for way in ways if way != text)


def _plain(name: str) -> str:
    """`name` for comparing: without article, case, accents and dots, "and" and "saint" in full."""
    plain = _unaccented(bare(name))
    return plain.replace(" & ", " and ").replace("st. ", "saint ").replace(".", "")


def _unaccented(name: str) -> str:
    if name.isascii():
        return name
    return "".join(letter for letter in normalize("NFD", name) if not combining(letter))


def exists(name: str) -> bool:
    """Whether the country is still there: former ones are poor wrong options."""
    return name not in FORMER
