"""Dates of events, and figures: "In what year did …?", "How many …?"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.language.questions import ask
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis, Clause, Part

_YEAR = re.compile(r"(?:in|until|since) ((?:1\d|20)\d\d)")
#: What leads to the end or the beginning of what lasted.
_ENDS = {"until": "Until what year", "since": "Since what year"}
_DATE = re.compile(r"on (\d{1,2} [A-Z][a-z]+ (?:1\d|20)\d\d|[A-Z][a-z]+ \d{1,2}, (?:1\d|20)\d\d)")


_MONTH = re.compile(r"[A-Z][a-z]+ (?:1\d|20)\d\d")
_A_YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
#: What leads from one year to another, or puts two beside each other.
_SPAN = re.compile(r"\b(?:from|between|until|to|and|or|as|through|by|since)\b|[-–/]", re.IGNORECASE)
YEARS = 2
#: What one does more than once; what was only said; how many were hired.
_REPEATED = frozenset(
    """
    visit meet arrive follow continue remain address vote play have need want sit live arrest
    imprison jail stand perform announce employ hire
    """.split()
)
#: What comes again and again.
_RECURRING = frozenset(
    "election title match game meeting session speech debate festival congress conference".split()
)

_TELLING = re.compile(r"(?:1\d|20)\d\ds?|century|centuries")
#: Without a figure or a century a sentence has no date.
_DATED = re.compile(r"\d|centur", re.IGNORECASE)
#: What makes a time so rough that others are as right.
_AGED = re.compile(r"\bat the age of\b|\bwhen (?:he|she) was \d|\baged \d")
_ROUGHLY = frozenset("during early late mid first second half beginning end middle".split())
_DURING = frozenset({"in", "on", "between"})


class Dates:
    summary = "“In what year did …?” for events with just one date"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in claims(analysis):
            if not _DATED.search(claim.sentence.text):
                continue
            if any(token.lower_ == "would" for token in claim.clause.auxiliaries):
                continue
            if (claim.clause.verb.lemma_ in _REPEATED or _being(claim)) and not _ending(claim):
                continue  # what was so in one year was so in others
            if claim.clause.subject.role == "csubj":
                continue  # "When was spinning cables perfected?"
            if _somebody(claim) or _changing(claim) or _bereft(claim) or _aside(claim):
                continue
            if _any_one(claim) or _spanning(claim) or _recurring(claim) or _station(claim):
                continue
            for part in claim.clause.parts:
                if part.role == "prep":
                    yield from _when(claim, part)


#: Sentences; in so short a text nobody is beside the topic.
FEW = 15
#: A text is about nobody who is named in less than one of so many sentences.
SELDOM = 12
#: What happens to everybody: of note for the one whom a text is about.
_LIFE = frozenset("bear die marry retire emigrate graduate".split())


def _aside(claim: Claim) -> bool:
    """Whether it tells of the life of somebody beside the topic: of Pelton, not his wheel."""
    if claim.clause.verb.lemma_ not in _LIFE or len(claim.analysis.sentences) < FEW:
        return False
    names = claim.clause.said(claim.clause.subject.tokens).casefold().split()
    title = re.sub(r"\(.*\)", "", claim.analysis.document.title).casefold().split()
    if names[-1] in title:
        return title[-1] != names[-1]  # "Inge Lehmann" is about her, "Pelton wheel" is not
    told = max((claim.analysis.lemmas.get(name, 0) for name in names), default=0)
    return told * SELDOM < len(claim.analysis.sentences)


#: What one does, or becomes, on the way: no reader has to know when.
_STEPS = frozenset("resume retire graduate enrol enroll matriculate".split())
_STATIONS = frozenset("degree study course doctorate diploma student pupil apprentice post".split())


def _station(claim: Claim) -> bool:
    """Whether it tells of a step in somebody's training or career: "completed her degree"."""
    clause = claim.clause
    heads = [part.head for part in clause.after if part.role in ("dobj", "attr", "xcomp", "acomp")]
    person = clause.subject.head.ent_type_ == "PERSON" or clause.subject.head.pos_ == "PRON"
    stepping = clause.verb.lemma_ in _STEPS or any(h.lemma_ in _STATIONS for h in heads)
    return person and stepping


