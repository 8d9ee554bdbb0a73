"""The nouns of surveys."""

from .consultations import Consultation, Opinion, OpinionGroup, Source, Stance, Voice
from .questionnaires import Question, QuestionKind, Questionnaire
from .surveys import (
    LEAST,
    Channel,
    Comment,
    GuideOpening,
    HamletSample,
    Invitation,
    OfficerTally,
    PaperBatch,
    Reply,
    Station,
    Survey,
    SurveyKind,
)

__all__ = [
    "LEAST", "Channel", "Comment", "Consultation", "GuideOpening", "HamletSample", "Invitation", "OfficerTally", "Opinion",
    "OpinionGroup", "PaperBatch", "Question", "QuestionKind", "Questionnaire", "Reply", "Source", "Stance", "Station",
    "Survey", "SurveyKind", "Voice",
]  # fmt: skip
