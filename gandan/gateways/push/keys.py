"""Our VAPID key (RFC 8292): made once, kept in the data folder. Lost, every browser must subscribe anew: back it up."""

from __future__ import annotations

import base64
import contextlib
import os
import tempfile
from functools import lru_cache
from pathlib import Path

from cryptography.hazmat.primitives import serialization as coding
from cryptography.hazmat.primitives.asymmetric import ec
from django.conf import settings


def private_pem() -> bytes:
    return _read(Path(settings.DATA_DIR) / "vapid.pem")


def public_key() -> str:
    """As a browser wants it: the uncompressed point, base64url without padding."""
    key = coding.load_pem_private_key(private_pem(), password=None)
    point = key.public_key().public_bytes(coding.Encoding.X962, coding.PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).rstrip(b"=").decode()


@lru_cache(maxsize=4)
def _read(path: Path) -> bytes:
    if not path.exists():
        _make(path)
    return path.read_bytes()


def _make(path: Path) -> None:
    """Whole or not at all, and only one: several processes may start at once."""
    pem = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        coding.Encoding.PEM, coding.PrivateFormat.PKCS8, coding.NoEncryption()
    )
    descriptor, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(pem)
        with contextlib.suppress(FileExistsError):
            os.link(name, path)
    finally:
        os.unlink(name)
