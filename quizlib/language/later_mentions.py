"""What "the king", "the Assembly" and "the country" stand for, where only one thing can be meant.

A person with a title ("King Louis XVI") is later "the king", a body with a longer name ("the
National Assembly") "the Assembly", and what the document's title names ("Kenya") "the country",
once the document has said that it is one. Where two would fit, nothing is noted.
"""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from quizlib.language.names import country
from quizlib.language.pronouns import RENAMED, lowered
from quizlib.language.text import neighbor

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc, Token

    from quizlib.language.analysis import Sentence

#: What a person is called by alone, once named with it.
_TITLES = frozenset(
    """
    king queen emperor empress pope president chancellor prince princess duke sultan tsar czar
    general admiral captain governor bishop archbishop pharaoh caliph
    """.split()
)
#: What a body or an agreement is called by alone, once named in full.
_BODIES = frozenset(
    """
    assembly board commission committee council convention congress court company union league
    act treaty agreement accord declaration constitution charter association society institute
    foundation university college academy ministry agency party republic empire kingdom bank
    museum observatory dam river lake canal bridge church palace castle island temple cathedral
    tower airport theatre mission expedition telescope spacecraft survey prize medal
    """.split()
)
#: What says too little to stand for anything: "the form", "the name".
_TOO_WIDE = frozenset(
    """
    name word term form type kind one part member group set family person man woman people
    example thing number field result area
    """.split()
)
#: Sentences at the head of a document that may say what its title names.
_OPENING = 15
#: "An epidemic of plague" is a plague, "a kind of tuber" a tuber.
_MADE_OF = frozenset("epidemic outbreak kind type form sort species breed variety".split())
#: What is said of a thing -> the wider word by which it is taken up.
_WIDER = (
    dict.fromkeys("epidemic plague infection illness outbreak".split(), "disease")
    | dict.fromkeys("mammal bird reptile amphibian insect rodent primate".split(), "animal")
    | dict.fromkeys("tree shrub herb grass vine cactus".split(), "plant")
    | dict.fromkeys("capital metropolis port".split(), "city")
)
_PLACES = frozenset({"GPE", "LOC", "NORP"})
_LONGEST = 6  # words in a name
_SUBTITLE = frozenset({":", "–", "—", "|"})  # what it opens is no part of the name
_INNER = frozenset({"of", "for", "the", "and"})


def note_later_mentions(sentences: Sequence[Sentence], title: Doc) -> None:
    """Note in the user data of each parse what its short names stand for."""
    short = [token for token in _behind_the(sentences) if _alone(token)]
    places = {id(sentence.span.doc): place for place, sentence in enumerate(sentences)}
    classes, about = _about(sentences, title)
    named = _names(sentences, {token.lower_ for token in short}) if short else {}
    told_alone: set[str] = set()
    for token in short:
        told: dict[int, str] = token.doc.user_data.setdefault(RENAMED, {})
        word = token.lower_
        full, early = _full_name(token, named.get(word, {}), places)
        told_alone |= {word} if early else set()
        fits = _acts(token) if word in _TITLES else word not in told_alone
        if full and fits:
            plain = not any(_led(mention) for mention in named[word][full])
            _rename(told, token, full, whole=word in _TITLES or plain)
        elif token.lemma_ in classes and token.pos_ == "NOUN" and not _rival(token, about):
            _rename(told, token, about, whole=True)


def _full_name(
    token: Token, names: dict[str, list[Token]], places: dict[int, int]
) -> tuple[str, bool]:
    """The name that a short one stands for, or "", and whether it stands before all names.

    It is the only one that the paragraph has had so far, or the only one of the document.
    """
    here = (places[id(token.doc)], token.i)
    before = {
        name: [t for t in told if (places[id(t.doc)], t.i) < here] for name, told in names.items()
    }
    near = [name for name, told in before.items() if any(t.doc is token.doc for t in told)]
    if len(near) == 1:
        return near[0], False
    only = next(iter(names), "") if len(names) == 1 else ""
    return (only if only and before[only] else ""), bool(names) and not any(before.values())


def _led(name: Token) -> bool:
    """Whether "the" stands before a name: "the Suez Canal", but "Lake Baikal"."""
    return name.i > 0 and neighbor(name, -1).lower_ == "the"


def _rename(told: dict[int, str], token: Token, full: str, *, whole: bool) -> None:
    """Note the full name, in place of "the" too if it is the `whole`.

    Where the sentence has it already, the short one stays.
    """
    if full.casefold() in token.doc[token.sent.start : token.i].text.casefold():
        told[token.i] = token.text
        return
    told[token.i] = full
    if whole:
        told[token.i - 1] = ""


def _behind_the(sentences: Iterable[Sentence]) -> Iterator[Token]:
    """Every word right behind a "the"."""
    for sentence in sentences:
        for token in sentence.tokens if "the" in sentence.words else ():
            if token.lower_ == "the" and token.i + 1 < len(token.doc):
                yield neighbor(token)


def _alone(token: Token) -> bool:
    """Whether a word behind "the" is a singular noun with nothing else: "the king"."""
    if token.tag_ not in ("NN", "NNP"):
        return False
    marks = [child for child in token.children if child.dep_ not in ("punct", "case", "cc", "conj")]
    following = neighbor(token).lower_ if token.i + 1 < len(token.doc) else ""
    bare = [child.lower_ for child in marks] == ["the"]
    return bare and following != "of" and token.dep_ not in ("compound", "nmod", "amod")


def _acts(token: Token) -> bool:
    """Whether it did something, once: of "the power of the king" any king may be meant."""
    verb = token.head
    finite = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    return token.dep_ in ("nsubj", "nsubjpass") and any(t.tag_ == "VBD" for t in finite)


