"""The gates that a question has to pass: stem and key, each by itself and together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.extract._capitals import in_doubt
from quizlib.extract._giveaways import FEW, FREE, SPOKEN_AS_ONE, given, leaks, obvious
from quizlib.extract._openness import open_ended
from quizlib.extract._relational import for_what, of_what
from quizlib.extract._wholeness import GUESSED
from quizlib.language.humans import human, single
from quizlib.language.pronouns import RENAMED
from quizlib.model import AnswerType

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from spacy.tokens import Token

    from quizlib.extract._asking import Asking
    from quizlib.extract._claims import Claim

LONGEST_STEM = 20  # words (docs/quality.md)
LONGEST_KEY, LONGEST_PHRASE = 18, 12  # words, of a clause or list and of a phrase
LONGEST_MEANING = 24  # words, of what a term means


VAGUE = frozenset(
    """
    thing issue way lot part number kind sort one something someone anything everything this
    that it they matter aspect case fact deal result role example factor reason point time
    moment what much many lots some other another north south east west researcher scholar critic
    category
    """.split()
)
#: "Other researchers", "new boats": anybody, anything of the sort.
_UNNAMED = frozenset(
    "other some many several various most certain different such numerous all both new particular"
    " unknown scattered possible further".split()
)


_NONE = frozenset("no none neither nobody nothing few only not never hardly".split())
#: Brackets, signs, an abbreviation in the middle, a counter left at the end, examples of
#: what is not there, two prepositions in a row, a place asked for behind a preposition.
#: In small letters: to look for them so is far quicker than by ignoring the case.
_ODD = re.compile(
    r"[()\[\]{}±*]|, including\b| n't\b| \"[?.,]|\d[-–]\d, \d"
    r"|\b(?:(?!(?:st|mt|ft|dr|mr|mrs|jr|sr)\.)\w+\w\. |(\w+) \1\b"
    r"|(?:first|second|third|lastly|the|an?|and|or|that|which|but|since)\?"
    r"|such (?!as\b)|at th(?:e|at) time\b|as well as\b|in addition to\b|in part\b"
    r"|not (?:just|only|merely|simply)\b|called \d|(?:on|in|to|of|than) than\b|than by\b"
    r"|both (?:at|in|on|by)\b|(?:to|from|by|with|for) of\b"
    r"|the other\b"
    r"|(?:little|much|around|to come|to go|(?:do|does|did) \S.* (?:look|seem|appear))\?)"
    r"|^where .* (?:with|of|for|from)\?"
)
#: Another agent by name, and a counted letter.
_ODD_NAMES = re.compile(
    r"\b(?:(?:named|called) [A-Z]\w+ (?:[A-Z]|\w+ (?:the|a|in|at|on)\b)"
    r"|[Aa][Nn][Dd] [Bb][Yy] [A-Z]|[A-Z] \d\b)"
)
#: "They're experts": what is told so is told for fun, and no teacher would print it.
_SPOKEN = re.compile(
    r"n['’]t\b|\w['’](?:re|ve|ll|d|m)\b|\b(?:it|that|there|here|he|she|what|who)['’]s\b",
    re.IGNORECASE,
)
_A_MONTH = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
_A_YEAR = re.compile(r"(?<![\d,.])\d{3,4}(?!\d|,\d)")
#: A key that breaks off, has a place or time in the middle of a list, or points to what is not
#: shown: "what follows …", "… one of the three conditions".
_CUT_KEY = re.compile(
    r"\b(?:or|and|of|the|an?|as|than|or in|and in|no|before|after|with|by|from|for"
    r"|with the (?:formula|name|words?|title))$|^(?:by |because )?what (?:follow|happen)s\b"
    r"|\b(?:one|some|any|each|all) of the (?:two|three|four|five|six) \w+$"
    r"|\b(?:or|and) in\b|^most\b.* was\b|\band not \w+"
)
#: What is written or said again and again.
_ISSUED = frozenset(
    """
    resolution proposal bill law rule plan report letter statement decision speech agreement treaty
    contract convention pact accord order request message book paper article film song work version
    """.split()
)
#: Of these there are so many that one says nothing, whatever follows.
_AGREED = frozenset(
    "treaty agreement law rule letter speech contract convention pact accord".split()
)
_OPENS, _CLOSES = re.compile(r"(?<!\w)['‘](?=\w)"), re.compile(r"(?<=[\w.,?!])['’](?!\w)")
#: A key of initials only, that nobody spells out; and those that everybody reads.
_INITIALS = re.compile(r"(?:the )?(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{2,6}")
_KNOWN_INITIALS = frozenset("US UK UN EU USA USSR NATO NASA BBC FBI CIA DNA RNA".split())
_DOING = frozenset({"nsubj", "nsubjpass", "pobj"})
_SELF = frozenset({"itself", "himself", "herself", "themselves"})


def refused(claim: Claim, asking: Asking, question: str, stem: Sequence[Token], key: str) -> bool:
    """Whether the question is none that a teacher would print."""
    return (
        not _fits(question, key, asking.kind)  # first, and with a key of a word at least
        or leaks(stem, asking.answer, asking.kind)
        or _vague(asking.answer, asking.kind)
        or _torn(asking, stem)
        or _nested(stem, asking.kind)
        or _untold(claim, stem)
        or given(claim, asking)
        or obvious(claim, asking)
        or _telling(stem) < asking.least - _named(claim, stem, asking)
        or _foretold(claim, asking)
        or _undated(claim)
        or _ageing(claim, asking)
        or _halved(stem)
        or _unplaced(claim, asking, stem)
        or _lasting(claim)
        or _compared(stem)
        or of_what(claim, stem)
        or (asking.kind is AnswerType.REASON and for_what(claim, stem))
        or open_ended(claim, asking)
        or _place_for_thing(asking)
        or _misworded(question, key)
        or _running_on(asking)
        or in_doubt(claim, stem, question)
    )


def _fits(question: str, key: str, kind: AnswerType) -> bool:
    """Whether neither of them is too short or too long."""
    several = kind in FREE or kind is AnswerType.LIST
    longest = LONGEST_KEY if several else LONGEST_PHRASE
    longest = LONGEST_MEANING if kind is AnswerType.TEXT else longest
    return (
        3 <= len(question.split()) <= LONGEST_STEM
        and 1 <= len(key.split()) <= longest
        and len(key) > 1
    )


def _misworded(question: str, key: str) -> bool:
    """Whether it reads oddly, breaks off, or has initials for a key or a lone quotation mark."""
    return bool(
        _CUT_KEY.search(key)
        or (_INITIALS.fullmatch(key) and key.rsplit(maxsplit=1)[-1] not in _KNOWN_INITIALS)
        or question.count('"') % 2
        or key.count('"') % 2
        or len(_OPENS.findall(question)) > len(_CLOSES.findall(question))
        or _SPOKEN.search(f"{question} {key}")
        or _ODD_NAMES.search(f"{question} {key}")
        or _ODD.search(f"{question} {key}".lower())
    )


#: What has a name of its own, beside that of the place where it stands.
_STANDING = frozenset(
    """
    observatory school university college museum library station factory church bank club theatre
    hospital plant bridge railway newspaper mine mill reactor laboratory telescope garden zoo
    """.split()
)


def _place_for_thing(asking: Asking) -> bool:
    """Whether the key is where the only one stands: "the first bird observatory": "Rybachy"."""
    placed = all(t.ent_type_ == "GPE" or t.pos_ == "DET" for t in asking.answer)
    return asking.form == "only" and placed and asking.relation.rpartition(" ")[2] in _STANDING


def _torn(asking: Asking, stem: Sequence[Token]) -> bool:
    """A list or comparison of which a part stays in the stem: "more … | than in winter"."""
    answer = sorted(token.i for token in asking.answer)
    gap = bool(answer) and answer[-1] - answer[0] + 1 > len(answer)
    if gap and any(token.dep_ in ("cc", "conj") for token in asking.answer):
        return True
    compared = any(token.tag_ in ("JJR", "RBR") for token in asking.answer)
    return compared and any(token.lower_ == "than" for token in stem)


def _running_on(asking: Asking) -> bool:
    """Whether it goes on to what was done besides: "a separate body and shares many players"."""
    own = {t.i for t in asking.answer}
    joined = [t for t in asking.answer if t.dep_ == "conj" and t.head.i in own]
    if any(t.tag_ == "VBD" and t.head.tag_ == "VB" for t in joined):
        return True  # "to surrender and refused"
    return asking.kind not in FREE and any(
        t.tag_ in ("VBZ", "VBP", "VBD") and t.head.pos_ not in ("VERB", "AUX") for t in joined
    )


def _vague(answer: Sequence[Token], kind: AnswerType) -> bool:
    """Whether the key says nothing that could be wrong."""
    if kind in FREE:
        return False
    inside = {token.i for token in answer}
    heads = [token for token in answer if token.head.i not in inside]
    if any(t.lower_ == "no" for t in answer[:2]):
        return True  # "almost no taxes"
    few = len(answer) <= FEW and kind is not AnswerType.LIST
    if few and answer[0].lower_ in _UNNAMED and answer[0].pos_ != "PROPN":
        return True
    if not heads or heads[0].lemma_.lower() in VAGUE or heads[0].pos_ in ("PRON", "DET"):
        return True
    if answer[0].lower_ in ("a", "an") and kind is AnswerType.PHRASE:
        named = any(t.pos_ == "PROPN" for t in answer)
        if human(heads[0]) or (named and heads[0].pos_ == "NOUN" and heads[0].dep_ in _DOING):
            return True  # "a British man", "a Berlin magazine"
    term = kind is AnswerType.TERM
    if heads[0].pos_ == "NOUN" and len(answer) <= 2 and answer[0].pos_ == "DET" and not term:
        return True  # "the visit", "a message"
    return any(token.tag_ in ("PRP", "PRP$", "WP", "EX") for token in answer)


def _named(claim: Claim, stem: Sequence[Token], asking: Asking) -> bool:
    """Whether a name, or the text's topic, makes up for a word; of a thing done are too many."""
    many = asking.form.startswith("object") or asking.kind is AnswerType.COUNTRY
    titled = claim.analysis.title_lemmas
    return not many and any(
        t.pos_ == "PROPN" or _stands_for_a_name(t) or (t.lemma_ in titled and not t.is_stop)
        for t in stem
    )


