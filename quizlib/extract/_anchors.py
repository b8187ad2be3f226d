"""What ties a question to its text, so that a learner can tell what it is about.

Words of the title and of what is shown are known; rare words say themselves what they mean. "The
result" says neither (docs/decisions/0019).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.language.frequency import common
from quizlib.language.pronouns import RENAMED
from quizlib.language.references import UNIQUE
from quizlib.language.text import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from quizlib.extract._claims import Claim

#: What does something, or meets it.
_CORE = frozenset({"nsubj", "nsubjpass", "dobj"})
#: What behind a noun says which one is meant.
_SAYING_WHICH = frozenset({"prep", "relcl", "acl", "appos"})
#: What a question may be anchored by: no number, which says nothing of what is counted.
_ANCHORS = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})


def anchors(claim: Claim, stem: Sequence[Token], context: str) -> dict[str, float]:
    """Name -> how many words there are by which a learner can tell what is asked about.

    Those of the title or of the context are known; rare ones say themselves what they mean.
    """
    shown = _shown(claim, context)
    renamed = [t.doc.user_data.get(RENAMED, {}).get(t.i, "") for t in stem]
    told = {t.lemma_.lower(): t for t in stem if t.pos_ in _ANCHORS and not t.is_stop}
    home = {lemma for lemma, t in told.items() if lemma in shown or t.lower_ in shown}
    home |= {name for name in renamed if {w.casefold() for w in words(name)} & shown}
    rare = {lemma for lemma, t in told.items() if not (common(lemma) or common(t.lower_))}
    return {
        "stem words home": len(home),
        "stem words rare": len(rare),
        "stem unanchored": not home and not rare,
        "stem anchors": min(len(home), 2) + min(len(rare), 3),
        "stem pointing": sum(_points(t, shown) for t in stem),
    }


def hangs(claim: Claim, stem: Sequence[Token], context: str) -> bool:
    """Whether what did something, or met it, is "the" or "this method" that nothing shown names.

    Raters found every second such question unsound, and one in four good.
    """
    if not context and any(t.lower_ in ("this", "these") and t.dep_ == "det" for t in stem):
        return True
    shown = _shown(claim, context)
    return any(t.dep_ in _CORE and _points(t, shown) and _plain(t) for t in stem)


def _plain(noun: Token) -> bool:
    """Whether nothing but "the" stands before it: a "salt tax" says more."""
    return all(child.pos_ == "DET" or child.i > noun.i for child in noun.children)


def _shown(claim: Claim, context: str) -> frozenset[str]:
    """The words of the title and of the context, in small letters."""
    return claim.analysis.title_lemmas | {word.casefold() for word in words(context)}


def _points(noun: Token, shown: frozenset[str]) -> bool:
    """Whether it is "the result", and nothing says or shows the result of what."""
    if noun.pos_ != "NOUN" or not any(c.lower_ == "the" for c in noun.children):
        return False
    if noun.i in noun.doc.user_data.get(RENAMED, {}):
        return False  # "the town" is told by its name
    behind = any(c.i > noun.i and c.dep_ in _SAYING_WHICH for c in noun.children)
    told = any(c.pos_ == "PROPN" or c.ent_type_ or c.tag_ in ("JJS", "RBS") for c in noun.children)
    if behind or told or noun.lemma_.lower() in UNIQUE or not common(noun.lemma_.lower()):
        return False
    return not shown & {noun.lemma_.lower(), noun.lower_, f"{noun.lower_}s"}
