"""Fills the limit columns of one feedback from its starts. The caller saves `CLOCK_FIELDS`."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from gandan.places.calendars import calendar_of

from .limits import (
    ANSWER,
    ASK,
    FORWARD,
    PASS,
    PROMISE,
    PUBLISH,
    REFUSE,
    RESULT,
    Told,
    counted,
    halfway,
    limits_for,
    to_the_minute,
)
from .models import Feedback
from .promise import promise_of

COLUMNS = {REFUSE: "refuse_by", ASK: "ask_by", ANSWER: "answer_by", PASS: "pass_by"}
CLOCK_FIELDS = [
    "promise_due_at", "promise_half_at", "refuse_by", "ask_by", "answer_by", "pass_by", "publish_by", "working",
    "half_told_at", "late_told_at", "clock_from", "lawful_from",
]  # fmt: skip
REOPENED, TRANSFERRED, SUPPLIED = "Mở lại phản ánh", "Chuyển đến lần cuối", "Người gửi bổ sung"


def set_clocks(feedback: Feedback, *, opening: str = "Nhận phản ánh") -> None:
    """Both limits anew: the promise from `clock_from`, those of nation and province from `lawful_from`."""
    feedback.working = {}
    set_promise(feedback, opening=opening)
    calendar = calendar_of(feedback.agency, on=localdate(feedback.lawful_from))
    for limit in limits_for(_province_code(feedback)):
        if limit.starts != "received":
            continue
        told = counted(limit, feedback.lawful_from, calendar, opening=opening)
        _keep(feedback, limit.name, told)
        if told and limit.name in COLUMNS:
            setattr(feedback, COLUMNS[limit.name], told.at)


def set_promise(feedback: Feedback, *, opening: str = "Nhận phản ánh") -> None:
    """The local promise alone; nothing when the commune promises nothing on that day."""
    day = localdate(feedback.clock_from)
    promise, calendar = promise_of(feedback.agency, day), calendar_of(feedback.agency, on=day)
    feedback.promise_due_at = feedback.promise_half_at = feedback.half_told_at = feedback.late_told_at = None
    feedback.working.pop(PROMISE, None)
    if promise.working_days is None:
        return
    told = to_the_minute(feedback.clock_from, promise.working_days, calendar, basis=promise.basis, opening=opening)
    feedback.promise_due_at = told.at
    feedback.promise_half_at = halfway(feedback.clock_from, told.at, calendar)
    _keep(feedback, PROMISE, told)


def set_publishing(feedback: Feedback, answered_at: datetime) -> None:
    """The answer is ready: two working days to publish it."""
    calendar = calendar_of(feedback.agency, on=localdate(answered_at))
    limit = next(one for one in limits_for("") if one.name == PUBLISH)
    told = counted(limit, answered_at, calendar, opening="Trả lời")
    assert told is not None, "the national limit has its number"
    feedback.publish_by = told.at
    _keep(feedback, PUBLISH, told)


def _keep(feedback: Feedback, name: str, told: Told | None) -> None:
    if told is not None:
        feedback.working[name] = told.as_json()


def _province_code(feedback: Feedback) -> str:
    province = feedback.agency.province
    return province.code if province else ""


def limit_lines(feedback: Feedback) -> list[dict[str, Any]]:
    """Every stored limit for the page: name, label, basis, due (aware), working JSON, and whether it has been met.

    `met_at` is the moment that ended the limit, None while it runs.
    """
    ends, lines = _ends(feedback), []
    for name in (one for one in ends if one in feedback.working):
        told = feedback.working[name]
        at, met = datetime.fromisoformat(told["due"]), ends.get(name)
        since = feedback.clock_from if name == PROMISE else feedback.lawful_from
        met = met if met and met >= since else None
        lines.append({"name": name, **told, "due_at": at, "met_at": met, "is_kept": met is not None and met <= at})
    return lines


def _ends(feedback: Feedback) -> dict[str, datetime | None]:
    """By limit: what ended it."""
    turned, screened, answered = feedback.turned_away_at, feedback.screened_at, feedback.answered_at
    return {
        PROMISE: answered or turned, REFUSE: turned or screened, ASK: feedback.asked_at or screened,
        ANSWER: answered or turned, PUBLISH: feedback.published_at, PASS: turned or screened,
        FORWARD: feedback.forwarded_at or turned, RESULT: answered or turned,
    }  # fmt: skip
