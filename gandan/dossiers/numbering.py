"""The dossier code (mã số hồ sơ). Pure.

NĐ 118/2025/NĐ-CP, Điều 28: identifier of the competent agency, date of reception, sequence of the day.
"""

import secrets
from datetime import date

KEY_BYTES = 16


def dossier_code(identifier: str, day: date, sequence: int) -> str:
    """`000.31.52.H24-261123-0007`. The sequence has at least four digits."""
    return f"{identifier}-{day:%y%m%d}-{sequence:04d}"


def new_key() -> str:
    """128 random bits, safe in an address."""
    return secrets.token_urlsafe(KEY_BYTES)
