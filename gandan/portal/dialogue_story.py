"""What the demonstration shows of dialogue: a quarter of visits and receptions, petitions in every state, a conference answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from gandan.dialogue import actions
from gandan.dialogue.models import Occasion, Opinion
from gandan.dialogue.photos import clean_photo
from gandan.dialogue.rules import KIND
from gandan.measures.periods import following_month
from gandan.people.models import User
from gandan.places.actions import add_hamlet
from gandan.places.calendar import vietnam_moment
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency, Hamlet
from gandan.places.reading import HamletRow
from gandan.programmes.actions import Switch, switch_on

RULES = """Người đến xuất trình giấy tờ tùy thân, xếp hàng theo số.
Người già, phụ nữ có thai, người khuyết tật được mời trước.
Trình bày trung thực; tố cáo được giữ bí mật.
Người tiếp lắng nghe hết, ghi biên bản, đọc lại cho người dân nghe.
Không nhận quà, không hẹn gặp ngoài trụ sở."""
WEEKS = 13
ROOM, HALL = "Phòng tiếp công dân, tầng 1", "Hội trường xã"
HAMLETS = ("Mỹ Ân", "Ngọc Lâm", "Đông Xá", "An Lạc", "Tân Hưng", "Phú Xuân", "Hòa Bình", "Thượng Hải")
VISITS = (
    "Dọn vệ sinh đường làng", "Họp cộng đồng dân cư", "Trồng cây ven mương", "Thăm mô hình rau sạch",
    "Nghe ý kiến về đường nội đồng",
)  # fmt: skip
SAID = (
    ("Đèn đường cuối thôn tắt đã hai tuần", "resolved", "Đã thay 6 bóng, đèn sáng từ tối thứ Sáu."),
    ("Cống đầu xóm tắc, mưa là ngập", "resolved", "Đã nạo vét 40 m, thay 3 nắp cống."),
    ("Vì sao thu phí vệ sinh cao hơn năm trước", "explained", "Mức thu theo nghị quyết HĐND thành phố, đã niêm yết ở nhà văn hóa."),
    ("Xin mở lớp dạy dùng điện thoại cho người già", "resolved", "Đoàn xã mở lớp tối thứ Ba hằng tuần tại nhà văn hóa."),
    ("Bao giờ làm đường ra nghĩa trang", "", ""),
    ("Đề nghị lắp thêm camera ở ngã ba", "", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Cast:
    commune: Agency
    chair: User
    clerk: User


def tell_dialogue(commune: Agency, people: Mapping[str, User], *, now: datetime) -> None:
    """By the people of the demonstration: the chairwoman receives and goes out, the clerk keeps the calendars."""
    chair, clerk = people["lanhdao"], people["vanthu"]
    cast = Cast(commune, chair, clerk)
    hamlets = _hamlets(commune)
    began = (now - timedelta(weeks=WEEKS)).date()
    monday = began - timedelta(days=began.weekday())
    switch = Switch(
        kind=KIND,
        agency=commune,
        name="Tiếp công dân, đối thoại, xuống cơ sở",
        parameters={"heads": ["chair"]},
        since=monday,
    )
    switch_on(switch, by=chair, now=_at(monday, 8))
    desk = {"officer": clerk, "place": ROOM, "phone": "02203000101", "rules": RULES}
    actions.set_desk(commune, desk, by=clerk, now=_at(monday, 9))
    for week in range(WEEKS + 2):
        _visit(cast, hamlets[week % len(hamlets)], _at(monday + timedelta(weeks=week, days=5), 8), now)
    _receptions(commune, chair, clerk, monday, now)
    _conference(commune, chair, clerk, now)
    _letters(commune, chair, people, now)
    actions.judge_duties(commune, by=None, now=now)


def _at(day: date, hour: int) -> datetime:
    return vietnam_moment(day, time(hour))


def _hamlets(commune: Agency) -> list[Hamlet]:
    found = list(Hamlet.objects.of(commune))
    if found:
        return found
    return [add_hamlet(commune, HamletRow("thon", name)) for name in HAMLETS]


def _wish(kind: str, host: User, starts_at: datetime, place: str, **more: object) -> actions.Wish:
    told = {
        "kind": kind,
        "host": host,
        "seat": "chair",
        "place": place,
        "ends_at": starts_at + timedelta(hours=3),
        **more,
    }
    return actions.Wish(starts_at=starts_at, **told)  # type: ignore[arg-type]  # fields of Wish by name


def _photo() -> object:
    out = BytesIO()
    Image.new("RGB", (640, 400), "#7a9c74").save(out, "JPEG")
    return clean_photo(SimpleUploadedFile("tai-thon.jpg", out.getvalue(), content_type="image/jpeg"))[0]


def _visit(cast: Cast, hamlet: Hamlet, starts_at: datetime, now: datetime) -> None:
    clerk = cast.clerk
    subject = VISITS[starts_at.isocalendar().week % len(VISITS)]
    wish = _wish("visit", cast.chair, starts_at, "Nhà văn hóa", hamlet=hamlet, subject=subject)
    one = actions.plan_occasion(cast.commune, wish, by=clerk, now=min(now, starts_at - timedelta(days=10)))
    if starts_at + timedelta(hours=3) > now:
        return
    if starts_at > now - timedelta(days=20):
        _opinions(one, SAID[:3], clerk, starts_at)
    proof = actions.Proof(starts_at, 24, "Cùng bà con làm việc, nghe ý kiến.", "", _photo())  # type: ignore[arg-type]
    actions.hold_occasion(one, proof, by=clerk, now=starts_at + timedelta(hours=3))


def _receptions(commune: Agency, chair: User, clerk: User, since: date, now: datetime) -> None:
    """One a month on a working day near the tenth; last month's with people, the next one public."""
    calendar = calendar_of(commune)
    month = since.replace(day=1)
    while month <= following_month(now.date().replace(day=1)):
        day = calendar.next_working_day(month + timedelta(days=8))
        starts_at = _at(day, 8)
        planned = actions.plan_occasion(
            commune, _wish("reception", chair, starts_at, ROOM), by=clerk, now=_at(since, 8)
        )
        month = following_month(month)
        if starts_at <= _at(since, 9):
            continue
        actions.publish_month(commune, starts_at.date(), by=clerk, now=min(now, starts_at - timedelta(days=20)))
        planned.refresh_from_db()
        _people(planned, clerk, min(now, starts_at - timedelta(days=2)))
        if starts_at < now:
            _hear(planned, clerk, starts_at)


