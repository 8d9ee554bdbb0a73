"""The life of a dossier. The ten statuses are the national ones (rules §3), in their order."""

from django.db import models

from gandan.core.workflow import Step


class Status(models.TextChoices):
    REGISTERED = "registered", "Mới đăng ký"
    RECEIVED = "received", "Được tiếp nhận"
    REFUSED = "refused", "Không được tiếp nhận"
    PROCESSING = "processing", "Đang xử lý"
    SUPPLEMENT = "supplement", "Yêu cầu bổ sung giấy tờ"
    PAYMENT = "payment", "Yêu cầu thực hiện nghĩa vụ tài chính"
    WITHDRAWN = "withdrawn", "Công dân yêu cầu rút hồ sơ"
    STOPPED = "stopped", "Dừng xử lý"
    SETTLED = "settled", "Đã xử lý xong"
    RETURNED = "returned", "Đã trả kết quả"


NATIONAL_NUMBER = {status: number for number, status in enumerate(Status, start=1)}
"""The number of each status in messages to the national portal (TrangThaiHoSo)."""

WITH_CITIZEN = (Status.SUPPLEMENT, Status.PAYMENT)
BEFORE_SETTLING = (Status.REGISTERED, Status.RECEIVED, Status.PROCESSING, *WITH_CITIZEN)
OPEN = BEFORE_SETTLING
ENDED = (Status.REFUSED, Status.WITHDRAWN, Status.STOPPED, Status.RETURNED)
LOOKS = {
    Status.REGISTERED: "",
    Status.RECEIVED: "go",
    Status.PROCESSING: "go",
    Status.SUPPLEMENT: "soon",
    Status.PAYMENT: "soon",
    Status.REFUSED: "late",
    Status.WITHDRAWN: "",
    Status.STOPPED: "late",
    Status.SETTLED: "done",
    Status.RETURNED: "done",
}
"""The five looks of a status pill (look.md §3)."""

RECEIVE = Step.of("receive", "Tiếp nhận", Status.REGISTERED, Status.RECEIVED)
HAND_OVER = Step.of("hand_over", "Chuyển xử lý", Status.RECEIVED, Status.PROCESSING)
ASK_SUPPLEMENT = Step.of(
    "ask_supplement", "Yêu cầu bổ sung", (Status.REGISTERED, Status.RECEIVED, Status.PROCESSING), Status.SUPPLEMENT
)
RESUBMIT = Step.of("resubmit", "Nộp bổ sung", Status.SUPPLEMENT, Status.REGISTERED)
RESUME = Step.of("resubmit", "Nộp bổ sung", Status.SUPPLEMENT, Status.PROCESSING)
ASK_PAYMENT = Step.of("ask_payment", "Yêu cầu nộp tiền", (Status.RECEIVED, Status.PROCESSING), Status.PAYMENT)
CONFIRM_PAYMENT = Step.of("confirm_payment", "Xác nhận đã nộp tiền", Status.PAYMENT, Status.PROCESSING)
APPROVE = Step.of("approve", "Phê duyệt", Status.PROCESSING, Status.SETTLED)
RETURN_RESULT = Step.of("return_result", "Trả kết quả", Status.SETTLED, Status.RETURNED)
CORRECT = Step.of("correct", "Đính chính kết quả", (Status.SETTLED, Status.RETURNED), Status.PROCESSING)
REFUSE = Step.of(
    "refuse", "Từ chối, ghi lý do", (Status.REGISTERED, Status.RECEIVED, Status.PROCESSING), Status.REFUSED
)
WITHDRAW = Step.of("withdraw", "Rút hồ sơ", BEFORE_SETTLING, Status.WITHDRAWN)
STOP = Step.of("stop", "Dừng giải quyết", BEFORE_SETTLING, Status.STOPPED)
CLOSE = Step.of("close", "Đóng vì quá hạn bổ sung", Status.SUPPLEMENT, Status.STOPPED)

STEPS = (
    RECEIVE, HAND_OVER, ASK_SUPPLEMENT, RESUBMIT, RESUME, ASK_PAYMENT, CONFIRM_PAYMENT, APPROVE, RETURN_RESULT, CORRECT,
    REFUSE, WITHDRAW, STOP, CLOSE,
)  # fmt: skip
