"""The export of 100,000 notes to Anki, beside genanki's own export of the same notes.

Either program tells its own seconds and the growth of its peak memory in bytes, from the moment
when what it exports is in memory: the bank here, the fields and tags of every note there.
"""

from __future__ import annotations

import atexit
import json
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

NOTES = 100_000

#: The shipped deck's items over and over, with a stem of their own each.
BANK = """
import sys
from quizlib import load
deck = load("decks/north-korea-and-china.json")
items = [deck.live[n % len(deck.live)] for n in range(int(sys.argv[1]))]
told = [item.model_copy(update={"id": f"{n}", "stem": f"Form {n}: {item.stem}"})
        for n, item in enumerate(items)]
bank = deck.model_copy(update={"items": tuple(told)})
"""
MEASURE = """
import json, resource, time
def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
def measured(work):
    before, start = peak(), time.process_time()
    work()
    print(json.dumps([time.process_time() - start, peak() - before]))
"""
OURS = f"""
{BANK}{MEASURE}
from quizlib import export
import quizlib.exporters.anki, quizlib.exporters._anki.package
measured(lambda: export(bank, "anki", sys.argv[2]))
"""
#: Every note as genanki takes it, a line of JSON each.
FIELDS = f"""
{BANK}
import json
from quizlib.exporters._anki.fields import written
from quizlib.exporters._anki.note_types import note_type
from quizlib.exporters._anki.original import Packing
from quizlib.exporters._view import showing
packing = Packing(bank)
with open(sys.argv[2], "w") as file:
    for item in showing(bank, []):
        fields, tags = written(item, packing)
        print(json.dumps([item.id, note_type(item).id, fields, tags]), file=file)
"""
GENANKI = f"""
import sys
{MEASURE}
import genanki
from quizlib.exporters._anki.collection import model
from quizlib.exporters._anki.note_types import NOTE_TYPES
with open(sys.argv[1]) as file:
    notes = [json.loads(line) for line in file]
def work():
    models = {{kind.id: model(kind) for kind in NOTE_TYPES}}
    deck = genanki.Deck(1, "Many")
    for guid, kind, fields, tags in notes:
        deck.add_note(genanki.Note(models[kind], fields, tags=tags, guid=guid))
    genanki.Package(deck).write_to_file(sys.argv[2])
measured(work)
"""


def ours() -> float:
    """Processor seconds."""
    return _told(_ours())[0]


def genankis() -> float:
    return _told(_genankis())[0]


def our_memory() -> float:
    """Gigabytes."""
    return _told(_ours())[1] / 1e9


def genankis_memory() -> float:
    return _told(_genankis())[1] / 1e9


def _ours() -> str:
    return _python(OURS, NOTES, _folder() / "ours.apkg")


def _genankis() -> str:
    return _python(GENANKI, _fields(), _folder() / "genanki.apkg")


def _told(printed: str) -> tuple[float, float]:
    seconds, memory = json.loads(printed)
    return seconds, memory


@cache
def _fields() -> Path:
    path = _folder() / "fields.jsonl"
    _python(FIELDS, NOTES, path)
    return path


def _python(code: str, *arguments: object) -> str:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@cache
def _folder() -> Path:
    """Where files are, until the program ends."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    return Path(folder)
