"""Candidates side by side: what each needs and what this commune thinks of it. Reads only."""

from __future__ import annotations

from dataclasses import dataclass

from gandan.core.tables import Cell
from gandan.places.models import Agency

from .models import Assessment, Cost, Reform
from .workflow import Status

HEADS = (
    "Mô hình", "Nơi khởi xướng", "Công nghệ thông tin", "Kinh phí", "Nhân lực", "Lợi ích", "Kết luận", "Lý do", "Hiệu quả",
    "Đồng bộ", "Tiết kiệm", "Phù hợp thực tế", "Ý kiến các phòng",
)  # fmt: skip
CANDIDATES = (Status.PILOTING, Status.EVALUATED, Status.RECOGNISED)


@dataclass(frozen=True)
class Candidate:
    """A model and the sheet of the commune, if there is one. What the sheet says goes before what the model says."""

    reform: Reform
    sheet: Assessment | None

    @property
    def uses_it(self) -> bool:
        return self.sheet.uses_it if self.sheet else self.reform.uses_it

    @property
    def cost(self) -> str:
        said = self.sheet.cost_words if self.sheet else ""
        return said or str(Cost((self.sheet and self.sheet.cost) or self.reform.cost).label)

    @property
    def staff(self) -> str:
        return (self.sheet and self.sheet.staff) or self.reform.staff

    @property
    def benefit(self) -> str:
        return (self.sheet and self.sheet.benefit) or self.reform.benefit

    @property
    def verdict(self) -> str:
        if self.sheet is None:
            return "chưa đánh giá"
        return {True: "phù hợp", False: "không phù hợp", None: "chưa kết luận"}[self.sheet.fits]

    @property
    def look(self) -> str:
        return {"phù hợp": "done", "không phù hợp": "late"}.get(self.verdict, "")

    @property
    def marks(self) -> tuple[int | None, int | None, int | None, int | None]:
        one = self.sheet
        return (one.effective, one.uniform, one.thrifty, one.fitting) if one else (None, None, None, None)

    @property
    def points(self) -> int | None:
        """Sum of the four criteria, up to 20; None until all four are given."""
        given = [mark for mark in self.marks if mark is not None]
        return sum(given) if len(given) == len(self.marks) else None


def candidates(commune: Agency, document: str = "") -> list[Candidate]:
    """Models that can be taken up, or those a document names; technology first, then by name (công văn 500, mục 1)."""
    models = Reform.objects.filter(status__in=CANDIDATES).select_related("owner")
    if document:
        models = models.filter(documents__number=document).distinct()
    sheets = Assessment.objects.filter(agency=commune).prefetch_related("opinions__agency")
    by_model = {one.reform_id: one for one in sheets}
    found = [Candidate(one, by_model.get(one.pk)) for one in models]
    return sorted(found, key=lambda one: (not one.uses_it, bytes(one.reform.sort_name)))


def row_of(one: Candidate) -> list[Cell]:
    opinions = list(one.sheet.opinions.all()) if one.sheet else []
    said = "; ".join(
        f"{each.agency.name}: {'phù hợp' if each.fits else 'chưa phù hợp'}, {each.text}" for each in opinions
    )
    return [
        one.reform.name, one.reform.owned_by, "có" if one.uses_it else "không", one.cost, one.staff, one.benefit,
        one.verdict, one.sheet.reason if one.sheet else "", *one.marks, said,
    ]  # fmt: skip
