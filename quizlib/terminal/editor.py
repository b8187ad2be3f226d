"""The editor that a person has chosen, on a text."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from pathlib import Path

from quizlib.errors import InvalidEdit


def edit_text(text: str, command: str) -> str:
    """What becomes of `text` in the editor that `command` starts, a shell's words.

    Raises InvalidEdit when the editor cannot be started, fails, or leaves no text.
    """
    with tempfile.TemporaryDirectory(prefix="quizlib-") as folder:
        file = Path(folder) / "item.yaml"
        file.write_text(text, encoding="utf-8")
        try:
            words = shlex.split(command)
            done = subprocess.run([*words, str(file)], check=False)  # noqa: S603 - the person's own
            if done.returncode != 0:
                raise InvalidEdit(f"the editor {command!r} ended with code {done.returncode}")
            return file.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error)
            told = f"the editor {command!r} did not work: {why}; set VISUAL or EDITOR to another"
            raise InvalidEdit(told) from error