def _spanning(claim: Claim) -> bool:
    """Whether it tells of several years that one year cannot answer for, or of an age."""
    years = _A_YEAR.findall(claim.clause.text)
    if _AGED.search(claim.clause.text):
        return True  # who knows when she was born needs no text
    return len(years) > YEARS or (len(years) > 1 and bool(_SPAN.search(claim.clause.text)))


def _ending(claim: Claim) -> bool:
    """Whether it tells since when or until when something was so."""
    return any(part.tokens[0].lower_ in _ENDS for part in claim.clause.parts)


def _being(claim: Claim) -> bool:
    """Whether it tells how something was, and not what was done or could be."""
    able = any(p.role == "acomp" and p.head.lemma_ == "able" for p in claim.clause.after)
    return claim.clause.verb.pos_ == "AUX" and not able


def _recurring(claim: Claim) -> bool:
    """Whether it tells of an election, or of "evidence": there was more of it at other times."""
    clause = claim.clause
    passive = any(t.dep_ == "auxpass" for t in clause.auxiliaries)
    done = [p.head for p in clause.after if p.role == "dobj"] or [clause.subject.head] * passive
    if not done:
        return False
    noun = done[0]
    marks = [c for c in noun.children if c.dep_ != "punct"]
    ordered = any(c.ent_type_ == "ORDINAL" or c.pos_ == "PROPN" for c in noun.subtree if c != noun)
    if noun.lemma_.lower() in _RECURRING and not ordered:
        return True
    if clause.verb.tag_ == "VBG":
        return True  # "was working" in other years too
    bare = noun.pos_ == "NOUN" and not marks
    rest = [t for t in clause.tokens if t.i > clause.verb.i and t != noun]
    return bare and not passive and not any(t.pos_ == "PROPN" for t in rest)


#: What a thing does once, when it comes to be.
_BEGINNING = frozenset("break begin erupt".split())


def _somebody(claim: Claim) -> bool:
    """Whether it tells of "a dispute" or "one in four": nobody asks when that was."""
    subject = claim.clause.subject.tokens
    some = subject[0].lower_ in ("a", "an", "some", "many", "several") or subject[0].pos_ == "NUM"
    told = claim.clause.tokens if claim.clause.verb.lemma_ in _BEGINNING else subject
    counted = subject[0].pos_ == "NUM"  # "four British ships", but no "a French engineer"
    return some and not any(t.pos_ == "PROPN" or (counted and t.ent_type_ == "NORP") for t in told)


#: What one leaves, joins or wins, a question about it has to say.
_OBJECTED = frozenset(
    "leave join win enter reach receive lose hear succeed keep withdraw admit besiege capture"
    " conquer defeat attack establish found create invent discover sign publish introduce"
    " develop produce build".split()
)


def _bereft(claim: Claim) -> bool:
    """Whether the verb lacks what it tells of: "Galileo left without a degree"."""
    clause = claim.clause
    roles = {part.role for part in clause.after}
    active = not any(token.dep_ == "auxpass" for token in clause.auxiliaries)
    said = {"dobj", "xcomp", "ccomp", "oprd", "dative"} & roles
    led = {part.tokens[0].lower_ for part in clause.after if part.role == "prep"} & {
        "for",
        "to",
        "from",
    }
    led |= {"in"} if clause.verb.lemma_ == "succeed" and _into(clause) else set()
    let_in = not active and clause.verb.lemma_ == "admit"  # to what?
    return (active or let_in) and clause.verb.lemma_ in _OBJECTED and not said and not led


def _into(clause: Clause) -> bool:
    """Whether it says in what somebody succeeded."""
    led = [part for part in clause.after if part.tokens[0].lower_ == "in"]
    return any(child.dep_ != "pobj" or not child.like_num for p in led for child in p.head.children)


#: What amounts do, year by year.
_CHANGES = frozenset("rise fall drop increase decrease grow reach decline exceed total".split())


def _changing(claim: Claim) -> bool:
    """Whether it tells how an amount changed: it did so in other years as well."""
    somebody = claim.clause.subject.head.pos_ == "PROPN"
    return claim.clause.verb.lemma_ in _CHANGES and not somebody


def _any_one(claim: Claim) -> bool:
    """Whether it tells of "a rocket", of which there are many; raters passed one in eleven."""
    first = claim.clause.subject.tokens[0]
    some = first.lower_ in ("a", "an", "another")
    return some and not any(token.pos_ == "PROPN" for token in claim.clause.subject.tokens)


