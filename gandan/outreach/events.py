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
