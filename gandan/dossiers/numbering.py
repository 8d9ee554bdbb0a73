"""The dossier code (mã số hồ sơ). Pure.

NĐ 118/2025/NĐ-CP, Điều 28: identifier of the competent agency, date of reception, sequence of the day.
"""

from datetime import date

from gandan.core.keys import new_key as new_key  # migrations know it under this address


def dossier_code(identifier: str, day: date, sequence: int) -> str:
    """`000.31.52.H24-261123-0007`. The sequence has at least four digits."""
    return f"{identifier}-{day:%y%m%d}-{sequence:04d}"