def _least(claim: Claim) -> int:
    """The telling words that an event needs: "work began" says too little, "it ended" leans."""
    return 2 if claim.clause.subject.head.pos_ == "PRON" else 3


def _when(claim: Claim, part: Part) -> Iterator[Fact]:
    text = claim.clause.said(part.tokens)
    text = text[:1].lower() + text[1:]
    year, day = _YEAR.fullmatch(text), _DATE.fullmatch(text)
    found = year or day
    if found is None:
        yield from _period(claim, part)
        return
    past = any(t.tag_ == "VBD" for t in (claim.clause.verb, *claim.clause.auxiliaries))
    having = any(t.lemma_ == "have" and t.tag_ != "VBD" for t in claim.clause.auxiliaries)
    led = part.tokens[0].lower_
    since = led == "since"
    if having is not since or not (past or having) or (since and _of_person(claim)):
        return  # "has delivered … in 2011" is no English; what is foretold is no fact
    answer: Sequence[Token] = part.tokens[1:]
    if day and _long(claim.analysis):
        year, answer = day, [token for token in answer if _A_YEAR.fullmatch(token.text)]
    wh = "On what date" if not year else _ENDS.get(led, "In what year")
    asking = Asking(
        form="year" if year else "date",
        question=ask(_placeless(claim.clause), wh, part),
        answer=answer,
        kind=AnswerType.DATE,
        asked=part,
        least=_least(claim),
    )
    yield from facts(claim, "dates", asking)


def _placeless(clause: Clause) -> Clause:
    """Of a birth or death, when it was is asked without where, or as whom somebody was born."""
    if clause.verb.lemma_ not in ("bear", "die"):
        return clause
    born = clause.verb.lower_ == "born"  # "born Elizabeth Campbell": as whom
    named = ("oprd", "dobj", "attr") if born else ()
    more = [p for p in clause.after if p.role in named or (p.role == "prep" and _in_place(p))]
    after = tuple(p for p in clause.after if p not in more)
    return replace(clause, after=after)


def _in_place(part: Part) -> bool:
    """Whether it says where: "in Odessa", "at Nagasaki"."""
    timed = any(token.ent_type_ == "DATE" or token.like_num for token in part.tokens)
    return part.tokens[0].lower_ in ("in", "at", "near", "on") and not timed


def _of_person(claim: Claim) -> bool:
    """Whether a person is told of: who "has been mayor since 1840" may be no more."""
    subject = claim.clause.subject
    person = claim.analysis.known_person(claim.clause.said(subject.tokens))
    return person or subject.head.ent_type_ == "PERSON"


@lru_cache(maxsize=2)
def _long(analysis: Analysis) -> bool:
    """Whether the text tells of so many years that the day of an event is a stray detail."""
    years = {word for sentence in analysis.sentences for word in _A_YEAR.findall(sentence.text)}
    return len(years) > YEARS


def _period(claim: Claim, part: Part) -> Iterator[Fact]:
    """Any other time that a preposition leads: "in the early 1950s", "during the war"."""
    objects = [child for child in part.head.children if child.dep_ == "pobj"]
    dated = len(objects) == 1 and objects[0].ent_type_ == "DATE"
    telling = any(_TELLING.fullmatch(token.lower_) for token in part.tokens)
    if not dated or not telling or part.tokens[0].lower_ not in _DURING:
        return
    if any(t.lower_ in _ROUGHLY for t in part.tokens):
        return
    joining = ("CCONJ", "DET", "PUNCT")
    if any(t.ent_type_ != "DATE" and t.pos_ not in joining for t in part.tokens[2:]):
        return  # "in the 18th century within the Church" says when and where
    said = claim.clause.said(part.tokens[1:])
    month = _MONTH.fullmatch(said) or _DATE.fullmatch(f"on {said}")
    asking = Asking(
        form="when",
        question=ask(_placeless(claim.clause), "When", part),
        answer=part.tokens[1:] if month else part.tokens,
        kind=AnswerType.DATE if month else AnswerType.CLAUSE,
        asked=part,
        least=_least(claim),
    )
    yield from facts(claim, "dates", asking)


method = Dates()
