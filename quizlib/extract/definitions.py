"""Definitions in running text: "A flashpoint is a place where …"; asked both ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.extract._claims import Claim, claims
from quizlib.extract._gates import VAGUE
from quizlib.language.pronouns import LOWER
from quizlib.language.questions import inside
from quizlib.language.references import UNIQUE, dangling
from quizlib.language.text import bare, words
from quizlib.language.trimming import GENERAL
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from quizlib.language import Analysis, Part

_ONLY = frozenset({"last", "only", "first", "sole"})

#: What a thing belongs to or comes from does not say what it is.
_PARTS = frozenset(
    """
    business responsibility concern task job work duty matter
    colour color size shape taste smell
    component element source cause feature subject topic basis sign type term class form name user
    """.split()
)
#: What weighs a thing, and does not say what it is: "a powerful tool of politics".
_PRAISING = frozenset(
    """
    powerful important key major common popular useful significant essential vital crucial
    central main big great good bad serious valuable strong critical fundamental frequent
    """.split()
)

#: Of these "the" one is told of before, unlike the heart.
_ABSTRACT = frozenset(
    """
    change result process problem trouble effect method practice idea question difference reason
    step task work system case figure number rule issue way thing decision matter
    """.split()
)
#: "What is hegemonism called?" needs a meaning that tells it from all else.
SHORTEST_MEANING = 5  # words

#: Sentences to one definition, in a text that sets out to define.
SPARSE = 35

#: Words that begin with the same so many letters are kin: "construction", "constructing".
STEM = 6

FEWEST, MOST = 3, 5  # pairs worth matching, pairs that fit one item


class Definitions:
    summary = "“X is a … that …”, asked both ways"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        told = [(claim, _meaning(claim)) for claim in claims(analysis)]
        meant = [(claim, meaning) for claim, meaning in told if meaning is not None]
        defining = len(meant) * SPARSE >= len(analysis.sentences)
        found = [f for claim, part in meant for f in _both_ways(claim, part, defining=defining)]
        yield from found
        yield from to_match("definitions", found)


def _meaning(claim: Claim) -> Part | None:
    """What the claim's subject is said to be, where that defines it."""
    clause = claim.clause
    plain = clause.verb.tag_ in ("VBZ", "VBP") and not clause.auxiliaries and not clause.before
    if clause.verb.lemma_ != "be" or not plain or len(clause.after) != 1 or clause.inner:
        return None
    part = clause.after[0]
    if clause.subject.head.tag_ == "NNS" and clause.verb.tag_ == "VBZ":
        return None  # the word, and not the thing: "Cats is a single syllable"
    if part.role != "attr" or not _generic(claim) or not _telling(part.head):
        return None
    if any(token.pos_ == "NUM" for token in part.head.children):
        return None  # "Capacity is 4.5 million samples of seeds"
    if len(part.tokens) < SHORTEST_MEANING or any(map(_pointing, dangling(part.tokens, ()))):
        return None
    if _halved(part) or any(_bare_definite(token) for token in part.tokens):
        return None
    named = any(t.pos_ == "PROPN" and not t.is_lower for t in clause.subject.tokens[1:])
    if named or any(t.tag_ in ("JJS", "RBS") or t.lower_ in _ONLY for t in part.tokens):
        return None  # what is said of one thing, not of all of its sort
    shared = {t.lemma_.lower()[:STEM] for t in clause.subject.tokens if not t.is_stop}
    leaks = any(t.lemma_.lower()[:STEM] in shared for t in part.tokens)
    return None if leaks else part


def _halved(part: Part) -> bool:
    """Whether some of what is told in a row was left out: "is led out, …, and returned"."""
    own = {token.i for token in part.tokens}
    told = [c for token in part.tokens for c in token.children if c.i not in own]
    if part.head.lemma_ in GENERAL and any(c.dep_ == "relcl" for c in told):
        return True  # "an area of land, on which …"
    return any(c.dep_ == "conj" or (c.dep_ == "acl" and c.conjuncts) for c in told)


def _bare_definite(noun: Token) -> bool:
    """Whether it is "the change" of "the step that makes the change permanent": which one?"""
    alone = [child.lower_ for child in noun.children] == ["the"]
    return alone and noun.lemma_ in _ABSTRACT


def _pointing(token: Token) -> bool:
    """Whether it points elsewhere, unlike "the boats" of "a path on which they pull the boats"."""
    return token.pos_ != "NOUN" or not any(t.dep_ == "relcl" for t in token.ancestors)


def _generic(claim: Claim) -> bool:
    """A common noun that stands for all of its sort: "a summit", "leverage", a title's "the"."""
    head = claim.clause.subject.head
    titled = head.lemma_.lower() in claim.analysis.title_lemmas
    seen = head.doc.user_data.get(LOWER, ())
    named = (head.ent_type_ != "" or head.pos_ == "PROPN") and not head.is_lower
    named = named and head.lower_ not in seen
    if head.pos_ not in ("NOUN", "PROPN") or named:
        return False
    ranked = any(c.tag_ in ("JJR", "RBR") or c.ent_type_ == "ORDINAL" for c in head.subtree)
    if head.lemma_.lower() in VAGUE or ranked:
        return False
    marks = [child for child in head.children if child.dep_ not in ("amod", "compound", "punct")]
    articles = [child.lower_ for child in marks if child.dep_ == "det"]
    others = [child for child in marks if child.dep_ not in ("det", "prep")]
    if others or any(
        word not in (("a", "an", "the") if titled else ("a", "an")) for word in articles
    ):
        return False
    return not any(child.dep_ == "prep" for child in marks)  # "a common use of the method"


