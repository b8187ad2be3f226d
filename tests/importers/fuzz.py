"""Real packages, damaged at random: imported, or refused in one line, soon and in little memory.

    python -m tests.importers.fuzz 10000 [SEED]

damages packages that Anki wrote in all of its formats: bytes of the archive, bytes of the
database and of the lists in it, and values in its tables.
"""

from __future__ import annotations

import io
import json
import random
import resource
import sqlite3
import sys
import time
import zipfile
from contextlib import closing, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import zstandard

from quizlib.errors import QuizlibError
from quizlib.importers import read_deck
from tests.importers.decks import WAYS, made

#: Seconds that any one package of this size may take, on a busy machine.
LONGEST = 20
#: Bytes that the whole process may take.
MEMORY = 2 << 30

VALUES = (
    *(None, 0, -1, 2**63 - 1, 1.5, "", "x" * 100_000, "\x1f" * 50, b"\xff\xfe\x00", "{{c1::a}}"),
    *("{{c1::" * 500, "<div>" * 2000, "{{#Front}}" * 300, "[" * 3000, '{"a":' * 2000, "\ud7ff\x00"),
    *("<img src='../../etc/passwd'>", "{{Front}}" * 400, "1" * 5000, "&#x" + "9" * 50 + ";"),
)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


class Damage:
    """Damages one package, each time in another way."""

    def __init__(self, data: bytes, seed: int) -> None:
        self.data = data
        self.members = unpacked(data)
        self.random = random.Random(seed)
        self.latest = "collection.anki21b" in self.members
        self.database = "collection.anki21b" if self.latest else "collection.anki21"

    def damaged(self) -> bytes:
        ways = (self.archive, self.inside, self.lists, self.table, self.table, self.members_lost)
        return self.random.choice(ways)()

    def archive(self) -> bytes:
        return self.scratched(self.data)

    def scratched(self, data: bytes) -> bytes:
        """`data` with some bytes exchanged, cut out, doubled or cut off."""
        made = bytearray(data)
        for _ in range(self.random.choice((1, 1, 2, 8, 64))):
            place = self.random.randrange(len(made) or 1)
            match self.random.randrange(5):
                case 0 | 1:
                    made[place : place + 1] = bytes([self.random.randrange(256)])
                case 2:
                    del made[place : place + self.random.randrange(64)]
                case 3:
                    made[place:place] = made[place : place + self.random.randrange(64)]
                case _:
                    made[place : place + 4] = self.random.choice((b"\xff" * 4, b"\0" * 4))
        if self.random.random() < 0.1:
            del made[self.random.randrange(len(made) or 1) :]
        return bytes(made)

    def plain(self) -> bytes:
        content = self.members[self.database]
        return zstandard.decompress(content, 1 << 26) if self.latest else content

    def with_database(self, content: bytes) -> bytes:
        put = zstandard.compress(content) if self.latest else content
        return packed({**self.members, self.database: put})

    def inside(self) -> bytes:
        return self.with_database(self.scratched(self.plain()))

    def lists(self) -> bytes:
        """The list of media, or the version."""
        name = self.random.choice(("media", "media", "meta"))
        content = self.members[name]
        if name == "media" and self.latest:
            plain = zstandard.decompress(content, 1 << 20)
            return packed({**self.members, name: zstandard.compress(self.scratched(plain))})
        if name == "media" and self.random.random() < 0.5:
            names = {str(n): str(self.random.choice(VALUES)) for n in range(4)}
            return packed({**self.members, name: json.dumps(names).encode()})
        return packed({**self.members, name: self.scratched(content)})

    def table(self) -> bytes:
        """Values, tables and columns exchanged by SQL, as a hostile hand would."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "c"
            path.write_bytes(self.plain())
            with closing(sqlite3.connect(path)) as database:
                database.create_collation("unicase", lambda a, b: (a > b) - (a < b))
                for _ in range(self.random.choice((1, 1, 3, 10))):
                    with suppress(sqlite3.Error, OverflowError, UnicodeError):
                        self.exchange(database)
                with suppress(sqlite3.Error):
                    database.commit()
            return self.with_database(path.read_bytes())

    def exchange(self, database: sqlite3.Connection) -> None:
        tables = [
            row[0] for row in database.execute("select name from sqlite_master where type='table'")
        ]
        table = self.random.choice(tables)
        columns = [row[1] for row in database.execute(f"pragma table_info({table})")]
        column = self.random.choice(columns)
        match self.random.randrange(10):
            case 0:
                database.execute(f"drop table {table}")
            case 1:
                database.execute(f"alter table {table} rename column {column} to other")
            case 2:
                database.execute(f"insert into {table} select * from {table}")
            case _:
                where = "" if self.random.random() < 0.5 else " where rowid % 2"
                value = self.random.choice(VALUES)
                database.execute(f"update {table} set {column} = ?{where}", (value,))

    def members_lost(self) -> bytes:
        left = dict(self.members)
        for name in self.random.sample(sorted(left), self.random.randrange(1, len(left))):
            match self.random.randrange(3):
                case 0:
                    del left[name]
                case 1:
                    left[name] = b""
                case _:
                    left[f"../{name}"] = left.pop(name)
        return packed(left)


def run(packages: list[Path], count: int, seed: int, folder: Path) -> tuple[int, float]:
    """Import `count` damaged packages; how many were taken, and the longest time in seconds.

    Raises what quizlib should not have raised.
    """
    damages = [Damage(path.read_bytes(), seed + n) for n, path in enumerate(packages)]
    taken, longest = 0, 0.0
    for number in range(count):
        path = folder / f"damaged{packages[number % len(packages)].suffix}"
        path.write_bytes(damages[number % len(damages)].damaged())
        start = time.monotonic()
        try:
            bank = read_deck(path, history=number % 3 == 0).bank
            taken += 1
            if number % 10 == 0:
                bank.to_json()
        except QuizlibError as error:
            one_line = "\n" not in str(error)
            assert one_line
        except BaseException:
            path.rename(Path(f"crash-{seed}-{number}{path.suffix}"))
            raise
        longest = max(longest, time.monotonic() - start)
        assert longest < LONGEST, f"damage {number} of seed {seed} took {longest:.1f} s"
    return taken, longest


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with TemporaryDirectory() as folder:
        packages = [made(Path(folder), *way) for way in WAYS]
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        taken, longest = run(packages, count, seed, Path(folder))
    told = f"{count} damaged packages: {taken} imported, the others refused"
    sys.stdout.write(f"{told}; {longest:.2f} s at most\n")


if __name__ == "__main__":
    main()
