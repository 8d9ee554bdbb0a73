"""What happens to questionnaires, surveys and consultations. Nothing here says who answered what."""

from dataclasses import dataclass

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class QuestionnairesShipped(Event):
    """The questionnaires that come with the software were taken over."""

    added: int


@dataclass(frozen=True, kw_only=True)
class QuestionnaireWritten(Event):
    questionnaire_id: int
    version: int


@dataclass(frozen=True, kw_only=True)
class SurveyEvent(Event):
    survey_id: int


@dataclass(frozen=True, kw_only=True)
class SurveyPlanned(SurveyEvent):
    questionnaire_id: int


@dataclass(frozen=True, kw_only=True)
class SurveyOpened(SurveyEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class SurveyClosed(SurveyEvent):
    replies: int


@dataclass(frozen=True, kw_only=True)
class SurveySummarised(SurveyEvent):
    replies: int


@dataclass(frozen=True, kw_only=True)
class SurveyPublished(SurveyEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class RatingInvited(SurveyEvent):
    """The result was returned: one answer may be given."""

    invitation_id: int
    dossier_id: int


@dataclass(frozen=True, kw_only=True)
class SurveyAnswered(SurveyEvent):
    """One more reply. Neither which nor whose."""


@dataclass(frozen=True, kw_only=True)
class StationPlaced(Event):
    station_id: int


@dataclass(frozen=True, kw_only=True)
class StationUsed(SurveyEvent):
    """Somebody began to answer at a counter or a screen."""

    station_id: int


@dataclass(frozen=True, kw_only=True)
class SheetsPrinted(SurveyEvent):
    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class BatchTyped(SurveyEvent):
    batch_id: int
    sheets: int


@dataclass(frozen=True, kw_only=True)
class BatchChecked(SurveyEvent):
    batch_id: int
    differing: int


@dataclass(frozen=True, kw_only=True)
class SampleDrawn(SurveyEvent):
    households: int
    seed: int


@dataclass(frozen=True, kw_only=True)
class CommentHidden(SurveyEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class GuideOpened(Event):
    """The way to the ratings was opened on a citizen's telephone (S0.39)."""

    source: str


@dataclass(frozen=True, kw_only=True)
class RepliesMixed(Event):
    replies: int


@dataclass(frozen=True, kw_only=True)
class ConsultationEvent(Event):
    consultation_id: int


@dataclass(frozen=True, kw_only=True)
class ConsultationPlanned(ConsultationEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ConsultationOpened(ConsultationEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ConsultationClosed(ConsultationEvent):
    opinions: int


@dataclass(frozen=True, kw_only=True)
class ConsultationPublished(ConsultationEvent):
    opinions: int
    groups: int


@dataclass(frozen=True, kw_only=True)
class ConsultationVoiced(ConsultationEvent):
    """One more opinion. Not whose."""


@dataclass(frozen=True, kw_only=True)
class OpinionsGrouped(ConsultationEvent):
    group_id: int
    opinions: int


@dataclass(frozen=True, kw_only=True)
class GroupAnswered(ConsultationEvent):
    group_id: int
    stance: str
