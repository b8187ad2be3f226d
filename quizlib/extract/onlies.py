"""What there is only one of: "X, the first director of the museum", asked with "Who was …?".

A description that fits one thing alone ("the largest …", "the first … to …", "the only …")
has one answer by its nature. It is told by "be" and "become", or stands beside a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import LONGEST_CLAUSE, Claim, claims
from quizlib.extract._parts import renamed, sort_of, titled, variants
from quizlib.extract._sorts import CLASSES
from quizlib.language.asides import set_off
from quizlib.language.clause import Clause, Part
from quizlib.language.humans import human, single
from quizlib.language.questions import ask_subject, inside
from quizlib.language.references import personal
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Sentence

_ONE = frozenset({"first", "last", "only", "sole"})
_BE = frozenset({"be", "become"})
#: Of these a thing has one, whoever or whatever it is.
_BY_NATURE = frozenset("founder inventor discoverer author creator composer designer".split())
#: What is so for a while only.
_FLEETING = frozenset({"newest", "latest", "current", "incumbent"})
LONGEST_NAME, LONGEST_QUOTE = 8, 80  # words
PLAIN = 3  # words: "the skin", "a red giant"
#: Nouns that stand for no person, whatever the name was taken for.
_THING = re.compile(r"(?:ment|tion|ity|ship|ance|ence)$")


class Onlies:
    summary = "“X, the first … to …”, “X is the largest …”, asked for X"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            yield from _told(claim)
        for sentence in analysis.sentences:
            for token in sentence.tokens:
                if token.dep_ == "appos" and set_off(token):
                    yield from _beside(analysis, sentence, token)


def _told(claim: Claim) -> Iterator[Fact]:
    clause = claim.clause
    part = next((part for part in clause.after if part.role == "attr"), None)
    if clause.verb.lemma_ not in _BE or part is None:
        return
    if clause.verb.lemma_ == "be" and _named(part) and alone(clause.subject.head):
        yield from _turned(claim, part)
        return
    to_do = any(_doing(other) for other in clause.after)
    if not alone(part.head, which=to_do):
        return
    tokens = clause.subject.tokens
    if renamed(tokens) or (tokens[0].tag_ in ("PRP", "EX", "DT") and len(tokens) == 1):
        return
    common = tokens[0].lower_ in ("the", "a", "an") and clause.subject.head.pos_ == "NOUN"
    if common and (len(tokens) > PLAIN or not _greatest(part.head)):
        return  # "The trip to Rome was his first …" turned round says nothing
    kind = sort_of(claim.analysis, clause, tokens)
    clause = _ever(clause, part.head)
    several = clause.verb.tag_ == "VBP" or clause.verb.lower_ == "were"
    # "the Eagles are the first team", but "the only phyla that lack …"
    several = several and (part.head.tag_ in ("NNS", "NNPS") or _told_of_several(part.head))
    yield from facts(
        claim,
        "onlies",
        Asking(
            form="only",
            question=ask_subject(
                clause, _wh(claim.analysis, kind, clause.subject, part.head), several=several
            ),
            answer=tokens,
            kind=kind,
            text=inside(clause, tokens),
            accepted=variants(claim.analysis, kind, clause.said(tokens)),
            relation="be " + part.head.lemma_,
            least=2,
        ),
    )


def _told_of_several(noun: Token) -> bool:
    """Whether a plural verb tells of it: "the only phyla that lack genes"."""
    return any(c.dep_ == "relcl" and c.tag_ == "VBP" for c in noun.children)


def _greatest(noun: Token) -> bool:
    """Whether it is the largest, deepest … of others: "the largest organ of the body"."""
    marks = list(noun.children)
    return any(c.tag_ == "JJS" for c in marks) and any(c.lower_ in ("of", "in") for c in marks)


def _named(part: Part) -> bool:
    return part.head.pos_ == "PROPN" and len(part.tokens) <= LONGEST_NAME


def _turned(claim: Claim, part: Part) -> Iterator[Fact]:
    """Of "The largest … was NAME": the name, asked for by the words before it."""
    clause = claim.clause
    kind = sort_of(claim.analysis, clause, part.tokens)
    noun = clause.subject.head
    verb = clause.said([*clause.auxiliaries, clause.verb])
    others = [clause.said(p.tokens) for p in _ever(clause, noun).parts if p is not part]
    said = " ".join([inside(clause, clause.subject.tokens), *others])
    yield from facts(
        claim,
        "onlies",
        Asking(
            form="only",
            question=f"{_wh(claim.analysis, kind, part, noun)} {verb} {said}?",
            answer=part.tokens,
            kind=kind,
            asked=part,
            accepted=variants(claim.analysis, kind, clause.said(part.tokens)),
            relation="be " + noun.lemma_,
            least=2,
        ),
    )


def _ever(clause: Clause, noun: Token) -> Clause:
    """The clause without its dates, where the first or only one is told of: it is that for ever."""
    if not any(c.lower_ in _ONE for c in (noun, *noun.children)):
        return clause
    before, after = (tuple(p for p in run if not _when(p)) for run in (clause.before, clause.after))
    return replace(clause, before=before, after=after)


def _when(part: Part) -> bool:
    return part.role in ("prep", "npadvmod") and any(
        t.ent_type_ in ("DATE", "TIME") and t.head in (part.head, part.head.head)
        for t in part.tokens
    )


def _doing(part: Part) -> bool:
    """Whether it is the "to lead …" of "became the first ever to lead …"."""
    return part.role in ("advcl", "xcomp") and any(t.lower_ == "to" for t in part.tokens[:2])


def alone(head: Token, *, which: bool = False) -> bool:
    """Whether the noun is described as the only one of its sort, and says of which sort.

    `which`: the clause tells that elsewhere.
    """
    marks = list(head.children)
    definite = any(c.lower_ == "the" or c.dep_ == "poss" for c in marks)
    ranked = [c for c in head.subtree if c.i < head.i and (c.tag_ in ("JJS", "RBS"))]
    only = any(c.lower_ in _ONE for c in marks) or any(c.head in (head, *marks) for c in ranked)
    which = which or any(_which(c) for c in marks)
    fleeting = any(c.lower_ in _FLEETING for c in marks)
    theirs = any(c.dep_ == "poss" and c.tag_ == "PRP$" for c in marks)
    thing = head.pos_ in ("NOUN", "PROPN") or head.lower_ in _ONE
    only = only or head.lower_ in _ONE or (head.lemma_ in _BY_NATURE and _of_a_name(head))
    return thing and definite and only and which and not fleeting and not theirs


def _of_a_name(head: Token) -> bool:
    """Whether it is told of what named thing: "the founder of the Bauhaus"."""
    told = [t for c in head.children if c.lower_ == "of" for t in c.children]
    return any(t.pos_ == "PROPN" for t in told)


def _which(mark: Token) -> bool:
    """Whether the words say of which place, group or sort it is the only one."""
    if mark.dep_ == "prep":
        return any(child.ent_type_ != "DATE" for child in mark.rights)
    return mark.dep_ in ("poss", "relcl", "acl", "advcl")


@dataclass(frozen=True)
class Described(Claim):
    """A claim that a name and the words beside it make, without a verb."""

    wording: str = ""

    @property
    def statement(self) -> str:
        return self.wording


def _beside(analysis: Analysis, sentence: Sentence, token: Token) -> Iterator[Fact]:
    """Of "NAME, the first …," and "the first …, NAME,": who or what it is."""
    noun, name = (token, token.head) if token.pos_ == "NOUN" else (token.head, token)
    if noun.pos_ != "NOUN" or name.pos_ != "PROPN" or not alone(noun) or not _closed(token):
        return
    subject = Part("nsubj", name, _name(name, noun))
    told = Part("attr", noun, _description(noun, name))
    if name.dep_ == "pobj" and name.head.head.pos_ in ("NOUN", "PROPN"):
        return  # of "the works of Holm, the largest …", either may be meant
    which = any(_which(c) and c in told.tokens for c in noun.children)
    if not _fit(sentence) or not which or not 0 < len(subject.tokens) <= LONGEST_NAME:
        return
    clause = Clause(sentence, noun, subject, (), None, (), (), (told,))
    if len(clause.tokens) > LONGEST_CLAUSE + LONGEST_NAME:
        return
    yield from _who(analysis, clause)


def _fit(sentence: Sentence) -> bool:
    """Whether the sentence may be quoted; more of it than the name is not asked about."""
    return len(sentence.text.split()) <= LONGEST_QUOTE and not personal(sentence.tokens)


def _who(analysis: Analysis, clause: Clause) -> Iterator[Fact]:
    told = clause.after[0]
    kind = sort_of(analysis, clause, clause.subject.tokens)
    if single(told.head) and kind in (AnswerType.PLACE, AnswerType.COUNTRY):
        return  # "born in Washington, Kentucky, the youngest son of …"
    verb = _be(clause.sentence, told)
    said = inside(clause, told.tokens)
    name = clause.said(clause.subject.tokens)
    claim = Described(
        analysis, clause.sentence, clause, wording=f"{name[:1].upper()}{name[1:]} {verb} {said}."
    )
    yield from facts(
        claim,
        "onlies",
        Asking(
            form="only",
            question=f"{_wh(analysis, kind, clause.subject, told.head)} {verb} {said}?",
            answer=clause.subject.tokens,
            kind=kind,
            text=inside(clause, clause.subject.tokens),
            accepted=variants(analysis, kind, name),
            relation="be " + told.head.lemma_,
            least=2,
        ),
    )


def _wh(analysis: Analysis, kind: AnswerType, subject: Part, noun: Token) -> str:
    if kind is AnswerType.COUNTRY:
        return "Which country"
    person = (
        kind is AnswerType.PERSON or titled(analysis, subject.head) or _ranked(analysis, subject)
    )
    thing = subject.tokens[0].lower_ == "the" and not human(noun)  # "the Bam Citadel"
    if thing or (human(noun) and not single(noun)) or noun.lemma_ in CLASSES:
        return "What"  # "the largest company"
    return "Who" if human(noun) or (person and not _THING.search(noun.lemma_)) else "What"


def _ranked(analysis: Analysis, subject: Part) -> bool:
    """Whether a person's name follows a word for what they are: "Cosmonaut Alexei Leonov"."""
    name = " ".join(t.text for t in subject.tokens[1:])
    return " " in name and subject.tokens[0].pos_ == "PROPN" and analysis.is_person(name)


