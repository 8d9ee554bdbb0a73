"""The printed papers of a dossier: its rows turned into the frozen facts of gandan/documents."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import localtime

from gandan.catalog.models import LimitKind
from gandan.core.vietnamese import mask_id, mask_phone, say_money
from gandan.documents import statutory
from gandan.documents.sheets import DayKind, Sheet, Working, WorkingDay, WorkingStep
from gandan.people.models import Gender
from gandan.places.counting import UNIT_WORDS
from gandan.places.working import Unit
from gandan.places.working import Working as Counted

from .finding import papers_of
from .models import Channel, Dossier, Paper

CENTRE = "Trung tâm Phục vụ hành chính công"
RETURNED_BY = {
    Channel.COUNTER: "Nhận kết quả tại Trung tâm.",
    Channel.ONLINE: "Nhận kết quả trên trang “Hồ sơ của tôi”.",
    Channel.POST: "Kết quả gửi qua bưu chính công ích.",
}
PRINTED_DAYS: dict[str, DayKind] = {
    "start": "start", "count": "counted", "makeup": "counted", "off": "off", "weekend": "off", "due": "due",
}  # fmt: skip


def tracking_url(dossier: Dossier) -> str:
    """The full address behind the QR: the unguessable key, no personal data."""
    return settings.PUBLIC_URL + reverse("dossiers:track", args=[dossier.key])


def letterhead(dossier: Dossier, issued_at: datetime) -> statutory.Letterhead:
    commune = dossier.commune
    return statutory.Letterhead(
        superior=f"Ủy ban nhân dân {commune.name_within}", agency=CENTRE, place=commune.place_name, issued_at=issued_at,
        hotline=commune.phone,
    )  # fmt: skip


def case(dossier: Dossier) -> statutory.Case:
    """Whose matter it is, numbers masked."""
    known = dossier.applicant_gender
    return statutory.Case(
        code=dossier.code, procedure=dossier.procedure.short_name, applicant=dossier.applicant_name,
        address_as=str(Gender(known).label) if known else "ông/bà",
        id_number_masked=mask_id(dossier.applicant_id_number) if dossier.applicant_id_number else "",
        address=dossier.applicant_address,
        phone_masked=mask_phone(dossier.applicant_phone) if dossier.applicant_phone else "",
        email=dossier.applicant_email,
    )  # fmt: skip


def printed_working(stored: dict[str, Any]) -> Working:
    """The stored working (`Dossier.working["due"]`) as it is printed. KeyError when there is none."""
    told = Counted.from_json(stored)
    return Working(
        days=tuple(WorkingDay(on=line.date, kind=PRINTED_DAYS[line.kind], note=line.label) for line in told.days),
        steps=tuple(WorkingStep(text=one["text"], source=one["source"]) for one in told.sentences),
    )


def time_limit(dossier: Dossier) -> str:
    """“3 ngày làm việc”, in the unit of the law; a programme's limit with the law's beside it; "" when there is none."""
    programme = dossier.working.get("programme")
    if programme:
        lawful = dossier.working["statutory"]
        given = f"{_counted(dossier.working['due'])}, theo chương trình “{programme['name']}”"
        return f"{given} (hạn theo luật: {_counted(lawful)})"
    version = dossier.version
    fact = version.limit(LimitKind.PROMISED, dossier.commune) or version.limit(LimitKind.STATUTORY, dossier.commune)
    if fact is None:
        return ""
    return "trong ngày" if fact.unit == Unit.SAME_DAY else f"{fact.count} {UNIT_WORDS[Unit(fact.unit)]}"


def _counted(stored: dict[str, Any]) -> str:
    """“trong ngày” or “10 ngày làm việc” of a stored working."""
    unit = Unit(stored["unit"])
    return "trong ngày" if unit == Unit.SAME_DAY else f"{stored['count']} {UNIT_WORDS[unit]}"


def components(dossier: Dossier) -> tuple[statutory.Component, ...]:
    """What was handed in, by component, in the order of the procedure."""
    papers: dict[str, list[Paper]] = {}
    for paper in papers_of(dossier):
        papers.setdefault(paper.component, []).append(paper)
    order = [one.key for one in dossier.version.papers()]
    keys = sorted(papers, key=lambda key: order.index(key) if key in order else len(order))
    return tuple(_component(papers[key]) for key in keys)


def _component(papers: list[Paper]) -> statutory.Component:
    return statutory.Component(
        name=papers[0].name,
        originals=sum(one.originals for one in papers),
        copies=sum(one.copies for one in papers if not one.file),
        electronic=sum(bool(one.file) for one in papers),
    )


def fee_words(dossier: Dossier) -> str:
    return say_money(dossier.fee_amount) if dossier.fee_amount is not None else "Mức thu chưa được xác nhận"


def receipt_sheet(dossier: Dossier) -> Sheet:
    """Mẫu 01 of a received dossier. ValueError before reception: there is no promised day yet."""
    if dossier.received_at is None or dossier.due_at is None:
        raise ValueError("Hồ sơ chưa được tiếp nhận.")
    return statutory.receipt(
        statutory.ReceiptData(
            letterhead=letterhead(dossier, localtime(dossier.received_at)),
            case=case(dossier),
            components=components(dossier),
            received_at=localtime(dossier.received_at),
            due_at=localtime(dossier.due_at),
            time_limit=time_limit(dossier),
            working=printed_working(dossier.working["due"]),
            return_channel=RETURNED_BY[Channel(dossier.return_channel)],
            fee=fee_words(dossier),
            officer=dossier.holder.full_name if dossier.holder else "",
            tracking_url=tracking_url(dossier),
        )
    )
