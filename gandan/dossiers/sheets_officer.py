"""Mẫu 02 to 07 from the rows of a dossier, at any moment: what is not yet decided is left blank for the pen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.utils.timezone import localtime

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import mask_phone
from gandan.documents import statutory
from gandan.documents.sheets import Sheet
from gandan.people.models import Role, User
from gandan.places.models import Agency

from .actions.working import missing_papers
from .models import Channel, Dossier, Leg, PauseKind, Payment
from .sheets import CENTRE, case, fee_words, letterhead, receipt_sheet, tracking_url
from .workflow import Status

BLANK = "……………………"
ONE_STOP = "Nghị định 118/2025/NĐ-CP"
SIGNED_FOR_COMMUNE = ("TM. Ủy ban nhân dân", "Chủ tịch")
RESTARTS = "Bổ sung đủ giấy tờ thì thời hạn được tính lại từ đầu. Sau 15 ngày không bổ sung, hồ sơ được đóng."


def reception_slip(dossier: Dossier, _by: User, _now: datetime) -> Sheet:
    """Mẫu 01."""
    if dossier.received_at is None:
        raise RuleBroken("Hồ sơ chưa được tiếp nhận nên chưa có ngày hẹn để in Mẫu 01.")
    return receipt_sheet(dossier)


def supplement_slip(dossier: Dossier, by: User, now: datetime) -> Sheet:
    """Mẫu 02: the last request; before any, what is missing now, for the officer to complete."""
    asked = dossier.pauses.filter(kind=PauseKind.SUPPLEMENT).last()
    basis = f"{ONE_STOP}, Điều 17"
    names = {one.key: one.name for one in dossier.version.papers()}
    if asked is None:
        wanted = [(name, "Chưa có trong hồ sơ") for name in missing_papers(dossier)] or [(BLANK, BLANK)]
    else:
        wanted = [(names.get(key, key), asked.request) for key in asked.components] or [("Hồ sơ", asked.request)]
    return statutory.supplement_request(
        statutory.SupplementData(
            letterhead=letterhead(dossier, localtime(asked.started_at) if asked else now),
            case=case(dossier),
            lacks=tuple(statutory.Lack(what=what, why=why, basis=basis) for what, why in wanted),
            stage="Thẩm định sau khi tiếp nhận" if dossier.received_at else "Kiểm tra trước khi tiếp nhận",
            after=RESTARTS,
            contact=_contact(dossier, by),
            officer=by.full_name,
            complete_by=localtime(dossier.close_on) if dossier.close_on else None,
            exceptional_approval="lãnh đạo đơn vị" if dossier.supplement_count > 1 else "",
        )
    )


def refusal_slip(dossier: Dossier, by: User, now: datetime) -> Sheet:
    """Mẫu 03."""
    reason = dossier.reason if dossier.status == Status.REFUSED else BLANK
    issued_at = localtime(dossier.ended_at) if dossier.ended_at else now
    return statutory.refusal(
        statutory.RefusalData(
            letterhead=letterhead(dossier, issued_at),
            case=case(dossier),
            grounds=(statutory.Ground(reason=reason, basis=f"{ONE_STOP}, Điều 17, Điều 19"),),
            advice="Giấy tờ đã nộp được trả lại đủ tại Trung tâm.",
            contact=_contact(dossier, by),
            signer=statutory.Signer(title=("Người tiếp nhận hồ sơ",), name=by.full_name),
        )
    )


def apology_letter(dossier: Dossier, by: User, now: datetime) -> Sheet:
    """Mẫu 04, drafted or signed."""
    extension = getattr(dossier, "extension", None)
    if extension is None or dossier.received_at is None:
        raise RuleBroken("Hồ sơ chưa có dự thảo xin lỗi và hẹn lại. Lập dự thảo rồi in Mẫu 04.")
    head = letterhead(dossier, localtime(extension.signed_at) if extension.signed_at else now)
    province = dossier.commune.province
    superior = f"Ủy ban nhân dân {province.name_within}" if province else ""
    left = [leg.name for leg in dossier.legs.all() if leg.finished_at is None]
    return statutory.apology(
        statutory.ApologyData(
            letterhead=replace(head, superior=superior, agency=f"Ủy ban nhân dân {dossier.commune.name_within}"),
            case=case(dossier),
            received_at=localtime(dossier.received_at),
            due_at=localtime(extension.old_due_at),
            new_due_at=localtime(extension.new_due_at),
            cause=extension.cause.rstrip(" ."),
            responsible=extension.responsible.name,
            contact=_contact(dossier, by),
            signer=statutory.Signer(
                title=SIGNED_FOR_COMMUNE, name=extension.signed_by.full_name if extension.signed_by else ""
            ),
            work_left=", ".join(left),
        )
    )


def stop_notice(dossier: Dossier, by: User, now: datetime) -> Sheet:
    """Mẫu 05, for a stopped or withdrawn dossier; before that, with the reason left blank."""
    has_ended = dossier.status in (Status.STOPPED, Status.WITHDRAWN)
    ended_at = localtime(dossier.ended_at) if dossier.ended_at else now
    by_citizen = dossier.status == Status.WITHDRAWN
    done = [leg.name for leg in dossier.legs.all() if leg.finished_at]
    paid = any(one.paid_at for one in dossier.payments.all())
    return statutory.stop_notice(
        statutory.StopData(
            letterhead=letterhead(dossier, ended_at),
            case=case(dossier),
            received_at=localtime(dossier.received_at or dossier.submitted_at),
            stopped_at=ended_at,
            asked_by=dossier.form_of_address() if by_citizen else CENTRE,
            reason=dossier.reason if has_ended else BLANK,
            stage=f"Đã xong: {', '.join(done)}" if done else "Chưa bắt đầu giải quyết",
            fee=f"Đã nộp {fee_words(dossier)}" if paid else "Chưa nộp",
            papers="Trả lại đủ tại Trung tâm",
            contact=_contact(dossier, by),
            signer=statutory.Signer(title=("Giám đốc Trung tâm",), name=""),
        )
    )


def control_slip(dossier: Dossier, _by: User, now: datetime) -> Sheet:
    """Mẫu 06: every hand-over so far."""
    if dossier.received_at is None or dossier.due_at is None:
        raise RuleBroken("Hồ sơ chưa được tiếp nhận nên chưa có quá trình để in Mẫu 06.")
    legs = list(dossier.legs.select_related("agency", "finished_by"))
    return statutory.control_slip(
        statutory.ControlSlipData(
            letterhead=letterhead(dossier, now),
            case=case(dossier),
            lead_agency=dossier.agency.name,
            received_at=localtime(dossier.received_at),
            due_at=localtime(dossier.due_at),
            handovers=tuple(_handover(leg, legs) for leg in legs if leg.started_at),
        )
    )


def _handover(leg: Leg, legs: Sequence[Leg]) -> statutory.Handover:
    assert leg.started_at is not None
    before = next((one for one in reversed(legs) if one.stage < leg.stage), None)
    return statutory.Handover(
        giver_unit=before.agency.name if before else CENTRE,
        giver=str(before.finished_by or "") if before else "",
        taker_unit=leg.agency.name,
        taker=str(leg.finished_by or ""),
        at=localtime(leg.started_at),
        work=leg.name,
        due_at=localtime(leg.due_at) if leg.due_at else None,
        outcome=_leg_outcome(leg),
        note=leg.note,
    )


def _leg_outcome(leg: Leg) -> str:
    if leg.finished_at is None or leg.due_at is None:
        return ""
    if leg.finished_at > leg.due_at:
        return "Quá hạn"
    is_early = localtime(leg.finished_at).date() < localtime(leg.due_at).date()
    return "Trước hạn" if is_early else "Đúng hạn"


def _contact(dossier: Dossier, by: User) -> str:
    return ", ".join(part for part in (by.full_name, CENTRE, dossier.commune.phone) if part)


Maker = Callable[[Dossier, User, datetime], Sheet]
FORMS: dict[str, Maker] = {
    "01": reception_slip,
    "02": supplement_slip,
    "03": refusal_slip,
    "04": apology_letter,
    "05": stop_notice,
    "06": control_slip,
}


def register_sheet(
    dossiers: Sequence[Dossier], period: tuple[date, date], commune: Agency, *, by: User, now: datetime
) -> Sheet:
    """Mẫu 07 of a period; a dossier not yet received stands with its submission and the date it must be answered by."""
    sample = Dossier(commune=commune)
    leader = User.objects.filter(agency=commune, assignments__role=Role.LEADER, is_active=True).first()
    return statutory.register(
        statutory.RegisterData(
            letterhead=letterhead(sample, now),
            first_day=period[0],
            last_day=period[1],
            entries=tuple(_entry(one) for one in dossiers),
            keeper=by.full_name,
            signer=statutory.Signer(title=("Lãnh đạo đơn vị",), name=leader.full_name if leader else ""),
        )
    )


def _entry(one: Dossier) -> statutory.RegisterEntry:
    return statutory.RegisterEntry(
        case=statutory.Case(
            code=one.code, procedure=one.procedure.short_name, applicant=one.applicant_name,
            phone_masked=mask_phone(one.applicant_phone) if one.applicant_phone else "",
        ),
        sets=1,
        lead_agency=one.agency.name,
        received_at=localtime(one.received_at or one.submitted_at),
        due_at=localtime(one.due_at or one.receive_by or one.submitted_at),
        resolved_at=localtime(one.settled_at) if one.settled_at else None,
        returned_at=localtime(one.returned_at) if one.returned_at else None,
        return_channel=str(Channel(one.return_channel).label),
        status=one.status_label(),
        note="" if one.received_at else "chưa tiếp nhận, hạn ghi là hạn trả lời",
    )  # fmt: skip


def cash_slip(payment: Payment) -> Sheet:
    """The receipt for a fee that was paid. RuleBroken while it is not."""
    if payment.paid_at is None:
        raise RuleBroken("Khoản này chưa nộp nên chưa có biên lai.")
    dossier = payment.dossier
    paid_at = localtime(payment.paid_at)
    return statutory.cash_receipt(
        statutory.CashReceiptData(
            letterhead=replace(letterhead(dossier, paid_at), number=payment.receipt_number),
            case=case(dossier),
            charges=(statutory.Charge(name=payment.purpose, basis=payment.citation, amount=payment.amount),),
            paid_at=paid_at,
            method=payment.get_method_display(),
            collector=payment.confirmed_by.full_name if payment.confirmed_by else "",
            check_url=tracking_url(dossier),
        )
    )
