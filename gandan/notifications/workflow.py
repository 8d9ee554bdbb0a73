"""The life of a notice, as data."""

from django.db import models

from gandan.core.workflow import Step


class Status(models.TextChoices):
    WAITING = "waiting", "Chờ gửi"
    TRYING = "trying", "Đang gửi"
    SENT = "sent", "Đã gửi"
    CALLING = "calling", "Chờ gọi điện"
    HANDING = "handing", "Chờ đưa tận nơi"
    PROVED = "proved", "Đã đến"
    UNTOLD = "untold", "Chưa báo được"


MOVING = (Status.WAITING, Status.TRYING)
"""Machines are at it; `next_at` says when they look again."""
LISTED = (Status.CALLING, Status.HANDING)
"""On a person's list."""
UNPROVED = (*MOVING, Status.SENT, *LISTED, Status.UNTOLD)
LOOKS = {
    Status.WAITING: "",
    Status.TRYING: "go",
    Status.SENT: "go",
    Status.CALLING: "soon",
    Status.HANDING: "soon",
    Status.PROVED: "done",
    Status.UNTOLD: "late",
}

TRY = Step.of("try", "Gửi đi", (*MOVING, Status.SENT), Status.TRYING)
LEAVE = Step.of("leave", "Đã giao bên gửi", MOVING, Status.SENT)
CALL = Step.of("call", "Gọi điện", (*MOVING, Status.HANDING), Status.CALLING)
HAND = Step.of("hand", "Đưa tận nơi", (*MOVING, Status.CALLING), Status.HANDING)
PROVE = Step.of("prove", "Có bằng chứng đã đến", UNPROVED, Status.PROVED)
GIVE_UP = Step.of("give_up", "Không còn cách nào", MOVING, Status.UNTOLD)

STEPS = (TRY, LEAVE, CALL, HAND, PROVE, GIVE_UP)
