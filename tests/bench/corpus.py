"""Builds of many documents: their time beside the language model's own, and their memory.

Seconds are the processor's, taken after loading and warming up.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent

#: sources/ so often is over 30,000 words.
TIMES = 6

#: The documents of sources/ as often as the first argument says, each time of other countries.
DOCUMENTS = """
import resource, sys, time
from pathlib import Path
from quizlib.compose import build
from quizlib.language.parsing import TOLD
from quizlib.language.model import load
from quizlib.readers import readers
COUNTRIES = "Norway Spain Chile Ghana Nepal Peru Kenya Poland Brazil Canada Egypt Iceland".split()
def told(path, turn):
    text = path.read_text(encoding="utf-8")
    for place, name in enumerate(("North Korea", "China") if turn else ()):
        text = text.replace(name, COUNTRIES[(turn + place) % len(COUNTRIES)])
    made = readers.get("markdown").read(text.encode(), path.name)
    return made.model_copy(update={"id": f"{made.id}-{turn}"})
paths = sorted(Path("sources").glob("*.md"))
documents = [told(path, turn) for turn in range(int(sys.argv[1])) for path in paths]
"""
BUILD = f"""{DOCUMENTS}
build(documents[: len(paths)])
start = time.process_time()
build(documents)
print(time.process_time() - start)
"""
PIPE = f"""{DOCUMENTS}
texts = [block.text for one in documents for block in one.blocks if block.kind in TOLD]
pipeline = load()
list(pipeline.pipe(texts[:100]))
start = time.process_time()
for _ in pipeline.pipe(texts):
    pass
print(time.process_time() - start)
"""
#: The most that a build held, in MB.
PEAK = f"""{DOCUMENTS}
build(documents)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def _told(code: str, times: int) -> float:
    """The number that a fresh interpreter prints when it runs `code`."""
    command = [sys.executable, "-c", code, str(times)]
    return float(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)


def build() -> float:
    return _told(BUILD, TIMES)


def double() -> float:
    return _told(BUILD, 2 * TIMES)


def pipe() -> float:
    return _told(PIPE, TIMES)


def memory() -> float:
    return _told(PEAK, TIMES)


def fourfold() -> float:
    return _told(PEAK, 4 * TIMES)
