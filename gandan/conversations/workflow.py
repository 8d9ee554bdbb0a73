"""The life of a thread, as data."""

from django.db import models

from gandan.core.workflow import Step


class ThreadStatus(models.TextChoices):
    OPEN = "open", "Chờ trả lời"
    ANSWERING = "answering", "Đang trả lời"
    ESCALATED = "escalated", "Đã báo lãnh đạo"
    ANSWERED = "answered", "Đã trả lời"
    CLOSED = "closed", "Đã đóng"


WAITING = (ThreadStatus.OPEN, ThreadStatus.ANSWERING, ThreadStatus.ESCALATED)
"""Somebody waits for a person's answer."""
LOOKS = {
    ThreadStatus.OPEN: "soon",
    ThreadStatus.ANSWERING: "go",
    ThreadStatus.ESCALATED: "late",
    ThreadStatus.ANSWERED: "done",
    ThreadStatus.CLOSED: "",
}

TAKE_UP = Step.of("take_up_thread", "Tôi trả lời", ThreadStatus.OPEN, ThreadStatus.ANSWERING)
ANSWER = Step.of("answer_thread", "Gửi câu trả lời", (*WAITING, ThreadStatus.ANSWERED), ThreadStatus.ANSWERED)
ESCALATE = Step.of(
    "escalate_thread", "Báo lãnh đạo", (ThreadStatus.OPEN, ThreadStatus.ANSWERING), ThreadStatus.ESCALATED
)
CLOSE = Step.of("close_thread", "Đóng", (*WAITING, ThreadStatus.ANSWERED), ThreadStatus.CLOSED)
ASK_AGAIN = Step.of("write_on", "Hỏi tiếp", (ThreadStatus.ANSWERED, ThreadStatus.CLOSED), ThreadStatus.OPEN)

STEPS = (TAKE_UP, ANSWER, ESCALATE, CLOSE, ASK_AGAIN)


class Verdict(models.TextChoices):
    """On one paper."""

    PENDING = "", "chưa xem"
    OK = "ok", "đạt"
    MISSING = "missing", "thiếu"
    UNCLEAR = "unclear", "chưa rõ, chụp lại"
    NOT_NEEDED = "not_needed", "không cần"


class Outcome(models.TextChoices):
    """On the papers together."""

    PENDING = "", "đang kiểm tra"
    COMPLETE = "complete", "đủ"
    INCOMPLETE = "incomplete", "thiếu"


def outcome_of(verdicts: list[str]) -> Outcome:
    """Complete when every paper is in order or not needed; pending while one has not been looked at."""
    if not verdicts or Verdict.PENDING in verdicts:
        return Outcome.PENDING
    fine = {str(Verdict.OK), str(Verdict.NOT_NEEDED)}
    return Outcome.COMPLETE if set(verdicts) <= fine else Outcome.INCOMPLETE
