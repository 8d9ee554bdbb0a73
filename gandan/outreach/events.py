"""What happens outside the Centre. Ids, numbers and status words only."""

from dataclasses import dataclass
from datetime import date, datetime

from gandan.journal.events import Event


# --- Teams and rosters ---
@dataclass(frozen=True, kw_only=True)
class TeamEvent(Event):
    team_id: int


@dataclass(frozen=True, kw_only=True)
class TeamFormed(TeamEvent):
    members: int


@dataclass(frozen=True, kw_only=True)
class TeamChanged(TeamEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class TeamClosed(TeamEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class MemberAdded(TeamEvent):
    member_id: int
    force: str


@dataclass(frozen=True, kw_only=True)
class MemberEnded(TeamEvent):
    member_id: int


@dataclass(frozen=True, kw_only=True)
class ShiftsPlanned(TeamEvent):
    shifts: int
    since: date
    until: date


@dataclass(frozen=True, kw_only=True)
class RosterHole(TeamEvent):
    """On the day itself fewer people are there than the duty needs."""

    starts_at: datetime
    present: int
    needed: int


@dataclass(frozen=True, kw_only=True)
class ShiftEvent(Event):
    shift_id: int
    member_id: int


@dataclass(frozen=True, kw_only=True)
class ShiftAccepted(ShiftEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ShiftAttended(ShiftEvent):
    is_late: bool


@dataclass(frozen=True, kw_only=True)
class ShiftLeft(ShiftEvent):
    """The member went home, after handing over."""

    minutes: int


@dataclass(frozen=True, kw_only=True)
class AbsenceReported(ShiftEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ShiftCovered(ShiftEvent):
    cover_id: int


@dataclass(frozen=True, kw_only=True)
class ShiftRemoved(TeamEvent):
    member_id: int
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class PeopleAsked(TeamEvent):
    """The Centre asks an organisation for people."""

    mobilisation_id: int
    people: int


@dataclass(frozen=True, kw_only=True)
class PeopleSent(TeamEvent):
    mobilisation_id: int
    people: int


# --- Help given ---
@dataclass(frozen=True, kw_only=True)
class SupportLogged(Event):
    support_id: int
    kind: str
    is_done: bool


@dataclass(frozen=True, kw_only=True)
class SupportUndone(Event):
    kind: str


# --- Lists of people to reach ---
@dataclass(frozen=True, kw_only=True)
class ListEvent(Event):
    listing_id: int


@dataclass(frozen=True, kw_only=True)
class ListMade(ListEvent):
    purpose: str


@dataclass(frozen=True, kw_only=True)
class ListFileRead(ListEvent):
    part: str
    rows: int


@dataclass(frozen=True, kw_only=True)
class ListMatched(ListEvent):
    to_reach: int
    receiving: int


@dataclass(frozen=True, kw_only=True)
class ListClosed(ListEvent):
    people: int


@dataclass(frozen=True, kw_only=True)
class PersonEvent(ListEvent):
    person_id: int


@dataclass(frozen=True, kw_only=True)
class PersonListed(PersonEvent):
    """Entered by hand, or of age from today on."""


@dataclass(frozen=True, kw_only=True)
class MatchDecided(PersonEvent):
    is_same: bool


@dataclass(frozen=True, kw_only=True)
class PersonAssigned(PersonEvent):
    officer_id: int | None


@dataclass(frozen=True, kw_only=True)
class PersonContacted(PersonEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class PersonConcluded(PersonEvent):
    status: str
    dossier_id: int | None


@dataclass(frozen=True, kw_only=True)
class LeafletsPlanned(ListEvent):
    round_id: int
    households: int


@dataclass(frozen=True, kw_only=True)
class LeafletsDelivered(ListEvent):
    round_id: int
    delivered: int
    missed: int


# --- Sessions in the hamlets ---
@dataclass(frozen=True, kw_only=True)
class SessionEvent(Event):
    session_id: int
    hamlet_id: int


@dataclass(frozen=True, kw_only=True)
class SessionPlanned(SessionEvent):
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class SessionStaffed(SessionEvent):
    members: int
    missing: list[str]


@dataclass(frozen=True, kw_only=True)
class SessionAnnounced(SessionEvent):
    """The residents of the hamlet are told in advance."""

    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class SessionShort(SessionEvent):
    """A force that must be there is not on the roster of the session."""

    starts_at: datetime
    missing: list[str]


@dataclass(frozen=True, kw_only=True)
class SessionOpened(SessionEvent):
    missing: list[str]


@dataclass(frozen=True, kw_only=True)
class SessionClosed(SessionEvent):
    people: int
    by_group: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class SessionCancelled(SessionEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class FieldRecordEvent(Event):
    record_id: int
    session_id: int


@dataclass(frozen=True, kw_only=True)
class FieldRecordMerged(FieldRecordEvent):
    """What a phone recorded without a network has come in, once. `recorded_at`: by the phone's clock."""

    recorded_at: datetime
    dossier_id: int | None


@dataclass(frozen=True, kw_only=True)
class FieldRecordStuck(FieldRecordEvent):
    """It came in and could not be filed; a person settles it."""


@dataclass(frozen=True, kw_only=True)
class FieldRecordSettled(FieldRecordEvent):
    dossier_id: int | None


@dataclass(frozen=True, kw_only=True)
class FieldRecordSetAside(FieldRecordEvent):
    pass


# --- At home ---
@dataclass(frozen=True, kw_only=True)
class HomeVisitEvent(Event):
    visit_id: int
    purpose: str
    group: str


@dataclass(frozen=True, kw_only=True)
class VisitAsked(HomeVisitEvent):
    by_proxy: bool


@dataclass(frozen=True, kw_only=True)
class VisitScheduled(HomeVisitEvent):
    planned_for: datetime
    visitor_id: int | None


@dataclass(frozen=True, kw_only=True)
class VisitSetOut(HomeVisitEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class CollectedAtHome(HomeVisitEvent):
    dossier_id: int


@dataclass(frozen=True, kw_only=True)
class VisitCompleted(HomeVisitEvent):
    dossier_id: int | None
    has_collected: bool
    has_returned: bool


@dataclass(frozen=True, kw_only=True)
class VisitMissed(HomeVisitEvent):
    attempts: int


@dataclass(frozen=True, kw_only=True)
class PostOffered(HomeVisitEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class VisitCancelled(HomeVisitEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class FeesHandedIn(Event):
    visitor_id: int
    visits: int
    amount: int


@dataclass(frozen=True, kw_only=True)
class DeathAnnounced(HomeVisitEvent):
    """A family lost somebody: the paper is brought to the home at once."""
