"""Whether a clause was read right, and can be turned into a question as it stands."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from quizlib.extract._seams import bracketed, seamed
from quizlib.language.references import LOOSE, dangling, loose
from quizlib.language.text import neighbor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizlib.language import Clause, Part

#: Verbs with two objects, of which the parser often makes one.
GIVING = frozenset("give lend send offer grant award hand pay show teach tell".split())
#: Said of none, few or only some, a claim turned into a question says another thing.
_NONE = frozenset("no none neither nobody nothing few only not never hardly".split())
#: What makes a figure a guess: "perhaps 40,000 people".
GUESSED = frozenset("perhaps possibly probably maybe presumably allegedly reportedly".split())
_SOME = frozenset("one some many most others another several all both each either".split())
_YEAR = re.compile(r"(?:1\d|20)\d\d")
_CONTRASTS = frozenset({"while", "whereas", "whilst"})
_DASHES = frozenset({"-", "–"})
#: What opens a reason or a purpose.
_EXPLAINING = frozenset({"because", "so"})
#: What opens examples of a thing that a question leaves out.
_EXAMPLES = ("including", "such")


def whole(clause: Clause) -> bool:
    """Nothing torn apart, said of none, guessed, or tied to a moment that nobody sees."""
    if _loose(clause) or _nobody(clause) or seamed(clause) or bracketed(clause):
        return False
    if _quoting(clause):
        return False
    return not (_negative(clause) or _broken(clause) or _lost(clause) or _backward(clause))


def _quoting(clause: Clause) -> bool:
    """Whether a quotation follows at once that belongs to it: "a speech that ended “You …”"."""
    last = clause.tokens[-1]
    following = last.doc[last.i + 1 : last.i + 2]
    if following.text == "“" or (following.text == ":" and last.pos_ == "VERB"):
        return True
    opened = sum(token.text == '"' for token in clause.tokens) % 2 == 1
    return following.text == '"' and not opened and not following[0].whitespace_


def _loose(clause: Clause) -> bool:
    """Whether a word ties it to a moment or a text that nobody sees."""
    if LOOSE.isdisjoint(clause.sentence.words):
        return False
    # Within a reason "then" and "still" point to what the reason is given for.
    reasons = {
        token.i
        for part in clause.parts
        if part.role == "advcl" and part.tokens[0].lower_ in _EXPLAINING
        for token in part.tokens
    }
    return loose([token for token in clause.tokens if token.i not in reasons]) is not None


def _nobody(clause: Clause) -> bool:
    """Whether the subject is a bare "one" or "some", of what the sentence does not say."""
    subject = clause.subject.tokens
    if clause.subject.head.tag_ in ("JJ", "JJR", "JJS"):
        return True  # "the strongest ever recorded": what was it?
    if clause.verb.lemma_ == "do" and not any(p.role == "dobj" for p in clause.after):
        return True  # "French soldiers did": what, a question before it says
    if clause.subject.head.lower_ in ("one", "ones") and clause.subject.head.pos_ != "PROPN":
        return not any(child.lower_ == "of" for child in clause.subject.head.children)
    if len(subject) > 1:
        return False
    return subject[0].pos_ == "NUM" or subject[0].lower_ in _SOME or _unnamed(clause, subject[0])


def _unnamed(clause: Clause, subject: Token) -> bool:
    """Whether it is a "they" that the clause does not name; raters could not tell whom."""
    return subject.lower_ == "they" and subject in dangling(clause.tokens, ())


def _negative(clause: Clause) -> bool:
    parts = (clause.subject, *clause.parts)
    opening = [token.lower_ for part in parts for token in part.tokens[:1]]
    led = [part for part in clause.parts if part.role == "prep"]
    adverbial = [token.lower_ for part in led for token in part.tokens[1:2]]
    return bool(_NONE & {*opening}) or "no" in adverbial  # "in no way"


def _broken(clause: Clause) -> bool:
    """Whether a part goes on behind another one, or is set off by a comma that is lost."""
    subject = clause.subject.tokens
    if (
        subject[-1].tag_ == "POS"
        or subject[-1].dep_ == "cc"  # "… and his colleagues and recorded"
        or subject[0].pos_ == "ADP"
        or any(_year_before(t) for t in subject[:3])
    ):
        return True
    doc, start, end = subject[0].doc, subject[0].i, subject[-1].i + 1
    set_off = end < len(doc) and doc[end].text == ","
    if set_off and any(token.text == "," for token in doc[start:end]):
        return True
    dashed = any(dash in clause.sentence.block.text for dash in _DASHES)
    if dashed and any(_cut_at_dash(part) for part in (clause.subject, *clause.parts)):
        return True
    if any(part.role == "dobj" and _no_object(part) for part in clause.after):
        return True
    if clause.verb.lemma_ in GIVING and _only_given_to(clause):
        return True
    if sum(part.role == "dobj" for part in clause.after) > 1:
        return True  # "made the US Open semi | - | finals"
    if any(part.role in ("dep", "conj") or _run_on(part) or _cut(part) for part in clause.parts):
        return True
    if any(part.role == "prep" and len(part.tokens) == 1 for part in clause.before):
        return True  # its object went to the subject
    return _intertwined(clause.parts)


def _intertwined(parts: Sequence[Part]) -> bool:
    """Whether a word of one part stands within another."""
    own = [{token.i for token in part.tokens} for part in parts]
    spans = [range(min(part), max(part)) for part in own]
    ordered = sorted(spans, key=lambda span: span.start)
    if all(one.stop < other.start for one, other in pairwise(ordered)):
        return False
    return any(
        i in span
        for place, span in enumerate(spans)
        for other, part in enumerate(own)
        if place != other
        for i in part
    )


def _only_given_to(clause: Clause) -> bool:
    """Whether the parser took what was given for another name of whom it was given to.

    "He sent Doodson, the director, a set of maps" leaves him as the one thing sent.
    """
    objects = [part.head for part in clause.after if part.role == "dobj"]
    renamed = [c for noun in objects for c in noun.children if c.dep_ == "appos"]
    return any(c.dep_ == "appos" for name in renamed for c in name.children)


def _no_object(part: Part) -> bool:
    """Whether another clause was read as the object: "work | slowly and dead material grows"."""
    return part.tokens[0].pos_ == "ADV" and neighbor(part.tokens[0]).dep_ == "cc"


def _year_before(token: Token) -> bool:
    """Whether a year stands before the noun that is told of: "about 1723 a French officer"."""
    year = token.is_digit and _YEAR.fullmatch(token.text) is not None
    return year and neighbor(token).lower_ in ("a", "an", "the")


def _cut(part: Part) -> bool:
    """Whether a part ends in the middle of a list, or is called a clause and has no verb."""
    verbless = part.role == "advcl" and part.head.pos_ in ("NOUN", "PROPN", "NUM")
    last = part.tokens[-1]
    stranded = last.dep_ == "prep" and last.n_rights == 0 and len(part.tokens) > 2
    return verbless or stranded or last.dep_ in ("cc", "preconj")


def _cut_at_dash(part: Part) -> bool:
    """Whether a dash ties it to what another part has: "Calgary– | Edmonton Corridor"."""
    first, last = part.tokens[0], part.tokens[-1]
    before = first.i > 0 and neighbor(first, -1)
    tied = before and before.text in _DASHES and not before.whitespace_
    after = neighbor(last).text if last.i + 1 < len(last.doc) else ""
    return bool(tied) or (after in _DASHES and not last.whitespace_ and after != "—")


def _run_on(part: Part) -> bool:
    """A second main verb that the parser hangs below the first."""
    if part.role != "advcl" or part.head.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    own = {child.dep_ for child in part.head.children}
    return not own & {"mark", "nsubj", "nsubjpass", "advmod"}


def _lost(clause: Clause) -> bool:
    """Whether an apposition stays whose comma is gone, or a guess stands within a part."""
    kept = {token.i for token in clause.tokens}
    words = clause.sentence.words
    contrasting = not _CONTRASTS.isdisjoint(words)
    if contrasting and any(token.lower_ in _CONTRASTS for token in clause.tokens):
        return True  # two claims in one
    guessing = not GUESSED.isdisjoint(words)
    for token in clause.tokens:
        if token.dep_ in ("appos", "npadvmod") and not token.left_edge.is_sent_start:
            before = token.doc[token.left_edge.i - 1]
            if before.is_punct and before.i not in kept:
                return True
        if (
            guessing
            and token.lower_ in GUESSED
            and "NUM" in (token.head.pos_, neighbor(token).pos_)
        ):
            return True
    return False


def _backward(clause: Clause) -> bool:
    """Told from a later moment ("had been captured"), or with examples behind the verb."""
    if any(token.lower_ == "had" for token in clause.auxiliaries):
        return True
    return any(part.tokens[0].lower_ in _EXAMPLES for part in clause.after)
