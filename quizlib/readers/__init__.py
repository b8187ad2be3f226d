"""One file per source format: bytes -> Document. `read` takes files, `read_text` a text."""

from quizlib.readers._folder import Documents, read, read_text
from quizlib.readers._protocol import Reader, made, readers

__all__ = ["Documents", "Reader", "made", "read", "read_text", "readers"]
