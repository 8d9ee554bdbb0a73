"""What happened to people: ids, dates and role words only."""

from dataclasses import dataclass
from datetime import date

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class StaffAdded(Event):
    user_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class StaffEdited(Event):
    user_id: int
    fields: list[str]


@dataclass(frozen=True, kw_only=True)
class RoleGiven(Event):
    user_id: int
    agency_id: int
    role: str
    since: date
    until: date | None


@dataclass(frozen=True, kw_only=True)
class RoleEnded(Event):
    user_id: int
    agency_id: int
    role: str
    until: date


@dataclass(frozen=True, kw_only=True)
class StaffDeactivated(Event):
    user_id: int


@dataclass(frozen=True, kw_only=True)
class StaffReactivated(Event):
    user_id: int


@dataclass(frozen=True, kw_only=True)
class StaffSignedIn(Event):
    """`method`: password, totp or recovery_codes."""

    user_id: int
    method: str


@dataclass(frozen=True, kw_only=True)
class PasswordReset(Event):
    user_id: int


@dataclass(frozen=True, kw_only=True)
class PasswordChanged(Event):
    user_id: int


@dataclass(frozen=True, kw_only=True)
class SecondFactorEnrolled(Event):
    user_id: int


@dataclass(frozen=True, kw_only=True)
class SecondFactorReset(Event):
    user_id: int


@dataclass(frozen=True, kw_only=True)
class CitizenWelcomed(Event):
    """A citizen's account was made at the first sign-in. `way`: phone, email or vneid."""

    user_id: int
    way: str


@dataclass(frozen=True, kw_only=True)
class CitizenIntroduced(Event):
    user_id: int


@dataclass(frozen=True, kw_only=True)
class IdentityLinked(Event):
    user_id: int
    level: int


@dataclass(frozen=True, kw_only=True)
class TokenGiven(Event):
    user_id: int
    token_id: int
