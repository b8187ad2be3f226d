"""The verbs that join stages: open whatever holds questions, compare banks, say what there is.

Each name is loaded when it is first used: to open a bank, nothing that builds one is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizlib.lazy import loader

if TYPE_CHECKING:
    from quizlib.library.changes import Changes, compare
    from quizlib.library.offers import Formats, ModelInForce, Offer, formats, targets
    from quizlib.library.opening import Opened, is_bank, is_deck, open_bank, open_target
    from quizlib.library.renewal import poorer, renewed
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
    "poorer",
    "renewed",
    "slug",
    "targets",
    "under_bank_ids",
]

_PLACES = {
    "Changes": ".changes",
    "Formats": ".offers",
    "ModelInForce": ".offers",
    "Offer": ".offers",
    "Opened": ".opening",
    "beside": ".sources",
    "compare": ".changes",
    "default_title": ".sources",
    "formats": ".offers",
    "is_bank": ".opening",
    "is_deck": ".opening",
    "open_bank": ".opening",
    "open_target": ".opening",
    "poorer": ".renewal",
    "renewed": ".renewal",
    "slug": ".sources",
    "targets": ".offers",
    "under_bank_ids": ".sources",
}


if not TYPE_CHECKING:  # else a misspelt name would pass for any value
    __getattr__ = loader(__name__, _PLACES)
