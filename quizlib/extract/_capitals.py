"""Capitals that say nothing: of a question all in capitals, and of the head of a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from quizlib.language.analysis import UPPER
from quizlib.language.dictionary import ordinary
from quizlib.language.questions import names
from quizlib.language.text import neighbor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizlib.extract._claims import Claim

#: Letters; a short word in small letters is hardly a name.
SHORT = 3
#: Words that open or join questions, which a short text may not have in small letters.
_FEW = frozenset(
    "a an am are at be by can did do for how in is it my no of on or the to was we what when where"
    " which who why will does should may must could would have has been".split()
)
#: What the tagger seldom takes a word of a trade for.
_SURE = frozenset({"PERSON", "GPE", "NORP", "LANGUAGE", "DATE"})
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def calm(question: str, text: str) -> str:
    """A question in capitals in small letters; "" where the text does not show what is a name.

    "WHY HAS IT GONE BROWN?" becomes "Why has it gone brown?" where "brown" and "gone" stand in
    small letters in the text; any other question stays as it is.
    """
    if not question.isupper():
        return question
    known = _small_words(text)
    words = _WORD.findall(question)
    if any(len(word) > SHORT and word.lower() not in known | _FEW for word in words):
        return ""
    small = _WORD.sub(lambda found: _written(found.group(), known), question)
    return small[:1].upper() + small[1:]


def _written(word: str, known: frozenset[str]) -> str:
    """A short word that the text has in capitals only is an abbreviation: "TCP"."""
    if word == "I" or word.startswith(("I'", "I’")):
        return word[0] + word[1:].lower()
    return word.lower() if word.lower() in known | _FEW else word


@lru_cache(maxsize=2)
def _small_words(text: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(text) if word.islower())


def in_doubt(claim: Claim, stem: Sequence[Token], question: str) -> bool:
    """Whether a word has its capital only from the head of the sentence, and no dictionary has it.

    "Kaolinite is low", "Trawlermen gave …": a name, or a word of the trade. Who did one thing
    once is a name.
    """
    first = next((t for t in stem if t.is_sent_start and t.text.istitle()), None)
    if first is None or first.text not in question.split(" ", 1)[-1] or not names(first):
        return False
    clause, titled = claim.clause, claim.analysis.title_lemmas
    several = clause.subject.head.tag_ in ("NNS", "NNPS") or first.lower_.endswith("men")
    always = any(t.tag_ in ("VBZ", "VBP") for t in (clause.verb, *clause.auxiliaries))
    elsewhere = first.lower_ in first.doc.user_data.get(UPPER, ()) or neighbor(first).is_title
    known = elsewhere or bool(titled & {first.lower_, first.lemma_.lower()})
    sure = known or ordinary(first.lower_) or first.ent_type_ in _SURE
    return (several or always) and not sure
