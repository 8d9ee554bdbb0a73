"""Without a virus daemon: refuses what no photograph or PDF of a paper contains (executables and the EICAR test file)."""

from . import VirusFound

EXECUTABLES = (b"MZ", b"\x7fELF", b"#!/", b"PK\x03\x04", b"<script", b"<html", b"<svg", b"<?php")
EICAR = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"


class SignatureScanner:
    def scan(self, content: bytes) -> None:
        start = content[:64].lstrip().lower()
        for mark in EXECUTABLES:
            if start.startswith(mark.lower()):
                raise VirusFound(f"begins like a program or page: {mark!r}")
        if EICAR in content[:4096]:
            raise VirusFound("EICAR test file")
