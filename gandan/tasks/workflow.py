"""The life of a task as data."""

from django.db import models

from gandan.core.workflow import Step


class Status(models.TextChoices):
    ASSIGNED = "assigned", "Mới giao"
    ACKNOWLEDGED = "acknowledged", "Đang làm"
    DONE = "done", "Đã làm, chờ nghiệm thu"
    RETURNED = "returned", "Trả lại, làm tiếp"
    ACCEPTED = "accepted", "Hoàn thành"
    WITHDRAWN = "withdrawn", "Đã rút"


ACKNOWLEDGE = Step.of("acknowledge", "Nhận nhiệm vụ", Status.ASSIGNED, Status.ACKNOWLEDGED)
FINISH = Step.of("finish", "Báo đã làm xong", (Status.ACKNOWLEDGED, Status.RETURNED), Status.DONE)
ACCEPT = Step.of("accept", "Nghiệm thu", Status.DONE, Status.ACCEPTED)
GIVE_BACK = Step.of("give_back", "Trả lại để làm tiếp", Status.DONE, Status.RETURNED)
WITHDRAW = Step.of(
    "withdraw_task", "Rút nhiệm vụ",
    (Status.ASSIGNED, Status.ACKNOWLEDGED, Status.RETURNED, Status.DONE), Status.WITHDRAWN,
)  # fmt: skip

STEPS = (ACKNOWLEDGE, FINISH, ACCEPT, GIVE_BACK, WITHDRAW)
OPEN = (Status.ASSIGNED, Status.ACKNOWLEDGED, Status.RETURNED)
"""Still to be done by the unit: what can be overdue."""
LOOKS = {
    Status.ASSIGNED: "", Status.ACKNOWLEDGED: "go", Status.DONE: "soon", Status.RETURNED: "soon", Status.ACCEPTED: "done",
    Status.WITHDRAWN: "",
}  # fmt: skip
