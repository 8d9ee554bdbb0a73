"""A mailbox that speaks IMAP4rev1 over a real socket: LOGIN, EXAMINE, UID SEARCH, UID FETCH; anything else is BAD.

It refuses to change anything: a reader that marks or moves letters would be told so.
"""

from __future__ import annotations

import re
import socket
import threading
from dataclasses import dataclass, field


@dataclass
class Mailbox:
    """`letters` by UID. `breaks_at`: the connection dies when this UID is fetched."""

    letters: dict[int, bytes] = field(default_factory=dict)
    validity: int = 7
    user: str = "mot-cua"
    password: str = 'mat "khau'
    breaks_at: int = 0
    searches: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

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
            with session, session.makefile("rwb", buffering=0) as line:
                line.write(b"* OK IMAP4rev1 ready\r\n")
                state = "out"
                while raw := line.readline():
                    tag, _, command = raw.decode().strip().partition(" ")
                    answer = self._answer(command, state)
                    if answer is None:
                        break
                    state, told, result = answer
                    line.write(told + f"{tag} {result}\r\n".encode())
                    if state == "over":
                        break

    def _answer(self, command: str, state: str) -> tuple[str, bytes, str] | None:
        """Next state, untagged answer, result; None breaks the connection."""
        if command == "CAPABILITY":
            return state, b"* CAPABILITY IMAP4rev1\r\n", "OK done"
        if command == "LOGOUT":
            return "over", b"* BYE\r\n", "OK done"
        if login := re.fullmatch(r'LOGIN (\S+) "((?:[^"\\]|\\.)*)"', command):
            is_right = (login[1], re.sub(r"\\(.)", r"\1", login[2])) == (self.user, self.password)
            return ("in", b"", "OK in") if is_right else (state, b"", "NO wrong")
        if command == 'EXAMINE "INBOX"' and state in {"in", "reading"}:
            told = f"* {len(self.letters)} EXISTS\r\n* OK [UIDVALIDITY {self.validity}] yes\r\n"
            return "reading", told.encode(), "OK [READ-ONLY] done"
        return self._read(command) if state == "reading" else (state, b"", "BAD now")

    def _read(self, command: str) -> tuple[str, bytes, str] | None:
        if search := re.fullmatch(r"UID SEARCH (UID (\d+):\*|SINCE (\d{1,2}-[A-Z][a-z]{2}-\d{4}))", command):
            self.searches.append(search[1])
            found = [uid for uid in sorted(self.letters) if not search[2] or uid >= int(search[2])]
            if search[2] and not found and self.letters:
                found = [max(self.letters)]
            return "reading", f"* SEARCH {' '.join(map(str, found))}\r\n".encode(), "OK done"
        if fetch := re.fullmatch(r"UID FETCH (\d+) \(BODY\.PEEK\[\]<0\.(\d+)>\)", command):
            uid, most = int(fetch[1]), int(fetch[2])
            if uid == self.breaks_at:
                return None
            raw = self.letters[uid][:most]
            told = f"* 1 FETCH (UID {uid} BODY[]<0> {{{len(raw)}}}\r\n".encode() + raw + b")\r\n"
            return "reading", told, "OK done"
        return "reading", b"", "BAD not here"
