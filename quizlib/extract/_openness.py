"""Questions that more than their key answers, as the words of the claim show.

"What does each state determine?" and "Which school maintains a place on the campus?" may be
answered with what the document does not tell; raters found several right answers to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.language.clauses import NAMING
from quizlib.language.pronouns import RENAMED
from quizlib.model import AnswerType

if TYPE_CHECKING:
    from quizlib.extract._asking import Asking
    from quizlib.extract._claims import Claim
    from quizlib.language import Part

_EACH = frozenset("each every any".split())
#: What one of many does now, and others may do as well.
_SHARED = frozenset(
    """
    serve show maintain offer contain provide use help include sell produce supply support have
    feature send invest keep
    """.split()
)
#: What many hold, whoever is said to.
_HELD = frozenset("believe think feel hope fear want know".split())
#: What follows from a thing that can have many consequences.
_FOLLOWING = frozenset("result-in lead-to contribute-to turn-into develop-into".split())
_FINDERS = frozenset("study research scholar researcher report survey scientist expert".split())
_GOALS = frozenset("aim goal purpose objective interest priority concern mission".split())
_ABLE = frozenset({"can", "may", "could", "might"})


def open_ended(claim: Claim, asking: Asking) -> bool:
    """Whether other answers would be as right as the key."""
    return (
        _of_each(claim, asking)
        or _shared(claim, asking)
        or _possible(claim, asking)
        or _demanded(claim, asking)
        or _found_by_many(claim, asking)
        or _aimed(claim, asking)
        or _named_by_itself(claim)
        or _of_any(claim, asking)
        or _one_of_its_sort(claim, asking)
    )


def _asks_what(asking: Asking) -> bool:
    """Whether it asks for an object, of the verb or of its preposition."""
    return asking.form.startswith("object-") or bool(asking.relation and "-" in asking.form)


def _of_each(claim: Claim, asking: Asking) -> bool:
    """What each of many has or does."""
    return _asks_what(asking) and claim.clause.subject.tokens[0].lower_ in _EACH


def _shared(claim: Claim, asking: Asking) -> bool:
    """Who does now what others do as well, or holds what others hold."""
    if claim.speaker:
        return False
    verb, auxiliaries = claim.clause.verb, claim.clause.auxiliaries
    if asking.form.startswith("agent-"):
        now = bool(auxiliaries) and auxiliaries[0].tag_ in ("VBZ", "VBP")
        return now and verb.lemma_ in _SHARED
    if not asking.form.startswith("subject-"):
        return False
    present = verb.tag_ in ("VBZ", "VBP") and not auxiliaries
    named = asking.kind is not AnswerType.PHRASE or asking.form == "subject-name"
    return (present and named and verb.lemma_ in _SHARED) or verb.lemma_ in _HELD


def _possible(claim: Claim, asking: Asking) -> bool:
    """What something can lead to: much else, too."""
    able = any(token.lower_ in _ABLE for token in claim.clause.auxiliaries)
    return able and asking.form in _FOLLOWING


def _demanded(claim: Claim, asking: Asking) -> bool:
    """What is required of many, always: a good deal."""
    clause = claim.clause
    always = clause.verb.lemma_ == "require" and clause.subject.head.tag_ == "NNS"
    return asking.form == "allow" and always and len(clause.parts) == 1


def _found_by_many(claim: Claim, asking: Asking) -> bool:
    """What studies of nobody in particular have found."""
    head = claim.clause.subject.head
    return _asks_what(asking) and head.tag_ == "NNS" and head.lemma_ in _FINDERS


def _aimed(claim: Claim, asking: Asking) -> bool:
    """What the goal of a country or a person is, and nothing says in what."""
    head = claim.clause.subject.head
    if asking.form != "aim" or head.lemma_.lower() not in _GOALS:
        return False
    whose = [c for c in head.children if c.dep_ in ("poss", "prep")]
    owners = [t for c in whose for t in (c, *c.children) if t.dep_ in ("poss", "pobj")]
    named = bool(owners) and all(
        t.pos_ == "PROPN" and all(c.dep_ == "case" for c in t.rights) for t in owners
    )
    return named and len(whose) == 1 and not any(p for p in claim.clause.before)


def _named_by_itself(claim: Claim) -> bool:
    """Told of a thing by half of its name: "currents are called eddy currents"."""
    clause = claim.clause
    names = [part for part in clause.after if part.role == "oprd"]
    if clause.verb.lemma_ not in NAMING:
        return False
    own = clause.subject.head.lemma_.lower()
    renamed = clause.subject.head.doc.user_data.get(RENAMED, {}).get(clause.subject.head.i, "")
    told = {own, *renamed.casefold().split()}
    return any(told & {t.lower_, t.lemma_.lower()} for part in names for t in part.tokens)


def _of_any(claim: Claim, asking: Asking) -> bool:
    """Why "prices" rise, or "boats" are searched: of what, or whose, the text says before."""
    head, known = claim.clause.subject.head, claim.analysis.known
    alone = len(claim.clause.subject.tokens) == 1 and head.pos_ == "NOUN"
    told = asking.kind is AnswerType.REASON
    beside = any(t.pos_ == "PROPN" or t.lemma_.lower() in known for t in claim.clause.tokens)
    return told and alone and not beside


def _one_of_its_sort(claim: Claim, asking: Asking) -> bool:
    """When "the western section" was opened, or "work" began: of what, the text says before."""
    if asking.kind is not AnswerType.DATE:
        return False
    if any(p.role == "dobj" and _only_theirs(p) for p in claim.clause.after):
        return True
    head, known = claim.clause.subject.head, claim.analysis.title_lemmas
    if head.pos_ != "NOUN" or head.lemma_.lower() in known:
        return False
    tokens = claim.clause.subject.tokens
    told = [
        t for t in tokens if t.i > head.i or t.pos_ == "PROPN" or t.dep_ in ("poss", "compound")
    ]
    others = [t for p in claim.clause.parts for t in p.tokens if t.pos_ == "PROPN"]
    named = any(t.lemma_.lower() in known for t in claim.clause.tokens if not t.is_stop)
    definite = tokens[0].lower_ == "the" or len(tokens) == 1
    return definite and not told and not named and not others


def _only_theirs(part: Part) -> bool:
    """Whether it tells no more of a thing than whose it is: "his version", "her course"."""
    return part.tokens[0].tag_ == "PRP$" and len(part.tokens) == 2
