"""Whether stem, source line or the text at large give a key away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quizlib.language.analysis import OFTEN
from quizlib.language.names import DEMONYMS
from quizlib.model import AnswerType

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from quizlib.extract._asking import Asking
    from quizlib.extract._claims import Claim

FEW = 3  # words; in so short a key every word counts
STEM = 4  # letters; a shorter word makes no other
NATION = 4  # letters; a country and its people mostly share them
KIN = 6  # letters; words that begin with the same are of one family
TOPIC = 0.3  # of the sentences; a name that stands in more is what the text is about
_HALF = 0.5  # of the words of a purpose may stand in the stem
_DERIVED = re.compile(r"(?:ity|ness|[ts]ion|ment|ism|ship|hood|[ae]nce|ability)$")

SPOKEN_AS_ONE = frozenset({AnswerType.REASON, AnswerType.PURPOSE, AnswerType.MEANS})
FREE = SPOKEN_AS_ONE | {AnswerType.CLAUSE, AnswerType.TEXT}


def leaks(stem: Sequence[Token], answer: Sequence[Token], kind: AnswerType) -> bool:
    """Whether a content word of the key stands in the stem already."""
    seen = {token.lemma_.lower() for token in stem if not token.is_stop}
    if kind in FREE:
        told = [t for t in answer if not t.is_stop and t.pos_ in ("NOUN", "VERB", "ADJ", "PROPN")]
        known = sum(t.lemma_.lower() in seen for t in told)
        if not told and kind in SPOKEN_AS_ONE:
            return True  # "because of this"
        return bool(told) and known >= len(told) * (_HALF if kind is AnswerType.PURPOSE else 1)
    named = len(answer) > 1 and answer[-1].pos_ == answer[-2].pos_ == "PROPN"
    if named or (len(answer) > 1 and kind is AnswerType.TERM):
        answer = answer[:-1]  # "a natural number that …": "a composite number"; "Salt Road"
    head = [t for t in answer if t.pos_ in ("NOUN", "ADJ", "VERB", "NUM")]
    if len(answer) == 1 and head and any(_derived(head[0], t) for t in stem):
        return True  # "being prime": "primality"
    names = [t for t in answer if t.pos_ == "PROPN"]
    if kind is AnswerType.COUNTRY and _nation_told(names, [t.lower_ for t in stem]):
        return True  # "Australia": "the Australian"
    return any(t.lemma_.lower() in seen for t in [*head, *names] if not t.is_stop)


def _derived(key: Token, told: Token) -> bool:
    """Whether a key of one word is made of a word of the stem."""
    word = told.lemma_.lower()
    if not _DERIVED.search(key.lower_):
        return False
    made = key.lemma_.lower().startswith(word[: max(STEM, len(word) - 1)])
    return len(word) >= STEM and made and told.pos_ in ("NOUN", "ADJ", "VERB") and not told.is_stop


def _nation_told(names: Sequence[Token], told: Iterable[str]) -> bool:
    """Whether a word names the country's people: "the French Revolution" tells of France."""
    nation = next((t.lower_ for t in reversed(names) if t.pos_ == "PROPN"), "")
    people = DEMONYMS.get(nation, nation[:NATION])
    return bool(nation) and any(word.startswith((nation[:NATION], people)) for word in told)


def given(claim: Claim, asking: Asking) -> bool:
    """Whether the source line shows what is asked for."""
    if asking.kind in FREE:
        return False
    inside = {token.i for token in asking.answer}
    heads = [t for t in asking.answer if t.head.i not in inside]
    if asking.kind is AnswerType.COUNTRY and _nation_told(
        asking.answer, claim.analysis.title_lemmas
    ):
        return True
    if asking.kind is AnswerType.DATE:
        return any(t.like_num and t.text in claim.analysis.document.title for t in asking.answer)
    if any(t.dep_ == "conj" and t.head in heads for t in asking.answer):
        return False  # the title may name one of several, hardly all
    names = [t for t in asking.answer if t.pos_ == "PROPN" and heads[0].pos_ == "PROPN"]
    few = asking.answer if len(asking.answer) <= FEW else ()
    told = [t for t in (*heads, *names, *few) if t.pos_ in ("NOUN", "PROPN", "NUM")]
    return any(_in_title(claim, token, alone=len(asking.answer) == 1) for token in told)


def _in_title(claim: Claim, token: Token, *, alone: bool) -> bool:
    """Whether a word of the title says it: the same one, its initials, or all of it by a kin."""
    titled = claim.analysis.title_lemmas
    if token.lemma_.lower() in titled or token.lower_ in titled:
        return True
    initials = "".join(word[0] for word in claim.analysis.document.title.split())
    if token.is_upper and len(token) > 1 and token.text in initials:
        return True
    kin = token.lower_[:KIN]
    return alone and len(kin) == KIN and any(word.startswith(kin) for word in titled)


def obvious(claim: Claim, asking: Asking) -> bool:
    """Whether a country or person is asked for that most of the text is about."""
    if asking.kind not in (AnswerType.COUNTRY, AnswerType.PERSON):
        return False
    name = next((t.lemma_.lower() for t in reversed(asking.answer) if t.pos_ == "PROPN"), "")
    often = claim.analysis.lemmas.get(name, 0)
    return often >= OFTEN and often > TOPIC * len(claim.analysis.sentences)
