"""Screens of a terminal as one animated SVG: no script, and colours for light and for dark.

All frames stand below each other on a strip that jumps behind a window of one frame's height.
Lines that frames share are drawn once and used again. Who wants no motion sees the last.
"""

from __future__ import annotations

from html import escape
from itertools import accumulate, groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyte import Screen
    from pyte.screens import Char

CELL, LINE, SIZE = 8.4, 18, 14  # width and height of a character's place, its size; pixels
EDGE, BAR = 12, 30  # pixels around the text, and of the bar above it

#: How pyte names a colour -> on light and on dark, each with a contrast of at least 4.5.
COLOURS = {
    "default": ("#24292f", "#e6edf3"),
    "black": ("#57606a", "#8b949e"),
    "red": ("#b3261e", "#ff7b72"),
    "green": ("#116329", "#56d364"),
    "brown": ("#7d4e00", "#e3b341"),
    "blue": ("#0550ae", "#79c0ff"),
    "magenta": ("#8250df", "#d2a8ff"),
    "cyan": ("#1b6f75", "#56d4dd"),
    "white": ("#24292f", "#ffffff"),
}
PAPER, FRAME, FAINT = ("#ffffff", "#0d1117"), ("#f0f2f4", "#161b22"), ("#c9d1d9", "#30363d")


class Run(NamedTuple):
    """Characters of one look in a row: where they begin, and the classes of their style."""

    column: int
    text: str
    style: str


class Frame(NamedTuple):
    """What stands on the screen, line by line, where the cursor is, and for how many seconds."""

    lines: tuple[tuple[Run, ...], ...]
    cursor: tuple[int, int]
    seconds: float


def frame_of(screen: Screen, seconds: float) -> Frame:
    """The screen as it is now."""
    rows = range(screen.lines)
    lines = tuple(tuple(_runs([screen.buffer[y][x] for x in range(screen.columns)])) for y in rows)
    return Frame(lines, (screen.cursor.x, screen.cursor.y), seconds)


def _runs(row: Sequence[Char]) -> Iterator[Run]:
    column = 0
    for style, cells in groupby(row, _style):
        text = "".join(cell.data for cell in cells)
        if text.strip():
            blank = len(text) - len(text.lstrip())
            yield Run(column + blank, text.strip(), style)
        column += len(text)


def _style(cell: Char) -> str:
    """Raises KeyError for a colour that has no place in COLOURS."""
    COLOURS[cell.fg]
    return " ".join([cell.fg, *(["bold"] if cell.bold else [])])


def film(frames: Sequence[Frame], rows: int, columns: int) -> str:
    """The frames one after the other, again and again."""
    width, height = 2 * EDGE + columns * CELL, EDGE + rows * LINE
    known = _known(frames)
    box = f"0 0 {width:g} {BAR + height:g}"
    size = f'width="{width:g}" height="{BAR + height:g}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {size} role="img">',
            f"<style>{_css(frames, height)}</style>",
            *_window(width, height),
            "<defs>",
            *(_line(number, line) for line, number in known.items()),
            "</defs>",
            f'<svg y="{BAR}" width="{width:g}" height="{height:g}"><g class="strip">',
            *(_frame(frame, place * height, known) for place, frame in enumerate(frames)),
            "</g></svg>",
            "</svg>\n",
        ]
    )


def _known(frames: Sequence[Frame]) -> dict[tuple[Run, ...], int]:
    """Each different line with a number."""
    lines = dict.fromkeys(line for frame in frames for line in frame.lines if line)
    return {line: number for number, line in enumerate(lines)}


def _window(width: float, height: float) -> Iterator[str]:
    yield (
        f'<rect class="paper" x=".5" y=".5" width="{width - 1:g}" height="{BAR + height - 1:g}"'
        ' rx="8"/>'
    )
    yield f'<path class="bar" d="M1 {BAR}V8a7 7 0 0 1 7-7H{width - 8:g}a7 7 0 0 1 7 7V{BAR}z"/>'
    for place in range(3):
        yield f'<circle class="knob" cx="{18 + 18 * place}" cy="15" r="5.5"/>'


def _line(number: int, line: Sequence[Run]) -> str:
    """Each run as wide as its cells, whatever font the reader has."""
    runs = "".join(
        f'<text x="{EDGE + run.column * CELL:g}" textLength="{len(run.text) * CELL:g}"'
        f' class="{run.style}">{escape(run.text, quote=False)}</text>'
        for run in line
    )
    return f'<g id="l{number}">{runs}</g>'


def _frame(frame: Frame, top: float, known: dict[tuple[Run, ...], int]) -> str:
    uses = "".join(
        f'<use href="#l{known[line]}" y="{top + (row + 1) * LINE:g}"/>'
        for row, line in enumerate(frame.lines)
        if line
    )
    column, row = frame.cursor
    at = f'x="{EDGE + column * CELL:g}" y="{top + row * LINE + 4:g}"'
    return f'{uses}<rect class="cursor" {at} width="{CELL}" height="{LINE}"/>'


def _css(frames: Sequence[Frame], height: float) -> str:
    """Colours by the reader's scheme; the strip jumps from frame to frame, or shows the last."""
    total = sum(frame.seconds for frame in frames)
    starts = [0.0, *accumulate(frame.seconds for frame in frames)]
    jumps = "".join(
        f"{100 * start / total:.3f}%{{transform:translateY({-place * height:g}px)}}"
        for place, start in enumerate(starts[:-1])
    )
    return (
        f"text{{font:{SIZE}px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',"
        "monospace;white-space:pre}.bold{font-weight:bold}"
        f"{_scheme(0)}@media(prefers-color-scheme:dark){{{_scheme(1)}}}"
        f".strip{{transform:translateY({(1 - len(frames)) * height:g}px)}}"
        f"@keyframes run{{{jumps}}}@media(prefers-reduced-motion:no-preference)"
        f"{{.strip{{animation:run {total:.2f}s step-end infinite}}}}"
    )


def _scheme(dark: int) -> str:
    inks = "".join(f".{name}{{fill:{ink[dark]}}}" for name, ink in COLOURS.items())
    return (
        f"{inks}.paper{{fill:{PAPER[dark]};stroke:{FAINT[dark]}}}.bar{{fill:{FRAME[dark]}}}"
        f".knob{{fill:{FAINT[dark]}}}.cursor{{fill:{COLOURS['default'][dark]};opacity:.5}}"
    )
