"""What cannot be guessed."""

import secrets

KEY_BYTES = 16


def new_key() -> str:
    """128 random bits, safe in an address."""
    return secrets.token_urlsafe(KEY_BYTES)
