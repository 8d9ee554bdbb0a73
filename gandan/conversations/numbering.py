"""The code by which papers checked ahead open at the counter: short enough to read aloud, too many to guess.

Nine signs of thirty: 2 × 10^13 codes. Without I, O, U, 0 and 1 nobody mistakes one for another.
"""

import re
import secrets

LETTERS = "ABCDEFGHJKLMNPQRSTVWXYZ2345679"
GROUPS, LENGTH = 3, 3


def new_precheck_code() -> str:
    """“K7M-2QF-9RT”."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(LENGTH)) for _ in range(GROUPS))


def read_precheck_code(typed: str) -> str:
    """As people type it: small letters, spaces or no dashes; "" for what is none."""
    plain = re.sub(r"[^A-Z0-9]", "", typed.upper())
    if len(plain) != GROUPS * LENGTH:
        return ""
    return "-".join(plain[at : at + LENGTH] for at in range(0, len(plain), LENGTH))
