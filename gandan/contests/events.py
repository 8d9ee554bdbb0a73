"""What happens to campaigns, contests and entries."""

from dataclasses import dataclass
from datetime import date

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class CampaignEvent(Event):
    campaign_id: int


@dataclass(frozen=True, kw_only=True)
class CampaignDrafted(CampaignEvent):
    """Made, or changed while nobody has registered."""


@dataclass(frozen=True, kw_only=True)
class CampaignMoved(CampaignEvent):
    """A step of its life; `status` is where it stands now."""

    status: str


@dataclass(frozen=True, kw_only=True)
class PledgeMade(CampaignEvent):
    pledge_id: int
    agency_id: int
    measure: str
    target: float


@dataclass(frozen=True, kw_only=True)
class PledgeWithdrawn(CampaignEvent):
    pledge_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class CountReported(CampaignEvent):
    """A unit reports a content that no live figure tells."""

    pledge_id: int
    value: float


@dataclass(frozen=True, kw_only=True)
class Commended(Event):
    commendation_id: int
    number: str
    decided_on: date


@dataclass(frozen=True, kw_only=True)
class CommendationPublished(Event):
    commendation_id: int


@dataclass(frozen=True, kw_only=True)
class ContestEvent(Event):
    contest_id: int


@dataclass(frozen=True, kw_only=True)
class ContestDrafted(ContestEvent):
    """Made, or its settings changed before it opened."""


@dataclass(frozen=True, kw_only=True)
class ContestMoved(ContestEvent):
    """A step of its life; `status` is where it stands now."""

    status: str


@dataclass(frozen=True, kw_only=True)
class JudgeAdded(ContestEvent):
    judge_id: int


@dataclass(frozen=True, kw_only=True)
class JudgeRemoved(ContestEvent):
    judge_id: int


@dataclass(frozen=True, kw_only=True)
class EntryMade(ContestEvent):
    entry_id: int


@dataclass(frozen=True, kw_only=True)
class EntryWithdrawn(ContestEvent):
    entry_id: int


@dataclass(frozen=True, kw_only=True)
class EntryChecked(ContestEvent):
    entry_id: int
    is_eligible: bool


@dataclass(frozen=True, kw_only=True)
class SheetSaved(ContestEvent):
    """A draft of the judge."""

    sheet_id: int


@dataclass(frozen=True, kw_only=True)
class SheetSubmitted(ContestEvent):
    sheet_id: int
    total: float


@dataclass(frozen=True, kw_only=True)
class ThirdJudgeCalled(ContestEvent):
    entry_id: int
    judge_id: int


@dataclass(frozen=True, kw_only=True)
class PartScored(ContestEvent):
    part_id: int
    entry_id: int
    judge_id: int
    points: float


@dataclass(frozen=True, kw_only=True)
class QuestionSaved(Event):
    question_id: int


@dataclass(frozen=True, kw_only=True)
class QuestionRetired(Event):
    question_id: int


@dataclass(frozen=True, kw_only=True)
class QuestionsImported(Event):
    count: int


@dataclass(frozen=True, kw_only=True)
class SittingEvent(Event):
    sitting_id: int


@dataclass(frozen=True, kw_only=True)
class ExamStarted(SittingEvent):
    """The clock of the server runs."""


@dataclass(frozen=True, kw_only=True)
class AnswersSaved(SittingEvent):
    answered: int


@dataclass(frozen=True, kw_only=True)
class ExamSubmitted(SittingEvent):
    right: int
    asked: int