def _people(reception: Occasion, clerk: User, booked_at: datetime) -> None:
    for name, matter in (
        ("Nguyễn Văn Bình", "Hỏi hồ sơ cấp giấy chứng nhận quyền sử dụng đất"),
        ("Trần Thị Sáu", "Nước thải trại lợn chảy ra mương"),
        ("Phạm Văn Lợi", "Xin đỡ tiền vệ sinh cho hộ nghèo"),
    ):  # fmt: skip
        booking = actions.Booking(name=name, phone="0912345118", matter=matter, channel="phone")
        actions.book_turn(reception, booking, by=clerk, now=booked_at)


def _hear(reception: Occasion, clerk: User, starts_at: datetime) -> None:
    for number, turn in enumerate(reception.turns.all()):
        heard_at = starts_at + timedelta(minutes=25 * (number + 1))
        actions.receive_turn(turn, f"{turn.matter}. Chủ tịch đã nghe, hẹn trả lời.", by=clerk, now=heard_at)
    proof = actions.Proof(starts_at, 3, "Tiếp 3 lượt, nhận đơn ghi trong sổ.")
    actions.hold_occasion(reception, proof, by=clerk, now=starts_at + timedelta(hours=3))


def _opinions(one: Occasion, said: tuple[tuple[str, str, str], ...], clerk: User, at: datetime) -> None:
    units = list(Agency.objects.inside(one.commune).filter(kind="division")) or [one.commune]
    for number, (text, outcome, answer) in enumerate(said):
        opinion: Opinion = actions.raise_opinion(one, actions.Voice(text=text), by=clerk, now=at)
        actions.assign_opinion(opinion, units[number % len(units)], by=clerk, now=at + timedelta(hours=4))
        if outcome:
            actions.answer_opinion(opinion, outcome, answer, by=clerk, now=at + timedelta(hours=5, minutes=number))
        elif "nghĩa trang" in text:
            actions.plan_opinion(
                opinion, "Đã ghi vốn năm sau, làm trong quý I.", date(at.year + 1, 3, 31), by=clerk, now=at
            )


