"""A worksheet of a hundred pages: the whole export, and typst alone on the finished data.

Each is timed in a fresh interpreter, since typst remembers what it has set; neither counts
the loading of its modules.
"""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

#: A bank of so many items that the sheet has about 100 pages; no two quote the same words.
ITEMS = 600
EXPORT = f"""
import pickle, sys, time
import typst
from quizlib.exporters import exporters
from quizlib.exporters._worksheet import html, pdf
from quizlib.storage import load
from tests.banks import apart

deck = load("decks/north-korea-and-china.json")
items = [deck.live[n % len(deck.live)].model_copy(update={{"id": str(n)}}) for n in range({ITEMS})]
bank = apart(deck.model_copy(update={{"items": tuple(items)}}))
exporter = exporters.get("worksheet")
plain = typst.compile

def kept(path, **given):
    fonts = [font.path for font in given.pop("font_paths").fonts() if font.path]
    with open(sys.argv[1], "wb") as file:
        pickle.dump((path, fonts, given), file)
    return b""

if len(sys.argv) > 1:
    typst.compile = kept
start = time.perf_counter()
exporter.export(bank, exporter.options(key="none"))
print(time.perf_counter() - start)
"""
TYPST = """
import pickle, sys, time
from pathlib import Path
import typst

with open(sys.argv[1], "rb") as file:
    path, fonts, given = pickle.load(file)
folders = sorted({Path(font).parent for font in fonts})
start = time.perf_counter()
found = typst.Fonts(include_system_fonts=False, font_paths=folders)
typst.compile(path, font_paths=found, **given)
print(time.perf_counter() - start)
"""


def _timed(code: str, *arguments: str) -> float:
    command = [sys.executable, "-c", code, *arguments]
    return float(subprocess.check_output(command, cwd=ROOT, text=True))


def export() -> float:
    return _timed(EXPORT)


@cache
def _data() -> str:
    """Where the finished data is, until the program ends."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    path = f"{folder}/data"
    _timed(EXPORT, path)
    return path


def typeset() -> float:
    return _timed(TYPST, _data())
