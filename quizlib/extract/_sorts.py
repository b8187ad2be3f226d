"""What a document says its named things are: "Geordie", a "rock band".

From "X is a …", "X, a …,", "the … X", "the X …" and "… such as X"; used for "Which rock band …?"
in place of a "What" that leaves open what is asked for.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.extract._gates import VAGUE
from quizlib.language.humans import human

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis

#: Nouns that tell nothing of what something is, beside those that no key may be.
_EMPTY = VAGUE | frozenset(
    """
    journey side trip walk distance stretch half
    member version portion piece set range variety series host home center centre site base source
    name term word example form body section area end start result success majority
    ton tonne pound kilogram gram metre meter kilometre kilometer mile foot inch litre liter gallon
    """.split()
)


#: What a name says of its bearer by its first or last word, or the word before "of".
CLASSES = frozenset(
    """
    university college school academy museum gallery church cathedral committee act treaty
    convention agreement declaration charter confession war
    battle revolution uprising empire dynasty kingdom company corporation bank party river lake
    mountain island province county hurricane festival prize award newspaper society
    association league institute institution commission department ministry office agency army
    railway station airport bridge tower palace castle library hospital program programme project
    expedition mission canal desert valley forest highway freeway journal magazine theorem theory
    law principle equation algorithm protocol directive edict decree doctrine plan pact protocol
    family order tribe team club orchestra band union federation organization organisation group
    network channel
    """.split()
)


def class_of(tokens: Sequence[Token]) -> str:
    """The class that a name gives itself ("treaty" of "the Treaty of Paris"), or ""."""
    names = [token for token in tokens if token.pos_ == "PROPN"]
    plain = all(t.pos_ in ("PROPN", "ADP", "DET", "NUM", "CCONJ", "ADJ", "PART") for t in tokens)
    if len(names) < 2 or not plain or any(t.tag_ == "NNPS" for t in names):
        return ""
    of = next((n for n, t in enumerate(tokens) if t.lower_ in ("of", "for", "on", "in")), None)
    head = tokens[of - 1] if of else tokens[-1]
    if head.tag_ == "CD" and len(tokens) > 1:  # "the … Act 1855"
        head = tokens[-2]
    word = head.lower_
    return word if word in CLASSES else ""


def head_of(tokens: Sequence[Token]) -> Token:
    """The first word that hangs on none of the others."""
    inside = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in inside), tokens[-1])


_INNER = frozenset({"compound", "nmod", "amod"})


def sort_named(analysis: Analysis, tokens: Sequence[Token]) -> str:
    """What the named thing is, in the singular: "rock band"; "" where nothing says it."""
    head = head_of(tokens)
    named = [t for t in tokens if t.pos_ == "PROPN"]
    if not named or any(t.dep_ in ("cc", "conj") for t in tokens):
        return ""
    if head.tag_ == "NNPS" or any(t.pos_ == "NOUN" and t.i < named[0].i for t in tokens):
        return ""
    if head.pos_ == "NOUN":  # "the Plowshares organization"
        beside = any(t.dep_ in ("compound", "nmod") and t.head == head for t in named)
        return head.lower_ if beside and head.lower_ in CLASSES else ""
    return _sorts(analysis).get(_bare(tokens), "")


@lru_cache(maxsize=2)
def _sorts(analysis: Analysis) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            if token.pos_ == "NOUN" and _says(token):
                for name in filter(_nameable, _bearers(token)):
                    found.setdefault(_bare(_name(name)), _sort(token))
    return found


def _says(noun: Token) -> bool:
    """Whether a noun tells a thing's sort; whoever is a person is asked for with "Who"."""
    if not noun.is_alpha:
        return False
    word = noun.lemma_.lower()
    return len(word) > 2 and word not in _EMPTY and not human(noun)


def _bearers(noun: Token) -> Iterator[Token]:
    """The heads of the names that the noun is said of."""
    if noun.dep_ == "attr" and noun.head.lemma_ == "be" and _one(noun):
        yield from (c for c in noun.head.children if c.dep_ == "nsubj" and c.pos_ == "PROPN")
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and _one(noun):
        yield noun.head
    children = list(noun.children)
    yield from (c for c in children if c.dep_ == "appos" and c.pos_ == "PROPN")
    if noun.dep_ == "compound" and noun.head.pos_ == "PROPN" and _right_before(noun):
        yield noun.head
    for such in children:
        if (
            such.dep_ == "prep"
            and such.lower_ == "as"
            and any(c.lower_ == "such" for c in such.children)
        ):
            yield from (t for t in such.subtree if t.pos_ == "PROPN" and t.dep_ in ("pobj", "conj"))


def _right_before(noun: Token) -> bool:
    """Whether only words of the name stand between: "the ship | Erebus", and no comma."""
    between = noun.doc[noun.i + 1 : noun.head.i]
    return noun.i < noun.head.i and all(token.pos_ == "PROPN" for token in between)


def _nameable(name: Token) -> bool:
    """No person with a title: what is said beside "Mr Costa" is not what he is."""
    return not any(
        child.lower_ in ("mr", "mrs", "ms", "dr", "mr.", "mrs.") for child in name.children
    )


def _one(noun: Token) -> bool:
    articles = {child.lower_ for child in noun.children if child.dep_ == "det"}
    return bool(articles & {"a", "an", "the"}) and noun.tag_ == "NN"


def _sort(noun: Token) -> str:
    """The noun with the nouns that narrow it: "rock band"."""
    narrow = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "NOUN"]
    words = [c.lower_ for c in narrow if c.i == noun.i - 1 and c.doc[max(0, c.i - 1)].is_alpha]
    return " ".join([*words, noun.lemma_.lower()])


def _name(head: Token) -> list[Token]:
    """The run of name words that ends in `head`, with an "of" and a name behind it."""
    words = head.doc
    start, end = head.i, head.i + 1
    while start and words[start - 1].pos_ == "PROPN" and words[start - 1].dep_ in _INNER:
        start -= 1
    if words[end : end + 1].text == "of" and words[end].head == head:
        end += 1
        while end < len(words) and words[end].pos_ in ("PROPN", "DET"):
            end += 1
    return list(words[start:end])


def _bare(tokens: Sequence[Token]) -> str:
    return " ".join(t.text for t in tokens if t.pos_ == "PROPN").casefold()
