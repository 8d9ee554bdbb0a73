"""The citizen's turn: supplement and payment. The office waits, and both clocks know it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import say_day
from gandan.gateways.payment.vietqr import memo_for
from gandan.journal.actions import record
from gandan.people.models import User

from .. import workflow
from ..clockwork import CLOCK_FIELDS, calendar_for, start_leg
from ..deadlines import appraisal_return_by, auto_close_on
from ..events import DossierResubmitted, PaymentAsked, PaymentConfirmed, PaymentOffered, SupplementAsked
from ..models import Dossier, Leg, LegStatus, Pause, PauseKind, Payment, PaymentMethod
from ..promises import INCOMPLETE
from .promises import give_up, recount
from .working import lock


@dataclass(frozen=True)
class SupplementRequest:
    """Everything that is missing, said once and in full, with the reason. A second request needs a leader's consent."""

    text: str
    components: tuple[str, ...] = ()
    is_override: bool = False


@transaction.atomic
def ask_supplement(dossier: Dossier, *, request: SupplementRequest, by: User, now: datetime) -> None:
    """One request only (NĐ 118/2025, Điều 16, khoản 3; Điều 17); closes by itself after 15 days (Điều 19, khoản 5)."""
    if not request.text.strip():
        raise RuleBroken("Xin ghi rõ giấy tờ còn thiếu và lý do. Công dân chỉ nhận yêu cầu một lần.")
    if dossier.supplement_count and not request.is_override:
        asked = dossier.supplement_asked_at
        day = say_day(asked.date(), today=now.date()) if asked else ""
        raise RuleBroken(
            f"Đã yêu cầu bổ sung {day}, là lần duy nhất được phép (NĐ 118/2025, Điều 16). Cần lãnh đạo đồng ý để yêu cầu thêm."
        )
    dossier.take(workflow.ASK_SUPPLEMENT)
    calendar = calendar_for(dossier)
    dossier.close_on = auto_close_on(now, calendar).at
    dossier.supplement_asked_at = dossier.changed_at = now
    dossier.supplement_count += 1
    dossier.reason = request.text
    dossier.save(update_fields=["close_on", "supplement_asked_at", "supplement_count", "reason", "changed_at"])
    Pause.objects.create(
        dossier=dossier, kind=PauseKind.SUPPLEMENT, started_at=now, request=request.text,
        components=list(request.components),
    )  # fmt: skip
    if dossier.received_at is not None:
        _recount_while_asked(dossier, by=by, now=now)
    event = SupplementAsked(dossier_id=dossier.pk, close_on=dossier.close_on, is_override=request.is_override)
    record(event, about=dossier, by=by, at=now)


def _recount_while_asked(dossier: Dossier, *, by: User, now: datetime) -> None:
    """A second request moves the 766 clock; any request ends a promise for the day (S2.8)."""
    if not give_up(dossier, reason=INCOMPLETE, by=by, now=now) and dossier.supplement_count > 1:
        recount(dossier)
        dossier.save(update_fields=CLOCK_FIELDS)


def is_past_appraisal(dossier: Dossier, now: datetime) -> bool:
    """After reception a supplement may be asked within three working days (Điều 19, khoản 5); later it is a breach."""
    return dossier.received_at is not None and now > appraisal_return_by(dossier.received_at, calendar_for(dossier)).at


@transaction.atomic
def resubmit(dossier: Dossier, *, by: User | None, now: datetime) -> None:
    """The citizen has completed the papers. Received dossiers start their clock again from zero (Điều 19, khoản 5)."""
    was_received = dossier.received_at is not None
    dossier.take(workflow.RESUME if was_received else workflow.RESUBMIT)
    _end_pause(dossier, now)
    dossier.close_on, dossier.changed_at = None, now
    if was_received:
        dossier.clock_started_at = now
        recount(dossier)
        _restart_legs(dossier, now)
    dossier.save(update_fields=["close_on", *CLOCK_FIELDS])
    due = dossier.due_at if was_received else None
    record(DossierResubmitted(dossier_id=dossier.pk, due_at=due), about=dossier, by=by, at=now)


def _end_pause(dossier: Dossier, now: datetime) -> Pause | None:
    pause = dossier.pauses.filter(ended_at__isnull=True).first()
    if pause is not None:
        pause.ended_at = max(now, pause.started_at)
        pause.save(update_fields=["ended_at"])
    return pause


def _restart_legs(dossier: Dossier, now: datetime) -> None:
    calendar = calendar_for(dossier)
    legs = list(dossier.legs.exclude(status=LegStatus.DONE))
    running = [leg for leg in legs if leg.status == LegStatus.RUNNING]
    if not running and legs:
        running = [leg for leg in legs if leg.stage == min(one.stage for one in legs)]
    for leg in running:
        start_leg(leg, now, calendar, latest=dossier.due_at)
    Leg.objects.bulk_update(running, ["status", "started_at", "due_at"])


