"""Plain makers of feedback: a commune that promises three working days, its people and units. Monday 23/11/2026."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gandan.dossiers.models import Dossier
from gandan.dossiers.tests import make as dossiers
from gandan.dossiers.uploads import CleanFile, clean
from gandan.feedback import actions
from gandan.feedback.actions import Order, Origin, Sender, Told, Where
from gandan.feedback.models import Channel, Feedback, UnitPart
from gandan.feedback.promise import KIND
from gandan.people.models import Role, User
from gandan.people.tests.make import commune, division, other_commune, partner, signed_in, staff
from gandan.places.models import Agency
from gandan.programmes.actions import Switch, switch_on
from gandan.programmes.models import Programme

__all__ = ["commune", "other_commune", "signed_in", "staff"]

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
OFFICER = "/can-bo/phan-anh/"
TEXT = "Vỉa hè trước số 12 bị quán ăn lấn chiếm"
NAME, PHONE = "Phạm Thị Lan Phản Ánh", "0912345118"


def at(days: int = 0, hours: float = 0) -> datetime:
    return NOW + timedelta(days=days, hours=hours)


def moment(text: str) -> datetime:
    """“2026-11-23 15:20”, Vietnamese time."""
    return datetime.fromisoformat(f"{text}+07:00")


def _person(username: str, name: str, role: str, of: Agency | None = None) -> User:
    return User.objects.filter(username=username).first() or staff(username, role, agency=of, full_name=name)


def minh() -> User:
    """Receives and screens."""
    return _person("minh", "Nguyễn Văn Minh", Role.RECEPTION)


def hoa() -> User:
    """Leads the commune."""
    return _person("hoa", "Trần Thị Hoa", Role.LEADER)


def economy() -> Agency:
    return division(commune(), "kinh_te", "Phòng Kinh tế")


def police() -> Agency:
    return partner(commune())


def nam() -> User:
    """Works in the economic division."""
    return _person("nam", "Lê Văn Nam", Role.SPECIALIST, economy())


def dung() -> User:
    """Of the police of the commune."""
    return _person("dung", "Phạm Văn Dũng", Role.PARTNER, police())


def binh() -> User:
    """Leads in another commune."""
    return _person("binh", "Lê Văn Bình", Role.LEADER, other_commune())


def promise(since: datetime = NOW - timedelta(days=60), **more: object) -> None:
    """The programme is switched on, once."""
    if Programme.objects.filter(kind=KIND, agency=commune()).exists():
        return
    switch = Switch(
        kind=KIND, agency=commune(), name="Đường dây nóng", parameters={"working_days": 3, **more}, since=since.date()
    )  # fmt: skip
    switch_on(switch, by=hoa(), now=since)


def told(text: str = TEXT, **more: object) -> Told:
    known = {
        "channel": Channel.WEB, "sender": Sender(name=NAME, phone=PHONE), "suggested": "giao_thong.le_duong",
        "confidence": 0.9, "where": Where(latitude=20.9, longitude=106.4, place="Đường Trần Phú"), **more,
    }  # fmt: skip
    return Told(text=text, **known)  # type: ignore[arg-type]  # a story tells what it needs


def feedback(text: str = TEXT, now: datetime = NOW, **more: object) -> Feedback:
    promise()
    return actions.receive(commune(), told(text, **more), by=None, now=now)


def screened(**more: object) -> Feedback:
    one = feedback(**more)  # type: ignore[arg-type]  # as told
    actions.screen(one, "giao_thong.le_duong", by=minh(), now=at(hours=0.3))
    return one


def proposed() -> Feedback:
    one = screened()
    slip = actions.Proposing("Đã xem tại chỗ, đúng", "Giao Phòng Kinh tế xử lý", economy())
    actions.propose(one, slip, by=minh(), now=at(hours=0.6))
    return one


def directed(*units: Agency) -> Feedback:
    one = proposed()
    actions.direct(one, Order("Xử lý ngay trong tuần", units or [economy()]), by=hoa(), now=at(hours=1))
    return one


def lead(one: Feedback) -> UnitPart:
    return one.parts.get(is_lead=True, round=one.round)


def resolved() -> Feedback:
    one = directed()
    actions.take_up(lead(one), by=nam(), now=at(hours=2))
    one = fresh(one)
    actions.report_result(one, "Đã giải tỏa, trả lại vỉa hè", by=nam(), now=at(hours=6))
    return one


def answered() -> Feedback:
    one = resolved()
    actions.answer(one, "Vỉa hè đã được trả lại, cảm ơn bà", by=minh(), now=at(hours=7))
    return one


def about_dossier(ask: str = "sooner") -> tuple[Feedback, Dossier]:
    dossier = dossiers.dossier()
    Dossier.objects.filter(pk=dossier.pk).update(holder=minh())
    dossier.refresh_from_db()
    told_of = told(
        "Xin giải quyết sớm giúp", channel=Channel.DOSSIER, origin=Origin(dossier=dossier, dossier_ask=ask), suggested=""
    )  # fmt: skip
    promise()
    return actions.receive(commune(), told_of, by=None, now=NOW), dossier


def upload(name: str = "anh.jpg", colour: str = "green") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue(), content_type="image/jpeg")


def photo(colour: str = "green") -> CleanFile:
    return clean(upload(colour=colour))


def fresh(one: Feedback) -> Feedback:
    return Feedback.objects.get(pk=one.pk)
