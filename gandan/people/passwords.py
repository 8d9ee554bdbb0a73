"""Passwords made by the machine, to be read aloud or copied by hand once."""

import secrets

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another: i l o 0 1
GROUPS, GROUP_LENGTH = 4, 4


def one_time_password() -> str:
    """“kbd4-9tqm-x7wf-h2ne”: about 79 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))
