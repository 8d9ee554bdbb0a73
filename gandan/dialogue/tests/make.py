"""Plain makers of dialogue: bà Hoa leads xã Chí Minh and receives citizens; thôn Mỹ Ân. Monday 23/11/2026, 9:00."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gandan.dialogue import actions
from gandan.dialogue.models import Notable, Occasion, Opinion, Petition, SealedReader, Turn
from gandan.dialogue.photos import Position, clean_photo
from gandan.dialogue.rules import KIND
from gandan.people.models import Role, User
from gandan.people.tests.make import commune, division, other_commune, province, signed_in, staff
from gandan.places.models import Agency, CalendarYear, Hamlet
from gandan.programmes.actions import Switch, switch_on

__all__ = ["commune", "division", "other_commune", "province", "signed_in", "staff"]

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
BASE, PETITIONS = "/can-bo/tiep-cong-dan/", "/can-bo/don-thu/"
SECRET = "Phạm Văn Kín"


def at(days: float = 0, hours: float = 0) -> datetime:
    return NOW + timedelta(days=days, hours=hours)


def years() -> None:
    """The calendars of these years are complete, so that days are not provisional."""
    for year in (2026, 2027):
        CalendarYear.objects.get_or_create(year=year, defaults={"basis": "x", "confirmed_by": "x", "confirmed_at": NOW})


def _person(username: str, name: str, role: str, of: Agency | None = None) -> User:
    return User.objects.filter(username=username).first() or staff(username, role, agency=of, full_name=name)


def hoa() -> User:
    """Chairs the commune."""
    return _person("hoa", "Trần Thị Hoa", Role.LEADER)


def thu() -> User:
    """The clerk: keeps calendars and book."""
    return _person("thu", "Vũ Thị Thu", Role.CLERK)


def minh() -> User:
    return _person("minh", "Nguyễn Văn Minh", Role.SPECIALIST)


def binh() -> User:
    """Leads in another commune."""
    return _person("binh", "Lê Văn Bình", Role.LEADER, other_commune())


def hamlet(name: str = "Mỹ Ân") -> Hamlet:
    return Hamlet.objects.get_or_create(commune=commune(), name=name)[0]


def promise(since: date = date(2026, 10, 1), **more: object) -> None:
    """The programme is switched on."""
    parameters = {"heads": ["chair"], **more}
    switch = Switch(kind=KIND, agency=commune(), name="Tiếp công dân", parameters=parameters, since=since)
    switch_on(switch, by=hoa(), now=at(-90))


def wish(kind: str = "reception", starts: datetime | None = None, **more: object) -> actions.Wish:
    begins = starts or at(1)
    told = {"kind": kind, "host": hoa(), "seat": "chair", "place": "Phòng tiếp công dân", **more}
    if kind == "visit":
        told.setdefault("hamlet", hamlet())
    if kind == "sudden":
        told.setdefault("incident_at", at(-1))
    return actions.Wish(starts_at=begins, ends_at=begins + timedelta(hours=2), **told)  # type: ignore[arg-type]


def occasion(kind: str = "reception", starts: datetime | None = None, **more: object) -> Occasion:
    return actions.plan_occasion(commune(), wish(kind, starts, **more), by=thu(), now=at(-30))


def public(kind: str = "reception", starts: datetime | None = None, **more: object) -> Occasion:
    """Planned and published."""
    one = occasion(kind, starts, **more)
    actions.publish_month(commune(), one.starts_at.date(), by=thu(), now=at(-20))
    return fresh(one)


def held(kind: str = "dialogue", days: float = -1, **more: object) -> Occasion:
    one = occasion(kind, at(days), **more)
    actions.hold_occasion(one, proof(one.starts_at), by=thu(), now=NOW)
    return one


def upload() -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (60, 40), "green").save(out, "JPEG")
    return SimpleUploadedFile("anh.jpg", out.getvalue(), content_type="image/jpeg")


def proof(held_at: datetime, **more: object) -> actions.Proof:
    told = actions.Proof(held_at, 20, "Đã họp.", "", clean_photo(upload())[0], Position.of(20.73, 106.43))
    return replace(told, **more)  # type: ignore[arg-type]


def turn(of: Occasion | None = None, name: str = "Đỗ Văn Tuấn", **more: object) -> Turn:
    booking = actions.Booking(name=name, phone="0912345118", channel="phone", **more)  # type: ignore[arg-type]
    return actions.book_turn(of or public(), booking, by=thu(), now=NOW)


def petition(subject: str = "Đề nghị sửa đường vào thôn Mỹ Ân", **more: object) -> Petition:
    """In the book, not sorted yet."""
    years()
    letter = actions.Letter(subject=subject, name=str(more.pop("name", "Đỗ Văn Tuấn")), **more)  # type: ignore[arg-type]
    return actions.receive_petition(commune(), letter, by=thu(), now=NOW)


def sorted_petition(kind: str = "request", **more: object) -> Petition:
    one = petition(**more)  # type: ignore[arg-type]
    actions.classify_petition(one, kind, by=thu(), now=NOW)
    return one


def accepted(kind: str = "request", **more: object) -> Petition:
    one = sorted_petition(kind, **more)
    actions.accept_petition(one, actions.Charge(division(commune())), by=hoa(), now=NOW)
    return one


def concluded(kind: str = "request", **more: object) -> Petition:
    one = accepted(kind, **more)
    actions.verify_petition(one, "Đã xem tại chỗ.", by=minh(), now=at(1))
    actions.conclude_petition(one, "Sửa trong tháng 12.", by=hoa(), now=at(2), number="12/TB-UBND")
    return one


def secret(**more: object) -> Petition:
    """A denunciation."""
    return sorted_petition("denunciation", **{"subject": "Tố cáo ông A", "name": SECRET, "may_denounce": True, **more})


def reader(user: User | None = None) -> SealedReader:
    return actions.give_sealed_right(commune(), user or hoa(), "Thụ lý tố cáo", by=hoa(), now=NOW)


def opinion(of: Occasion | None = None, text: str = "Đèn đường cuối thôn không sáng") -> Opinion:
    return actions.raise_opinion(of or held(), actions.Voice(text=text, name=SECRET), by=thu(), now=NOW)


def assigned(of: Occasion | None = None) -> Opinion:
    years()
    one = opinion(of)
    actions.assign_opinion(one, division(commune()), by=thu(), now=NOW)
    return one


def notable(name: str = "Cụ Nguyễn Văn Thọ") -> Notable:
    details = actions.NotableDetails(name=name, kind="prestigious")
    return actions.keep_notable(commune(), details, by=thu(), now=NOW)


def fresh(one: Occasion) -> Occasion:
    return Occasion.objects.get(pk=one.pk)
