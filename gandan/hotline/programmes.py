"""The programmes that steer the lines: how they are kept (S3.16, S2.6), and the rules of telephone conduct (S3.35)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.places.models import Agency
from gandan.programmes.kinds import Kind, Proposal, Running, Values, declare
from gandan.programmes.parameters import Flag, Whole, Words
from gandan.programmes.running import running

LINES, CONDUCT = "hotlines", "telephone_rules"
CALL_BACK_MINUTES, RETENTION_DAYS, AHEAD_DAYS = 30, 90, 7
SCRIPT = (
    "Alo, {unit} xin nghe.\nTôi là …, xin mời ông/bà cho biết việc cần phản ánh.\n"
    "Tôi nhắc lại để ghi cho đúng: …\nMã phản ánh là …, xã trả lời ông/bà trước … Cảm ơn ông/bà đã gọi."
)


def _once(proposal: Proposal, other: Running) -> str:
    return f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}."


def _announce(values: Values) -> str:
    return "Đường dây nóng của xã luôn có người trực; xem số ở trang Danh bạ."


def _announce_conduct(values: Values) -> str:
    return f"Xã nhấc máy trong {values['max_rings']} hồi chuông, gọi lại trong {values['call_back_minutes']} phút"


declare(
    Kind(
        name=LINES, label="Đường dây nóng có lịch trực",
        help="Mỗi số điện thoại, trang Zalo, Facebook có phạm vi, giờ nhận và lịch trực kín. Cuộc gọi đến đúng người đang trực.",
        changes="Trang “Đường dây nóng” nhắc khoảng trống của lịch trực; ngoài giờ thì báo hoặc chuyển số như đã chọn.",
        parameters=(
            Flag("forwards", "Ngoài giờ thì chuyển sang số trực 24/24", default=True),
            Words("after_hours", "Lời báo ngoài giờ", default="Số này nhận trong giờ hành chính. Việc khẩn xin gọi số trực 24/24."),
            Whole("ahead", "Báo khoảng trống của lịch trực trước", default=AHEAD_DAYS, least=1, most=31, unit="ngày"),
        ),
        measures=("calls_received", "calls_answered_rate", "call_backs_on_time_rate"),
        against=(LINES,), clash=_once, announce=_announce,
    ),
    Kind(
        name=CONDUCT, label="Quy chế nghe, gọi điện thoại",
        help="Nhấc máy sớm, gọi lại cuộc gọi nhỡ, nói theo lời chào chung. Có ghi âm thì báo trước và chỉ giữ một thời gian.",
        changes="Hạn gọi lại trên mỗi cuộc gọi nhỡ, bảng tuân thủ theo máy lẻ, lời chào trên trang cuộc gọi, ngày xóa bản ghi âm.",
        parameters=(
            Whole("max_rings", "Nhấc máy trong", default=3, least=1, most=20, unit="hồi chuông"),
            Whole("call_back_minutes", "Gọi lại cuộc nhỡ trong", default=CALL_BACK_MINUTES, least=5, most=1440, unit="phút"),
            Words("script", "Lời chào và cách ghi", default=SCRIPT, is_long=True),
            Flag("records", "Ghi âm, và đã báo trước trong lời chào", default=True),
            Whole("retention_days", "Giữ bản ghi âm", default=RETENTION_DAYS, least=1, most=365, unit="ngày"),
        ),
        measures=("phone_rules_kept", "calls_rings_mean", "call_backs_on_time_rate", "calls_answered_rate"),
        against=(CONDUCT,), clash=_once,
        announce=_announce_conduct,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Conduct:
    """The rule on a day. `ring_limit` None: no rule is in force, nothing is judged."""

    ring_limit: int | None = None
    call_back_minutes: int = CALL_BACK_MINUTES
    script: str = SCRIPT
    records: bool = False
    retention_days: int = RETENTION_DAYS
    name: str = ""


def conduct_of(agency: Agency, day: date) -> Conduct:
    """The nearest rule of telephone conduct. Without one a missed call is still called back; nothing is recorded."""
    one = next(iter(running(CONDUCT, agency, day)), None)
    if one is None:
        return Conduct(script=SCRIPT.replace("{unit}", agency.name_within))
    told = one.values
    return Conduct(
        told["max_rings"],
        told["call_back_minutes"],
        told["script"].replace("{unit}", agency.name_within),
        told["records"],
        told["retention_days"],
        one.name,
    )


@dataclass(frozen=True)
class Keeping:
    """How the lines are kept on a day."""

    forwards: bool = False
    after_hours: str = ""
    ahead: int = AHEAD_DAYS
    is_running: bool = False


def keeping_of(agency: Agency, day: date) -> Keeping:
    one = next(iter(running(LINES, agency, day)), None)
    if one is None:
        return Keeping()
    return Keeping(one.values["forwards"], one.values["after_hours"], one.values["ahead"], is_running=True)
