"""The import of a package of 100,000 notes, beside Anki's own import of it."""

from __future__ import annotations

import atexit
import shutil
import subprocess
import sys
import tempfile
import time
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
IMPORT = "import sys; from quizlib import import_bank; bank = import_bank(sys.argv[1])"
ANKI = """
import sys, tempfile
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
with tempfile.TemporaryDirectory() as folder:
    collection = Collection(f"{folder}/collection.anki2")
    options = ImportAnkiPackageOptions(with_scheduling=True)
    request = ImportAnkiPackageRequest(package_path=sys.argv[1], options=options)
    assert len(collection.import_anki_package(request).log.new) == 100_000
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
    path = package()
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, path], check=True)
    return time.perf_counter() - start


def imported() -> float:
    return _seconds(IMPORT)


def by_anki() -> float:
    return _seconds(ANKI)
