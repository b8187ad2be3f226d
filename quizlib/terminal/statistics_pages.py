"""Where a learner stands, in pictures; in figures where a screen shows no pictures."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING, Any

from quizlib.terminal.pages import ROOMY
from quizlib.terminal.terminal import Style
from quizlib.terminal.text import wrapped
from quizlib.terminal.waits import taken
from quizlib.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quizlib.learning.statistics import Group, Hard, Retention, Statistics
    from quizlib.terminal.terminal import Terminal

#: From no review to the most of a day.
SHADES = "·░▒▓█"
#: Weeks of the calendar, at most: a year.
WEEKS = 53
#: Rows of a picture.
HEIGHT = 10
#: Columns beside a picture, as plotille writes it: numbers on the left, a name on the right.
MARGIN = 31
#: Widths of pictures, in columns: plotille names every tenth, which has to be a round number.
DAYS_WIDE, SHARES_WIDE = (60, 30, 15, 10), (50, 40, 20, 10)
#: Tags told, those with the most reviews; the others are counted.
TAGS = 10
#: Hardest cards told, and days without pictures, in short and in full.
HARDEST, DAYS = (3, 5), (7, 14)
#: Days of a week.
WEEK = 7
#: Columns of a table behind the name, each with its width.
COLUMNS = {"cards": 7, "reviews": 9, "time": 13, "predicted": 11, "actual": 8}


def show_short(terminal: Terminal, told: Statistics, *, pictures: bool, more: str) -> None:
    """What matters most, on a screen of 24 lines of 80 columns; then the line `more`."""
    terminal.say(_summary(told), Style.STRONG)
    if not told.reviews:
        return
    width = terminal.width
    days = _calendar(told, width) if pictures else _last_days(told, DAYS[0])
    _show_part(terminal, "Reviews, day by day", days)
    terminal.lines([""])
    terminal.lines(wrapped(_coming(told), width, "", "  "))
    remembered = _compared(told.retention)
    terminal.lines(wrapped(f"Remembered: {remembered}", width, "", "  "))
    hardest = [list(_hard(card, width)) for card in told.hardest[: HARDEST[0]]]
    _show_part(terminal, "Hardest", (f"{one}{' ...' * bool(rest)}" for one, *rest in hardest))
    terminal.lines([""])
    terminal.say(more, Style.DIM)


def show_statistics(terminal: Terminal, told: Statistics, *, pictures: bool) -> None:
    """The whole page."""
    terminal.say(_summary(told), Style.STRONG)
    if not told.reviews:
        return
    width = terminal.width
    table = pictures and width >= ROOMY
    parts = {
        "Reviews, day by day": _calendar(told, width) if pictures else _last_days(told, DAYS[1]),
        "Due": _forecast_picture(told, width) if pictures else _forecast(told),
        "Remembered: predicted and actual": _retention(told, width, pictures=pictures),
        "By deck": _groups(told.by_bank, width, table=table),
        "By tag": _most(told.by_tag, width, table=table),
        "Hardest": (line for card in told.hardest[: HARDEST[1]] for line in _hard(card, width)),
    }
    for head, part in parts.items():
        _show_part(terminal, head, part)


def _show_part(terminal: Terminal, head: str, part: Iterable[str]) -> None:
    """The lines under their heading, a blank line first; nothing where there are none."""
    lines = list(part)
    if lines:
        terminal.lines([""])
        terminal.say(head, Style.STRONG)
        terminal.lines(lines)


def _summary(told: Statistics) -> str:
    if not told.reviews:
        return "Nothing studied yet; quizlib study begins."
    return (
        f"{counted(told.cards, 'card')}, {counted(told.reviews, 'review')}"
        f" on {counted(len(told.days), 'day')},"
        f" {taken(told.seconds)}; {told.forecast[0].cards} due today"
    )


def _calendar(told: Statistics, width: int) -> Iterator[str]:
    """A column a week, a row a day, the darker the more reviews."""
    reviews = {day.day: day.reviews for day in told.days}
    most = max(reviews.values())
    monday = told.today - dt.timedelta(days=told.today.weekday())
    weeks = min(WEEKS, (width - 5) // 2 if width < 2 * WEEKS + 5 else WEEKS)
    first = [monday - dt.timedelta(weeks=weeks - 1 - n) for n in range(weeks)]
    yield f"     {_months(first)}".rstrip()
    for row, name in enumerate(("Mon", "", "Wed", "", "Fri", "", "Sun")):
        days = (start + dt.timedelta(days=row) for start in first)
        cells = (_cell(reviews.get(day, 0), most) if day <= told.today else " " for day in days)
        yield f"{name:<5}{' '.join(cells)}".rstrip()
    yield f"     {SHADES[0]} none  {SHADES[-1]} up to {most} a day"


def _cell(reviews: int, most: int) -> str:
    """No day with a review looks like one without."""
    return SHADES[-(-reviews * (len(SHADES) - 1) // most)]


def _months(weeks: Sequence[dt.date]) -> str:
    """Each month's name above its first week; the first one's, where it has room."""
    begins = [n for n, day in enumerate(weeks) if n == 0 or day.month != weeks[n - 1].month]
    if len(begins) > 1 and begins[1] == 1:
        del begins[0]
    line = ""
    for n in begins:
        line = f"{line:<{2 * n}}{weeks[n]:%b} "
    return line[: 2 * len(weeks)]


def _last_days(told: Statistics, most: int) -> Iterator[str]:
    for day in told.days[-most:]:
        yield f"  {day.day}: {day.reviews}, {day.known} known, {taken(day.seconds)}"


def _coming(told: Statistics) -> str:
    """How many cards come due, in one line."""
    cards = [day.cards for day in told.forecast]
    ahead = (1, "today"), (WEEK, "within a week"), (len(cards), f"within {len(cards)} days")
    return f"Due: {', '.join(f'{sum(cards[:days])} {when}' for days, when in ahead)}"


def _forecast_picture(told: Statistics, width: int) -> Iterator[str]:
    """A bar a day."""
    most = max(day.cards for day in told.forecast)
    if not most:
        yield "  nothing within a month"
        return
    figure = _figure(width, DAYS_WIDE)
    figure.set_x_limits(0, len(told.forecast))
    figure.set_y_limits(0, HEIGHT * -(-most // HEIGHT))  # a whole number at each row
    figure.x_label, figure.y_label = "days", "cards"
    figure.register_label_formatter(float, partial(_label, ".0f"))
    for n, day in enumerate(told.forecast):
        if day.cards:
            figure.plot([n + 0.3, n + 0.3], [0, day.cards])
    yield from _drawn(figure)


def _forecast(told: Statistics) -> Iterator[str]:
    due = [day for day in told.forecast if day.cards]
    for day in due:
        yield f"  {day.day}: {day.cards}"
    if not due:
        yield "  nothing within a month"


def _retention(told: Statistics, width: int, *, pictures: bool) -> Iterator[str]:
    if not told.retention.reviews:
        yield from wrapped("no learned card has come back yet", width, "  ")
        return
    if pictures:
        yield from _retention_picture(told, width)
    yield from wrapped(_compared(told.retention), width, "  all: ", "    ")
    for one in () if pictures else told.bins:
        if one.reviews:
            yield from wrapped(
                _compared(one), width, f"  {one.low:.0%} to {one.high:.0%}: ", "    "
            )


def _retention_picture(told: Statistics, width: int) -> Iterator[str]:
    """What was recalled (o) beside the line on which all predictions would be true."""
    figure = _figure(width, SHARES_WIDE)
    figure.set_x_limits(0, 1)
    figure.set_y_limits(0, 1)
    figure.x_label, figure.y_label = "predicted", "actual"
    figure.register_label_formatter(float, partial(_label, ".0%"))
    figure.plot([0, 1], [0, 1])
    tested = [one for one in told.bins if one.reviews]
    figure.scatter([b.predicted for b in tested], [b.actual for b in tested], marker="o")
    yield from _drawn(figure)


def _figure(width: int, widths: Sequence[int]) -> Any:
    """A picture of the widest of `widths` that fits."""
    import plotille

    figure = plotille.Figure()
    figure.width = next((wide for wide in widths if wide + MARGIN <= width), widths[-1])
    figure.height = HEIGHT
    figure.with_colors = False
    return figure


def _drawn(figure: Any) -> list[str]:
    return [line.rstrip(" \u2800") for line in figure.show(legend=False).splitlines()]


def _label(
    form: str,
    value: float,
    chars: int,
    delta: object = None,  # noqa: ARG001 - as above
    left: bool = False,
) -> str:
    """A number on an axis, as plotille asks for it."""
    text = format(value, form)
    return text.ljust(chars) if left else text.rjust(chars)


def _compared(retention: Retention) -> str:
    if retention.predicted is None or retention.actual is None:
        return "not tested yet"
    return (
        f"predicted {retention.predicted:.0%}, actual {retention.actual:.0%}"
        f" ({counted(retention.reviews, 'review')})"
    )


def _most(groups: Sequence[Group], width: int, *, table: bool) -> Iterator[str]:
    """The groups with the most reviews; how many more there are."""
    ordered = sorted(groups, key=lambda group: (-group.reviews, group.name))
    yield from _groups(ordered[:TAGS], width, table=table)
    if len(ordered) > TAGS:
        yield f"  and {counted(len(ordered) - TAGS, 'more tag')}"


def _groups(groups: Sequence[Group], width: int, *, table: bool) -> Iterator[str]:
    if table and groups:
        yield from _table(groups, width)
    else:
        yield from _group_lines(groups, width)


def _table(groups: Sequence[Group], width: int) -> Iterator[str]:
    """A row for each group, under the names of the columns."""
    from wcwidth import ljust

    name = width - sum(COLUMNS.values())
    yield f"{'':{name}}{''.join(f'{head:>{wide}}' for head, wide in COLUMNS.items())}"
    for group in groups:
        first, *more = wrapped(group.name, name - 1, "  ", "    ")
        row = zip(_figures(group), COLUMNS.values(), strict=True)
        yield ljust(first, name) + "".join(f"{figure:>{wide}}" for figure, wide in row)
        yield from more


def _figures(group: Group) -> tuple[str, ...]:
    retention = group.retention
    shares = (retention.predicted, retention.actual)
    return (
        f"{group.cards}",
        f"{group.reviews}",
        taken(group.seconds),
        *("-" if share is None else f"{share:.0%}" for share in shares),
    )


def _group_lines(groups: Sequence[Group], width: int) -> Iterator[str]:
    for group in groups:
        told = (
            f"{group.name}: {counted(group.cards, 'card')}, {counted(group.reviews, 'review')},"
            f" {taken(group.seconds)}; {_compared(group.retention)}"
        )
        yield from wrapped(told, width, "  ", "    ")


def _hard(card: Hard, width: int) -> Iterator[str]:
    """One that was never forgotten once it was learned is hard all the same."""
    forgotten = f", forgotten {counted(card.lapses, 'time')}" if card.lapses else ""
    figures = f"difficulty {card.difficulty:.1f}{forgotten}: "
    first = f"  {figures}" if width >= ROOMY else "  "
    text = card.stem or card.card
    yield from wrapped(text if width >= ROOMY else f"{figures}{text}", width - 4, first, "    ")
