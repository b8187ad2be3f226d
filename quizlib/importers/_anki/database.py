"""The database of a package, opened so that nothing in it can run, write or never end."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

from quizlib.errors import UnreadableDeck

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

#: The longest value that is read, in bytes.
LONGEST = 64 << 20
#: After so many steps of SQLite's machine, each about 10 ns, a query is given up.
STEPS = 3_000_000_000
_COUNTED = 1_000_000


class Database:
    """Queries over tables that are there, as tables.

    `encoding` is that of its texts, as a name that Python knows.
    """

    def __init__(self, package: Path, connection: sqlite3.Connection) -> None:
        self._package = package
        self._connection = connection
        self._steps = 0
        connection.set_progress_handler(self._tick, _COUNTED)
        found = self.rows("select name, sql from sqlite_master where type = 'table'")
        self.tables = {
            name
            for name, sql in found
            if not str(sql).lower().lstrip().startswith("create virtual")
        }
        [(self.encoding,)] = self.rows("pragma encoding")

    def _tick(self) -> int:
        self._steps += _COUNTED
        return int(self._steps > STEPS)

    def need(self, tables: Iterable[str]) -> None:
        """Raise UnreadableDeck unless all these tables are there."""
        missing = sorted(set(tables) - self.tables)
        if missing:
            raise UnreadableDeck(self._package, f"its database lacks {', '.join(missing)}")

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, as they are asked for.

        Raises UnreadableDeck where the database is damaged.
        """
        try:
            yield from self._rows(query)
        except (sqlite3.Error, UnicodeError, OverflowError, MemoryError) as error:
            raise UnreadableDeck(self._package, f"its database is damaged: {error}") from error

    def _rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        given = 0
        try:
            for row in self._connection.execute(query):
                given += 1
                yield row
        except sqlite3.OperationalError as error:
            if "decode" not in str(error):
                raise
            self._connection.text_factory = _lenient  # slower, and hardly ever needed
            yield from islice(self._connection.execute(query), given, None)


@contextmanager
def opened(package: Path, file: Path) -> Iterator[Database]:
    """The SQLite database in `file`, which came with `package`, for reading alone."""
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
        # Columns of the latest packages are declared with this order, which only Anki has.
        connection.create_collation("unicase", _unicase)
        try:
            connection.execute("pragma trusted_schema = off")
            connection.execute("pragma cell_size_check = on")
        except sqlite3.Error as error:
            raise UnreadableDeck(package, f"its database is damaged: {error}") from error
        yield Database(package, connection)


def whole(value: object) -> int:
    """The number in a column, 0 for anything else."""
    return value if isinstance(value, int) else 0


def _lenient(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _unicase(one: str, other: str) -> int:
    a, b = one.casefold(), other.casefold()
    return (a > b) - (a < b)
