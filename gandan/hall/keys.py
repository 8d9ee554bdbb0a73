"""The unguessable key of a ticket, in its QR."""

import secrets


def new_key() -> str:
    """96 random bits, safe in an address."""
    return secrets.token_urlsafe(12)
