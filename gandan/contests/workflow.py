"""The life of a campaign, of a contest and of an entry, as data (4.4 of the capability list)."""

from django.db import models

from gandan.core.workflow import Step


class CampaignStatus(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    OPEN = "open", "Đang nhận đăng ký"
    RUNNING = "running", "Đang thi đua"
    CLOSED = "closed", "Đã chốt kết quả"
    RANKED = "ranked", "Đã xếp hạng"


C = CampaignStatus
OPEN_REGISTRATION = Step.of("open_registration", "Phát động, mở đăng ký", C.DRAFT, C.OPEN)
START_CAMPAIGN = Step.of("start_campaign", "Khóa đăng ký, bắt đầu thi đua", C.OPEN, C.RUNNING)
CLOSE_CAMPAIGN = Step.of("close_campaign", "Chốt kết quả từ số liệu", C.RUNNING, C.CLOSED)
RANK_CAMPAIGN = Step.of("rank_campaign", "Xếp hạng", C.CLOSED, C.RANKED)
CAMPAIGN_STEPS = (OPEN_REGISTRATION, START_CAMPAIGN, CLOSE_CAMPAIGN, RANK_CAMPAIGN)
CAMPAIGN_LOOKS = {C.DRAFT: "", C.OPEN: "go", C.RUNNING: "go", C.CLOSED: "soon", C.RANKED: "done"}


class ContestStatus(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    OPEN = "open", "Đang nhận bài"
    CHECKING = "checking", "Đang kiểm tra điều kiện"
    MARKING = "marking", "Đang chấm sơ khảo"
    SHORTLISTED = "shortlisted", "Đã chọn đội"
    PUBLISHED = "published", "Đã công bố sơ khảo"
    FINAL = "final", "Đang thi chung kết"
    SCORED = "scored", "Đã khóa điểm chung kết"
    AWARDED = "awarded", "Đã trao giải"


S = ContestStatus
OPEN_CONTEST = Step.of("open_contest", "Phát động, nhận bài", S.DRAFT, S.OPEN)
CLOSE_ENTRIES = Step.of("close_entries", "Hết hạn nhận bài", S.OPEN, S.CHECKING)
START_MARKING = Step.of("start_marking", "Rọc phách, giao giám khảo", S.CHECKING, S.MARKING)
SHORTLIST = Step.of("shortlist", "Xếp hạng, chọn đội vào chung kết", S.MARKING, S.SHORTLISTED)
REOPEN_MARKING = Step.of("reopen_marking", "Mở lại để chấm tiếp", S.SHORTLISTED, S.MARKING)
PUBLISH = Step.of("publish", "Công bố, khóa điểm sơ khảo", S.SHORTLISTED, S.PUBLISHED)
START_FINAL = Step.of("start_final", "Bắt đầu chung kết", S.PUBLISHED, S.FINAL)
FINISH_FINAL = Step.of("finish_final", "Khóa điểm chung kết", S.FINAL, S.SCORED)
AWARD = Step.of("award", "Trao giải, đưa vào kho mô hình", S.SCORED, S.AWARDED)
CONTEST_STEPS = (
    OPEN_CONTEST, CLOSE_ENTRIES, START_MARKING, SHORTLIST, REOPEN_MARKING, PUBLISH, START_FINAL, FINISH_FINAL, AWARD,
)  # fmt: skip
CONTEST_LOOKS = {
    S.DRAFT: "", S.OPEN: "go", S.CHECKING: "go", S.MARKING: "go", S.SHORTLISTED: "soon", S.PUBLISHED: "done",
    S.FINAL: "go", S.SCORED: "soon", S.AWARDED: "done",
}  # fmt: skip
KNOWN_TO_ALL = (S.PUBLISHED, S.FINAL, S.SCORED, S.AWARDED)
"""From publication on the names of the finalists are known; before it only the organiser knows whose paper is whose."""


class EntryStatus(models.TextChoices):
    SUBMITTED = "submitted", "Đã nộp"
    WITHDRAWN = "withdrawn", "Đã rút"
    ELIGIBLE = "eligible", "Đủ điều kiện"
    INELIGIBLE = "ineligible", "Không đủ điều kiện"


ENTRY_LOOKS = {
    EntryStatus.SUBMITTED: "go", EntryStatus.WITHDRAWN: "", EntryStatus.ELIGIBLE: "done", EntryStatus.INELIGIBLE: "late",
}  # fmt: skip