#: What a thing is to some, and not what it is: "sago is the staple food of Papua".
_TO_SOME = frozenset(
    """
    food home capital language sport pastime crop symbol dish drink currency religion animal bird
    flower tree emblem pride backbone heart
    """.split()
)


def _telling(head: Token) -> bool:
    """A class with what sets it apart: "a place where …", "the policy of …"."""
    kinds = {child.dep_ for child in head.children}
    articles = [child.lower_ for child in head.children if child.dep_ == "det"]
    definite = sum(token.lower_ == "the" for token in head.subtree)
    if head.lemma_ in VAGUE | _PARTS or (head.tag_ == "NNS" and definite > 1):
        return False  # "the reactive species of the reaction" are those of one case
    if head.pos_ != "NOUN" or (head.tag_ == "NN" and not articles and "relcl" not in kinds):
        return False
    if kinds & {"relcl", "acl"} or any(_behind(child, head) for child in head.children):
        return True
    if articles == ["the"] and head.lemma_ in _TO_SOME:
        return False
    leading = {c.lower_ for c in head.children if c.dep_ == "prep"}
    if articles == ["the"] and leading == {"to"}:
        return False  # "water is the obstacle to growth"
    praised = any(c.lower_ in _PRAISING for c in head.children)
    inner = [t for c in head.children if c.dep_ == "prep" for t in c.children]
    one = articles == ["the"] and any(
        c.lower_ == "the" and t.tag_ == "NN" and t.dep_ == "pobj" and t.lemma_ not in UNIQUE
        for t in inner
        for c in t.children
    )
    only_with = all(c.lower_ == "with" for c in head.children if c.dep_ == "prep")
    return (
        "prep" in kinds and not only_with and not praised and not one
    )  # "the backbone of the economy"


def _behind(child: Token, head: Token) -> bool:
    """An adjective with words of its own behind the noun: "a clock accurate enough to …"."""
    return child.pos_ == "ADJ" and child.i > head.i and child.n_rights > 0


def _both_ways(claim: Claim, meaning: Part, *, defining: bool) -> Iterator[Fact]:
    """What the term means and what the meaning is called; `defining`: the text has many such."""
    clause = claim.clause
    subject = inside(clause, clause.subject.tokens)
    said = clause.said(meaning.tokens)
    verb = "is" if clause.verb.tag_ == "VBZ" else "are"
    term = _without_article(subject)
    common = {
        "method": "definitions",
        "evidence": (claim.evidence,),
        "statement": claim.statement,
        "subject": term,
        "relation": "mean",
        "pairs": ((term, said),),
        "section": claim.sentence.section,
    }
    yield Fact.model_validate(
        common
        | {
            "form": "definition" if _set_apart(meaning) and defining else "topic",
            "question": f"What {verb} {subject}?",
            "answer": said,
            "answer_type": AnswerType.TEXT,
            "answer_at": claim.statement.find(said),
        }
    )
    if tells_itself(term, said):
        return
    yield Fact.model_validate(
        common
        | {
            "form": "term",
            "question": f"What {verb} {said} called?",
            "answer": term,
            "accepted": (subject,),
            "answer_type": AnswerType.TERM,
            "answer_at": claim.statement.casefold().find(term.casefold()),
        }
    )


def _set_apart(meaning: Part) -> bool:
    """Whether it says which one of its sort it is, and not just how that is used."""
    return any(child.dep_ in ("relcl", "prep") for child in meaning.head.children)


def tells_itself(term: str, meaning: str) -> bool:
    """Whether the term can be told from a word of its meaning: "nuclear", "denuclearization"."""
    shown = term.casefold()
    return any(
        len(word) > STEM - 2 and (word[:STEM] in shown) for word in words(meaning.casefold())
    )


def to_match(method: str, facts: list[Fact]) -> Iterator[Fact]:
    """Terms and meanings to be put together, a handful at a time; of synonyms the first alone."""
    defined = [
        fact
        for fact in facts
        if fact.form in ("definition", "topic")
        and (fact.verbatim or not tells_itself(fact.subject, fact.answer))
    ]
    firsts: dict[str, Fact] = {}
    for fact in defined:
        firsts.setdefault(bare(fact.answer), fact)
    defined = list(firsts.values())
    for start in range(0, len(defined), MOST):
        few = defined[start : start + MOST]
        if len(few) >= FEWEST + (not few[0].verbatim):
            pairs = tuple(pair for fact in few for pair in fact.pairs)
            yield Fact(
                method=method,
                form="match",
                question="Match each term with its meaning.",
                answer="; ".join(f"{term}: {meaning}" for term, meaning in pairs),
                answer_type=AnswerType.LIST,
                evidence=tuple(quote for fact in few for quote in fact.evidence),
                pairs=pairs,
            )


def _without_article(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if first.lower() in ("a", "an", "the") and rest else text


method = Definitions()