def _stands_for_a_name(token: Token) -> bool:
    """Whether the question has a name in its place: "it" is told as "the Nile"."""
    return bool(token.doc.user_data.get(RENAMED, {}).get(token.i))


def _telling(stem: Sequence[Token]) -> int:
    """How many different words of the stem say what it is about."""
    telling = {
        t.lemma_.lower()
        for t in stem
        if _stands_for_a_name(t)
        or (
            t.pos_ in ("NOUN", "PROPN", "VERB", "ADJ", "NUM")
            and not t.is_stop
            and t.dep_ != "compound"
        )
    }
    return len(telling)


def _nested(stem: Sequence[Token], kind: AnswerType) -> bool:
    """A stem that tells a reason or purpose while it asks for something else."""
    words = " ".join(token.lower_ for token in stem)
    if "because" in words or " but " in words or ("in order to" in words and kind in SPOKEN_AS_ONE):
        return True
    if any(t.lower_ in GUESSED for t in stem):
        return True
    if any(
        t.lower_ == "which" and t.head.dep_ == "relcl" and t.head.head.pos_ == "VERB" for t in stem
    ):
        return True  # "errors accumulate which gives rise to …"
    loose = any(t.lower_ in ("it", "them") and t.dep_ in ("dobj", "pobj") for t in stem)
    return loose or any(t.lower_ in _SELF and t.dep_ in ("appos", "npadvmod") for t in stem)


