"""The verbs that join stages: open whatever holds questions, compare banks, say what there is."""

from quizlib.library.changes import Changes, compare
from quizlib.library.offers import Formats, ModelInForce, Offer, formats, targets
from quizlib.library.opening import Opened, is_bank, is_deck, open_bank, open_target
from quizlib.library.renewal import renewed
from quizlib.library.sources import beside, default_title, slug, under_bank_ids

__all__ = [
    "Changes",
    "Formats",
    "ModelInForce",
    "Offer",
    "Opened",
    "beside",
    "compare",
    "default_title",
    "formats",
    "is_bank",
    "is_deck",
    "open_bank",
    "open_target",
    "renewed",
    "slug",
    "targets",
    "under_bank_ids",
]
