"""Whether a name that a document has but once is surely a person's full name.

The tagger alone is not believed: the sentence has to show it, by what the name's bearer does,
or by a word for a person beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.language.humans import single
from quizlib.language.names import country
from quizlib.language.surnames import own_name
from quizlib.language.text import neighbor

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from quizlib.language.analysis import Analysis

SHORTEST, LONGEST = 2, 4  # words
#: What a person does, and hardly ever a body or a place.
_ACTS = frozenset(
    """
    abdicate bear compose conduct convert die discover draw emigrate invent marry paint perform
    photograph preach resign retire sculpt sing study teach translate travel write
    """.split()
)
#: What a person does to a thing, where it is told in the passive; firms design and build.
_DEEDS = _ACTS | frozenset("carve direct edit found lead rule".split())
#: Words of names that are no person's.
_THINGS = frozenset(
    """
    abbey academy act agency airport association avenue award bank battle bay beach board bridge
    brothers building cape cathedral cave church city college committee company cup dam falls
    festival field fort forest foundation garden gardens group hall harbour harbor hill hills house
    hospital hotel inn institute island islands lake lane league library lodge market mill mills
    mine mines mount mountain mountains museum office palace park party pass peak peninsula place
    plain point port press prize pub range records river road school sea society square stadium
    station street studio studios team theatre theater tower town treaty trust union university
    valley village wall war works
    """.split()
)
_PARTICLES = frozenset("van von de der den da di du la le af av y".split())


def people_named_once(analysis: Analysis) -> frozenset[str]:
    """The names of people that one sentence of the document has, and no other."""
    once = {text for text, counted in analysis.labels.items() if counted.total() == 1}
    names = [name for parse in analysis.parses for name in parse.ents if name.label_ == "PERSON"]
    return frozenset(
        name.text
        for name in names
        if name.text in once and _full(name) and _human(name.root) and not _other(name, analysis)
    )


def _full(name: Span) -> bool:
    """Whether it is a full name by its form, and no part of a longer one."""
    words = [token for token in name if token.tag_ != "POS"]
    own = own_name(" ".join(token.text for token in words))
    if (
        not SHORTEST <= len(own) <= len(words) <= LONGEST
        or _named(name, -1)
        or _named(name, len(name))
    ):
        return False
    before = neighbor(name[0], -1).lower_ if name.start else ""
    plain = all(
        token.lower_ in _PARTICLES or (token.pos_ == "PROPN" and token.text.istitle())
        for token in words
    )
    return plain and before not in ("the", "a", "an") and not _THINGS & {t.lower_ for t in words}


def _named(name: Span, place: int) -> bool:
    """Whether the word there, counted from the name's start, has a capital, but is no title."""
    at = name.start + place
    inside = name.sent.start <= at < name.sent.end and not (place < 0 and at == name.sent.start)
    return inside and name.doc[at].pos_ == "PROPN" and not single(name.doc[at])


def _human(head: Token) -> bool:
    """Whether the sentence shows a person: by an act of theirs, or by a noun beside the name."""
    verb = head.head
    born = head.dep_ == "nsubjpass" and verb.lower_ == "born"
    if born or (head.dep_ == "nsubj" and verb.lemma_ in _ACTS):
        return True
    if head.dep_ == "pobj" and verb.dep_ == "agent" and verb.head.lemma_ in _DEEDS:
        return True
    beside = [c for c in head.children if c.dep_ in ("appos", "compound", "nmod")]
    beside += [verb] if head.dep_ == "appos" else []
    attributes = [c for c in verb.children if c.dep_ == "attr"] if verb.lemma_ == "be" else []
    beside += attributes if head.dep_ == "nsubj" else []
    return any(_somebody(noun) for noun in beside)


def _somebody(noun: Token) -> bool:
    """Whether it is a word for one person: "the mayor", "Professor", and not "(Mongolian: …)"."""
    title = noun.dep_ in ("compound", "nmod") and noun.ent_type_ in ("", "PERSON")
    return single(noun) and (title or (noun.pos_ == "NOUN" and not noun.ent_type_))


def _other(name: Span, analysis: Analysis) -> bool:
    """Whether a word of it is a country's, or of another name that is no person's."""
    words = {token.text for token in name if token.tag_ != "POS"}
    if any(country(word) is not None for word in words):
        return True
    return any(
        words & {*text.split()} and not analysis.is_person(text)
        for text in analysis.labels
        if text != name.text
    )
