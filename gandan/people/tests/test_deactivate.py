"""Somebody leaves the office: every door closes, history stays."""

import pytest

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.models import Entry
from gandan.people import actions
from gandan.people.models import User

from . import make

pytestmark = pytest.mark.django_db


def test_it_works_and_asks_first(quan: User) -> None:
    minh = make.staff()
    theirs = make.signed_in(minh)
    token = actions.give_token(minh, now=make.NOW)
    browser = make.signed_in(quan)
    assert "đăng xuất ở mọi nơi" in browser.get("/can-bo/nhan-su/minh/ngung/").content.decode()
    assert browser.post("/can-bo/nhan-su/minh/ngung/")["Location"] == "/can-bo/nhan-su/minh/"
    minh.refresh_from_db()
    assert not minh.is_active
    assert theirs.get("/dang-nhap/can-bo/mat-khau/")["Location"] == "/dang-nhap/can-bo/"
    assert actions.user_of_token(token, now=make.NOW) is None
    assert Entry.objects.about(minh).filter(kind="StaffDeactivated", actor=quan).exists()


def test_nobody_locks_themselves_out(quan: User) -> None:
    make.administrator("thay")
    with pytest.raises(RuleBroken, match="tự ngừng"):
        actions.deactivate(quan, by=quan, today=make.TODAY)


def test_the_last_administrator_stays(quan: User) -> None:
    with pytest.raises(RuleBroken, match="ít nhất một người quản trị"):
        actions.deactivate(quan, by=None, today=make.TODAY)


def test_not_in_another_commune(quan: User) -> None:
    with pytest.raises(NotThisOffice):
        actions.deactivate(make.staff("binh", agency=make.other_commune()), by=quan, today=make.TODAY)


def test_a_citizen_is_not_deactivated_here(quan: User) -> None:
    with pytest.raises(NotThisOffice):
        actions.deactivate(make.citizen(), by=quan, today=make.TODAY)
