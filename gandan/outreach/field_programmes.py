"""The kinds of programmes that bring the counter out: sessions in the hamlets, service at home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from gandan.core.vietnamese import WEEKDAYS, fold
from gandan.places.models import Agency, Hamlet
from gandan.programmes.kinds import Kind, Proposal, Running, declare
from gandan.programmes.parameters import Choices, Hour, Procedures, Weekdays, Whole, Words
from gandan.programmes.running import in_term

from .models import Audience, Content, Force, Group

FIELD_SESSIONS, HOME_SERVICE = "field_sessions", "home_service"
GROUPS = tuple((str(one.value), str(one.label)) for one in Group if one.value)
SIX = ("wounded", "disabled", "sick", "gravely_ill", "elderly_alone", "lonely")
"""Groups of QĐ 5049 with “người neo đơn” (A22); a commune adds its own: bảo trợ xã hội, cao tuổi, có người qua đời."""


def hamlets_of(agency: Agency, told: str) -> list[Hamlet]:
    """The hamlets in the order told, one a line; every hamlet in the order of names where none is told."""
    known = list(Hamlet.objects.of(agency))
    wanted = [fold(line) for line in told.splitlines() if line.strip()]
    if not wanted:
        return known
    by_name = {fold(name): one for one in known for name in (one.name, str(one))}
    return [by_name[one] for one in wanted if one in by_name]


def _check_sessions(proposal: Proposal) -> Sequence[str]:
    values = proposal.values
    if values["starts"] >= values["ends"]:
        return ["Giờ kết thúc phải sau giờ bắt đầu."]
    lines = [line.strip() for line in values["hamlets"].splitlines() if line.strip()]
    known = {fold(name) for one in Hamlet.objects.of(proposal.agency) for name in (one.name, str(one))}
    return [f"Xã không có khu dân cư “{line}”." for line in lines if fold(line) not in known]


def _same_day(proposal: Proposal, other: Running) -> str:
    days = set(proposal.values["weekdays"]) & set(other.values["weekdays"])
    if not days:
        return ""
    return f"“{other.name}” đã có phiên vào {', '.join(WEEKDAYS[day] for day in sorted(days))}."


def _announce_sessions(values: Mapping[str, Any]) -> str:
    days = ", ".join(WEEKDAYS[day] for day in values["weekdays"])
    said = f"{days[:1].upper()}{days[1:]} hằng tuần, {values['starts']:%H:%M} đến {values['ends']:%H:%M}"
    return f"{said}: cán bộ tiếp nhận hồ sơ tại khu dân cư, lần lượt từng nơi."


declare(
    Kind(
        name=FIELD_SESSIONS, label="Phiên lưu động tại khu dân cư",
        help="Mỗi tuần một buổi, lần lượt từng khu dân cư: hướng dẫn, nhận hồ sơ tại chỗ, cả khi không có mạng.",
        changes="Lịch phiên được lập trước theo lượt; phiên thiếu lực lượng được báo; hồ sơ nhận ở phiên được đếm riêng.",
        parameters=(
            Weekdays("weekdays", "Thứ", default=[5]), Hour("starts", "Từ", default="08:00"), Hour("ends", "Đến", default="11:00"),
            Words(
                "hamlets", "Thứ tự khu dân cư", required=False, default="", most=2000, is_long=True,
                help="Mỗi dòng một khu dân cư. Để trống: lần lượt mọi khu dân cư của xã.",
            ),
            Words("place", "Địa điểm", default="Nhà văn hóa", most=100, help="Tên khu dân cư được ghi thêm phía sau."),
            Choices(
                "needs", "Lực lượng phải có mặt", options=tuple(Force.choices),
                default=["officer", "youth", "police", "hamlet"],
            ),
            Choices("contents", "Nội dung phục vụ", options=tuple(Content.choices), default=list(Content.values)),
            Procedures("procedures", "Thủ tục nhận tại phiên", "Để trống: mọi thủ tục nhận trực tiếp."),
            Choices("audience", "Dành cho", options=tuple(Audience.choices), default=["people"]),
            Whole("announce_days", "Báo trước cho khu dân cư", least=1, most=30, default=3, unit="ngày"),
            Whole("ahead_weeks", "Lập lịch trước", least=1, most=26, default=10, unit="tuần"),
        ),
        measures=("sessions_held", "session_people", "session_dossiers"), against=(FIELD_SESSIONS,),
        runs_on=lambda values, day: day.weekday() in values["weekdays"],
        check=_check_sessions, clash=_same_day, announce=_announce_sessions,
    ),
    Kind(
        name=HOME_SERVICE, label="Phục vụ tại nhà khi có yêu cầu",
        help="Người không đi lại được gọi, hoặc nhờ người khác gọi: cán bộ đến nhà nhận hồ sơ và mang kết quả đến. "
        "Chưa có giấy chứng minh thì xem khi đến nhà, không từ chối.",
        changes="Mở trang yêu cầu tại nhà; lịch đi, đường đi, biên nhận, tiền thu và nộp lại được ghi.",
        parameters=(
            Choices("groups", "Cho ai", options=GROUPS, default=list(SIX)),
            Whole("within", "Đến nhà trong", least=1, most=10, default=1, unit="ngày làm việc"),
            Procedures("procedures", "Thủ tục làm tại nhà", "Để trống: mọi thủ tục nhận trực tiếp."),
        ),
        measures=("home_visits", "home_received", "home_visits_both_legs"), against=(HOME_SERVICE,),
        clash=lambda proposal, other: f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}.",
        announce=lambda values: "Người không đi lại được có thể yêu cầu cán bộ đến nhà nhận hồ sơ, trả kết quả.",
    ),
)  # fmt: skip


def rule_of(kind: str, agency: Agency, today: date, programme_id: int | None) -> Running | None:
    """The term that holds today of one programme, None when it ended."""
    return next((one for one in in_term(kind, agency, today) if one.programme_id == programme_id), None)
