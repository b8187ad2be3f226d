"""The notebook in docs/ is executed, and holds what its cells really put out."""

from __future__ import annotations

import json
import runpy
from copy import deepcopy
from pathlib import Path

import nbclient
import nbformat

DOCS = Path(__file__).parent.parent / "docs"
NOTEBOOK = DOCS / "howto-notebook.ipynb"


def test_the_notebook_holds_what_happens(tmp_path, request):
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    executed = deepcopy(notebook)
    place = {"metadata": {"path": str(tmp_path)}}
    client = nbclient.NotebookClient(executed, timeout=60, resources=place, coalesce_streams=True)
    client.execute()
    for cell, done in zip(notebook.cells, executed.cells, strict=True):
        cell.update(outputs(done))
    text = json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
    if request.config.getoption("--update-golden"):
        NOTEBOOK.write_text(text, encoding="utf-8")
    assert text == NOTEBOOK.read_text(encoding="utf-8"), "pytest --update-golden, then make docs"
    assert (tmp_path / "tide-mills.html").is_file()


def outputs(cell):
    """What a cell put out; an output that has HTML names a place in memory as its plain text."""
    if cell.cell_type != "code":
        return {}
    found = deepcopy(cell.outputs)
    for output in found:
        if "text/html" in output.get("data", {}):
            del output["data"]["text/plain"]
    return {"outputs": found, "execution_count": cell.execution_count}


def test_the_page_of_the_notebook_is_what_the_notebook_says():
    made = runpy.run_path(str(DOCS / "generate.py"))["made"]()
    page = (DOCS / "howto-notebook.md").read_text(encoding="utf-8")
    assert page == made["howto-notebook.md"], "run make docs"
