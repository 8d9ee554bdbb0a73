"""The unguessable key in the QR on a thing."""

import secrets


def new_key() -> str:
    """72 random bits, safe in an address; short, so that the printed code stays coarse."""
    return secrets.token_urlsafe(9)
