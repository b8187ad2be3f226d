"""A bank that is open for changes: saved at once, and never over somebody else's work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quizlib.errors import ChangedBank
from quizlib.files import digest
from quizlib.storage import load

if TYPE_CHECKING:
    import os

    from quizlib.model import Bank


class Keeper:
    """Saves every state of a bank over the file that it came from."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Load the bank. Raises BankError."""
        self._path = Path(path)
        self.bank = load(path)
        self._known = self._state()

    def __call__(self, bank: Bank) -> None:
        """Save `bank`, whole or not at all.

        Raises ChangedBank when the file holds something else than was loaded or saved
        last, OutputError when it cannot be written.
        """
        if self._path.exists() and self._state() != self._known:
            raise ChangedBank(self._path)
        bank.save(self._path)
        self.bank = bank
        self._known = self._state()

    def _state(self) -> str:
        return digest("bank-1", self._path.read_bytes())
