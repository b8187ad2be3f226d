"""AnkiConnect: has an Anki that runs on this machine import a package.

Source: the add-on's description, API version 6, https://git.sr.ht/~foosoft/anki-connect.
A request is one JSON object with action, version, params and, where it is asked for, key; an
answer one with result and error. Only the address that is given is spoken to: no proxy, no
redirection, and only an address of this machine, since Anki opens the file by its path.
"""

from __future__ import annotations

import json
from http.client import HTTPConnection, HTTPException
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from quizlib.errors import AnkiNotReached, AnkiRefused

if TYPE_CHECKING:
    from pathlib import Path

ADDRESS = "http://127.0.0.1:8765"
VERSION = 6
#: Seconds: the largest decks take Anki minutes.
PATIENCE = 600
#: Bytes of an answer that are read; true ones are short.
_MOST = 100_000


def local(address: str) -> str:
    """`address` as it is. Raises ValueError where it is none of this machine."""
    if not _is_local(address):
        raise ValueError(f"not an address of AnkiConnect on this machine, such as {ADDRESS}")
    return address


def _is_local(address: str) -> bool:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        here = host == "localhost" or ip_address(host).is_loopback
        port = parts.port
    except ValueError:  # no address at all
        return False
    return here and parts.scheme == "http" and port != 0 and parts.path in ("", "/")


def send(package: Path, address: str = ADDRESS, key: str = "") -> None:
    """Have Anki import the file at `package`, and wait until it has.

    Raises AnkiNotReached, AnkiRefused.
    """
    granted = _ask(address, "requestPermission")
    if not isinstance(granted, dict) or granted.get("permission") != "granted":
        raise AnkiRefused(address, "it does not allow the access")
    if granted.get("requireApiKey") and not key:
        raise AnkiRefused(address, "it asks for the key of its settings: --connect-key KEY")
    if _ask(address, "importPackage", key, path=str(package.absolute())) is not True:
        raise AnkiRefused(address, "it could not import the package; is a profile open?")


def _ask(address: str, action: str, key: str = "", **params: str) -> Any:
    """The result of `action`."""
    request: dict[str, Any] = {"action": action, "version": VERSION, "params": params}
    if key:
        request["key"] = key
    try:
        answer = json.loads(_post(address, json.dumps(request).encode()))
        error, result = answer["error"], answer["result"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise AnkiNotReached(address, "what answers is not AnkiConnect") from error
    if error is not None:
        raise AnkiRefused(address, str(error))
    return result


def _post(address: str, body: bytes) -> bytes:
    parts = urlsplit(address)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
    try:
        connection.request("POST", "/", body, {"Content-Type": "application/json"})
        return connection.getresponse().read(_MOST)
    except (OSError, HTTPException) as error:
        raise AnkiNotReached(address, getattr(error, "strerror", None) or str(error)) from error
    finally:
        connection.close()
