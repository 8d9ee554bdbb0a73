"""Keys of machines and visits, and the code that opens a compartment."""

import re
import secrets

from gandan.core.secrets import blind_index

DIGITS = 8
COLUMN = "kiosks_placement.code_index"


def new_key() -> str:
    """144 random bits, safe in an address."""
    return secrets.token_urlsafe(18)


def new_code() -> str:
    """Eight random digits: with five wrong tries in ten minutes nobody guesses it in a lifetime."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def index_of(code: str) -> str:
    """What is kept of a code: the same code gives the same index, which tells nothing without the key."""
    return blind_index(code, column=COLUMN)


def read_code(typed: str) -> str:
    """The eight digits of what was typed or scanned (“1234 5678”, “APS12345678”); "" when they are not there."""
    digits = re.sub(r"\D", "", typed)
    return digits if len(digits) == DIGITS else ""


def say_code(code: str) -> str:
    """“1234 5678”."""
    return f"{code[:4]} {code[4:]}"
