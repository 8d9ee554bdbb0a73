"""The life of a letter, as data."""

from django.db import models

from gandan.core.workflow import Step


class LetterStatus(models.TextChoices):
    DRAFTED = "drafted", "Dự thảo"
    PRESENTED = "presented", "Chờ ký"
    SIGNED = "signed", "Đã ký, chờ trao"
    DELIVERED = "delivered", "Đã trao"
    DROPPED = "dropped", "Không gửi"


OPEN = (LetterStatus.DRAFTED, LetterStatus.PRESENTED, LetterStatus.SIGNED)
LOOKS = {
    LetterStatus.DRAFTED: "",
    LetterStatus.PRESENTED: "soon",
    LetterStatus.SIGNED: "soon",
    LetterStatus.DELIVERED: "done",
    LetterStatus.DROPPED: "",
}

PRESENT = Step.of("present_letter", "Trình ký", LetterStatus.DRAFTED, LetterStatus.PRESENTED)
SIGN = Step.of("sign_letter", "Ký thư", LetterStatus.PRESENTED, LetterStatus.SIGNED)
SEND_BACK = Step.of("send_letter_back", "Trả lại để sửa", LetterStatus.PRESENTED, LetterStatus.DRAFTED)
DELIVER = Step.of("deliver_letter", "Ghi đã trao", LetterStatus.SIGNED, LetterStatus.DELIVERED)
DROP = Step.of("drop_letter", "Không gửi thư này", OPEN, LetterStatus.DROPPED)

STEPS = (PRESENT, SIGN, DELIVER, SEND_BACK, DROP)
