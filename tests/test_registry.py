"""What a registry finds, and what it says of what it does not."""

from __future__ import annotations

import sys
from importlib import metadata

import pytest

from quizlib.errors import DuplicateName, UnknownName
from quizlib.registry import Registry


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package folder "things" that offers `one` and `two`; the latter cannot be imported."""
    folder = tmp_path / "things"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    (folder / "one.py").write_text("thing = 'the one'\n")
    (folder / "two.py").write_text("raise RuntimeError('broken')\n")
    (folder / "_private.py").write_text("thing = 'nobody sees this'\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield "things"
    for name in [name for name in sys.modules if name.split(".")[0] == "things"]:
        del sys.modules[name]


def entry(name: str, value: str) -> metadata.EntryPoint:
    return metadata.EntryPoint(name=name, value=value, group="things")


def test_names_are_found_without_importing(package):
    registry: Registry[str] = Registry("thing", package, "thing")
    assert registry.names() == ["one", "two"]
    assert "things.two" not in sys.modules
    assert registry.get("one") == "the one"


def test_an_unknown_name_lists_the_known(package):
    registry: Registry[str] = Registry("thing", package, "thing")
    with pytest.raises(UnknownName) as error:
        registry.get("onne")
    assert str(error.value) == "unknown thing 'onne' (did you mean one?); known: one, two"


def test_installed_packages_go_through_the_same_door(package, monkeypatch):
    monkeypatch.setattr(
        metadata, "entry_points", lambda group: [entry("three", "things.one:thing")]
    )
    registry: Registry[str] = Registry("thing", package, "thing")
    assert registry.names() == ["one", "three", "two"]
    assert registry.get("three") == "the one"
    assert registry.places()["three"] == "things.one:thing"


def test_two_offers_of_one_name(package, monkeypatch):
    monkeypatch.setattr(metadata, "entry_points", lambda group: [entry("one", "other:thing")])
    registry: Registry[str] = Registry("thing", package, "thing")
    with pytest.raises(DuplicateName) as error:
        registry.names()
    assert str(error.value) == (
        "thing 'one' is offered more than once: other:thing, things.one:thing"
    )
