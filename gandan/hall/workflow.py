"""The life of a ticket, as data."""

from django.db import models

from gandan.core.workflow import Step


class Status(models.TextChoices):
    WAITING = "waiting", "Đang chờ"
    CALLED = "called", "Đang gọi"
    SERVING = "serving", "Đang phục vụ"
    HELD = "held", "Tạm giữ, sẽ quay lại"
    MISSED = "missed", "Gọi không có mặt"
    DONE = "done", "Đã xong"
    LEFT = "left", "Đã ra về"


CALL = Step.of("call_next", "Gọi số tiếp theo", Status.WAITING, Status.CALLED)
RECALL = Step.of("recall", "Gọi lại", (Status.CALLED, Status.MISSED, Status.HELD), Status.CALLED)
START = Step.of("start_serving", "Bắt đầu phục vụ", Status.CALLED, Status.SERVING)
FINISH = Step.of("finish", "Xong", (Status.CALLED, Status.SERVING), Status.DONE)
HOLD = Step.of("hold", "Tạm giữ", (Status.CALLED, Status.SERVING), Status.HELD)
PUT_BACK = Step.of("put_back", "Trả về hàng chờ", (Status.CALLED, Status.HELD, Status.MISSED), Status.WAITING)
REDIRECT = Step.of("redirect", "Chuyển quầy, khu", (Status.WAITING, Status.CALLED, Status.SERVING), Status.WAITING)
MISS = Step.of("miss", "Không có mặt", Status.CALLED, Status.MISSED)
LEAVE = Step.of("leave", "Ra về", (Status.WAITING, Status.HELD, Status.MISSED), Status.LEFT)

STEPS = (CALL, RECALL, START, FINISH, HOLD, PUT_BACK, REDIRECT, MISS, LEAVE)
AT_COUNTER = (Status.CALLED, Status.SERVING)
IN_THE_HALL = (Status.WAITING, Status.CALLED, Status.SERVING, Status.HELD)
ENDED = (Status.DONE, Status.LEFT)
LOOKS = {
    Status.WAITING: "", Status.CALLED: "soon", Status.SERVING: "go", Status.HELD: "soon", Status.MISSED: "late",
    Status.DONE: "done", Status.LEFT: "",
}  # fmt: skip
