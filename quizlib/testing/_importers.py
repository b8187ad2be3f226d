"""What must hold of every importer."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from quizlib.errors import QuizlibError, UnreadableDeck
from quizlib.importers import HEAD, importers, read_deck
from quizlib.items import interaction
from quizlib.model import Bank
from quizlib.testing._holding import hold, hold_line, hold_suffixes

#: Bytes that are no deck of any program, or nearly none.
_JUNK = (b"", b"\0" * 50, b"{}", b"PK\x03\x04", b"\xff\xfe#", b"# notes", bytes(range(256)))


def assert_importer(name: str, *samples: bytes) -> list[Bank]:
    """The banks that the importer makes of `samples`, which it must claim.

    Each has items that can be asked, and survives being saved; junk is not claimed, or
    refused with UnreadableDeck.
    """
    importer = importers.get(name)
    hold_line(importer.summary, "the summary")
    hold_suffixes(importer.suffixes)
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"deck{importer.suffixes[0]}"
        for junk in _JUNK:
            path.write_bytes(junk)
            _hold_refused(name, path)
        return [_imported(name, path, sample) for sample in samples]


def _hold_refused(name: str, path: Path) -> None:
    claimed = importers.get(name).claims(path.read_bytes()[:HEAD])
    try:
        read_deck(path)
    except QuizlibError as error:
        hold_line(str(error), "what is said of junk")
        sound = isinstance(error, UnreadableDeck) or not claimed
        hold(sound, f"junk is claimed, and not refused with UnreadableDeck: {error!r}")


def _imported(name: str, path: Path, sample: bytes) -> Bank:
    path.write_bytes(sample)
    hold(importers.get(name).claims(sample[:HEAD]), "it does not claim a sample")
    bank = read_deck(path).bank
    hold(bank == read_deck(path).bank, "it does not import the same twice")
    hold(bank.items, "it finds no item in a sample")
    ids = {item.id for item in bank.items}
    hold(len(ids) == len(bank.items), "two items have one id")
    for item in bank.live:
        interaction(item)
    hold(Bank.model_validate_json(bank.to_json()) == bank, "the bank does not survive being saved")
    return bank
