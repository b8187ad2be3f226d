"""What `import quizlib` offers, and how little it costs."""

from __future__ import annotations

import dataclasses
import enum
import inspect
import pydoc
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import get_args, get_origin

import pytest

import quizlib.plugins
import quizlib.testing
from quizlib.model import FORMAT, Frozen
from quizlib.model.base import described

#: Behind a name, so that mypy does not see it.
NOT_THERE = "biuld"
ROOT = Path(quizlib.__file__).parent.parent


def test_every_public_name_is_there():
    for name in quizlib.__all__:
        assert getattr(quizlib, name) is not None
    assert set(quizlib.__all__) <= set(dir(quizlib))


def test_the_public_names_are_these():
    assert quizlib.__all__ == [
        "Analysis",
        "Asked",
        "Bank",
        "Choice",
        "Document",
        "Documents",
        "Evidence",
        "Export",
        "ExtendedText",
        "Fact",
        "Interaction",
        "Item",
        "Match",
        "Order",
        "Plan",
        "Presentation",
        "Problem",
        "Question",
        "Quiz",
        "QuizlibError",
        "Rating",
        "Score",
        "Session",
        "Severity",
        "Status",
        "Store",
        "Summary",
        "TextEntry",
        "Verdict",
        "__version__",
        "analyse",
        "build",
        "check",
        "export",
        "formats",
        "import_bank",
        "load",
        "new_bank",
        "new_item",
        "read",
        "read_text",
        "study",
    ]


def test_an_unknown_name_is_told_as_python_does():
    with pytest.raises(AttributeError, match=r"^module 'quizlib' has no attribute 'biuld'$"):
        getattr(quizlib, NOT_THERE)


def test_the_surface_is_as_it_was(golden):
    """What stands in the golden file is a promise (docs/stability.md): think before a line goes."""
    golden.check("public-surface.txt", "".join(f"{line}\n" for line in surface(quizlib)))


@pytest.mark.parametrize("module", [quizlib.plugins, quizlib.testing])
def test_what_plug_ins_are_made_with_is_as_it_was(module, golden):
    name = module.__name__.replace("quizlib.", "public-surface-")
    golden.check(f"{name}.txt", "".join(f"{line}\n" for line in surface(module)))


def surface(module):
    """Every public name with its parameters or fields, methods and properties.

    What `import quizlib` has under the same name is told there.
    """
    for name in module.__all__:
        thing = getattr(module, name)
        if module is not quizlib and name in quizlib.__all__ and thing is getattr(quizlib, name):
            yield f"{name}: as quizlib.{name}"
        elif inspect.isclass(thing):
            yield f"class {name}({', '.join(base.__name__ for base in thing.__bases__)})"
            yield from sorted(f"    {line}" for line in members(thing))
        else:
            yield f"{name}{signature(thing) if inspect.isfunction(thing) else ''}"


def members(thing):
    if issubclass(thing, enum.Enum):
        yield from (f"{each.name} = {each.value!r}" for each in thing)
        return
    ours = [base for base in thing.__mro__ if base.__module__.startswith("quizlib.")]
    fields = {name: told for base in ours for name, told in base.__annotations__.items()}
    for name, told in fields.items():
        yield f"{name}: {getattr(told, '__forward_arg__', told)}"
    for name, value in vars(thing).items():
        if isinstance(value, property):
            yield f"{name} -> {value.fget.__annotations__['return']}"
        elif inspect.isfunction(value) and (name[0] != "_" or is_made(thing, name, fields)):
            yield f"{name}{signature(value)}"


def is_made(thing, name, fields):
    """Whether people make a `thing` by its own `__init__`: protocols are made by nobody."""
    return name == "__init__" and not fields and not getattr(thing, "_is_protocol", False)


def signature(function):
    """As it stands in the source; a default that is a function is told as …"""
    told = re.sub(r"<function .*>", "…", str(inspect.signature(function)))
    return re.sub(r"(: |-> )'([^']+)'", r"\1\2", told).replace('"', "")


def test_the_version_is_that_of_the_distribution():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert quizlib.__version__ == project["version"]


