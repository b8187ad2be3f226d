"""Slips of the tagger and parser that can be told for certain, mended in the parse.

"The committee, led by Cole, governed France": a verb with a subject and no auxiliary is no
participle. "In 1707 four ships struck rocks": a year right behind its preposition is no number
of ships. "The law aimed to end the trade.": what would have no verb has one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.language.text import neighbor

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

_MAIN = frozenset({"ROOT", "conj", "ccomp", "advcl", "relcl"})
#: A tag without a tense -> the one of the same form that has one.
_UNTENSED = {"VBN": "VBD", "VB": "VBP"}
_VERBS = frozenset({"VERB", "AUX"})
_MONTHS = frozenset(
    """
    January February March April May June July August September October November December
    """.split()
)
_YEAR = re.compile(r"(?:1\d|20)\d\d")
#: How what is said of a thing hangs on its verb.
_STATING = frozenset({"attr", "acomp", "oprd", "prep", "pobj"})
_BEFORE_YEARS = frozenset("in by since until from after before around during".split())


def corrected(parses: Iterable[Doc]) -> None:
    """Mend the parses in place."""
    for parse in parses:
        for token in parse:
            tag = token.tag_
            if tag in _UNTENSED:
                _tensed(token)
            elif tag == "IN":
                _placed(token)
                _dating(token)
            elif tag == "NN" and token.dep_ in ("nsubj", "nsubjpass"):
                _beside(token)
            elif tag == "CD" and token.dep_ == "nummod" and token.i:
                _dated(token)
            elif tag == "NNP" and token.text in _MONTHS and token.dep_ == "compound" and token.i:
                _given(token)


def _tensed(verb: Token) -> None:
    if _told(verb):
        _finite(verb)
    elif verb.lower_ == "aimed" and _only_verb(verb):
        _leading(verb)
    elif verb.tag_ == "VB" and _shares_subject(verb):
        verb.tag_ = "VBP"


def _placed(preposition: Token) -> None:
    dep = preposition.dep_
    if dep == "conj" and preposition.head.pos_ in _VERBS:
        _alike(preposition)
    elif dep == "prep" and preposition.head.ent_type_ == "DATE":
        _apart(preposition)


def _told(verb: Token) -> bool:
    """Whether a verb has a subject of its own before it, and nothing that makes it a participle."""
    if verb.dep_ not in _MAIN:
        return False
    kinds = {child.dep_ for child in verb.children}
    subjects = [child for child in verb.children if child.dep_ == "nsubj" and child.i < verb.i]
    return len(subjects) == 1 and not kinds & {"aux", "auxpass", "agent"}


def _shares_subject(verb: Token) -> bool:
    """Whether it goes on a plural's present: "They draw water up and lose it"."""
    if verb.dep_ != "conj" or verb.head.tag_ != "VBP":
        return False
    kinds = {child.dep_ for child in verb.children}
    alone = not kinds & {"aux", "nsubj", "nsubjpass"}
    above = {child.dep_ for child in verb.head.children}
    return alone and "nsubj" in above and "aux" not in above


def _only_verb(verb: Token) -> bool:
    """Whether the noun that it is said to describe would else be the whole sentence."""
    noun = verb.head
    alone = verb.dep_ == "acl" and noun.dep_ == "ROOT" and noun.pos_ in ("NOUN", "PROPN")
    told = neighbor(verb, -1).pos_ != "PUNCT" and verb.sent[-1].text == "."
    return alone and told and neighbor(verb).lower_ in ("to", "at")


def _leading(verb: Token) -> None:
    """Make it the verb of the sentence, and the noun its subject."""
    noun = verb.head
    behind = [child for child in noun.children if child.i > verb.i]
    verb.head = verb
    noun.head = verb
    for child in behind:
        child.head = verb
    verb.dep_, verb.tag_, noun.dep_ = "ROOT", "VBD", "nsubj"


def _finite(verb: Token) -> None:
    """Call it what its form says it may be: the past tense, or a plural's present."""
    from lemminflect import getInflection

    tense = _UNTENSED[verb.tag_]
    if verb.text in getInflection(verb.lemma_, tag=tense):  # type: ignore[no-untyped-call]
        verb.tag_ = tense


def _apart(preposition: Token) -> None:
    """Give the verb what the parser gave to its date: "died | on 4 July 1934 | of anaemia"."""
    date = preposition.head
    while (
        date.dep_ in ("nummod", "npadvmod", "compound", "appos") and date.head.ent_type_ == "DATE"
    ):
        date = date.head
    leading = date.head
    dated = neighbor(preposition, -1).text.isdigit() and date.dep_ == "pobj"
    if dated and leading.dep_ == "prep" and leading.head.pos_ == "VERB" and leading.i < date.i:
        preposition.head = leading.head


def _dating(preposition: Token) -> None:
    """Give the verb the year that the parser gave to what somebody or something was.

    "It was a port | in 1804", "became known to the West | in 1869", "named it a park | in 1872".
    """
    if preposition.lower_ not in ("in", "since", "until"):
        return
    years = [c for c in preposition.children if _YEAR.fullmatch(c.text)]
    if len(years) != 1:
        return
    token, told = preposition.head, False
    while (token.dep_ in _STATING or _made(token)) and token.i < preposition.i:
        told = told or token.dep_ not in ("prep", "pobj")
        token = token.head
    verb = token.pos_ in _VERBS and token.i < preposition.i
    last = years[0].i + 1 >= len(years[0].doc) or neighbor(years[0]).text in ".,;"
    if told and verb and last and preposition.head != token:
        preposition.head = token


def _made(noun: Token) -> bool:
    """What something is named or declared, which the parser takes for a clause."""
    return noun.dep_ == "ccomp" and noun.pos_ in ("NOUN", "PROPN")


def _alike(preposition: Token) -> None:
    """Join a preposition to the same one before it: "for a law, or | for a change to one"."""
    verb = preposition.head
    first = [t for t in verb.subtree if t.dep_ == "prep" and verb.i < t.i < preposition.i]
    same = [t for t in first if t.lower_ == preposition.lower_]
    if same:
        for word in (*(c for c in verb.children if c.dep_ == "cc" and c.i == preposition.i - 1),):
            word.head = same[-1]
        preposition.head = same[-1]


def _beside(noun: Token) -> None:
    """Give a name what stands right before it, and was taken for a second subject: "The poet X"."""
    verb = noun.head
    others = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass") and c != noun]
    if len(others) != 1 or others[0].tag_ != "NNP" or others[0].left_edge.i != noun.i + 1:
        return
    for child in [child for child in noun.children if child.i < noun.i]:
        child.head = others[0]
    noun.head, noun.dep_ = others[0], "compound"


def _dated(number: Token) -> None:
    """Give a year to the preposition right before it, which has no object."""
    if _YEAR.fullmatch(number.text) and number.head.i > number.i + 1:
        _given(number)


def _given(time: Token) -> None:
    """Give a year or month to the preposition before it: "In April Lenin returned"."""
    before = neighbor(time, -1)
    if before.lower_ in _BEFORE_YEARS and before.dep_ == "prep" and before.n_rights == 0:
        time.head, time.dep_ = before, "pobj"
