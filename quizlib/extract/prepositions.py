"""A verb with its preposition: what something depends on, leads to, is based on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from quizlib.extract._asking import Asking, facts
from quizlib.extract._claims import Claim, claims
from quizlib.extract._parts import ATTACHED, members, sort_of, variants, wh
from quizlib.extract.referring import named_as
from quizlib.language.clauses import SAYING
from quizlib.language.questions import ask
from quizlib.language.text import capitalised
from quizlib.language.trimming import explains
from quizlib.model import AnswerType, Fact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quizlib.language import Analysis, Clause, Part

#: Verb and preposition that belong together: the object says what matters.
PAIRS = frozenset(
    pair.replace("/", " ")
    for pair in """
    base/on depend/on rely/on rest/on lead/to result/in result/from consist/of contribute/to
    belong/to stem/from derive/from arise/from grow/out/of supply/with provide/with refer/to
    focus/on aim/at turn/to replace/by know/for divide/into compose/of make/of compare/with
    compare/to protect/from protect/against convert/into evolve/from point/to allow/for
    account/for call/for insist/on feed/on use/for use/as serve/as act/as know/as regard/as
    describe/as view/as start/as begin/as associate/with connect/to specialize/in specialise/in
    play/in warn/against warn/of name/after call/after look/at deal/with suffer/from react/with
    react/to respond/to adapt/to turn/into change/into grow/into develop/into transform/into
    split/into break/into separate/into separate/from live/on die/of apply/to attach/to bind/to
    fix/to build/of build/from build/on make/from make/up/of make/into cover/with fill/with
    line/with coat/with surround/by measure/in date/to owe/to stand/for differ/in differ/from
    end/in end/with border/on trade/in model/on root/in concern/with study/for honour/for
    honor/for award/for remember/for praise/for criticise/for criticize/for note/for power/by
    fund/by bound/by exchange/for mean/for design/for test/for search/for compete/for
    """.split()
)

#: Prepositions that, right behind the verb, belong to it more often than not.
_CLOSE = frozenset("from into to with as upon against".split())
#: Verbs that these say the way of, or that are half of another one: "begin to thaw".
_MOVING = frozenset(
    """
    return come go move travel send bring take extend migrate flee run rise fall grow flock throng
    begin start continue try want need have happen seem appear
    """.split()
)
#: Said "to" somebody, for whom nobody asks with "What".
_TOLD = frozenset("complain write speak talk report apologise apologize appeal listen say".split())
_CIRCUMSTANCES = frozenset({"DATE", "TIME", "GPE", "LOC", "FAC", "CARDINAL", "PERCENT", "MONEY"})


class Prepositions:
    summary = "verb with preposition: “What is X based on?”, “What did X lead to?”"

    def extract(self, analysis: Analysis) -> Iterator[Fact]:
        for claim in map(_unexplained, claims(analysis)):
            for part in claim.clause.after:
                if part.role == "prep" and (pair(claim, part) in PAIRS or _close(claim, part)):
                    yield from _what(claim, part)
                elif part.role == "acomp":
                    yield from _what_of(claim, part)


def _unexplained(claim: Claim) -> Claim:
    """The claim without a reason at its end: "…, as it was cheap"."""
    clause = claim.clause
    after = tuple(p for p in clause.after if not (p.role == "advcl" and explains(p)))
    whole = len(after) == len(clause.after)
    return claim if whole else replace(claim, clause=replace(clause, after=after))


def _close(claim: Claim, part: Part) -> bool:
    """Whether the part stands right behind the verb and says no time, place or amount."""
    objects = [child for child in part.head.children if child.dep_ == "pobj"]
    if claim.clause.after[0] is not part or part.start != claim.clause.verb.i + 1:
        return False
    if claim.clause.verb.lemma_ in _MOVING:
        return False
    plain = len(objects) == 1 and objects[0].ent_type_ not in _CIRCUMSTANCES
    return plain and part.head.lower_ in _CLOSE and claim.clause.verb.lemma_ != "be"


def pair(claim: Claim, part: Part) -> str:
    """The verb's lemma and the whole preposition: "depend on", "grow out of"."""
    return f"{claim.clause.verb.lemma_} {preposition(part)}"


def preposition(part: Part) -> str:
    """The words before the object: "on", "out of"."""
    inner = part.head
    words = [inner.lower_]
    if not any(child.dep_ == "pobj" for child in inner.children):
        words += [child.lower_ for child in inner.children if child.dep_ == "prep"]
    return " ".join(words)


