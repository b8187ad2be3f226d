"""Every page is run: its files written, its commands and programs run, what they print compared.

What a page shows of another thing than quizlib's own doing stands in `NOT_RUN`, with the reason.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer
from markdown_it import MarkdownIt
from typer import Context
from typer.core import TyperGroup

from quizlib.cli import app
from tests.banks import apart, bank
from tests.walkthrough import Walkthrough, blocks

ROOT = Path(__file__).parent.parent
#: Run in an environment of their own, with the packages that they build -> by which test.
INSTALLED = {
    "docs/extending.md": "tests/consumers/test_extending.py",
    "docs/first-contact.md": "tests/consumers/test_first_contact.py",
}
PAGES = [str(path.relative_to(ROOT)) for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]]

#: (page, how its block is marked) -> why it is not run here.
NOT_RUN = {
    ("README.md", "sh"): "sets up the machine, over a network",
    ("ARCHITECTURE.md", "text"): "a drawing, and a list that tests/test_docs.py compares",
    ("CONTRIBUTING.md", "toml"): "a part of a file; docs/extending.md has a whole one, installed",
    ("docs/cli.md", "text"): "made from the commands; tests/test_docs.py compares the page",
    ("docs/checks.md", "text"): "made from the rules; tests/test_docs.py compares the page",
    ("docs/errors.md", "text"): "made from the code; tests/test_errors.py compares the page",
    ("docs/howto-completion.md", "sh"): "tests/cli/test_completion.py types it into a shell",
    ("docs/item-analysis.md", "text"): "a formula",
    ("docs/stability.md", "text"): "the words of a warning; tests/test_lazy.py compares them",
    ("docs/formats/html.md", "html"): "tests/readers/test_pages.py reads it",
    ("docs/formats/log.md", "json"): "tests/test_docs.py holds it against the schema",
    ("docs/formats/markdown.md", "markdown"): "tests/readers/test_pages.py reads it",
    ("docs/formats/results.md", "json"): "tests/test_docs.py holds it against the schema",
    ("docs/formats/text.md", "text"): "tests/readers/test_pages.py reads it",
}


@pytest.mark.parametrize("name", [name for name in PAGES if name not in INSTALLED])
def test_the_page_shows_what_happens(name, tmp_path, request):
    path = ROOT / name
    page = path.read_text(encoding="utf-8")
    if path.parent.name == "formats":
        given = apart(bank()) if path.stem in {"worksheet", "form-map"} else bank()
        given.save(tmp_path / "salt.json")
    walk = Walkthrough(page, tmp_path)
    true_page = walk.true_page()
    if request.config.getoption("--update-golden"):
        path.write_text(true_page, encoding="utf-8")
    else:
        assert page == true_page, f"pytest --update-golden rewrites {name}"
    unrun = {(name, block.info) for block in walk.unrun}
    assert unrun == {known for known in NOT_RUN if known[0] == name}, "see NOT_RUN"


@pytest.mark.parametrize("name", PAGES)
def test_no_code_hides_from_being_run(name):
    """Indented code, and fences in a list or a quote, would be shown but not be run."""
    page = (ROOT / name).read_text(encoding="utf-8")
    shown = [token for token in MarkdownIt().parse(page) if token.type in {"fence", "code_block"}]
    assert [token.info for token in shown] == [block.info for block in blocks(page)]


@pytest.mark.parametrize("name", PAGES)
def test_the_text_above_a_file_names_it(name):
    """The name behind the language is shown on the site alone."""
    page = (ROOT / name).read_text(encoding="utf-8")
    above, place = "", 0
    for block in blocks(page):
        above += page[place : block.start]
        place = block.end
        _, _, file = block.info.partition(" ")
        assert f"`{file}`" in above or not file, file


def test_commands_named_in_passing_exist():
    group = typer.main.get_group(app)
    for name in PAGES:
        page = (ROOT / name).read_text(encoding="utf-8")
        for told in re.findall(r"`quizlib ([a-z][^`]*)`", page):
            unknown = set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", told)) - options(
                group, told.split()
            )
            assert not unknown, (name, told)


def options(command, words):
    """The options of the command that `words` name; a word in capitals stands for any."""
    while isinstance(command, TyperGroup) and words and words[0].islower():
        command = command.get_command(Context(command), words[0])
        assert command is not None, words
        words = words[1:]
    return {"--help", *(name for param in command.params for name in param.opts)}


def test_targets_named_in_passing_exist():
    targets = re.findall(
        r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
    for name in PAGES:
        page = (ROOT / name).read_text(encoding="utf-8")
        assert set(re.findall(r"`make ([a-z-]+)", page)) <= set(targets), name