def _untold(claim: Claim, stem: Sequence[Token]) -> bool:
    """Whether a part of the stem's own event says nothing: "destroyed everything"."""
    verb = claim.clause.verb
    core = [t for t in stem if t.dep_ in ("nsubj", "nsubjpass", "dobj") and t.head == verb]
    past = verb.tag_ == "VBD" or any(t.tag_ == "VBD" for t in claim.clause.auxiliaries)
    ends = max((t.i for t in stem), default=0)
    if past and any(_any_one(t) and (t.i == ends or t.lemma_ in _AGREED) for t in core):
        return True
    nameless = not any(t.pos_ == "PROPN" or _stands_for_a_name(t) for t in stem)
    own = {t.i for t in stem}
    if past and nameless and any(_no_one(t, own) for t in core if t.dep_ == "dobj"):
        return True
    return any(t.lemma_ == "thing" or (t.pos_ == "PRON" and t.tag_ == "NN") for t in core)


def _any_one(noun: Token) -> bool:
    """Just "a resolution", of which nothing says which it was."""
    marks = [child.lower_ for child in noun.children if child.dep_ != "punct"]
    return noun.lemma_ in _ISSUED and marks in (["a"], ["an"])


def _no_one(noun: Token, own: Collection[int]) -> bool:
    """Just "a library", as far as the stem tells, of which there are many."""
    marks = [c.lower_ for c in noun.children if c.dep_ != "punct" and c.i in own]
    return noun.pos_ == "NOUN" and marks in (["a"], ["an"])


