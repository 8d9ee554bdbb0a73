"""What happens to models, their adoptions and what communes learn from each other."""

from dataclasses import dataclass
from datetime import date, datetime

from gandan.journal.events import Event

# --- The registry: models from idea to recognition -------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class VersionShipped(Event):
    """A model of the product was taken in, or a new edition of it."""

    reform_id: int
    number: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class IdeaWritten(Event):
    """Kept or changed by its author, not yet sent."""

    reform_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class ReformMoved(Event):
    """A step of its life that carries no more than itself."""

    reform_id: int
    verb: str
    status: str


@dataclass(frozen=True, kw_only=True)
class ReformMerged(Event):
    """Filed as replication of a model of the registry. `likeness` 0 to 1."""

    reform_id: int
    into_id: int
    likeness: float


@dataclass(frozen=True, kw_only=True)
class PilotStarted(Event):
    reform_id: int
    until: date


@dataclass(frozen=True, kw_only=True)
class PilotClosed(Event):
    reform_id: int
    continues: bool


@dataclass(frozen=True, kw_only=True)
class ReformRecognised(Event):
    """By a decision; `level` is commune, district or province."""

    reform_id: int
    recognition_id: int
    agency_id: int
    level: str
    decided_on: date


@dataclass(frozen=True, kw_only=True)
class CitizenIdeaRecognised(Event):
    """The idea came from a citizen: a letter of commendation is due (S1.57)."""

    reform_id: int
    recognition_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class ReformWeighed(Event):
    """`fits` empty: not yet said."""

    reform_id: int
    assessment_id: int
    agency_id: int
    fits: bool | None


@dataclass(frozen=True, kw_only=True)
class OpinionGiven(Event):
    reform_id: int
    opinion_id: int
    agency_id: int
    fits: bool


@dataclass(frozen=True, kw_only=True)
class ReformSurveyed(Event):
    """`agency_id` is where it was looked at."""

    reform_id: int
    survey_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class ReplicationProposed(Event):
    """To the committee of the agency, with survey, figures and opinion."""

    reform_id: int
    adoption_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class RecognitionSubmitted(Event):
    recognition_id: int
    reform_id: int
    agency_id: int
    level: str


@dataclass(frozen=True, kw_only=True)
class RecognitionAppraised(Event):
    recognition_id: int
    reform_id: int


@dataclass(frozen=True, kw_only=True)
class RecognitionDecided(Event):
    recognition_id: int
    reform_id: int
    level: str
    decided_on: date


@dataclass(frozen=True, kw_only=True)
class RecognitionTurnedDown(Event):
    """The reason is kept on the dossier."""

    recognition_id: int
    reform_id: int


# --- Adoption: one agency takes up one model -------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class AdoptionEvent(Event):
    adoption_id: int
    reform_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class AdoptionBegun(AdoptionEvent):
    """On the agency's own initiative."""


@dataclass(frozen=True, kw_only=True)
class AdoptionAssigned(AdoptionEvent):
    """A directive asks for it, or asks more than the one before."""

    obligation: str
    due_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class AdoptionStudied(AdoptionEvent):
    """The agency looks into it."""


@dataclass(frozen=True, kw_only=True)
class AdoptionDeclined(AdoptionEvent):
    """Does not fit here; the reason is kept."""


@dataclass(frozen=True, kw_only=True)
class ExemptionAsked(AdoptionEvent):
    """Of a mandatory model."""


@dataclass(frozen=True, kw_only=True)
class AdoptionExempted(AdoptionEvent):
    """The level above agrees that it need not."""


@dataclass(frozen=True, kw_only=True)
class ExemptionRefused(AdoptionEvent):
    """The duty stays."""


@dataclass(frozen=True, kw_only=True)
class PlanSubmitted(AdoptionEvent):
    start_on: date
    responsible_id: int


@dataclass(frozen=True, kw_only=True)
class PlanApproved(AdoptionEvent):
    start_on: date


@dataclass(frozen=True, kw_only=True)
class PlanReturned(AdoptionEvent):
    """To be mended; the reason is kept."""


@dataclass(frozen=True, kw_only=True)
class AdoptionStarted(AdoptionEvent):
    """Its programmes are switched on."""

    since: date
    programmes: int


@dataclass(frozen=True, kw_only=True)
class AdoptionJudged(AdoptionEvent):
    verdict: str


@dataclass(frozen=True, kw_only=True)
class AdoptionDeadlineMissed(AdoptionEvent):
    due_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class AdoptionExplained(AdoptionEvent):
    explanation_id: int


@dataclass(frozen=True, kw_only=True)
class AdoptionRuled(AdoptionEvent):
    """The higher level decided after the explanation; kept on the record of the head."""

    explanation_id: int
    ruling: str
    head_id: int | None


@dataclass(frozen=True, kw_only=True)
class TimeGiven(AdoptionEvent):
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class AdoptionPaused(AdoptionEvent):
    last_day: date


@dataclass(frozen=True, kw_only=True)
class AdoptionEnded(AdoptionEvent):
    last_day: date


@dataclass(frozen=True, kw_only=True)
class AdoptionReminded(AdoptionEvent):
    """`days_left` before the deadline: 7, 3, 1, 0 on the day (note to the head), −1 overdue, −7 on the list of Nội vụ."""

    days_left: int
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class AdoptionUrged(AdoptionEvent):
    """Nothing moved for too long, or a person above asks how it goes."""

    days_still: int


@dataclass(frozen=True, kw_only=True)
class NextYearDecided(AdoptionEvent):
    year: int
    choice: str


@dataclass(frozen=True, kw_only=True)
class DifficultyNoted(AdoptionEvent):
    difficulty_id: int
    cause: str
    is_advantage: bool


@dataclass(frozen=True, kw_only=True)
class DifficultyAnswered(AdoptionEvent):
    difficulty_id: int


# --- Learning from each other ----------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class QuestionAsked(Event):
    reform_id: int
    question_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class QuestionAnswered(Event):
    reform_id: int
    question_id: int


@dataclass(frozen=True, kw_only=True)
class VisitEvent(Event):
    reform_id: int
    visit_id: int
    agency_id: int
    host_id: int


@dataclass(frozen=True, kw_only=True)
class VisitBooked(VisitEvent):
    on: date


@dataclass(frozen=True, kw_only=True)
class VisitAgreed(VisitEvent):
    on: date


@dataclass(frozen=True, kw_only=True)
class VisitDeclined(VisitEvent):
    """The host cannot receive them; the reason is kept."""


@dataclass(frozen=True, kw_only=True)
class VisitReported(VisitEvent):
    """What was learned is written down."""


@dataclass(frozen=True, kw_only=True)
class LaunchRecorded(Event):
    reform_id: int
    launch_id: int


@dataclass(frozen=True, kw_only=True)
class DeclaredImported(Event):
    """`figures` of the agency's documents were kept with the model."""

    reform_id: int
    agency_id: int
    figures: int


# --- Packages --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class PackageExported(Event):
    reform_id: int
    version: int
    digest: str


@dataclass(frozen=True, kw_only=True)
class PackageImported(Event):
    reform_id: int
    version: int
    digest: str
