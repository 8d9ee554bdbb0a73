"""What happens to feedback. Ids, moments and status words only."""

from dataclasses import dataclass
from datetime import date, datetime

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class FeedbackEvent(Event):
    feedback_id: int


@dataclass(frozen=True, kw_only=True)
class FeedbackReceived(FeedbackEvent):
    """It is in the queue. `due_at`: the promise of the commune."""

    channel: str
    due_at: datetime
    is_urgent: bool


@dataclass(frozen=True, kw_only=True)
class FeedbackScreened(FeedbackEvent):
    """Its category is confirmed: what the suggestion learns from."""

    category: str
    suggested: str


@dataclass(frozen=True, kw_only=True)
class FeedbackMoreAsked(FeedbackEvent):
    """The sender is asked for more."""


@dataclass(frozen=True, kw_only=True)
class FeedbackMoreSupplied(FeedbackEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class FeedbackProposed(FeedbackEvent):
    proposal_id: int


@dataclass(frozen=True, kw_only=True)
class FeedbackProposalReturned(FeedbackEvent):
    proposal_id: int


@dataclass(frozen=True, kw_only=True)
class FeedbackDirected(FeedbackEvent):
    """Units (and persons) have it; the first handling leads."""

    part_ids: list[int]
    is_urgent: bool = False


@dataclass(frozen=True, kw_only=True)
class FeedbackSentToHandler(FeedbackEvent):
    """About a dossier: its handler and his leader have it (S3.7)."""

    dossier_id: int
    part_id: int


@dataclass(frozen=True, kw_only=True)
class FeedbackTakenUp(FeedbackEvent):
    part_id: int


@dataclass(frozen=True, kw_only=True)
class FeedbackPartDone(FeedbackEvent):
    """A unit beside the leading one has done its part."""

    part_id: int


@dataclass(frozen=True, kw_only=True)
class FeedbackResolved(FeedbackEvent):
    """The result is reported; the citizen is not yet told."""


@dataclass(frozen=True, kw_only=True)
class FeedbackSentBack(FeedbackEvent):
    """The result does not do: work goes on."""


@dataclass(frozen=True, kw_only=True)
class FeedbackAnswered(FeedbackEvent):
    """Sender and followers are to be told. `follower_ids` are rows of `Follower`."""

    round: int
    is_on_time: bool
    follower_ids: list[int]


@dataclass(frozen=True, kw_only=True)
class FeedbackPublished(FeedbackEvent):
    """Everybody may read it."""


@dataclass(frozen=True, kw_only=True)
class FeedbackHidden(FeedbackEvent):
    """Taken off the public pages."""


@dataclass(frozen=True, kw_only=True)
class FeedbackRated(FeedbackEvent):
    round: int
    stars: int


@dataclass(frozen=True, kw_only=True)
class FeedbackReopened(FeedbackEvent):
    """By its sender, with a fresh limit."""

    round: int
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class FeedbackFiled(FeedbackEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class FeedbackJoined(FeedbackEvent):
    """A duplicate: `into_id` goes on, the sender follows it."""

    into_id: int


@dataclass(frozen=True, kw_only=True)
class FeedbackFollowed(FeedbackEvent):
    """“Tôi cũng gặp”."""

    follower_id: int


@dataclass(frozen=True, kw_only=True)
class FeedbackPassedOn(FeedbackEvent):
    """To another commune of the platform (`copy_id`) or another body (0)."""

    to_agency_id: int | None
    copy_id: int


@dataclass(frozen=True, kw_only=True)
class FeedbackRefused(FeedbackEvent):
    """Not feedback. `reason`: code of gandan/feedback/turning.py."""

    reason: str


@dataclass(frozen=True, kw_only=True)
class FeedbackSpammed(FeedbackEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class FeedbackRestored(FeedbackEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class FeedbackStuck(FeedbackEvent):
    """The words stand in the row, for the public."""


@dataclass(frozen=True, kw_only=True)
class FeedbackUnstuck(FeedbackEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class FeedbackJudged(FeedbackEvent):
    """About attitude: verified."""

    is_upheld: bool


@dataclass(frozen=True, kw_only=True)
class FeedbackHalfway(FeedbackEvent):
    """Half of the promised time is gone."""

    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class FeedbackOverdue(FeedbackEvent):
    """The promise is broken: the leader is told."""

    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class PhotoShown(FeedbackEvent):
    """A photo was looked at and may be seen by everybody, or no longer."""

    photo_id: int
    is_public: bool


@dataclass(frozen=True, kw_only=True)
class CategoryUnitNamed(Event):
    category: str
    unit_id: int


@dataclass(frozen=True, kw_only=True)
class BoxKept(Event):
    """An opinion box was added or changed."""

    box_id: int


@dataclass(frozen=True, kw_only=True)
class BoxOpened(Event):
    box_id: int
    opening_id: int
    letters: int


@dataclass(frozen=True, kw_only=True)
class BoxUnopened(Event):
    """For more than seven days."""

    box_id: int
    last_on: date


@dataclass(frozen=True, kw_only=True)
class WeeklySourceKept(Event):
    source_id: int


@dataclass(frozen=True, kw_only=True)
class WeeklyAnswered(Event):
    source_id: int
    monday: date
    opinions: int


@dataclass(frozen=True, kw_only=True)
class WeeklyReminded(Event):
    """Friday, and nothing came in."""

    source_id: int
    monday: date


@dataclass(frozen=True, kw_only=True)
class StreetKept(Event):
    street_id: int


@dataclass(frozen=True, kw_only=True)
class HouseholdKept(Event):
    household_id: int


@dataclass(frozen=True, kw_only=True)
class StreetRoundBegun(Event):
    round_id: int
    kind: str


@dataclass(frozen=True, kw_only=True)
class HouseholdContacted(Event):
    round_id: int
    contact_id: int
    is_met: bool


@dataclass(frozen=True, kw_only=True)
class CommitmentChecked(Event):
    contact_id: int
    is_kept: bool


@dataclass(frozen=True, kw_only=True)
class StreetRoundClosed(Event):
    round_id: int
    households: int
    met: int


@dataclass(frozen=True, kw_only=True)
class CategoriesLearned(Event):
    """The suggestion was fitted to so many confirmed cases."""

    fit_id: int
    cases: int
