"""What the demonstration shows of feedback: three weeks of reports from every channel, in every state, told through the verbs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gandan.feedback import actions
from gandan.feedback.actions import Order, Proposing, Sender, Told, Where
from gandan.feedback.models import Channel, Feedback
from gandan.feedback.promise import KIND
from gandan.feedback.units import unit_for
from gandan.people.models import User
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency, Hamlet
from gandan.programmes.actions import Switch, switch_on

NAME = "Đường dây nóng, trả lời trong 3 ngày làm việc"
STEPS = ("new", "screened", "proposed", "directed", "working", "reported", "answered")


@dataclass(frozen=True)
class Episode:
    """One report: how many hours ago it came, how far it has gone, where it lies from the middle of the commune (degrees)."""

    hours: int
    text: str
    category: str
    channel: str
    until: str
    offset: tuple[float, float] = (0, 0)
    place: str = ""
    answer: str = ""
    stars: int = 0
    stuck: str = ""


EPISODES = (
    Episode(2, "Nắp cống trước cổng trường mầm non bị mất, trẻ con đi qua rất nguy hiểm", "ha_tang.cong", Channel.PHONE_PAGE,
            "new", (0.004, 0.006), "Cổng trường mầm non"),
    Episode(3, "Bãi rác tự phát sau chợ bốc mùi hôi cả tuần nay", "moi_truong.rac", Channel.WEB, "new", (-0.006, 0.003),
            "Sau chợ"),
    Episode(20, "Quán ăn bày bàn ghế kín vỉa hè, người đi bộ phải xuống lòng đường", "giao_thong.le_duong", Channel.HOTLINE,
            "screened", (0.002, -0.004), "Ngã tư trung tâm"),
    Episode(26, "Đèn đường tắt bốn tối liền", "ha_tang.den", Channel.ZALO, "proposed", (0.009, 0.001), "Đường trục xã"),
    Episode(30, "Nhà đang xây lấn ra ngõ chung", "dat_dai_xd", Channel.COUNTER, "proposed", (-0.003, -0.007), "Ngõ 3"),
    Episode(50, "Ổ gà trên đường vào thôn, mưa xuống là ngập", "ha_tang.duong", Channel.WEB, "working", (0.007, -0.002),
            "Đường vào thôn"),
    Episode(75, "Dây điện võng thấp ngang đầu người", "dien_nuoc", Channel.PHONE_PAGE, "working", (-0.008, -0.001),
            "Cột điện số 14", stuck="chờ đơn vị điện lực căng lại dây"),
    Episode(98, "Loa kéo hát đến 23 giờ, trẻ con không ngủ được", "an_ninh.on", Channel.HOTLINE, "reported", (0.001, 0.008),
            "Xóm giữa"),
    Episode(170, "Cây đổ chắn lối ra đồng", "ha_tang.cay", Channel.ZALO, "answered", (-0.005, 0.009), "Bờ mương",
            "Đội cơ động đã cắt, dọn cây trong buổi sáng.", 5),
    Episode(200, "Nước giếng khoan tập thể có mùi lạ", "moi_truong.o_nhiem", Channel.EMAIL, "answered", (0.006, 0.004),
            "Giếng đầu xóm",
            "Trung tâm y tế đã lấy mẫu nước, kết quả đạt; đã súc rửa bể.", 4),
    Episode(260, "Hỏi mức hỗ trợ người cao tuổi từ tháng 7", "an_sinh", Channel.COUNTER, "answered", (0, 0), "",
            "Mức mới và danh sách đã niêm yết tại nhà văn hóa; xã gửi kèm tờ hướng dẫn.", 5),
    Episode(310, "Cán bộ trả lời cộc lốc khi hỏi giấy tờ còn thiếu", "thai_do", Channel.BOX, "answered", (0, 0), "",
            "Lãnh đạo xã đã gặp, xin lỗi; cán bộ rút kinh nghiệm.", 3),
    Episode(400, "Rác thải xây dựng đổ trộm ven đê", "moi_truong.rac", Channel.WEB, "answered", (-0.009, 0.005), "Ven đê",
            "Đã dọn sạch, lập biên bản người đổ.", 5),
)  # fmt: skip


def tell_feedback(commune: Agency, people: Mapping[str, User], *, now: datetime) -> None:
    """The promise, the reports, one stuck, one joined, boxes and weekly sources."""
    switch = Switch(
        kind=KIND, agency=commune, name=NAME, parameters={"working_days": 3}, since=(now - timedelta(weeks=8)).date()
    )  # fmt: skip
    switch_on(switch, by=people["lanhdao"], now=now - timedelta(weeks=8))
    told = [_tell(commune, people, one, now) for one in reversed(EPISODES)]
    _join_one(commune, people, told[-1], now)
    _collect(commune, people, now)
    _walk(commune, people, now)


def _tell(commune: Agency, people: Mapping[str, User], one: Episode, now: datetime) -> Feedback:
    calendar = calendar_of(commune)
    begun = now - timedelta(hours=one.hours)
    made = actions.receive(commune, _told(commune, one), by=None, now=begun)
    clock = begun
    for step in STEPS[1 : STEPS.index(one.until) + 1]:
        clock = min(calendar.add_working_minutes(clock, 75), now)
        _take(made, step, people, one, clock)
        made.refresh_from_db()
    if one.until != "new":
        actions.publish(made, one.text, by=people["motcua"], now=clock)
    if one.stuck:
        actions.note_stuck(made, one.stuck, by=people["chuyenvien"], now=clock)
    if one.stars:
        actions.rate(made, one.stars, by=None, now=min(clock + timedelta(hours=5), now))
    return made


def _told(commune: Agency, one: Episode) -> Told:
    known = commune.latitude is not None and commune.longitude is not None and one.offset != (0, 0)
    where = Where(
        latitude=(commune.latitude or 0) + one.offset[0] if known else None,
        longitude=(commune.longitude or 0) + one.offset[1] if known else None, place=one.place,
    )  # fmt: skip
    sender = Sender(name="Người dân", phone="0912000118") if one.channel != Channel.BOX else Sender()
    return Told(
        text=one.text, channel=one.channel, sender=sender, where=where, suggested=one.category, confidence=0.86,
        press_key=f"demo-{one.hours}",
    )  # fmt: skip


def _take(made: Feedback, step: str, people: Mapping[str, User], one: Episode, clock: datetime) -> None:
    minh, leader, worker = people["motcua"], people["lanhdao"], people["chuyenvien"]
    unit, _ = unit_for(made.agency, one.category)
    if step == "screened":
        actions.screen(made, one.category, is_urgent=made.known_category.is_urgent, by=minh, now=clock)
    elif step == "proposed":
        slip = Proposing("Đã xem tại chỗ, đúng như phản ánh.", f"Giao {unit} kiểm tra, xử lý.", unit)
        actions.propose(made, slip, by=minh, now=clock)
    elif step == "directed":
        actions.direct(made, Order("Làm ngay, báo kết quả kèm ảnh.", [unit]), by=leader, now=clock)
    elif step == "working":
        actions.take_up(made.parts.get(is_lead=True), by=worker, now=clock)
    elif step == "reported":
        actions.report_result(made, one.answer or "Đã đến nơi, đã nhắc và xử lý.", by=worker, now=clock)
    else:
        actions.answer(made, one.answer, by=minh, now=clock)


def _join_one(commune: Agency, people: Mapping[str, User], first: Feedback, now: datetime) -> None:
    """A second person met the same manhole."""
    told = Told(
        text="Hố ga gần trường mầm non không có nắp", channel=Channel.WEB, sender=Sender(phone="0912000119"),
        suggested=first.suggested_category, confidence=0.8, press_key="demo-join", possible_duplicate=first,
        where=Where(latitude=first.latitude, longitude=first.longitude, place=first.place),
    )  # fmt: skip
    again = actions.receive(commune, told, by=None, now=now - timedelta(hours=1))
    actions.join(again, first, by=people["motcua"], now=now - timedelta(minutes=50))


def _collect(commune: Agency, people: Mapping[str, User], now: datetime) -> None:
    """A box at the headquarters and one a hamlet; bodies and hamlets asked every week, most have answered."""
    clerk, hung = people["vanthu"], date(now.year, 3, 2)
    actions.keep_box(
        commune, actions.BoxFacts("Trụ sở UBND xã", install_by=date(now.year, 3, 31), installed_on=hung), by=clerk, now=now
    )  # fmt: skip
    names = ["Mặt trận Tổ quốc xã", "Hội Phụ nữ", "Hội Nông dân", "Hội Cựu chiến binh", "Đoàn Thanh niên"]
    sources = [actions.keep_source(commune, actions.SourceFacts(name), by=clerk, now=now) for name in names]
    for hamlet in Hamlet.objects.of(commune)[:8]:
        facts = actions.BoxFacts(f"Nhà văn hóa {hamlet}", hamlet, date(now.year, 3, 31), hung)
        actions.keep_box(commune, facts, by=clerk, now=now)
        sources.append(actions.keep_source(commune, actions.SourceFacts(f"Trưởng {hamlet}", hamlet), by=clerk, now=now))
    for back in (3, 2, 1):
        friday = now - timedelta(days=7 * back)
        for number, source in enumerate(sources):
            if (number + back) % 6 == 0:
                actions.remind_source(source, by=None, now=friday)
            else:
                actions.answer_week(source, [], by=None, now=friday)


def _walk(commune: Agency, people: Mapping[str, User], now: datetime) -> None:
    """One street, six households, a round half done with a commitment and a finding."""
    officer = people["chuyenvien"]
    street = actions.keep_street(commune, actions.StreetFacts("Đường trung tâm", officer=officer), by=officer, now=now)
    shops = ("Quán phở", "Sửa xe", "Tạp hóa", "Vật liệu xây dựng", "Cắt tóc", "Trà đá")
    houses = [
        actions.keep_household(street, actions.HouseholdFacts(str(12 + 2 * place), shop), by=officer, now=now)
        for place, shop in enumerate(shops)
    ]
    walk = actions.begin_round(street, "households", by=officer, now=now - timedelta(days=1))
    meetings = [
        actions.Meeting(note="Đã phổ biến quy định vỉa hè", commitment="Thu bàn ghế trước 7 giờ"),
        actions.Meeting(note="Giữ gọn"), actions.Meeting(is_met=False), actions.Meeting(note="Cát đổ tràn ra đường"),
    ]  # fmt: skip
    for house, meeting in zip(houses, meetings, strict=False):
        met = actions.contact_household(walk, house, meeting, by=officer, now=now - timedelta(hours=20))
    finding = actions.Finding("Cát, đá đổ tràn nửa lòng đường", "giao_thong.le_duong")
    actions.report_finding(met, finding, by=officer, now=now - timedelta(hours=19))
