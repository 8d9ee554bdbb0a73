"""The life of a reform model and the life of its adoption by one agency, as data."""

from django.db import models

from gandan.core.workflow import Step


class Status(models.TextChoices):
    """Of a model, from the idea of one officer to recognition above."""

    IDEA = "idea", "Ý tưởng"
    PROPOSED = "proposed", "Đã đề xuất"
    ASSESSING = "assessing", "Đang thẩm định"
    RETURNED = "returned", "Trả lại để làm rõ"
    REJECTED = "rejected", "Không chấp thuận"
    MERGED = "merged", "Ghi nhận là nhân rộng"
    PILOTING = "piloting", "Đang thí điểm"
    EVALUATED = "evaluated", "Đã đánh giá thí điểm"
    RECOGNISED = "recognised", "Được công nhận"
    PAUSED = "paused", "Tạm dừng"
    ENDED = "ended", "Chấm dứt"


PROPOSE = Step.of("propose", "Gửi đề xuất", (Status.IDEA, Status.RETURNED), Status.PROPOSED)
MERGE = Step.of("merge", "Ghi nhận là nhân rộng", (Status.IDEA, Status.PROPOSED, Status.ASSESSING), Status.MERGED)
ASSESS = Step.of("assess", "Thẩm định", Status.PROPOSED, Status.ASSESSING)
RETURN = Step.of("send_back", "Trả lại để làm rõ", (Status.PROPOSED, Status.ASSESSING), Status.RETURNED)
REJECT = Step.of("reject", "Không chấp thuận", (Status.PROPOSED, Status.ASSESSING), Status.REJECTED)
START_PILOT = Step.of("start_pilot", "Cho thí điểm", Status.ASSESSING, Status.PILOTING)
CLOSE_PILOT = Step.of("close_pilot", "Đánh giá thí điểm", Status.PILOTING, Status.EVALUATED)
RECOGNISE = Step.of(
    "recognise", "Ghi quyết định công nhận", (Status.EVALUATED, Status.PILOTING, Status.RECOGNISED), Status.RECOGNISED
)
PAUSE = Step.of("pause", "Tạm dừng", (Status.RECOGNISED, Status.PILOTING), Status.PAUSED)
RESUME = Step.of("resume", "Tiếp tục", Status.PAUSED, Status.RECOGNISED)
END = Step.of("end", "Chấm dứt", (Status.RECOGNISED, Status.PAUSED, Status.PILOTING, Status.EVALUATED), Status.ENDED)

STEPS = (
    PROPOSE, MERGE, ASSESS, RETURN, REJECT, START_PILOT, CLOSE_PILOT, RECOGNISE, PAUSE, RESUME, END,
)  # fmt: skip
IN_REGISTRY = (Status.PILOTING, Status.EVALUATED, Status.RECOGNISED, Status.PAUSED, Status.ENDED)
"""Models other agencies may read about and adopt (unless ended); before that they are ideas of one commune."""


class AdoptionStatus(models.TextChoices):
    """Of one agency taking up one model."""

    ASSIGNED = "assigned", "Được giao"
    STUDYING = "studying", "Đang nghiên cứu"
    DECLINED = "declined", "Không áp dụng, có lý do"
    EXEMPTION_ASKED = "exemption_asked", "Đề nghị miễn"
    EXEMPTED = "exempted", "Được miễn"
    SUBMITTED = "submitted", "Chờ lãnh đạo duyệt"
    PLANNED = "planned", "Đã có kế hoạch"
    RUNNING = "running", "Đang vận hành"
    EFFECTIVE = "effective", "Hiệu quả"
    INEFFECTIVE = "ineffective", "Không hiệu quả"
    NOT_DEPLOYED = "not_deployed", "Không triển khai, quá hạn"
    EXPLAINED = "explained", "Đã giải trình"
    PAUSED = "paused", "Tạm dừng"
    ENDED = "ended", "Chấm dứt"


