"""Every report as a paper with its tables, ready to be drawn as PDF/A, DOCX or XLSX: for pages and for the command."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from gandan.documents.drawing import as_docx, as_pdf
from gandan.documents.sheets import Sheet
from gandan.places.models import Agency
from gandan.reforms.models import Recognition

from ..half_year import period_report_data
from ..models import PeriodReport, ReportRound, Synthesis, YearReport
from . import quarterly_paper, recognition_paper, six_months_paper, yearly_paper
from .figures import EXACT, Wording
from .history import history_data, shipped
from .official_paper import Details, Head, head_of, paper
from .workbook import Leaf, workbook
from .yearly import year_data

KINDS = ("pdf", "docx", "xlsx")


@dataclass(frozen=True)
class Paper:
    """A report ready to be drawn: the paper, its tables, the name of its files without ending."""

    sheet: Sheet
    leaves: Sequence[Leaf]
    name: str

    def drawn(self, kind: str) -> bytes:
        """`kind` is one of KINDS; KeyError for another."""
        draw = {"pdf": lambda: as_pdf(self.sheet), "docx": lambda: as_docx(self.sheet), "xlsx": self._tables}
        return draw[kind]()

    def _tables(self) -> bytes:
        return workbook(f"{self.sheet.title}: {self.sheet.subtitle}", self.leaves)


def wording_of(held: YearReport | None) -> Wording:
    return Wording(held.is_cut, held.keeps_about) if held else EXACT


def data_of(agency: Agency, year: int, held: YearReport | None, now: datetime) -> dict[str, Any]:
    """Frozen once sent, live before."""
    return held.data if held is not None and held.is_sent else year_data(agency, year, now)


def year_paper(agency: Agency, year: int, held: YearReport | None, now: datetime) -> Paper:
    """The report of a year as it is now; `held` is its draft or what was sent, None before it was begun."""
    data = data_of(agency, year, held, now)
    manner = yearly_paper.Manner(held.texts if held else {}, wording_of(held))
    on = localdate(held.sent_at if held and held.sent_at else now)
    above = agency.province.name_within if agency.province else agency.name_within
    to = f"Sở Nội vụ {above}" if agency.commune_id else f"Ủy ban nhân dân {above}"
    known = {"number": held.number, "signer": held.signer} if held else {}
    details = yearly_paper.details(data, issued_on=on, recipients=(to,), **known)
    sheet = paper(head_of(agency), details, yearly_paper.blocks(data, manner))
    return Paper(sheet, yearly_paper.leaves(data, manner.wording), f"bao-cao-mo-hinh-{year}-{agency.code}")


def history_paper(name: str, wording: Wording = EXACT) -> Paper:
    """A shipped report of another place, rebuilt. RuleBroken when there is none of that name."""
    data = history_data(name)
    about = shipped()[name]
    head = Head(
        superior=about["superior"], agency=about["agency"], place=about["place"],
        signs_as=("TM. Ủy ban nhân dân", "Chủ tịch"),
    )  # fmt: skip
    details = yearly_paper.details(
        data, issued_on=date.fromisoformat(about["issued_on"]), number=about["document"], recipients=tuple(about["to"])
    )
    sheet = paper(head, details, yearly_paper.blocks(data, yearly_paper.Manner({}, wording)))
    return Paper(sheet, yearly_paper.leaves(data, wording), name)


def quarter_paper(one: Synthesis) -> Paper:
    """The quarter as compiled, or as sent."""
    details = quarterly_paper.details(
        one,
        issued_on=localdate(one.sent_at or one.compiled_at),
        recipients=(f"Ủy ban nhân dân {one.agency.name_within}",),
    )
    sheet = paper(head_of(one.agency), details, quarterly_paper.blocks(one))
    return Paper(sheet, quarterly_paper.leaves(one), f"tong-hop-{one.start:%Y-%m}-{one.agency.code}")


def half_year_paper(one: PeriodReport, now: datetime) -> Paper:
    """A unit's report of the half year, pre-filled until it is sent."""
    data = period_report_data(one, now)
    details = six_months_paper.details(
        data, issued_on=localdate(one.sent_at or now), recipients=(head_of(one.round.issuer).agency,)
    )
    sheet = paper(head_of(one.agency), details, six_months_paper.blocks(data))
    return Paper(sheet, six_months_paper.leaves(data), f"bao-cao-6-thang-{one.pk}")


def round_paper(one: ReportRound, now: datetime) -> Paper:
    """Who sent, the late list, proposals."""
    reports = list(one.reports.select_related("agency", "round").order_by("agency__sort_name"))
    details = Details(subject=f"Tình hình gửi: {one.title}", issued_on=localdate(now))
    sheet = paper(head_of(one.issuer), details, six_months_paper.round_blocks(one, reports, now))
    return Paper(sheet, six_months_paper.round_leaves(reports, now), f"dot-bao-cao-{one.pk}")


def claim_paper(one: Recognition) -> Paper:
    """The whole dossier for recognition as one paper."""
    details = recognition_paper.details(one, issued_on=localdate(one.submitted_at), recipients=("Sở Nội vụ",))
    sheet = paper(head_of(one.agency), details, recognition_paper.blocks(one))
    evidence = [(line,) for line in recognition_paper.evidence(one)]
    return Paper(sheet, [Leaf("Minh chứng", ("Minh chứng",), evidence)], f"ho-so-cong-nhan-{one.pk}")
