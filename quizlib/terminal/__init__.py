"""The screen: asking and showing line by line; no rules of the game in it."""

from __future__ import annotations

from quizlib.terminal.keys import line_editor
from quizlib.terminal.sitting import hold
from quizlib.terminal.terminal import Terminal

__all__ = ["Terminal", "hold", "line_editor"]
