"""Reasons: what stands behind "because", "because of", "due to"; asked with "Why"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims, denials
from quizlib.extract._gates import LONGEST_KEY
from quizlib.language.asides import set_off
from quizlib.language.clause import Part
from quizlib.language.clauses import SAYING
from quizlib.language.questions import ask
from quizlib.language.references import plural
from quizlib.language.text import neighbor
from quizlib.language.trimming import explains, shortened
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Token

    from quizlib.language import Analysis

CUES = frozenset({"because", "due"})
PHRASES = ("as a result of", "owing to", "thanks to", "on account of", "in response to")
#: Without one of these a sentence tells no reason.
_WORDS = CUES | frozenset("since as result owing thanks account response".split())
#: What may stand before the cue: how much of the reason it is.
SHARES = frozenset("mainly partly largely primarily chiefly mostly simply probably".split())


_LIKELY = frozenset({"likely", "probably", "possibly", "perhaps", "part"})
#: Behind such words ", as" opens an example.
_EXAMPLE = frozenset("when if in with for on at by".split())


#: So many words say what a thing is; "an advantage" judges it.
WHOLE = 4


class Reasons:
    summary = "“… because …”, “… because of …”, “… due to …”, asked with “Why”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        told = [*claims(analysis), *denials(analysis)]
        for claim in (_opened(one) for one in told if not _WORDS.isdisjoint(one.sentence.words)):
            for part in claim.clause.parts:
                if is_reason(part):
                    yield from _why(claim, part)


def _opened(claim: Claim) -> Claim:
    """The claim with a reason that the parser hung on its last verb: "began to … because"."""
    last = claim.clause.after[-1] if claim.clause.after else None
    if last is None or last.role != "xcomp":
        return claim
    for token in last.tokens:
        ends = token.dep_ == "advcl" and token.right_edge == last.tokens[-1]
        if ends and token.left_edge.lower_ == "because" and token.left_edge.i > last.start:
            inner = tuple(t for t in last.tokens if t.i < token.left_edge.i)
            reason = tuple(t for t in last.tokens if t.i >= token.left_edge.i)
            parts = (replace(last, tokens=inner), Part("advcl", token, reason))
            after = (*claim.clause.after[:-1], *parts)
            return replace(claim, clause=replace(claim.clause, after=after))
    return claim


def is_reason(part: Part) -> bool:
    """Whether the part gives a reason."""
    if part.role not in ("advcl", "prep", "acomp"):
        return False
    opening = " ".join(token.lower_ for token in part.tokens[:4])
    if part.role == "prep" and opening.startswith(PHRASES):
        return True
    if any(t.tag_ == "TO" and neighbor(t, -1).lower_ == "due" for t in part.tokens[1:4]):
        return False  # "due to open in May" tells when
    cue = next((t.lower_ for t in part.tokens if t.lower_ not in SHARES), "")
    if part.role == "advcl" and explains(part):
        return True
    if part.role == "advcl" and cue == "since":
        # In the past it is as often a time, unless a comma sets it off: "…, since it feared that".
        return part.head.tag_ in ("VBZ", "VBP") or (set_off(part.head) and part.start > 0)
    return cue in CUES


def _elsewhere(claim: Claim, part: Part) -> bool:
    """Whether it may be the reason of a remark before it, of what is reported, or of nothing."""
    remarks = [p for p in claim.clause.after if p.role == "advcl" and p.start < part.start]
    due = part.tokens[0].lower_ == "due"
    reported = due and claim.clause.verb.lemma_ in SAYING
    roles = ("attr", "acomp", "prep") if due else ("attr", "acomp", "prep", "advmod")
    told = any(p.role in roles for p in claim.clause.after if p != part)  # "is often due to"
    bare = due or not claim.clause.auxiliaries  # "may be due to" tells no more than "is due to"
    nothing = claim.clause.verb.lemma_ == "be" and bare and not told
    joined = [c for c in claim.clause.verb.children if c.dep_ == "conj" and c.pos_ == "VERB"]
    if any(claim.clause.verb.i < c.i < part.start for c in joined):
        return True  # "mate in autumn and feed well because …": which of the two?
    return reported or nothing or any(p.head.tag_ == "VBG" for p in remarks)


def _named_so(claim: Claim) -> bool:
    """Whether it says what a thing is: "a deodand was an object forfeited because …"."""
    told = [p.head for p in claim.clause.after if p.role == "attr" and len(p.tokens) >= WHOLE]
    return claim.clause.verb.lemma_ == "be" and any(
        c.lower_ in ("a", "an") for head in told for c in head.children
    )


def _followed(part: Part) -> bool:
    """Whether another reason stands behind it: "because of yeast, and because flour …"."""
    doc, end = part.tokens[-1].doc, part.tokens[-1].i + 1
    behind = [token.lower_ for token in doc[end : end + 3] if not token.is_punct]
    return behind[:2] == ["and", "because"]


def _elliptic(verb: Token) -> bool:
    """Whether it says that something is, and leaves out what."""
    told = any(c.dep_ in ("attr", "acomp", "oprd", "expl") for c in verb.children)
    return verb.lemma_ == "be" and not told and neighbor(verb).text == ","


def _of_others(claim: Claim, told: Sequence[Token]) -> bool:
    """Whether an "it" or "them" of the reason stands for nothing that the question tells of."""
    subject = claim.clause.subject.head
    done = [part.head for part in claim.clause.after if part.role == "dobj"]
    told_of = {plural(noun) for noun in (subject, *done)}
    objects = [t for t in told if t.lower_ in ("it", "them") and t.dep_ in ("dobj", "pobj")]
    return any((token.lower_ == "them") not in told_of for token in objects)


def _why(claim: Claim, part: Part) -> Iterator[Fact]:
    if claim.clause.subject.tokens[0].pos_ == "NUM" or _named_so(claim):
        return  # why just so many, or why it is "an animal that …", nobody asks
    hedge = neighbor(part.tokens[0], -1) if part.start else None
    if hedge is not None and hedge.lower_ in _LIKELY:
        return
    if "partly" in (part.tokens[0].lower_, hedge.lower_ if hedge is not None else ""):
        return  # what else was a reason is as good an answer
    if _elsewhere(claim, part) or _followed(part):
        return
    said = [p for p in claim.clause.after if p.role != "advmod" or p.head.lower_ not in SHARES]
    claim = replace(claim, clause=replace(claim.clause, after=tuple(said)))
    question = ask(claim.clause, "Why", part)
    told = shortened(part.tokens, LONGEST_KEY)
    if any(c.dep_ == "conj" and c.i > told[-1].i for c in part.head.children):
        return  # "because it melts early, boils late and …": one of several
    if told[0].lower_ == "as" and told[1:] and told[1].lower_ in _EXAMPLE:
        return  # ", as when walk takes -ed"
    if _elliptic(part.head):
        return  # "because they are, in proportion"
    if sum(token.lower_ == "because" for token in told) > 1 or _of_others(claim, told):
        return
    since = told[0].lower_ in ("since", "as")  # nobody answers "Why?" with it
    text = claim.clause.said(told[1:] if since else told)
    text = text if since else text[:1].lower() + text[1:]
    asking = Asking(
        form="because",
        question=question,
        answer=told[1:] if since else told,
        kind=AnswerType.REASON,
        text=text,
        asked=part,
        lead="because" if since else "",
    )
    yield from facts(claim, "reasons", asking)


method = Reasons()
