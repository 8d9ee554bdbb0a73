"""Plain makers of letters: a commune that writes them, families with an event. Monday 23/11/2026."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from gandan.letters import actions
from gandan.letters.models import Contribution, ContributionKind, Greeting, Letter, LetterKind
from gandan.letters.programmes import GREETINGS, LETTERS
from gandan.people.models import Role, User
from gandan.people.tests.make import commune, other_commune, signed_in, staff
from gandan.places.models import Agency, CalendarDay, DayKind
from gandan.programmes.actions import Switch, switch_on

__all__ = ["commune", "other_commune", "signed_in", "staff"]

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
OFFICER = "/can-bo/thu-tu/"


def at(days: int = 0, hours: float = 0) -> datetime:
    return NOW + timedelta(days=days, hours=hours)


def _person(username: str, name: str, role: str, of: Agency | None = None) -> User:
    return User.objects.filter(username=username).first() or staff(username, role, agency=of, full_name=name)


def lan() -> User:
    """Writes and carries the letters."""
    return _person("lan", "Phạm Thị Lan", Role.CLERK)


def hoa() -> User:
    """Leads the office and signs."""
    return _person("hoa", "Trần Thị Hoa", Role.LEADER)


def programme(kind: str = LETTERS, **parameters: object) -> None:
    switch = Switch(kind=kind, agency=commune(), name="Thư của xã", parameters=parameters, since=NOW.date())
    switch_on(switch, by=hoa(), now=NOW)


def draft(recipient: str = "gia đình ông Vũ Văn Đức", kind: str = LetterKind.CONDOLENCE) -> actions.Draft:
    return actions.Draft(kind, recipient, {"nguoi_mat": "cụ Vũ Văn Thọ", "viec": "trả hồ sơ chậm"})


def letter(recipient: str = "gia đình ông Vũ Văn Đức", *, now: datetime = NOW) -> Letter:
    return actions.draft_letter(commune(), draft(recipient), by=lan(), now=now)


def presented() -> Letter:
    made = letter()
    actions.present_letter(made, is_checked=True, by=lan(), now=NOW)
    return made


def signed() -> Letter:
    made = presented()
    actions.sign_letter(made, by=hoa(), now=at(hours=1))
    return made


def gift(what: str = "hiến 120 m² đất mở rộng đường thôn Ngọc Lâm") -> Contribution:
    told = actions.Gift("Ông Vũ Văn Đức", ContributionKind.GOODS, what, NOW.date(), 60_000_000)
    return actions.register_contribution(commune(), told, by=lan(), now=NOW)


def new_year() -> None:
    CalendarDay.objects.get_or_create(
        day=date(2027, 1, 1), defaults={"kind": DayKind.HOLIDAY, "name": "Tết Dương lịch", "basis": "BLLĐ Đ112"}
    )


def greeting() -> Greeting:
    """The programme looks forty days ahead: New Year's Day."""
    new_year()
    programme(GREETINGS, ahead=40)
    return actions.plan_greetings(commune(), by=None, now=NOW)[-1]


def written(*channels: str) -> Greeting:
    made = greeting()
    message = actions.Message("Chúc mừng năm mới", "Chúc bà con năm mới mạnh khỏe.", channels or ("web", "radio"))
    actions.write_greeting(made, message, by=lan(), now=NOW)
    return made


def fresh(one: Letter) -> Letter:
    return Letter.objects.get(pk=one.pk)
