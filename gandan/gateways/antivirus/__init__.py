"""The virus hook: every upload passes it. Live adapter: a ClamAV daemon (`GANDAN_CLAMD_SOCKET`); local: known test marks."""

from typing import Protocol

from django.conf import settings


class VirusFound(Exception):
    """The scanner named something; the file must not be kept."""


class ScanFailed(Exception):
    """The scanner could not be asked. Nothing is known about the file."""


class Scanner(Protocol):
    def scan(self, content: bytes) -> None:
        """Return when nothing was found; raise `VirusFound` or `ScanFailed`."""


def scanner() -> Scanner:
    if settings.CLAMD_SOCKET:
        from .clamd import ClamdScanner

        return ClamdScanner(settings.CLAMD_SOCKET)
    from .local import SignatureScanner

    return SignatureScanner()