def _conference(commune: Agency, chair: User, clerk: User, now: datetime) -> None:
    held_at = _at(now.date() - timedelta(days=12), 14)
    wish = _wish("dialogue", chair, held_at, HALL, subject="Môi trường và đường giao thông nông thôn")
    one = actions.plan_occasion(commune, wish, by=clerk, now=held_at - timedelta(days=20))
    actions.publish_month(commune, held_at.date(), by=clerk, now=held_at - timedelta(days=15))
    one.refresh_from_db()
    _opinions(one, SAID, clerk, held_at)
    proof = actions.Proof(held_at, 86, "Bà con nêu ý kiến về đèn đường, cống rãnh, phí vệ sinh, đường ra đồng.")
    actions.hold_occasion(one, proof, by=clerk, now=held_at + timedelta(hours=6))
    coming = _wish("dialogue", chair, _at(now.date() + timedelta(days=17), 14), HALL, subject="Nước sạch cho các thôn")
    actions.plan_occasion(commune, coming, by=clerk, now=now)
    actions.publish_month(commune, coming.starts_at.date(), by=clerk, now=now)


def _letters(commune: Agency, chair: User, people: Mapping[str, User], now: datetime) -> None:
    """Five petitions, from new to closed; one denounces somebody and is seen by the chairwoman alone."""
    clerk, specialist = people["vanthu"], people["chuyenvien"]
    actions.give_sealed_right(commune, chair, "Người giải quyết tố cáo", by=chair, now=now - timedelta(days=40))
    rows = (
        ("Đề nghị sửa đường vào thôn Mỹ Ân", "request", 34, 12), ("Khiếu nại mức bồi thường hoa màu", "complaint", 21, 1),
        ("Nước thải trại lợn chảy ra mương", "report", 12, 8), ("Tố cáo cán bộ thôn thu tiền sai", "denunciation", 9, 1),
        ("Đề nghị sửa chữa đường thôn Mỹ Ân", "", 1, 1),
    )  # fmt: skip
    for subject, kind, days, signed in rows:
        at = now - timedelta(days=days)
        letter = actions.Letter(
            subject=subject,
            name="Nguyễn Văn Bình",
            phone="0912345118",
            people=signed,
            may_denounce=kind == "denunciation",
        )
        one = actions.receive_petition(commune, letter, by=clerk, now=at)
        if not kind:
            continue
        actions.classify_petition(one, kind, by=clerk, now=at + timedelta(hours=2))
        actions.accept_petition(one, actions.Charge(commune), by=chair, now=at + timedelta(days=1))
        if days > 30:
            actions.verify_petition(
                one, "Đường hỏng 320 m, đúng như đơn nêu.", by=specialist, now=at + timedelta(days=6)
            )
            actions.conclude_petition(
                one, "Sửa xong trước 30/11.", by=chair, now=at + timedelta(days=9), number="41/TB-UBND"
            )
            actions.tell_petitioner(one, "Trao tận tay đại diện", by=clerk, now=at + timedelta(days=10))
            actions.close_petition(one, by=clerk, now=at + timedelta(days=11))
