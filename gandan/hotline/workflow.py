"""The life of a request to hear a recording, as data."""

from django.db import models

from gandan.core.workflow import Step


class ListeningStatus(models.TextChoices):
    ASKED = "asked", "Chờ lãnh đạo duyệt"
    APPROVED = "approved", "Được nghe"
    HEARD = "heard", "Đã nghe, chờ kết luận"
    CONCLUDED = "concluded", "Đã kết luận"
    REFUSED = "refused", "Không duyệt"


LOOKS = {
    ListeningStatus.ASKED: "soon", ListeningStatus.APPROVED: "go", ListeningStatus.HEARD: "go",
    ListeningStatus.CONCLUDED: "done", ListeningStatus.REFUSED: "",
}  # fmt: skip
MAY_HEAR = (ListeningStatus.APPROVED, ListeningStatus.HEARD)

APPROVE = Step.of("approve_listening", "Cho nghe lại", ListeningStatus.ASKED, ListeningStatus.APPROVED)
REFUSE = Step.of("refuse_listening", "Không cho nghe", ListeningStatus.ASKED, ListeningStatus.REFUSED)
LISTEN = Step.of("listen", "Nghe bản ghi âm", MAY_HEAR, ListeningStatus.HEARD)
CONCLUDE = Step.of("conclude_listening", "Kết luận", ListeningStatus.HEARD, ListeningStatus.CONCLUDED)

STEPS = (APPROVE, LISTEN, CONCLUDE, REFUSE)
