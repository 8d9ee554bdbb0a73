"""Roles per agency, from a day to a day."""

from datetime import date, timedelta

import pytest

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.models import Role, User
from gandan.people.offices import office_of

from . import make

pytestmark = pytest.mark.django_db


def term(role: str = Role.CLERK, since: date = make.TODAY, until: date | None = None) -> actions.RoleTerm:
    return actions.RoleTerm(agency=make.commune(), role=role, since=since, until=until)


def test_it_works(quan: User) -> None:
    minh = make.staff()
    form = {"role": Role.CLERK, "agency": make.commune().pk, "since": "01/07/2025", "until": ""}
    answer = make.signed_in(quan).post("/can-bo/nhan-su/minh/vai-tro/", form)
    assert answer["Location"] == "/can-bo/nhan-su/minh/"
    office = office_of(minh)
    assert office is not None
    assert office.holds(Role.CLERK)
    entry = Entry.objects.about(minh).get()
    assert (entry.kind, entry.data["role"], entry.data["since"]) == ("RoleGiven", "clerk", "2025-07-01")


def test_a_wrong_date_is_explained(quan: User) -> None:
    make.staff()
    form = {"role": Role.CLERK, "agency": make.commune().pk, "since": "31/11/2026"}
    page = make.signed_in(quan).post("/can-bo/nhan-su/minh/vai-tro/", form).content.decode()
    assert "Ngày chưa đúng" in page


def test_the_same_role_is_not_held_twice_at_a_time() -> None:
    minh = make.staff()
    actions.give_role(minh, term(until=make.TODAY + timedelta(days=30)), by=None)
    with pytest.raises(RuleBroken, match="đã giữ vai trò"):
        actions.give_role(minh, term(since=make.TODAY + timedelta(days=30)), by=None)
    actions.give_role(minh, term(since=make.TODAY + timedelta(days=31)), by=None)


def test_a_term_does_not_end_before_it_begins() -> None:
    with pytest.raises(RuleBroken, match="phải sau"):
        actions.give_role(make.staff(), term(until=make.TODAY - timedelta(days=1)), by=None)


def test_a_role_that_begins_later_is_not_held_today() -> None:
    minh = make.staff()
    later = make.TODAY + timedelta(days=400)
    actions.give_role(minh, term(Role.LEADER, since=later), by=None)
    assert Role.LEADER not in minh.roles_in(make.commune(), today=make.TODAY)
    assert Role.LEADER in minh.roles_in(make.commune(), today=later)


def test_not_in_another_commune_nor_by_its_administrator(quan: User) -> None:
    minh, there = make.staff(), make.other_commune()
    with pytest.raises(NotThisOffice):
        actions.give_role(minh, actions.RoleTerm(agency=there, role=Role.CLERK, since=make.TODAY), by=quan)
    with pytest.raises(NotThisOffice):
        actions.give_role(minh, term(), by=make.administrator("binh", there))


def test_oversight_belongs_to_the_province() -> None:
    with pytest.raises(RuleBroken, match="cấp tỉnh"):
        actions.give_role(make.staff(), term(Role.OVERSIGHT), by=None)
    above = make.province()
    watcher = make.staff("sonoivu", Role.CLERK, agency=above)
    actions.give_role(watcher, actions.RoleTerm(agency=above, role=Role.OVERSIGHT, since=make.TODAY), by=None)
