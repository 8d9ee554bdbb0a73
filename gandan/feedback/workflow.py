"""The life of a feedback, as data."""

from django.db import models

from gandan.core.workflow import Step


class Status(models.TextChoices):
    NEW = "new", "Mới nhận"
    ASKED = "asked", "Chờ người gửi bổ sung"
    SCREENED = "screened", "Đã sàng lọc"
    PROPOSED = "proposed", "Chờ lãnh đạo chỉ đạo"
    DIRECTED = "directed", "Đã giao"
    WORKING = "working", "Đang xử lý"
    REPORTED = "reported", "Có kết quả, chờ trả lời"
    ANSWERED = "answered", "Đã trả lời"
    FILED = "filed", "Đã vào sổ lưu"
    JOINED = "joined", "Gộp vào việc đã có"
    PASSED = "passed", "Đã chuyển cơ quan khác"
    REFUSED = "refused", "Không thuộc diện xử lý"
    SPAM = "spam", "Rác"


BEFORE_SCREENING = (Status.NEW, Status.ASKED)
BEFORE_DIRECTION = (*BEFORE_SCREENING, Status.SCREENED, Status.PROPOSED)
IN_HAND = (Status.DIRECTED, Status.WORKING)
OPEN = (*BEFORE_DIRECTION, *IN_HAND, Status.REPORTED)
"""Somebody owes the citizen an answer."""
ANSWERED = (Status.ANSWERED, Status.FILED)
TURNED_AWAY = (Status.REFUSED, Status.PASSED)
LOOKS = {
    Status.NEW: "", Status.ASKED: "soon", Status.SCREENED: "go", Status.PROPOSED: "go", Status.DIRECTED: "go",
    Status.WORKING: "go", Status.REPORTED: "go", Status.ANSWERED: "done", Status.FILED: "done", Status.JOINED: "",
    Status.PASSED: "", Status.REFUSED: "", Status.SPAM: "",
}  # fmt: skip
PUBLIC_WORDS = {
    Status.NEW: "Mới nhận", Status.ASKED: "Chờ người gửi bổ sung", Status.SCREENED: "Đang xem xét",
    Status.PROPOSED: "Đang xem xét", Status.DIRECTED: "Đã giao đơn vị", Status.WORKING: "Đang xử lý",
    Status.REPORTED: "Đang xử lý", Status.ANSWERED: "Đã trả lời", Status.FILED: "Đã trả lời",
    Status.JOINED: "Gộp với phản ánh khác", Status.PASSED: "Đã chuyển cơ quan khác", Status.REFUSED: "Không thuộc diện xử lý",
    Status.SPAM: "Không thuộc diện xử lý",
}  # fmt: skip
"""What the public reads."""

ASK_MORE = Step.of("ask_more", "Hỏi thêm người gửi", (Status.NEW, Status.SCREENED), Status.ASKED)
SUPPLY_MORE = Step.of("supply_more", "Người gửi bổ sung", Status.ASKED, Status.NEW)
SCREEN = Step.of("screen", "Sàng lọc, phân loại", BEFORE_SCREENING, Status.SCREENED)
PROPOSE = Step.of("propose", "Lập phiếu đề xuất", Status.SCREENED, Status.PROPOSED)
RETURN_PROPOSAL = Step.of("return_proposal", "Trả phiếu đề xuất", Status.PROPOSED, Status.SCREENED)
DIRECT = Step.of("direct", "Chỉ đạo, giao đơn vị", (Status.SCREENED, Status.PROPOSED), Status.DIRECTED)
ALERT_POLICE = Step.of("alert_police", "Báo ngay Công an xã", BEFORE_DIRECTION, Status.DIRECTED)
SEND_TO_HANDLER = Step.of("send_to_handler", "Chuyển người giải quyết hồ sơ", BEFORE_DIRECTION, Status.DIRECTED)
TAKE_UP = Step.of("take_up", "Nhận xử lý", Status.DIRECTED, Status.WORKING)
REPORT_RESULT = Step.of("report_result", "Báo kết quả", IN_HAND, Status.REPORTED)
REDO = Step.of("redo", "Yêu cầu xử lý lại", Status.REPORTED, Status.WORKING)
ANSWER = Step.of("answer", "Trả lời người gửi", Status.REPORTED, Status.ANSWERED)
FILE_AWAY = Step.of("file_away", "Vào sổ lưu", Status.ANSWERED, Status.FILED)
REOPEN = Step.of("reopen", "Mở lại", ANSWERED, Status.SCREENED)
JOIN = Step.of("join", "Gộp vào việc đã có", (*BEFORE_DIRECTION, *IN_HAND), Status.JOINED)
PASS_ON = Step.of("pass_on", "Chuyển cơ quan khác", (*BEFORE_DIRECTION, *IN_HAND), Status.PASSED)
REFUSE = Step.of("refuse", "Không thuộc diện xử lý", BEFORE_DIRECTION, Status.REFUSED)
MARK_SPAM = Step.of("mark_spam", "Là tin rác", BEFORE_SCREENING, Status.SPAM)
RESTORE = Step.of("restore", "Không phải tin rác", Status.SPAM, Status.NEW)

STEPS = (
    SCREEN, PROPOSE, DIRECT, TAKE_UP, REPORT_RESULT, ANSWER, FILE_AWAY, ASK_MORE, SUPPLY_MORE, SEND_TO_HANDLER, ALERT_POLICE,
    RETURN_PROPOSAL, REDO, JOIN, PASS_ON, REFUSE, MARK_SPAM, RESTORE, REOPEN,
)  # fmt: skip
