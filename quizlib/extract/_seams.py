"""Seams: commas between two parts of a clause that show that they were read wrongly.

The parser takes an apposition for an object ("born in Ulm, home of …"), or the participle
of a remark for the main verb ("the films, typically called cartoons, became …"). Either
way a comma stands alone between two words that the clause puts side by side.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from quizlib.language import Clause

#: What stands beside its verb; a comma before it sets off something else.
_BESIDE = frozenset(
    "dobj attr oprd acomp dative npadvmod appos nmod nsubj conj amod nummod".split()
)
_VERBAL = frozenset({"advcl", "acl", "relcl"})


def seamed(clause: Clause) -> bool:
    """Whether a part hangs behind a comma though it belongs to the verb, or the verb does."""
    kept = [token.i for token in clause.tokens]
    verbs = [token.i for token in (*clause.auxiliaries, *clause.inner, clause.verb)]
    lent = clause.subject.head.head.i != clause.verb.i
    starts = [part.tokens[0].i for part in clause.after if _tied(part.role, part.head)]
    apart = any(part.start > clause.subject.start for part in clause.before)
    if not (lent or apart):
        starts.append(min(i for i in verbs if i > clause.subject.start))
    doc = clause.verb.doc
    return any(_cut(doc, kept, start) for start in starts)


def _tied(role: str, head: Token) -> bool:
    if role in _BESIDE:
        return True
    participle = head.tag_ in ("VBG", "VBN", "JJ")
    return role in _VERBAL and participle and not any(c.dep_ == "mark" for c in head.children)


def _cut(doc: Doc, kept: list[int], start: int) -> bool:
    """Whether an odd number of commas stands between the word and the one kept before it."""
    place = bisect_left(kept, start)
    before = kept[place - 1] if place else start
    if before + 1 >= start:
        return False
    return sum(1 for token in _outside(doc, before + 1, start) if token.text == ",") % 2 == 1


def _outside(doc: Doc, start: int, end: int) -> Iterator[Token]:
    """The words from `start` to `end` but for those in brackets."""
    depth = 0
    for token in doc[start:end]:
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
        if depth == 0:
            yield token


def bracketed(clause: Clause) -> bool:
    """Whether the verb stands in brackets, within its sentence."""
    if not clause.sentence.brackets:
        return False
    depth = 0
    for token in clause.sentence.tokens:
        if token.i == clause.verb.i:
            return depth > 0
        depth += (token.text in ("(", "[")) - (token.text in (")", "]"))
    return False
