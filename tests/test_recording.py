"""The recording in the README shows what the terminal shows today."""

from __future__ import annotations

from docs.recording import PICTURE, recorded


def test_the_recording_is_what_happens(request):
    made = recorded()
    if request.config.getoption("--update-golden"):
        PICTURE.write_text(made, encoding="utf-8")
    assert PICTURE.read_text(encoding="utf-8") == made, "run make pictures"
    assert len(made) < 500_000
