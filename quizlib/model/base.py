"""The base of every model: frozen data that refuses unknown fields."""

from __future__ import annotations

from typing import dataclass_transform

from pydantic import BaseModel, Field


# So that type checkers refuse assignments too: Pydantic's configuration tells them nothing.
@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class Frozen(BaseModel, frozen=True, extra="forbid", defer_build=True):
    """Immutable data; a changed copy comes from `model_copy(update=…)`."""
