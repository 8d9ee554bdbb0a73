"""At the door: the dossier taken in, the result brought, the fee collected and handed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import say_money
from gandan.dossiers import actions as dossier_actions
from gandan.dossiers.models import Dossier
from gandan.dossiers.models.home_return import TO_BRING
from gandan.dossiers.uploads import clean
from gandan.dossiers.workflow import Status
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import CollectedAtHome, FeesHandedIn, VisitAsked, VisitCompleted
from ..field_programmes import HOME_SERVICE, rule_of
from ..models import HomeVisit, Purpose
from ..taking import Taken
from ..workflow import COMPLETE, FINISHED, VisitStatus
from .taking import file_away


@transaction.atomic
def collect(visit: HomeVisit, *, taken: Taken, by: User, now: datetime) -> Dossier:
    """Take in the dossier at home; the same press again gives the same dossier. The receipt is its page and its print."""
    visit = _at_the_door(visit)
    if visit.purpose not in (Purpose.COLLECT, Purpose.BOTH, Purpose.NOTICE):
        raise RuleBroken("Chuyến này mang kết quả đến. Lập chuyến khác để nhận hồ sơ mới.")
    if visit.dossier is not None:
        return visit.dossier
    rule = rule_of(HOME_SERVICE, visit.commune, localdate(now), visit.programme_id)
    taken = replace(taken, token=f"visit:{visit.key}")
    dossier = file_away(visit.commune, taken, rule=rule, by=by, now=now)
    visit.dossier, visit.procedure, visit.has_collected = dossier, dossier.procedure, True
    visit.save(update_fields=["dossier", "procedure", "has_collected"])
    event = CollectedAtHome(visit_id=visit.pk, purpose=visit.purpose, group=visit.group, dossier_id=dossier.pk)
    record(event, about=visit, by=by, at=now)
    return dossier


def _at_the_door(visit: HomeVisit) -> HomeVisit:
    locked = HomeVisit.objects.select_for_update(of=("self",)).select_related("commune").get(pk=visit.pk)
    if locked.status not in (VisitStatus.SCHEDULED, VisitStatus.ON_THE_WAY):
        raise RuleBroken(f"{locked}: {locked.status_label().lower()}. Lên lịch trước khi ghi việc tại nhà.")
    return locked


@dataclass(frozen=True, kw_only=True)
class Done:
    """What happened at the door: who took or gave, signature or photo, the fee (đồng) with its receipt."""

    recipient: str = ""
    signature: File[Any] | None = None
    photo: File[Any] | None = None
    fee: int = 0
    fee_receipt: str = ""
    is_verified: bool = False
    note: str = ""


@transaction.atomic
def complete_visit(visit: HomeVisit, *, done: Done, by: User, now: datetime) -> None:
    """The visit is done: a result brought is returned in the same moment, with who took it and the proof."""
    locked = _at_the_door(visit)
    if locked.purpose in (Purpose.COLLECT, Purpose.BOTH) and not locked.has_collected:
        raise RuleBroken("Chưa nhận hồ sơ. Nhận hồ sơ trước, hoặc ghi “Không gặp”, “Hủy”.")
    if done.fee and not done.fee_receipt.strip():
        raise RuleBroken("Thu tiền thì xin ghi số biên lai đã trao.")
    _keep(locked, done, now)
    if locked.purpose == Purpose.RETURN:
        _bring(locked, done, by=by, now=now)
    locked.take(COMPLETE)
    event = VisitCompleted(
        visit_id=locked.pk, purpose=locked.purpose, group=locked.group, dossier_id=locked.dossier_id,
        has_collected=locked.has_collected, has_returned=locked.has_returned,
    )  # fmt: skip
    record(event, about=locked, by=by, at=now)
    visit.refresh_from_db()


def _keep(visit: HomeVisit, done: Done, now: datetime) -> None:
    visit.done_at, visit.recipient, visit.is_verified = now, done.recipient.strip()[:120], done.is_verified
    visit.fee_collected, visit.fee_receipt = done.fee, done.fee_receipt.strip()[:30]
    visit.note = "\n".join(filter(None, (visit.note, done.note.strip())))
    for name, upload in (("signature", done.signature), ("photo", done.photo)):
        if upload is not None:
            setattr(visit, name, clean(upload).content)
    visit.has_returned = visit.purpose == Purpose.RETURN
    visit.save()


def _bring(visit: HomeVisit, done: Done, *, by: User, now: datetime) -> None:
    dossier, proof = visit.dossier, visit.photo or visit.signature
    if dossier is None or dossier.status != Status.SETTLED:
        raise RuleBroken("Hồ sơ này chưa có kết quả để trả.")
    if not visit.recipient or not proof:
        raise RuleBroken("Trả kết quả thì xin ghi người nhận, có chữ ký hoặc ảnh.")
    home = getattr(dossier, "home_return", None)
    if home is not None and home.status in TO_BRING:
        proof.open()
        handed = dossier_actions.HandedOver(visit.recipient, File(proof, name="chu-ky.png"), done.note)
        dossier_actions.deliver_home_return(home, handed=handed, by=by, now=now)
        return
    dossier_actions.return_result(dossier, by=by, now=now, received_by=visit.recipient)


@transaction.atomic
def plan_return(dossier: Dossier, *, now: datetime) -> HomeVisit | None:
    """A result is there, and its dossier was taken in at home to be brought back there: the visit that brings it, once.

    None where it was not. The visit waits to be scheduled by a person.
    """
    Dossier.objects.select_for_update().only("pk").get(pk=dossier.pk)
    visits = HomeVisit.objects.filter(dossier=dossier)
    if visits.filter(purpose=Purpose.RETURN).exclude(status=VisitStatus.CANCELLED).exists():
        return None
    taken = visits.filter(has_collected=True, purpose=Purpose.BOTH).select_related("commune").first()
    if taken is None or dossier.status != Status.SETTLED:
        return None
    made = HomeVisit.objects.create(
        commune=taken.commune, hamlet=taken.hamlet, purpose=Purpose.RETURN, group=taken.group, name=taken.name,
        is_verified=taken.is_verified, key=f"{dossier.key[:26]}-tra", phone=taken.phone, address=taken.address,
        programme_id=taken.programme_id, procedure=taken.procedure, dossier=dossier, asked_at=now,
        asked_by=taken.asked_by, latitude=taken.latitude, longitude=taken.longitude,
    )  # fmt: skip
    event = VisitAsked(visit_id=made.pk, purpose=made.purpose, group=made.group, by_proxy=False)
    record(event, about=made, by=None, at=now, is_first=True)
    return made


@transaction.atomic
def hand_in_fees(visitor: User, visits: Sequence[HomeVisit], *, counted: int, by: User, now: datetime) -> int:
    """The money of these visits is handed in: collected = receipts = counted, to the đồng (S3.27). Gives the sum."""
    keys = [one.pk for one in visits]
    waiting = list(
        HomeVisit.objects.select_for_update(of=("self",)).filter(
            pk__in=keys, visitor=visitor, status__in=FINISHED, fee_collected__gt=0, fee_handed_in_at__isnull=True
        )
    )
    if not waiting or len(waiting) != len(set(keys)):
        raise RuleBroken("Có khoản đã nộp rồi hoặc không thuộc người này. Xin tải lại trang.")
    total = sum(one.fee_collected for one in waiting)
    if counted != total:
        raise RuleBroken(
            f"Biên lai cộng lại {say_money(total)}, tiền đếm được {say_money(counted)}, "
            f"lệch {say_money(abs(counted - total))}. Xin đếm lại."
        )
    HomeVisit.objects.filter(pk__in=keys).update(fee_handed_in_at=now)
    event = FeesHandedIn(visitor_id=visitor.pk, visits=len(waiting), amount=total)
    record(event, about=visitor, by=by, at=now)
    return total
