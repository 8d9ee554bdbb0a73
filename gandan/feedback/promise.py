"""What a commune promises on feedback on a day: the programme of the kind `feedback_promise`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.places.models import Agency
from gandan.programmes.running import running

KIND = "feedback_promise"
WORKING_DAYS, FILE_DAYS, REOPEN_DAYS = 3, 10, 15
BASIS = "Cam kết của xã, mô hình “Đường dây nóng”"


@dataclass(frozen=True)
class Promise:
    """`working_days` None: nothing is promised, the national limit alone holds. The other two are calendar days after the
    answer: within `reopen_days` the sender may reopen, after `file_days` it goes into the book."""

    working_days: int | None = None
    reopen_days: int = REOPEN_DAYS
    file_days: int = FILE_DAYS
    basis: str = BASIS


def promise_of(agency: Agency, day: date) -> Promise:
    """The strictest of what runs. No SQL while the terms are in memory."""
    found = running(KIND, agency, day)
    if not found:
        return Promise()
    one = min(found, key=lambda term: int(term.values["working_days"]))
    return Promise(
        working_days=one.values["working_days"], reopen_days=one.values["reopen_days"], file_days=one.values["file_days"],
        basis=f"Cam kết của xã: “{one.name}”",
    )  # fmt: skip
