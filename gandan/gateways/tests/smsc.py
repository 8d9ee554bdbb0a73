"""A message centre that speaks SMPP 3.4 over a real socket and is strict: what the specification forbids is refused.

Submitted messages are checked field by field (§4.4.1): types of numbers, lengths, coding, header of parts, receipt asked for.
"""

from __future__ import annotations

import socket
import struct
import threading
from dataclasses import dataclass, field

BIND, BIND_RESP = 0x00000009, 0x80000009
SUBMIT, SUBMIT_RESP = 0x00000004, 0x80000004
DELIVER, DELIVER_RESP = 0x00000005, 0x80000005
ENQUIRE, ENQUIRE_RESP = 0x00000015, 0x80000015
UNBIND = 0x00000006
NACK = 0x80000000
OK, INVALID_LENGTH, INVALID_COMMAND, INVALID_BIND_STATE = 0x00, 0x01, 0x03, 0x04
INVALID_SOURCE, INVALID_DESTINATION, BIND_FAILED, INVALID_PASSWORD = 0x0A, 0x0B, 0x0D, 0x0E
INVALID_ESM_CLASS, INVALID_CODING = 0x43, 0x104


@dataclass(frozen=True)
class Submitted:
    """One submit_sm as it was taken."""

    source: str
    to: str
    esm_class: int
    coding: int
    octets: bytes
    number: str


def text_of(parts: list[Submitted]) -> str:
    """Put together as a telephone would: by the header's own numbers."""
    if not parts[0].esm_class & 0x40:
        return _plain(parts[0].coding, parts[0].octets)
    assert len({(one.octets[3], one.octets[4]) for one in parts}) == 1, "parts of one message share reference and total"
    assert parts[0].octets[4] == len(parts)
    ordered = sorted(parts, key=lambda one: one.octets[5])
    return "".join(_plain(one.coding, one.octets[6:]) for one in ordered)


def _plain(coding: int, octets: bytes) -> str:
    return octets.decode("utf-16-be") if coding == 8 else octets.decode("ascii")


@dataclass
class Smsc:
    """`answers` are the statuses of the next submissions; empty: by the rules."""

    user: str = "xa-chi-minh"
    password: str = "mat-khau"
    answers: list[int] = field(default_factory=list)
    taken: list[Submitted] = field(default_factory=list)
    binds: int = 0
    enquired: threading.Event = field(default_factory=threading.Event)
    acknowledged: list[int] = field(default_factory=list)
    is_silent: bool = False

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._sessions: list[socket.socket] = []
        self._sequence = 1000
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"smpp://{self.user}@127.0.0.1:{self.port}"

    def close(self) -> None:
        self._listener.close()
        self.drop()

    def drop(self) -> None:
        """Break every session, as a fallen network does."""
        for one in self._sessions:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
            finally:
                one.close()
        self._sessions.clear()

    def deliver(self, text: bytes, *, esm_class: int = 0x04, tlvs: bytes = b"") -> None:
        body = (
            b"\0" + b"\x01\x01" + b"84912345118\0" + b"\x05\x00" + b"UBND\0"
            + bytes([esm_class, 0, 0]) + b"\0\0" + bytes([0, 0, 0, 0, len(text)]) + text + tlvs
        )  # fmt: skip
        self._send(self._sessions[-1], DELIVER, OK, self._next(), body)

    def ask(self) -> None:
        self._send(self._sessions[-1], ENQUIRE, OK, self._next(), b"")

    def _next(self) -> int:
        self._sequence += 1
        return self._sequence

    def _accept(self) -> None:
        while True:
            try:
                session, _ = self._listener.accept()
            except OSError:
                return
            self._sessions.append(session)
            threading.Thread(target=self._serve, args=[session], daemon=True).start()

    def _serve(self, session: socket.socket) -> None:
        is_bound = False
        try:
            while header := _exactly(session, 16):
                length, command, _, sequence = struct.unpack(">IIII", header)
                body = _exactly(session, length - 16) if length > 16 else b""
                if command == BIND:
                    is_bound = self._bind(session, sequence, body)
                elif command == SUBMIT:
                    self._submit(session, sequence, body, is_bound=is_bound)
                else:
                    self._keep_up(session, command, sequence)
        except OSError:
            return

    def _keep_up(self, session: socket.socket, command: int, sequence: int) -> None:
        if command == ENQUIRE_RESP:
            self.enquired.set()
        elif command == DELIVER_RESP:
            self.acknowledged.append(sequence)
        elif command in {UNBIND, ENQUIRE}:
            self._send(session, command | NACK, OK, sequence, b"")
        else:
            self._send(session, NACK, INVALID_COMMAND, sequence, b"")

    def _bind(self, session: socket.socket, sequence: int, body: bytes) -> bool:
        user, password, _rest = body.split(b"\0", 2)
        is_right = (user, password) == (self.user.encode(), self.password.encode())
        self.binds += is_right
        self._send(session, BIND_RESP, OK if is_right else INVALID_PASSWORD, sequence, b"SIM\0" if is_right else b"")
        return is_right

    def _submit(self, session: socket.socket, sequence: int, body: bytes, *, is_bound: bool) -> None:
        if self.is_silent:
            return
        message = _read(body, f"m{len(self.taken) + 1}")
        status = message if isinstance(message, int) else OK
        status = status if is_bound else INVALID_BIND_STATE
        if status == OK and self.answers:
            status = self.answers.pop(0)
        if status == OK and isinstance(message, Submitted):
            self.taken.append(message)
            self._send(session, SUBMIT_RESP, OK, sequence, message.number.encode() + b"\0")
        else:
            self._send(session, SUBMIT_RESP, status, sequence, b"")

    def _send(self, session: socket.socket, command: int, status: int, sequence: int, body: bytes) -> None:
        session.sendall(struct.pack(">IIII", 16 + len(body), command, status, sequence) + body)


def _exactly(session: socket.socket, count: int) -> bytes:
    got = b""
    while len(got) < count:
        piece = session.recv(count - len(got))
        if not piece:
            return b""
        got += piece
    return got


def _read(body: bytes, number: str) -> Submitted | int:
    """The message, or the status that refuses it."""
    _service, rest = body.split(b"\0", 1)
    source_ton, source_npi = rest[0], rest[1]
    source, rest = rest[2:].split(b"\0", 1)
    ton, npi = rest[0], rest[1]
    to, rest = rest[2:].split(b"\0", 1)
    esm_class = rest[0]
    _schedule, rest = rest[3:].split(b"\0", 1)
    _validity, rest = rest.split(b"\0", 1)
    registered, _replace, coding, _default, length = rest[:5]
    octets = rest[5 : 5 + length]
    wrong = (
        ((source_ton, source_npi) != (5, 0) or not 1 <= len(source) <= 11, INVALID_SOURCE),
        ((ton, npi) != (1, 1) or not to.startswith(b"84") or not to.isdigit() or len(to) != 11, INVALID_DESTINATION),
        (len(octets) != length or len(rest) != 5 + length or len(octets) > 159, INVALID_LENGTH),
        (coding not in (0, 8), INVALID_CODING),
        (coding == 8 and len(octets) > 140, INVALID_LENGTH),
        (bool(esm_class & 0x40) != octets.startswith(b"\x05\x00\x03"), INVALID_ESM_CLASS),
        (registered != 1, INVALID_ESM_CLASS),
    )
    for is_wrong, status in wrong:
        if is_wrong:
            return status
    return Submitted(source.decode(), to.decode(), esm_class, coding, octets, number)
