"""The programme that promises receptions, dialogues and visits (S1.41, S1.62–S1.64)."""

from gandan.programmes.kinds import Kind, Proposal, Running, Values, declare
from gandan.programmes.parameters import Choices, Flag, Whole

from .rules import DEFAULTS, KIND

WORKING_DAYS = "ngày làm việc"
HEADS = (("party", "Bí thư Đảng ủy"), ("chair", "Chủ tịch UBND"), ("council", "Chủ tịch HĐND"))


def _clash(proposal: Proposal, other: Running) -> str:
    return f"“{other.name}” đã chạy từ ngày {other.since:%d/%m/%Y}. Sửa chương trình ấy, mỗi xã chỉ cần một."


def _announce(values: Values) -> str:
    return f"Lãnh đạo tiếp công dân hằng tháng, xuống thôn hằng tuần; trả lời ý kiến trong {values['opinion_days']} ngày làm việc"


declare(
    Kind(
        name=KIND, label="Tiếp công dân, đối thoại, xuống cơ sở",
        help="Người đứng đầu tiếp công dân hằng tháng, lãnh đạo xuống thôn hằng tuần, mỗi ý kiến có đơn vị và hạn trả lời.",
        changes="Lịch công khai, bảng tuần và tháng của lãnh đạo, hạn trả lời ý kiến, cảnh báo khi thiếu lịch.",
        parameters=(
            Choices(
                "heads", "Người đứng đầu có nghĩa vụ tiếp hằng tháng", "Mỗi người một tháng ít nhất một buổi.",
                default=DEFAULTS.heads, options=HEADS,
            ),
            Whole("warn_day", "Nhắc khi chưa có lịch tháng sau, từ ngày", least=1, most=28, default=DEFAULTS.warn_day),
            Whole(
                "opinion_days", "Trả lời ý kiến sau đối thoại trong", least=1, most=60, default=DEFAULTS.opinion_days,
                unit=WORKING_DAYS,
            ),
            Whole(
                "request_days", "Trả lời kiến nghị trong", least=1, most=15, default=DEFAULTS.request_days, unit=WORKING_DAYS
            ),
            Whole(
                "sudden_days", "Đối thoại đột xuất sau sự việc trong", least=1, most=10, default=DEFAULTS.sudden_days, unit="ngày"
            ),
            Flag(
                "is_remote", "Xã vùng sâu, vùng xa, đi lại khó khăn", "Hạn giải quyết khiếu nại dài hơn theo Điều 28.",
                default=False,
            ),
        ),
        measures=("heads_received_monthly", "weeks_visited", "opinions_resolved", "petitions_on_time"),
        against=(KIND,),
        clash=_clash,
        announce=_announce,
    ),
)  # fmt: skip
