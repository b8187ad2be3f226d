"""The base of every model: frozen data that refuses unknown fields."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Immutable data; a changed copy comes from `model_copy(update=…)`."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
