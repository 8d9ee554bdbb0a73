"""How each promised amenity stands at a moment: what the public page, the morning round and the figures all read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate, localtime

from gandan.core.vietnamese import say_day
from gandan.places.models import Agency

from .models import Amenity, AmenityCheck, Defect
from .rules import rules_of
from .workflow import Status


@dataclass(frozen=True)
class Standing:
    """One amenity today: the look of its pill, its word, and the sentence beside it."""

    amenity: Amenity
    check: AmenityCheck | None
    defect: Defect | None
    look: str
    label: str
    words: str = ""

    @property
    def is_working(self) -> bool:
        return self.look in ("done", "soon")

    @property
    def is_down(self) -> bool:
        return self.look == "late"


def standings(commune: Agency, now: datetime) -> list[Standing]:
    """Every amenity the commune promises today, by number. Three statements."""
    today = localdate(now)
    mine = Amenity.objects.of(commune).promised(rules_of(commune, today).numbers).select_related("responsible")
    return _each(list(mine), today)


def standing_of(amenity: Amenity, now: datetime) -> Standing:
    return _each([amenity], localdate(now))[0]


def _each(amenities: list[Amenity], today: date) -> list[Standing]:
    checks = {
        one.amenity_id: one
        for one in AmenityCheck.objects.filter(amenity__in=amenities, day=today).select_related("by")
    }
    defects = _by_amenity(Defect.objects.filter(amenity__in=amenities).still_open().select_related("responsible"))
    return [_stand(one, checks.get(one.pk), defects.get(one.pk), today) for one in amenities]


def _by_amenity(defects: Iterable[Defect]) -> Mapping[int, Defect]:
    return {one.amenity_id: one for one in defects if one.amenity_id}


def _stand(amenity: Amenity, check: AmenityCheck | None, defect: Defect | None, today: date) -> Standing:
    if defect and defect.is_unmended():
        return Standing(amenity, check, defect, *_out_of_order(defect, today))
    if defect and defect.fixed_at:
        when = localtime(defect.fixed_at)
        return Standing(amenity, check, defect, "done", "Dùng tốt", f"Sửa xong {say_day(when.date(), today=today)}")
    if check is None:
        return Standing(amenity, None, None, "", "Chưa kiểm tra hôm nay")
    return Standing(amenity, check, None, "done", "Dùng tốt hôm nay", f"Kiểm tra lúc {localtime(check.at):%H:%M}")


def _out_of_order(defect: Defect, today: date) -> tuple[str, str, str]:
    if not defect.is_stopping:
        return "soon", "Còn dùng được", "Đang bổ sung"
    if defect.status == Status.FOUND or defect.due_on is None:
        return "late", "Có người báo hỏng", "Trung tâm đang cử người xem"
    if defect.due_on < today:
        return "late", "Đang sửa", f"Hẹn xong {say_day(defect.due_on, today=today)}, chưa kịp. Xin lỗi ông/bà"
    return "late", "Đang sửa", f"Dự kiến xong {say_day(defect.due_on, today=today)}"
