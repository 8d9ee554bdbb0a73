"""ClamAV's daemon by its documented INSTREAM command: chunks with a 4-byte length, a zero length ends."""

import socket
import struct

from . import ScanFailed, VirusFound

CHUNK = 64 * 1024
SECONDS = 30


class ClamdScanner:
    """`where` is a unix socket path or `host:port`."""

    def __init__(self, where: str) -> None:
        self.where = where

    def _connect(self) -> socket.socket:
        if self.where.startswith("/"):
            connection = socket.socket(socket.AF_UNIX)
            connection.settimeout(SECONDS)
            connection.connect(self.where)
            return connection
        host, _, port = self.where.rpartition(":")
        return socket.create_connection((host, int(port)), timeout=SECONDS)

    def scan(self, content: bytes) -> None:
        try:
            with self._connect() as connection:
                connection.sendall(b"zINSTREAM\0")
                for start in range(0, len(content), CHUNK):
                    part = content[start : start + CHUNK]
                    connection.sendall(struct.pack("!L", len(part)) + part)
                connection.sendall(struct.pack("!L", 0))
                answer = self._read(connection)
        except OSError as error:
            raise ScanFailed(str(error)) from error
        if answer.endswith("FOUND"):
            raise VirusFound(answer)
        if not answer.endswith("OK"):
            raise ScanFailed(answer)

    @staticmethod
    def _read(connection: socket.socket) -> str:
        parts = []
        while part := connection.recv(4096):
            parts.append(part)
            if part.endswith(b"\0"):
                break
        return b"".join(parts).rstrip(b"\0").decode(errors="replace").strip()
