"""Which common nouns stand for people: asked for with "Who"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Nouns for people and groups of them that do not end as such nouns do.
_PEOPLE = frozenset(
    """
    people man woman child king queen chief expert analyst critic official politician
    official historian scientist community public government company nation country state
    army police party family crowd audience staff team citizen refugee troop ally student
    artist activist journalist physician musician economist
    """.split()
)

#: Nouns for many people at once.
_GROUPS = frozenset(
    """
    people community public government company nation country state army police party family
    crowd audience staff team troop
    """.split()
)

_AGENT = re.compile(r".{3,}(?:ist|ian|man|woman|person)$")
_DOERS = frozenset(
    """
    leader worker teacher player settler farmer soldier officer researcher observer ruler
    emperor governor senator actor author writer painter composer singer speaker member
    founder owner manager director employer reader viewer lawyer prisoner explorer trader
    sailor doctor professor inventor investor editor reporter minister commander follower
    supporter believer user consumer producer designer engineer driver rider hunter fighter
    warrior voter villager foreigner teenager philosopher astronomer smuggler fisherman
    mercenary missionary immigrant migrant inhabitant resident peasant colonist merchant
    aristocrat monk nun slave descendant defendant servant president agent client
    friend rival son daughter wife husband brother sister father mother prince princess hero priest
    general adviser chancellor chairman deputy assistant shaman grandson granddaughter descendant
    winner champion mayor captain judge bishop archbishop pope ambassador secretary treasurer
    envoy diplomat admiral colonel sheriff premier patriarch rabbi boss coach heir nephew niece
    abbess abbot scholar poet surgeon nurse runner saint sculptor dancer swimmer athlete
    uncle aunt cousin grandfather grandmother widow lover partner successor predecessor ancestor
    patron sponsor donor volunteer tenant
    inspector dressmaker forester chemist botanist midwife clerk baker butcher tailor miner
    collector proofreader pioneer educator navigator programmer shipwright mathematician printer
    industrialist reformer suffragette wrestler cyclist lawmaker envoy translator interpreter
    surveyor geographer photographer filmmaker banker brewer gardener beekeeper blacksmith potter
    weaver carpenter mason glazier cartographer lexicographer typographer schoolmaster
    architect conductor curator dean rector trainer person astronaut cosmonaut master keeper
    """.split()
)
_HUMAN = _PEOPLE | _DOERS


def human(head: Token) -> bool:
    """Whether a common noun stands for people, as far as its form and short lists tell."""
    lemma = head.lemma_.lower()
    return head.ent_type_ == "NORP" or lemma in _HUMAN or bool(_AGENT.match(lemma))


def names_person(word: str) -> bool:
    """Whether the word, in lower case, stands for one person."""
    return word in _HUMAN - _GROUPS or bool(_AGENT.match(word))


def single(head: Token) -> bool:
    """Whether the noun stands for one person."""
    return human(head) and head.lemma_.lower() not in _GROUPS
