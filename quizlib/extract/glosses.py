"""Terms that a text explains in passing: "Serfdom, a system in which …, slowly disappeared"."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from quizlib.extract._claims import sound
from quizlib.extract._gates import VAGUE
from quizlib.extract.definitions import SHORTEST_MEANING, tells_itself
from quizlib.language.analysis import UPPER
from quizlib.language.humans import human
from quizlib.language.references import dangling, loose, personal
from quizlib.language.text import neighbor
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Sentence

LONGEST_TERM, LONGEST_MEANING = 3, 18  # words
#: No sentence without it explains a term in passing.
_BESIDE = re.compile(r", (?:an?|the) ", re.IGNORECASE)
#: What a term may be made of: "carbon dioxide", "plate tectonics".
_NAMING = frozenset({"NOUN", "ADJ", "PROPN"})
#: What sums up all that was told before it, not the last noun: "…, an effect that …".
_SUMS_UP = frozenset(
    """
    effect process move step practice arrangement decision change sign idea event task method
    figure number amount rate act view opinion belief distinction attitude habit
    """.split()
)
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj"})


class Glosses:
    summary = "“X, a … that …,” in passing, asked with “What is X?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for sentence in analysis.sentences:
            if _BESIDE.search(sentence.text) and sound(sentence):
                for token in sentence.tokens:
                    yield from _gloss(analysis, sentence, token)


def _gloss(analysis: Analysis, sentence: Sentence, head: Token) -> Iterator[Fact]:
    term, meaning = _term(head), _meaning(head)
    if not term or not meaning:
        return
    named = sentence.said(term)
    upper = head.doc.user_data.get(UPPER, ())
    opens = term[0].is_sent_start and term[0].lower_ not in upper and term[0].is_title
    named = named[:1].lower() + named[1:] if opens or term[0].pos_ != "PROPN" else named
    said = sentence.said(meaning)
    if tells_itself(named, said) or named.casefold() in analysis.document.title.casefold():
        return
    several = meaning[0].lower_ == "the"  # one, where it is "rickets, a disease …"
    evidence = analysis.evidence(sentence)
    yield Fact(
        method="glosses",
        form="gloss",
        question=f"What {'are' if several else 'is'} {_article(head)}{named}?",
        answer=said,
        answer_type=AnswerType.TEXT,
        evidence=(evidence,),
        statement=sentence.text,
        answer_at=sentence.text.find(said),
        subject=named,
        relation="mean",
        section=sentence.section,
    )


def _article(head: Token) -> str:
    found = [c.lower_ for c in head.children if c.lower_ in ("a", "an")]
    return f"{found[0]} " if found else ""


def _term(head: Token) -> Sequence[Token]:
    """The words of a common noun with a comma behind it, as a sort of thing has them."""
    named = head.tag_ == "NNP" and not (head.is_lower or head.is_sent_start)
    common = head.pos_ in ("NOUN", "PROPN") and not named
    if not common or head.dep_ not in _ROLES or head.ent_type_ or human(head):
        return ()
    if head.dep_ == "pobj" and head.head.lower_ in ("like", "as"):
        return ()  # "like a log, an attitude that …"
    if head.lemma_.lower() in VAGUE or head.i + 1 == len(head.doc) or neighbor(head).text != ",":
        return ()
    words = [t for t in head.doc[head.left_edge.i : head.i + 1] if t.pos_ != "DET"]
    marks = [t.lower_ for t in head.children if t.pos_ == "DET"]
    plain = all(t.pos_ in _NAMING and t.tag_ not in ("JJR", "JJS") for t in words)
    own = all(head in (t.head, t) for t in words)
    fit = plain and own and set(marks) <= {"a", "an"} and len(words) <= LONGEST_TERM
    return words if fit else ()


def _meaning(head: Token) -> Sequence[Token]:
    """What stands between that comma and the next: "a system in which …"."""
    opening = neighbor(head, 2)
    noun = opening.head
    if noun.dep_ not in ("appos", "npadvmod") or noun.left_edge != opening:
        return ()
    words = list(takewhile(lambda t: t.i < noun.i or t.text != ",", noun.subtree))
    several = opening.lower_ == "the" and noun.tag_ == "NNS"
    if not (opening.lower_ in ("a", "an") or several) or noun.tag_ not in ("NN", "NNS"):
        return ()
    told = {c.dep_ for c in noun.children if c in words}
    sets_apart = bool(told & {"relcl", "acl"}) and noun.lemma_ not in VAGUE and not human(noun)
    if noun.lemma_ in _SUMS_UP and head.dep_ not in ("nsubj", "nsubjpass"):
        return ()
    while words[-1].is_punct or words[-1].pos_ == "CCONJ":
        words.pop()
    last = words[-1]
    closed = last.i + 1 < len(last.doc) and neighbor(last).text in (",", ".", ";")
    whole = len(words) == last.i - words[0].i + 1
    fits = SHORTEST_MEANING <= len(words) <= LONGEST_MEANING
    clear = not (dangling(words, ()) or loose(words) or personal(words))
    return words if sets_apart and closed and whole and fits and clear else ()


method = Glosses()
