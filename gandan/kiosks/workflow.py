"""The life of a result in a compartment, as data."""

from django.db import models

from gandan.core.workflow import Step


class Status(models.TextChoices):
    RESERVED = "reserved", "Đã giữ ngăn"
    HOLDING = "holding", "Chờ người dân nhận"
    OPENING = "opening", "Đang mở ngăn"
    OVERDUE = "overdue", "Quá hạn nhận"
    FETCHED = "fetched", "Đã nhận"
    TAKEN_BACK = "taken_back", "Đã lấy lại"


ACTIVE = (Status.RESERVED, Status.HOLDING, Status.OPENING, Status.OVERDUE)
"""The compartment is not free."""
LOOKS = {
    Status.RESERVED: "soon",
    Status.HOLDING: "go",
    Status.OPENING: "soon",
    Status.OVERDUE: "late",
    Status.FETCHED: "done",
    Status.TAKEN_BACK: "",
}

PLACE = Step.of("place_result", "Đã đặt kết quả, đóng ngăn", Status.RESERVED, Status.HOLDING)
OPEN = Step.of("open_compartment", "Mở ngăn", Status.HOLDING, Status.OPENING)
FETCH = Step.of("fetch_result", "Ghi đã nhận", Status.OPENING, Status.FETCHED)
KEEP_SHUT = Step.of("keep_shut", "Kết quả còn trong ngăn", Status.OPENING, Status.HOLDING)
LAPSE = Step.of("lapse", "Quá hạn nhận", Status.HOLDING, Status.OVERDUE)
TAKE_BACK = Step.of(
    "take_back", "Lấy lại kết quả", (Status.RESERVED, Status.HOLDING, Status.OVERDUE), Status.TAKEN_BACK
)

STEPS = (PLACE, OPEN, FETCH, KEEP_SHUT, LAPSE, TAKE_BACK)
