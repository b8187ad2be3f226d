"""One file per source format: bytes -> Document. `read` takes files and folders."""

from quizlib.readers._folder import Documents, read
from quizlib.readers._protocol import Reader, made, readers

__all__ = ["Documents", "Reader", "made", "read", "readers"]
