"""The learner's data on the disk: an SQLite file of which the log is the truth.

What `append` has returned from is on the disk: neither a crash of the program nor of the
machine takes it back. Several programs may use one file at once, and several threads one store.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Literal, NamedTuple
from uuid import uuid4

from pydantic import ValidationError

from quizlib.errors import DamagedStore, OutputError, StoreTrouble
from quizlib.learning.cards import Card, history
from quizlib.learning.days import learner_day
from quizlib.learning.entries import CardEntry, Review, Undo, from_json, to_json
from quizlib.learning.recalls import Recall, recall
from quizlib.learning.scheduler import Scheduling
from quizlib.learning.schema import prepare
from quizlib.learning.standings import Standing, microseconds, moment, standing

if TYPE_CHECKING:
    import datetime as dt
    import os
    from collections.abc import Callable, Iterable, Iterator
    from typing import Self

    from quizlib.learning.entries import Entry
    from quizlib.learning.scheduler import Rating

#: How long to wait for another program that is writing, in seconds.
PATIENCE = 20.0
#: How many rows are read at once where all are gone through.
PAGE = 1000


class Merged(NamedTuple):
    """How many entries of a merge were new here, and how many known already."""

    added: int
    known: int


class KnownBank(NamedTuple):
    """A bank that was studied: what it was opened by, its title, when it was opened last."""

    place: str
    title: str
    opened: dt.datetime


class Store:
    """A learner's data; a context manager that closes it. Any thread may use it at any time.

    Examples:
        >>> import quizlib
        >>> from datetime import datetime, timezone
        >>> noon = datetime(2026, 7, 1, 12, 0, tzinfo=timezone.utc)
        >>> with quizlib.Store("learner.sqlite3") as store:
        ...     review = store.review("ab346a34af75", quizlib.Rating.GOOD, lambda: noon)
        ...     print(store.length, store.card("ab346a34af75").memory.due)
        1 2026-07-01 12:10:00+00:00
    """

    def __init__(
        self, path: str | os.PathLike[str], *, new_id: Callable[[], str] = lambda: uuid4().hex
    ) -> None:
        """Open the file at `path`, made where there is none, with the folders above it.

        `new_id` gives entries their ids, each unique in all the world. Raises DamagedStore,
        NewerStore, StoreTrouble, OutputError.
        """
        self.path = Path(path)
        self.new_id = new_id
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(self.path.parent, error.strerror or str(error)) from error
        self._lock = RLock()  # of the connection: one thread at a time has it
        with self._told():
            self._db = sqlite3.connect(
                self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
        try:
            with self._told():
                prepare(self._db, self.path)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Give the file back; nothing is lost without it."""
        with self._lock:
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """The connection for this thread alone; SQLite's errors as quizlib's."""
        with self._lock:
            try:
                yield
            except (sqlite3.OperationalError, sqlite3.ProgrammingError) as error:
                raise StoreTrouble(self.path, str(error)) from error
            except sqlite3.DatabaseError as error:
                raise DamagedStore(self.path, str(error)) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is read and written inside happens at once, or not at all.

        On leaving it is on the disk. Other programs and threads wait; one inside another is part
        of it.
        """
        with self._told():
            if self._db.in_transaction:
                yield
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def append(self, *entries: Entry) -> None:
        """Add entries that happened here to the log; on return they are on the disk."""
        with self.transaction():
            for entry in entries:
                self._insert(entry)
                for id in self._touched(entry):
                    self._continue(id, entry)

    def _continue(self, id: str, entry: Entry) -> None:
        """Take a new entry into the card's row: without its history where it is the latest."""
        card = self.card(id)
        if isinstance(entry, Undo) or (card.latest is not None and entry.at <= card.latest):
            self._derive(id)
        else:
            self._put(card.after(entry))
            self._count(card, entry)

    def review(  # noqa: PLR0913 - what a review is, all of it by name
        self,
        card: str,
        rating: Rating,
        now: Callable[[], dt.datetime],
        *,
        scheduling: Scheduling | None = None,
        seconds: float | None = None,
        points: float | None = None,
        bank: str = "",
        during: Literal["study", "quiz"] = "study",
    ) -> Review:
        """Add a review of `card` to the log; on return it is on the disk.

        `now` is asked when nobody else can write any more, so that two programs at once never
        put their reviews in the wrong order. Raises ClockWentBack.
        """
        with self.transaction():
            at = now()
            entry = Review(
                id=self.new_id(),
                at=at,
                card=card,
                rating=rating,
                day=learner_day(at),
                seconds=seconds,
                points=points,
                bank=bank,
                during=during,
                scheduling=scheduling or Scheduling(),
            )
            self.card(card).after(entry)  # refuses a clock that went back
            self.append(entry)
        return entry

    def merge(self, entries: Iterable[Entry]) -> Merged:
        """Add those entries that are not in the log yet, from wherever they come.

        The order does not matter, nor does it matter how often: what follows from the log is
        the same in the end.
        """
        added = known = 0
        touched: set[str] = set()
        with self.transaction():
            for entry in entries:
                if self._insert(entry):
                    added += 1
                    touched.update(self._touched(entry))
                else:
                    known += 1
            for card in touched:
                self._derive(card)
        return Merged(added, known)

    def _insert(self, entry: Entry) -> bool:
        """Whether the entry was new."""
        card = target = day = None
        match entry:
            case Undo():
                target = entry.target
            case Review():
                card, day = entry.card, entry.day.toordinal()
            case _:
                card = entry.card
        row = (entry.id, card, target, day, to_json(entry))
        into = "INSERT OR IGNORE INTO log (id, card, target, day, entry) VALUES (?, ?, ?, ?, ?)"
        return self._db.execute(into, row).rowcount == 1

    def _touched(self, entry: Entry) -> list[str]:
        """The cards that an entry changes: none for an undo of what is not there yet."""
        if not isinstance(entry, Undo):
            return [entry.card]
        found = self._db.execute("SELECT card FROM log WHERE id = ?", (entry.target,))
        return [card for (card,) in found if card is not None]

    def _derive(self, id: str) -> None:
        """Make all that follows from the card's log anew."""
        self._db.execute("DELETE FROM recalls WHERE card = ?", (id,))
        card = Card(id=id)
        for entry, after in history(id, self.entries(id)):
            self._count(card, entry)
            card = after
        self._put(card)

    def _count(self, card: Card, entry: CardEntry) -> None:
        """Keep what is counted of a review of `card`, which is as it was before."""
        if isinstance(entry, Review):
            into = "INSERT INTO recalls VALUES (NULL, ?, ?, ?, ?, ?, ?)"
            self._db.execute(into, recall(card, entry))

    def _put(self, card: Card) -> None:
        if card.latest is None:
            self._db.execute("DELETE FROM cards WHERE card = ?", (card.id,))
            return
        row = (*standing(card), card.model_dump_json(exclude_defaults=True))
        into = "INSERT OR REPLACE INTO cards VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        self._db.execute(into, row)

    def rebuild(self) -> int:
        """Make all that follows from the log anew; how many cards there are."""
        with self.transaction():
            self._db.execute("DELETE FROM cards")
            self._db.execute("DELETE FROM recalls")
            cards = self._db.execute("SELECT DISTINCT card FROM log WHERE card IS NOT NULL")
            for (card,) in cards.fetchall():
                self._derive(card)
            [number] = self._db.execute("SELECT count(*) FROM cards").fetchone()
        return int(number)

    def card(self, id: str) -> Card:
        """The card of the item with this id, as the log leaves it."""
        with self._told():
            found = self._db.execute("SELECT state FROM cards WHERE card = ?", (id,)).fetchone()
        return Card.model_validate_json(found[0]) if found else Card(id=id)

    def cards(self) -> Iterator[Card]:
        """Every card that the log has left something of, by id."""
        page = "SELECT card, state FROM cards WHERE card > ? ORDER BY card LIMIT ?"
        for state in self._texts(page, ""):
            yield Card.model_validate_json(state)

    def _texts(self, page: str, last: str | int) -> Iterator[str]:
        """The texts of all rows of (key, text): `page` asks for so many behind the key `last`.

        Between pages other threads can use the store.
        """
        rows = [(last, "")]
        while rows:
            with self._told():
                rows = self._db.execute(page, (rows[-1][0], PAGE)).fetchall()
            yield from (text for _, text in rows)

    def entries(self, card: str) -> list[CardEntry]:
        """The card's entries that have not been taken back, in the order of arrival."""
        query = "SELECT entry FROM valid WHERE card = ? ORDER BY seq"
        with self._told():
            rows = self._db.execute(query, (card,)).fetchall()
        found = (self._entry(text) for (text,) in rows)
        return [entry for entry in found if not isinstance(entry, Undo)]

    def log(self) -> Iterator[Entry]:
        """Every entry, taken back or not, in the order of arrival."""
        page = "SELECT seq, entry FROM log WHERE seq > ? ORDER BY seq LIMIT ?"
        for text in self._texts(page, 0):
            yield self._entry(text)

    def reviews(self) -> Iterator[Review]:
        """Every review that has not been taken back, in the order of arrival."""
        page = """
            SELECT seq, entry FROM valid WHERE seq > ? AND day IS NOT NULL ORDER BY seq LIMIT ?
        """
        for text in self._texts(page, 0):
            entry = self._entry(text)
            if isinstance(entry, Review):
                yield entry

    def recalls(self) -> list[Recall]:
        """Every review that has not been taken back; those of a card as they happened."""
        counts = "SELECT (SELECT count(*) FROM recalls), count(*) FROM valid WHERE day IS NOT NULL"
        with self._told():
            [counted, reviews] = self._db.execute(counts).fetchone()
        if counted != reviews:  # a file of a quizlib that did not count them
            self.rebuild()
        query = "SELECT card, day, rating, seconds, bank, likely FROM recalls ORDER BY seq"
        with self._told():
            return [Recall._make(row) for row in self._db.execute(query)]

    def _entry(self, text: str) -> Entry:
        try:
            return from_json(text)
        except ValidationError as error:
            raise DamagedStore(self.path, f"its log holds {text[:60]!r}") from error

    def standings(self, cards: Iterable[str] | None = None) -> dict[str, Standing]:
        """The standing of `cards`, or of all; those without one are left out."""
        with self._told():
            if cards is None:
                rows = self._db.execute("SELECT * FROM standings").fetchall()
            else:
                one = "SELECT * FROM standings WHERE card = ?"
                rows = [row for id in cards for row in self._db.execute(one, (id,))]
        return {row[0]: Standing._make(row) for row in rows}

    def reviewed(self, day: dt.date) -> dict[str, int]:
        """How often each card was reviewed on the learner's `day`."""
        query = "SELECT card, count(*) FROM valid WHERE day = ? GROUP BY card"
        with self._told():
            return dict(self._db.execute(query, (day.toordinal(),)).fetchall())

    @property
    def length(self) -> int:
        """How many entries the log has: it tells whether any came since."""
        with self._told():
            [last] = self._db.execute("SELECT max(seq) FROM log").fetchone()
        return last or 0

    def since(self, length: int) -> dict[str, str]:
        """The ids of entries that came when the log had this length, each with its card's."""
        query = """
            SELECT log.id, coalesce(log.card, undone.card) FROM log
            LEFT JOIN log AS undone ON undone.id = log.target WHERE log.seq > ?
        """
        with self._told():
            rows = self._db.execute(query, (length,)).fetchall()
        return {id: card for id, card in rows if card is not None}

    def remember_bank(self, place: str, title: str, at: dt.datetime) -> None:
        """Keep what a bank was opened by, so that it need not be named again."""
        with self.transaction():
            row = (place, title, microseconds(at))
            self._db.execute("INSERT OR REPLACE INTO banks VALUES (?, ?, ?)", row)

    def forget_bank(self, place: str) -> None:
        """Know no more of a bank; its cards' history stays."""
        with self.transaction():
            self._db.execute("DELETE FROM banks WHERE place = ?", (place,))

    def banks(self) -> list[KnownBank]:
        """The banks that were studied on this machine, the last one first."""
        with self._told():
            rows = self._db.execute(
                "SELECT place, title, opened FROM banks ORDER BY opened DESC, place"
            ).fetchall()
        return [KnownBank(place, title, moment(opened)) for place, title, opened in rows]
