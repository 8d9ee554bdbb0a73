"""Other ends: refuse, withdraw, stop, close; and the one extension with apology."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import say_due
from gandan.core.workflow import Step
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from .. import workflow
from ..clockwork import calendar_for, set_outcome
from ..deadlines import extension_latest
from ..events import (
    DossierClosed,
    DossierExtended,
    DossierRefused,
    DossierStopped,
    DossierWithdrawn,
    ExtensionDrafted,
)
from ..models import Dossier, Extension, ExtensionStatus, LegStatus
from ..promises import marks_of
from ..workflow import Status
from .promises import give_up_if_past
from .working import lock


def _end(dossier: Dossier, step: Step, *, reason: str, now: datetime) -> None:
    dossier.take(step)
    dossier.ended_at = dossier.changed_at = now
    dossier.reason = reason
    dossier.save(update_fields=["ended_at", "changed_at", "reason"])
    dossier.pauses.filter(ended_at__isnull=True).update(ended_at=now)
    dossier.legs.exclude(status=LegStatus.DONE).update(status=LegStatus.CANCELLED)


def _need(reason: str, what: str) -> None:
    if not reason.strip():
        raise RuleBroken(f"Xin ghi lý do {what}. Lý do được in và gửi cho công dân.")


@transaction.atomic
def refuse(dossier: Dossier, *, reason: str, by: User, now: datetime) -> None:
    """Mẫu 03 with the reason, within the time limit (NĐ 118/2025, Điều 17, khoản 1, điểm c; Điều 19, khoản 3)."""
    _need(reason, "từ chối")
    _end(dossier, workflow.REFUSE, reason=reason, now=now)
    give_up_if_past(dossier, marks_of(dossier), by=by, now=now)
    set_outcome(dossier, now)
    dossier.save(update_fields=["outcome", "working_minutes", "is_same_day"])
    record(DossierRefused(dossier_id=dossier.pk, outcome=dossier.outcome), about=dossier, by=by, at=now)


@transaction.atomic
def withdraw(dossier: Dossier, *, by: User | None, now: datetime, reason: str = "Công dân yêu cầu rút hồ sơ") -> None:
    """The citizen's right until the decision is issued (Điều 21)."""
    before = dossier.status
    _end(dossier, workflow.WITHDRAW, reason=reason, now=now)
    record(DossierWithdrawn(dossier_id=dossier.pk, status_before=before), about=dossier, by=by, at=now)


@transaction.atomic
def stop(dossier: Dossier, *, reason: str, by: User, now: datetime) -> None:
    """Mẫu 05: the matter cannot go on, with the reason and what happens to the fee."""
    _need(reason, "dừng giải quyết")
    before = dossier.status
    _end(dossier, workflow.STOP, reason=reason, now=now)
    record(DossierStopped(dossier_id=dossier.pk, status_before=before), about=dossier, by=by, at=now)


@transaction.atomic
def close(dossier: Dossier, *, now: datetime) -> None:
    """Not completed within 15 days of the notice: closed and said so, not “overdue” (Điều 19, khoản 5)."""
    if dossier.close_on is None or now < dossier.close_on:
        raise RuleBroken(f"{dossier} còn hạn bổ sung, chưa đóng được.")
    asked_at = dossier.supplement_asked_at
    assert asked_at is not None
    _end(dossier, workflow.CLOSE, reason="Quá 15 ngày từ ngày yêu cầu, hồ sơ chưa được bổ sung.", now=now)
    record(DossierClosed(dossier_id=dossier.pk, asked_at=asked_at), about=dossier, by=None, at=now)


@dataclass(frozen=True)
class Apology:
    """What the letter says: the cause in plain words, the agency that used the time, the new date."""

    cause: str
    responsible: Agency
    new_due_at: datetime


@transaction.atomic
def draft_extension(dossier: Dossier, *, apology: Apology, by: User | None, now: datetime) -> Extension:
    """Draft (or redraft) the apology; a person still has to sign it."""
    _may_extend(dossier, now)
    _need(apology.cause, "gia hạn")
    assert dossier.due_at is not None
    if apology.new_due_at <= dossier.due_at:
        raise RuleBroken(f"Ngày hẹn mới phải sau ngày hẹn cũ ({say_due(dossier.due_at, today=now.date())}).")
    extension, _ = Extension.objects.update_or_create(
        dossier=dossier,
        defaults={
            "old_due_at": dossier.due_at, "new_due_at": apology.new_due_at, "cause": apology.cause,
            "responsible": apology.responsible, "drafted_at": now,
        },
    )  # fmt: skip
    event = ExtensionDrafted(
        dossier_id=dossier.pk, old_due_at=extension.old_due_at, new_due_at=extension.new_due_at,
        responsible_id=apology.responsible.pk,
    )  # fmt: skip
    record(event, about=dossier, by=by, at=now)
    return extension


def _may_extend(dossier: Dossier, now: datetime) -> None:
    """Once, while the office works on it, at the latest one working day before the due day (Điều 19, khoản 6)."""
    lock(dossier)
    if dossier.status not in (Status.RECEIVED, Status.PROCESSING) or dossier.due_at is None:
        raise RuleBroken(f"{dossier} đang ở bước “{dossier.status_label()}”, không gia hạn được.")
    if Extension.objects.filter(dossier=dossier, status=ExtensionStatus.SIGNED).exists():
        raise RuleBroken("Hồ sơ này đã gia hạn một lần, là lần duy nhất được phép (NĐ 118/2025, Điều 19, khoản 6).")
    latest = extension_latest(dossier.due_at, calendar_for(dossier))
    if now > latest:
        raise RuleBroken(
            f"Chỉ gia hạn được chậm nhất {say_due(latest, today=now.date())}, trước ngày hẹn một ngày làm việc "
            "(NĐ 118/2025, Điều 19, khoản 6)."
        )


@transaction.atomic
def extend(dossier: Dossier, *, by: User, now: datetime) -> None:
    """The leader signs the apology: the new date counts, and no other can follow."""
    _may_extend(dossier, now)
    extension = Extension.objects.filter(dossier=dossier).first()
    if extension is None:
        raise RuleBroken("Chưa có dự thảo văn bản xin lỗi. Lập dự thảo trước khi ký.")
    extension.status, extension.signed_at, extension.signed_by = ExtensionStatus.SIGNED, now, by
    extension.save(update_fields=["status", "signed_at", "signed_by"])
    dossier.due_at, dossier.changed_at = extension.new_due_at, now
    dossier.save(update_fields=["due_at", "changed_at"])
    event = DossierExtended(
        dossier_id=dossier.pk, old_due_at=extension.old_due_at, new_due_at=extension.new_due_at,
        responsible_id=extension.responsible_id,
    )  # fmt: skip
    record(event, about=dossier, by=by, at=now)