def _names(sentences: Iterable[Sentence], wanted: set[str]) -> dict[str, dict[str, list[Token]]]:
    """Title or body of those wanted -> the full names that have it, and where these stand."""
    titles, bodies = _TITLES & wanted, _BODIES & wanted
    found: dict[str, dict[str, list[Token]]] = {}
    if not titles | bodies:
        return {}
    for sentence in sentences:
        for words in _runs(sentence):
            text = " ".join(token.text for token in words)
            before = [a.lower_ for a, b in pairwise(words) if b.lower_ in ("of", "for")][:1]
            outer = {words[0].lower_, words[-1].lower_, *before}
            ends = {words[0].lower_} & titles | outer & bodies
            for end in ends:
                found.setdefault(end, {}).setdefault(text, []).append(words[0])
    return {word: _longest(names) for word, names in found.items()}


def _longest(names: dict[str, list[Token]]) -> dict[str, list[Token]]:
    """The names that are no part of another one; mentions of a part are mentions of it."""
    kept: dict[str, list[Token]] = {}
    for name, told in names.items():
        longer = next((other for other in names if name != other and name in other), "")
        kept.setdefault(longer or name, []).extend(told)
    return kept


def _runs(sentence: Sentence) -> Iterator[list[Token]]:
    """Names of several words, with an "of" or "for" between two of them."""
    run: list[Token] = []
    for token in sentence.tokens:
        if token.pos_ == "PROPN" and token.text[0].isupper():
            run.append(token)
            continue
        inner = run and token.lower_ in _INNER and token.ent_iob_ == "I"
        if inner:
            run.append(token)
            continue
        yield from _closed(run)
        run = []
    yield from _closed(run)


def _closed(run: list[Token]) -> Iterator[list[Token]]:
    while run and run[-1].lower_ in _INNER:
        run.pop()
    if 1 < len(run) <= _LONGEST:
        yield run


def _about(sentences: Sequence[Sentence], title: Doc) -> tuple[frozenset[str], str]:
    """What the title's thing is, by the document's own words, and what to call it."""
    words = list(takewhile(lambda word: word not in _SUBTITLE, (t.lower_ for t in title)))
    wanted = _plain(words)
    short = _plain(takewhile(lambda word: word not in ("in", "at"), words))
    if not wanted or len(wanted) > _LONGEST:
        return frozenset(), ""
    name = _land(sentences, title)
    land = frozenset({"country"} if name else ())
    for sentence in sentences[:_OPENING]:
        root = sentence.root
        subjects = [c for c in root.children if c.dep_ == "nsubj"]
        classes = [c for c in root.children if c.dep_ == "attr" and c.pos_ == "NOUN"]
        if root.lemma_ != "be" or len(subjects) != 1 or not classes:
            continue
        told = [t for t in subjects[0].subtree if t.i <= subjects[0].i]
        named = _plain(t.lower_ for t in told)
        if named in (wanted, short) and subjects[0].tag_ in ("NN", "NNP"):
            return frozenset(_classes(classes[0]) - set(wanted)) | land, _called(told)
    return land, name


def _land(sentences: Sequence[Sentence], title: Doc) -> str:
    """The one country that the title names, or "".

    A title of one word is a country too, if the text speaks of "the country" and names it, but
    no other place.
    """
    tokens = list(title)
    spans = [title[i:j] for i in range(len(tokens)) for j in range(i + 1, len(tokens) + 1)]
    known = {country(span.text): span for span in spans if country(span.text) is not None}
    if len(known) == 1:
        span = next(iter(known.values()))
        return f"the {span.text}" if span.start and _led(span[0]) else span.text
    name = title.text
    if known or len(tokens) != 1 or not name.istitle() or title[0].ent_type_ == "PERSON":
        return ""
    told = [t for s in sentences for t in s.tokens if t.text == name]
    called = any(t.tag_ == "NNP" or t.ent_type_ for t in told)
    called = called and not any(t.ent_type_ == "PERSON" for t in told)
    others = any(t.ent_type_ in _PLACES and t.text != name for s in sentences for t in s.tokens)
    return name if called and not others else ""


def _classes(head: Token) -> set[str]:
    """What the thing is, in one word each: "an epidemic of plague" is a plague, and a disease."""
    heads = [head, *head.conjuncts]
    if head.lemma_ in _MADE_OF:
        heads += [t for c in head.children if c.lower_ == "of" for t in c.children]
    told = {t.lemma_ for t in heads if t.pos_ == "NOUN"}
    return (told | {_WIDER[word] for word in told if word in _WIDER}) - _TOO_WIDE


def _plain(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in ("the", "a", "an") and word[0].isalnum()]


def _called(words: Sequence[Token]) -> str:
    """The subject as it stands inside a sentence; "a volcano" stands for all, as "the" does."""
    told = lowered(words)
    article, _, rest = told.partition(" ")
    return f"the {rest}" if article in ("a", "an") else told


def _rival(token: Token, about: str) -> bool:
    """Whether another of the sort may be meant: one is named, or told of, right before."""
    before = token.doc[: token.i]
    another = any(
        t.lemma_ == token.lemma_
        and t.dep_ != "attr"
        and not (t.dep_ == "pobj" and t.head.head.dep_ == "attr")
        and not any(c.lower_ == "the" for c in t.children)
        for t in before
    )
    own = {*about.split()}
    inside = token.doc[token.sent.start : token.i]
    return another or any(t.ent_type_ == "GPE" and t.text not in own for t in inside)
