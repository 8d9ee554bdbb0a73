"""The filtered list as a file: CSV for anything, XLSX for Excel."""

from __future__ import annotations

from collections.abc import Iterable

from gandan.core import tables
from gandan.dossiers.models import Channel, Dossier
from gandan.dossiers.register_book import said, sheet_of

MOST_LINES = 5000
HEADERS = ("Mã hồ sơ", "Thủ tục", "Người nộp", "Cách nộp", "Nộp", "Hạn", "Đồng hồ 766", "Bước", "Người giữ")


def as_csv(dossiers: Iterable[Dossier]) -> bytes:
    return tables.as_csv(HEADERS, map(_line, dossiers))


def as_xlsx(dossiers: Iterable[Dossier]) -> bytes:
    return sheet_of(HEADERS, [_line(one) for one in dossiers])


def _line(one: Dossier) -> tuple[str, ...]:
    return (
        one.code, one.procedure.short_name, one.applicant_name, str(Channel(one.channel).label), said(one.submitted_at),
        said(one.due_at), said(one.clock766_due_at), one.status_label(), str(one.holder or "chưa ai nhận"),
    )  # fmt: skip
