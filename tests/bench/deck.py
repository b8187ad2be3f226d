"""The import of a package of 100,000 notes, beside Anki's own import of it.

Either program tells its own processor seconds, from the moment when its code is loaded.
"""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
from functools import cache

#: A package that `quizlib export anki` writes, of the shipped deck's items over and over.
WRITE = """
import sys
from quizlib import export, load
deck = load("decks/north-korea-and-china.json")
items = [deck.live[n % len(deck.live)] for n in range(100_000)]
told = [item.model_copy(update={"id": f"{n}", "stem": f"Form {n}: {item.stem}"})
        for n, item in enumerate(items)]
export(deck.model_copy(update={"items": tuple(told)}), "anki", sys.argv[1])
"""
IMPORT = """
import sys, time
from quizlib import import_bank
from quizlib.importers import importers
importers.usable()
start = time.process_time()
bank = import_bank(sys.argv[1])
print(time.process_time() - start)
assert len(bank.items) == 100_000
"""
ANKI = """
import sys, tempfile, time
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
with tempfile.TemporaryDirectory() as folder:
    collection = Collection(f"{folder}/collection.anki2")
    options = ImportAnkiPackageOptions(with_scheduling=True)
    request = ImportAnkiPackageRequest(package_path=sys.argv[1], options=options)
    start = time.process_time()
    log = collection.import_anki_package(request).log
    print(time.process_time() - start)
    assert len(log.new) == 100_000
    collection.close()
"""


@cache
def package() -> str:
    """Where the package is, until the program ends."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder)
    path = f"{folder}/many.apkg"
    subprocess.run([sys.executable, "-c", WRITE, path], check=True)
    return path


def _seconds(code: str) -> float:
    command = [sys.executable, "-c", code, package()]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def imported() -> float:
    return _seconds(IMPORT)


def by_anki() -> float:
    return _seconds(ANKI)
