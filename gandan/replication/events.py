"""What happened to directives, syntheses and reports."""

from dataclasses import dataclass
from datetime import datetime

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class DirectiveEvent(Event):
    directive_id: int


@dataclass(frozen=True, kw_only=True)
class DirectiveDrafted(DirectiveEvent):
    """`parent_id` is the directive it was derived from."""

    parent_id: int | None


@dataclass(frozen=True, kw_only=True)
class DirectiveEdited(DirectiveEvent):
    """`part` is what was changed: details, clause, designation."""

    part: str


@dataclass(frozen=True, kw_only=True)
class DirectiveIssued(DirectiveEvent):
    units: int
    adoptions: int
    tasks: int


@dataclass(frozen=True, kw_only=True)
class DirectiveClosed(DirectiveEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class DesignationStarted(DirectiveEvent):
    """The first unit runs the model."""

    designation_id: int


@dataclass(frozen=True, kw_only=True)
class DesignationSummarised(DirectiveEvent):
    designation_id: int


@dataclass(frozen=True, kw_only=True)
class DirectiveReceived(DirectiveEvent):
    """The unit acknowledged it."""

    agency_id: int


@dataclass(frozen=True, kw_only=True)
class DirectiveRead(DirectiveEvent):
    """A member of staff says they have read it."""


@dataclass(frozen=True, kw_only=True)
class UnitUrged(DirectiveEvent):
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class SynthesisEvent(Event):
    synthesis_id: int


@dataclass(frozen=True, kw_only=True)
class SynthesisCompiled(SynthesisEvent):
    not_deployed: int
    ineffective: int


@dataclass(frozen=True, kw_only=True)
class SynthesisSent(SynthesisEvent):
    sha256: str


@dataclass(frozen=True, kw_only=True)
class RoundOpened(Event):
    round_id: int
    units: int
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class ReportFilled(Event):
    report_id: int


@dataclass(frozen=True, kw_only=True)
class ReportSent(Event):
    report_id: int
    sha256: str
    is_late: bool


@dataclass(frozen=True, kw_only=True)
class ReportReminded(Event):
    """`stage` is 7, 3 or 1 days before the deadline, −1 after it."""

    report_id: int
    stage: int


@dataclass(frozen=True, kw_only=True)
class MentionMade(Event):
    mention_id: int
    kind: str


@dataclass(frozen=True, kw_only=True)
class MentionAnswered(Event):
    mention_id: int


@dataclass(frozen=True, kw_only=True)
class YearReportWritten(Event):
    """Its words or choices were changed; a first one makes it."""

    report_id: int
    year: int


@dataclass(frozen=True, kw_only=True)
class YearReportSent(Event):
    report_id: int
    year: int
    sha256: str
    is_late: bool
