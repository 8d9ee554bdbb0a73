"""The morning round: every promised amenity is looked at before the doors open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate, localtime

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import AmenitiesUnchecked, AmenityChecked, DayOpened
from ..models import Amenity, AmenityCheck, OpeningDay, Reading, Source
from ..rules import rules_of
from ..standing import standings
from .defects import Fault, report_defect


@dataclass(frozen=True)
class Look:
    """What was seen at an amenity."""

    is_ok: bool
    note: str = ""
    reading: int | None = None
    photo: CleanFile | None = None


@transaction.atomic
def check_amenity(amenity: Amenity, look: Look, *, by: User, now: datetime) -> AmenityCheck:
    """Write today's look. Out of order, or under the least: a defect goes to whoever is responsible."""
    Amenity.objects.select_for_update().get(pk=amenity.pk)
    today = localdate(now)
    known = amenity.checks.filter(day=today).first()
    check = known or AmenityCheck(amenity=amenity, day=today)
    _complete(amenity, look, check)
    fault = _fault(amenity, look)
    check.is_ok = look.is_ok and not (fault and fault.is_stopping)
    check.at, check.by, check.note, check.reading = now, by, look.note.strip(), look.reading
    check.used = _pages(amenity, look.reading, today)
    if look.photo:
        check.photo, check.photo_type = look.photo.content, look.photo.media_type
    check.save()
    told = AmenityChecked(amenity_id=amenity.pk, day=today, is_ok=check.is_ok, bad_days=bad_days(amenity))
    record(told, about=amenity, by=by, at=now)
    if fault and not (known and amenity.defects.unmended().exists()):
        report_defect(amenity, fault, by=by, now=now)
    return check


def _complete(amenity: Amenity, look: Look, check: AmenityCheck) -> None:
    if look.is_ok and amenity.reading and look.reading is None:
        raise RuleBroken(f"{amenity}: ghi {amenity.get_reading_display()}.")
    if amenity.needs_photo and not look.photo and not check.photo:
        raise RuleBroken(f"{amenity}: chụp kèm một tấm ảnh.")
    if not look.is_ok and not look.note.strip():
        raise RuleBroken(f"{amenity}: ghi hỏng ở đâu, hỏng thế nào.")


def _fault(amenity: Amenity, look: Look) -> Fault | None:
    """Stock under its least is still served: it is refilled, and only an empty one stops."""
    if not look.is_ok:
        return Fault(look.note, Source.INSPECTOR, look.photo)
    if look.reading is None or amenity.least is None or not amenity.reads_for_least or look.reading >= amenity.least:
        return None
    if amenity.reading == Reading.SPEED:
        return Fault(f"Đo được {look.reading} Mbps, mức phải có {amenity.least} Mbps.", Source.INSPECTOR, look.photo)
    text = f"Còn {look.reading}, mức tối thiểu {amenity.least}. Cần bổ sung."
    return Fault(text, Source.INSPECTOR, look.photo, is_stopping=look.reading == 0)


def _pages(amenity: Amenity, reading: int | None, today: date) -> int | None:
    """Since the reading before this day; None when there was none, or the counter began again."""
    if amenity.reading != Reading.COUNTER or reading is None:
        return None
    before = amenity.checks.filter(day__lt=today, reading__isnull=False).order_by("-day").first()
    if before is None or before.reading is None or before.reading > reading:
        return None
    return reading - before.reading


def bad_days(amenity: Amenity) -> int:
    """Checks in a row, newest first, that found it out of order."""
    count = 0
    for is_ok in amenity.checks.order_by("-day").values_list("is_ok", flat=True)[:30]:
        if is_ok:
            break
        count += 1
    return count


@transaction.atomic
def open_day(commune: Agency, *, by: User, now: datetime) -> OpeningDay:
    """The round is complete: so many of so many work. Refused, naming them, while some were not looked at."""
    today = localdate(now)
    found = standings(commune, now)
    if not found:
        raise RuleBroken("Chưa có tiện ích nào đang phục vụ. Bật chương trình tiện ích trước.")
    missing = [str(one.amenity) for one in found if one.check is None]
    if missing:
        raise RuleBroken(f"Còn {len(missing)} tiện ích chưa kiểm tra: {', '.join(missing)}.")
    day, _ = OpeningDay.objects.select_for_update().get_or_create(agency=commune, day=today)
    if day.opened_at:
        raise RuleBroken("Hôm nay đã mở cửa rồi.")
    day.total, day.working = len(found), sum(one.is_working for one in found)
    day.opened_at, day.opened_by = now, by
    day.save()
    record(DayOpened(day=today, total=day.total, working=day.working), about=day, by=by, at=now)
    return day


@transaction.atomic
def tell_unchecked(commune: Agency, *, by: User | None, now: datetime) -> int:
    """Past the hour and not all looked at: said once a day. Returns how many were missing when it was said now."""
    today = localdate(now)
    if localtime(now).time() < rules_of(commune, today).checked_by:
        return 0
    missing = sum(one.check is None for one in standings(commune, now))
    if not missing:
        return 0
    day, _ = OpeningDay.objects.select_for_update().get_or_create(agency=commune, day=today)
    if day.told_at:
        return 0
    day.told_at = now
    day.save(update_fields=["told_at"])
    record(AmenitiesUnchecked(day=today, missing=missing), about=day, by=by, at=now)
    return missing
