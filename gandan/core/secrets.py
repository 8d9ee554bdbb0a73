"""Encryption of what identifies a person: AES-256-GCM with a key id, and an HMAC “blind index” to find equals.

The key is `GANDAN_KEY` (base64 of 32 bytes) or a file made at first start. Older keys stay readable through
`GANDAN_OLD_KEYS`. The column's name is bound into the ciphertext, so a value moved to another column does not decrypt.
"""

import base64
import hashlib
import hmac
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE_BYTES = 12
ID_BYTES = 4


class CannotDecrypt(Exception):
    """The key that wrote this value is not configured, or the value was changed."""


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"id" + key).digest()[:ID_BYTES]


@lru_cache(maxsize=4)
def _keys(encoded: tuple[str, ...]) -> dict[bytes, bytes]:
    """Key id → key, newest first."""
    keys = [base64.b64decode(one) for one in encoded]
    return {_key_id(key): key for key in keys}


def _ring() -> dict[bytes, bytes]:
    return _keys((settings.DATA_KEY, *settings.OLD_DATA_KEYS))


def seal(plain: bytes, *, column: str) -> bytes:
    """Encrypt: key id (4 bytes), nonce (12), ciphertext and tag."""
    key_id, key = next(iter(_ring().items()))
    nonce = os.urandom(NONCE_BYTES)
    return key_id + nonce + AESGCM(key).encrypt(nonce, plain, column.encode())


def unseal(sealed: bytes, *, column: str) -> bytes:
    key = _ring().get(sealed[:ID_BYTES])
    if key is None:
        raise CannotDecrypt("Thiếu khóa đã mã hóa dữ liệu này (GANDAN_OLD_KEYS).")
    nonce = sealed[ID_BYTES : ID_BYTES + NONCE_BYTES]
    try:
        return AESGCM(key).decrypt(nonce, sealed[ID_BYTES + NONCE_BYTES :], column.encode())
    except InvalidTag:
        raise CannotDecrypt("Dữ liệu mã hóa đã bị thay đổi.") from None


def blind_index(value: str, *, column: str) -> str:
    """The same value gives the same 32 hex digits, which tell nothing without the key. Empty stays empty."""
    if not value:
        return ""
    key = base64.b64decode(settings.DATA_KEY)
    return hmac.new(key, f"{column}:{value}".encode(), hashlib.sha256).hexdigest()[:32]
