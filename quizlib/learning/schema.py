"""The tables of a learner's file, and how older files become like new ones."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from quizlib.errors import DamagedStore, NewerStore

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: SQLite's `application_id` of a learner's file: "quiz" in ASCII.
APPLICATION = 0x7175697A

#: The log is the truth; `cards` follows from it and can be made anew at any time. `banks`
#: says where the banks that were studied lie on this machine.
TABLES = """
CREATE TABLE log (
    seq INTEGER PRIMARY KEY,  -- the order of arrival on this machine
    id TEXT NOT NULL UNIQUE,
    card TEXT,                -- none for an undo
    target TEXT,              -- of an undo: the id that it takes back
    day INTEGER,              -- of a review: the learner's day, from 0001-01-01 as 1
    entry TEXT NOT NULL       -- the whole entry as JSON
);
CREATE INDEX log_card ON log (card);
CREATE INDEX log_target ON log (target) WHERE target IS NOT NULL;
CREATE INDEX log_day ON log (day) WHERE day IS NOT NULL;
CREATE TRIGGER log_keeps BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE TRIGGER log_stays BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END;
CREATE VIEW valid AS SELECT * FROM log
    WHERE NOT EXISTS (SELECT 1 FROM log AS undo WHERE undo.target = log.id);
CREATE TABLE cards (
    card TEXT PRIMARY KEY,
    learned INTEGER NOT NULL,  -- whether the phase is review
    due INTEGER,               -- microseconds since 1970, UTC
    stability REAL,
    difficulty REAL,
    day INTEGER,
    began INTEGER,
    recalled INTEGER,
    suspended INTEGER NOT NULL,
    buried_until INTEGER,
    flagged INTEGER,           -- the revision that the flag is for
    state TEXT NOT NULL        -- the whole card as JSON
) WITHOUT ROWID;
CREATE VIEW standings AS SELECT card, learned, due, stability, difficulty, day, began, recalled,
    suspended, buried_until, flagged FROM cards;
CREATE TABLE banks (
    place TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    opened INTEGER NOT NULL    -- microseconds since 1970, UTC
) WITHOUT ROWID;
"""

#: `recalls` follows from the log as `cards` does: what is counted of each review that was not
#: taken back. Those of a card stand in the order in which they happened.
RECALLS = """
CREATE TABLE recalls (
    seq INTEGER PRIMARY KEY,
    card TEXT NOT NULL,
    day INTEGER NOT NULL,      -- as in the log
    rating INTEGER NOT NULL,
    seconds REAL,
    bank TEXT NOT NULL,
    likely REAL                -- to be recalled; none while it was learned
);
CREATE INDEX recalls_card ON recalls (card);
"""


def _create(connection: sqlite3.Connection) -> None:
    _run(connection, TABLES)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _count_recalls(connection: sqlite3.Connection) -> None:
    """They are made of the log when they are first asked for."""
    _run(connection, RECALLS)


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Run the statements of a script: `executescript` would end the transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


#: Each takes a file one version further; the first makes the tables of an empty file.
MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (_create, _count_recalls)


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the file at `path` ready for use, and bring it to the newest version.

    What is committed is on the disk (synchronous), and readers never wait for a writer (WAL).
    Raises DamagedStore for the database of another program, NewerStore; both are left alone.
    """
    version = _version(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if version < len(MIGRATIONS):
        _migrate(connection, path)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """All or nothing, a copy of an older file beside it; two programs may try at once."""
    connection.execute("BEGIN EXCLUSIVE")
    try:
        version = _version(connection, path)  # another program may have been quicker
        if 0 < version < len(MIGRATIONS):
            _back_up(path, version)
        for step in MIGRATIONS[version:]:
            step(connection)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The file's version, 0 for an empty one."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    [application] = connection.execute("PRAGMA application_id").fetchone()
    [tables] = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION and (application or version or tables):
        raise DamagedStore(path, "it is the database of another program")
    if version > len(MIGRATIONS):
        raise NewerStore(path, version, len(MIGRATIONS))
    return int(version)


def _back_up(path: Path, version: int) -> None:
    """Copy the file beside itself, named after its version."""
    beside = path.with_name(f"{path.name}.schema-{version}")
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(beside)) as copy:
        source.backup(copy)
