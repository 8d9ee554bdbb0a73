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
JOIN_GROUP = Step.of("agree_group", "Vào nhóm cùng thủ tục", Status.WAITING, Status.SERVING)
LEAVE_GROUP = Step.of("dissolve_group", "Thôi nhóm, về hàng chờ", Status.SERVING, Status.WAITING)
LEAVE = Step.of("leave", "Ra về", (Status.WAITING, Status.HELD, Status.MISSED), Status.LEFT)

STEPS = (CALL, RECALL, START, FINISH, HOLD, PUT_BACK, REDIRECT, MISS, JOIN_GROUP, LEAVE_GROUP, LEAVE)
AT_COUNTER = (Status.CALLED, Status.SERVING)
IN_THE_HALL = (Status.WAITING, Status.CALLED, Status.SERVING, Status.HELD)
ENDED = (Status.DONE, Status.LEFT)
LOOKS = {
    Status.WAITING: "", Status.CALLED: "soon", Status.SERVING: "go", Status.HELD: "soon", Status.MISSED: "late",
    Status.DONE: "done", Status.LEFT: "",
}  # fmt: skip


class GroupStatus(models.TextChoices):
    """The life of a group “Mỗi người một tay” (S0.22)."""

    PROPOSED = "proposed", "Đã mời, chờ người tiên phong"
    AGREED = "agreed", "Người tiên phong đã nhận lời"
    GUIDED = "guided", "Đã hướng dẫn người tiên phong"
    GUIDING = "guiding", "Người tiên phong đang hướng dẫn"
    CONFIRMED = "confirmed", "Cán bộ đã xác nhận từng người"
    CLOSED = "closed", "Đã kết thúc, có thư cảm ơn"
    DISSOLVED = "dissolved", "Đã thôi, về hàng chờ"


AGREE_GROUP = Step.of("agree_group", "Người tiên phong nhận lời", GroupStatus.PROPOSED, GroupStatus.AGREED)
GUIDE_PIONEER = Step.of("guide_pioneer", "Đã hướng dẫn xong người tiên phong", GroupStatus.AGREED, GroupStatus.GUIDED)
LET_GUIDE = Step.of("let_guide", "Người tiên phong bắt đầu hướng dẫn", GroupStatus.GUIDED, GroupStatus.GUIDING)
CONFIRM_ALL = Step.of("confirm_member", "Xác nhận", GroupStatus.GUIDING, GroupStatus.CONFIRMED)
CLOSE_GROUP = Step.of("close_group", "Kết thúc nhóm", GroupStatus.CONFIRMED, GroupStatus.CLOSED)
DISSOLVE_GROUP = Step.of(
    "dissolve_group",
    "Thôi nhóm",
    (GroupStatus.PROPOSED, GroupStatus.AGREED, GroupStatus.GUIDED, GroupStatus.GUIDING),
    GroupStatus.DISSOLVED,
)
GROUP_STEPS = (AGREE_GROUP, GUIDE_PIONEER, LET_GUIDE, CONFIRM_ALL, CLOSE_GROUP, DISSOLVE_GROUP)
GROUP_OPEN = (GroupStatus.PROPOSED, GroupStatus.AGREED, GroupStatus.GUIDED, GroupStatus.GUIDING, GroupStatus.CONFIRMED)
