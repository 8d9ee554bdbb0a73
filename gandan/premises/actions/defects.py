"""A defect from found to verified. Found a second time while open, it is one defect told twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

from ..events import DefectAssigned, DefectDismissed, DefectFixed, DefectReopened, DefectReported, DefectVerified
from ..models import Amenity, ChecklistItem, Defect, Source
from ..rules import rules_of
from ..workflow import ASSIGN, DISMISS, FIX, REOPEN, VERIFY, Status
from .amenities import works_in

LONGEST_TEXT = 2000


@dataclass(frozen=True)
class Fault:
    """What is wrong, as it is told. `is_stopping`: it cannot be used until mended."""

    text: str
    source: str = Source.CITIZEN
    photo: CleanFile | None = None
    is_stopping: bool = True


@dataclass(frozen=True)
class Mending:
    """What was done, with the photo that shows it."""

    photo: CleanFile | None
    note: str = ""


@transaction.atomic
def report_defect(thing: Amenity | ChecklistItem, fault: Fault, *, by: User | None, now: datetime) -> Defect:
    """Open a defect and give it to whoever is responsible; told again, the words are added to the open one."""
    text = fault.text.strip()
    if not text:
        raise RuleBroken("Ghi hỏng ở đâu, hỏng thế nào, ví dụ “ổ cắm bên trái không có điện”.")
    type(thing)._default_manager.select_for_update().get(pk=thing.pk)
    known = thing.defects.still_open().select_for_update().first()
    if known:
        return _told_again(known, fault, by=by, now=now)
    made = Defect(
        agency=thing.agency, source=fault.source, text=text[:LONGEST_TEXT], is_stopping=fault.is_stopping,
        found_at=now, found_by=by, **{"amenity" if isinstance(thing, Amenity) else "item": thing},
    )  # fmt: skip
    _keep_before(made, fault.photo)
    made.save()
    told = DefectReported(defect_id=made.pk, source=fault.source, is_first=True)
    record(told, about=made, by=by, at=now, is_first=True)
    if thing.responsible and thing.responsible.is_active:
        _give(made, thing.responsible, _promised(made.agency, now), by=by, now=now)
    return made


def _told_again(defect: Defect, fault: Fault, *, by: User | None, now: datetime) -> Defect:
    """Told while said to be mended, it is open again."""
    defect.text = f"{defect.text}\n{fault.text.strip()}"[:LONGEST_TEXT]
    defect.reports += 1
    defect.is_stopping = defect.is_stopping or fault.is_stopping
    if not defect.photo_before:
        _keep_before(defect, fault.photo)
    defect.save()
    record(
        DefectReported(defect_id=defect.pk, source=fault.source, is_first=False), about=defect, by=by, at=now
    )  # fmt: skip
    if defect.status == Status.FIXED:
        _reopen(defect, "Có người báo vẫn hỏng.", by=by, now=now)
    return defect


def _keep_before(defect: Defect, photo: CleanFile | None) -> None:
    if photo:
        defect.photo_before, defect.photo_before_type = photo.content, photo.media_type


def _promised(agency: Agency, now: datetime) -> date:
    """The day by which it is mended: the working days the commune promises, today not counted."""
    today = localdate(now)
    day, calendar = today, calendar_of(agency, on=today)
    for _ in range(rules_of(agency, today).fix_days):
        day = calendar.next_working_day(day)
    return day


def _give(defect: Defect, person: User, due_on: date, *, by: User | None, now: datetime) -> None:
    defect.take(ASSIGN)
    defect.responsible, defect.due_on, defect.assigned_at = person, due_on, now
    defect.save(update_fields=["responsible", "due_on", "assigned_at"])
    told = DefectAssigned(defect_id=defect.pk, responsible_id=person.pk, due_on=due_on)
    record(told, about=defect, by=by, at=now)


@transaction.atomic
def assign_defect(
    defect: Defect, person: User, *, by: User, now: datetime, due_on: date | None = None
) -> None:  # fmt: skip
    """Somebody of the commune mends it by a day: the promised one, unless another is set."""
    works_in(person, defect.agency)
    if not person.is_active:
        raise RuleBroken(f"{person} không còn dùng tài khoản. Giao cho người khác.")
    if due_on and due_on < localdate(now):
        raise RuleBroken("Ngày hẹn sửa đã qua. Chọn từ hôm nay trở đi.")
    _give(defect, person, due_on or _promised(defect.agency, now), by=by, now=now)


@transaction.atomic
def fix_defect(defect: Defect, mending: Mending, *, by: User, now: datetime) -> None:
    """Mended, with a photo of the thing as it is now."""
    if mending.photo is None:
        raise RuleBroken("Chụp một tấm ảnh sau khi sửa.")
    defect.take(FIX)
    defect.fixed_at, defect.fixed_by, defect.fix_note = now, by, mending.note
    defect.photo_after, defect.photo_after_type = mending.photo.content, mending.photo.media_type
    defect.save(update_fields=["fixed_at", "fixed_by", "fix_note", "photo_after", "photo_after_type"])
    record(DefectFixed(defect_id=defect.pk), about=defect, by=by, at=now)


@transaction.atomic
def verify_defect(defect: Defect, *, by: User, now: datetime) -> None:
    """Another person than the one who mended it has looked."""
    if defect.fixed_by_id == by.pk:
        raise RuleBroken("Người sửa không tự xem lại việc của mình. Nhờ một người khác trong Trung tâm xem.")
    defect.take(VERIFY)
    defect.closed_at, defect.closed_by = now, by
    defect.save(update_fields=["closed_at", "closed_by"])
    record(DefectVerified(defect_id=defect.pk, days=defect.days_open(localdate(now))), about=defect, by=by, at=now)


@transaction.atomic
def reopen_defect(defect: Defect, reason: str, *, by: User, now: datetime) -> None:
    """Still out of order: back to whoever mends it, with a new promised day."""
    if not reason.strip():
        raise RuleBroken("Ghi còn hỏng ở đâu.")
    other = defect.thing.defects.still_open().exclude(pk=defect.pk)
    if other.exists():
        raise RuleBroken(f"“{defect.thing}” đang có một hỏng hóc khác chưa xong. Ghi thêm vào đó.")
    _reopen(defect, reason.strip(), by=by, now=now)


def _reopen(defect: Defect, reason: str, *, by: User | None, now: datetime) -> None:
    defect.take(REOPEN)
    defect.reason, defect.due_on = reason, _promised(defect.agency, now)
    defect.fixed_at = defect.closed_at = None
    defect.save(update_fields=["reason", "due_on", "fixed_at", "closed_at"])
    record(DefectReopened(defect_id=defect.pk), about=defect, by=by, at=now)


@transaction.atomic
def dismiss_defect(defect: Defect, reason: str, *, by: User, now: datetime) -> None:
    """Looked at: nothing is wrong. The reason stays with it."""
    if not reason.strip():
        raise RuleBroken("Ghi đã xem những gì, vì sao không phải sửa.")
    defect.take(DISMISS)
    defect.reason, defect.closed_at, defect.closed_by = reason.strip(), now, by
    defect.save(update_fields=["reason", "closed_at", "closed_by"])
    record(DefectDismissed(defect_id=defect.pk), about=defect, by=by, at=now)