@dataclass(frozen=True)
class Demand:
    """Money asked of the citizen: đồng, what for, by which rule."""

    amount: int
    purpose: str
    citation: str = ""


@transaction.atomic
def ask_payment(dossier: Dossier, *, demand: Demand, by: User, now: datetime) -> Payment:
    """A fee or tax must be paid before the work goes on; the clock waits for the citizen."""
    if demand.amount <= 0:
        raise RuleBroken("Số tiền phải lớn hơn 0 đ. Không thu thì không cần yêu cầu nộp tiền.")
    dossier.take(workflow.ASK_PAYMENT)
    _mark(dossier, now)
    Pause.objects.create(dossier=dossier, kind=PauseKind.PAYMENT, started_at=now, request=demand.purpose)
    payment = _demand(dossier, demand, now)
    event = PaymentAsked(dossier_id=dossier.pk, payment_id=payment.pk, amount=payment.amount)
    record(event, about=dossier, by=by, at=now)
    return payment


def _mark(dossier: Dossier, now: datetime) -> None:
    dossier.changed_at = now
    dossier.save(update_fields=["changed_at"])


def _demand(dossier: Dossier, demand: Demand, now: datetime) -> Payment:
    number = dossier.payments.count() + 1
    return Payment.objects.create(
        dossier=dossier, amount=demand.amount, purpose=demand.purpose, citation=demand.citation, asked_at=now,
        memo=memo_for(dossier.code, number),
    )  # fmt: skip


@transaction.atomic
def offer_payment(dossier: Dossier, *, demand: Demand, by: User | None, now: datetime) -> Payment:
    """The fee may be paid right at filing; nothing waits for it. Asked again: the same payment comes back."""
    if demand.amount <= 0:
        raise RuleBroken("Không thu thì không cần mã nộp tiền.")
    lock(dossier)
    open_one = dossier.payments.filter(purpose=demand.purpose).first()
    if open_one is not None:
        return open_one
    payment = _demand(dossier, demand, now)
    record(
        PaymentOffered(dossier_id=dossier.pk, payment_id=payment.pk, amount=payment.amount),
        about=dossier,
        by=by,
        at=now,
    )
    return payment


@dataclass(frozen=True)
class Proof:
    """How the money came: cash (a receipt is numbered) or a transfer with the bank's reference."""

    method: str
    bank_reference: str = ""


@transaction.atomic
def confirm_payment(payment: Payment, *, proof: Proof, by: User | None, now: datetime) -> None:
    """The money is there: by hand or by the bank's message, once. The work goes on and the waiting is not counted."""
    dossier = payment.dossier
    lock(dossier)
    payment.refresh_from_db()
    if payment.paid_at is not None:
        return
    _settle_payment(payment, proof, by=by, now=now)
    dossier.refresh_from_db()
    if dossier.status == workflow.Status.PAYMENT and not dossier.payments.filter(paid_at__isnull=True).exists():
        dossier.take(workflow.CONFIRM_PAYMENT)
        _resume(dossier, now)
    event = PaymentConfirmed(dossier_id=dossier.pk, payment_id=payment.pk, method=payment.method, due_at=dossier.due_at)
    record(event, about=dossier, by=by, at=now)


def _settle_payment(payment: Payment, proof: Proof, *, by: User | None, now: datetime) -> None:
    payment.method, payment.paid_at, payment.confirmed_by = proof.method, now, by
    payment.bank_reference = proof.bank_reference
    if proof.method == PaymentMethod.CASH:
        payment.receipt_number = f"{payment.dossier.code}/{payment.pk}"
    payment.save()


def _resume(dossier: Dossier, now: datetime) -> None:
    pause = _end_pause(dossier, now)
    calendar = calendar_for(dossier)
    dossier.changed_at = now
    recount(dossier)
    dossier.save(update_fields=CLOCK_FIELDS)
    if pause is None:
        return
    waited = max(0, calendar.working_minutes_between(pause.started_at, now))
    legs = list(dossier.legs.filter(status=LegStatus.RUNNING))
    for leg in legs:
        leg.due_at = calendar.add_working_minutes(leg.due_at, waited) if leg.due_at else None
    Leg.objects.bulk_update(legs, ["due_at"])
    if not dossier.legs.exclude(status=LegStatus.WAITING).exists() and dossier.legs.exists():
        _restart_legs(dossier, now)


@transaction.atomic
def take_cash(dossier: Dossier, *, demand: Demand, by: User, now: datetime) -> Payment:
    """The fee is paid at the counter in cash, with a numbered receipt; the clock does not wait."""
    if demand.amount <= 0:
        raise RuleBroken("Số tiền phải lớn hơn 0 đ.")
    lock(dossier)
    payment = _demand(dossier, demand, now)
    _settle_payment(payment, Proof(PaymentMethod.CASH), by=by, now=now)
    event = PaymentConfirmed(dossier_id=dossier.pk, payment_id=payment.pk, method=payment.method, due_at=dossier.due_at)
    record(event, about=dossier, by=by, at=now)
    return payment
