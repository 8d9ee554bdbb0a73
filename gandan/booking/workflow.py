"""The life of an appointment, as data."""

from django.db import models

from gandan.core.workflow import Step


class Status(models.TextChoices):
    REQUESTED = "requested", "Chờ phân công"
    CONFIRMED = "confirmed", "Đã xác nhận"
    ARRIVED = "arrived", "Đã đến"
    SERVED = "served", "Đã phục vụ"
    ABSENT = "absent", "Không đến"
    CANCELLED = "cancelled", "Đã hủy"


ASSIGN = Step.of("assign_officer", "Phân công", (Status.REQUESTED, Status.CONFIRMED), Status.CONFIRMED)
CHECK_IN = Step.of("check_in", "Đã đến", (Status.REQUESTED, Status.CONFIRMED), Status.ARRIVED)
SERVE = Step.of("close_appointment", "Đã phục vụ", (Status.ARRIVED, Status.CONFIRMED), Status.SERVED)
MARK_ABSENT = Step.of("mark_absent", "Không đến", (Status.REQUESTED, Status.CONFIRMED), Status.ABSENT)
CANCEL = Step.of("cancel", "Hủy lịch", (Status.REQUESTED, Status.CONFIRMED), Status.CANCELLED)

STEPS = (ASSIGN, CHECK_IN, SERVE, MARK_ABSENT, CANCEL)
TAKES_PLACE = (Status.REQUESTED, Status.CONFIRMED, Status.ARRIVED, Status.SERVED)
"""Those that hold their slot."""
OPEN = (Status.REQUESTED, Status.CONFIRMED)
LOOKS = {
    Status.REQUESTED: "soon", Status.CONFIRMED: "go", Status.ARRIVED: "go", Status.SERVED: "done",
    Status.ABSENT: "late", Status.CANCELLED: "",
}  # fmt: skip


class DeathStatus(models.TextChoices):
    CALLED = "called", "Đang gọi người trực"
    ACCEPTED = "accepted", "Người trực đã nhận"
    NOTICED = "noticed", "Đã cấp giấy"
    CLOSED = "closed", "Không cần nữa"


ACCEPT = Step.of("accept_death_call", "Nhận", DeathStatus.CALLED, DeathStatus.ACCEPTED)
NOTICE = Step.of("note_death_notice", "Đã cấp giấy", DeathStatus.ACCEPTED, DeathStatus.NOTICED)
CLOSE = Step.of(
    "close_death_call", "Không cần nữa", (DeathStatus.CALLED, DeathStatus.ACCEPTED), DeathStatus.CLOSED
)  # fmt: skip
DEATH_STEPS = (ACCEPT, NOTICE, CLOSE)
DEATH_LOOKS = {
    DeathStatus.CALLED: "late", DeathStatus.ACCEPTED: "soon", DeathStatus.NOTICED: "done", DeathStatus.CLOSED: "",
}  # fmt: skip
