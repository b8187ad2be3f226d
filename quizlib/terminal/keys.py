"""One key at a time from a real terminal, which is always put back as it was."""

from __future__ import annotations

import os
import select
from typing import Protocol

ENTER = "\n"
END = "\x04"  # Ctrl-D
ESCAPE = b"\x1b"
BACKSPACE = ("\x7f", "\b")


class LineEditor(Protocol):
    """Prompts for a line, in which `text` stands already, and lets it be edited."""

    def __call__(self, prompt: str, text: str = "") -> str: ...


def available() -> bool:
    """Whether this platform's terminals can be read key by key."""
    try:
        import termios  # noqa: F401 - asked for, not used
    except ImportError:
        return False
    return True


def read_key(fd: int) -> str:
    """The next key pressed, as a character; "" for a key that is no character.

    Ctrl-C still interrupts. Raises EOFError at Ctrl-D and when the terminal is gone.
    """
    import termios
    import tty

    before = termios.tcgetattr(fd)
    try:
        tty.setcbreak(fd, termios.TCSADRAIN)
        key = _character(fd)
    finally:
        termios.tcsetattr(fd, termios.TCSADRAIN, before)
    if key == END:
        raise EOFError
    return ENTER if key == "\r" else key


def _character(fd: int) -> str:
    data = os.read(fd, 1)
    if not data:
        raise EOFError
    if data == ESCAPE:
        _skip_sequence(fd)
        return ""
    while _unfinished(data):
        data += os.read(fd, 1)
    return data.decode("utf-8", "replace")


def _skip_sequence(fd: int) -> None:
    """Read the rest of what an arrow or function key sends, which is there at once.

    ECMA-48: "[" and then up to a byte from 0x40 to 0x7E, or "O" and one more byte.
    """
    lead = _waiting(fd)
    if lead == b"O":
        _waiting(fd)
    elif lead == b"[":
        while (byte := _waiting(fd)) and not 0x40 <= byte[0] <= 0x7E:
            pass


def _waiting(fd: int) -> bytes:
    """The next byte if it is there already."""
    return os.read(fd, 1) if select.select([fd], [], [], 0.02)[0] else b""


def _unfinished(data: bytes) -> bool:
    """Whether more bytes of a UTF-8 character are to come."""
    lead = data[0]
    length = 1 if lead < 0xC0 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
    return len(data) < length


def line_editor() -> LineEditor | None:
    """A line with arrow keys and wide characters handled; None where the platform cannot."""
    try:
        import readline
    except ImportError:
        return None
    readline.parse_and_bind("tab: self-insert")  # nothing here is to be completed

    def edit(prompt: str, text: str = "") -> str:
        readline.set_startup_hook(lambda: readline.insert_text(text))
        try:
            return input(prompt)
        finally:
            readline.set_startup_hook(None)

    return edit
