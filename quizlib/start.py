"""Where the installed command starts: before anything that takes time is loaded."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line; Ctrl-C while it is still loading ends it quietly too."""
    try:
        from quizlib.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)
