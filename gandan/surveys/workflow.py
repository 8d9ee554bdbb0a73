"""The lives of a survey, of a batch of papers and of a consultation, as data."""

from django.db import models

from gandan.core.workflow import Step


class SurveyStatus(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    OPEN = "open", "Đang mở"
    CLOSED = "closed", "Đã đóng"
    SUMMARISED = "summarised", "Đã tổng hợp"
    PUBLISHED = "published", "Đã công bố"


SURVEY_LOOKS = {
    SurveyStatus.DRAFT: "", SurveyStatus.OPEN: "go", SurveyStatus.CLOSED: "soon", SurveyStatus.SUMMARISED: "soon",
    SurveyStatus.PUBLISHED: "done",
}  # fmt: skip

OPEN_SURVEY = Step.of("open_survey", "Mở khảo sát", SurveyStatus.DRAFT, SurveyStatus.OPEN)
CLOSE_SURVEY = Step.of("close_survey", "Đóng khảo sát", SurveyStatus.OPEN, SurveyStatus.CLOSED)
SUMMARISE_SURVEY = Step.of("summarise_survey", "Tổng hợp kết quả", SurveyStatus.CLOSED, SurveyStatus.SUMMARISED)
PUBLISH_SURVEY = Step.of("publish_survey", "Công bố kết quả", SurveyStatus.SUMMARISED, SurveyStatus.PUBLISHED)
SURVEY_STEPS = (OPEN_SURVEY, CLOSE_SURVEY, SUMMARISE_SURVEY, PUBLISH_SURVEY)


class BatchStatus(models.TextChoices):
    TYPED = "typed", "Chờ người thứ hai nhập lại"
    DIFFERING = "differing", "Hai lần nhập khác nhau"
    ACCEPTED = "accepted", "Đã vào kết quả"


BATCH_LOOKS = {BatchStatus.TYPED: "soon", BatchStatus.DIFFERING: "late", BatchStatus.ACCEPTED: "done"}

FIND_DIFFERENCES = Step.of("check_batch", "Hai lần nhập khác nhau", BatchStatus.TYPED, BatchStatus.DIFFERING)
ACCEPT_BATCH = Step.of("check_batch", "Nhập lại để đối chiếu", BatchStatus.TYPED, BatchStatus.ACCEPTED)
RETYPE_BATCH = Step.of("retype_batch", "Nhập lại phiếu lệch", BatchStatus.DIFFERING, BatchStatus.TYPED)
BATCH_STEPS = (ACCEPT_BATCH, FIND_DIFFERENCES, RETYPE_BATCH)


class ConsultationStatus(models.TextChoices):
    DRAFT = "draft", "Đang soạn"
    OPEN = "open", "Đang lấy ý kiến"
    CLOSED = "closed", "Đang tiếp thu, giải trình"
    PUBLISHED = "published", "Đã công bố tiếp thu, giải trình"


CONSULTATION_LOOKS = {
    ConsultationStatus.DRAFT: "", ConsultationStatus.OPEN: "go", ConsultationStatus.CLOSED: "soon",
    ConsultationStatus.PUBLISHED: "done",
}  # fmt: skip

OPEN_CONSULTATION = Step.of(
    "open_consultation", "Mở lấy ý kiến", ConsultationStatus.DRAFT, ConsultationStatus.OPEN
)  # fmt: skip
CLOSE_CONSULTATION = Step.of(
    "close_consultation", "Kết thúc lấy ý kiến", ConsultationStatus.OPEN, ConsultationStatus.CLOSED
)  # fmt: skip
PUBLISH_CONSULTATION = Step.of(
    "publish_consultation", "Công bố tiếp thu, giải trình", ConsultationStatus.CLOSED, ConsultationStatus.PUBLISHED
)  # fmt: skip
CONSULTATION_STEPS = (OPEN_CONSULTATION, CLOSE_CONSULTATION, PUBLISH_CONSULTATION)
