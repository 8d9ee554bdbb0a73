"""The life of a defect, as data."""

from django.db import models

from gandan.core.workflow import Step


class Status(models.TextChoices):
    FOUND = "found", "Chưa giao"
    ASSIGNED = "assigned", "Đang sửa"
    FIXED = "fixed", "Đã sửa, chờ người khác xem lại"
    CLOSED = "closed", "Đã xong"
    REOPENED = "reopened", "Sửa lại"
    DISMISSED = "dismissed", "Không hỏng"


UNMENDED = (Status.FOUND, Status.ASSIGNED, Status.REOPENED)
"""The thing is still out of order."""
OPEN = (*UNMENDED, Status.FIXED)
LOOKS = {
    Status.FOUND: "late",
    Status.ASSIGNED: "soon",
    Status.FIXED: "go",
    Status.CLOSED: "done",
    Status.REOPENED: "late",
    Status.DISMISSED: "",
}

ASSIGN = Step.of("assign_defect", "Giao người sửa", UNMENDED, Status.ASSIGNED)
FIX = Step.of("fix_defect", "Đã sửa xong", (Status.ASSIGNED, Status.REOPENED), Status.FIXED)
VERIFY = Step.of("verify_defect", "Đã xem lại, dùng được", Status.FIXED, Status.CLOSED)
REOPEN = Step.of("reopen_defect", "Vẫn hỏng, sửa lại", (Status.FIXED, Status.CLOSED), Status.REOPENED)
DISMISS = Step.of("dismiss_defect", "Đã xem, không hỏng", UNMENDED, Status.DISMISSED)

STEPS = (FIX, VERIFY, ASSIGN, REOPEN, DISMISS)
