"""What the demonstration shows of the day beyond the counter: teams and their Sunday, a list of people to reach, leaflets, a
session in a hamlet, amenities looked at, a screen with its clips, a machine. Small, and the same on every start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from django.utils.timezone import localdate

from gandan.kiosks.actions import MachineFacts, register_machine
from gandan.outreach import actions as outreach
from gandan.outreach.actions.lists import table_of
from gandan.outreach.models import Listing, Team
from gandan.outreach.reading import guess
from gandan.people.models import User
from gandan.places.actions import import_hamlets
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency, Hamlet
from gandan.places.reading import HamletRow
from gandan.premises import actions as premises
from gandan.premises.models import Amenity, ChecklistItem
from gandan.programmes.actions import Switch, switch_on
from gandan.publishing import actions as publishing

HAMLETS = (
    ("Mỹ Ân", "Nguyễn Văn Trưởng", "0912 345 301"), ("Ngọc Lâm", "Bùi Thị Mận", "0912 345 302"),
    ("Nhũ Tỉnh", "Trịnh Văn Hùng", "0912 345 303"),
)  # fmt: skip
TEAMS = (
    ("Tổ tư vấn thôn Mỹ Ân", "Mỹ Ân", "Nhà văn hóa thôn Mỹ Ân",
     (("Nguyễn Văn Trưởng", "hamlet"), ("Vũ Thị Lan", "women"), ("Đỗ Văn Thắng", "youth"))),
    ("Tổ tư vấn thôn Ngọc Lâm", "Ngọc Lâm", "Nhà văn hóa thôn Ngọc Lâm",
     (("Bùi Thị Mận", "hamlet"), ("Phạm Thu Hà", "youth"), ("Lê Văn Quý", "veterans"))),
)  # fmt: skip
HELPS = ("vneid", "account", "filing", "filing", "look_up", "writing", "payment", "rating")
OLD = (
    ("Nguyễn Thị Sáu", 1944, "Mỹ Ân"), ("Phạm Văn Bính", 1947, "Mỹ Ân"), ("Vũ Thị Gái", 1950, "Mỹ Ân"),
    ("Đỗ Thị Nhàn", 1939, "Ngọc Lâm"), ("Lê Văn Kha", 1948, "Ngọc Lâm"), ("Bùi Thị Chắt", 1951, "Ngọc Lâm"),
    ("Trịnh Văn Độ", 1942, "Nhũ Tỉnh"), ("Mai Thị Tý", 1946, "Nhũ Tỉnh"), ("Hoàng Văn Lộc", 1949, "Nhũ Tỉnh"),
)  # fmt: skip
RECEIVING = 3
"""So many of them, the first, receive already."""
ENDED = (("filed", "Gia đình đã nộp hồ sơ ngày hôm qua."), ("refused", "Gia đình không có nhu cầu, có xác nhận."))
CLIPS = (
    ("Bao lâu thì có kết quả", "slogan", "Hồ sơ hẹn ngày nào, trả ngày ấy. Chậm thì Trung tâm xin lỗi và hẹn lại một lần.", 20),
    ("Nộp ở nhà", "online", "Khai sinh, chứng thực, trợ cấp: nộp bằng điện thoại, không phải đi hai lần.", 20),
    ("Sáng Chủ nhật", "other", "Sáng Chủ nhật, 8 giờ đến 11 giờ: có người giúp ở nhà văn hóa thôn. Không thu tiền.", 20),
)  # fmt: skip
READINGS = {"speed": 48, "counter": 12400, "stock": 60}


@dataclass(frozen=True)
class Place:
    """Where and when it is told, and by whom."""

    commune: Agency
    people: Mapping[str, User]
    now: datetime

    @property
    def leader(self) -> User:
        return self.people["lanhdao"]

    @property
    def desk(self) -> User:
        return self.people["motcua"]


def tell_day(commune: Agency, people: Mapping[str, User], *, now: datetime) -> None:
    """Everything through the actions of its app, at past moments where it happened before."""
    place = Place(commune, people, now)
    import_hamlets(commune, [HamletRow("thon", *row) for row in HAMLETS])
    hamlets = {one.name: one for one in Hamlet.objects.of(commune)}
    _sunday(place, hamlets)
    _list(place)
    _leaflets(place, hamlets)
    _session(place)
    _amenities(place)
    _screen(place)
    facts = MachineFacts("Máy APS Trung tâm", "Sảnh Trung tâm", opens_at=time(6), closes_at=time(22), compartments=12)
    register_machine(commune, facts=facts, by=people["quantri"], now=now)


def _sunday(place: Place, hamlets: Mapping[str, Hamlet]) -> None:
    """Two teams since a fortnight: last Sunday is over, the next four are rostered."""
    today = localdate(place.now)
    sunday = today - timedelta(days=(today.weekday() + 1) % 7 or 7)
    founded = vietnam_moment(sunday - timedelta(days=6), time(9))
    for name, hamlet, where, people in TEAMS:
        facts = outreach.TeamFacts(
            name, hamlets[hamlet], pattern="weekly", at_once=3, weekday=6, starts=time(8), ends=time(11), place=where
        )
        members = [outreach.Person(who, force, is_head=not at) for at, (who, force) in enumerate(people)]
        team = outreach.form_team(place.commune, facts, members, by=place.leader, now=founded)
        outreach.plan_shifts(team, since=sunday, until=sunday + timedelta(days=28), by=place.leader, now=founded)
        _helped(place, team, vietnam_moment(sunday, time(7, 50)))


def _helped(place: Place, team: Team, at: datetime) -> None:
    came = list(team.shifts.filter(starts_at__date=at.date()).select_related("member").order_by("pk"))
    for shift in came:
        outreach.check_in_shift(shift, by=place.desk, now=at)
    for number, kind in enumerate(HELPS):
        given = outreach.Help(kind, member=came[number % len(came)].member, hamlet=team.hamlet)
        outreach.log_support(place.commune, given, by=place.desk, now=at + timedelta(minutes=25 + 18 * number))


def _list(place: Place) -> None:
    """Nine people of 75 or older, three receive already; of the six others two have ended."""
    week_ago = place.now - timedelta(days=7)
    facts = outreach.ListFacts(
        "Người từ 75 tuổi chưa hưởng trợ cấp hưu trí xã hội", "elderly", 75, is_without_recipients=True
    )
    listing = outreach.make_list(place.commune, facts, by=place.leader, now=week_ago)
    rows = [f"{name},10/03/{year},0301{year}{number:04d},{hamlet}" for number, (name, year, hamlet) in enumerate(OLD)]
    _read(place, listing, "population", ["Họ tên,Ngày sinh,Số CCCD,Thôn", *rows])
    _read(place, listing, "recipients", ["Họ tên,Ngày sinh,Số CCCD,Thôn", *rows[:RECEIVING]])
    outreach.match_list(listing, by=place.leader, now=week_ago)
    outreach.assign_heads(listing, by=place.leader, now=week_ago)
    waiting = listing.people.of_today(localdate(place.now)).order_by("pk")
    endings = {one.pk: outreach.Ending(status, reason) for one, (status, reason) in zip(waiting, ENDED, strict=False)}
    outreach.conclude_people(listing, endings, by=place.leader, now=place.now - timedelta(days=1))


def _read(place: Place, listing: Listing, part: str, lines: list[str]) -> None:
    at = place.now - timedelta(days=7)
    name = "dan-cu.csv" if part == "population" else "bao-hiem-xa-hoi.csv"
    upload = outreach.Upload(part, name, "\n".join(lines).encode())
    file = outreach.read_list_file(listing, upload, by=place.leader, now=at)
    outreach.map_columns(file, guess(table_of(file).heads), by=place.leader, now=at)


def _leaflets(place: Place, hamlets: Mapping[str, Hamlet]) -> None:
    facts = outreach.ListFacts("Nộp hồ sơ trực tuyến: mỗi hộ một tờ hướng dẫn", "leaflets")
    listing = outreach.make_list(place.commune, facts, by=place.leader, now=place.now)
    for name, households in (("Mỹ Ân", 240), ("Ngọc Lâm", 185)):
        outreach.plan_leaflets(listing, hamlets[name], households=households, by=place.leader, now=place.now)


def _session(place: Place) -> None:
    """Saturday mornings in the hamlets by turns, planned for the next two weeks."""
    switch = Switch(
        kind="field_sessions", agency=place.commune, name="Đồng hành cùng Nhân dân chuyển đổi số",
        parameters={"ahead_weeks": 2}, since=localdate(place.now),
    )  # fmt: skip
    switch_on(switch, by=place.leader, now=place.now)
    outreach.plan_sessions(place.commune, by=place.leader, now=place.now)


def _amenities(place: Place) -> None:
    """All looked at this morning, one is out of order; the things seen every day were inspected, one is missing."""
    premises.set_up_amenities(place.commune, by=place.leader, now=place.now)
    for amenity in Amenity.objects.of(place.commune).filter(needs_photo=False).order_by("number"):
        is_ok = amenity.number != 9
        look = premises.Look(is_ok, "" if is_ok else "Máy tính bên trái không mở được.", READINGS.get(amenity.reading))
        premises.check_amenity(amenity, look, by=place.desk, now=place.now)
    premises.set_up_checklist(place.commune, by=place.leader, now=place.now)
    daily = ChecklistItem.objects.of(place.commune).filter(cadence="daily").select_related("unit").order_by("pk")
    for number, item in enumerate(daily[:5]):
        details = premises.ItemDetails(item.unit, item.section, item.name, item.cadence, item.place, needs_photo=False)
        premises.change_item(item, replace(details, equipment=item.equipment), by=place.leader, now=place.now)
        finding = premises.Finding(bool(number), "" if number else "Hết nước uống, đã báo thay bình.")
        premises.inspect_item(item, finding, by=place.desk, now=place.now)


def _screen(place: Place) -> None:
    keeper = place.people["truyenthong"]
    screen = publishing.keep_screen(
        place.commune, publishing.ScreenDraft("Màn hình trước Trung tâm", "Cổng UBND xã"), by=keeper, now=place.now
    )
    clips = [
        publishing.add_clip(
            place.commune, publishing.ClipDraft(title, "text", subject, text, seconds), by=keeper, now=place.now
        )
        for title, subject, text, seconds in CLIPS
    ]
    publishing.arrange(screen, clips=clips, by=keeper, now=place.now)
