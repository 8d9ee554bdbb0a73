"""The dossier code (mã số hồ sơ). Pure.

NĐ 118/2025/NĐ-CP, Điều 28: identifier of the competent agency, date of reception, sequence of the day.
"""

import re
import secrets
from datetime import date

CODE = re.compile(r"^[0-9A-Z.]+-\d{6}-\d{4,6}$")
KEY_BYTES = 16


def dossier_code(identifier: str, day: date, sequence: int) -> str:
    """`000.31.52.H24-261123-0007`. The sequence has at least four digits."""
    return f"{identifier}-{day:%y%m%d}-{sequence:04d}"


def is_dossier_code(text: str) -> bool:
    return bool(CODE.match(text))


def new_key() -> str:
    """128 random bits, safe in an address."""
    return secrets.token_urlsafe(KEY_BYTES)
