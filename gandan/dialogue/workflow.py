"""The lives of an occasion, a turn, a petition and an opinion, as data."""

from django.db import models

from gandan.core.workflow import Step


class OccasionStatus(models.TextChoices):
    PLANNED = "planned", "Dự kiến"
    PUBLISHED = "published", "Đã công bố"
    HELD = "held", "Đã thực hiện"
    CANCELLED = "cancelled", "Đã hủy"


COMING = (OccasionStatus.PLANNED, OccasionStatus.PUBLISHED)
OCCASION_LOOKS = {
    OccasionStatus.PLANNED: "", OccasionStatus.PUBLISHED: "go", OccasionStatus.HELD: "done", OccasionStatus.CANCELLED: "late",
}  # fmt: skip
PUBLISH = Step.of("publish_month", "Công bố", OccasionStatus.PLANNED, OccasionStatus.PUBLISHED)
HOLD = Step.of("hold_occasion", "Ghi đã thực hiện", COMING, OccasionStatus.HELD)
CANCEL = Step.of("cancel_occasion", "Hủy, báo cho người dân", COMING, OccasionStatus.CANCELLED)
OCCASION_STEPS = (HOLD, PUBLISH, CANCEL)


class TurnStatus(models.TextChoices):
    BOOKED = "booked", "Đã đăng ký"
    RECEIVED = "received", "Đã tiếp"
    REFUSED = "refused", "Từ chối tiếp"
    MISSED = "missed", "Không đến"
    CANCELLED = "cancelled", "Đã hủy"


TURN_LOOKS = {
    TurnStatus.BOOKED: "go", TurnStatus.RECEIVED: "done", TurnStatus.REFUSED: "late", TurnStatus.MISSED: "",
    TurnStatus.CANCELLED: "",
}  # fmt: skip
RECEIVE_TURN = Step.of("receive_turn", "Ghi biên bản tiếp", (TurnStatus.BOOKED, TurnStatus.MISSED), TurnStatus.RECEIVED)
REFUSE_TURN = Step.of("refuse_turn", "Từ chối tiếp, ghi lý do", TurnStatus.BOOKED, TurnStatus.REFUSED)
MISS_TURN = Step.of("miss_turn", "Không đến", TurnStatus.BOOKED, TurnStatus.MISSED)
CANCEL_TURN = Step.of("cancel_turn", "Hủy đăng ký", TurnStatus.BOOKED, TurnStatus.CANCELLED)
TURN_STEPS = (RECEIVE_TURN, REFUSE_TURN, MISS_TURN, CANCEL_TURN)


class PetitionStatus(models.TextChoices):
    RECEIVED = "received", "Mới nhận"
    CLASSIFIED = "classified", "Đã phân loại"
    ACCEPTED = "accepted", "Đã thụ lý"
    VERIFIED = "verified", "Đã xác minh"
    CONCLUDED = "concluded", "Đã kết luận"
    TOLD = "told", "Đã báo người gửi"
    CLOSED = "closed", "Đã kết thúc"
    TRANSFERRED = "transferred", "Đã chuyển nơi có thẩm quyền"
    GUIDED = "guided", "Đã hướng dẫn"
    DECLINED = "declined", "Không thụ lý"
    WITHDRAWN = "withdrawn", "Người gửi đã rút"
    MERGED = "merged", "Gộp vào đơn trước"


UNSORTED = (PetitionStatus.RECEIVED, PetitionStatus.CLASSIFIED)
UNDER_WAY = (PetitionStatus.ACCEPTED, PetitionStatus.VERIFIED)
"""Accepted and without a conclusion: the limit runs."""
OPEN = (*UNSORTED, *UNDER_WAY, PetitionStatus.CONCLUDED, PetitionStatus.TOLD)
PETITION_LOOKS = {
    PetitionStatus.RECEIVED: "soon", PetitionStatus.CLASSIFIED: "soon", PetitionStatus.ACCEPTED: "go",
    PetitionStatus.VERIFIED: "go", PetitionStatus.CONCLUDED: "go", PetitionStatus.TOLD: "done", PetitionStatus.CLOSED: "done",
}  # fmt: skip
CLASSIFY = Step.of("classify_petition", "Phân loại", UNSORTED, PetitionStatus.CLASSIFIED)
ACCEPT = Step.of("accept_petition", "Thụ lý", PetitionStatus.CLASSIFIED, PetitionStatus.ACCEPTED)
TRANSFER = Step.of("transfer_petition", "Chuyển nơi có thẩm quyền", UNSORTED, PetitionStatus.TRANSFERRED)
GUIDE = Step.of("guide_petition", "Hướng dẫn gửi đúng nơi", UNSORTED, PetitionStatus.GUIDED)
DECLINE = Step.of("decline_petition", "Không thụ lý, ghi lý do", PetitionStatus.CLASSIFIED, PetitionStatus.DECLINED)
VERIFY = Step.of("verify_petition", "Ghi kết quả xác minh", PetitionStatus.ACCEPTED, PetitionStatus.VERIFIED)
CONCLUDE = Step.of("conclude_petition", "Kết luận", PetitionStatus.VERIFIED, PetitionStatus.CONCLUDED)
TELL = Step.of("tell_petitioner", "Đã báo người gửi", PetitionStatus.CONCLUDED, PetitionStatus.TOLD)
CLOSE = Step.of("close_petition", "Kết thúc, lưu hồ sơ", PetitionStatus.TOLD, PetitionStatus.CLOSED)
MERGE = Step.of("merge_petition", "Gộp vào đơn trước", UNSORTED, PetitionStatus.MERGED)
WITHDRAW = Step.of("withdraw_petition", "Người gửi rút", (*UNSORTED, *UNDER_WAY), PetitionStatus.WITHDRAWN)
PETITION_STEPS = (ACCEPT, CLASSIFY, VERIFY, CONCLUDE, TELL, CLOSE, TRANSFER, GUIDE, MERGE, DECLINE, WITHDRAW)


class OpinionStatus(models.TextChoices):
    RAISED = "raised", "Chưa giao"
    ASSIGNED = "assigned", "Đang giải quyết"
    PLANNED = "planned", "Có kế hoạch giải quyết"
    ANSWERED = "answered", "Đã trả lời"


OPINION_LOOKS = {
    OpinionStatus.RAISED: "soon", OpinionStatus.ASSIGNED: "go", OpinionStatus.PLANNED: "soon", OpinionStatus.ANSWERED: "done",
}  # fmt: skip
UNANSWERED = (OpinionStatus.RAISED, OpinionStatus.ASSIGNED, OpinionStatus.PLANNED)
ASSIGN_OPINION = Step.of(
    "assign_opinion", "Giao đơn vị", (OpinionStatus.RAISED, OpinionStatus.ASSIGNED), OpinionStatus.ASSIGNED
)
PLAN_OPINION = Step.of("plan_opinion", "Ghi kế hoạch giải quyết", OpinionStatus.ASSIGNED, OpinionStatus.PLANNED)
ANSWER_OPINION = Step.of("answer_opinion", "Trả lời", UNANSWERED, OpinionStatus.ANSWERED)
OPINION_STEPS = (ASSIGN_OPINION, ANSWER_OPINION, PLAN_OPINION)
