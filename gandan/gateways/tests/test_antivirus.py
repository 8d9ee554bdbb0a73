import socket
import struct
import threading
from collections.abc import Iterator

import pytest

from gandan.gateways.antivirus import ScanFailed, VirusFound
from gandan.gateways.antivirus.clamd import ClamdScanner
from gandan.gateways.antivirus.local import SignatureScanner

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


class Daemon(threading.Thread):
    """Speaks clamd's INSTREAM as documented, and refuses what breaks it."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.where = f"127.0.0.1:{self.listener.getsockname()[1]}"

    def run(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with connection, connection.makefile("rb") as stream:
                assert stream.read(10) == b"zINSTREAM\0"
                content = b""
                while length := struct.unpack("!L", stream.read(4))[0]:
                    content += stream.read(length)
                verdict = b"Eicar-Test-Signature FOUND" if EICAR in content else b"OK"
                connection.sendall(b"stream: " + verdict + b"\0")


@pytest.fixture
def daemon() -> Iterator[Daemon]:
    running = Daemon()
    running.start()
    yield running
    running.listener.close()


def test_the_daemon_lets_clean_files_pass_and_names_bad_ones(daemon: Daemon) -> None:
    ClamdScanner(daemon.where).scan(b"a" * 200_000)
    with pytest.raises(VirusFound, match="Eicar"):
        ClamdScanner(daemon.where).scan(b"a" * 100_000 + EICAR)


def test_a_daemon_that_is_away_is_a_failure_not_a_clean_bill() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ScanFailed):
        ClamdScanner(f"127.0.0.1:{port}").scan(b"x")


@pytest.mark.parametrize(
    "content",
    [b"MZ\x90\x00", b"\x7fELF\x02", b"#!/bin/sh\n", b"  <ScRipt>alert(1)</script>", b"PK\x03\x04docx", EICAR],
    ids=["exe", "elf", "shell", "script", "zip", "eicar"],
)
def test_without_a_daemon_what_no_paper_contains_is_refused(content: bytes) -> None:
    with pytest.raises(VirusFound):
        SignatureScanner().scan(content)


def test_without_a_daemon_photographs_and_pdf_pass() -> None:
    SignatureScanner().scan(b"\xff\xd8\xff\xe0 jpeg")
    SignatureScanner().scan(b"%PDF-1.7 ...")
