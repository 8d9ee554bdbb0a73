"""Plain makers of the premises: a commune that promises twelve amenities, people who look after them. Monday 23/11/2026."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gandan.dossiers.photos import clean_photo
from gandan.people.models import Role, User
from gandan.people.tests.make import commune, other_commune, signed_in, staff
from gandan.places.models import Agency
from gandan.premises import actions
from gandan.premises.models import Amenity, ChecklistItem, Defect
from gandan.premises.rules import KIND
from gandan.programmes.actions import Switch, switch_on

__all__ = ["commune", "other_commune", "signed_in", "staff"]

NOW = datetime(2026, 11, 23, 7, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
OFFICER = "/can-bo/co-so-vat-chat/"


def at(days: int = 0, hours: float = 0) -> datetime:
    return NOW + timedelta(days=days, hours=hours)


def _person(username: str, name: str, role: str, of: Agency | None = None) -> User:
    return User.objects.filter(username=username).first() or staff(username, role, agency=of, full_name=name)


def minh() -> User:
    """Receives at the counter, looks after the charging points."""
    return _person("minh", "Nguyễn Văn Minh", Role.RECEPTION)


def tam() -> User:
    """Another officer of the Centre."""
    return _person("tam", "Đỗ Thị Tâm", Role.SPECIALIST)


def hoa() -> User:
    """Leads the office."""
    return _person("hoa", "Trần Thị Hoa", Role.LEADER)


def binh() -> User:
    """Leads in another commune."""
    return _person("binh", "Lê Văn Bình", Role.LEADER, other_commune())


def promise(*numbers: int, **more: object) -> None:
    """The programme is switched on."""
    parameters = {"numbers": list(numbers or range(1, 13)), **more}
    switch = Switch(kind=KIND, agency=commune(), name="Tiện ích miễn phí", parameters=parameters, since=NOW.date())
    switch_on(switch, by=hoa(), now=NOW)


def amenities(*numbers: int) -> list[Amenity]:
    """Promised, and taken over from the shipped list."""
    promise(*numbers)
    actions.set_up_amenities(commune(), by=None, now=NOW, numbers=frozenset(numbers) or None)
    return list(Amenity.objects.of(commune()))


def charging() -> Amenity:
    """“Sạc pin”, looked after by anh Minh."""
    (one,) = amenities(10)
    Amenity.objects.filter(pk=one.pk).update(responsible=minh())
    return Amenity.objects.get(pk=one.pk)


def item(name: str = "Quạt, máy điều hòa", **more: object) -> ChecklistItem:
    known = {"section": "Người dân dùng", "cadence": "weekly", "place": "Phòng chờ", **more}
    return ChecklistItem.objects.create(agency=commune(), unit=commune(), name=name, **known)


def upload(name: str = "anh.jpg") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (60, 40), "green").save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def photo() -> actions.Mending:
    """What mending shows."""
    return actions.Mending(clean_photo(upload()), "Thay ổ cắm")


def look(*, is_ok: bool = True, note: str = "", reading: int | None = None) -> actions.Look:
    return actions.Look(is_ok, note, reading, clean_photo(upload()))


def defect(text: str = "Ổ cắm bên trái không có điện") -> Defect:
    """Reported by a citizen, given to anh Minh."""
    return actions.report_defect(charging(), actions.Fault(text), by=None, now=NOW)


def fresh(one: Defect) -> Defect:
    return Defect.objects.get(pk=one.pk)
