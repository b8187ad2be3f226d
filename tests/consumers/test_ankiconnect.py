"""A package handed to a running Anki, by the protocol that AnkiConnect describes."""

from __future__ import annotations

import json
import socket
from contextlib import closing
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from typer.testing import CliRunner

from quizlib.cli import app
from quizlib.errors import AnkiNotReached, AnkiRefused, InvalidOption
from quizlib.exporters import export
from tests.banks import ITEMS, bank

pytestmark = pytest.mark.consumer

KEY = "secret"


class StandIn(BaseHTTPRequestHandler):
    """AnkiConnect before a collection of Anki's own; `server` holds what it is to do."""

    server: Anki

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        request = json.loads(self.rfile.read(length))
        self.server.requests.append(request)
        answer = self.server.answer(request)
        body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
        self.send_response(self.server.status)
        for name, value in {**self.server.headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Keeps the terminal quiet."""


class Anki(HTTPServer):
    """Listens on a free port; `collection` takes what is imported."""

    def __init__(self, folder):
        super().__init__(("127.0.0.1", 0), StandIn)
        self.collection = Collection(str(folder / "collection.anki2"))
        self.requests: list[dict[str, Any]] = []
        self.key = ""
        self.permission = "granted"
        self.imports = True
        self.status, self.headers = 200, {"Content-Type": "application/json"}

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, request):
        if request["action"] == "requestPermission":
            granted = {"requireApiKey": bool(self.key), "version": 6}
            allowed = self.permission == "granted"
            return _told({"permission": self.permission, **(granted if allowed else {})})
        if self.key and request.get("key") != self.key:
            return {"result": None, "error": "valid api key must be provided"}
        if request["action"] != "importPackage":
            return {"result": None, "error": "unsupported action"}
        return _told(self.imports and self.take(request["params"]["path"]))

    def take(self, path):
        # What Anki's own stand-in for its old importer does, which AnkiConnect calls; the
        # path counts from the folder of media.
        place = Path(self.collection.media.dir()) / path
        options = ImportAnkiPackageOptions(
            merge_notetypes=True, with_scheduling=True, with_deck_configs=True
        )
        request = ImportAnkiPackageRequest(package_path=str(place), options=options)
        self.collection.import_anki_package(request)
        return True


def _told(result):
    return {"result": result, "error": None}


@pytest.fixture
def anki(tmp_path):
    server = Anki(tmp_path)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()
    server.collection.close()


def push(anki, folder, given=None, **options):
    path = folder / "salt.apkg"
    return export(given or bank(), "anki", path, connect=True, connect_to=anki.address, **options)


def test_a_running_anki_imports_what_was_written(anki, tmp_path):
    made = push(anki, tmp_path)
    assert made.summary == "10 notes, 10 cards, 1 deck; imported into Anki"
    assert anki.collection.note_count() == len(ITEMS)
    assert anki.requests == [
        {"action": "requestPermission", "version": 6, "params": {}},
        {
            "action": "importPackage",
            "version": 6,
            "params": {"path": str(tmp_path / "salt.apkg")},
        },
    ]


def test_a_second_time_updates(anki, tmp_path):
    push(anki, tmp_path)
    first = ITEMS[0].model_copy(update={"stem": "Why was it abolished?", "revision": 1})
    push(anki, tmp_path, bank(first, *ITEMS[1:]))
    found = anki.collection.find_notes('"Why was it abolished?"')
    assert len(found) == 1
    assert anki.collection.note_count() == len(ITEMS)


def test_the_command_names_its_file_from_where_it_runs(anki, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    bank().save("salt.json")
    done = CliRunner().invoke(
        app, ["export", "anki", "salt.json", "--connect", "--connect-to", anki.address]
    )
    assert done.output == "salt.apkg  10 notes, 10 cards, 1 deck; imported into Anki\n"
    assert anki.collection.note_count() == len(ITEMS)


def test_a_key_is_sent_where_one_is_asked_for(anki, tmp_path):
    anki.key = KEY
    with pytest.raises(AnkiRefused, match=r"it asks for the key of its settings: --connect-key"):
        push(anki, tmp_path)
    with pytest.raises(AnkiRefused, match=r"not taken by Anki: valid api key must be provided$"):
        push(anki, tmp_path, connect_key="wrong")
    push(anki, tmp_path, connect_key=KEY)
    assert anki.collection.note_count() == len(ITEMS)
    assert [request.get("key") for request in anki.requests[-2:]] == [None, KEY]


def test_what_anki_refuses_is_told_and_the_file_stays(anki, tmp_path):
    anki.permission = "denied"
    with pytest.raises(AnkiRefused) as told:
        push(anki, tmp_path)
    assert str(told.value) == f"{anki.address}: not taken by Anki: it does not allow the access"
    anki.permission, anki.imports = "granted", False
    with pytest.raises(AnkiRefused, match=r"could not import the package; is a profile open\?$"):
        push(anki, tmp_path)
    assert (tmp_path / "salt.apkg").exists()


@pytest.mark.parametrize(
    "answer", [b"", b"<html>", b"[]", b"{}", b"3", b"\xff", b'{"result": ' * 9000]
)
def test_what_is_not_ankiconnect_is_told(anki, tmp_path, answer):
    anki.answer = lambda request: answer
    with pytest.raises(AnkiNotReached, match=r"what answers is not AnkiConnect; start Anki"):
        push(anki, tmp_path)


def test_nobody_there(tmp_path):
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    with pytest.raises(AnkiNotReached) as told:
        export(bank(), "anki", tmp_path / "s.apkg", connect=True, connect_to=address)
    assert str(told.value) == (
        f"{address}: no Anki to be reached: Connection refused; start Anki with the add-on"
        " AnkiConnect, or import the file there"
    )


def test_a_redirection_or_a_proxy_leads_nowhere(anki, tmp_path, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://192.0.2.1:9")
    anki.status, anki.headers = 307, {"Location": "http://192.0.2.1:9/"}
    anki.answer = lambda request: b""
    with pytest.raises(AnkiNotReached):
        push(anki, tmp_path)
    assert len(anki.requests) == 1


@pytest.mark.parametrize(
    "address",
    [
        *("http://192.0.2.1:8765", "http://example.org", "https://127.0.0.1:8765", "", "x"),
        *("http://127.0.0.1:99999", "http://127.0.0.1:8765/path", "file:///etc", "http://[::1"),
        *("http://127.0.0.1@example.org/", "http://localhost.example.org", "http://127.0.0.1:0"),
    ],
)
def test_only_this_machine_is_spoken_to(tmp_path, address):
    with pytest.raises(InvalidOption, match=r"not an address of AnkiConnect on this machine"):
        export(bank(), "anki", tmp_path / "s.apkg", connect=True, connect_to=address)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("address", ["http://localhost:8765", "http://[::1]:8765/"])
def test_this_machine_has_several_names(tmp_path, address):
    export(bank(), "anki", tmp_path / "s.apkg", connect_to=address)