def _be(sentence: Sentence, told: Part) -> str:
    """The form of "be" for what stands without one: of the time that the sentence tells of."""
    verb = sentence.root
    finite = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    own = [t for t in told.tokens if t.tag_ in ("VBZ", "VBP")]
    past = any(t.tag_ == "VBD" for t in finite) and not own
    past = past or (single(told.head) and any(t.lower_ == "first" for t in told.tokens))
    several = told.head.tag_ in ("NNS", "NNPS")
    return {(True, True): "were", (True, False): "was", (False, True): "are"}.get(
        (past, several), "is"
    )


def _closed(token: Token) -> bool:
    """Whether what stands beside is set off behind as before."""
    after = token.doc[token.right_edge.i + 1 : token.right_edge.i + 2]
    return after.text in (",", ".", ")", ";", "–", "—", "-", "") or after[0].tag_ in ("VBZ", "VBD")


def _name(name: Token, noun: Token) -> tuple[Token, ...]:
    other = {t.i for t in noun.subtree} if noun.head == name or name in noun.ancestors else set()
    if noun in name.ancestors:
        other = set()
    words = [t for t in name.subtree if t.i not in other]
    return _trim(words, name)


def _description(noun: Token, name: Token) -> tuple[Token, ...]:
    """The description up to a second one ("and …"), a bracket or the name."""
    gone: set[int] = set()
    for child in noun.children:
        second = child.dep_ in ("cc", "conj", "appos", "parataxis") or child.i == name.i
        if second or (child.dep_ == "relcl" and set_off(child)):
            gone |= {t.i for t in child.subtree}
    return _trim([t for t in noun.subtree if t.i not in gone], noun)


def _trim(words: Sequence[Token], head: Token) -> tuple[Token, ...]:
    """The run of words around the head, without what a mark sets off."""
    run = list(words)
    marks = [t.i for t in run if t.text in ("(", ")", "–", "—", ";", ":", '"') or t.text == ","]
    after = [i for i in marks if i > head.i]
    before = [i for i in marks if i < head.i]
    run = [t for t in run if (not after or t.i < after[0]) and (not before or t.i > before[-1])]
    return tuple(run)


method = Onlies()