def _ends(part: Part) -> int:
    """Where the preposition ends: "largely | to | a nobleman"."""
    inner = part.head
    if any(child.dep_ == "pobj" for child in inner.children):
        return int(inner.i)
    return max((c.i for c in inner.children if c.dep_ == "prep"), default=inner.i)


def _what(claim: Claim, part: Part) -> Iterator[Fact]:
    led = preposition(part)
    answer = tuple(token for token in part.tokens if token.i > _ends(part))
    behind = [p.tokens[0].lower_ for p in claim.clause.after if p.start > part.start]
    if any(p.role == "prep" and preposition(p) == led for p in claim.clause.after if p is not part):
        return  # "led to more attention | to walls": which "to" is meant?
    timed = any(t.ent_type_ in ("DATE", "TIME") for t in part.head.children)
    told = led == "to" and claim.clause.verb.lemma_ in _TOLD
    if claim.clause.verb.lemma_ in SAYING or timed or told or named_as(claim.clause):
        return
    if (
        not answer
        or (answer[0].tag_ == "VBG" and claim.clause.verb.lemma_ != "aim")
        or answer[0].lower_ in ("example", "instance")
        or set(behind) & ATTACHED
    ):
        return
    kind = sort_of(claim.analysis, claim.clause, answer)
    asked = wh(claim.analysis, kind, answer, subject=False)
    if asked == "Whom":
        return
    asked = "What" if led == "as" else asked
    question = _led(claim.clause, asked, part, led)
    text = claim.clause.said(answer)
    asking = Asking(
        form=pair(claim, part).replace(" ", "-"),
        question=question,
        answer=answer,
        kind=kind,
        asked=part,
        members=members(claim.clause, answer) if kind is AnswerType.LIST else (),
        accepted=variants(claim.analysis, kind, text),
        relation=pair(claim, part),
    )
    yield from facts(claim, "prepositions", asking)


#: Adjectives with a preposition that say what matters of a thing: "famous for".
_QUALITIES = frozenset(
    """
    famous/for known/for responsible/for notable/for rich/in responsible/to similar/to related/to
    essential/for necessary/for essential/to vital/for vital/to typical/of characteristic/of
    made/of capable/of full/of home/to native/to sacred/to resistant/to sensitive/to dependent/on
    subject/to based/on based/in suitable/for based/at equal/to equivalent/to common/in
    """.split()
)


def _what_of(claim: Claim, part: Part) -> Iterator[Fact]:
    """“X is famous for Y”, asked with “What is X famous for?”."""
    clause, head = claim.clause, part.head
    led = [c for c in part.head.children if c.dep_ == "prep" and c.i > head.i]
    if clause.verb.lemma_ != "be" or part is not clause.after[-1] or len(led) != 1:
        return
    pair = f"{head.lower_} {led[0].lower_}"
    answer = [t for t in part.tokens if t.i > led[0].i]
    objects = [c for c in led[0].children if c.dep_ == "pobj"]
    whole = len(objects) == 1 and {t.i for t in objects[0].subtree} == {t.i for t in answer}
    if pair.replace(" ", "/") not in _QUALITIES or not answer or not whole:
        return
    kind = sort_of(claim.analysis, clause, answer)
    asked = wh(claim.analysis, kind, answer, subject=False)
    said = clause.said([t for t in part.tokens if t.i <= led[0].i])
    asking = Asking(
        form=pair.replace(" ", "-"),
        question=ask(clause, "What" if asked == "Whom" else asked, part, stranded=said),
        answer=answer,
        kind=kind,
        asked=replace(part, tokens=tuple(answer)),
        members=members(clause, answer) if kind is AnswerType.LIST else (),
        accepted=variants(claim.analysis, kind, clause.said(answer)),
        relation=f"be {pair}",
        least=2,
    )
    yield from facts(claim, "prepositions", asking)


def _led(clause: Clause, wh: str, part: Part, led: str) -> str | None:
    """The question that ends with the preposition; a time that follows goes to the front.

    None where anything else follows: "pegged to at 1.79 florins" is hard to read.
    """
    later = [p for p in clause.after if p.start > part.start]
    if not later:
        return ask(clause, wh, part, stranded=led)
    timed = any(token.ent_type_ in ("DATE", "EVENT") for token in later[0].tokens)
    if len(later) > 1 or not timed or later[0].role != "prep":
        return None
    kept = replace(clause, after=tuple(p for p in clause.after if p is not later[0]))
    question = ask(kept, wh, part, stranded=led)
    opening = capitalised(clause.said(later[0].tokens))
    return f"{opening}, {question[:1].lower()}{question[1:]}" if question else None


method = Prepositions()
