"""A role ends at once; a commune is never left without an administrator."""

import pytest
from django.utils.timezone import localdate

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.models import Role, User

from . import make

pytestmark = pytest.mark.django_db


def test_it_works_and_asks_first(quan: User) -> None:
    minh = make.staff("minh", Role.RECEPTION, Role.CLERK)
    held = minh.assignments.get(role=Role.CLERK)
    browser, address = make.signed_in(quan), f"/can-bo/nhan-su/minh/vai-tro/{held.pk}/thoi/"
    assert "Thôi vai trò “Văn thư”" in browser.get(address).content.decode()
    assert Role.CLERK in minh.roles_in(make.commune(), today=localdate())
    assert browser.post(address)["Location"] == "/can-bo/nhan-su/minh/"
    assert minh.roles_in(make.commune(), today=localdate()) == {Role.RECEPTION}
    assert Entry.objects.about(minh).get().kind == "RoleEnded"
    assert "Vai trò đã thôi" in browser.get("/can-bo/nhan-su/minh/").content.decode()


def test_given_and_ended_and_given_again_on_one_day() -> None:
    minh, here = make.staff(), make.commune()
    term = actions.RoleTerm(agency=here, role=Role.CLERK, since=make.TODAY)
    given = actions.give_role(minh, term, by=None)
    actions.end_role(given, by=None, today=make.TODAY)
    assert Role.CLERK not in minh.roles_in(here, today=make.TODAY)
    actions.give_role(minh, term, by=None)
    assert Role.CLERK in minh.roles_in(here, today=make.TODAY)


def test_the_last_administrator_stays(quan: User) -> None:
    held = quan.assignments.get()
    with pytest.raises(RuleBroken, match="ít nhất một người quản trị"):
        actions.end_role(held, by=quan, today=make.TODAY)
    make.administrator("thay")
    actions.end_role(held, by=quan, today=make.TODAY)


def test_another_communes_role_cannot_be_ended(quan: User) -> None:
    binh = make.staff("binh", agency=make.other_commune())
    with pytest.raises(NotThisOffice):
        actions.end_role(binh.assignments.get(), by=quan, today=make.TODAY)
