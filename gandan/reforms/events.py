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
