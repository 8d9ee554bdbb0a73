"""The kinds of programmes that steer teams and lists."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from gandan.core.vietnamese import WEEKDAYS
from gandan.places.models import Agency
from gandan.programmes.kinds import Kind, declare
from gandan.programmes.parameters import Choices, Flag, Hour, Weekdays, Whole
from gandan.programmes.running import in_term, running

from . import field_programmes as field_programmes  # declares its kinds

SUPPORT_TEAM, CONSULTING_TEAM, NO_WRITING, REACH_OUT = (
    "support_team", "consulting_team", "no_writing_day", "proactive_list",
)  # fmt: skip
WORK = (
    ("account", "Tạo tài khoản, cài VNeID"), ("filing", "Kê khai, nộp hồ sơ trực tuyến"), ("payment", "Thanh toán trực tuyến"),
    ("writing", "Viết hộ"), ("advice", "Tư vấn, hướng dẫn"), ("home", "Phục vụ tại nhà"), ("hotline", "Trực đường dây nóng"),
)  # fmt: skip


def _consulting(values: Mapping[str, Any]) -> str:
    day = WEEKDAYS[values["weekday"][0]]
    return (
        f"{day} hằng tuần, {values['starts']:%H:%M} đến {values['ends']:%H:%M}, có tổ tư vấn dịch vụ công ở khu dân cư."
    )


def _unwritten(values: Mapping[str, Any]) -> str:
    days = ", ".join(WEEKDAYS[day] for day in values["weekdays"])
    return f"{days[:1].upper()}{days[1:]}: ông/bà không phải viết, cán bộ hỏi và ghi hộ."


declare(
    Kind(
        name=SUPPORT_TEAM, label="Đội hỗ trợ dịch vụ công tại nơi tiếp nhận",
        help="Đội trực theo bảng phân công, giúp người dân tạo tài khoản, kê khai, nộp và thanh toán. Không thu tiền.",
        changes="Mỗi đội có ít nhất số người đặt ở đây; lịch trực chỉ rõ giờ chưa có người.",
        parameters=(
            Whole("least", "Mỗi đội ít nhất", least=1, most=50, default=3, unit="người"),
            Whole("at_once", "Mỗi ca ít nhất", least=1, most=20, default=1, unit="người"),
            Flag("around_the_clock", "Trực cả ngày đêm", default=False),
            Choices("work", "Việc của đội", options=WORK, default=[key for key, _ in WORK[:5]]),
        ),
        measures=("support_count", "shifts_attended_rate", "people_guided"), against=(SUPPORT_TEAM,),
        clash=lambda proposal, other: f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}.",
        announce=lambda values: "Có người hỗ trợ nộp hồ sơ ngay tại nơi tiếp nhận, không thu tiền.",
    ),
    Kind(
        name=CONSULTING_TEAM, label="Tổ tư vấn dịch vụ công ở khu dân cư",
        help="Mỗi khu dân cư một tổ, họp ở nơi sinh hoạt chung vào giờ cố định mỗi tuần.",
        changes="Tổ thành lập mới theo số người và giờ đặt ở đây; khu dân cư chưa có tổ được liệt kê.",
        parameters=(
            Whole("least", "Mỗi tổ ít nhất", least=1, most=50, default=3, unit="người"),
            Weekdays("weekday", "Buổi trong tuần", default=[6]),
            Hour("starts", "Từ", default="08:00"),
            Hour("ends", "Đến", default="11:00"),
        ),
        measures=("support_count", "shifts_attended_rate", "hamlets_with_team"), against=(CONSULTING_TEAM,),
        clash=lambda proposal, other: f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}.",
        announce=_consulting,
    ),
    Kind(
        name=NO_WRITING, label="Ngày không viết",
        help="Trong ngày này người dân nói, cán bộ ghi hộ, in ra để người dân đọc lại và ký. Lượt nào cũng được ghi.",
        changes="Trang lượt hỗ trợ mở sẵn ở việc viết hộ; lượt viết hộ được đếm theo ngày và đơn vị.",
        parameters=(Weekdays("weekdays", "Các ngày trong tuần", default=[3]),),
        measures=("written_for",), against=(NO_WRITING,), runs_on=lambda values, day: day.weekday() in values["weekdays"],
        clash=lambda proposal, other: f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}.", announce=_unwritten,
    ),
    Kind(
        name=REACH_OUT, label="Rà soát, mời người đủ điều kiện",
        help="Đối chiếu danh sách dân cư với danh sách đang hưởng; ai đủ điều kiện mà chưa hưởng thì có người đến tận nhà.",
        changes="Danh sách rà soát mới lấy tuổi đặt ở đây; ai đến tuổi thì tự vào danh sách.",
        parameters=(Whole("age_from", "Từ đủ", least=0, most=120, default=75, unit="tuổi"),),
        measures=("list_coverage",), against=(REACH_OUT,),
        clash=lambda proposal, other: f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}.",
        announce=lambda values: f"Người từ {values['age_from']} tuổi chưa hưởng chế độ được cán bộ đến nhà hướng dẫn.",
    ),
)  # fmt: skip


def settings_of(kind: str, agency: Agency, today: date) -> Mapping[str, Any]:
    """The values of the nearest programme of the kind in its term, empty when none is."""
    return next((one.values for one in in_term(kind, agency, today)), {})


def least_members(agency: Agency, today: date, *, is_in_hamlet: bool) -> int:
    """How many members the programmes of the commune ask of a team; 0 without one."""
    found = settings_of(CONSULTING_TEAM if is_in_hamlet else SUPPORT_TEAM, agency, today)
    return int(found.get("least", 0))


def is_no_writing_day(agency: Agency, today: date) -> bool:
    return bool(running(NO_WRITING, agency, today))
