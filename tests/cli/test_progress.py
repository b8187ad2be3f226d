from __future__ import annotations

import io

from quizlib.cli._progress import PATIENCE, Progress


def shown_at(times, *, shown=True):
    """What stands on the stream after documents done at these times, in seconds."""
    stream, clock = io.StringIO(), iter([0.0, *times])
    with Progress(stream, shown=shown, clock=lambda: next(clock)) as progress:
        for done in range(1, len(times) + 1):
            progress(done, len(times))
    return stream.getvalue()


def test_a_quick_build_shows_nothing():
    assert shown_at([0.1, PATIENCE - 0.1]) == ""


def test_a_long_build_shows_how_far_it_is_and_clears_up():
    assert shown_at([0.1, PATIENCE, 9]) == (
        "\r[########....] 2 of 3 documents\r[############] 3 of 3 documents\r\x1b[K"
    )


def test_nobody_watching_is_told_nothing():
    assert shown_at([PATIENCE, 9], shown=False) == ""
