"""Stays connected to the Asterisk of the settings and writes down what it tells. The password never crosses the wire."""

from __future__ import annotations

import hashlib
import logging
import socket
import threading
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import close_old_connections, connections
from django.utils import timezone

from gandan.gateways import actions
from gandan.gateways.actions import Call

from .ami import Packet, Watch, packet_of

logger = logging.getLogger(__name__)
DEFAULT_PORT = 5038
SILENCE = 30.0
"""Seconds without a word before we ask whether anybody is there; twice that and the line is dead."""
PAUSES = (1.0, 2.0, 5.0, 15.0, 60.0)
LONGEST_LINE, MOST_LINES = 8192, 500


class AmiFailed(Exception):
    """No login, or not the protocol."""


class Listener:
    """`run` returns after `stop()`. One watch for all connections: a call goes on while the line to us is down."""

    def __init__(self, url: str, password: str) -> None:
        parts = urlsplit(url)
        if parts.scheme != "ami" or not parts.hostname:
            raise AmiFailed("GANDAN_EXCHANGE_AMI phải là ami://người-dùng@máy:cổng.")
        self.where = (parts.hostname, parts.port or DEFAULT_PORT)
        self.user, self.password = unquote(parts.username or ""), password
        self.watch = Watch(tuple(settings.EXCHANGE_LINES))
        self._stopping = threading.Event()
        self._socket: socket.socket | None = None

    def stop(self) -> None:
        self._stopping.set()
        if self._socket is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:
                logger.debug("the exchange was faster")

    def run(self) -> None:
        """Connect, listen, connect again after a growing pause."""
        failures = 0
        while not self._stopping.is_set():
            try:
                for packet in self._packets():
                    failures = 0
                    self._see(packet)
            except (OSError, AmiFailed) as error:
                logger.warning("the exchange: %s", type(error).__name__)
            self._stopping.wait(PAUSES[min(failures, len(PAUSES) - 1)])
            failures += 1
        connections.close_all()

    def _packets(self) -> Iterator[Packet]:
        """Of one connection, after the login."""
        with socket.create_connection(self.where, timeout=SILENCE) as line:
            self._socket = line
            with line.makefile("rb") as lines:
                if not lines.readline(LONGEST_LINE).startswith(b"Asterisk Call Manager"):
                    raise AmiFailed("greeting")
                self._log_in(line, _read(lines))
                yield from self._listen(line, lines)

    def _log_in(self, line: socket.socket, answers: Iterator[Packet]) -> None:
        _ask(line, Action="Challenge", AuthType="MD5")
        challenge = _response(answers).get("challenge", "")
        key = hashlib.md5(f"{challenge}{self.password}".encode(), usedforsecurity=False).hexdigest()
        _ask(line, Action="Login", AuthType="MD5", Username=self.user, Key=key, Events="call,cdr,dialplan")
        _response(answers)

    def _listen(self, line: socket.socket, lines: object) -> Iterator[Packet]:
        pinger = threading.Event()
        thread = threading.Thread(target=_ping, args=[line, pinger], daemon=True)
        thread.start()
        line.settimeout(2 * SILENCE)
        try:
            yield from _read(lines)
        finally:
            pinger.set()
            thread.join()

    def _see(self, packet: Packet) -> None:
        for call in self.watch.see(packet, timezone.now()):
            self._report(call)

    def _report(self, call: Call) -> None:
        """The exchange does not repeat itself: wait for the database as long as it takes."""
        failures = 0
        while not self._stopping.is_set():
            close_old_connections()
            try:
                actions.report_call(call, now=timezone.now())
            except DatabaseError:
                logger.warning("a call waits for the database")
                self._stopping.wait(PAUSES[min(failures, len(PAUSES) - 1)])
                failures += 1
            else:
                return


def _ask(line: socket.socket, **fields: str) -> None:
    if any("\r" in value or "\n" in value for value in fields.values()):
        raise AmiFailed("line break")
    line.sendall("".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode() + b"\r\n")


def _response(answers: Iterator[Packet]) -> Packet:
    for packet in answers:
        if "response" in packet:
            if packet["response"] != "Success":
                raise AmiFailed("login")
            return packet
    raise AmiFailed("closed")


def _read(lines: object) -> Iterator[Packet]:
    """Packets end with an empty line; the stream with the connection."""
    gathered: list[str] = []
    while raw := lines.readline(LONGEST_LINE):  # type: ignore[attr-defined]  # a binary file of the socket
        text = raw.decode("utf-8", "replace").rstrip("\r\n")
        if text and len(gathered) < MOST_LINES:
            gathered.append(text)
        elif not text:
            yield packet_of(gathered)
            gathered = []


def _ping(line: socket.socket, over: threading.Event) -> None:
    while not over.wait(SILENCE):
        try:
            _ask(line, Action="Ping")
        except OSError:
            return
