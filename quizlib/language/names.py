"""Names of countries, from data rather than a tagger.

Sources: ISO 3166 by pycountry, the English territory names of the Unicode CLDR by Babel;
names in use beside those, and former countries, are listed here.
"""

from __future__ import annotations

from functools import lru_cache

from quizlib.language.text import bare

#: Names in use beside the official ones -> the one shown.
ALIASES = {
    "us": "United States",
    "u.s": "United States",
    "usa": "United States",
    "u.s.a": "United States",
    "america": "United States",
    "united states of america": "United States",
    "uk": "United Kingdom",
    "u.k": "United Kingdom",
    "britain": "United Kingdom",
    "great britain": "United Kingdom",
    "prc": "China",
    "people's republic of china": "China",
    "dprk": "North Korea",
    "rok": "South Korea",
    "republic of korea": "South Korea",
    "soviet union": "Soviet Union",
    "ussr": "Soviet Union",
    "czech republic": "Czechia",
    "turkey": "Türkiye",
    "burma": "Myanmar",
    "holland": "Netherlands",
    "ivory coast": "Côte d’Ivoire",
    "east germany": "East Germany",
    "west germany": "West Germany",
    "england": "England",
    "scotland": "Scotland",
    "wales": "Wales",
}

#: Countries of ALIASES that are no more.
FORMER = frozenset({"Soviet Union", "East Germany", "West Germany"})

#: Typed answers that mean a country as well as its name does.
VARIANTS = {
    "United States": ("US", "U.S.", "USA", "America", "United States of America"),
    "United Kingdom": ("UK", "U.K.", "Britain", "Great Britain"),
    "China": ("People's Republic of China", "PRC"),
    "North Korea": ("DPRK", "Democratic People's Republic of Korea"),
    "South Korea": ("Republic of Korea", "ROK"),
    "Russia": ("Russian Federation",),
}


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
    """Every way of naming a country, in `bare` form -> the name to show."""
    import pycountry
    from babel import Locale

    named: dict[str, str] = {}
    territories = Locale("en").territories
    for country in pycountry.countries:
        shown = territories.get(country.alpha_2, country.name)
        ways = (country.name, shown, getattr(country, "common_name", shown))
        named.update({bare(way): shown for way in ways})
    return named | {bare(alias): shown for alias, shown in ALIASES.items()}


def country(text: str) -> str | None:
    """The country that `text` names, by the name to show, or None."""
    return countries().get(bare(text))


def exists(name: str) -> bool:
    """Whether the country is still there: former ones are poor wrong options."""
    return name not in FORMER
