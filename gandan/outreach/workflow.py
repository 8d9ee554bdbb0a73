"""The lives of a shift, a field session, a home visit and a person on a list, as data."""

from django.db import models

from gandan.core.workflow import Step


class ShiftStatus(models.TextChoices):
    PLANNED = "planned", "Dự kiến"
    ACCEPTED = "accepted", "Đã nhận"
    PRESENT = "present", "Có mặt"
    ABSENT = "absent", "Vắng"
    COVERED = "covered", "Có người thay"


ACCEPT = Step.of("accept_shift", "Nhận ca", ShiftStatus.PLANNED, ShiftStatus.ACCEPTED)
CHECK_IN = Step.of("check_in_shift", "Có mặt", (ShiftStatus.PLANNED, ShiftStatus.ACCEPTED), ShiftStatus.PRESENT)
BE_ABSENT = Step.of("report_absence", "Báo vắng", (ShiftStatus.PLANNED, ShiftStatus.ACCEPTED), ShiftStatus.ABSENT)
COVER = Step.of(
    "cover_shift", "Cử người thay", (ShiftStatus.ABSENT, ShiftStatus.PLANNED, ShiftStatus.ACCEPTED), ShiftStatus.COVERED
)
SHIFT_STEPS = (ACCEPT, CHECK_IN, BE_ABSENT, COVER)


class SessionStatus(models.TextChoices):
    PLANNED = "planned", "Dự kiến"
    OPEN = "open", "Đang phục vụ"
    CLOSED = "closed", "Đã kết thúc"
    CANCELLED = "cancelled", "Đã hủy"


OPEN = Step.of("open_session", "Mở phiên", SessionStatus.PLANNED, SessionStatus.OPEN)
CLOSE = Step.of("close_session", "Kết thúc phiên", SessionStatus.OPEN, SessionStatus.CLOSED)
CANCEL = Step.of("cancel_session", "Hủy phiên", SessionStatus.PLANNED, SessionStatus.CANCELLED)
SESSION_STEPS = (OPEN, CLOSE, CANCEL)


class VisitStatus(models.TextChoices):
    REQUESTED = "requested", "Đã yêu cầu"
    SCHEDULED = "scheduled", "Đã lên lịch"
    ON_THE_WAY = "on_the_way", "Đang đi"
    DONE = "done", "Đã xong"
    NOT_MET = "not_met", "Không gặp, hẹn lại"
    OFFERED_POST = "offered_post", "Mời dùng bưu chính"
    CANCELLED = "cancelled", "Đã hủy"


SCHEDULE = Step.of(
    "schedule_visit",
    "Lên lịch",
    (VisitStatus.REQUESTED, VisitStatus.NOT_MET, VisitStatus.SCHEDULED, VisitStatus.OFFERED_POST),
    VisitStatus.SCHEDULED,
)
SET_OUT = Step.of("set_out", "Lên đường", VisitStatus.SCHEDULED, VisitStatus.ON_THE_WAY)
COMPLETE = Step.of("complete_visit", "Đã xong", (VisitStatus.SCHEDULED, VisitStatus.ON_THE_WAY), VisitStatus.DONE)
MISS = Step.of("miss_visit", "Không gặp", (VisitStatus.SCHEDULED, VisitStatus.ON_THE_WAY), VisitStatus.NOT_MET)
OFFER_POST = Step.of("offer_post", "Mời dùng bưu chính", VisitStatus.REQUESTED, VisitStatus.OFFERED_POST)
CANCEL_VISIT = Step.of(
    "cancel_visit",
    "Hủy",
    (VisitStatus.REQUESTED, VisitStatus.SCHEDULED, VisitStatus.NOT_MET, VisitStatus.OFFERED_POST),
    VisitStatus.CANCELLED,
)
FINISHED = (VisitStatus.DONE,)
VISIT_STEPS = (SCHEDULE, SET_OUT, COMPLETE, MISS, OFFER_POST, CANCEL_VISIT)


class PersonStatus(models.TextChoices):
    """Of a person on a list: the last six are final, each with its reason."""

    FOUND = "found", "Phát hiện"
    ASSIGNED = "assigned", "Đã giao"
    CONTACTED = "contacted", "Đã liên hệ"
    FILED = "filed", "Đã nộp hồ sơ"
    SERVED = "served", "Đã hưởng, đã có"
    INELIGIBLE = "ineligible", "Không đủ điều kiện"
    REFUSED = "refused", "Từ chối"
    MOVED = "moved", "Đã chuyển đi"
    DECEASED = "deceased", "Đã mất"


FINAL = (
    PersonStatus.FILED, PersonStatus.SERVED, PersonStatus.INELIGIBLE, PersonStatus.REFUSED, PersonStatus.MOVED,
    PersonStatus.DECEASED,
)  # fmt: skip
_OPEN = (PersonStatus.FOUND, PersonStatus.ASSIGNED, PersonStatus.CONTACTED)
ASSIGN = Step.of("assign_person", "Giao", _OPEN, PersonStatus.ASSIGNED)
CONTACT = Step.of("contact_person", "Đã liên hệ", (PersonStatus.FOUND, PersonStatus.ASSIGNED), PersonStatus.CONTACTED)
PERSON_STEPS = (
    ASSIGN,
    CONTACT,
    *(Step.of("conclude", end.label, _OPEN, end) for end in FINAL),
)
