"""The kind of programme that asks for minutes in every hour (S4.8)."""

from gandan.programmes.kinds import Kind, Proposal, declare
from gandan.programmes.parameters import Hour, Whole

from .rules import LOOP
from .schedule import open_hours


def _check(proposal: Proposal) -> list[str]:
    opens, closes = proposal.values["opens"], proposal.values["closes"]
    if opens and closes and not open_hours(opens, closes):
        return ["Giờ bắt đầu phải trước giờ kết thúc ít nhất một giờ tròn."]
    return []


declare(
    Kind(
        name=LOOP, label="Lịch phát màn hình LED",
        help="Mỗi giờ mở màn hình phát đủ số phút tuyên truyền, tất cả các ngày. Máy xếp lịch, ghi nhật ký, tính giờ thiếu.",
        changes="Lịch phát của các màn hình và bảng giờ đạt, giờ thiếu.",
        parameters=(
            Whole("minutes", "Số phút mỗi giờ", least=1, most=60, default=10, unit="phút"),
            Hour("opens", "Phát từ giờ", help="Bỏ trống: theo giờ mở của từng màn hình.", required=False),
            Hour("closes", "Phát đến giờ", required=False),
        ),
        measures=("led_hours_met_share",),
        check=_check,
        against=(LOOP,),
        clash=lambda proposal, other: f"“{other.name}” đang đặt lịch phát từ ngày {other.since:%d/%m/%Y}.",
    ),
)  # fmt: skip
