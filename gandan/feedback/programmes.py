"""The programmes that steer feedback: the promise of a reply, the weekly round, the opinion boxes."""

from gandan.programmes.kinds import Kind, Proposal, Running, Values, declare
from gandan.programmes.parameters import Hour, Weekdays, Whole

from .promise import FILE_DAYS, KIND, REOPEN_DAYS, WORKING_DAYS
from .weekly import KIND as WEEKLY_KIND


def _once(proposal: Proposal, other: Running) -> str:
    return f"“{other.name}” đang chạy từ ngày {other.since:%d/%m/%Y}."


def _announce(values: Values) -> str:
    return f"Xã trả lời phản ánh trong {values['working_days']} ngày làm việc"


declare(
    Kind(
        name=KIND, label="Cam kết trả lời phản ánh",
        help="Mỗi phản ánh có phiếu, người xử lý và giờ hẹn trả lời. Quá nửa thời hạn thì nhắc, quá hạn thì báo lãnh đạo.",
        changes="Giờ hẹn trả lời trên mọi phản ánh mới, lời nhắc nửa chặng, trang công khai. Hạn quốc gia vẫn tính riêng.",
        parameters=(
            Whole("working_days", "Trả lời trong", least=1, most=15, default=WORKING_DAYS, unit="ngày làm việc"),
            Whole("reopen_days", "Người gửi được mở lại trong", least=5, most=60, default=REOPEN_DAYS, unit="ngày"),
            Whole("file_days", "Vào sổ lưu sau khi trả lời", least=5, most=60, default=FILE_DAYS, unit="ngày"),
        ),
        measures=("feedback_promise_kept", "feedback_answer_hours", "feedback_satisfied", "feedback_reopened_share"),
        against=(KIND,), clash=_once, announce=_announce,
    ),
    Kind(
        name=WEEKLY_KIND, label="Tổng hợp ý kiến hằng tuần",
        help="Mặt trận, các hội và trưởng thôn gửi ý kiến của dân mỗi tuần, cả khi không có ý kiến nào.",
        changes="Phiếu tuần của từng đầu mối, lời nhắc vào ngày đã chọn, bảng tuân thủ theo tuần.",
        parameters=(
            Weekdays("weekdays", "Nhắc vào", default=[4]), Hour("at", "Lúc", default="14:00"),
        ),
        measures=("weekly_returns_share",), against=(WEEKLY_KIND,), clash=_once,
        announce=lambda values: "Mỗi tuần xã hỏi ý kiến qua trưởng thôn và các hội, đoàn thể",
    ),
)  # fmt: skip
