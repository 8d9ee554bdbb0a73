"""The shapes of what is typed and chosen in surveys and consultations."""

from .answering import AnswerForm, StanceForm
from .planning import ConsultationForm, GroupAnswerForm, PlanForm, StationForm
from .questions import QuestionnaireForm

__all__ = [
    "AnswerForm", "ConsultationForm", "GroupAnswerForm", "PlanForm", "QuestionnaireForm", "StanceForm", "StationForm",
]  # fmt: skip
