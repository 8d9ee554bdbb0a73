"""Bringing a result home: promise, schedule, deliver; miss and cancel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.working import Unit
from gandan.programmes.kinds import Running
from gandan.programmes.running import running, term_numbered

from ..clockwork import calendar_for
from ..deadlines import Limit
from ..events import (
    HomeReturnCancelled,
    HomeReturnDelivered,
    HomeReturnMissed,
    HomeReturnPromised,
    HomeReturnScheduled,
)
from ..marking import fits, mark
from ..models import Dossier, HomeGroup, HomeReturn, UnderProgramme
from ..models.home_return import CANCEL, DELIVER, MISS, TO_BRING
from ..occasions import occasion
from ..uploads import clean
from ..workflow import BEFORE_SETTLING, Status
from .working import return_result

HOME_RETURN = "home_return"


@dataclass(frozen=True)
class HomeRequest:
    """Who asks to have the result brought: the group, the place if it is not the applicant's address, a word about it."""

    group: str
    address: str = ""
    note: str = ""


@transaction.atomic
def promise_home_return(dossier: Dossier, *, request: HomeRequest, by: User, now: datetime) -> HomeReturn:
    """Promise on request, before or after the result is there (S1.15).

    RuleBroken: no programme for this procedure or group, promised already, or returned.
    """
    Dossier.objects.select_for_update().only("pk").get(pk=dossier.pk)
    if dossier.status not in (*BEFORE_SETTLING, Status.SETTLED):
        raise RuleBroken(f"{dossier} đang ở bước “{dossier.status_label()}”, không còn gì để mang đến nhà.")
    rule = next((one for one in running(HOME_RETURN, dossier.agency, localdate(now)) if fits(dossier, one)), None)
    if rule is None:
        raise RuleBroken(
            "Thủ tục này chưa có trong chương trình trả kết quả tại nhà. Đề nghị lãnh đạo bổ sung thủ tục."
        )
    if request.group not in rule.values["groups"]:
        raise RuleBroken(
            f"Chương trình chưa có nhóm “{HomeGroup(request.group).label}”. Hướng dẫn gửi kết quả qua bưu chính công ích."
        )
    made = _make(dossier, rule, request=request, now=now)
    UnderProgramme.objects.bulk_create([mark(dossier, rule, now)], ignore_conflicts=True)
    event = HomeReturnPromised(dossier_id=dossier.pk, group=made.group)
    record(event, about=dossier, by=by, at=now)
    if dossier.status == Status.SETTLED:
        schedule_home_return(dossier, now=now)
        made.refresh_from_db()
    return made


def _make(dossier: Dossier, rule: Running, *, request: HomeRequest, now: datetime) -> HomeReturn:
    made, is_new = HomeReturn.objects.get_or_create(
        dossier=dossier,
        defaults={
            "term_id": rule.term_id, "group": request.group, "address": request.address, "note": request.note,
            "companions": rule.values["companions"], "made_at": now,
        },
    )  # fmt: skip
    if not is_new:
        raise RuleBroken(f"Hồ sơ này đã ghi trả kết quả tại nhà: {made.status_label().lower()}.")
    return made


@transaction.atomic
def schedule_home_return(dossier: Dossier, *, now: datetime) -> HomeReturn | None:
    """There is a result: say by when it is brought. None where nothing was promised, or it has been brought already.

    A happy event under the programme is brought without asking; its row is made here.
    """
    found = HomeReturn.objects.select_for_update().filter(dossier=dossier).first()
    if (found and found.status not in TO_BRING) or dossier.status != Status.SETTLED:
        return None
    found = found or _from_event(dossier, now)
    if found is None:
        return None
    rule = term_numbered(found.term_id)
    start = max(found.made_at, dossier.results.latest("pk").issued_at)  # promised after the result: from the promise
    found.due_at = Limit(rule.values["within"], Unit.WORKING_DAY).due_from(start, calendar_for(dossier)).at
    found.save(update_fields=["due_at"])
    dossier.under.filter(kind=HOME_RETURN, term=found.term_id).update(promised_at=found.due_at)
    _touch(dossier, now)
    event = HomeReturnScheduled(dossier_id=dossier.pk, due_at=found.due_at)
    record(event, about=dossier, by=None, at=now)
    return found


def _from_event(dossier: Dossier, now: datetime) -> HomeReturn | None:
    under = dossier.under.filter(kind=HOME_RETURN).first()
    event = occasion(dossier.answers) if under else None
    if under is None or event is None:
        return None
    return _make(dossier, term_numbered(under.term_id), request=HomeRequest(event.group), now=now)


@dataclass(frozen=True)
class HandedOver:
    """What happened at the door: who took it, and the picture or the signed slip that proves it."""

    recipient: str
    proof: File[Any]
    note: str = ""


@transaction.atomic
def deliver_home_return(home: HomeReturn, *, handed: HandedOver, by: User, now: datetime) -> None:
    """The result is in the hand of somebody at home: the dossier is returned in the same moment."""
    if not handed.recipient.strip():
        raise RuleBroken("Xin ghi họ tên người nhận tại nhà.")
    dossier = home.dossier
    file = clean(handed.proof)
    home.take(DELIVER)
    home.delivered_at, home.delivered_by, home.recipient = now, by, handed.recipient.strip()
    home.proof, home.proof_type, home.note = file.content, file.media_type, handed.note or home.note
    home.save(update_fields=["delivered_at", "delivered_by", "recipient", "proof", "proof_type", "note"])
    return_result(dossier, by=by, now=now, received_by=home.recipient)
    is_on_time = not home.is_late(now)
    dossier.under.filter(kind=HOME_RETURN, term=home.term_id).update(is_kept=is_on_time)
    event = HomeReturnDelivered(dossier_id=dossier.pk, is_on_time=is_on_time)
    record(event, about=dossier, by=by, at=now)


@transaction.atomic
def miss_home_return(home: HomeReturn, *, note: str, by: User, now: datetime) -> None:
    """Nobody was met; the date stays, another visit follows."""
    if not note.strip():
        raise RuleBroken("Xin ghi đã đến lúc nào và hẹn lại khi nào.")
    home.take(MISS)
    home.attempts += 1
    home.note = note.strip()
    home.save(update_fields=["attempts", "note"])
    _touch(home.dossier, now)
    event = HomeReturnMissed(dossier_id=home.dossier_id, attempts=home.attempts)
    record(event, about=home.dossier, by=by, at=now)


@transaction.atomic
def cancel_home_return(home: HomeReturn, *, reason: str, by: User, now: datetime) -> None:
    """The citizen comes for it after all, or asks for the post."""
    if not reason.strip():
        raise RuleBroken("Xin ghi vì sao không mang đến nhà nữa.")
    home.take(CANCEL)
    home.note = reason.strip()
    home.save(update_fields=["note"])
    home.dossier.under.filter(kind=HOME_RETURN, term=home.term_id).update(promised_at=None)
    _touch(home.dossier, now)
    record(HomeReturnCancelled(dossier_id=home.dossier_id), about=home.dossier, by=by, at=now)


def _touch(dossier: Dossier, now: datetime) -> None:
    dossier.changed_at = now
    dossier.save(update_fields=["changed_at"])
