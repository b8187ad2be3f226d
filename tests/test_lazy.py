"""Names that are loaded on first use, and old ones, which warn once."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from types import ModuleType

import pytest

from quizlib.lazy import Deprecated, loader

ROOT = Path(__file__).parent.parent


@pytest.fixture
def package(monkeypatch):
    """A package that offers `dumps` from the module `json`, under an old name too."""
    made = ModuleType("pepper")
    places = {"dumps": "json"}
    made.__getattr__ = loader("pepper", places, {"to_text": Deprecated("dumps", "0.3")})  # type: ignore[method-assign]
    monkeypatch.setitem(sys.modules, "pepper", made)
    return made


def test_a_name_is_loaded_when_it_is_used_and_kept(package):
    assert "dumps" not in vars(package)
    assert package.dumps([1]) == "[1]"
    assert "dumps" in vars(package)


def test_a_deprecated_name_works_and_warns_once_with_its_replacement(package):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        assert package.to_text([1]) == "[1]"
        assert package.to_text([2]) == "[2]"
    [warning] = told
    assert warning.category is DeprecationWarning
    assert str(warning.message) == (
        "pepper.to_text is deprecated and will be gone in 0.3; use pepper.dumps"
    )
    assert warning.filename == __file__  # the line that uses the name, not quizlib's


def test_the_page_of_what_is_promised_shows_the_warning(monkeypatch):
    made = ModuleType("quizlib")
    made.__getattr__ = loader("quizlib", {}, {"old_name": Deprecated("new_name", "0.3")})  # type: ignore[method-assign]
    made.new_name = "new"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "quizlib", made)
    with pytest.warns(DeprecationWarning, match="old_name") as told:
        assert made.old_name == "new"
    assert f"\n{told[0].message}\n" in (ROOT / "docs/stability.md").read_text(encoding="utf-8")


def test_importing_a_deprecated_name_tells_the_line_that_does_it(package):
    with pytest.warns(DeprecationWarning, match=r"use pepper\.dumps$") as told:
        exec("from pepper import to_text")
    assert told[0].filename == "<string>"


def test_a_misspelt_name_is_told_as_python_does(package):
    with pytest.raises(AttributeError, match=r"^module 'pepper' has no attribute 'dump'$"):
        _ = package.dump
