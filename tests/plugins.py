"""Plug-ins for tests: offered as an installed package offers them, without installing one."""

from __future__ import annotations

from typing import Any

from quizlib.registry import OWN, Place, Registry

ORIGIN = "quizlib-extra 1.0"


def plug_in(monkeypatch, registry: Registry[Any], name: str, found: object) -> None:
    """`registry` offers `found` as `name` too."""
    _add(monkeypatch, registry, Place(name, f"extra:{name}", ORIGIN))
    registry._loaded[name] = found


def plug_in_at(
    monkeypatch, registry: Registry[Any], name: str, target: str, refused: str = ""
) -> None:
    """`registry` offers as `name` what stands at `target` ("module:attribute") too."""
    _add(monkeypatch, registry, Place(name, target, ORIGIN, refused))


def only(monkeypatch, registry: Registry[Any], name: str, found: object) -> None:
    """`registry` offers nothing but `found`, as `name`."""
    _set(monkeypatch, registry, built_in={name: Place(name, f"own:{name}", OWN)}, installed=[])
    registry._loaded[name] = found


def _add(monkeypatch, registry: Registry[Any], place: Place) -> None:
    installed = [*registry._installed, place]
    _set(monkeypatch, registry, built_in=registry._built_in, installed=installed)


def _set(monkeypatch, registry: Registry[Any], built_in: object, installed: object) -> None:
    assert registry._places is not None  # so that monkeypatch finds something to put back
    monkeypatch.delitem(registry.__dict__, "_places")
    monkeypatch.setitem(registry.__dict__, "_built_in", built_in)
    monkeypatch.setitem(registry.__dict__, "_installed", installed)
    monkeypatch.setattr(registry, "_loaded", dict(registry._loaded))
    monkeypatch.setattr(registry, "_broken", dict(registry._broken))
