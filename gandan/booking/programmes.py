"""The kinds of programmes that can be booked or called upon outside the counter's hours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from gandan.hall.hours import Span, also_open
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency
from gandan.programmes.kinds import Kind, Proposal, Values, declare
from gandan.programmes.parameters import Flag, Hour, Parameter, Procedures, Roster, Whole, Words
from gandan.programmes.running import running
from gandan.programmes.windows import Windows, week_in_words

EXTRA_HOURS, VISITS, ADVICE, WEDDING, DEATH = (
    "extra_hours", "bookable_visits", "legal_advice", "wedding_handover", "death_on_call",
)  # fmt: skip
MARRIAGES = ("1.000894", "2.000806", "1.004884")
"""Đăng ký kết hôn; kết hôn có yếu tố nước ngoài; đăng ký lại kết hôn: what leads to a hand-over of the certificate."""
BOOKABLE = (EXTRA_HOURS, VISITS, ADVICE, WEDDING)
LEAST_DAYS = 2
"""Fixed days a week outside office hours (công văn 554/UBND-CCHC, 09/4/2019, mục 2.1)."""


def matters_of(values: Values) -> tuple[str, ...]:
    """The fields or topics a programme serves, one a line in its parameter."""
    return tuple(line.strip() for line in values["matters"].splitlines() if line.strip())


def days_of(values: Values) -> tuple[int, ...]:
    return tuple(sorted({one.weekday for one in values["windows"]}))


def _has_hours(values: Values, day: date) -> bool:
    return day.weekday() in days_of(values)


def _fits(proposal: Proposal) -> Sequence[str]:
    minutes = proposal.values["minutes"]
    longest = max(_minutes(one.starts, one.ends) for one in proposal.values["windows"])
    return [] if minutes <= longest else [f"Mỗi lượt {minutes} phút dài hơn khung giờ dài nhất, {longest} phút."]


def _minutes(starts: object, ends: object) -> int:
    day = date.min
    return (datetime.combine(day, ends) - datetime.combine(day, starts)) // timedelta(minutes=1)  # type: ignore[arg-type]  # times


def _regular(proposal: Proposal) -> Sequence[str]:
    days = len(days_of(proposal.values))
    few = f"Ngoài giờ cố định ít nhất {LEAST_DAYS} ngày một tuần, đang chọn {days}. Xin ghi giờ cho thêm một ngày."
    return [*([few] if days < LEAST_DAYS else []), *_fits(proposal)]


def _hours(values: Values) -> str:
    return "; ".join(f"{days} {hours}" for days, hours in week_in_words(values["windows"]))


def _announce(values: Values) -> str:
    what = ", ".join(matters_of(values)) or "mọi thủ tục của Trung tâm"
    how = " Không cần đặt trước." if values["walk_in"] else " Xin đặt lịch trước."
    return f"{_hours(values)}: {what}.{how}"


def _announce_booked(values: Values) -> str:
    return f"{_hours(values)}. Xin đặt lịch trước."


def _booked(**defaults: object) -> tuple[Parameter, ...]:
    """What every kind that can be booked asks."""
    told = {"windows": [], "matters": "", "minutes": 30, "places": 1, "leader": False} | defaults
    return (
        Windows("windows", "Khung giờ", "Mỗi ngày một ô, ví dụ 6:00-7:30, 17:00-19:00. Ô để trống là không có.", told["windows"]),
        Words("matters", "Lĩnh vực, việc nhận", "Mỗi dòng một việc. Để trống: mọi thủ tục dưới đây.", told["matters"],
              required=False, most=2000, is_long=True),
        Procedures("procedures", "Thủ tục nhận thêm"),
        Whole("minutes", "Mỗi lượt", default=told["minutes"], least=5, most=240, unit="phút"),
        Whole("places", "Số lượt cùng lúc", "Bằng số cán bộ phục vụ trong khung giờ.", told["places"], least=1, most=30),
        Flag("needs_leader", "Lãnh đạo phân công cán bộ cho từng lịch", default=told["leader"]),
        Roster("roster", "Cán bộ phục vụ", "Để trống: phân công từng lịch."),
        Whole("lead_minutes", "Đặt trước giờ hẹn ít nhất", default=30, least=0, most=2880, unit="phút"),
        Whole("horizon_days", "Đặt xa nhất", default=14, least=1, most=90, unit="ngày"),
        Whole("cool_off_minutes", "Giờ vừa hủy mở lại sau", default=15, least=0, most=240, unit="phút"),
        Whole("most_open", "Mỗi số điện thoại giữ nhiều nhất", default=2, least=1, most=20, unit="lịch"),
        Whole("most_a_day", "Mỗi số điện thoại mỗi ngày", default=1, least=1, most=10, unit="lịch"),
    )  # fmt: skip


MEASURES = ("out_of_hours_share", "appointments_kept_rate", "appointment_wait")

declare(
    Kind(
        name=EXTRA_HOURS, label="Phục vụ ngoài giờ hành chính",
        help="Khung giờ sáng sớm, trưa, chiều tối, thứ Bảy: người dân đặt lịch trước, hoặc đến lấy số nếu xã cho.",
        changes="Trang đặt lịch có thêm khung giờ. Hồ sơ nhận trong khung mang nhãn ngoài giờ. Giờ của luật không đổi.",
        parameters=(
            *_booked(),
            Flag("walk_in", "Nhận cả người không đặt trước", "Máy lấy số mở trong khung giờ này.", default=False),
        ),
        measures=MEASURES, runs_on=_has_hours, check=_regular, announce=_announce,
    ),
    Kind(
        name=VISITS, label="Đặt lịch đến Trung tâm trong giờ làm việc",
        help="Người dân chọn giờ đến theo lĩnh vực. Đến đúng giờ thì số đứng theo giờ đã hẹn.",
        changes="Trang đặt lịch có giờ làm việc theo lĩnh vực.",
        parameters=_booked(minutes=20, places=2), measures=MEASURES[1:], runs_on=_has_hours, check=_fits, announce=_announce_booked,
    ),
    Kind(
        name=ADVICE, label="Tư vấn pháp luật",
        help="Công chức Tư pháp - Hộ tịch tư vấn miễn phí, theo lịch hẹn hoặc khi có người đến hỏi.",
        changes="Trang đặt lịch có mục tư vấn. Mỗi lượt được ghi câu hỏi, trả lời, thời lượng.",
        parameters=_booked(matters="Hôn nhân và gia đình\nThừa kế\nĐất đai, nhà ở\nDân sự\nKhiếu nại, tố cáo"),
        measures=("advice_given", "appointments_kept_rate"), runs_on=_has_hours, check=_fits, announce=_announce_booked,
    ),
    Kind(
        name=WEDDING, label="Trao Giấy chứng nhận kết hôn",
        help="Giờ trao Giấy chứng nhận kết hôn và thư chúc mừng tại Trung tâm.",
        changes="Đôi vợ chồng chọn giờ trao khi hồ sơ đã được duyệt.",
        parameters=_booked(
            windows=[{"weekday": 4, "from": "09:00", "to": "10:00"}], matters="Trao Giấy chứng nhận kết hôn",
        ),
        measures=("appointments_kept_rate",), runs_on=_has_hours, check=_fits, announce=_announce_booked,
    ),
    Kind(
        name=DEATH, label="Khai tử 24/24",
        help="Có người trực ngày và đêm. Gia đình gọi hoặc gửi yêu cầu lúc nào, người trực được gọi lúc ấy.",
        changes="Trang “Khai tử 24/24” mở cho người dân; yêu cầu gọi người trực theo lịch.",
        parameters=(
            Roster("days", "Trực ban ngày", "Người đầu được gọi trước."),
            Roster("nights", "Trực ban đêm", "Theo ngày bắt đầu ca: đêm thứ Bảy kéo sang sáng Chủ nhật."),
            Hour("night_from", "Ca đêm từ", default="17:00"),
            Hour("night_to", "Đến sáng hôm sau", default="07:30"),
            Whole("escalate_minutes", "Chưa nhận thì gọi người tiếp theo sau", default=10, least=1, most=120, unit="phút"),
            Words("phone", "Số điện thoại trực", required=False, most=20),
            Procedures("procedures", "Thủ tục khai tử"),
        ),
        measures=("death_calls_answered",), against=(DEATH,),
        clash=lambda proposal, other: f"“{other.name}” đang trực khai tử từ ngày {other.since:%d/%m/%Y}.",
        announce=lambda values: "Khai tử 24/24, kể cả đêm và ngày nghỉ.",
    ),
)  # fmt: skip


def walk_in_hours(agency: Agency, day: date) -> list[Span]:
    """Extra hours of a day in which nobody needs an appointment."""
    return [
        Span(vietnam_moment(day, one.starts), vietnam_moment(day, one.ends), rule.programme_id, matters_of(rule.values))
        for rule in running(EXTRA_HOURS, agency, day) if rule.values["walk_in"]
        for one in rule.values["windows"] if one.weekday == day.weekday()
    ]  # fmt: skip


also_open(walk_in_hours)
