"""A result in a compartment, from the officer's hand to the citizen's. The lock itself is asked by `pickup`, outside."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate, localtime
from procrastinate.contrib.django import app

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions as dossiers
from gandan.dossiers.models import Dossier
from gandan.dossiers.returning import lacks_scan
from gandan.dossiers.workflow import Status as Dossiers
from gandan.journal.actions import record
from gandan.people.models import User

from .. import workflow
from ..codes import index_of, new_code, read_code
from ..events import (
    CompartmentOpening,
    CompartmentReserved,
    CompartmentStayedShut,
    PickupCodeRenewed,
    PickupCodeSent,
    PlacementOverdue,
    ResultFetched,
    ResultPlaced,
    ResultTakenBack,
)
from ..models import Compartment, Machine, Placement
from ..rules import expires_at, rules_of
from ..workflow import Status

SCAN_FIRST = "Hồ sơ này ký một bản, chưa có bản quét. Quét giấy rồi mới đặt vào ngăn."
WRONG = "Mã này không mở ngăn nào ở đây. Xin xem lại tin nhắn, hoặc gọi Trung tâm."


@transaction.atomic
def reserve_compartment(compartment: Compartment, *, dossier: Dossier, by: User, now: datetime) -> Placement:
    """Keep an empty compartment for a result that is ready. Two officers, one compartment: the second is told."""
    if dossier.status != Dossiers.SETTLED:
        raise RuleBroken(f"{dossier} đang ở bước “{dossier.status_label()}”. Chỉ đặt vào ngăn khi đã có kết quả.")
    if lacks_scan(dossier):
        raise RuleBroken(SCAN_FIRST)
    if not compartment.is_usable or compartment.locker.agency_id != dossier.commune_id:
        raise RuleBroken(f"{compartment} không dùng được. Xin chọn ngăn khác.")
    try:
        with transaction.atomic():
            placement = Placement.objects.create(
                dossier=dossier, compartment=compartment, reserved_at=now, placed_by=by
            )
    except IntegrityError:
        raise RuleBroken(f"{compartment} vừa có người giữ, hoặc kết quả này đã ở trong một ngăn khác.") from None
    event = CompartmentReserved(placement_id=placement.pk, dossier_id=dossier.pk, compartment_id=compartment.pk)
    record(event, about=placement, by=by, at=now, is_first=True)
    return placement


@transaction.atomic
def place_result(placement: Placement, *, by: User, now: datetime) -> None:
    """The result lies inside and the door is shut: the code is made and goes to the applicant."""
    placement.take(workflow.PLACE)
    rules = rules_of(placement.compartment.locker.agency, localdate(now))
    placement.placed_at, placement.placed_by = now, by
    placement.expires_at = expires_at(localtime(now), rules.hold_days)
    _give_code(placement)
    placement.save()
    event = ResultPlaced(placement_id=placement.pk, dossier_id=placement.dossier_id, expires_at=placement.expires_at)
    record(event, about=placement, by=by, at=now)


@transaction.atomic
def renew_code(placement: Placement, *, by: User, now: datetime) -> None:
    """A new code, for somebody who lost the message; the former one opens nothing any more."""
    _lock(placement)
    if placement.status != Status.HOLDING:
        raise RuleBroken(f"{placement} đang ở bước “{placement.status_label()}”, không gửi mã mới được.")
    placement.code_sent_at = None
    _give_code(placement)
    placement.save()
    record(
        PickupCodeRenewed(placement_id=placement.pk, dossier_id=placement.dossier_id), about=placement, by=by, at=now
    )


def _give_code(placement: Placement) -> None:
    """The caller saves. The code itself is kept sealed until the message has gone out."""
    code = new_code()
    while Placement.objects.filter(code_index=index_of(code)).exists():
        code = new_code()
    placement.code, placement.code_index = code, index_of(code)
    app.configure_task("gandan.kiosks.jobs.send_code").defer(placement_id=placement.pk)


@transaction.atomic
def note_code_sent(placement: Placement, *, now: datetime) -> None:
    """The channel has it: the code is forgotten here, only its index stays."""
    _lock(placement)
    placement.code, placement.code_sent_at = "", now
    placement.save(update_fields=["code", "code_sent_at"])
    record(PickupCodeSent(placement_id=placement.pk, dossier_id=placement.dossier_id), about=placement, at=now)


@transaction.atomic
def open_compartment(machine: Machine, *, code: str, now: datetime) -> Placement:
    """The code is right: from now on the lock may be asked. A power cut after this line loses nothing (`jobs.finish_openings`).

    A code whose opening was interrupted may be given again.
    """
    found = Placement.objects.select_for_update(of=("self",)).select_related("compartment__locker", "dossier")
    digits = read_code(code)
    placement = found.filter(code_index=index_of(digits)).first() if digits else None
    if placement is None or machine.locker_id != placement.compartment.locker_id:
        raise RuleBroken(WRONG)
    if placement.status == Status.OVERDUE or (placement.expires_at and placement.expires_at < now):
        raise RuleBroken("Đã quá hạn nhận tại máy. Kết quả vẫn được giữ, mời ông/bà nhận tại quầy của Trung tâm.")
    if placement.dossier.status != Dossiers.SETTLED:
        raise RuleBroken("Hồ sơ này không còn chờ trả kết quả. Xin hỏi tại quầy của Trung tâm.")
    if placement.status != Status.OPENING:
        placement.take(workflow.OPEN)
    placement.opening_at, placement.machine = now, machine
    placement.save(update_fields=["opening_at", "machine"])
    event = CompartmentOpening(placement_id=placement.pk, dossier_id=placement.dossier_id, machine_id=machine.pk)
    record(event, about=placement, at=now)
    return placement


@transaction.atomic
def fetch_result(placement: Placement, *, by: User | None, now: datetime) -> None:
    """The door has sprung open: the result is returned. `by` is an officer who saw afterwards that it was fetched."""
    placement.take(workflow.FETCH)
    placement.fetched_at, placement.code_index, placement.code = now, "", ""
    placement.save(update_fields=["fetched_at", "code_index", "code"])
    dossier = Dossier.objects.select_related("version__procedure", "agency", "commune").get(pk=placement.dossier_id)
    if dossier.status == Dossiers.SETTLED:
        where = f"{dossier.applicant_name}, nhận tại {placement.machine or placement.compartment}"[:120]
        dossiers.return_result(dossier, by=by, now=now, received_by=where)
    event = ResultFetched(placement_id=placement.pk, dossier_id=dossier.pk, machine_id=placement.machine_id)
    record(event, about=placement, by=by, at=now)


@transaction.atomic
def keep_shut(placement: Placement, *, by: User | None, now: datetime) -> None:
    """The lock did not open, or the result is still inside: the same code goes on holding."""
    placement.take(workflow.KEEP_SHUT)
    placement.opening_at = placement.machine = None
    placement.save(update_fields=["opening_at", "machine"])
    event = CompartmentStayedShut(placement_id=placement.pk, dossier_id=placement.dossier_id)
    record(event, about=placement, by=by, at=now)


@transaction.atomic
def lapse(placement: Placement, *, now: datetime) -> None:
    """Nobody came in time: the code opens nothing any more, the officer takes the result back."""
    _lock(placement)
    if placement.expires_at is None or placement.expires_at >= now:
        raise RuleBroken(f"{placement} còn trong hạn nhận.")
    placement.take(workflow.LAPSE)
    placement.code = ""
    placement.save(update_fields=["code"])
    event = PlacementOverdue(
        placement_id=placement.pk, dossier_id=placement.dossier_id, expires_at=placement.expires_at
    )
    record(event, about=placement, at=now)


@transaction.atomic
def take_back(placement: Placement, *, by: User, now: datetime) -> None:
    """The officer has emptied the compartment; the result is returned at the counter."""
    before = placement.status
    placement.take(workflow.TAKE_BACK)
    placement.taken_back_at, placement.code, placement.code_index = now, "", ""
    placement.save(update_fields=["taken_back_at", "code", "code_index"])
    event = ResultTakenBack(placement_id=placement.pk, dossier_id=placement.dossier_id, status_before=before)
    record(event, about=placement, by=by, at=now)


def _lock(placement: Placement) -> None:
    Placement.objects.select_for_update().only("pk").get(pk=placement.pk)
    placement.refresh_from_db()