A = AdoptionStatus
STUDY = Step.of("study", "Nghiên cứu", (A.ASSIGNED, A.DECLINED), A.STUDYING)
DECLINE = Step.of("decline", "Không áp dụng, ghi lý do", (A.ASSIGNED, A.STUDYING, A.SUBMITTED), A.DECLINED)
ASK_EXEMPTION = Step.of("ask_exemption", "Đề nghị miễn", (A.ASSIGNED, A.STUDYING, A.DECLINED), A.EXEMPTION_ASKED)
EXEMPT = Step.of("exempt", "Cho miễn", (A.EXEMPTION_ASKED, A.EXPLAINED), A.EXEMPTED)
REFUSE_EXEMPTION = Step.of("refuse_exemption", "Không cho miễn", A.EXEMPTION_ASKED, A.STUDYING)
SUBMIT = Step.of(
    "submit", "Trình lãnh đạo", (A.ASSIGNED, A.STUDYING, A.DECLINED, A.NOT_DEPLOYED, A.EXPLAINED), A.SUBMITTED
)
APPROVE = Step.of("approve", "Duyệt kế hoạch", A.SUBMITTED, A.PLANNED)
SEND_BACK = Step.of("return_plan", "Trả lại để sửa", A.SUBMITTED, A.STUDYING)
SWITCH_ON = Step.of("switch_on", "Áp dụng tại đơn vị", (A.PLANNED, A.PAUSED), A.RUNNING)
JUDGE_EFFECTIVE = Step.of("judge_effective", "Hiệu quả", (A.RUNNING, A.INEFFECTIVE, A.EFFECTIVE), A.EFFECTIVE)
JUDGE_INEFFECTIVE = Step.of(
    "judge_ineffective", "Không hiệu quả", (A.RUNNING, A.EFFECTIVE, A.INEFFECTIVE), A.INEFFECTIVE
)
MISS = Step.of(
    "miss_deadline", "Quá hạn, chưa triển khai",
    (A.ASSIGNED, A.STUDYING, A.SUBMITTED, A.PLANNED, A.DECLINED, A.EXEMPTION_ASKED), A.NOT_DEPLOYED,
)  # fmt: skip
EXPLAIN = Step.of("explain", "Giải trình", (A.NOT_DEPLOYED, A.INEFFECTIVE), A.EXPLAINED)
RULE_ON = Step.of("rule_on", "Ghi quyết định", A.EXPLAINED, A.RUNNING)
"""Taken where the model still runs; where nothing runs, the ruling itself says what follows."""
GIVE_TIME = Step.of("give_time", "Gia hạn", (A.EXPLAINED, A.NOT_DEPLOYED), A.STUDYING)
PAUSE_ADOPTION = Step.of("pause_adoption", "Tạm dừng", (A.RUNNING, A.EFFECTIVE, A.INEFFECTIVE), A.PAUSED)
END_ADOPTION = Step.of(
    "end_adoption", "Chấm dứt", (A.RUNNING, A.EFFECTIVE, A.INEFFECTIVE, A.PAUSED, A.EXPLAINED), A.ENDED
)

ADOPTION_STEPS = (
    STUDY, DECLINE, ASK_EXEMPTION, EXEMPT, REFUSE_EXEMPTION, SUBMIT, APPROVE, SEND_BACK, SWITCH_ON, JUDGE_EFFECTIVE,
    JUDGE_INEFFECTIVE, MISS, EXPLAIN, RULE_ON, GIVE_TIME, PAUSE_ADOPTION, END_ADOPTION,
)  # fmt: skip
OPERATING = (A.RUNNING, A.EFFECTIVE, A.INEFFECTIVE)
NOT_YET = (A.ASSIGNED, A.STUDYING, A.SUBMITTED, A.PLANNED, A.DECLINED, A.EXEMPTION_ASKED)
ADOPTION_LOOKS = {
    A.ASSIGNED: "", A.STUDYING: "go", A.DECLINED: "", A.EXEMPTION_ASKED: "soon", A.EXEMPTED: "", A.SUBMITTED: "soon",
    A.PLANNED: "go", A.RUNNING: "go", A.EFFECTIVE: "done", A.INEFFECTIVE: "late", A.NOT_DEPLOYED: "late",
    A.EXPLAINED: "soon", A.PAUSED: "", A.ENDED: "",
}  # fmt: skip
LOOKS = {
    Status.IDEA: "", Status.PROPOSED: "go", Status.ASSESSING: "go", Status.RETURNED: "soon", Status.REJECTED: "late",
    Status.MERGED: "", Status.PILOTING: "go", Status.EVALUATED: "go", Status.RECOGNISED: "done", Status.PAUSED: "soon",
    Status.ENDED: "",
}  # fmt: skip
