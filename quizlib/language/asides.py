"""What can be left out of a clause without changing what it claims.

Appositions, relative clauses that a comma sets off, remarks in brackets, contrasts, what the
clock showed, and words like "however".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
AUXILIARIES = frozenset({"aux", "auxpass"})

#: Words that tie a sentence to the one before; without them it says the same.
CONNECTIVES = frozenset(
    """
    however therefore thus furthermore moreover additionally also besides nevertheless
    nonetheless consequently hence meanwhile instead too similarly likewise indeed finally
    firstly secondly thirdly lastly basically overall ultimately then later soon subsequently
    thereafter afterwards eventually even accordingly alternatively conversely actually certainly
    still already now anyway
    """.split()
)
_CONNECTIVE_PHRASES = frozenset(
    """in short|in addition|in fact|in other words|of course|after all|in conclusion|in turn
    |in return|in response|as a result|for example|for instance|on the other hand|at the same time
    |in general|by the way|in particular|above all|in contrast|by contrast|among others
    |among other things|as well""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
#: A writer's remark at the head of a sentence; what is told is the same without it.
_COMMENTS = frozenset(
    """
    significantly interestingly notably importantly remarkably surprisingly unfortunately
    fortunately curiously ironically crucially tellingly unsurprisingly admittedly famously
    first second third fourth
    """.split()
)
#: What the clock showed; nobody is asked for it, nor needs it in a stem.
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d)+\b|\b\d{1,2} ?[ap]\.?m\b", re.IGNORECASE)
#: "On Monday": news tells the day of the week, which nobody learns.
_WEEKDAY = re.compile(
    r"(?:(?:late|early) )?(?:on )?(?:(?:late|early) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"(?: (?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
#: When it is so that is told of; the source line tells of when the text is.
_TODAY = frozenset("today currently nowadays presently".split())
#: A participle with these says under what the claim holds.
_HOLDING = frozenset("compare give depend base accord consider include regard".split())
_REMOVABLE = frozenset({"appos", "parataxis", "meta", "intj"})
_REMARKS = frozenset({"appos", "relcl", "acl", "advcl"})


def kept(head: Token) -> Iterator[Token]:
    """The subtree of `head` without what can be left out, in the order of the words."""
    words = list(head.subtree) if head.n_lefts + head.n_rights else [head]
    remarks = [token for token in words if token.dep_ in _REMARKS and _left_out(token, head)]
    dropped = {token.i for remark in remarks for token in remark.subtree}
    if dropped:
        dropped |= {t.i for t in words if t.text in "()[],–—" and _beside(t, dropped)}
    dropped |= _bracketed(words)
    if dropped:
        words = [token for token in words if token.i not in dropped]
    while words and words[-1].dep_ == "punct" and words[-1].text in ",;:-–—":
        words.pop()
    while words and words[0].dep_ == "punct" and words[0].text in ",;:-–—":
        words.pop(0)
    yield from words


def _bracketed(words: Sequence[Token]) -> set[int]:
    """Places of what stands in brackets that open among the words, and close there or next."""
    places: set[int] = set()
    opened: int | None = None
    for number, token in enumerate(words):
        if not token.is_bracket:
            continue
        if token.text in ("(", "["):
            opened = number if opened is None else opened
        elif token.text in (")", "]") and opened is not None:
            places |= {other.i for other in words[opened : number + 1]}
            opened = None
    last = words[-1].i + 1
    if opened and last < len(words[0].doc) and words[0].doc[last].text in (")", "]"):
        places |= {other.i for other in words[opened:]}
    return places


def _beside(mark: Token, dropped: set[int]) -> bool:
    """A mark that only set off what is gone; a comma after it stays in a list of three."""
    return mark.i - 1 in dropped or mark.i + 1 in dropped


def _left_out(token: Token, head: Token) -> bool:
    """Appositions and non-restrictive clauses inside a part: set off by a comma or bracket.

    A contrast is one in any case.

    What looks like an apposition but goes on with "and" is the rest of a list.
    """
    if token.i == head.i:
        return False
    if token.dep_ == "advcl":
        return _contrasting(token)
    listed = any(child.dep_ in ("cc", "conj") for child in token.children) or token.pos_ == "NUM"
    if token.dep_ == "appos" and listed:
        return False
    return set_off(token)


def _contrasting(token: Token) -> bool:
    """A clause of its own that tells what else was so: "…, while he himself led it"."""
    own = {child.lower_: child.dep_ for child in token.children}
    marked = any(own.get(word) in ("mark", "advmod") for word in ("while", "whereas", "whilst"))
    return marked and bool(SUBJECTS & {*own.values()})


def set_off(token: Token) -> bool:
    """Whether a comma, dash or bracket stands before the words that hang on `token`."""
    edge = token.left_edge.i
    return edge > 0 and token.doc[edge - 1].text in (",", "(", "-", "–", "—")


def removable(token: Token) -> bool:
    if token.dep_ in _REMOVABLE:
        return True
    if token.dep_ in ("advmod", "cc") and token.lower_ in CONNECTIVES:
        return True
    if token.dep_ == "advmod" and token.lower_ in _COMMENTS and _leads(token):
        return True
    if token.dep_ == "advcl" and (_participial(token) or _opening(token)):
        return True
    if token.dep_ not in ("prep", "advmod", "npadvmod"):
        return False
    if token.lower_ in _TODAY and token.n_lefts + token.n_rights == 0 and _lasts(token.head):
        return True
    said = " ".join(t.lower_ for t in token.subtree if not t.is_punct)
    if _WEEKDAY.fullmatch(said) and not _weekly(token):
        return True
    if _CLOCK.search(token.doc[token.left_edge.i : token.right_edge.i + 1].text):
        return not any(t.ent_type_ == "DATE" for t in token.subtree)
    return said in _CONNECTIVE_PHRASES


def _weekly(token: Token) -> bool:
    """Whether the day tells when something always is: "closes on Monday"."""
    return _lasts(token.head)


def _lasts(verb: Token) -> bool:
    """Whether it tells what is so, and not what was or has been."""
    finite = [verb, *(c for c in verb.children if c.dep_ in AUXILIARIES)]
    past = any(t.tag_ == "VBD" for t in finite)
    having = any(t.dep_ == "aux" and t.lemma_ == "have" for t in finite)
    return any(t.tag_ in ("VBZ", "VBP") for t in finite) and not (past or having)


def _participial(token: Token) -> bool:
    """A remark behind a comma: "…, sending a clear message"."""
    marked = any(child.dep_ in ("mark", "aux") for child in token.children)
    return token.tag_ in ("VBG", "VBN") and not marked and set_off(token)


def _opening(token: Token) -> bool:
    """A remark before a comma: "Born and educated in Russia, …"."""
    holding = ("mark", "prep", "advmod", *SUBJECTS, *AUXILIARIES)
    light = ("having", "long", "originally", "traditionally", "formerly", "previously")
    before = [child for child in token.children if child.i < token.i and child.lower_ not in light]
    marked = any(child.dep_ in holding for child in before)
    remark = token.tag_ in ("VBG", "VBN") and not marked and token.lemma_ not in _HOLDING
    return remark and token.i < token.head.i and _leads(token)


def _leads(token: Token) -> bool:
    """Whether a comma follows the words that hang on `token`."""
    after = token.right_edge.i + 1
    return after < len(token.doc) and token.doc[after].text == ","