def test_the_import_is_light():
    done = subprocess.run(
        [sys.executable, "-c", "import sys, quizlib; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"spacy", "genanki", "jinja2", "pydantic"} & set(done.stdout.split())


def test_banks_are_loaded_checked_and_exported_without_the_language_model(tmp_path):
    code = (
        "import sys, quizlib; from tests.banks import bank; bank().save(sys.argv[1]);"
        "made = quizlib.load(sys.argv[1]); quizlib.check(made); quizlib.Quiz(made, count=3).next();"
        "quizlib.export(made, 'csv', sys.argv[1] + '.csv'); print('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "salt.json")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False\n"


def test_the_page_of_what_is_promised_has_every_name_and_format():
    page = (ROOT / "docs/stability.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", page.partition("These are the names")[2]))
    assert set(quizlib.__all__) <= named
    assert f"| bank | {FORMAT} |" in page
    going = "".join(f"\n- `{name}`: {old}" for name, old in sorted(quizlib._DEPRECATED.items()))
    assert page.endswith(f"Deprecated now:{going or ' nothing.'}\n")


def test_what_will_be_gone_is_no_part_of_the_surface():
    assert not set(quizlib._DEPRECATED) & set(quizlib.__all__)
    assert {old.instead for old in quizlib._DEPRECATED.values()} <= set(quizlib.__all__)


def test_data_is_frozen_all_the_way_down():
    """No field of what is public, or of what its fields hold, is a list, dict or set."""
    waiting = [thing for name in quizlib.__all__ if is_data(thing := getattr(quizlib, name))]
    seen = set()
    while waiting:
        data = waiting.pop()
        if data not in seen:
            seen.add(data)
            assert data.model_config["frozen"]
            for name, field in data.model_fields.items():
                parts = list(within(field.annotation))
                assert not {list, dict, set} & {get_origin(part) or part for part in parts}, name
                waiting += [part for part in parts if is_data(part)]
    assert len(seen) > 25


def is_data(thing):
    return inspect.isclass(thing) and issubclass(thing, Frozen)


def within(annotation):
    yield annotation
    for part in get_args(annotation):
        yield from within(part)


def data_of_the_reference():
    """Every model and dataclass that the page of the library shows, by its name there."""
    page = (ROOT / "docs/reference.md").read_text(encoding="utf-8")
    found = {name: pydoc.locate(name) for name in re.findall(r"^::: ([\w.]+)$", page, re.MULTILINE)}
    return {name: it for name, it in found.items() if is_data(it) or dataclasses.is_dataclass(it)}


@pytest.mark.parametrize("name", data_of_the_reference())
def test_every_field_is_described(name):
    thing = data_of_the_reference()[name]
    is_model = is_data(thing)
    fields = thing.model_fields if is_model else [field.name for field in dataclasses.fields(thing)]
    assert set(described(thing)) == set(fields)
    assert list(inspect.signature(thing).parameters)


@pytest.mark.parametrize("name", quizlib.__all__)
def test_every_member_of_an_enumeration_is_described(name):
    thing = getattr(quizlib, name)
    if inspect.isclass(thing) and issubclass(thing, enum.Enum):
        assert set(described(thing)) == set(thing.__members__)


def test_help_tells_of_the_interactions():
    assert "Every interaction is one of five" in pydoc.render_doc(quizlib.Interaction)


def test_help_is_about_a_class_itself():
    told = pydoc.render_doc(quizlib.Item)
    assert "model_validate" not in told
    assert "stem: What is asked." in told
    assert len(told.splitlines()) < 120
    assert "(*, id: str, kind: str, stem: str," in str(inspect.signature(quizlib.Item))


def test_a_schema_describes_the_fields():
    schema = quizlib.Question.model_json_schema()
    assert schema["properties"]["stem"]["description"] == "What is asked."
    assert "Examples" not in schema["description"]
    for data in (quizlib.Item, quizlib.Problem):
        kinds = [one for one in data.model_json_schema()["$defs"].values() if "enum" in one]
        assert kinds
        assert not any(re.search("Examples|Attributes", one["description"]) for one in kinds)
