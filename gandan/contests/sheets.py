"""The results of a contest as a workbook: every entry with its marks, ranks and prize."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter

from .models import Contest, Entry, Stage
from .results import mark_of_part


def results_file(contest: Contest) -> bytes:
    """One row an entry; marks as numbers, what is unknown left empty."""
    parts = list(contest.parts.filter(stage=Stage.FINAL))
    heads = [
        "Số phách", "Mô hình, sáng kiến", "Đơn vị", "Thành viên", "Điểm từng giám khảo", "Điểm sơ khảo", "Hạng sơ khảo",
        *(f"{part.name} ({part.weight:g}%)" for part in parts), "Tổng chung kết", "Hạng chung kết", "Vì sao", "Giải",
    ]  # fmt: skip
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet("Kết quả")
        page.write(0, 0, contest.name, book.add_format({"bold": True, "font_size": 13}))
        page.write_row(2, 0, heads, book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}))
        page.set_column(1, 3, 32)
        page.freeze_panes(3, 2)
        rows = (
            contest.entries.eligible()
            .select_related("agency")
            .prefetch_related("members", "sheets", "scores", "sittings")
        )
        for place, entry in enumerate(rows.order_by("final_rank", "preliminary_rank", "number"), start=3):
            entry.contest = contest
            page.write_row(place, 0, _cells(entry, [mark_of_part(part, entry) for part in parts]))
    return out.getvalue()


def _cells(entry: Entry, marks: list[float | None]) -> list[Any]:
    given = "; ".join(f"{one.total:g}" for one in entry.sheets.all() if one.total is not None)
    return [
        entry.number, entry.title, entry.agency.name, ", ".join(str(one) for one in entry.members.all()), given,
        _two(entry.preliminary), entry.preliminary_rank, *(_two(one) for one in marks), _two(entry.final), entry.final_rank,
        entry.final_reason or entry.preliminary_reason, entry.prize,
    ]  # fmt: skip


def _two(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