def _foretold(claim: Claim, asking: Asking) -> bool:
    """Whether it tells what is to come, and neither a name nor a date says who foretold it when."""
    if claim.speaker or asking.form == "if":
        return False
    dated = claim.analysis.document.date is not None
    told = {token.lower_ for token in claim.clause.auxiliaries}
    return not told.isdisjoint(("would", "shall") if dated else ("will", "would", "shall"))


def _undated(claim: Claim) -> bool:
    """Whether it tells what happened in a month of a year that nobody names."""
    clause = claim.clause
    past = any(t.tag_ == "VBD" for t in (clause.verb, *clause.auxiliaries))
    return past and bool(_A_MONTH.search(clause.text)) and not _A_YEAR.search(clause.text)


def _ageing(claim: Claim, asking: Asking) -> bool:
    """Whether it is news ("has arrested", "is meeting", "is the mayor") and nothing dates it."""
    clause = claim.clause
    if claim.analysis.document.date or _A_YEAR.search(clause.text):
        return False
    if (clause.negation is None and clause.subject.head.pos_ == "PROPN") or single(
        clause.subject.head
    ):
        having = any(t.lemma_ == "have" and t.tag_ != "VBD" for t in clause.auxiliaries)
        passive = any(t.dep_ == "auxpass" for t in clause.auxiliaries)
        present = any(t.lemma_ == "be" and t.tag_ in ("VBZ", "VBP") for t in clause.auxiliaries)
        if (having and not passive) or (present and clause.verb.tag_ == "VBG"):
            return True
    office = asking.form in ("role", "only") and clause.verb.tag_ in ("VBZ", "VBP")
    return office and any(p.role == "attr" and single(p.head) for p in clause.after)


def _halved(stem: Sequence[Token]) -> bool:
    """Whether a second finite verb hangs on a noun, as in "act as a base and transfers"."""
    own = {token.i for token in stem}
    return any(
        t.dep_ == "conj"
        and t.tag_ in ("VBZ", "VBD")
        and t.head.i in own
        and not any(c.dep_.startswith("nsubj") for c in (*t.children, *t.head.children))
        for t in stem
    )


#: "The lower house", "the younger brother": a name, or which of two.
_RANKS = frozenset(
    """
    house chamber court education class school brother sister son daughter half part bound limit
    """.split()
)
_RANKED = frozenset({"first", "last", "only"})
_EVERYWHERE = frozenset("world earth universe history planet mankind humankind".split())


def _unplaced(claim: Claim, asking: Asking, stem: Sequence[Token]) -> bool:
    """Whether it asks about "the first settlement", and nothing says the first where."""
    ranked = [t for t in stem if t.lower_ in _RANKED or t.tag_ in ("JJS", "RBS")]
    ranked = [t for t in ranked if t.lower_ != "most" or t.head.pos_ == "ADJ"]  # "most people"
    if asking.form == "only":
        ranked = [t for t in ranked if t.lower_ not in _RANKED]  # of what, it says
    if not any(t.dep_ == "amod" or t.head.dep_ == "amod" for t in ranked):
        return False
    told = claim.analysis.title_lemmas | _EVERYWHERE
    named = any(t.pos_ == "PROPN" or t.ent_type_ == "NORP" for t in stem)
    return not named and not any(t.lemma_.lower() in told for t in stem if not t.is_stop)


def _compared(stem: Sequence[Token]) -> bool:
    """Whether it says "more effect", "a different worry", and not than or from what."""
    inside = {t.lower_ for t in stem}
    for token in stem:
        more = token.lower_ in ("more", "less", "fewer") and token.dep_ == "amod"
        if more and "than" not in inside and token.head.tag_ == "NN":
            return True
        if token.lower_ == "more" and token.dep_ == "advmod" and token.head.dep_ == "amod":
            return "than" not in inside  # "a more flexible plan"
        if token.tag_ == "JJR" and not more and token.dep_ == "amod" and "than" not in inside:
            definite = any(c.lower_ == "the" for c in token.head.children)
            if definite and token.head.lemma_ not in _RANKS:
                return True  # "the shorter term": shorter than which?
        other = token.lower_ == "different" and token.dep_ == "amod"
        if other and token.head.tag_ == "NN" and not inside & {"from", "than", "to"}:
            return True
    return False


def _lasting(claim: Claim) -> bool:
    """Whether a plain present tells what has been so "since" a time: no English."""
    clause = claim.clause
    plain = clause.verb.tag_ in ("VBZ", "VBP") and not clause.auxiliaries
    return plain and any(t.lower_ == "since" and t.dep_ == "prep" for t in clause.tokens)
