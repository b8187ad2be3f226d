"""Views: claims that a writer holds, so that the stem says where they stand.

Why something happened, what it is for, what could come of it and what matters most may be
seen otherwise elsewhere. Raters found such questions unfair, and open to other answers,
unless the stem says that this text is asked (docs/quality.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.model import AnswerType

if TYPE_CHECKING:
    from quizlib.extract._asking import Asking
    from quizlib.extract._claims import Claim

#: Answers that explain.
EXPLAINED = frozenset({AnswerType.REASON, AnswerType.PURPOSE, AnswerType.MEANS})
_FORMS = frozenset({"aim", "cause", "if"})
#: What comes of something, as a verb with its preposition tells it.
_LEADING = frozenset(
    """
    lead-to point-to result-in contribute-to depend-on rely-on serve-as use-as benefit-from
    """.split()
)
_MODALS = frozenset({"may", "might", "could", "can", "should", "must", "would", "will"})
_WEIGHING = frozenset(
    """
    main key central crucial vital essential important significant valuable necessary
    best worst likely unlikely
    """.split()
)
#: What makes "the … one" a matter of opinion.
_PRAISING = frozenset("best worst greatest important influential famous notable".split())


def held(claim: Claim, asking: Asking) -> bool:
    """Whether the claim explains, weighs or supposes, and does not just report."""
    present = claim.clause.verb.tag_ in ("VBZ", "VBP") and not claim.clause.auxiliaries
    told_by = (asking.question or "").startswith("What ")
    if told_by and asking.form in ("subject-phrase", "subject-list"):
        return True  # what causes, allows or prevents something
    explained = asking.kind in EXPLAINED and asking.form != "allow"
    if explained or asking.form in _FORMS:
        return True
    if present and asking.form in _LEADING:
        return True
    if any(token.lower_ in _MODALS for token in claim.clause.auxiliaries):
        return True
    if asking.kind is AnswerType.NUMBER and present:
        return True  # a count that will not stay
    weighing = _PRAISING if asking.form == "only" else _WEIGHING
    if not present and asking.form != "only":
        return False  # what has been, it reports
    return any(t.pos_ in ("ADJ", "ADV") and t.lower_ in weighing for t in claim.clause.tokens)
