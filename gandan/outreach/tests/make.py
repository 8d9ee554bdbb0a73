"""Plain makers of teams, rosters and lists. Monday 23/11/2026, 9:00, xã Chí Minh."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from gandan.outreach import actions
from gandan.outreach.models import ListedPerson, Listing, Member, Shift, Team
from gandan.people.models import Role, User
from gandan.people.tests.make import NOW, commune, other_commune, signed_in, staff
from gandan.places.models import Agency, Hamlet

__all__ = ["NOW", "commune", "other_commune", "signed_in"]

SUNDAY = datetime(2026, 11, 29, 8, 0, tzinfo=NOW.tzinfo)


def _person(username: str, role: str, name: str, agency: Agency | None = None) -> User:
    found = User.objects.filter(username=username).first()
    return found or staff(username, role, agency=agency or commune(), full_name=name)


def hoa() -> User:
    return _person("hoa", str(Role.LEADER), "Phạm Thị Hoa")


def minh() -> User:
    return _person("minh", str(Role.RECEPTION), "Nguyễn Văn Minh")


def binh() -> User:
    """Leads another commune."""
    return _person("binh", str(Role.LEADER), "Trần Văn Bình", other_commune())


def hamlet(name: str = "Mỹ Ân", head: str = "Nguyễn Văn Trưởng") -> Hamlet:
    found = Hamlet.objects.filter(commune=commune(), name=name).first()
    return found or Hamlet.objects.create(commune=commune(), kind="khu", name=name, head_name=head)


def people(count: int = 3, force: str = "youth") -> list[actions.Person]:
    return [actions.Person(f"Đoàn viên {number}", force, is_head=number == 1) for number in range(1, count + 1)]


def facts(name: str = "Tổ tư vấn khu phố 5", **more: Any) -> actions.TeamFacts:
    """Sundays from 8 to 11, three members."""
    usual = {"pattern": "weekly", "weekday": 6, "starts": time(8), "ends": time(11), "place": "Ban điều hành khu phố 5"}
    return actions.TeamFacts(name, **{**usual, **more})


def team(name: str = "Tổ tư vấn khu phố 5", *, members: int = 3, at: datetime = NOW, **more: Any) -> Team:
    return actions.form_team(commune(), facts(name, **more), people(members), by=hoa(), now=at)


def member(of: Team, number: int = 1) -> Member:
    return of.members.get(name=f"Đoàn viên {number}")


def sunday(of: Team) -> list[Shift]:
    """The duties of Sunday 29/11."""
    actions.plan_shifts(of, since=date(2026, 11, 29), until=date(2026, 11, 29), by=hoa(), now=NOW)
    return list(of.shifts.order_by("member__name"))


def after(start: datetime, minutes: float) -> datetime:
    return start + timedelta(minutes=minutes)


def listing(name: str = "Người từ 75 tuổi chưa hưởng", **more: Any) -> Listing:
    rule = {"purpose": "elderly", "age_from": 75, "is_without_recipients": True, **more}
    return actions.make_list(commune(), actions.ListFacts(name, **rule), by=hoa(), now=NOW)


def csv(heads: str, rows: list[str]) -> bytes:
    return "\n".join([heads, *rows]).encode()


def number(of: int) -> str:
    return f"03{of:010d}"


POPULATION = "STT,Họ và tên,Ngày sinh,Số CCCD,Tổ dân phố,Địa chỉ,Số điện thoại"
RECIPIENTS = "Họ tên,Ngày sinh,Số định danh"


def population() -> bytes:
    """200 people of three hamlets: numbers 1 to 18 are 75 or older, number 19 turns 75 on 20/12/2026."""
    rows = []
    for one in range(1, 201):
        born = "10/03/1950" if one <= 18 else "20/12/1951" if one == 19 else f"01/0{one % 9 + 1}/19{60 + one % 39}"
        rows.append(f"{one},Nguyễn Văn {one},{born},{number(one)},TDP số {one % 3 + 1},Nhà {one},0912000{one:03d}")
    return csv(POPULATION, rows)


def recipients() -> bytes:
    """60 people: numbers 1 to 11 of the population, and 49 others."""
    rows = [f"Nguyễn Văn {one},10/03/1950,{number(one)}" for one in range(1, 12)]
    rows += [f"Trần Thị {one},05/05/1949,{number(5000 + one)}" for one in range(49)]
    return csv(RECIPIENTS, rows)


def read(of: Listing, part: str, data: bytes, name: str = "") -> Any:
    """A file read with the columns as guessed."""
    from gandan.outreach.actions.lists import table_of
    from gandan.outreach.reading import guess

    upload = actions.Upload(part, name or f"{part}.csv", data)
    file = actions.read_list_file(of, upload, by=hoa(), now=NOW)
    actions.map_columns(file, guess(table_of(file).heads), by=hoa(), now=NOW)
    return file


def matched() -> Listing:
    """The list of S0.21 over three hamlets."""
    for place in ("Số 1", "Số 2", "Số 3"):
        hamlet(place, f"Tổ trưởng {place}")
    made = listing()
    read(made, "population", population())
    read(made, "recipients", recipients())
    actions.match_list(made, by=hoa(), now=NOW)
    return made


def to_reach(of: Listing) -> list[ListedPerson]:
    return list(of.people.of_today(NOW.date()).order_by("pk"))
