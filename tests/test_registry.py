"""What a registry finds, and what it says of what it does not."""

from __future__ import annotations

import sys
from importlib import metadata
from typing import Protocol

import pytest

from quizlib import registry as registry_module
from quizlib.errors import BrokenPlugin, UnknownName, UnreadableSource
from quizlib.registry import Registry


class Thing(Protocol):
    @property
    def summary(self) -> str: ...

    @property
    def parts(self) -> tuple[str, ...]: ...

    def use(self) -> str: ...


MODULES = {
    "__init__": "",
    "one": "thing = 'the one'\n",
    "two": "thing = 'the other'\n",
    "_private": "thing = 'nobody sees this'\n",
}

GOOD = """\
class Good:
    summary, parts = "good", ("a",)

    def use(self):
        return "x"

thing = Good()
"""

#: What plug-ins hold, by module.
PLUG_INS = {
    "good": GOOD,
    "raises": "\n1 / 0\n",
    "leaves": "import sys\nsys.exit(3)\n",
    "shouts": "raise ValueError('a\\nb\\x1b[31m')\n",
    "needs": "import nowhere_at_all\n",
    "syntax": "def\n",
    "a_class": "class thing: pass\n",
    "no_parts": "class Odd: summary = 'odd'\nthing = Odd()\n",
    "listed": "class Odd: summary, parts = 'odd', ['a']\nthing = Odd()\n",
    "mixed": "class Odd: summary, parts = 'odd', ('a', 1)\nthing = Odd()\n",
    "empty": "class Odd: summary, parts = '', ('a',)\nthing = Odd()\n",
    "no_method": "class Odd: summary, parts, use = 'odd', ('a',), None\nthing = Odd()\n",
}


class Distribution(metadata.Distribution):
    def __init__(self, name: str) -> None:
        self._name = name

    def read_text(self, filename: str) -> str | None:
        return f"Name: {self._name}\nVersion: 1.0\n" if filename == "METADATA" else None

    def locate_file(self, path: object) -> None:  # type: ignore[override]
        """Nothing of it lies anywhere."""


