"""Whether the sentences below an author's question answer it, as far as words can show.

A page may lead up to its answer, or give advice; a key has to be the answer.
"""

from __future__ import annotations

import re

#: How the answer to a question of yes or no begins.
_YES_OR_NO = re.compile(
    r"^(?:yes|no|not|never|usually|often|generally|normally|sometimes|rarely|hardly|probably"
    r"|almost|mostly|partly|only|in (?:most|many|some|a few) |as a rule|if |of course|certainly"
    r"|absolutely|definitely|both|(?:it|they|he|she|there|you|we|that|this|some|many|most|all|few)"
    r" ?(?:is|are|was|were|do|does|did|can|could|may|will|would|should|must|have|has|had)"
    r"(?:n['’]t| not|[.,;]|$)|(?:it|they|you)['’]re not|don['’]t\b)"
    r"|^[^.]{,60}(?:, yes\b|\b(?:it|they|you|there) (?:is|are|do|does|did|can|will)[.,;])",
    re.IGNORECASE,
)
_JUDGING = re.compile(r"^(?:is|are|was|were|should) ", re.IGNORECASE)
_ASKING_YES_OR_NO = re.compile(
    r"^(?:am|is|are|was|were|do|does|did|can|could|may|might|must|should|will|would|has|have|had) ",
    re.IGNORECASE,
)
#: "Am I too old, or too ill?" asks two things.
_TWO = re.compile(r"^(?:am|is|are|do|does|can|should)\b.*, or ", re.IGNORECASE)
#: "Isn't it too much?" wants to hear one answer only.
_LEADING = re.compile(r"^(?:is|are|do|does|ca|wo|was|were)n['’]?t\b", re.IGNORECASE)
#: "Do you lend books?": who that is, only the page shows.
_TO_THE_AUTHOR = re.compile(
    r"\b(?:do|can|will|are|have|could|would|from|with) you\b(?! need| have to)|\byour (?!own\b)",
    re.IGNORECASE,
)
#: "Ring us", "we recommend": whose page it is, a card does not show.
_OURS = re.compile(r"\b(?:we|us|our|ours)\b|\b(?-i:I)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"^how many\b", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")
_ADVISING = re.compile(r"^what should\b", re.IGNORECASE)
_WARNING = re.compile(r"^(?:never|don['’]t|do not|avoid|not)\b", re.IGNORECASE)
_DEPENDS = re.compile(r"^(?:that|it|this)(?: all)? depends\b", re.IGNORECASE)
_WHEN = re.compile(r"^when\b", re.IGNORECASE)
_MOMENT = re.compile(
    r"\d|\b(?:when|after|before|during|until|since|once|as soon as|every|day|week|month|year"
    r"|century|spring|summer|autumn|fall|winter|morning|noon|evening|night|January|February|March"
    r"|April|May|June|July|August|September|October|November|December|\w+day)s?\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"^who(?:se|m)?\b", re.IGNORECASE)
#: A name within the answer, or words for people.
_SOMEBODY = re.compile(
    r"(?<=\w )(?-i:[A-Z]\w)|\b(?:any|every|some|no)(?:one|body)\b|\b(?:people|person|members?|those"
    r"|adults?|children|citizens|residents|men|women|you|all|most|[a-z]{3,}(?:ers|ors|ists|ians))\b",
    re.IGNORECASE,
)
_BEST = re.compile(r"\b(?:best|worst|better|good|ideal)\b", re.IGNORECASE)
_BEST_TIME = re.compile(r"\b(?:best|worst) (?:time|season|month)", re.IGNORECASE)
_APART = re.compile(r"\bdifferences? between (.+?) and (.+?)\?", re.IGNORECASE)
_ARTICLES = frozenset("a an the".split())
LONGEST_TERM = 3  # words
STEM = 5  # letters: "passport" and "passports" are one word


def answers(question: str, answer: str, *, listed: bool) -> bool:
    """Whether `answer` seems to answer; `listed` tells that a plain statement may do.

    Elsewhere a heading that asks for a yes or no has to be answered in so many words.
    """
    if (
        _OURS.search(answer)
        or _TWO.search(question)
        or _LEADING.search(question)
        or _TO_THE_AUTHOR.search(question)
    ):
        return False
    if _HOW_MANY.search(question) and len(set(_FIGURE.findall(answer))) > 1:
        return False
    firm = _YES_OR_NO.search(answer) is not None
    if _ASKING_YES_OR_NO.search(question) and not firm and not _DEPENDS.search(answer):
        return listed and not _JUDGING.search(question)
    term = term_asked(question)
    if _DEPENDS.search(answer) or (term and not defines(term, answer)):
        return False
    if _ADVISING.search(question) and _WARNING.search(answer):
        return False
    if _WHO.search(question) and not (_SOMEBODY.search(answer) or term):
        return False
    if _WHEN.search(question):
        same = _BEST_TIME.search(question) is None or _BEST.search(answer) is not None
        return same and _MOMENT.search(answer) is not None
    return tells_apart(question, answer)


_MEANT = re.compile(
    r"^(?:what|who) (?:exactly |really )?(?:is|are(?! the\b)) (?:(?:an?|the) )?([\w -]+)"
    r"(?:, in [\w ]+)?\?$",
    re.IGNORECASE,
)
#: "What is the best time?" asks for no meaning.
_SINGLED_OUT = re.compile(
    r"\b(?:difference|point|aim|purpose|best|worst|most|least|first|next|largest|biggest|smallest"
    r"|highest|longest|oldest|greatest|cheapest|fastest|easiest|safest)\b"
)
_IS = r"(?:is|are|means?|refers?|occurs?|happens?|has|have)\b"
_IT_IS = re.compile(
    rf"^(?:(?:it|they) {_IS}|(?:it|they)['’](?:s|re)\b|when "
    r"|an? [\w -]+? (?:that|who|which|where|whose|in|of|for|with|made)\b)",
    re.IGNORECASE,
)


def term_asked(question: str) -> str:
    """The term whose meaning is asked for, in lower case; "" where none is."""
    found = _MEANT.search(question)
    term = found[1].casefold() if found else ""
    return term if len(term.split()) <= LONGEST_TERM and not _SINGLED_OUT.search(term) else ""


def defines(term: str, sentence: str) -> bool:
    """Whether a sentence says what a term means, or takes it up: "A refugee is …", "It is …"."""
    own = re.escape(term.removesuffix("s"))
    opening = rf"^(?:an?|the)? ?\W?{own}\w*\W? (?:\([^)]*\) )?{_IS}"
    return bool(re.search(opening, sentence, re.IGNORECASE) or _IT_IS.search(sentence))


#: A phrase, and no sentence: nothing but the answer.
_POINTED = re.compile(
    r"^(?:(?:(?:partly|mainly|mostly|chiefly|simply) )?(?:because|to|by) "
    r"|an? (?!.*\b(?:is|are|was|were|has|have|will|can|could|may|do|does)\b)"
    r"|the \w+ that )",
    re.IGNORECASE,
)


def to_the_point(sentence: str) -> bool:
    """Whether a sentence is just the answer, as "Because …" and "A shift in …" are."""
    return _POINTED.search(sentence) is not None


def yes_or_no(question: str) -> bool:
    """Whether it asks for a yes or a no."""
    return _ASKING_YES_OR_NO.search(question) is not None


def tells_apart(question: str, answer: str) -> bool:
    """Whether both things are told of, where the question asks for their difference."""
    found = _APART.search(question)
    if found is None:
        return True
    told = answer.casefold()
    return all(_last_word(thing)[:STEM] in told for thing in found.groups())


def _last_word(thing: str) -> str:
    words = [word for word in thing.casefold().split() if word not in _ARTICLES]
    return words[-1] if words else ""
