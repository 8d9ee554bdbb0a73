"""The lives of a directive, of what it designates, of a synthesis and of a report, as data."""

from django.db import models

from gandan.core.workflow import Step


class Status(models.TextChoices):
    DRAFT = "draft", "Dự thảo"
    ISSUED = "issued", "Đã ban hành"
    CLOSED = "closed", "Đã kết thúc"


ISSUE = Step.of("issue", "Ban hành", Status.DRAFT, Status.ISSUED)
CLOSE = Step.of("close_directive", "Kết thúc", Status.ISSUED, Status.CLOSED)
STEPS = (ISSUE, CLOSE)
LOOKS = {Status.DRAFT: "soon", Status.ISSUED: "go", Status.CLOSED: "done"}


class DesignationStatus(models.TextChoices):
    """Requirements 4.2: draft, issued, running, summarised, closed."""

    DRAFT = "draft", "Dự thảo"
    ISSUED = "issued", "Đã ban hành"
    RUNNING = "running", "Đang thực hiện"
    SUMMARISED = "summarised", "Đã tổng kết"
    CLOSED = "closed", "Đã đóng"


D = DesignationStatus
ISSUE_DESIGNATION = Step.of("issue", "Ban hành", D.DRAFT, D.ISSUED)
START_DESIGNATION = Step.of("start", "Đang thực hiện", D.ISSUED, D.RUNNING)
SUMMARISE = Step.of("summarise", "Tổng kết", (D.ISSUED, D.RUNNING), D.SUMMARISED)
CLOSE_DESIGNATION = Step.of("close_directive", "Đóng", (D.ISSUED, D.RUNNING, D.SUMMARISED), D.CLOSED)
DESIGNATION_STEPS = (ISSUE_DESIGNATION, START_DESIGNATION, SUMMARISE, CLOSE_DESIGNATION)


class Sending(models.TextChoices):
    """Of a synthesis, of a report of the half year and of the year: once sent, nothing changes it."""

    DRAFT = "draft", "Đang lập"
    SENT = "sent", "Đã gửi"


SEND_SYNTHESIS = Step.of("send_synthesis", "Gửi báo cáo tổng hợp", Sending.DRAFT, Sending.SENT)
SEND_REPORT = Step.of("send_report", "Gửi báo cáo", Sending.DRAFT, Sending.SENT)
SEND_YEAR_REPORT = Step.of("send_year_report", "Chốt và gửi", Sending.DRAFT, Sending.SENT)
