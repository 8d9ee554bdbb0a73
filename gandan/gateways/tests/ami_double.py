"""An Asterisk manager interface on a real socket: greeting, challenge, login by MD5, ping, events when told to.

Who has not logged in hears nothing and may ask for nothing but a challenge and the login.
"""

from __future__ import annotations

import hashlib
import socket
import threading
from dataclasses import dataclass, field


@dataclass
class Asterisk:
    """`logged_in` is set while somebody listens; `drop` breaks the connection."""

    user: str = "gandan"
    password: str = "bi-mat"
    logins: int = 0
    asked: list[dict[str, str]] = field(default_factory=list)
    logged_in: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._session: socket.socket | None = None
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"ami://{self.user}@127.0.0.1:{self.port}"

    def tell(self, **fields: str) -> None:
        assert self._session is not None
        self._session.sendall("".join(f"{name}: {value}\r\n" for name, value in fields.items()).encode() + b"\r\n")

    def drop(self) -> None:
        if self._session is not None:
            self.logged_in.clear()
            self._session.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _accept(self) -> None:
        while True:
            try:
                session, _ = self._listener.accept()
            except OSError:
                return
            with session, session.makefile("rb") as lines:
                self._session = session
                session.sendall(b"Asterisk Call Manager/5.0.2\r\n")
                challenge, packet = "", dict[str, str]()
                while raw := lines.readline():
                    name, _, value = raw.decode().strip().partition(": ")
                    if name:
                        packet[name] = value
                        continue
                    challenge = self._answer(packet, challenge)
                    packet = {}
            self.logged_in.clear()
            self._session = None

    def _answer(self, packet: dict[str, str], challenge: str) -> str:
        self.asked.append(packet)
        action = packet.get("Action")
        if action == "Challenge" and packet.get("AuthType") == "MD5":
            challenge = f"{len(self.asked)}8377"
            self.tell(Response="Success", Challenge=challenge)
        elif action == "Login" and challenge:
            key = hashlib.md5(f"{challenge}{self.password}".encode()).hexdigest()
            is_right = (packet.get("Username"), packet.get("Key")) == (self.user, key)
            self.tell(Response="Success" if is_right else "Error", Message="Authentication")
            if is_right:
                self.logins += 1
                self.logged_in.set()
        elif action == "Ping" and self.logged_in.is_set():
            self.tell(Response="Success", Ping="Pong")
        else:
            self.tell(Response="Error", Message="Permission denied")
        return challenge