def entry(name: str, value: str, distribution: str = "extra") -> metadata.EntryPoint:
    made = metadata.EntryPoint(name=name, value=value, group="quizlib.things")
    vars(made)["dist"] = Distribution(distribution)  # as metadata itself does it
    return made


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package "things" that offers `one` and `two`, the latter broken; plug-ins beside it."""
    for folder, modules in (("things", MODULES), ("plugged", {"__init__": "", **PLUG_INS})):
        (tmp_path / folder).mkdir()
        for name, text in modules.items():
            (tmp_path / folder / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(tmp_path)
    yield "things"
    for name in [name for name in sys.modules if name.split(".")[0] in {"things", "plugged"}]:
        del sys.modules[name]


@pytest.fixture
def things(package, monkeypatch):
    """A registry of the package, with these entry points installed."""

    def made(*entries: metadata.EntryPoint) -> Registry[Thing]:
        monkeypatch.setattr(registry_module, "entry_points", lambda group: list(entries))
        return Registry("thing", package, "thing", Thing)

    return made


def test_names_are_found_without_importing(things):
    registry = things(entry("three", "plugged.raises:thing"))
    assert registry.names() == ["one", "three", "two"]
    assert "three" in registry
    assert "four" not in registry
    assert not {"things.two", "plugged"} & set(sys.modules)
    assert registry.get("one") == "the one"


def test_what_comes_with_quizlib_is_found_without_looking_for_plug_ins(package, monkeypatch):
    monkeypatch.setattr(registry_module, "entry_points", None)
    registry: Registry[str] = Registry("thing", package, "thing", Thing)
    assert registry.get("one") == "the one"
    assert "one" in registry


def test_entry_points_are_looked_for_once(monkeypatch):
    registry_module._by_group.cache_clear()
    looked = []

    def look(real=metadata.entry_points):
        looked.append(1)
        return real()

    monkeypatch.setattr(metadata, "entry_points", look)
    for group in ("quizlib.readers", "quizlib.items", "quizlib.readers"):
        registry_module.entry_points(group)
    assert looked == [1]


def test_an_unknown_name_lists_the_known(things):
    with pytest.raises(UnknownName) as error:
        things().get("onne")
    assert str(error.value) == "unknown thing 'onne' (did you mean one?); known: one, two"


def test_a_fault_of_quizlib_itself_is_shown_as_it_is(things, tmp_path):
    (tmp_path / "things" / "two.py").write_text("raise RuntimeError('broken')\n")
    with pytest.raises(RuntimeError, match="broken"):
        things().get("two")


def test_installed_packages_go_through_the_same_door(things):
    registry = things(entry("three", "plugged.good:thing"))
    assert registry.get("three").use() == "x"
    assert registry.get("three") is registry.get("three")
    [place] = [place for place in registry.offered() if place.name == "three"]
    assert place == ("three", "plugged.good:thing", "extra 1.0", "")


def test_where_no_distribution_is_known_its_module_is_told(things):
    bare = metadata.EntryPoint(name="three", value="plugged.good:thing", group="quizlib.things")
    assert {place.origin for place in things(bare).offered()} == {"quizlib", "plugged.good"}


@pytest.mark.parametrize(
    ("module", "why"),
    [
        ("raises", "ZeroDivisionError: division by zero (raises.py:2)"),
        ("leaves", "SystemExit: 3 (leaves.py:2)"),
        ("shouts", "ValueError: a b\\x1b[31m (shouts.py:1)"),
        ("needs", "ModuleNotFoundError: No module named 'nowhere_at_all' (needs.py:1)"),
        ("syntax", "SyntaxError: invalid syntax (syntax.py, line 1)"),
        ("good:nothing", "AttributeError: module 'plugged.good' has no attribute 'nothing'"),
        ("good:", "ValueError: Empty module name"),
        ("a_class", "it is a class; an instance of it is wanted"),
        ("no_parts", "it has no parts"),
        ("listed", "its parts is no tuple[str, ...]"),
        ("mixed", "its parts is no tuple[str, ...]"),
        ("empty", "its summary is empty"),
        ("no_method", "its use is no method"),
    ],
)
def test_a_broken_plug_in_is_named_and_left_out(module, why, things):
    target = f"plugged.{module}" if ":" in module else f"plugged.{module}:thing"
    if module == "good:":
        target, why = "", "ValueError: Empty module name"
    registry = things(entry("good", "plugged.good:thing"), entry("bad", target))
    with pytest.raises(BrokenPlugin) as error:
        registry.get("bad")
    where = "plug-in extra 1.0 (thing bad)"
    assert str(error.value) == f"{where}: {why}; mend, update or uninstall that package"
    assert list(registry.usable()) == ["good", "one", "two"]
    assert registry.all() == [registry.get("good"), "the one", "the other"]
    [problem] = registry.problems()
    assert (problem.code, problem.severity) == ("broken-plug-in", "warning")
    assert str(problem) == f"{where}: left out: {why}"


def test_a_broken_plug_in_is_tried_once(things, tmp_path):
    counter = tmp_path / "plugged" / "counts.py"
    counter.write_text("import sys\nsys.tries = getattr(sys, 'tries', 0) + 1\n1 / 0\n")
    registry = things(entry("bad", "plugged.counts:thing"))
    for _ in range(3):
        registry.usable()
    assert sys.tries == 1  # type: ignore[attr-defined]
    del sys.tries  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", ["One", "a b", "../one", "-x", "", "a_", "ä", "a--b"])
def test_what_can_be_no_name_is_refused(name, things):
    registry = things(entry(name, "plugged.good:thing"))
    assert registry.names() == ["one", "two"]
    [problem] = registry.problems()
    assert problem.message == f"left out: {name!r} can be no name"


def test_a_name_that_is_taken_stays_where_it_is(things):
    registry = things(
        entry("one", "plugged.good:thing"),
        entry("three", "plugged.raises:thing", "later"),
        entry("three", "plugged.good:thing", "earlier"),
    )
    assert registry.get("one") == "the one"
    assert registry.get("three").summary == "good"
    assert list(map(str, registry.problems())) == [
        "plug-in extra 1.0 (thing one): left out: the name is taken by quizlib",
        "plug-in later 1.0 (thing three): left out: the name is taken by earlier 1.0",
    ]


def test_what_fails_in_use_is_told_with_its_line(things, tmp_path):
    (tmp_path / "plugged" / "failing.py").write_text(GOOD.replace('return "x"', "return {}[5]"))
    registry = things(entry("bad", "plugged.failing:thing"))
    with pytest.raises(BrokenPlugin) as error, registry.guarded("bad"):
        registry.get("bad").use()
    assert error.value.why == "KeyError: 5 (failing.py:5)"


def test_what_is_expected_passes_a_guard(things):
    registry = things(entry("bad", "plugged.good:thing"))
    with pytest.raises(UnreadableSource), registry.guarded("bad", UnreadableSource):
        raise UnreadableSource("a.md", "it is empty")
    with pytest.raises(ZeroDivisionError), registry.guarded("one"):
        1 / 0  # noqa: B018 - raised by what is quizlib's own
