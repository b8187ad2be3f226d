"""Every public name has an example, and the example is true."""

from __future__ import annotations

import doctest
import inspect
from textwrap import dedent

import pytest

import quizlib

SOURCE = dedent(quizlib.__doc__ or "").partition("was made from:\n")[2].partition("Examples:")[0]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The two files that the examples have, by name."""
    folder = tmp_path_factory.mktemp("examples")
    path = folder / "salt-works.md"
    path.write_text(dedent(SOURCE).lstrip("\n"), encoding="utf-8")
    bank = quizlib.build(quizlib.read(path), title="Salt Works", seed=7, min_confidence=0.38)
    bank.save(folder / "salt.json")
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path, monkeypatch, made):
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)


def documented(name):
    """What holds the name's docstring: that of the version is the package's."""
    return quizlib if name == "__version__" else getattr(quizlib, name)


@pytest.mark.parametrize("name", quizlib.__all__)
def test_the_example_is_true(name, folder, capsys):
    thing = documented(name)
    [test] = [
        found
        for found in doctest.DocTestFinder(recurse=False).find(thing, name, globs={})
        if found.examples
    ]
    told: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append)
    assert result.attempted
    assert not result.failed, "".join(told)


def public_parts():
    """Name -> every public method and property of every public class."""
    parts = {}
    for name in quizlib.__all__:
        thing = getattr(quizlib, name)
        for part, value in vars(thing).items() if inspect.isclass(thing) else ():
            is_ours = inspect.isfunction(value) or isinstance(value, classmethod | property)
            if is_ours and not part.startswith("_"):
                parts[f"{name}.{part}"] = value
    return parts


@pytest.mark.parametrize("name", public_parts())
def test_every_method_and_property_says_what_it_is_for(name):
    assert (public_parts()[name].__doc__ or "").strip()
